import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useQuery } from '../../../api.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Button } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { money, yuan } from '../../../text/formats.ts';
import { yearUntil } from '../YearStepper.tsx';
import { yieldFinding } from './findings.ts';
import { StackBar, StackLegend } from './StackBar.tsx';
import { WaitCard } from './WaitCard.tsx';

type Item = Output<'parking.yield'>['items'][number];
/** How many of the first and of the last are ranked; a table page. */
const [FIRST, LAST, PAGE] = [6, 2, 200];

/** What each space brought in twelve months: the first and the last ones, or all in a table. */
export function YieldCard({ until }: { until: string }) {
  const { t } = useTranslation('parkingIncome');
  const input = yearUntil(until);
  const found = useQuery('parking.yield', input, { keepLast: true });
  if (!found.value) return <WaitCard refusal={found.refusal} onRetry={found.reload} />;
  const { items, zones } = found.value;
  const finding = yieldFinding(items, zones);
  const words = finding.kind === 'none' ? {} : { ...finding, most: yuan(finding.mostFen), average: yuan(finding.averageFen), times: `${String(Math.floor(finding.timesTenths / 10))}.${String(finding.timesTenths % 10)}` };
  const empty = <EmptyNote title={t('yield.none')}>{t('yield.noneNote')}</EmptyNote>;
  return (
    <ChartFrame
      title={t(`yield.finding.${finding.kind}`, words)}
      note={t('yield.note', { until })}
      chart={items.length === 0 ? empty : <Ranking items={items} />}
      table={items.length === 0 ? empty : <YieldTable items={items} />}
      save={<ExportList list="parking.yield" input={input} name={`${t('yield.name')} ${until}`} />}
    />
  );
}

function Ranking({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('parkingIncome');
  const isShort = items.length <= FIRST + LAST + 1;
  const [first, rest, last] = isShort ? [items, [], []] : [items.slice(0, FIRST), items.slice(FIRST, -LAST), items.slice(-LAST)];
  const mostFen = items[0]?.totalFen ?? 0;
  const row = (item: Item, rank: number) => <RankRow key={item.space} item={item} rank={rank} mostFen={mostFen} />;
  return (
    <>
      <StackLegend names={[['resident', t('paidBy')], ['subsidy', t('account.subsidy')], ['daytime', t('account.daytime')]]} />
      <table className="book tight ranking" aria-label={t('yield.name')}>
        <thead><tr><th /><th>{t('yield.space')}</th><th className="bar-cell" /><th className="num led">{t('yield.total')}</th><th className="num">{t('yield.days')}</th></tr></thead>
        <tbody>
          {first.map((item, index) => row(item, index + 1))}
          {rest.length > 0 && <tr className="rest"><td colSpan={5}>{t('yield.rest', { count: rest.length, amount: yuan(rest.reduce((fen, { totalFen }) => fen + totalFen, 0)) })}</td></tr>}
          {last.map((item, index) => row(item, items.length - LAST + index + 1))}
        </tbody>
      </table>
    </>
  );
}

function RankRow({ item: { space, zone, residentPaidFen, subsidyFen, daytimeFen, totalFen, daysLet }, rank, mostFen }: { item: Item; rank: number; mostFen: number }) {
  return (
    <tr>
      <td className="num muted">{rank}</td>
      <td><SpaceLink space={space} /> <span className="muted small">{zone}</span></td>
      <td className="bar-cell"><StackBar mostFen={mostFen} parts={[{ kind: 'resident', fen: residentPaidFen }, { kind: 'subsidy', fen: subsidyFen }, { kind: 'daytime', fen: daytimeFen }]} /></td>
      <td className="num led">{money(totalFen)}</td>
      <td className="num">{daysLet}</td>
    </tr>
  );
}

function SpaceLink({ space }: { space: string }) {
  return <a className="figure" href={linkTo('parking', { tab: 'leases', search: space })}><b>{space}</b></a>;
}

function YieldTable({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('parkingIncome');
  const [shown, setShown] = useState(PAGE);
  const left = items.length - shown;
  return (
    <>
      <table className="book tight" aria-label={t('yield.name')}>
        <thead><tr><th>{t('yield.space')}</th><th>{t('yield.title_')}</th><th className="num">{t('yield.days')}</th><th className="num led">{t('yield.paid')}</th><th className="num">{t('yield.spent')}</th><th className="num">{t('yield.daytime')}</th><th className="num">{t('yield.total')}</th></tr></thead>
        <tbody>
          {items.slice(0, shown).map(({ space, title, daysLet, residentPaidFen, subsidyFen, daytimeFen, totalFen }) => (
            <tr key={space}><td><SpaceLink space={space} /></td><td>{t(`title.${title}`)}</td><td className="num">{daysLet}</td><td className="num led">{money(residentPaidFen)}</td><td className="num">{money(subsidyFen)}</td><td className="num">{money(daytimeFen)}</td><td className="num"><b>{money(totalFen)}</b></td></tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <Button className="show-more" onClick={() => setShown(shown + PAGE)}>{t('yield.more', { count: Math.min(PAGE, left) })}</Button>}
    </>
  );
}
