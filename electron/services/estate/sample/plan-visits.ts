import { addDays, daysInMonth, firstDay } from '../../../../shared/domain/period.ts';
import type { HomeAccount } from './accounts.ts';
import { instantOf } from './desk.ts';
import type { Random } from './random.ts';

/** A home that comes to the desk: what it means to pay, how many months ahead, and when. */
export type Visit = { account: HomeAccount; at: Date; /** Bills from this one on are the month's. */ freshFrom: number; pays: 'all' | 'some' | 'current' | 'part'; monthsAhead: number };

/** The share of a month's bills paid by its end, in thousandths: from 10% in the first month to 86% in the last. */
export function payingPerMille(index: number, months: number): number {
  const last = Math.max(1, months - 1);
  // Smoothstep: slow, then fast, then slow again.
  return 100 + Math.round((760 * index * index * (3 * last - 2 * index)) / last ** 3);
}

/**
 * Who comes in a month. So many homes pay their new bills (those from `firstBillId`) that, with the homes
 * whose prepayment covers them, the paying share is met; a few of the others pay something of what they owe.
 */
export function planVisits(random: Random, billed: readonly HomeAccount[], { firstBillId, month, perMille, taken, paying }: { firstBillId: number; month: string; perMille: number; /** Do not come by themselves. */ taken: ReadonlySet<HomeAccount>; /** Of them, pay all the same. */ paying: ReadonlySet<HomeAccount> }): Visit[] {
  const owing = billed.filter(({ open }) => (open.at(-1)?.billId ?? 0) >= firstBillId);
  const covered = billed.length - owing.length;
  const payers = Math.max(0, Math.round((billed.length * perMille) / 1000) - covered - owing.filter((account) => paying.has(account)).length);
  const ranked = owing.filter((account) => !taken.has(account)).map((account) => ({ account, rank: account.reluctance * 4 + random.below(1000) })).sort((left, right) => left.rank - right.rank || left.account.homeId - right.account.homeId);
  const visits = ranked.slice(0, payers).map(({ account }) => payingVisit(random, account, firstBillId, month));
  const others = ranked.slice(payers).filter(() => random.chance(40)).map(({ account }): Visit => ({ account, at: visitTime(random, month), freshFrom: firstBillId, pays: 'part', monthsAhead: 0 }));
  return [...visits, ...others];
}

const WAYS = [['all', 30], ['some', 45], ['current', 25]] as const;
const MONTHS_AHEAD = [[3, 50], [6, 30], [12, 20]] as const;

function payingVisit(random: Random, account: HomeAccount, freshFrom: number, month: string): Visit {
  const pays = account.open.every(({ billId }) => billId >= freshFrom) ? 'all' : random.weighted(WAYS);
  // Whoever pays ahead has paid everything before; around New Year more do.
  const ahead = pays === 'all' && random.chance(month.endsWith('-12') || month.endsWith('-01') ? 80 : 30);
  return { account, at: visitTime(random, month), freshFrom, pays, monthsAhead: ahead && account.prepaidFen === 0 ? random.weighted(MONTHS_AHEAD) : 0 };
}

const DESK_HOURS = [{ opens: 8 * 3600 + 1800, seconds: 11_400 }, { opens: 14 * 3600, seconds: 11_400 }] as const;

/** A second of the desk's hours: most come in the first third of a month or just before bills fall due. */
function visitTime(random: Random, month: string): Date {
  const last = daysInMonth(month);
  const day = random.weighted([[1 + random.below(10), 42], [11 + random.below(9), 18], [20 + random.below(6), 32], [26 + random.below(last - 25), 8]]);
  const { opens, seconds } = random.pick(DESK_HOURS);
  return instantOf(addDays(firstDay(month), day - 1), opens + random.below(seconds));
}
