import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../shared/domain/period.ts';
import { Check, FundTag } from '../../components/controls.tsx';
import { area, money, rate, shortDay } from '../../text/formats.ts';
import { usePeriod } from '../../text/use-period.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { useItemName } from '../fees/item-name.ts';
import type { OpenBill } from './payment-form.ts';
import type { PaymentForm } from './use-payment-form.ts';

/** One open bill: chosen or not, with the amount that is paid now, which may be less than what is open. */
export function BillRow({ bill, form }: { bill: OpenBill; form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const period = usePeriod();
  const text = form.draft.lines[bill.billId];
  const on = text !== undefined;
  const itemName = useItemName()(bill.itemName);
  const words = { item: itemName, period: period(bill.from, bill.to) };
  const problem = useProblem(bill, form);
  return (
    <tr className={on ? 'on' : ''} data-bill={bill.billId}>
      <td className="ck">
        <Check label={t('checkBill', words)} checked={on} disabled={form.readOnly} onChange={() => form.change({ do: 'toggle', bill })} />
      </td>
      <td className="what">
        <b>{itemName}</b>{' '}
        {bill.areaDm2 !== null && bill.rateE4 !== null && (
          <span className="muted small">
            {area(bill.areaDm2)} m² × {rate(bill.rateE4)}
          </span>
        )}
      </td>
      <td>
        <FundTag fund={bill.fund} />
      </td>
      <td>{words.period}</td>
      <td className="num led">{money(bill.amountFen)}</td>
      <td className={`num ${bill.paidFen === 0 ? 'muted' : ''}`}>{money(bill.paidFen)}</td>
      <td className="num">
        <b>{money(bill.openFen)}</b>
      </td>
      <td className="amt">
        <input
          aria-label={t('nowFor', words)}
          inputMode="decimal"
          value={text ?? ''}
          placeholder={t('notNow')}
          aria-invalid={problem !== undefined}
          readOnly={form.readOnly}
          onFocus={(event) => event.target.select()}
          onChange={(event) => form.change({ do: 'setLine', billId: bill.billId, text: event.target.value })}
        />
      </td>
      <td className="due">{problem === undefined ? <Due on={bill.dueOn} today={form.today} /> : <span className="red" role="alert">{problem}</span>}</td>
    </tr>
  );
}

/** What is wrong with the amount of a bill: what the form sees itself, or what main refused. */
function useProblem(bill: OpenBill, { sums, refusal }: PaymentForm): string | undefined {
  const { t } = useTranslation('payments');
  const words = useRefusalText();
  const own = sums.problems[bill.billId];
  if (own) return t(`problem.${own}`, { amount: money(bill.openFen) });
  return refusal && 'billId' in refusal.details && refusal.details.billId === bill.billId ? words(refusal) : undefined;
}

function Due({ on, today }: { on: string; today: string }) {
  const { t } = useTranslation('payments');
  const days = daysBetween(on, today);
  const date = on.slice(0, 4) === today.slice(0, 4) ? shortDay(on) : on;
  if (days > 0) return <span className="red">{t('overdue', { date, count: days })}</span>;
  if (days === 0) return <span className="warn">{t('dueToday', { date })}</span>;
  return <span className="muted">{t('notDue', { date })}</span>;
}
