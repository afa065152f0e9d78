import { addDays, addMonths, daysBetween } from '../../../../shared/domain/period.ts';

export const views = ['month', 'day', 'device', 'period', 'hour'] as const;
export type View = (typeof views)[number];

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
const monthsBetween = (from: string, to: string): string[] => (from > to ? [] : [from, ...monthsBetween(addMonths(from, 1), to)]);
const daysFrom = (from: string, to: string): string[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day));

/** The keys that a chart draws: along time all of them, so that gaps are seen; else those that there are. */
export function keysAlong(by: View, { from, to }: { from: string; to: string }, known: readonly string[]): readonly string[] {
  return by === 'month' ? monthsBetween(from.slice(0, 7), to.slice(0, 7)) : by === 'day' ? daysFrom(from, to) : by === 'hour' ? HOURS : known;
}
