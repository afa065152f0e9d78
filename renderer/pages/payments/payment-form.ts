/** The state of the payment form as values: what is chosen, typed and wrong. No React, no clock. */
import type { Output } from '../../../shared/contract/index.ts';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { formatFen, parseYuan, sumFen } from '../../../shared/domain/money.ts';
import { spreadOldestFirst } from '../../../shared/domain/payment.ts';

export type OpenBills = Output<'payments.listOpenBills'>;
export type OpenBill = OpenBills['items'][number];
export type HomeDetails = Output<'homes.get'>;
export type Promotion = NonNullable<OpenBills['promotion']>;

// Not taken from the contract: importing its values would bring the schema library into the first screen.
export const METHODS: readonly PaymentMethod[] = ['cash', 'wechat', 'alipay', 'card', 'transfer'];

type Typed = Readonly<Record<number, string>>;

export type Draft = {
  /** Made once per form and kept on every retry, so that a double click cannot pay twice. */
  paymentId: string;
  /** What is typed for each chosen bill; a bill that is not here is not paid now. */
  lines: Typed;
  /** What is typed for the late fee of a chosen bill; one that is not here stays open as a bill of its own. */
  late: Typed;
  /** Whether bills that are chosen from now on bring their late fees. */
  takeLate: boolean;
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
  | { do: 'toggleAll'; bills: readonly OpenBill[] }
  | { do: 'toggleLate'; bill: OpenBill }
  | { do: 'toggleAllLate'; bills: readonly OpenBill[] }
  | { do: 'setLine'; bill: OpenBill; text: string }
  | { do: 'setLate'; bill: OpenBill; text: string }
  | { do: 'setPrepay'; amountFen: number }
  | { do: 'setTotal'; text: string; bills: readonly OpenBill[] }
  | { do: 'endTotal' }
  /** The bills were read again: amounts changed, bills came or went. Those that came and are due by `chooseBy` are chosen. */
  | { do: 'refresh'; before: readonly OpenBill[]; bills: readonly OpenBill[]; chooseBy: string | undefined }
  | { do: 'set'; values: Partial<Pick<Draft, 'payer' | 'payerName' | 'method' | 'transactionNo' | 'tenderedText'>> };

/** A fresh form. Bills that are due are chosen; when none is due, all are; none at all after a payment just made. */
export function startDraft(bills: readonly OpenBill[], home: HomeDetails, options: { today: string; chooseNone: boolean }): Draft {
  const due = bills.filter((bill) => bill.dueOn <= options.today);
  const chosen = options.chooseNone ? [] : due.length > 0 ? due : bills;
  return {
    paymentId: crypto.randomUUID(), lines: fullLines(chosen), late: fullLate(chosen), takeLate: true, prepayFen: 0, totalText: undefined,
    payer: usualPayer(home.people), payerName: '', method: 'cash', transactionNo: '', tenderedText: '',
  };
}

/** Whoever pays by agreement: the tenant who does, else the first owner. */
export function usualPayer(people: HomeDetails['people']): Draft['payer'] {
  return (people.find((person) => person.pays) ?? people[0])?.personId ?? 'other';
}

const fullLines = (bills: readonly OpenBill[]): Typed => Object.fromEntries(bills.map((bill) => [bill.billId, formatFen(bill.openFen)]));
const fullLate = (bills: readonly OpenBill[]): Typed => Object.fromEntries(bills.filter((bill) => bill.lateFen > 0).map((bill) => [bill.billId, formatFen(bill.lateFen)]));

const without = (typed: Typed, billId: number): Typed => Object.fromEntries(Object.entries(typed).filter(([id]) => id !== String(billId)));
const among = (typed: Typed, bills: readonly OpenBill[]): Typed => Object.fromEntries(bills.flatMap(({ billId }) => (typed[billId] === undefined ? [] : [[billId, typed[billId]]])));

const isOn = (draft: Draft, bill: OpenBill) => draft.lines[bill.billId] !== undefined;
const switchOn = (draft: Draft, bills: readonly OpenBill[]): Draft => ({
  ...draft, lines: { ...fullLines(bills), ...draft.lines }, late: { ...(draft.takeLate ? fullLate(bills.filter((bill) => !isOn(draft, bill))) : {}), ...draft.late },
});
const switchOff = (draft: Draft, bill: OpenBill): Draft => ({ ...draft, lines: without(draft.lines, bill.billId), late: without(draft.late, bill.billId) });

/** The form after an action. */
export function changeDraft(draft: Draft, action: DraftAction): Draft {
  if (action.do === 'set') return { ...draft, ...action.values };
  if (action.do === 'refresh') return refreshDraft(draft, action);
  if (action.do === 'setTotal') return spreadTotal(draft, action.text, action.bills);
  return { ...changeLines(draft, action), totalText: undefined };
}

type LineAction = Exclude<DraftAction, { do: 'set' | 'refresh' | 'setTotal' }>;

function changeLines(draft: Draft, action: LineAction): Draft {
  switch (action.do) {
    case 'toggle':
      return isOn(draft, action.bill) ? switchOff(draft, action.bill) : switchOn(draft, [action.bill]);
    case 'toggleAll':
      return action.bills.every((bill) => isOn(draft, bill)) ? { ...draft, lines: {}, late: {} } : switchOn(draft, action.bills);
    case 'toggleLate': {
      const { bill } = action;
      if (draft.late[bill.billId] !== undefined) return { ...draft, late: without(draft.late, bill.billId) };
      // A late fee is billed with the payment of its bill only.
      return switchOn({ ...draft, late: { ...draft.late, ...fullLate([bill]) } }, [bill]);
    }
    case 'toggleAllLate': {
      const chosen = action.bills.filter((bill) => isOn(draft, bill) && bill.lateFen > 0);
      if (chosen.length === 0) return draft;
      const takeLate = chosen.some((bill) => draft.late[bill.billId] === undefined);
      return { ...draft, takeLate, late: takeLate ? { ...fullLate(chosen), ...draft.late } : {} };
    }
    case 'setLine': {
      if (action.text.trim() === '') return switchOff(draft, action.bill);
      const on = switchOn(draft, [action.bill]);
      return { ...on, lines: { ...on.lines, [action.bill.billId]: action.text } };
    }
    case 'setLate': {
      const late = without(draft.late, action.bill.billId);
      return action.text.trim() === '' ? { ...draft, late } : switchOn({ ...draft, late: { ...late, [action.bill.billId]: action.text } }, [action.bill]);
    }
    case 'setPrepay':
      return { ...draft, prepayFen: Math.max(0, action.amountFen) };
    case 'endTotal':
      return draft;
  }
}

/** Whole amounts follow what the bill now owes; amounts that were typed stay as they are. */
function refreshDraft(draft: Draft, { before, bills, chooseBy }: Extract<DraftAction, { do: 'refresh' }>): Draft {
  const known = new Map(before.map((bill) => [bill.billId, bill]));
  const follow = (typed: Typed, amountOf: (bill: OpenBill) => number): Typed =>
    Object.fromEntries(
      bills.flatMap((bill) => {
        const [text, old] = [typed[bill.billId], known.get(bill.billId)];
        if (text === undefined || amountOf(bill) === 0) return [];
        return [[bill.billId, old && text === formatFen(amountOf(old)) ? formatFen(amountOf(bill)) : text]];
      }),
    );
  const kept = { ...draft, lines: follow(draft.lines, (bill) => bill.openFen), late: follow(draft.late, (bill) => bill.lateFen) };
  return chooseBy === undefined ? kept : switchOn(kept, bills.filter((bill) => !known.has(bill.billId) && bill.dueOn <= chooseBy));
}

/** A typed total pays bills, oldest first, then the late fees of those, in the payer's favour; the rest is prepayment. */
function spreadTotal(draft: Draft, text: string, bills: readonly OpenBill[]): Draft {
  const amountFen = text.trim() === '' ? 0 : parseYuan(text);
  if (amountFen === undefined || amountFen < 0) return { ...draft, totalText: text };
  const lines = spreadOldestFirst(amountFen, bills);
  const paidFen = sumFen(lines.map((line) => line.amountFen));
  const paid = new Set(lines.map((line) => line.billId));
  const owedLate = draft.takeLate ? bills.filter((bill) => paid.has(bill.billId)).map(({ billId, lateFen }) => ({ billId, openFen: lateFen })) : [];
  const late = spreadOldestFirst(amountFen - paidFen, owedLate);
  const typed = (parts: typeof lines): Typed => Object.fromEntries(parts.map((line) => [line.billId, formatFen(line.amountFen)]));
  return { ...draft, totalText: text, lines: typed(lines), late: typed(late), prepayFen: amountFen - paidFen - sumFen(late.map((line) => line.amountFen)) };
}

export type LineProblem = 'unreadable' | 'tooMuch' | 'negative';
export type Line = { bill: OpenBill; amountFen: number };
export type Sums = {
  lines: Line[];
  /** Late fees taken, by the bill that is late. */
  late: Line[];
  problems: Readonly<Record<number, LineProblem>>;
  lateProblems: Readonly<Record<number, LineProblem>>;
  totalUnreadable: boolean;
  billsFen: number;
  lateFen: number;
  /** Late fees that paying these bills makes due and that are not taken: they stay open. */
  lateLeftFen: number;
  prepayFen: number;
  /** What the promotion adds to the prepayment; not part of the total. */
  bonusFen: number;
  totalFen: number;
  byFund: { fund: string; amountFen: number }[];
  /** Cash handed over; undefined when nothing readable was typed. */
  tenderedFen: number | undefined;
};

/** Late fees are the property office's, whatever fund their bill is in. */
export const LATE_FUND = 'property';

/** What a form adds up to, and which of its lines cannot be read or are too much. */
export function sumDraft(draft: Draft, bills: readonly OpenBill[], ahead: { monthlyFeeFen: number; promotion: Promotion | null }): Sums {
  const { lines, problems } = readLines(draft.lines, bills, (bill) => bill.openFen);
  const chosen = bills.filter((bill) => isOn(draft, bill));
  const { lines: late, problems: lateProblems } = readLines(among(draft.late, chosen), chosen, (bill) => bill.lateFen);
  const funds = new Map<string, number>();
  const add = (fund: string, amountFen: number) => funds.set(fund, (funds.get(fund) ?? 0) + amountFen);
  for (const { bill, amountFen } of lines) add(bill.fund, amountFen);
  for (const { amountFen } of late) add(LATE_FUND, amountFen);
  if (draft.prepayFen > 0 || funds.size === 0) add('property', draft.prepayFen);
  const [billsFen, lateFen] = [sumFen(lines.map((line) => line.amountFen)), sumFen(late.map((line) => line.amountFen))];
  return {
    lines, late, problems, lateProblems, billsFen, lateFen,
    lateLeftFen: Math.max(0, sumFen(lines.map(({ bill }) => bill.lateFen)) - lateFen),
    totalUnreadable: draft.totalText !== undefined && draft.totalText.trim() !== '' && (parseYuan(draft.totalText) ?? -1) < 0,
    prepayFen: draft.prepayFen, bonusFen: bonusOf(draft.prepayFen, ahead), totalFen: billsFen + lateFen + draft.prepayFen,
    byFund: [...funds].map(([fund, amountFen]) => ({ fund, amountFen })),
    tenderedFen: draft.tenderedText.trim() === '' ? undefined : parseYuan(draft.tenderedText),
  };
}

function readLines(typed: Typed, bills: readonly OpenBill[], mostOf: (bill: OpenBill) => number): { lines: Line[]; problems: Record<number, LineProblem> } {
  const lines: Line[] = [];
  const problems: Record<number, LineProblem> = {};
  for (const bill of bills) {
    const text = typed[bill.billId];
    if (text === undefined) continue;
    const amountFen = parseYuan(text);
    if (amountFen === undefined) problems[bill.billId] = 'unreadable';
    else if (amountFen <= 0) problems[bill.billId] = 'negative';
    else if (amountFen > mostOf(bill)) problems[bill.billId] = 'tooMuch';
    if (amountFen !== undefined && amountFen > 0) lines.push({ bill, amountFen });
  }
  return { lines, problems };
}

/** What paying `prepayFen` ahead earns by the promotion in force, in fen; 0 below its months. */
export function bonusOf(prepayFen: number, { monthlyFeeFen, promotion }: { monthlyFeeFen: number; promotion: Promotion | null }): number {
  return promotion !== null && monthlyFeeFen > 0 && prepayFen >= promotion.months * monthlyFeeFen ? promotion.bonusFen : 0;
}

/** Sums of cash that people hand over for an amount: the next ten, fifty, hundred … above it. */
export function quickNotes(amountFen: number): number[] {
  const steps = [1_000, 5_000, 10_000, 50_000, 100_000];
  const sums = steps.map((step) => Math.ceil(amountFen / step) * step).filter((sum) => sum > amountFen);
  return [...new Set(sums)].slice(0, 4);
}

/** The bills by home, homes and bills in the order given. */
export function groupByHome(bills: readonly OpenBill[]): { homeId: number; label: string; bills: OpenBill[] }[] {
  const groups = new Map<number, OpenBill[]>();
  for (const bill of bills) groups.set(bill.homeId, [...(groups.get(bill.homeId) ?? []), bill]);
  return [...groups].map(([homeId, own]) => ({ homeId, label: own[0]?.label ?? '', bills: own }));
}
