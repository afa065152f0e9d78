import { divideHalfUp } from './money.ts';
import { addMonths, daysBetween, firstDay } from './period.ts';
import type { Span } from './week-windows.ts';

export const WEEK_HOURS = 168;
const HOUR_MINUTES = 60;
const WEEK_DAYS = 7;

/** Days `[from, to)` on which some leases hold minutes of the week; `leases`: how many of the same days and minutes. */
export type HeldMinutes = { from: string; /** null: open. */ to: string | null; minutes: Span; leases: number };

/** The weekday of a day, 0 is Monday. */
function weekdayOf(day: string): number {
  // 1900-01-01 was a Monday, and no day of the program is before it.
  return daysBetween('1900-01-01', day) % WEEK_DAYS;
}

/** How often each weekday (0 is Monday) is in `[from, to)`. */
export function countWeekdays(from: string, to: string): number[] {
  const days = Math.max(0, daysBetween(from, to));
  const first = weekdayOf(from);
  return Array.from({ length: WEEK_DAYS }, (_, weekday) => {
    const before = (weekday - first + WEEK_DAYS) % WEEK_DAYS;
    return days <= before ? 0 : 1 + (days - before - 1 - ((days - before - 1) % WEEK_DAYS)) / WEEK_DAYS;
  });
}

/**
 * How full each hour of the week was in a month: minutes held by leases ÷ (60 × such hours of the month × spaces), in
 * thousandths, half up. Hour 0 is Monday 00:00. A lease holds a minute of a day that it covers; leases of a space never share one.
 */
export function occupancyOf(month: string, spaces: number, held: readonly HeldMinutes[]): number[] {
  const month0 = firstDay(month);
  const end = firstDay(addMonths(month, 1));
  const minutes = new Array<number>(WEEK_HOURS).fill(0);
  for (const { from, to, minutes: span, leases } of held) {
    const weekdays = countWeekdays(from > month0 ? from : month0, to === null || to > end ? end : to);
    for (let hour = Math.floor(span.from / HOUR_MINUTES); hour * HOUR_MINUTES < span.to; hour += 1) {
      const inHour = Math.min(span.to, (hour + 1) * HOUR_MINUTES) - Math.max(span.from, hour * HOUR_MINUTES);
      minutes[hour] = (minutes[hour] ?? 0) + inHour * leases * (weekdays[Math.floor(hour / 24)] ?? 0);
    }
  }
  const hours = countWeekdays(month0, end);
  return minutes.map((sum, hour) => (spaces === 0 ? 0 : Number(divideHalfUp(BigInt(sum) * 1000n, BigInt(HOUR_MINUTES * (hours[Math.floor(hour / 24)] ?? 1) * spaces)))));
}
