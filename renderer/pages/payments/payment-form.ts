/** The state of the payment form as values: what is chosen, typed and wrong. No React, no clock. */
import type { Output } from '../../../shared/contract/index.ts';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { formatFen, parseYuan, sumFen } from '../../../shared/domain/money.ts';
import { spreadOldestFirst } from '../../../shared/domain/payment.ts';

export type OpenBill = Output<'payments.listOpenBills'>['items'][number];
export type HomeDetails = Output<'homes.get'>;

// Not taken from the contract: importing its values would bring the schema library into the first screen.
export const METHODS: readonly PaymentMethod[] = ['cash', 'wechat', 'alipay', 'card', 'transfer'];

export type Draft = {
  /** Made once per form and kept on every retry, so that a double click cannot pay twice. */
  paymentId: string;
  /** What is typed for each chosen bill; a bill that is not here is not paid now. */
  lines: Readonly<Record<number, string>>;
  prepayFen: number;
  /** The total while it is being typed; otherwise it is the sum. */
  totalText: string | undefined;
  /** A personId, or `other` with a typed name. */
  payer: number | 'other';
  payerName: string;
  method: PaymentMethod;
  transactionNo: string;
  tenderedText: string;
};

export type DraftAction =
  | { do: 'toggle'; bill: OpenBill }
  | { do: 'toggleAll'; bills: OpenBill[] }
  | { do: 'setLine'; billId: number; text: string }
  | { do: 'setPrepay'; amountFen: number }
  | { do: 'setTotal'; text: string; bills: OpenBill[] }
  | { do: 'endTotal' }
  | { do: 'set'; values: Partial<Pick<Draft, 'payer' | 'payerName' | 'method' | 'transactionNo' | 'tenderedText'>> };

/** A fresh form. Bills that are due are chosen; when none is due, all are; none at all after a payment just made. */
export function startDraft(bills: OpenBill[], home: HomeDetails, options: { today: string; chooseNone: boolean }): Draft {
  const due = bills.filter((bill) => bill.dueOn <= options.today);
  const chosen = options.chooseNone ? [] : due.length > 0 ? due : bills;
  return {
    paymentId: crypto.randomUUID(),
    lines: fullLines(chosen),
    prepayFen: 0,
    totalText: undefined,
    payer: home.people[0]?.personId ?? 'other',
    payerName: '',
    method: 'cash',
    transactionNo: '',
    tenderedText: '',
  };
}

const fullLines = (bills: OpenBill[]) => Object.fromEntries(bills.map((bill) => [bill.billId, formatFen(bill.openFen)]));

const withoutLine = (lines: Draft['lines'], billId: number) => Object.fromEntries(Object.entries(lines).filter(([id]) => id !== String(billId)));

/** The form after an action. */
export function changeDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.do) {
    case 'toggle': {
      const others = withoutLine(draft.lines, action.bill.billId);
      return { ...draft, totalText: undefined, lines: draft.lines[action.bill.billId] === undefined ? { ...others, ...fullLines([action.bill]) } : others };
    }
    case 'toggleAll': {
      const all = action.bills.every((bill) => draft.lines[bill.billId] !== undefined);
      return { ...draft, totalText: undefined, lines: all ? {} : { ...fullLines(action.bills), ...draft.lines } };
    }
    case 'setLine': {
      const others = withoutLine(draft.lines, action.billId);
      return { ...draft, totalText: undefined, lines: action.text.trim() === '' ? others : { ...others, [action.billId]: action.text } };
    }
    case 'setPrepay':
      return { ...draft, totalText: undefined, prepayFen: Math.max(0, action.amountFen) };
    case 'setTotal':
      return spreadTotal(draft, action.text, action.bills);
    case 'endTotal':
      return { ...draft, totalText: undefined };
    case 'set':
      return { ...draft, ...action.values };
  }
}

function spreadTotal(draft: Draft, text: string, bills: OpenBill[]): Draft {
  const amountFen = text.trim() === '' ? 0 : parseYuan(text);
  if (amountFen === undefined || amountFen < 0) return { ...draft, totalText: text };
  const lines = spreadOldestFirst(amountFen, bills);
  const prepayFen = amountFen - sumFen(lines.map((line) => line.amountFen));
  return { ...draft, totalText: text, lines: Object.fromEntries(lines.map((line) => [line.billId, formatFen(line.amountFen)])), prepayFen };
}

export type LineProblem = 'unreadable' | 'tooMuch' | 'negative';
export type Sums = {
  lines: { bill: OpenBill; amountFen: number }[];
  problems: Readonly<Record<number, LineProblem>>;
  totalUnreadable: boolean;
  billsFen: number;
  prepayFen: number;
  totalFen: number;
  byFund: { fund: string; amountFen: number }[];
  /** Cash handed over; undefined when nothing readable was typed. */
  tenderedFen: number | undefined;
};

/** What a form adds up to, and which of its lines cannot be read or are too much. */
export function sumDraft(draft: Draft, bills: OpenBill[]): Sums {
  const lines: Sums['lines'] = [];
  const problems: Record<number, LineProblem> = {};
  const funds = new Map<string, number>();
  for (const bill of bills) {
    const text = draft.lines[bill.billId];
    if (text === undefined) continue;
    const amountFen = parseYuan(text);
    if (amountFen === undefined) problems[bill.billId] = 'unreadable';
    else if (amountFen <= 0) problems[bill.billId] = 'negative';
    else if (amountFen > bill.openFen) problems[bill.billId] = 'tooMuch';
    if (amountFen === undefined || amountFen <= 0) continue;
    lines.push({ bill, amountFen });
    funds.set(bill.fund, (funds.get(bill.fund) ?? 0) + amountFen);
  }
  if (draft.prepayFen > 0 || funds.size === 0) funds.set('property', (funds.get('property') ?? 0) + draft.prepayFen);
  const billsFen = sumFen(lines.map((line) => line.amountFen));
  return {
    lines,
    problems,
    totalUnreadable: draft.totalText !== undefined && draft.totalText.trim() !== '' && (parseYuan(draft.totalText) ?? -1) < 0,
    billsFen,
    prepayFen: draft.prepayFen,
    totalFen: billsFen + draft.prepayFen,
    byFund: [...funds].map(([fund, amountFen]) => ({ fund, amountFen })),
    tenderedFen: draft.tenderedText.trim() === '' ? undefined : parseYuan(draft.tenderedText),
  };
}

/** Sums of cash that people hand over for an amount: the next ten, fifty, hundred … above it. */
export function quickNotes(amountFen: number): number[] {
  const steps = [1_000, 5_000, 10_000, 50_000, 100_000];
  const sums = steps.map((step) => Math.ceil(amountFen / step) * step).filter((sum) => sum > amountFen);
  return [...new Set(sums)].slice(0, 4);
}
