import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStates, dayParts, DAY_MINUTES, dayProfile, planStates, spaceNow, stateAt, type PlanSpace } from '../../shared/domain/plan-state.ts';
import { spansOf, WEEK_MINUTES, type Span, type Window } from '../../shared/domain/week-windows.ts';

const spans = (windows: Window[]) => spansOf(windows) as Span[];
const NIGHTS = spans([{ weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '08:00' }]);
const WORK = spans([{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }]);
const lease = (kind: 'resident' | 'daytime', held: readonly Span[], expiring = false) => ({ kind, spans: held, expiring });
const space = (...leases: PlanSpace['leases']): PlanSpace => ({ blocked: null, leases });
const at = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe('the state of a space at a minute', () => {
  const shared = space(lease('resident', NIGHTS), lease('daytime', WORK));

  it.each([
    [1, '07:59', 'both', null], [2, '07:59', 'both', 'resident'], [2, '08:00', 'both', null], [2, '08:30', 'both', 'daytime'], [2, '17:29', 'both', 'daytime'], [2, '17:30', 'both', null], [2, '18:00', 'both', 'resident'],
    // Saturday has only the end of Friday's night, Sunday nothing.
    [6, '07:59', 'resident', 'resident'], [6, '08:00', 'free', null], [7, '12:00', 'free', null],
  ] as const)('on weekday %i at %s it is %s, held by %s', (weekday, clock, state, now) => {
    expect(spaceNow(shared, weekday, at(clock))).toEqual({ state, now, expiring: false });
  });

  it('is blocked whoever has a lease, and says what expires', () => {
    const blocked: PlanSpace = { blocked: '地面维修', leases: [lease('resident', NIGHTS, true)] };
    expect(spaceNow(blocked, 2, 0)).toEqual({ state: 'blocked', now: null, expiring: true });
    expect(dayParts(blocked, 2)).toEqual([]);
  });

  it('is nothing but free without leases', () => {
    expect(spaceNow(space(), 1, 0)).toEqual({ state: 'free', now: null, expiring: false });
  });
});

const kinds = fc.constantFrom('resident' as const, 'daytime' as const);
const someSpans = fc.array(fc.tuple(fc.integer({ min: 0, max: WEEK_MINUTES - 1 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 4 })
  .map((list) => list.map(([from, length]) => ({ from, to: Math.min(WEEK_MINUTES, from + length) })).sort((left, right) => left.from - right.from).filter((one, index, all) => index === 0 || one.from >= (all[index - 1]?.to ?? 0)));
const someSpace: fc.Arbitrary<PlanSpace> = fc.record({ blocked: fc.option(fc.constant('维修'), { freq: 5 }), leases: fc.array(fc.record({ kind: kinds, spans: someSpans, expiring: fc.boolean() }), { maxLength: 2 }) });

describe('laws', () => {
  it('says who holds a minute exactly as the spans of the week do', () => {
    fc.assert(fc.property(someSpace, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: DAY_MINUTES - 1 }), (one, weekday, minute) => {
      const ofWeek = (weekday - 1) * DAY_MINUTES + minute;
      const holders = one.leases.filter((held) => held.spans.some(({ from, to }) => from <= ofWeek && ofWeek < to)).map(({ kind }) => kind);
      const { now, state } = spaceNow(one, weekday, minute);
      if (one.blocked !== null) {
        expect([state, now]).toEqual(['blocked', null]);
        return;
      }
      if (now === null) expect(holders).toEqual([]);
      else expect(holders).toContain(now);
      if (state === 'free') expect(holders).toEqual([]);
    }));
  });

  it('counts every space once, and the shared ones by who has them now', () => {
    fc.assert(fc.property(fc.array(someSpace, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: DAY_MINUTES - 1 }), (list, weekday, minute) => {
      const counts = countStates(list.map((one) => stateAt(one, dayParts(one, weekday), minute)));
      expect(planStates.reduce((sum, state) => sum + counts[state], 0)).toBe(list.length);
      expect(counts.sharedNow.resident + counts.sharedNow.daytime + counts.sharedNow.nobody).toBe(counts.both);
    }));
  });

  it('draws a profile that holds at each step what is held at that minute', () => {
    fc.assert(fc.property(fc.array(someSpace, { maxLength: 6 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 95 }), (list, weekday, step) => {
      const parts = list.map((one) => dayParts(one, weekday));
      const held = parts.flat().filter(({ from, to }) => from <= step * 15 && step * 15 < to);
      expect(dayProfile(parts, 15)[step]).toEqual({ resident: held.filter(({ kind }) => kind === 'resident').length, daytime: held.filter(({ kind }) => kind === 'daytime').length });
    }));
  });
});
