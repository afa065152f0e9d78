import type { ChannelLine, ChannelName, LineKind } from './channel-types.ts';
import { grouped } from './grouped.ts';

/** An entry of ours that moved a channel's money and is no line yet. */
export type BookEntry = {
  entryId: number; on: string; /** In positive, out negative. */ amountFen: number;
  /** The channel's number that was typed for it; of money given back that of the payment. */ number: string;
  /** The payment that it gives back. */ originalId: number | null; /** Given back in full. */ undone: boolean; /** Taken by a card terminal. */ byCard: boolean;
};
export type OpenLine = Pick<ChannelLine, 'kind' | 'on' | 'transactionNo' | 'orderNo' | 'amountFen' | 'via' | 'failed'> & { lineId: number };

export type MatchReason = 'NOT_REGISTERED' | 'AMOUNT_DIFFERS' | 'AMBIGUOUS' | 'REFUND_UNKNOWN' | 'PAYMENT_UNDONE' | 'NOT_SETTLED' | 'BANK_FEE' | 'OUTGOING';
export type Verdict = { lineId: number; entryIds: number[]; reason?: undefined } | { lineId: number; entryIds?: undefined; reason: MatchReason };

/** What earlier lines already said: which payment a number is, and which numbers the channel gave back. */
export type KnownNumbers = { paymentOf: ReadonlyMap<string, number>; refunded: ReadonlySet<string> };

/**
 * Gives each line an entry or the reason why it has none. First by the channel's number; then by amount and day, where exactly one line and one
 * living entry are left that could be each other; then the day's sum of a card terminal. No entry is given twice.
 */
export function matchLines(channel: ChannelName, lines: readonly OpenLine[], entries: readonly BookEntry[], known: KnownNumbers): Verdict[] {
  const free = new Map(entries.map((entry) => [entry.entryId, entry]));
  const verdicts = new Map<number, Verdict>();
  const take = (line: OpenLine, taken: readonly BookEntry[]): void => {
    for (const { entryId } of taken) free.delete(entryId);
    verdicts.set(line.lineId, { lineId: line.lineId, entryIds: taken.map(({ entryId }) => entryId) });
  };
  const leave = (line: OpenLine, reason: MatchReason): void => { verdicts.set(line.lineId, { lineId: line.lineId, reason }); };
  const isOpen = ({ lineId }: OpenLine): boolean => !verdicts.has(lineId);
  const book = { free, take, leave };

  for (const line of lines) settleByKind(channel, line, book);
  const payments = lines.filter(({ kind }) => kind === 'payment');
  const refunded = new Set([...known.refunded, ...lines.filter(({ kind, failed }) => kind === 'refund' && !failed).flatMap(numbersOf)]);
  const paymentOf = new Map(known.paymentOf);
  matchPaymentsByNumber(payments.filter(isOpen), refunded, paymentOf, book);
  matchByAmount(channel, payments.filter(isOpen), refunded, paymentOf, book);
  const backwards = lines.filter(({ kind }) => kind === 'refund' || kind === 'out');
  matchRefundsByNumber(backwards.filter(isOpen), paymentOf, book);
  matchByAmount(channel, backwards.filter(isOpen), refunded, paymentOf, book);
  matchCardDays(payments.filter(isOpen), book);
  for (const line of lines.filter(isOpen)) leave(line, REASON_OF[line.kind]);
  return lines.flatMap(({ lineId }) => verdicts.get(lineId) ?? []);
}

type Book = { free: Map<number, BookEntry>; take: (line: OpenLine, entries: readonly BookEntry[]) => void; leave: (line: OpenLine, reason: MatchReason) => void };

/** What a line is when nothing of ours fits it. */
const REASON_OF: Readonly<Record<LineKind, MatchReason>> = { payment: 'NOT_REGISTERED', refund: 'REFUND_UNKNOWN', fee: 'BANK_FEE', transfer: 'NOT_SETTLED', out: 'OUTGOING' };

/** Lines that no payment could be: a channel's own fees and withdrawals need nobody, the bank's wait for a decision or a settlement. */
function settleByKind(channel: ChannelName, line: OpenLine, { take, leave }: Book): void {
  if (line.kind === 'fee' || line.kind === 'transfer') {
    if (channel === 'bank') leave(line, REASON_OF[line.kind]);
    else take(line, []);
  } else if (line.amountFen === 0) take(line, []);
  else if (line.failed) leave(line, 'REFUND_UNKNOWN');
}

function numbersOf({ transactionNo, orderNo }: OpenLine): string[] {
  return [...new Set([transactionNo, orderNo])].filter(Boolean);
}

function matchPaymentsByNumber(lines: readonly OpenLine[], refunded: ReadonlySet<string>, paymentOf: Map<string, number>, { free, take, leave }: Book): void {
  const byNumber = grouped([...free.values()].filter(({ number, amountFen }) => number !== '' && amountFen > 0), ({ number }) => number);
  for (const line of lines) {
    const found = numbersOf(line).flatMap((number) => byNumber.get(number) ?? []).filter(({ entryId }) => free.has(entryId));
    if (found.length === 0) continue;
    const living = found.find(({ undone }) => !undone);
    const entry = living ?? found.findLast(({ amountFen }) => amountFen === line.amountFen) ?? found[0];
    if (!entry) continue;
    // Whatever becomes of it, it is this number's and no other line's.
    free.delete(entry.entryId);
    if (entry.amountFen !== line.amountFen) {
      leave(line, 'AMOUNT_DIFFERS');
      continue;
    }
    if (line.transactionNo) paymentOf.set(line.transactionNo, entry.entryId);
    // Undone, but the channel has both lines: the money came and went, and both are ours.
    if (living || numbersOf(line).some((number) => refunded.has(number))) take(line, [entry]);
    else leave(line, 'PAYMENT_UNDONE');
  }
}

function matchRefundsByNumber(lines: readonly OpenLine[], paymentOf: ReadonlyMap<string, number>, { free, take, leave }: Book): void {
  for (const line of lines) {
    const numbers = numbersOf(line);
    const payments = new Set(numbers.flatMap((number) => paymentOf.get(number) ?? []));
    const related = [...free.values()].filter(({ amountFen, number, originalId }) => amountFen < 0 && ((number !== '' && numbers.includes(number)) || (originalId !== null && payments.has(originalId))));
    // Two refunds of one payment that are equal are each other: the earlier is taken first.
    const entry = related.find(({ amountFen }) => amountFen === line.amountFen);
    if (entry) take(line, [entry]);
    else if (related.length > 0) leave(line, 'AMOUNT_DIFFERS');
  }
}

/** Numbers of WeChat and Alipay as they are: one that is typed in full and is not the line's belongs to another payment. */
const FULL_NUMBER: Readonly<Partial<Record<ChannelName, RegExp>>> = { wechat: /^4\d{27}$/, alipay: /^20\d{26}$/ };

/** By amount and day: only where one line and one living entry are left of that day and amount; more on either side is for a person to tell. */
function matchByAmount(channel: ChannelName, lines: readonly OpenLine[], refunded: ReadonlySet<string>, paymentOf: Map<string, number>, { free, take, leave }: Book): void {
  const keyOf = ({ on, amountFen }: { on: string; amountFen: number }): string => `${on} ${amountFen}`;
  const fitting = [...free.values()].filter(({ number }) => !FULL_NUMBER[channel]?.test(number));
  const byKey = grouped(fitting, keyOf);
  for (const [key, group] of grouped(lines, keyOf)) {
    const entries = (byKey.get(key) ?? []).filter(({ entryId }) => free.has(entryId));
    const living = entries.filter(({ undone }) => !undone);
    const [line] = group;
    const [entry] = living;
    if (!line || entries.length === 0) continue;
    if (living.length === 0) {
      const [undone] = entries;
      const wentBack = numbersOf(line).some((number) => refunded.has(number));
      if (group.length === 1 && undone && entries.length === 1 && wentBack) takeNumbered(line, undone);
      else for (const each of group) leave(each, 'PAYMENT_UNDONE');
    } else if (group.length === 1 && living.length === 1 && entry) takeNumbered(line, entry);
    else for (const each of group) leave(each, 'AMBIGUOUS');
  }
  function takeNumbered(line: OpenLine, entry: BookEntry): void {
    take(line, [entry]);
    if (line.kind === 'payment' && line.transactionNo) paymentOf.set(line.transactionNo, entry.entryId);
  }
}

const SETTLING_DAYS = 4;

/** A card terminal's transfer is the sum of one day's card payments, of that day or a few before (weekends). */
function matchCardDays(lines: readonly OpenLine[], { free, take }: Book): void {
  for (const line of lines) {
    if (line.via !== 'card') continue;
    const days = grouped([...free.values()].filter(({ byCard, undone, on }) => byCard && !undone && on <= line.on), ({ on }) => on);
    const fitting = [...days].filter(([, entries]) => entries.reduce((sum, { amountFen }) => sum + amountFen, 0) === line.amountFen).sort(([left], [right]) => right.localeCompare(left));
    const [day, entries] = fitting[0] ?? [];
    if (day !== undefined && entries && Date.parse(line.on) - Date.parse(day) <= SETTLING_DAYS * 86_400_000) take(line, entries);
  }
}
