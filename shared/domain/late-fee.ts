import { divideHalfUp, fen, formatFen, type Fen } from './money.ts';
import { addDays, daysBetween } from './period.ts';

/** Settings of the estate; a rate of 0 is off. */
export type LateRule = { /** Per day, 10⁻⁶ of the principal. */ rateE6: number; graceDays: number; /** Of the bill's amount, for all its late fees together. */ capPermille: number };

export type LateBill = {
  dueOn: string; amountFen: number; /** The principal: what is owed before the payment. */ openFen: number;
  /** Late fees that stand for this bill, and the last day up to which they were charged. */ chargedFen: number; chargedTo: string | null;
};

/** Charged for the days after `from` up to and with `to`. */
export type LateFee = { from: string; to: string; days: number; amountFen: Fen };

/**
 * What a bill costs for being late when it is paid on a day: simple, per day, on what is owed, rounded once, half up.
 * Days run from the due date, or from where the last charge ended; within the grace, at a rate of 0 and beyond the
 * cap it is nothing, and undefined.
 * @example lateFee({ rateE6: 500, graceDays: 0, capPermille: 1000 }, { dueOn: '2026-08-25', amountFen: 16_260, openFen: 16_260, chargedFen: 0, chargedTo: null }, '2026-11-05') // { from: '2026-08-25', to: '2026-11-05', days: 72, amountFen: 585 }
 */
export function lateFee(rule: LateRule, bill: LateBill, on: string): LateFee | undefined {
  if (rule.rateE6 === 0 || bill.openFen <= 0 || on <= addDays(bill.dueOn, rule.graceDays)) return undefined;
  const from = bill.chargedTo !== null && bill.chargedTo > bill.dueOn ? bill.chargedTo : bill.dueOn;
  const days = daysBetween(from, on);
  if (days <= 0) return undefined;
  const earned = divideHalfUp(BigInt(bill.openFen) * BigInt(days) * BigInt(rule.rateE6), 1_000_000n);
  const left = (BigInt(bill.amountFen) * BigInt(rule.capPermille)) / 1000n - BigInt(bill.chargedFen);
  const amountFen = fen(earned < left ? earned : left);
  return amountFen > 0 ? { from, to: on, days, amountFen } : undefined;
}

/**
 * How a late fee came about, as its bill says it.
 * @example lateNote('物业费 2026-08', 16_260, 72, 500) // '物业费 2026-08　162.60 × 72 天 × 0.05%'
 */
export function lateNote(bill: string, principalFen: number, days: number, rateE6: number): string {
  const percent = `${String(Math.floor(rateE6 / 10_000))}.${String(rateE6 % 10_000).padStart(4, '0')}`.replace(/\.?0+$/, '');
  return `${bill}　${formatFen(principalFen)} × ${String(days)} 天 × ${percent}%`;
}
