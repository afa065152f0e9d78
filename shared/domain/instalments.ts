import { splitFen } from './fee-split.ts';
import { addMonths, daysInMonth } from './period.ts';

export const instalmentSteps = ['month', 'quarter', 'half', 'year', 'once'] as const;
export type InstalmentStep = (typeof instalmentSteps)[number];
const MONTHS: Readonly<Record<Exclude<InstalmentStep, 'once'>, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The same day some months later; the month's last where it has no such day. */
function laterBy(day: string, months: number): string {
  const month = addMonths(day.slice(0, 7), months);
  const last = daysInMonth(month);
  const wanted = Number(day.slice(8));
  return `${month}-${String(wanted < last ? wanted : last).padStart(2, '0')}`;
}

/**
 * Instalments of a term `[from, to)`: one at the beginning of each step, the total split evenly, the odd fen first.
 * @example planInstalments(10000, { from: '2026-01-01', to: '2026-10-01', every: 'quarter' }) // 3334, 3333, 3333 on 01-01, 04-01, 07-01
 */
export function planInstalments(totalFen: number, { from, to, every }: { from: string; to: string; every: InstalmentStep }): { dueOn: string; amountFen: number }[] {
  const days = [from];
  if (every !== 'once') for (let count = MONTHS[every]; laterBy(from, count) < to; count += MONTHS[every]) days.push(laterBy(from, count));
  const parts = splitFen(totalFen, days.map(() => 1));
  return days.map((dueOn, index) => ({ dueOn, amountFen: parts[index] ?? 0 }));
}
