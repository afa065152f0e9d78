import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, useRoute } from '../../route.ts';
import { BillsOfMonth } from './BillsOfMonth.tsx';
import { ALL_MONTHS, feesParams, readFeesRoute, type FeesRoute } from './fees-route.ts';
import { IssueDraft } from './IssueDraft.tsx';
import { MonthList } from './MonthList.tsx';
import { RatesPart } from './RatesPart.tsx';
import './fees.css';

/** Bills by month, the draft of a month, and the rates. */
export function FeesPage() {
  const { t } = useTranslation('fees');
  const { params } = useRoute();
  const route = readFeesRoute(params);
  const months = useQuery('fees.listMonths', {});
  const change = useCallback((changes: Partial<FeesRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readFeesRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('fees', feesParams({ ...present, ...changes }));
  }, []);
  const items = months.value?.items;
  const month = route.month ?? (items ? (items.find(({ bills }) => bills > 0) ?? items.at(-1))?.month ?? ALL_MONTHS : undefined);
  return (
    <main className="page">
      <PageHead title={t('title')} note={route.tab === 'rates' ? t('ratesNote') : undefined}>
        <Segments
          label={t('title')}
          value={route.tab}
          choices={[
            { value: 'bills', label: t('bills') },
            { value: 'rates', label: t('rates') },
          ]}
          onChange={(tab) => change({ tab, draft: false })}
        />
      </PageHead>
      {route.tab === 'rates' ? (
        <RatesPart />
      ) : (
        <div className="fees-area">
          <MonthList months={months} chosen={month} onChoose={(chosen) => change({ month: chosen, draft: false, search: undefined })} />
          <section className="card fees-main">
            {month !== undefined && route.draft && month !== ALL_MONTHS && <IssueDraft key={month} month={month} onClose={() => change({ month, draft: false })} />}
            {month !== undefined && !(route.draft && month !== ALL_MONTHS) && <BillsOfMonth key={month} month={month} facts={items?.find((item) => item.month === month)} route={route} onChange={change} />}
          </section>
        </div>
      )}
    </main>
  );
}
