import { addDays, daysBetween } from './period.ts';
import { complement, intersect, union, WEEK_MINUTES, weekdayAndClock, type Span, type Window } from './week-windows.ts';

/** What holds a space: the minutes of a week, on the days of `[from, to)`; without `to` for ever. */
export type Hold = { from: string; to: string | null; spans: readonly Span[] };

const DAY_MINUTES = 1440;
const WHOLE_WEEK: readonly Span[] = [{ from: 0, to: WEEK_MINUTES }];

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The minutes of a week that the days of `[from, to)` have: all of it from seven days on. */
export function weekOf(from: string, to: string | null): readonly Span[] {
  if (to === null) return WHOLE_WEEK;
  const days = daysBetween(from, to);
  if (days >= 7) return WHOLE_WEEK;
  const list: Span[] = [];
  for (let index = 0; index < days; index += 1) {
    const start = (weekdayOf(addDays(from, index)) - 1) * DAY_MINUTES;
    list.push({ from: start, to: start + DAY_MINUTES });
  }
  return union(list);
}

/** The days that two holds both have; undefined when there are none. */
function commonDays(left: Pick<Hold, 'from' | 'to'>, right: Pick<Hold, 'from' | 'to'>): { from: string; to: string | null } | undefined {
  const from = left.from > right.from ? left.from : right.from;
  const to = left.to === null ? right.to : right.to === null || left.to < right.to ? left.to : right.to;
  return to === null || from < to ? { from, to } : undefined;
}

/** Minutes of the week that two holds share on a day that both have, over the real calendar. */
export function sharedMinutes(left: Hold, right: Hold): Span[] {
  const days = commonDays(left, right);
  if (!days) return [];
  return intersect(intersect(left.spans, right.spans), weekOf(days.from, days.to));
}

/**
 * The first stretch of a week in which two holds clash; undefined when they never hold the same minute.
 * @example findClash({ from: '2026-09-01', to: null, spans: [{ from: 0, to: 600 }] }, { from: '2026-09-01', to: null, spans: [{ from: 540, to: 700 }] }) // { weekday: 1, from: '09:00', to: '10:00' }
 */
export function findClash(left: Hold, right: Hold): { weekday: number; from: string; to: string } | undefined {
  const [first] = sharedMinutes(left, right);
  return first && weekdayAndClock(first.from, first.to);
}

/** What of the week none of the others holds in all of `[from, to)`. */
export function freeMinutes(asked: Pick<Hold, 'from' | 'to'>, others: readonly Hold[]): Span[] {
  const taken = others.flatMap((other) => {
    const days = commonDays(asked, other);
    return days ? intersect(other.spans, weekOf(days.from, days.to)) : [];
  });
  return complement(taken);
}

/**
 * The first day from `asked.from` on from which a lease of the same length (for ever, when open) fits between the
 * others; null when it never does. It can only be the day asked for or the end of another.
 */
export function firstFit(asked: Hold, others: readonly Hold[]): string | null {
  const length = asked.to === null ? null : daysBetween(asked.from, asked.to);
  const days = [asked.from, ...others.flatMap(({ to }) => (to !== null && to > asked.from ? [to] : []))].sort();
  return days.find((from) => {
    const hold = { ...asked, from, to: length === null ? null : addDays(from, length) };
    return others.every((other) => sharedMinutes(hold, other).length === 0);
  }) ?? null;
}

/** Spans of a week as windows: the same times of several days together, a window across midnight as one. */
export function windowsOf(spans: readonly Span[]): Window[] {
  const pieces = splitNights(spans);
  const groups = new Map<string, { weekdays: number[]; from: string; to: string }>();
  for (const { from, to } of pieces) {
    // Sunday's night may end beyond the week, and what follows it begin there.
    const { weekday, from: begins } = weekdayAndClock(from % WEEK_MINUTES, to);
    const length = to - from;
    const end = (from % DAY_MINUTES) + length;
    const ends = end <= DAY_MINUTES ? end : end - DAY_MINUTES;
    const clockTo = `${String(Math.floor(ends / 60)).padStart(2, '0')}:${String(ends % 60).padStart(2, '0')}`;
    const key = `${begins} ${clockTo}`;
    const group = groups.get(key) ?? { weekdays: [], from: begins, to: clockTo };
    group.weekdays.push(weekday);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ weekdays, ...window }) => ({ weekdays: weekdays.sort((left, right) => left - right), ...window }));
}

/** Cuts spans into windows of less than a day: at midnights, but for a night's rest that ends by the next noon. */
function splitNights(spans: readonly Span[]): Span[] {
  const list: Span[] = [];
  for (const span of joinWeek(spans)) {
    let { from } = span;
    while (span.to - from > 0) {
      const midnight = (Math.floor(from / DAY_MINUTES) + 1) * DAY_MINUTES;
      const begins = from % DAY_MINUTES;
      const isNight = begins > 0 && span.to > midnight && span.to - midnight <= Math.min(DAY_MINUTES / 2, begins - 1);
      const to = isNight ? span.to : Math.min(span.to, midnight);
      list.push({ from, to });
      from = to;
    }
  }
  return list;
}

/** Joins Sunday's end with Monday's beginning, unless the whole week is held; ends may lie beyond the week. */
function joinWeek(spans: readonly Span[]): Span[] {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || spans.length < 2 || first.from !== 0 || last.to !== WEEK_MINUTES) return [...spans];
  return [...spans.slice(1, -1), { from: last.from, to: WEEK_MINUTES + first.to }];
}
