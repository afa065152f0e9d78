import type { FeeBasis } from '../contract/fees.ts';
import { priceFee, type Fraction, type HomeForBilling } from './fee.ts';
import { periodDue, type CycleRule, type DuePeriod } from './fee-cycle.ts';
import { splitFen, splitMonth } from './fee-split.ts';
import { fen, type Fen } from './money.ts';

export type SkipReason = 'UNSOLD' | 'NOT_HANDED_OVER' | 'NO_RATE' | 'ALREADY_ISSUED' | 'MERGED' | 'NOT_DUE' | 'NO_METER' | 'NO_READING' | 'READING_FALLS' | 'NO_USE' | 'NO_POOL' | 'POOL_SPENT' | 'NO_SHARE';

/** What a home has been billed of an item around a month. */
export type Billed = { /** Of this month's bills, cancelled ones too. */ nextVersion: number; /** This month has a living bill. */ issued: boolean; /** Periods of living bills. */ living: readonly { from: string; to: string }[] };

/** What has been used and not billed yet, or why it cannot be told. */
export type UsedQuantity = { quantityE4: number } | { skip: 'NO_METER' | 'NO_READING' | 'READING_FALLS' | 'NO_USE' };

/** An item in a month, with all that pricing a home needs to know. */
export type ItemToPlan = {
  basis: Exclude<FeeBasis, 'once'>; cycle: CycleRule;
  /** 0.0001 yuan; undefined: none holds for the home. */ rateOf: (home: HomeForBilling) => number | undefined;
  billedOf: (homeId: number) => Billed | undefined; usageOf: (homeId: number) => UsedQuantity;
  /** Undefined: nothing was said of what the pool cost. The weight is an area, a quantity or 1. */
  pool: { remainingFen: number; split: 'area' | 'homes' | 'quantity' } | undefined;
};

export type PlannedBill = {
  home: HomeForBilling; from: string; to: string; months: number; share: Fraction; areaDm2: number | null; rateE4: number | null; quantityE4: number | null; version: number; amountFen: Fen;
};
export type ItemPlan = { bills: PlannedBill[]; skipped: { home: HomeForBilling; reason: SkipReason }[] };

/** What an item bills in a month, home by home in their order, and why the others are skipped (domain.md 4). */
export function planItem(item: ItemToPlan, homes: readonly HomeForBilling[], month: string): ItemPlan {
  const plan: ItemPlan = { bills: [], skipped: [] };
  const pooled: PlannedBill[] = [];
  const weights: number[] = [];
  for (const home of homes) {
    const period = periodOf(item, home, month);
    if ('skip' in period) {
      plan.skipped.push({ home, reason: period.skip });
      continue;
    }
    const version = item.billedOf(home.homeId)?.nextVersion ?? 0;
    const priced = item.basis === 'pool' ? weigh(item, home) : price(item, item.basis, home, period);
    if ('skip' in priced) plan.skipped.push({ home, reason: priced.skip });
    else if ('weight' in priced) {
      pooled.push({ home, ...period, ...priced.facts, version, amountFen: fen(0) });
      weights.push(priced.weight);
    } else plan.bills.push({ home, ...period, ...priced, version });
  }
  if (item.basis === 'pool') sharePool(plan, pooled, weights, item.pool?.remainingFen ?? 0);
  return plan;
}

function periodOf(item: ItemToPlan, home: HomeForBilling, month: string): DuePeriod | { skip: SkipReason } {
  const billed = item.billedOf(home.homeId);
  if (billed?.issued) return { skip: 'ALREADY_ISSUED' };
  if (home.merged) return { skip: 'MERGED' };
  if (home.status === 'unsold') return { skip: 'UNSOLD' };
  const period = periodDue(item.cycle, month, home.handoverOn);
  if ('skip' in period) return period;
  return billed?.living.some(({ from, to }) => from < period.to && to > period.from) ? { skip: 'ALREADY_ISSUED' } : period;
}

type Priced = { areaDm2: number | null; rateE4: number; quantityE4: number | null; amountFen: Fen };

function price(item: ItemToPlan, basis: 'area' | 'home' | 'meter', home: HomeForBilling, { months, share }: DuePeriod): Priced | { skip: SkipReason } {
  const used = basis === 'meter' ? item.usageOf(home.homeId) : { quantityE4: null };
  if ('skip' in used) return used;
  const rateE4 = item.rateOf(home) ?? 0;
  if (rateE4 === 0) return { skip: 'NO_RATE' };
  const facts = { basis, areaDm2: home.areaDm2, quantityE4: used.quantityE4, rateE4, months, share };
  const amountFen = share.numerator === share.denominator ? priceFee(facts) : splitMonth(facts).firstFen;
  // A charge that rounds to nothing cannot be posted or paid: such a rate is none, such a use is none.
  if (amountFen === 0) return { skip: basis === 'meter' ? 'NO_USE' : 'NO_RATE' };
  return { areaDm2: basis === 'area' ? home.areaDm2 : null, rateE4, quantityE4: used.quantityE4, amountFen };
}

type Weighed = { weight: number; facts: { areaDm2: number | null; rateE4: null; quantityE4: number | null } };

function weigh({ pool, usageOf }: ItemToPlan, home: HomeForBilling): Weighed | { skip: SkipReason } {
  if (!pool) return { skip: 'NO_POOL' };
  if (pool.remainingFen <= 0) return { skip: 'POOL_SPENT' };
  if (pool.split === 'area') return { weight: home.areaDm2, facts: { areaDm2: home.areaDm2, rateE4: null, quantityE4: null } };
  if (pool.split === 'homes') return { weight: 1, facts: { areaDm2: null, rateE4: null, quantityE4: null } };
  const used = usageOf(home.homeId);
  return 'skip' in used ? used : { weight: used.quantityE4, facts: { areaDm2: null, rateE4: null, quantityE4: used.quantityE4 } };
}

/** Shares what is left of a pool among homes; the parts sum to it. */
function sharePool(plan: ItemPlan, homes: readonly PlannedBill[], weights: readonly number[], remainingFen: number): void {
  const parts = splitFen(remainingFen, weights);
  homes.forEach((bill, index) => {
    const amountFen = parts[index] ?? fen(0);
    if (amountFen > 0) plan.bills.push({ ...bill, amountFen });
    else plan.skipped.push({ home: bill.home, reason: 'NO_SHARE' });
  });
}
