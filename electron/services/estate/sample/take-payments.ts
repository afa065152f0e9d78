import type { Fund } from '../../../../shared/contract/ledger.ts';
import type { PaymentMethod } from '../../../../shared/contract/payments.ts';
import { sumFen } from '../../../../shared/domain/money.ts';
import { allocatePayment, checkPrepayment, prepaymentPeriod, spreadOldestFirst, type PaymentLine } from '../../../../shared/domain/payment.ts';
import { addDays, addMonths, localDay } from '../../../../shared/domain/period.ts';
import { bonusFor, type Promotion } from '../../../../shared/domain/promotion.ts';
import { settle, type HomeAccount } from './accounts.ts';
import type { Visit } from './plan-visits.ts';
import type { Random } from './random.ts';

export type PaidLine = PaymentLine & { fund: Fund; paidBeforeFen: number };
export type PaymentDeed = {
  kind: 'payment'; at: Date; account: HomeAccount; paymentId: string; receivedOn: string; method: PaymentMethod; transactionNo: string | null;
  amountFen: number; prepaidFen: number; bonusFen: number; promotionId: number | null; prepaidMonths: { from: string; to: string } | undefined; tenderedFen: number | null; payer: string; payerRole: 'owner' | 'tenant'; lines: PaidLine[];
};
export type ReversalDeed = { kind: 'reversal'; undo: 'void' | 'reversal'; at: Date; of: PaymentDeed; reason: string };
export type Deed = PaymentDeed | ReversalDeed;

/** How the desk works in a month. */
export type DeskRules = {
  /** Undefined: none is in force. */ promotion?: Promotion & { promotionId: number };
  /** Shifts are counted: mistakes are voided before the close, and whoever has fen to pay does not pay in cash. */ counted: boolean;
};

/** Plays a month's visits on the accounts, under the desk's own rules; returns what was registered, in order of time. */
export function takePayments(random: Random, visits: readonly Visit[], rules: DeskRules): Deed[] {
  return visits.flatMap((visit) => deedsOf(random, visit, rules)).sort((left, right) => left.at.getTime() - right.at.getTime());
}

function deedsOf(random: Random, visit: Visit, rules: DeskRules): Deed[] {
  const { account } = visit;
  const lines = linesOf(random, visit);
  if (lines.length === 0) return [];
  const linesFen = sumFen(lines.map(({ amountFen }) => amountFen));
  const amountFen = linesFen + visit.monthsAhead * account.monthFeeFen;
  const prepaidFen = allocatePayment({ homeId: account.homeId, amountFen, lines }, account.open);
  checkPrepayment(prepaidFen, account.prepaidFen, account.monthFeeFen);
  const right = paymentOf(random, visit, lines, prepaidFen, rules);
  const deeds = random.chance(4) ? withMistake(random, right, rules) : [right];
  settle(account, lines, prepaidFen + right.bonusFen);
  return deeds;
}

const ROUND_SUMS = [10_000, 20_000, 30_000, 50_000, 100_000] as const;

function linesOf(random: Random, { account: { open }, pays, freshFrom }: Visit): PaymentLine[] {
  if (pays === 'part') {
    const sum = random.pick(ROUND_SUMS);
    return sum < sumFen(open.map(({ openFen }) => openFen)) ? spreadOldestFirst(sum, open) : [];
  }
  const old = open.filter(({ billId }) => billId < freshFrom).length;
  const older = pays === 'all' ? old : pays === 'some' ? Math.min(old, 1 + random.below(8)) : 0;
  return [...open.slice(0, older), ...open.slice(old)].map(({ billId, openFen }) => ({ billId, amountFen: openFen }));
}

/** One jiao: the least that a drawer is counted in. */
export const SMALLEST_COIN_FEN = 10;

const METHODS = [['wechat', 54], ['alipay', 17], ['cash', 14], ['transfer', 8], ['card', 7]] as const;

function paymentOf(random: Random, { account, at }: Visit, lines: readonly PaymentLine[], prepaidFen: number, { promotion, counted }: DeskRules): PaymentDeed {
  const amountFen = sumFen(lines.map((line) => line.amountFen)) + prepaidFen;
  const method = counted ? countedMethod(random, amountFen) : random.weighted(METHODS);
  const day = localDay(at);
  const byTenant = account.tenant !== '' && (account.tenantPays || random.chance(600));
  const known = new Map(account.open.map((bill) => [bill.billId, bill]));
  const bonusFen = promotion && prepaidFen > 0 ? bonusFor(promotion, prepaidFen, account.monthFeeFen) : 0;
  return {
    kind: 'payment', at, account, paymentId: random.uuid(), method, amountFen, prepaidFen, bonusFen, promotionId: bonusFen > 0 ? (promotion?.promotionId ?? null) : null,
    prepaidMonths: prepaymentPeriod(prepaidFen, account.prepaidFen, account.monthFeeFen, addMonths(day.slice(0, 7), 1)),
    // A transfer is found on the bank's statement of the day before.
    receivedOn: method === 'transfer' && !day.endsWith('-01') ? addDays(day, -1) : day,
    transactionNo: transactionNoOf(random, method, day, account.homeId),
    tenderedFen: method === 'cash' ? tenderedFor(random, amountFen) : null,
    payer: byTenant ? account.tenant : account.home.ownerName, payerRole: byTenant ? 'tenant' : 'owner',
    lines: lines.map((line) => ({ ...line, fund: known.get(line.billId)?.fund ?? 'property', paidBeforeFen: paidBefore(known.get(line.billId)) })),
  };
}

/** Nobody has a fen in the pocket: sums with one go by phone, and round sums more often in notes. */
function countedMethod(random: Random, amountFen: number): PaymentMethod {
  const method = random.weighted(METHODS);
  if (amountFen % SMALLEST_COIN_FEN === 0) return random.chance(550) ? 'cash' : method;
  return method === 'cash' ? 'wechat' : method;
}

function paidBefore(bill: { amountFen: number; openFen: number } | undefined): number {
  return bill ? bill.amountFen - bill.openFen : 0;
}

/** Numbers of the channels' own forms; a home pays once a day, so its number and the day make them unique. */
export function transactionNoOf(random: Random, method: PaymentMethod, day: string, homeId: number): string | null {
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

/** The payment as it was first registered by mistake, its undoing, and the right one after it. */
function withMistake(random: Random, right: PaymentDeed, { counted }: DeskRules): Deed[] {
  const wrong = right.method === 'cash' ? shortOf(right) : { ...right, method: 'cash' as const, transactionNo: null, tenderedFen: right.amountFen, receivedOn: localDay(right.at) };
  const reason = right.method === 'cash' ? '金额录错' : '收款方式录错';
  const first = { ...wrong, paymentId: random.uuid() };
  const reversedAt = later(right.at, 60 + random.below(240));
  return [first, { kind: 'reversal', undo: counted ? 'void' : 'reversal', at: reversedAt, of: first, reason }, { ...right, at: later(reversedAt, 30 + random.below(120)) }];
}

/** Only the first of its bills, typed as if it were all. */
function shortOf(right: PaymentDeed): PaymentDeed {
  const lines = right.lines.slice(0, 1).map((line) => ({ ...line, amountFen: Math.ceil(line.amountFen / 2) }));
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  return { ...right, lines, amountFen, prepaidFen: 0, bonusFen: 0, promotionId: null, prepaidMonths: undefined, tenderedFen: amountFen };
}

function later(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
