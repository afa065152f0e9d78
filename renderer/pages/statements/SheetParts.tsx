import { useTranslation } from 'react-i18next';
import type { StatementContent } from '../../../shared/contract/statement-content.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { ledgerParams } from '../ledger/selection.ts';
import { Figure, type SheetProps } from './Figure.tsx';

const FUND_OF = { common: 'common', fees: 'property' } as const;

/** From the opening balance to the closing one, and where the money is; balances open the accounts of their day. */
export function BalancePart({ content, onDrill }: SheetProps) {
  const { t } = useTranslation('statements');
  const { steps, holdings, differenceFen, closingFen, lines, from, to } = content;
  const net = lines.filter(({ section }) => ['income', 'tax', 'energy', 'direct', 'cost'].includes(section)).map(({ line }) => line);
  const balance = (fen: number, on: string) => <a className="figure" href={linkTo('ledger', ledgerParams({ book: 'trial', on }))}>{money(fen)}</a>;
  return (
    <section aria-label={t('sheet.balance')}>
      <h3>{t('sheet.balance')}</h3>
      <table className="book" aria-label={t('sheet.balance')}>
        <thead><tr><th>{t('column.step')}</th><th>{t('column.basis')}</th><th className="num led">{t('column.amount')}</th></tr></thead>
        <tbody>
          {steps.filter(({ key }) => key !== 'closing').map(({ key, name, basis, amountFen, lines: own }) => (
            <tr key={key}><td>{name}</td><td className="muted">{basis}</td><td className="num led">{key === 'opening' ? balance(amountFen, dayBefore(from)) : <Figure title={name} amountFen={amountFen} lines={key === 'net' ? net : own} onDrill={onDrill} />}</td></tr>
          ))}
          <tr className="sum-row"><td>{t('sheet.closing')}</td><td /><td className="num led">{balance(closingFen, lastDay(to))}</td></tr>
          {holdings.map(({ key, name, basis, amountFen }) => <tr key={key}><td>{name}</td><td className="muted">{basis}</td><td className="num led">{/^\d/.test(key) ? <a className="figure" href={linkTo('ledger', ledgerParams({ book: 'account', account: key, fund: FUND_OF[content.kind], from: firstDay(from), to: lastDay(to) }))}>{money(amountFen)}</a> : money(amountFen)}</td></tr>)}
          <tr><td>{t('sheet.difference')}</td><td className="muted">{t('sheet.differenceNote')}</td><td className={`num led ${differenceFen === 0 ? '' : 'red'}`}><b>{money(differenceFen)}</b></td></tr>
        </tbody>
      </table>
    </section>
  );
}

/** The ledger's balances before a month are those of the last day of the month before. */
function dayBefore(month: string): string {
  const [year, no] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return lastDay(no === 1 ? `${year - 1}-12` : `${month.slice(0, 5)}${String(no - 1).padStart(2, '0')}`);
}

export function CostsPart({ content, onDrill }: SheetProps) {
  const { t } = useTranslation('statements');
  const { costs, costTotalFen } = content;
  return (
    <section aria-label={t('sheet.costs')}>
      <h3>{t('sheet.costs')}</h3>
      <table className="book" aria-label={t('sheet.costs')}>
        <thead><tr><th>{t('column.category')}</th><th>{t('column.what')}</th><th className="num led">{t('column.amount')}</th></tr></thead>
        <tbody>{costs.map(({ category, what, amountFen, lines }, index) => <tr key={`${category} ${what}`}><td>{costs[index - 1]?.category === category ? '' : category}</td><td>{what}</td><td className="num led"><Figure title={what} amountFen={amountFen} lines={lines} onDrill={onDrill} /></td></tr>)}</tbody>
        <tfoot><tr className="sum-row"><td colSpan={2}>{t('sheet.total')}</td><td className="num led"><Figure title={t('sheet.costs')} amountFen={costTotalFen} lines={costs.flatMap(({ lines }) => lines)} onDrill={onDrill} /></td></tr></tfoot>
      </table>
    </section>
  );
}

/** What people ask, with figures that a calculator can follow. */
export function QuestionsPart({ content: { equations } }: { content: StatementContent }) {
  const { t } = useTranslation('statements');
  if (equations.length === 0) return null;
  return (
    <section aria-label={t('sheet.questions')}>
      <h3>{t('sheet.questions')}</h3>
      <div className="st-two">{equations.map(({ ask, answer, terms }) => (
        <div key={ask} className="st-say"><p><b>{ask}</b> {answer}</p><div>{terms.map(({ name, sign, amountFen }) => <span key={name}>{sign !== '' && <i>{sign}</i>}<b>{money(amountFen)}<small>{name}</small></b></span>)}</div></div>
      ))}</div>
    </section>
  );
}
