import { useReducer, useState } from 'react';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand } from '../../api.ts';
import { changeDraft, startDraft, sumDraft, type Draft, type DraftAction, type HomeDetails, type Line, type OpenBill, type Promotion, type Sums } from './payment-form.ts';

export type Registered = Output<'payments.register'> & { paymentId: string; totalFen: number; changeFen: number; lateLeftFen: number; print: boolean };

export type PaymentForm = {
  home: HomeDetails;
  bills: readonly OpenBill[];
  promotion: Promotion | null;
  today: string;
  draft: Draft;
  sums: Sums;
  readOnly: boolean;
  registering: boolean;
  refusal: Refusal | undefined;
  /** Enter was pressed with nothing to take. */
  nothingToTake: boolean;
  change: (action: DraftAction) => void;
  register: (print: boolean) => Promise<void>;
};

type Options = {
  home: HomeDetails;
  /** The same array until the bills were read again. */
  bills: readonly OpenBill[];
  promotion: Promotion | null;
  today: string;
  readOnly: boolean;
  chooseNone: boolean;
  onTouch: () => void;
  onRegistered: (registered: Registered) => void;
};

/** The payment form of one home: its draft, what that sums to, and registering it. */
export function usePaymentForm({ home, bills, promotion, today, readOnly, chooseNone, onTouch, onRegistered }: Options): PaymentForm {
  const [draft, dispatch] = useReducer(changeDraft, undefined, () => startDraft(bills, home, { today, chooseNone }));
  const [before, setBefore] = useState(bills);
  if (before !== bills) {
    setBefore(bills);
    dispatch({ do: 'refresh', before, bills, chooseBy: chooseNone ? undefined : today });
  }
  const { run, running, refusal, clear } = useCommand('payments.register');
  const [nothingToTake, setNothingToTake] = useState(false);
  const sums = sumDraft(draft, bills, { monthlyFeeFen: home.monthlyFeeFen, promotion });
  const change = (action: DraftAction) => {
    clear();
    setNothingToTake(false);
    onTouch();
    dispatch(action);
  };
  const register = async (print: boolean) => {
    if (readOnly) return;
    setNothingToTake(sums.totalFen === 0);
    if (!canRegister(sums)) return;
    const reply = await run(paymentOf(draft, sums, home, today));
    if (!reply.ok) return;
    const changeFen = draft.method === 'cash' && sums.tenderedFen !== undefined ? sums.tenderedFen - sums.totalFen : 0;
    onRegistered({ ...reply.value, paymentId: draft.paymentId, totalFen: sums.totalFen, changeFen, lateLeftFen: sums.lateLeftFen, print });
  };
  return { home, bills, promotion, today, draft, sums, readOnly, registering: running, refusal, nothingToTake, change, register };
}

/** Whether there is something to take and nothing on the form that cannot be read. */
export function canRegister(sums: Sums): boolean {
  return sums.totalFen > 0 && !sums.totalUnreadable && Object.keys({ ...sums.problems, ...sums.lateProblems }).length === 0;
}

function paymentOf(draft: Draft, sums: Sums, home: HomeDetails, today: string): CallInput<'payments.register'> {
  const { payer, payerRole } = payerOf(draft, home.people);
  const transactionNo = draft.transactionNo.trim();
  const linesOf = (lines: readonly Line[]) => lines.map(({ bill, amountFen }) => ({ billId: bill.billId, amountFen }));
  return {
    paymentId: draft.paymentId, homeId: home.homeId, receivedOn: today, method: draft.method,
    amountFen: sums.totalFen, lines: linesOf(sums.lines), lateFees: linesOf(sums.late), payerRole,
    ...(payer === '' ? {} : { payer }),
    ...(draft.method !== 'cash' && transactionNo !== '' ? { transactionNo } : {}),
    ...(draft.method === 'cash' && sums.tenderedFen !== undefined ? { tenderedFen: sums.tenderedFen } : {}),
  };
}

/** The name printed as payer, and in which role. */
export function payerOf(draft: Pick<Draft, 'payer' | 'payerName'>, people: HomeDetails['people']): { payer: string; payerRole: 'owner' | 'tenant' | 'other' } {
  const person = people.find(({ personId }) => personId === draft.payer);
  return person ? { payer: person.name, payerRole: person.role } : { payer: draft.payerName.trim(), payerRole: 'other' };
}

/** The text that the total's box shows: what is being typed, else the sum. */
export function totalTextOf(draft: Draft, sums: Sums): string {
  return draft.totalText ?? formatFen(sums.totalFen);
}
