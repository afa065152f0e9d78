/** What a plan of parking spaces shows of one day: who holds a space at a minute, and through the day. */
import { intersect, type Span } from './week-windows.ts';

export type Holder = 'resident' | 'daytime';
/** both: on this day a resident and a company hold the space one after the other. */
export type PlanState = 'free' | 'resident' | 'daytime' | 'both' | 'blocked';
export const planStates: readonly PlanState[] = ['free', 'resident', 'daytime', 'both', 'blocked'];

/** A space on one day, with the leases whose days hold it; spans are minutes of the week. */
export type PlanSpace = { blocked: string | null; leases: readonly { kind: Holder; expiring: boolean; spans: readonly Span[] }[] };
/** `now` is who holds it at the minute: of a shared space one, the other or nobody. */
export type SpaceNow = { state: PlanState; now: Holder | null; expiring: boolean };
/** Minutes of a day, 0 to 1440. */
export type DayPart = { from: number; to: number; kind: Holder };

export const DAY_MINUTES = 1440;

/** 1 is Monday. */
function dayOf(weekday: number): Span {
  return { from: (weekday - 1) * DAY_MINUTES, to: weekday * DAY_MINUTES };
}

/**
 * Who holds a space through a day, in minutes of that day, sorted; a blocked space is held by nobody.
 * @example dayParts({ blocked: null, leases: [{ kind: 'resident', expiring: false, spans: [{ from: 0, to: 480 }] }] }, 1) // [{ from: 0, to: 480, kind: 'resident' }]
 */
export function dayParts({ blocked, leases }: PlanSpace, weekday: number): DayPart[] {
  if (blocked !== null) return [];
  const day = dayOf(weekday);
  const parts = leases.flatMap(({ kind, spans }) => intersect(spans, [day]).map(({ from, to }) => ({ from: from - day.from, to: to - day.from, kind })));
  return parts.sort((left, right) => left.from - right.from);
}

/** The state of a space at a minute (0 to 1439) of a weekday. */
export function spaceNow(space: PlanSpace, weekday: number, minute: number): SpaceNow {
  return stateAt(space, dayParts(space, weekday), minute);
}

/** The same from parts that are known: a plan is coloured anew at each minute, its parts stay through the day. */
export function stateAt({ blocked, leases }: PlanSpace, parts: readonly DayPart[], minute: number): SpaceNow {
  const expiring = leases.some((lease) => lease.expiring);
  if (blocked !== null) return { state: 'blocked', now: null, expiring };
  const now = parts.find(({ from, to }) => from <= minute && minute < to)?.kind ?? null;
  const shared = parts.some(({ kind }) => kind === 'resident') && parts.some(({ kind }) => kind === 'daytime');
  return { state: shared ? 'both' : (now ?? 'free'), now, expiring };
}

export type PlanCounts = Record<PlanState, number> & { /** Of the shared ones, at the minute. */ sharedNow: Record<Holder | 'nobody', number>; expiring: number };

/** How many spaces are in each state; the five states come to all of them. */
export function countStates(states: readonly SpaceNow[]): PlanCounts {
  const counts: PlanCounts = { free: 0, resident: 0, daytime: 0, both: 0, blocked: 0, sharedNow: { resident: 0, daytime: 0, nobody: 0 }, expiring: 0 };
  for (const { state, now, expiring } of states) {
    counts[state] += 1;
    if (state === 'both') counts.sharedNow[now ?? 'nobody'] += 1;
    if (expiring) counts.expiring += 1;
  }
  return counts;
}

/** Spaces held by each kind in each step of `stepMinutes` of a day: the profile above the time line. */
export function dayProfile(spaces: readonly (readonly DayPart[])[], stepMinutes: number): Record<Holder, number>[] {
  const steps = Array.from({ length: Math.ceil(DAY_MINUTES / stepMinutes) }, () => ({ resident: 0, daytime: 0 }));
  for (const parts of spaces) {
    for (const { from, to, kind } of parts) {
      for (let step = Math.floor(from / stepMinutes); step * stepMinutes < to; step += 1) {
        const at = step * stepMinutes;
        const held = steps[step];
        if (held && at >= from) held[kind] += 1;
      }
    }
  }
  return steps;
}
