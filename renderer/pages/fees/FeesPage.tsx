import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { BillsPart } from './BillsPart.tsx';
import { feesParams, feesTabs, readFeesRoute, type FeesPartProps, type FeesRoute, type FeesTab } from './fees-route.ts';
import { ItemsPart } from './items/ItemsPart.tsx';
import { MetersPart } from './meters/MetersPart.tsx';
import { PoolsPart } from './PoolsPart.tsx';
import { ReductionsPart } from './ReductionsPart.tsx';
import './fees.css';

const PARTS: Readonly<Record<FeesTab, (props: FeesPartProps) => ReactNode>> = { bills: BillsPart, items: ItemsPart, meters: MetersPart, pools: PoolsPart, reductions: ReductionsPart };

/** Bills by month, fee items, meters, pools and what is given away. */
export function FeesPage() {
  const { t } = useTranslation(['fees', 'meters']);
  const { params } = useRoute();
  const route = readFeesRoute(params);
  const change = useCallback((changes: Partial<FeesRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readFeesRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('fees', feesParams({ ...present, ...changes }));
  }, []);
  const notes: Partial<Record<FeesTab, string>> = { items: t('itemsNote'), meters: t('meters:typeHint'), pools: t('poolsNote') };
  const words: Record<FeesTab, string> = { bills: t('bills'), items: t('itemsTab'), meters: t('metersTab'), pools: t('poolsTab'), reductions: t('reductionsTab') };
  const Part = PARTS[route.tab];
  return (
    <main className="page">
      <PageHead title={t('title')} note={notes[route.tab]}>
        {/* Each part has filters of its own; the month stays. */}
        <Segments label={t('title')} value={route.tab} choices={feesTabs.map((value) => ({ value, label: words[value] }))} onChange={(tab) => goTo('fees', { ...(tab !== 'bills' && { tab }), ...(route.month && { month: route.month }) })} />
      </PageHead>
      <Part route={route} onChange={change} />
    </main>
  );
}
