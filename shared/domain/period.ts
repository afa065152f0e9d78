/** Dates are local calendar days `YYYY-MM-DD`, months `YYYY-MM`, periods half-open `[from, to)`. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAY_MS = 86_400_000;

/** True for a day that exists in the calendar, from 1900 to 2199. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(text.slice(0, 7));
}

/** True for `YYYY-MM` from 1900 to 2199. */
export function isMonth(text: string): boolean {
  return MONTH.test(text) && text >= '1900' && text < '2200';
}

/** The number of days of a month. */
export function daysInMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

/** The first day of a month. */
export function firstDay(month: string): string {
  return `${month}-01`;
}

/** The last day of a month. */
export function lastDay(month: string): string {
  return `${month}-${String(daysInMonth(month)).padStart(2, '0')}`;
}

/**
 * Adds months to a month.
 * @example addMonths('2026-11', 2) // '2027-01'
 */
export function addMonths(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = (index - (((index % 12) + 12) % 12)) / 12;
  return `${String(year).padStart(4, '0')}-${String(index - year * 12 + 1).padStart(2, '0')}`;
}

/**
 * The same day of the year before; of 29 February it is the 28th.
 * @example yearBefore('2028-02-29') // '2027-02-28'
 */
export function yearBefore(day: string): string {
  const month = addMonths(day.slice(0, 7), -12);
  return isDay(month + day.slice(7)) ? month + day.slice(7) : lastDay(month);
}

/** Adds days to a day. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** Local time less UTC: Asia/Shanghai, without daylight saving since 1991. */
export const LOCAL_SECONDS = 8 * 3600;

/** The local day (Asia/Shanghai, UTC+8 without daylight saving since 1991) of an instant. */
export function localDay(instant: Date): string {
  return new Date(instant.getTime() + LOCAL_SECONDS * 1000).toISOString().slice(0, 10);
}

/** The local time `HH:MM` of an instant. */
export function localTime(instant: Date): string {
  return new Date(instant.getTime() + LOCAL_SECONDS * 1000).toISOString().slice(11, 16);
}
