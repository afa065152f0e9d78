import { addDays, daysBetween, daysInMonth } from './period.ts';

/** How long a bill has been due, in the order of the ageing table (domain.md 4). */
export const ageBuckets = ['notDue', 'd1-30', 'd31-60', 'd61-90', 'd91-180', 'd181-365', 'y1-2', 'y2-3', 'y3+'] as const;
export type AgeBucket = (typeof ageBuckets)[number];

/** The most days overdue of each bucket but the last; a year is 365 days here. */
const LAST_DAYS = [0, 30, 60, 90, 180, 365, 730, 1095] as const;

/**
 * The bucket of a bill on a day: by whole days after the due date; due today is not overdue.
 * @example ageBucket('2026-10-25', '2026-10-26') // 'd1-30'
 */
export function ageBucket(dueOn: string, on: string): AgeBucket {
  const days = daysBetween(dueOn, on);
  const index = LAST_DAYS.findIndex((last) => days <= last);
  return ageBuckets[index === -1 ? LAST_DAYS.length : index] ?? 'y3+';
}

/** The earliest due date of each bucket but the last, as of a day: a bill is in the first whose date is not after its own. */
export function bucketStarts(on: string): string[] {
  return LAST_DAYS.map((days) => addDays(on, -days));
}

export const LIMITATION_YEARS = 3;
/** A bill that lapses within so many days is flagged. */
export const LAPSING_DAYS = 90;

/** Adds years to a day; the 29th of February becomes the 28th where the year has none (Civil Code 202). */
function addYears(day: string, years: number): string {
  const month = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4, 7)}`;
  const last = String(daysInMonth(month)).padStart(2, '0');
  return day.slice(8) > last ? `${month}-${last}` : `${month}${day.slice(7)}`;
}

/**
 * The last day on which a bill can be sued for: three years after the later of its due date and its last served
 * demand (Civil Code 188, 195).
 * @example lapsesOn('2023-12-25', '2024-06-01') // '2027-06-01'
 */
export function lapsesOn(dueOn: string, demandedOn: string | null): string {
  return addYears(demandedOn !== null && demandedOn > dueOn ? demandedOn : dueOn, LIMITATION_YEARS);
}

/** The latest due date or demand whose limitation ends on or before a day: the inverse of `lapsesOn`. */
export function latestBeginning(lapses: string): string {
  const day = addYears(lapses, -LIMITATION_YEARS);
  const next = addDays(day, 1);
  return next.endsWith('-02-29') && lapses.endsWith('-02-28') ? next : day;
}

/** Whether a bill lapses soon, has lapsed, or neither, as of a day. */
export type Limitation = 'running' | 'lapsing' | 'lapsed';

/** `lapsing` from 90 days before the last day up to that day; `lapsed` after it. */
export function limitationOf(lapses: string, on: string): Limitation {
  if (lapses < on) return 'lapsed';
  return daysBetween(on, lapses) <= LAPSING_DAYS ? 'lapsing' : 'running';
}
