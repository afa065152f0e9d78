import { useTranslation } from 'react-i18next';
import type { BalanceSource } from '../../../shared/domain/board.ts';
import { cashFinding, sourceFinding } from '../../../shared/domain/board-findings.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { BoardSave } from './BoardSave.tsx';
import type { CardProps } from './card-type.ts';

/** The account that a source is read on. */
const ACCOUNTS: Readonly<Partial<Record<BalanceSource, string>>> = { 'parking-resident': '2241.03.01', 'parking-daytime': '2241.03.02', 'parking-other': '2241.03.03', subsidy: '2241.03.09', advertising: '2241.03.21', telecom: '2241.03.22', venue: '2241.03.23', interest: '2241.03.71', maintenance: '2241.03.72', spending: '2241.03.73', owed: '1122' };

/** Where the common balance comes from: what each source brought less what it cost, since the books began. */
export function SourcesCard({ board: { common, months }, input }: CardProps) {
  const { t } = useTranslation('board');
  const finding = sourceFinding(common);
  const top = common.sources.find(({ source }) => source === finding.values['source']);
  const most = Math.max(0, ...common.sources.map(({ balanceFen }) => Math.abs(balanceFen)));
  const hrefOf = (source: BalanceSource): string => {
    const account = ACCOUNTS[source];
    if (source === 'charging') return linkTo('charging', { tab: 'meters' });
    return account === undefined ? linkTo('ledger', { book: 'trial', on: lastDay(months.to) }) : linkTo('ledger', { book: 'account', account, fund: 'common', from: firstDay(months.from), to: lastDay(months.to) });
  };
  const rows = (withBars: boolean) => (
    <table className={withBars ? 'board-list' : 'book tight'} aria-label={t('sources.name')}>
      <thead><tr><th>{t('sources.source')}</th>{withBars && <th />}<th className="num">{t('sources.moved')}</th><th className="num">{t('sources.balance')}</th></tr></thead>
      <tbody>
        {common.sources.map(({ source, movedFen, balanceFen }) => (
          <tr key={source}>
            <td>{t(`sources.names.${source}`)}</td>
            {withBars && <td className="board-bar"><i className={balanceFen < 0 ? 'board-subsidy' : 'board-daytime'} style={{ width: `${most === 0 ? 0 : (100 * Math.abs(balanceFen)) / most}%` }} /></td>}
            <td className="num"><a className="figure" href={hrefOf(source)}>{money(movedFen)}</a></td>
            <td className="num"><a className="figure" href={hrefOf(source)}>{money(balanceFen)}</a></td>
          </tr>
        ))}
        <tr className="sum-row"><td>{t('sources.left')}</td>{withBars && <td />}<td className="num">{money(sumFen(common.sources.map(({ movedFen }) => movedFen)))}</td><td className="num"><span className="dbl">{money(common.now.balanceFen)}</span></td></tr>
      </tbody>
    </table>
  );
  const none = finding.kind === 'none' && <EmptyNote title={t('sources.finding.none')} />;
  return <ChartFrame title={t(`sources.finding.${finding.kind}`, { ...finding.values, source: t(`sources.names.${top?.source ?? 'rest'}`) })} note={t('sources.note')} chart={none || rows(true)} table={none || rows(false)} save={<BoardSave list="board.summary" input={input} name={t('sources.name')} />} />;
}

/** Money in hand by whose it is. */
export function CashCard({ board: { cash, asOf }, input }: CardProps) {
  const { t } = useTranslation(['board', 'common']);
  const finding = cashFinding(cash);
  const most = Math.max(0, ...cash.map(({ totalFen }) => totalFen));
  const sum = (of: (one: (typeof cash)[number]) => number): string => money(sumFen(cash.map(of)));
  const chart = (
    <table className="board-list" aria-label={t('cash.name')}>
      <tbody>
        {cash.map(({ fund, totalFen }) => <tr key={fund}><td>{t(`common:fundLong.${fund}`)}</td><td className="board-bar"><i className={fund === 'common' ? 'board-red' : 'board-grey'} style={{ width: `${most === 0 ? 0 : (100 * Math.max(0, totalFen)) / most}%` }} /></td><td className="num"><a className="figure" href={linkTo('ledger', { book: 'trial', on: asOf })}>{money(totalFen)}</a></td></tr>)}
        <tr className="sum-row"><td>{t('total')}</td><td /><td className="num"><span className="dbl">{sum(({ totalFen }) => totalFen)}</span></td></tr>
      </tbody>
    </table>
  );
  const table = (
    <table className="book tight" aria-label={t('cash.name')}>
      <thead><tr><th>{t('cash.fund')}</th><th className="num">{t('cash.drawer')}</th><th className="num">{t('cash.bank')}</th><th className="num">{t('cash.transit')}</th></tr></thead>
      <tbody>{cash.map(({ fund, cashFen, bankFen, transitFen }) => <tr key={fund}><td>{t(`common:fundLong.${fund}`)}</td><td className="num">{money(cashFen)}</td><td className="num">{money(bankFen)}</td><td className="num">{money(transitFen)}</td></tr>)}</tbody>
      <tfoot><tr className="sum-row"><td>{t('total')}</td><td className="num">{sum(({ cashFen }) => cashFen)}</td><td className="num">{sum(({ bankFen }) => bankFen)}</td><td className="num">{sum(({ transitFen }) => transitFen)}</td></tr></tfoot>
    </table>
  );
  const none = finding.kind === 'none' && <EmptyNote title={t('cash.finding.none')} />;
  return <ChartFrame title={t(`cash.finding.${finding.kind}`, finding.values)} note={t('cash.note', { on: asOf.slice(5) })} chart={none || chart} table={none || table} save={<BoardSave list="board.summary" input={input} name={t('cash.name')} />} />;
}
