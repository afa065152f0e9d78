import type { FeeCycle } from '../contract/fees.ts';
import { shareOfMonth, type FirstMonthRule, type Fraction } from './fee.ts';
import { addMonths, daysInMonth, firstDay, lastDay } from './period.ts';

/** The months of one period of a cycle. */
export const CYCLE_MONTHS: Readonly<Record<FeeCycle, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12, 'handover-year': 12 };

/** The months of the longest of some cycles; one-off items count as a month. */
export function longestCycle(versions: readonly { cycle: FeeCycle | 'none' }[]): number {
  return Math.max(1, ...versions.map(({ cycle }) => (cycle === 'none' ? 1 : CYCLE_MONTHS[cycle])));
}

/** How an item's periods fall; the version holds in `[from, to)`. */
export type CycleRule = { cycle: FeeCycle; /** Due in the period's last month, when its use or cost is known, not in its first. */ afterwards: boolean; first: FirstMonthRule; from: string; to: string | null };

/** A period that falls due: what is charged is rate × months × share. */
export type DuePeriod = { from: string; to: string; months: number; share: Fraction };
export type NotDue = { skip: 'NOT_DUE' | 'NOT_HANDED_OVER' };

const WHOLE: Fraction = { numerator: 1, denominator: 1 };

/**
 * The period of an item that falls due for a home in a month in which the version holds. Quarters, half-years and
 * years are the calendar's, cut where the version begins or ends; a home handed over inside one is charged in that
 * month for the rest of it: the first month by its rule, the others whole. Years counted from handover begin on its
 * anniversary; a home without a day of handover has the calendar's.
 * @example periodDue({ cycle: 'quarter', afterwards: false, first: 'days', from: '2026-01-01', to: null }, '2026-05', '2026-05-22') // { from: '2026-05-22', to: '2026-07-01', months: 2, share: 41/62 }
 */
export function periodDue(rule: CycleRule, month: string, handoverOn: string | null): DuePeriod | NotDue {
  if (handoverOn !== null && handoverOn > lastDay(month)) return { skip: 'NOT_HANDED_OVER' };
  if (rule.cycle === 'handover-year' && handoverOn !== null) return yearFromHandover(month, handoverOn);
  const { start, end } = calendarPeriod(rule, month);
  if (rule.afterwards) {
    if (month !== addMonths(end, -1)) return { skip: 'NOT_DUE' };
    return { from: laterOf(firstDay(start), handoverOn), to: firstDay(end), months: 1, share: WHOLE };
  }
  const first = handoverOn === null ? start : laterOf(start, handoverOn.slice(0, 7));
  if (month !== first) return { skip: 'NOT_DUE' };
  const months = monthsBetween(first, end);
  const share = shareOfMonth(first, handoverOn, rule.first) ?? WHOLE;
  const begins = rule.first === 'days' ? laterOf(firstDay(first), handoverOn) : firstDay(first);
  return { from: begins, to: firstDay(end), months, share: shareOfMonths(share, months) };
}

/** The calendar's period around a month, cut to the months in which the version holds; `end` is the month after it. */
export function calendarPeriod({ cycle, from, to }: Pick<CycleRule, 'cycle' | 'from' | 'to'>, month: string): { start: string; end: string } {
  const length = CYCLE_MONTHS[cycle];
  const start = addMonths(month, -((Number(month.slice(5, 7)) - 1) % length));
  const end = addMonths(start, length);
  const last = to === null ? end : firstMonthFrom(to);
  return { start: laterOf(start, firstMonthFrom(from)), end: last < end ? last : end };
}

/** The first month that begins on a day or after it. */
function firstMonthFrom(day: string): string {
  const month = day.slice(0, 7);
  return day.endsWith('-01') ? month : addMonths(month, 1);
}

function yearFromHandover(month: string, handoverOn: string): DuePeriod | NotDue {
  if (month.slice(5) !== handoverOn.slice(5, 7)) return { skip: 'NOT_DUE' };
  return { from: dayOf(month, handoverOn), to: dayOf(addMonths(month, 12), handoverOn), months: 12, share: WHOLE };
}

/** The anniversary in a month; one of 29 February falls on its last day. */
function dayOf(month: string, handoverOn: string): string {
  const day = Math.min(Number(handoverOn.slice(8, 10)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** A share of the first month and the other months whole, as a share of all of them. */
function shareOfMonths({ numerator, denominator }: Fraction, months: number): Fraction {
  if (numerator === denominator) return WHOLE;
  return { numerator: (months - 1) * denominator + numerator, denominator: months * denominator };
}

/** Months from one month to another. */
function monthsBetween(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

function laterOf(left: string, right: string | null): string {
  return right !== null && right > left ? right : left;
}
