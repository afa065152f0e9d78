import { divideHalfUp, fen, type Fen } from './money.ts';
import { daysInMonth, firstDay, lastDay } from './period.ts';

/** How the month of handover is charged (domain.md 4); the default is by days. */
export type FirstMonthRule = 'full' | 'half' | 'days';

export type Fraction = { numerator: number; denominator: number };

/** A home as billing sees it in a month. */
export type HomeForBilling = {
  homeId: number; label: string; building: string; homeType: string; status: 'unsold' | 'vacant' | 'occupied' | 'let'; areaDm2: number; handoverOn: string | null;
  /** It became a part of another home. */ merged: boolean;
};

/**
 * The property fee of a home for the given share of a month, rounded once, half up.
 * Units: area 0.01 m², rate 0.0001 yuan per m² and month, result fen.
 * @example pricePropertyFee(10_840, 15_000, { numerator: 1, denominator: 1 }) // 16_260
 */
export function pricePropertyFee(areaDm2: number, rateE4: number, share: Fraction): Fen {
  return priceFee({ basis: 'area', areaDm2, quantityE4: null, rateE4, months: 1, share });
}

/** What a charge is made of; the rate is 0.0001 yuan per m², home or unit and month. */
export type FeeFacts = { basis: 'area' | 'home' | 'meter'; areaDm2: number; /** 0.0001 of the unit. */ quantityE4: number | null; rateE4: number; months: number; share: Fraction };

/**
 * A charge: area, home or quantity × rate × months × share, rounded once, half up.
 * @example priceFee({ basis: 'meter', areaDm2: 0, quantityE4: 120_000, rateE4: 35_500, months: 1, share: { numerator: 1, denominator: 1 } }) // 4_260
 */
export function priceFee({ basis, areaDm2, quantityE4, rateE4, months, share }: FeeFacts): Fen {
  // What one of each comes to in a hundredth of a fen: area is 0.01, a quantity 0.0001 of a unit.
  const [size, perFen] = basis === 'area' ? [areaDm2, 10_000n] : basis === 'meter' ? [quantityE4 ?? 0, 1_000_000n] : [1, 100n];
  return fen(divideHalfUp(BigInt(size) * BigInt(rateE4) * BigInt(months) * BigInt(share.numerator), perFen * BigInt(share.denominator)));
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
