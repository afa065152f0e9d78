import { addDays } from '../../../../shared/domain/period.ts';
import { intersect, minuteOf, type Span } from '../../../../shared/domain/week-windows.ts';

const DAY = 1440;
/** Days that a strip shows at most. */
export const SHOWN_DAYS = 8;

/** A day of a stay in minutes of that day: when the car was there, what of the day its lease holds, and what lies outside. */
export type StayDay = { on: string; stay: Span; held: Span[]; over: Span[] };

type Held = { windows: readonly Span[]; /** Days that the lease holds, half-open. */ days: readonly { from: string; to: string | null }[] };

/** The days of a stay, as a strip draws them; without a lease all of it lies outside. */
export function stayDays(inAt: string, outAt: string, lease: Held | undefined): StayDay[] {
  const result: StayDay[] = [];
  const last = outAt.slice(0, 10);
  for (let on = inAt.slice(0, 10); on <= last && result.length < SHOWN_DAYS; on = addDays(on, 1)) {
    const stay = { from: on === inAt.slice(0, 10) ? minuteOf(inAt.slice(11, 16)) : 0, to: on === last ? minuteOf(outAt.slice(11, 16)) : DAY };
    const held = lease?.days.some(({ from, to }) => from <= on && (to === null || on < to)) ? heldOn(lease.windows, on) : [];
    if (stay.to > stay.from) result.push({ on, stay, held, over: without(stay, held) });
  }
  return result;
}

/** What of a day a week's windows hold. */
function heldOn(windows: readonly Span[], on: string): Span[] {
  const start = ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) * DAY;
  return intersect([{ from: start, to: start + DAY }], windows).map(({ from, to }) => ({ from: from - start, to: to - start }));
}

function without(stay: Span, held: readonly Span[]): Span[] {
  const result: Span[] = [];
  let from = stay.from;
  for (const span of intersect([stay], held)) {
    if (span.from > from) result.push({ from, to: span.from });
    from = span.to;
  }
  if (from < stay.to) result.push({ from, to: stay.to });
  return result;
}
