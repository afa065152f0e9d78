import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { ageBuckets, type AgeBucket } from '../../../../shared/domain/arrears.ts';
import { useQuery } from '../../../api.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Button } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { money, yuan } from '../../../text/formats.ts';
import { owedFen, owedFinding, owedKinds } from './findings.ts';
import { StackBar, StackLegend } from './StackBar.tsx';
import { WaitCard } from './WaitCard.tsx';

type Owed = Output<'parking.arrears'>;

/** What parking is owed by age and kind, and by whom. */
export function OwedCard() {
  const { t } = useTranslation('parkingIncome');
  const [bucket, setBucket] = useState<AgeBucket>();
  const found = useQuery('parking.arrears', {});
  if (!found.value) return <WaitCard refusal={found.refusal} onRetry={found.reload} />;
  const { buckets, items, totalFen } = found.value;
  const finding = owedFinding(buckets);
  const words = finding.kind === 'none' ? {} : { total: yuan(finding.totalFen), ...(finding.kind === 'mostly' && { overdue: yuan(finding.overdueFen), kind: t(`kind.${finding.who}`), percent: finding.percent }) };
  const empty = <EmptyNote title={t('arrears.none')}>{t('arrears.noneNote')}</EmptyNote>;
  return (
    <ChartFrame
      title={t(`arrears.finding.${finding.kind}`, words)}
      note={t('arrears.note')}
      chart={totalFen === 0 ? empty : bucket === undefined ? <AgeBars buckets={buckets} totalFen={totalFen} onChoose={setBucket} /> : <PayersOf items={items} bucket={bucket} onBack={() => setBucket(undefined)} />}
      table={totalFen === 0 ? empty : <PayerTable items={items} />}
      save={<ExportList list="parking.arrears" input={{}} name={t('arrears.name')} />}
    />
  );
}

function AgeBars({ buckets, totalFen, onChoose }: { buckets: Owed['buckets']; totalFen: number; onChoose: (bucket: AgeBucket) => void }) {
  const { t } = useTranslation(['parkingIncome', 'arrears']);
  const sumOf = (one: Owed['buckets'][number]): number => owedKinds.reduce((sum, kind) => sum + owedFen(one, kind), 0);
  const mostFen = Math.max(...buckets.map(sumOf));
  return (
    <>
      <StackLegend names={owedKinds.map((kind) => [kind, t(`kind.${kind}`)] as const)} />
      <table className="book tight ranking" aria-label={t('arrears.name')}>
        <thead><tr><th>{t('arrears.age')}</th><th className="bar-cell" /><th className="num led">{t('arrears.owed')}</th></tr></thead>
        <tbody>
          {buckets.map((one) => (
            <tr key={one.bucket} className={sumOf(one) === 0 ? 'nothing' : ''}>
              <td>{sumOf(one) === 0 ? t(`arrears:bucket.${one.bucket}`) : <button type="button" className="figure" onClick={() => onChoose(one.bucket)}>{t(`arrears:bucket.${one.bucket}`)}</button>}</td>
              <td className="bar-cell"><StackBar mostFen={mostFen} parts={owedKinds.map((kind) => ({ kind, fen: owedFen(one, kind) }))} /></td>
              <td className="num led">{sumOf(one) === 0 ? '—' : money(sumOf(one))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr className="sum-row"><td>{t('sum')}</td><td /><td className="num led"><span className="dbl">{money(totalFen)}</span></td></tr></tfoot>
      </table>
    </>
  );
}

function PayersOf({ items, bucket, onBack }: { items: Owed['items']; bucket: AgeBucket; onBack: () => void }) {
  const { t } = useTranslation(['parkingIncome', 'arrears']);
  const at = ageBuckets.indexOf(bucket);
  const those = items.filter(({ amounts }) => amounts[at] !== 0).map((item) => ({ ...item, openFen: item.amounts[at] ?? 0 }));
  return (
    <>
      <div className="chosen-bar"><b>{t(`arrears:bucket.${bucket}`)}</b><Button look="link" onClick={onBack}>{t('arrears.every')}</Button></div>
      <PayerTable items={those} />
    </>
  );
}

function PayerTable({ items }: { items: Owed['items'] }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <table className="book tight" aria-label={t('arrears.name')}>
      <thead><tr><th>{t('arrears.who')}</th><th>{t('arrears.kind')}</th><th>{t('arrears.oldest')}</th><th className="num led">{t('arrears.owed')}</th></tr></thead>
      <tbody>
        {items.map(({ homeId, label, lessee, kind, oldestDueOn, openFen }) => (
          <tr key={`${String(homeId)} ${kind}`}><td><a className="figure" href={linkTo('payments', { home: homeId })} title={lessee}>{label}</a></td><td>{t(`kind.${kind}`)}</td><td>{oldestDueOn}</td><td className="num led">{money(openFen)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
