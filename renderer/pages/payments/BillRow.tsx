import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../shared/domain/period.ts';
import { Button, Check, FundTag, Tag } from '../../components/controls.tsx';
import { money, shortDay, yuan } from '../../text/formats.ts';
import { useBasis, useBillPeriod } from '../../text/use-basis.ts';
import { useRefusalText } from '../../text/refusals.ts';
import { useItemName } from '../fees/item-name.ts';
import { LATE_FUND, type LineProblem, type OpenBill } from './payment-form.ts';
import type { PaymentForm } from './use-payment-form.ts';

type RowProps = {
  bill: OpenBill;
  form: PaymentForm;
  /** Some bill has a reduction: its column is shown. */
  showWaived: boolean;
  /** Asks for a reduction of this bill; undefined where the user may not. */
  onWaive: (() => void) | undefined;
};

/** One open bill: chosen or not, with the amount that is paid now, which may be less than what is open. */
export function BillRow({ bill, form, showWaived, onWaive }: RowProps) {
  const { t } = useTranslation('payments');
  const words = useBillWords(bill);
  const text = form.draft.lines[bill.billId];
  const problem = useProblem(bill, form);
  return (
    <tr className={text === undefined ? '' : 'on'} data-bill={bill.billId}>
      <td className="ck">
        <Check label={t('checkBill', words)} checked={text !== undefined} disabled={form.readOnly} onChange={() => form.change({ do: 'toggle', bill })} />
      </td>
      <td className="what" title={`${words.item} ${words.basis}`}>
        <b>{words.item}</b> <FormerDebtor bill={bill} form={form} />
        {bill.pendingWaiverFen > 0 && <Tag tone="amber">{t('waiverPending', { amount: yuan(bill.pendingWaiverFen) })}</Tag>} <span className="muted small">{words.basis}</span>
      </td>
      <td>
        <FundTag fund={bill.fund} />
      </td>
      <td className="period">{words.period}</td>
      <td className="num led">{money(bill.amountFen)}</td>
      {showWaived && <td className={`num ${bill.waivedFen === 0 ? 'muted' : ''}`}>{money(bill.waivedFen)}</td>}
      <td className={`num ${bill.paidFen === 0 ? 'muted' : ''}`}>{money(bill.paidFen)}</td>
      <td className="num">
        <b>{money(bill.openFen)}</b>
      </td>
      <AmountCell label={t('nowFor', words)} text={text} problem={problem} readOnly={form.readOnly} onChange={(typed) => form.change({ do: 'setLine', bill, text: typed })} />
      <td className="due">
        {problem === undefined ? <Due on={bill.dueOn} today={form.today} /> : <Problem>{problem}</Problem>}
        {onWaive && (
          <Button look="link" className="waive" aria-label={t('waiveBill', words)} onClick={onWaive}>
            {t('waive')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** What an overdue bill costs on top when it is paid today: taken now, or left open as a bill of its own. */
export function LateRow({ bill, form, span }: { bill: OpenBill; form: PaymentForm; /** Columns between the fund and the amount. */ span: number }) {
  const { t } = useTranslation('payments');
  const words = useBillWords(bill);
  const refusalWords = useRefusalText();
  const { sums, refusal } = form;
  const text = form.draft.late[bill.billId];
  const own = sums.lateProblems[bill.billId];
  const refused = refusal?.code === 'LATE_FEE_EXCEEDS' && refusal.details.billId === bill.billId ? refusalWords(refusal) : undefined;
  const problem = own ? problemText(t, own, bill.lateFen) : refused;
  return (
    <tr className={`late ${text === undefined ? '' : 'on'}`} data-late={bill.billId}>
      <td className="ck">
        <Check label={t('checkLate', words)} checked={text !== undefined} disabled={form.readOnly} onChange={() => form.change({ do: 'toggleLate', bill })} />
      </td>
      <td className="what">
        <b>{t('late')}</b>
      </td>
      <td>
        <FundTag fund={LATE_FUND} />
      </td>
      <td colSpan={span}>{t('lateDays', { count: bill.lateDays, amount: yuan(bill.lateFen) })}</td>
      <AmountCell label={t('lateFor', words)} text={text} problem={problem} readOnly={form.readOnly} onChange={(typed) => form.change({ do: 'setLate', bill, text: typed })} />
      <td className="due">{problem === undefined ? text === undefined && form.draft.lines[bill.billId] !== undefined && <span className="warn">{t('lateStays')}</span> : <Problem>{problem}</Problem>}</td>
    </tr>
  );
}

type AmountProps = { label: string; text: string | undefined; problem: string | undefined; readOnly: boolean; onChange: (text: string) => void };

function AmountCell({ label, text, problem, readOnly, onChange }: AmountProps) {
  const { t } = useTranslation('payments');
  return (
    <td className="amt">
      <input
        aria-label={label}
        inputMode="decimal"
        value={text ?? ''}
        placeholder={t('notNow')}
        aria-invalid={problem !== undefined}
        readOnly={readOnly}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
    </td>
  );
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <span className="red" role="alert">
      {children}
    </span>
  );
}

/** The bill's item, period, and what it was reckoned from with its note. */
export function useBillWords(bill: OpenBill): { item: string; period: string; basis: string } {
  const period = useBillPeriod();
  const basis = useBasis();
  const { t } = useTranslation('payments');
  return { item: useItemName()(bill.itemName), period: period(bill), basis: [basis(bill), bill.note].filter((part) => part !== '').join(t('basis.comma')) };
}

/** Marks what a former owner owes: the present one may pay it, but does not owe it. */
function FormerDebtor({ bill, form: { home } }: { bill: OpenBill; form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const debt = home.formerDebts.find(({ billIds }) => billIds.includes(bill.billId));
  return debt ? <Tag tone="amber">{t('formerOwner', { name: debt.names })}</Tag> : null;
}

function problemText(t: ReturnType<typeof useTranslation<'payments'>>['t'], problem: LineProblem, mostFen: number): string {
  return t(`problem.${problem}`, { amount: money(mostFen) });
}

/** What is wrong with the amount of a bill: what the form sees itself, or what main refused. */
function useProblem(bill: OpenBill, { sums, refusal }: PaymentForm): string | undefined {
  const { t } = useTranslation('payments');
  const words = useRefusalText();
  const own = sums.problems[bill.billId];
  if (own) return problemText(t, own, bill.openFen);
  const refused = refusal && refusal.code !== 'LATE_FEE_EXCEEDS' && 'billId' in refusal.details && refusal.details.billId === bill.billId;
  return refused ? words(refusal) : undefined;
}

function Due({ on, today }: { on: string; today: string }) {
  const { t } = useTranslation('payments');
  const days = daysBetween(on, today);
  const date = on.slice(0, 4) === today.slice(0, 4) ? shortDay(on) : on;
  const [tone, words] = days > 0 ? (['red', t('overdue', { count: days })] as const) : days === 0 ? (['warn', t('dueToday')] as const) : (['muted', t('notDue')] as const);
  return (
    <span className={tone}>
      <span>{date}</span> <span>{words}</span>
    </span>
  );
}
