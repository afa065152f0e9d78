import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectionRatios, percentText, rateNames } from '../../../shared/domain/collection.ts';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { TrendChart, type TrendMonth } from './TrendChart.tsx';
import { trendFinding } from './trend-finding.ts';

const MONTHS = 12;
const views = ['chart', 'table'] as const;

/** Twelve months of the rates up to one, as a chart or as its table, under what they say. */
export function RatesTrend({ until }: { until: string }) {
  const { t } = useTranslation('arrears');
  const [view, setView] = useState<(typeof views)[number]>('chart');
  const trend = useQuery('collection.trend', { until, months: MONTHS }, { keepLast: true });
  const items = trend.refusal ? undefined : trend.value?.items;
  const finding = items && trendFinding(items);
  return (
    <section className="card rates-trend">
      <h2>{finding ? t(`rates.finding.${finding.kind}`, finding) : t('rates.trendName')}</h2>
      <p className="muted small">{t('rates.trendNote', { until })}</p>
      <div className="trend-acts">
        <Segments label={t('rates.trendLabel')} value={view} choices={views.map((value) => ({ value, label: t(`rates.show.${value}`) }))} onChange={setView} />
        <ExportList list="collection.trend" input={{ until, months: MONTHS }} name={`${t('rates.trendName')} ${until}`} />
      </div>
      <RefusalNote refusal={trend.refusal} onRetry={trend.reload} />
      {!items && !trend.refusal && <Skeleton rows={6} height={24} />}
      {items && finding && (view === 'chart' ? <TrendChart items={items} marked={'month' in finding ? finding.month : undefined} /> : <TrendTable items={items} />)}
    </section>
  );
}

function TrendTable({ items }: { items: readonly TrendMonth[] }) {
  const { t } = useTranslation(['arrears', 'common']);
  return (
    <div className="rates-scroll">
      <table className="book" aria-label={t('rates.trendName')}>
        <thead>
          <tr>
            <th>{t('common:month')}</th>
            {rateNames.map((name) => <th key={name} className="num">{t(`rates.short.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.month}>
              <td>{item.month}</td>
              {rateNames.map((name) => <td key={name} className="num">{percentText(collectionRatios(item)[name])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
