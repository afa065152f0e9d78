import type { PaymentMethod } from '../../../../shared/contract/payments.ts';
import { sumFen } from '../../../../shared/domain/money.ts';
import { allocatePayment, checkPrepayment, prepaymentPeriod, spreadOldestFirst, type PaymentLine } from '../../../../shared/domain/payment.ts';
import { addDays, addMonths, localDay } from '../../../../shared/domain/period.ts';
import { settle, type HomeAccount } from './accounts.ts';
import type { Visit } from './plan-visits.ts';
import type { Random } from './random.ts';

export type PaidLine = PaymentLine & { paidBeforeFen: number };
export type PaymentDeed = {
  kind: 'payment'; at: Date; account: HomeAccount; paymentId: string; receivedOn: string; method: PaymentMethod; transactionNo: string | null;
  amountFen: number; prepaidFen: number; prepaidMonths: { from: string; to: string } | undefined; tenderedFen: number | null; payer: string; payerRole: 'owner' | 'tenant'; lines: PaidLine[];
};
export type ReversalDeed = { kind: 'reversal'; at: Date; of: PaymentDeed; reason: string };
export type Deed = PaymentDeed | ReversalDeed;

/** Plays a month's visits on the accounts, under the desk's own rules; returns what was registered, in order of time. */
export function takePayments(random: Random, visits: readonly Visit[]): Deed[] {
  return visits.flatMap((visit) => deedsOf(random, visit)).sort((left, right) => left.at.getTime() - right.at.getTime());
}

function deedsOf(random: Random, visit: Visit): Deed[] {
  const { account } = visit;
  const lines = linesOf(random, visit);
  if (lines.length === 0) return [];
  const linesFen = sumFen(lines.map(({ amountFen }) => amountFen));
  const amountFen = linesFen + visit.monthsAhead * account.monthFeeFen;
  const prepaidFen = allocatePayment({ homeId: account.homeId, amountFen, lines }, account.open);
  checkPrepayment(prepaidFen, account.prepaidFen, account.monthFeeFen);
  const right = paymentOf(random, visit, lines, prepaidFen);
  const deeds = random.chance(4) ? withMistake(random, right) : [right];
  settle(account, lines, prepaidFen);
  return deeds;
}

const ROUND_SUMS = [10_000, 20_000, 30_000, 50_000, 100_000] as const;

function linesOf(random: Random, { account: { open }, pays }: Visit): PaymentLine[] {
  if (pays === 'part') {
    const sum = random.pick(ROUND_SUMS);
    return sum < sumFen(open.map(({ openFen }) => openFen)) ? spreadOldestFirst(sum, open) : [];
  }
  const older = pays === 'all' ? open.length - 1 : pays === 'some' ? Math.min(open.length - 1, 1 + random.below(8)) : 0;
  return [...open.slice(0, older), ...open.slice(-1)].map(({ billId, openFen }) => ({ billId, amountFen: openFen }));
}

const METHODS = [['wechat', 54], ['alipay', 17], ['cash', 14], ['transfer', 8], ['card', 7]] as const;

function paymentOf(random: Random, { account, at }: Visit, lines: readonly PaymentLine[], prepaidFen: number): PaymentDeed {
  const method = random.weighted(METHODS);
  const amountFen = sumFen(lines.map((line) => line.amountFen)) + prepaidFen;
  const day = localDay(at);
  const byTenant = account.tenant !== '' && random.chance(600);
  const known = new Map(account.open.map((bill) => [bill.billId, bill]));
  return {
    kind: 'payment', at, account, paymentId: random.uuid(), method, amountFen, prepaidFen,
    prepaidMonths: prepaymentPeriod(prepaidFen, account.prepaidFen, account.monthFeeFen, addMonths(day.slice(0, 7), 1)),
    // A transfer is found on the bank's statement of the day before.
    receivedOn: method === 'transfer' && !day.endsWith('-01') ? addDays(day, -1) : day,
    transactionNo: transactionNoOf(random, method, day, account.homeId),
    tenderedFen: method === 'cash' ? tenderedFor(random, amountFen) : null,
    payer: byTenant ? account.tenant : account.home.ownerName, payerRole: byTenant ? 'tenant' : 'owner',
    lines: lines.map((line) => ({ ...line, paidBeforeFen: paidBefore(known.get(line.billId)) })),
  };
}

function paidBefore(bill: { amountFen: number; openFen: number } | undefined): number {
  return bill ? bill.amountFen - bill.openFen : 0;
}

/** Numbers of the channels' own forms; a home pays once a day, so its number and the day make them unique. */
function transactionNoOf(random: Random, method: PaymentMethod, day: string, homeId: number): string | null {
  const compactDay = day.replaceAll('-', '');
  const home = String(homeId).padStart(6, '0');
  if (method === 'wechat') return `4200${random.digits(6)}${compactDay}${random.digits(4)}${home}`;
  if (method === 'alipay') return `${compactDay}2200${random.digits(10)}${home}`;
  if (method === 'transfer') return `${compactDay}${random.digits(4)}${home}`;
  return method === 'card' ? `${compactDay.slice(2)}${home}` : null;
}

/** Cash comes exact, or as the next whole ten or hundred yuan. */
function tenderedFor(random: Random, amountFen: number): number {
  const step = random.pick([1, 1_000, 10_000]);
  return Math.ceil(amountFen / step) * step;
}

/** The payment as it was first registered by mistake, its reversal, and the right one after it. */
function withMistake(random: Random, right: PaymentDeed): Deed[] {
  const wrong = right.method === 'cash' ? shortOf(right) : { ...right, method: 'cash' as const, transactionNo: null, tenderedFen: right.amountFen, receivedOn: localDay(right.at) };
  const reason = right.method === 'cash' ? '金额录错' : '收款方式录错';
  const first = { ...wrong, paymentId: random.uuid() };
  const reversedAt = later(right.at, 60 + random.below(240));
  return [first, { kind: 'reversal', at: reversedAt, of: first, reason }, { ...right, at: later(reversedAt, 30 + random.below(120)) }];
}

/** Only the first of its bills, typed as if it were all. */
function shortOf(right: PaymentDeed): PaymentDeed {
  const lines = right.lines.slice(0, 1).map((line) => ({ ...line, amountFen: Math.ceil(line.amountFen / 2) }));
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  return { ...right, lines, amountFen, prepaidFen: 0, prepaidMonths: undefined, tenderedFen: amountFen };
}

function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
