import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ageBuckets, type AgeBucket } from '../../../shared/domain/arrears.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useQuery } from '../../api.ts';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { money, yuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { AgeingChart, type Aged } from './AgeingChart.tsx';
import { AgeingTable } from './AgeingTable.tsx';
import { ArrearsHomes } from './ArrearsHomes.tsx';
import { FilterBar, type AgeChoice } from './FilterBar.tsx';
import { LapsingStrip } from './LapsingStrip.tsx';

/** What is owed by age on a day: in all, by building or item, and home by home. */
export function AgeingPart() {
  const { t } = useTranslation('arrears');
  const [on, setOn] = useState<string>();
  const [filter, setFilter] = useState<AgeChoice>({});
  const [least, setLeast] = useState('');
  const minFen = parseYuan(least);
  const { building, item } = filter;
  const scope = { ...(on && { on }), ...(building && { building }), ...(item && { item }) };
  const ageing = useQuery('arrears.ageing', scope, { keepLast: true });
  const buckets = ageing.value?.buckets;
  const choose = (bucket: AgeBucket) => setFilter(({ bucket: present, ...others }) => ({ ...others, ...(bucket !== present && { bucket }) }));
  const found = buckets && findingOf(buckets);
  return (
    <div className="arrears-area">
      <FilterBar value={filter} onChange={setFilter}>
        <label className="least">
          {t('ageing.least')} <input className="input num" inputMode="decimal" value={least} aria-invalid={least !== '' && minFen === undefined} onChange={(event) => setLeast(event.target.value)} />
        </label>
        <DayInput label={t('ageing.on')} placeholder={t('ageing.today')} value={on} onChange={setOn} />
      </FilterBar>
      <RefusalNote refusal={ageing.refusal} onRetry={ageing.reload} />
      <div className="arrears-top">
        {!buckets && !ageing.refusal && <section className="card chart-frame"><Skeleton rows={8} height={18} /></section>}
        {buckets && found && (
          <ChartFrame
            title={t(`ageing.finding.${found.kind}`, { ...found, amount: yuan(found.amountFen), total: yuan(ageing.value?.totalFen ?? 0) })}
            note={t('ageing.note')}
            chart={<AgeingChart buckets={buckets} marked={filter.bucket ? [filter.bucket] : found.buckets} onChoose={choose} />}
            table={<BucketTable buckets={buckets} totalFen={ageing.value?.totalFen ?? 0} />}
            save={<ExportList list="arrears.ageing" input={scope} name={t('ageing.name')} />}
          />
        )}
        <AgeingTable scope={scope} />
      </div>
      <LapsingStrip scope={scope} on={filter.lapsing ?? false} onShow={() => setFilter(({ lapsing, ...others }) => ({ ...others, ...(!lapsing && { lapsing: true as const }) }))} />
      <ArrearsHomes filter={{ ...filter, ...(on && { on }), ...(minFen && { minFen }) }} />
    </div>
  );
}

type Finding = { kind: 'none' | 'old' | 'largest'; /** Those that it speaks of. */ buckets: AgeBucket[]; amountFen: number; percent: number };

/** The first of the ages over a year. */
const OLD = ageBuckets.indexOf('y1-2');

/** Debt older than a year when that is a quarter or more, else the age that holds most; nothing where nothing is owed. */
function findingOf(buckets: Aged): Finding {
  const total = buckets.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (total <= 0) return { kind: 'none', buckets: [], amountFen: 0, percent: 0 };
  const oldFen = buckets.slice(OLD).reduce((sum, { amountFen }) => sum + amountFen, 0);
  const largest = buckets.reduce((most, bucket) => (bucket.amountFen > most.amountFen ? bucket : most));
  const percentOf = (fen: number): number => Math.floor((200 * fen + total) / (2 * total));
  if (4 * oldFen >= total) return { kind: 'old', buckets: ageBuckets.slice(OLD), amountFen: oldFen, percent: percentOf(oldFen) };
  return { kind: 'largest', buckets: [largest.bucket], amountFen: largest.amountFen, percent: percentOf(largest.amountFen) };
}

function BucketTable({ buckets, totalFen }: { buckets: Aged; totalFen: number }) {
  const { t } = useTranslation(['arrears', 'common']);
  if (totalFen === 0) return <EmptyNote title={t('ageing.none')} />;
  return (
    <table className="book tight" aria-label={t('ageing.name')}>
      <thead><tr><th>{t('ageing.age')}</th><th className="num">{t('ageing.homes')}</th><th className="num led">{t('common:amountYuan')}</th></tr></thead>
      <tbody>
        {buckets.map(({ bucket, homes, amountFen }) => (
          <tr key={bucket}><td>{t(`bucket.${bucket}`)}</td><td className="num">{homes}</td><td className="num led">{money(amountFen)}</td></tr>
        ))}
        <tr className="sum-row"><td>{t('common:total')}</td><td /><td className="num led"><span className="dbl">{money(totalFen)}</span></td></tr>
      </tbody>
    </table>
  );
}
