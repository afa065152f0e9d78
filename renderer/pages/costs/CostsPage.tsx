import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { AnalysisPart } from './AnalysisPart.tsx';
import { ContractsPart } from './ContractsPart.tsx';
import { costTab, costTabs, type CostTab } from './costs-route.ts';
import { VouchersPart } from './VouchersPart.tsx';
import '../parking/parking.css';
import '../charging/charging.css';
import './costs.css';

const PARTS: Readonly<Record<CostTab, ComponentType>> = { vouchers: VouchersPart, contracts: ContractsPart, analysis: AnalysisPart };

/** What the estate pays and takes beside fees, parking and charging. */
export function CostsPage() {
  const { t } = useTranslation('costs');
  const { params } = useRoute();
  const tab = costTab(params);
  const waiting = useQuery('costs.waiting', {}).value?.count ?? 0;
  const Part = PARTS[tab];
  const labelOf = (value: CostTab) => (value === 'vouchers' && waiting > 0 ? `${t('tabs.vouchers')} ${waiting.toLocaleString('en-US')}` : t(`tabs.${value}`));
  return (
    <main className="page">
      <PageHead title={t('title')}>
        <Segments label={t('title')} value={tab} choices={costTabs.map((value) => ({ value, label: labelOf(value) }))} onChange={(next) => goTo('costs', { tab: next })} />
      </PageHead>
      <Part />
    </main>
  );
}
