import { divideHalfUp, fen, type Fen } from './money.ts';
import { addDays, daysBetween, daysInMonth, firstDay, lastDay } from './period.ts';

const GRAMS = 1000n;

/**
 * What a weight comes to at a price of a kg: rounded once, half up.
 * @example weighedFen(1235, 480) // 593
 */
export function weighedFen(grams: number, priceFen: number): Fen {
  return fen(divideHalfUp(BigInt(grams) * BigInt(priceFen), GRAMS));
}

/**
 * What buyers of one sale saved against the market: quantity × (reference − price), rounded once for the sale, half away from zero; below zero where they paid more.
 * @example savingFen(1500, 480, 600) // 180
 */
export function savingFen(grams: number, priceFen: number, referenceFen: number): Fen {
  return fen(divideHalfUp(BigInt(grams) * BigInt(referenceFen - priceFen), GRAMS));
}

/** A scale rounds by its own rule: its amount stands when it is within a fen of ours. */
export function isWithinAFen(amountFen: number, grams: number, priceFen: number): boolean {
  const difference = BigInt(amountFen) * GRAMS - BigInt(grams) * BigInt(priceFen);
  return difference <= GRAMS && difference >= -GRAMS;
}

/** The price of a kg that a weight was paid at, rounded once, half up. */
export function priceOf(paidFen: number, grams: number): Fen {
  return fen(divideHalfUp(BigInt(paidFen) * GRAMS, BigInt(grams)));
}

/** The price of half a kg (斤), as the board prints it: rounded once, half up. */
export function jinFen(kgFen: number): Fen {
  return fen(divideHalfUp(BigInt(kgFen), 2n));
}

/** An agreement's days `[from, to)` and the month's rent that its place would bring. */
export type WaivedTerm = { from: string; to: string; imputedFen: number };

/** Days of a month that lie in `[from, to)`. */
export function daysWithin(month: string, { from, to }: Pick<WaivedTerm, 'from' | 'to'>): number {
  const [begin, end] = [from > firstDay(month) ? from : firstDay(month), to <= lastDay(month) ? to : addDays(lastDay(month), 1)];
  return Math.max(0, daysBetween(begin, end));
}

/**
 * The rent that was waived in a month: the imputed rent by the days under agreement over the month's real days, rounded once, half up, for each agreement and month. A whole month is the whole rent.
 * @example waivedRentFen('2026-02', { from: '2026-02-15', to: '2027-01-01', imputedFen: 280_000 }) // 140_000
 */
export function waivedRentFen(month: string, term: WaivedTerm): Fen {
  return fen(divideHalfUp(BigInt(term.imputedFen) * BigInt(daysWithin(month, term)), BigInt(daysInMonth(month))));
}

/** What came, spoilt and was sold of a product on a day, in grams. */
export type StockDay = { on: string; delivered: number; wasted: number; sold: number };

/** What may still be sold: what came with the allowance for kind scales (rounded down), less what spoilt and what was sold. */
export function leftGrams({ delivered, wasted, sold }: Omit<StockDay, 'on'>, allowedPermille: number): number {
  return Number((BigInt(delivered) * BigInt(1000 + allowedPermille)) / 1000n) - wasted - sold;
}

/**
 * The day, from the first change on, on which the least would be left, and how much: below zero, more would be sold than there is. `before` are days in order, `changes` what would be added to them.
 */
export function leastLeft(before: readonly StockDay[], changes: readonly StockDay[], allowedPermille: number): { on: string; left: number } | undefined {
  const days = new Map<string, StockDay>();
  for (const { on, delivered, wasted, sold } of [...before, ...changes]) {
    const known = days.get(on) ?? { on, delivered: 0, wasted: 0, sold: 0 };
    days.set(on, { on, delivered: known.delivered + delivered, wasted: known.wasted + wasted, sold: known.sold + sold });
  }
  const first = changes.map(({ on }) => on).sort()[0];
  if (first === undefined) return undefined;
  const sum = { delivered: 0, wasted: 0, sold: 0 };
  let least: { on: string; left: number } | undefined;
  for (const day of [...days.values()].sort((one, other) => (one.on < other.on ? -1 : 1))) {
    sum.delivered += day.delivered;
    sum.wasted += day.wasted;
    sum.sold += day.sold;
    const left = leftGrams(sum, allowedPermille);
    if (day.on >= first && (!least || left < least.left)) least = { on: day.on, left };
  }
  return least;
}

/** Grams as kg with three decimals, as they stand below each other in a column: 1500 is `1.500`. */
export function kgColumn(grams: number): string {
  const rest = Math.abs(grams) % 1000;
  const whole = String((Math.abs(grams) - rest) / 1000).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grams < 0 ? '−' : ''}${whole}.${String(rest).padStart(3, '0')}`;
}

/** Grams as kg within a sentence, three decimals at most: 1500 is `1.5`. */
export function kgText(grams: number): string {
  return kgColumn(grams).replace(/\.?0+$/, '');
}
