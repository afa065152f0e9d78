import { useReducer, useState } from 'react';
import type { CallInput } from '../../../shared/contract/index.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand } from '../../api.ts';
import { changeDraft, startDraft, sumDraft, type Draft, type DraftAction, type HomeDetails, type OpenBill, type Sums } from './payment-form.ts';

export type Registered = { paymentId: string; receiptNo: string; totalFen: number; changeFen: number; prepaidFen: number; openFen: number; print: boolean };

export type PaymentForm = {
  home: HomeDetails;
  bills: OpenBill[];
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
  bills: OpenBill[];
  today: string;
  readOnly: boolean;
  chooseNone: boolean;
  onTouch: () => void;
  onRegistered: (registered: Registered) => void;
};

/** The payment form of one home: its draft, what that sums to, and registering it. */
export function usePaymentForm({ home, bills, today, readOnly, chooseNone, onTouch, onRegistered }: Options): PaymentForm {
  const [draft, dispatch] = useReducer(changeDraft, undefined, () => startDraft(bills, home, { today, chooseNone }));
  const { run, running, refusal, clear } = useCommand('payments.register');
  const [nothingToTake, setNothingToTake] = useState(false);
  const sums = sumDraft(draft, bills);
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
    onRegistered({ ...reply.value, paymentId: draft.paymentId, totalFen: sums.totalFen, changeFen, print });
  };
  return { home, bills, today, draft, sums, readOnly, registering: running, refusal, nothingToTake, change, register };
}

/** Whether there is something to take and nothing on the form that cannot be read. */
export function canRegister(sums: Sums): boolean {
  return sums.totalFen > 0 && !sums.totalUnreadable && Object.keys(sums.problems).length === 0;
}

function paymentOf(draft: Draft, sums: Sums, home: HomeDetails, today: string): CallInput<'payments.register'> {
  const { payer, payerRole } = payerOf(draft, home);
  const transactionNo = draft.transactionNo.trim();
  return {
    paymentId: draft.paymentId,
    homeId: home.homeId,
    receivedOn: today,
    method: draft.method,
    amountFen: sums.totalFen,
    lines: sums.lines.map(({ bill, amountFen }) => ({ billId: bill.billId, amountFen })),
    payerRole,
    ...(payer === '' ? {} : { payer }),
    ...(draft.method !== 'cash' && transactionNo !== '' ? { transactionNo } : {}),
    ...(draft.method === 'cash' && sums.tenderedFen !== undefined ? { tenderedFen: sums.tenderedFen } : {}),
  };
}

/** The name printed as payer, and in which role. */
export function payerOf(draft: Draft, home: HomeDetails): { payer: string; payerRole: 'owner' | 'tenant' | 'other' } {
  const person = home.people.find(({ personId }) => personId === draft.payer);
  return person ? { payer: person.name, payerRole: person.role } : { payer: draft.payerName.trim(), payerRole: 'other' };
}

/** The text that the total's box shows: what is being typed, else the sum. */
export function totalTextOf(draft: Draft, sums: Sums): string {
  return draft.totalText ?? formatFen(sums.totalFen);
}
