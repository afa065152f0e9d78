import { addDays } from './period.ts';

/** Weekends and the holidays that were entered are no workdays. */
function isWorkday(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/**
 * The last of so many workdays from a day on, both included.
 * @example lastWorkday('2026-10-16', 2, []) // '2026-10-19': Friday and Monday
 */
export function lastWorkday(from: string, count: number, holidays: readonly string[]): string {
  const off = new Set(holidays);
  let [day, left] = [from, count];
  for (;;) {
    if (isWorkday(day, off)) left -= 1;
    if (left <= 0) return day;
    day = addDays(day, 1);
  }
}

/**
 * How many workdays lie between two days, both included; none where the second is before the first.
 * @example countWorkdays('2026-10-16', '2026-10-19', []) // 2
 */
export function countWorkdays(from: string, to: string, holidays: readonly string[]): number {
  const off = new Set(holidays);
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day, off)) count += 1;
  return count;
}
