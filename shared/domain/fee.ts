import { divideHalfUp, fen, type Fen } from './money.ts';
import { daysInMonth, firstDay, lastDay } from './period.ts';

/** How the month of handover is charged (domain.md 4); the default is by days. */
export type FirstMonthRule = 'full' | 'half' | 'days';

export type Fraction = { numerator: number; denominator: number };

export type HomeForBilling = {
  status: 'unsold' | 'vacant' | 'occupied' | 'let';
  areaDm2: number;
  /** 0.0001 yuan per m² and month; undefined when no version holds for the month. */
  rateE4: number | undefined;
  handoverOn: string | null;
};

export type SkipReason = 'UNSOLD' | 'NOT_HANDED_OVER' | 'NO_RATE' | 'ALREADY_ISSUED';

/**
 * The property fee of a home for the given share of a month, rounded once, half up.
 * Units: area 0.01 m², rate 0.0001 yuan per m² and month, result fen.
 * @example pricePropertyFee(10_840, 15_000, { numerator: 1, denominator: 1 }) // 16_260
 */
export function pricePropertyFee(areaDm2: number, rateE4: number, share: Fraction): Fen {
  const product = BigInt(areaDm2) * BigInt(rateE4) * BigInt(share.numerator);
  return fen(divideHalfUp(product, 10_000n * BigInt(share.denominator)));
}

/**
 * The share of a month that a home is charged for, or undefined when it is not yet handed over.
 * `days`: handover day to month end, both included, over the month's real length.
 * `half`: a handover after the 15th is charged half.
 * @example shareOfMonth('2026-04', '2026-04-21', 'days') // { numerator: 10, denominator: 30 }
 */
export function shareOfMonth(month: string, handoverOn: string | null, rule: FirstMonthRule): Fraction | undefined {
  const whole = { numerator: 1, denominator: 1 };
  if (handoverOn === null || handoverOn <= firstDay(month)) return whole;
  if (handoverOn > lastDay(month)) return undefined;
  if (rule === 'full') return whole;
  const day = Number(handoverOn.slice(8, 10));
  if (rule === 'half') return day > 15 ? { numerator: 1, denominator: 2 } : whole;
  return { numerator: daysInMonth(month) - day + 1, denominator: daysInMonth(month) };
}

export type PropertyFee = { skip: SkipReason } | { amountFen: Fen; rateE4: number; share: Fraction; from: string };

/** What a home owes for a month, or the reason why it owes nothing. */
export function billPropertyFee(home: HomeForBilling, month: string, rule: FirstMonthRule): PropertyFee {
  if (home.status === 'unsold') return { skip: 'UNSOLD' };
  const share = shareOfMonth(month, home.handoverOn, rule);
  if (!share) return { skip: 'NOT_HANDED_OVER' };
  if (home.rateE4 === undefined || home.rateE4 === 0) return { skip: 'NO_RATE' };
  const starts = share.numerator === share.denominator ? firstDay(month) : (home.handoverOn ?? firstDay(month));
  const amountFen = pricePropertyFee(home.areaDm2, home.rateE4, share);
  // A rate so small that the fee rounds to nothing is no rate: a bill of 0.00 cannot be posted or paid.
  if (amountFen === 0) return { skip: 'NO_RATE' };
  return { amountFen, rateE4: home.rateE4, share, from: rule === 'days' ? starts : firstDay(month) };
}
