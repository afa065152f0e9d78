/** Weekly windows of a lease in local minutes: a week has 10080 from Monday 00:00; spans are half-open, sorted and apart. */

export const WEEK_MINUTES = 10_080;
const DAY_MINUTES = 1440;

/** As people agree it: 1 is Monday; a window that ends at or before its beginning crosses midnight into the next day. */
export type Window = { weekdays: readonly number[]; from: string; to: string };
export type Span = { from: number; to: number };

export const ALL_HOURS: readonly Span[] = [{ from: 0, to: WEEK_MINUTES }];

/** True for `00:00` to `23:59`, and `24:00`. */
export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text);
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `HH:MM` of minutes since midnight, 0 to 1440. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A window holds nothing, or two of a lease hold the same minute (its weekday and clock). */
export type WindowProblem = { problem: 'empty'; from: string; to: string } | { problem: 'overlap'; weekday: number; from: string; to: string };

/**
 * The minutes of a week that windows hold; no windows hold all of it. Windows of Sunday night end on Monday morning.
 * @example spansOf([{ weekdays: [5], from: '18:00', to: '08:00' }]) // [{ from: 6840, to: 7680 }]
 */
export function spansOf(windows: readonly Window[] | undefined): Span[] | WindowProblem {
  if (!windows || windows.length === 0) return [...ALL_HOURS];
  const spans: Span[] = [];
  for (const { weekdays, from, to } of windows) {
    const begins = minuteOf(from);
    const ends = minuteOf(to);
    if (begins === ends || begins === DAY_MINUTES) return { problem: 'empty', from, to };
    const length = ends > begins ? ends - begins : ends + DAY_MINUTES - begins;
    for (const weekday of weekdays) spans.push(...wrap((weekday - 1) * DAY_MINUTES + begins, length));
  }
  spans.sort((left, right) => left.from - right.from || left.to - right.to);
  const clash = spans.find((span, index) => index > 0 && span.from < (spans[index - 1]?.to ?? 0));
  return clash ? { problem: 'overlap', ...weekdayAndClock(clash.from, Math.min(clash.to, spans[spans.indexOf(clash) - 1]?.to ?? clash.to)) } : joined(spans);
}

function wrap(from: number, length: number): Span[] {
  const to = from + length;
  return to <= WEEK_MINUTES ? [{ from, to }] : [{ from, to: WEEK_MINUTES }, { from: 0, to: to - WEEK_MINUTES }];
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { from, to } of spans) {
    const last = result.at(-1);
    if (last?.to === from) last.to = to;
    else result.push({ from, to });
  }
  return result;
}

/** A stretch of the week within its first day, as it is said. */
export function weekdayAndClock(from: number, to: number): { weekday: number; from: string; to: string } {
  const day = Math.floor(from / DAY_MINUTES);
  return { weekday: day + 1, from: clockOf(from - day * DAY_MINUTES), to: clockOf(Math.min(to, (day + 1) * DAY_MINUTES) - day * DAY_MINUTES) };
}

/** What two lists of spans both hold. */
export function intersect(left: readonly Span[], right: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const [one, other] = [left[i] as Span, right[j] as Span];
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from < to) result.push({ from, to });
    if (one.to <= other.to) i += 1; else j += 1;
  }
  return result;
}

/** What of the week none of the spans holds. */
export function complement(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  let from = 0;
  for (const span of union(spans)) {
    if (span.from > from) result.push({ from, to: span.from });
    from = span.to;
  }
  if (from < WEEK_MINUTES) result.push({ from, to: WEEK_MINUTES });
  return result;
}

/** Any spans, sorted and joined where they meet or overlap. */
export function union(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const { from, to } of [...spans].sort((left, right) => left.from - right.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
