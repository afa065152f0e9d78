import { useTranslation } from 'react-i18next';
import { collectionRatios, percentText, rateNames } from '../../../shared/domain/collection.ts';
import { useQuery } from '../../api.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { TrendChart, type TrendMonth } from './TrendChart.tsx';
import { trendFinding } from './trend-finding.ts';

const MONTHS = 12;

/** Twelve months of the rates up to one, as a chart or as its table, under what they say. */
export function RatesTrend({ until }: { until: string }) {
  const { t } = useTranslation('arrears');
  const trend = useQuery('collection.trend', { until, months: MONTHS }, { keepLast: true });
  const items = trend.refusal === undefined ? trend.value?.items : undefined;
  const finding = items && trendFinding(items);
  if (!items || !finding) {
    return <section className="card rates-trend">{trend.refusal ? <RefusalNote refusal={trend.refusal} onRetry={trend.reload} /> : <Skeleton rows={6} height={24} />}</section>;
  }
  return (
    <div className="rates-trend">
      <ChartFrame
        title={t(`rates.finding.${finding.kind}`, finding)}
        note={t('rates.trendNote', { until })}
        chart={<TrendChart items={items} marked={'month' in finding ? finding.month : undefined} />}
        table={<TrendTable items={items} />}
        save={<ExportList list="collection.trend" input={{ until, months: MONTHS }} name={`${t('rates.trendName')} ${until}`} />}
      />
    </div>
  );
}

function TrendTable({ items }: { items: readonly TrendMonth[] }) {
  const { t } = useTranslation(['arrears', 'common']);
  return (
    <div className="trend-table">
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
