import { divideHalfUp } from './money.ts';
import { daysInMonth } from './period.ts';

/** A month of 28, 29, 30 and 31 days has a whole number of these parts in a day. */
const MONTH_PARTS = 377_580;

/** Days charged in a month: whole months count as one, however many days of it were held. */
export type ChargedDays = { month: string; days: number; wholeMonths: number };

/**
 * Months that were charged, days counted by the length of their own month, in thousandths, half up once.
 * @example monthsPermille([{ month: '2026-10', days: 31, wholeMonths: 2 }, { month: '2026-11', days: 15, wholeMonths: 0 }]) // 3500
 */
export function monthsPermille(charged: readonly ChargedDays[]): number {
  let parts = 0n;
  for (const { month, days, wholeMonths } of charged) parts += BigInt(wholeMonths) * BigInt(MONTH_PARTS) + BigInt(days) * BigInt(MONTH_PARTS / daysInMonth(month));
  return Number(divideHalfUp(parts * 1000n, BigInt(MONTH_PARTS)));
}

/** Whole resident months that daytime income pays the subsidy of; null where a month costs none. */
export function carriedMonths(daytimeFen: number, monthSubsidyFen: number): number | null {
  if (monthSubsidyFen <= 0) return null;
  return daytimeFen <= 0 ? 0 : Number(BigInt(daytimeFen) / BigInt(monthSubsidyFen));
}
