import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { kgText } from '../../../shared/domain/market.ts';
import { addDays, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { useQuery } from '../../api.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { WaitCard } from '../parking/income/WaitCard.tsx';
import { YearStepper, yearUntil } from '../parking/YearStepper.tsx';
import { growerFinding, shopFinding, type ShopMonth } from './market-findings.ts';
import { GrowersChart, SalesChart } from './ShopChart.tsx';

type Trend = Output<'market.trend'>;

/** What the shop gives: twelve months of sales, saving and growers' income, and the last of them in detail. */
export function OverviewPart() {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [until, setUntil] = useState(() => addDays(firstDay(today.slice(0, 7)), -1).slice(0, 7));
  const input = yearUntil(until);
  const trend = useQuery('market.trend', input, { keepLast: true });
  const save = <ExportList list="market.trend" input={input} name={`${t('overview.name')} ${until}`} />;
  const { value } = trend;
  const shop = shopFinding(value?.rows ?? []);
  const growers = growerFinding(value?.rows ?? []);
  const shopTitle = shop.kind === 'none' ? t('overview.finding.none') : shop.kind === 'saved' || shop.kind === 'dearer' ? t(`overview.finding.${shop.kind}`, { count: shop.count, sales: money(shop.salesFen), saving: money(shop.savingFen), share: shop.share }) : t(`overview.finding.${shop.kind}`, { count: shop.count, sales: money(shop.salesFen) });
  const growerTitle = growers.kind === 'none' ? t('overview.growerFinding.none') : t('overview.growerFinding.top', { count: growers.count, total: money(growers.totalFen), village: growers.village, share: growers.share });
  const empty = <EmptyNote title={t('overview.finding.none')}>{t('overview.noneNote')}</EmptyNote>;
  return (
    <div className="market-scroll">
      <div><YearStepper until={until} onChange={setUntil} /></div>
      {value ? (
        <div className="market-charts">
          <ChartFrame title={shopTitle} note={t('overview.note')} chart={shop.kind === 'none' ? empty : <SalesChart months={value.rows} />} table={<MonthTable rows={value.rows} />} save={save} />
          <ChartFrame title={growerTitle} note={t('overview.growerNote')} chart={growers.kind === 'none' ? <EmptyNote title={t('overview.growerFinding.none')} /> : <GrowersChart months={value.rows} villages={value.villages} />} table={<GrowerTable trend={value} />} save={save} />
        </div>
      ) : <WaitCard refusal={trend.refusal} onRetry={trend.reload} />}
      <MonthCard month={until} />
    </div>
  );
}

function MonthTable({ rows }: { rows: readonly ShopMonth[] }) {
  const { t } = useTranslation('market');
  const sum = (of: (row: ShopMonth) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const figures: [string, (row: ShopMonth) => number][] = [[t('salesFen'), (row) => row.salesFen], [t('savingFen'), (row) => row.savingFen], [t('growersFen'), (row) => row.boughtFen], [t('waived'), (row) => row.waivedRentFen], [t('uncompared'), (row) => row.uncomparedFen]];
  return (
    <table className="book tight" aria-label={t('overview.list')}>
      <thead><tr><th>{t('month')}</th>{figures.map(([name]) => <th key={name} className="num">{name}</th>)}<th className="num">{t('above')}</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={row.month}><td><a className="figure" href={linkTo('market', { tab: 'sales', from: firstDay(row.month), to: lastDay(row.month) })}>{row.month}</a></td>{figures.map(([name, of]) => <td key={name} className={`num ${of(row) < 0 ? 'red' : ''}`}>{money(of(row))}</td>)}<td className="num">{row.aboveReference.toLocaleString('en-US')}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td>{figures.map(([name, of]) => <td key={name} className="num">{money(sum(of))}</td>)}<td className="num">{sum((row) => row.aboveReference).toLocaleString('en-US')}</td></tr></tfoot>
    </table>
  );
}

function GrowerTable({ trend: { rows, villages } }: { trend: Trend }) {
  const { t } = useTranslation('market');
  const paid = (row: ShopMonth, village: string): number => row.growers.find((one) => one.village === village)?.fen ?? 0;
  return (
    <table className="book tight" aria-label={t('overview.growerList')}>
      <thead><tr><th>{t('month')}</th>{villages.map((village) => <th key={village} className="num">{village} ¥</th>)}<th className="num">{t('sum')} ¥</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={row.month}><td><a className="figure" href={linkTo('market', { tab: 'deliveries', from: firstDay(row.month), to: lastDay(row.month) })}>{row.month}</a></td>{villages.map((village) => <td key={village} className="num">{money(paid(row, village))}</td>)}<td className="num">{money(row.boughtFen)}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td>{villages.map((village) => <td key={village} className="num">{money(rows.reduce((total, row) => total + paid(row, village), 0))}</td>)}<td className="num">{money(rows.reduce((total, row) => total + row.boughtFen, 0))}</td></tr></tfoot>
    </table>
  );
}

/** One month: its figures with the rows behind them, and the rent that was waived in kind. */
function MonthCard({ month }: { month: string }) {
  const { t } = useTranslation('market');
  const { value, refusal, reload } = useQuery('market.summary', { month }, { keepLast: true });
  if (!value) return <WaitCard refusal={refusal} onRetry={reload} />;
  const days = { from: firstDay(month), to: lastDay(month) };
  const facts: [string, string, string, string][] = [
    [t('turnover'), `¥${money(value.salesFen)}`, `${t('overview.facts.sold')} ${kgText(value.soldGrams)} kg`, linkTo('market', { tab: 'sales', ...days })], [t('saving'), `¥${money(value.savingFen)}`, '', linkTo('market', { tab: 'sales', ...days })],
    [t('growers'), `¥${money(value.boughtFen)}`, Object.entries(value.growersFen).map(([village, fen]) => `${village} ${money(fen)}`).join(' · '), linkTo('market', { tab: 'deliveries', ...days })],
    [t('rentKind'), `¥${money(value.waivedRentFen)}`, '', linkTo('market', { tab: 'agreements' })],
    [t('overview.facts.wasted'), `${kgText(value.wastedGrams)} kg`, '', linkTo('market', { tab: 'deliveries', view: 'waste', ...days })],
    [t('overview.facts.inspections'), value.inspections === 0 ? t('overview.facts.none') : t('overview.facts.times', { count: value.inspections }), value.inspections === 0 ? '' : value.failed === 0 ? t('overview.facts.allPassed') : t('overview.facts.failed', { count: value.failed }), linkTo('market', { tab: 'checks' })],
    [t('overview.facts.complaints'), value.complaints === 0 ? t('overview.facts.none') : t('overview.facts.cases', { count: value.complaints }), value.complaints === 0 ? '' : value.unanswered === 0 ? t('overview.facts.allAnswered') : t('overview.facts.unanswered', { count: value.unanswered }), linkTo('market', { tab: 'checks' })],
  ];
  return (
    <section className="card market-card">
      <div className="sec"><h2>{t('overview.monthTitle', { month })}</h2></div>
      <dl className="market-facts">{facts.map(([name, figure, more, href]) => <div key={name}><dt>{name}</dt><dd><a className="figure" href={href}>{figure}</a>{more !== '' && <small>{more}</small>}</dd></div>)}</dl>
      {value.agreements.length === 0 && <p className="muted">{t('overview.kindNone', { month })}</p>}
      {value.agreements.map((one) => <p key={one.agreementId}>{t('overview.kind', { month, imputed: money(one.imputedRentFen), days: one.days, total: one.daysInMonth, fen: money(one.waivedFen) })}</p>)}
      {value.aboveReference > 0 && <p className="red">{t('overview.aboveNote', { month, count: value.aboveReference })} <a className="text-link" href={linkTo('market', { tab: 'sales', above: 1, ...days })}>{t('overview.seeAbove')}</a></p>}
      {value.uncomparedFen > 0 && <p className="muted">{t('overview.uncomparedNote', { amount: money(value.uncomparedFen) })}</p>}
    </section>
  );
}
