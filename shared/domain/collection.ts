import { divideHalfUp } from './money.ts';
import { addMonths } from './period.ts';

/** What was billed and collected of a period (domain.md 4), in fen and homes. */
export type CollectionFigures = {
  current: { billedFen: number; cancelledFen: number; collectedFen: number };
  arrears: { openingFen: number; collectedFen: number };
  households: { billed: number; paid: number };
};

/** Parts that make a rate; the denominator may be zero, and then there is no rate. */
export type Ratio = { numerator: number; denominator: number };
export const rateNames = ['current', 'arrears', 'combined', 'households'] as const;
export type RateName = (typeof rateNames)[number];

/**
 * The three collection rates and that of households, as fractions: current = collected ÷ (billed − cancelled);
 * arrears = collected of older debt ÷ that debt at the start; combined = both collected ÷ both denominators.
 */
export function collectionRatios({ current, arrears, households }: CollectionFigures): Record<RateName, Ratio> {
  const due = current.billedFen - current.cancelledFen;
  return {
    current: { numerator: current.collectedFen, denominator: due },
    arrears: { numerator: arrears.collectedFen, denominator: arrears.openingFen },
    combined: { numerator: current.collectedFen + arrears.collectedFen, denominator: arrears.openingFen + due },
    households: { numerator: households.paid, denominator: households.billed },
  };
}

/**
 * A ratio in hundredths of a percent, rounded once, half up; undefined without a denominator.
 * @example permyriad({ numerator: 2, denominator: 3 }) // 6667
 */
export function permyriad({ numerator, denominator }: Ratio): number | undefined {
  return denominator > 0 ? Number(divideHalfUp(BigInt(numerator) * 10_000n, BigInt(denominator))) : undefined;
}

/** How long a reported period is, in months. */
export const periodMonths = { month: 1, quarter: 3, year: 12 } as const;
export type ReportPeriod = keyof typeof periodMonths;

/** The months of the calendar period that a month lies in, both ends included. */
export function periodOf(month: string, period: ReportPeriod): { from: string; to: string } {
  const length = periodMonths[period];
  const index = (Number(month.slice(5, 7)) - 1) % length;
  const from = addMonths(month, -index);
  return { from, to: addMonths(from, length - 1) };
}

/** Which homes stand behind a number of the report. */
export const collectionParts = ['billed', 'cancelled', 'collected', 'opening', 'arrearsCollected', 'householdsBilled', 'householdsPaid', 'householdsOwing'] as const;
export type CollectionPart = (typeof collectionParts)[number];

/** A ratio in tenths of a percent, rounded once, half up; undefined without a denominator. */
export function permille({ numerator, denominator }: Ratio): number | undefined {
  return denominator > 0 ? Number(divideHalfUp(BigInt(numerator) * 1000n, BigInt(denominator))) : undefined;
}

/** Tenths of a percent as people read them: 864 is `86.4`. */
export function tenths(value: number): string {
  return `${Math.trunc(value / 10)}.${Math.abs(value % 10)}`;
}

/**
 * A ratio as it is printed: a percentage with one decimal, or a dash without a denominator.
 * @example percentText({ numerator: 2, denominator: 3 }) // '66.7%'
 */
export function percentText(ratio: Ratio): string {
  const value = permille(ratio);
  return value === undefined ? '—' : `${tenths(value)}%`;
}
