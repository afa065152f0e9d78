import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClash, firstFit, freeMinutes, sharedMinutes, weekOf, windowsOf, type Hold } from '../../shared/domain/lease-conflict.ts';
import { addDays, daysBetween } from '../../shared/domain/period.ts';
import { spansOf, union, WEEK_MINUTES, type Span } from '../../shared/domain/week-windows.ts';

const MONDAY = '2026-11-02';
const span = fc.tuple(fc.nat(WEEK_MINUTES - 1), fc.integer({ min: 1, max: 2000 })).map(([from, length]) => ({ from, to: Math.min(WEEK_MINUTES, from + length) }));
const spans = fc.array(span, { minLength: 1, maxLength: 5 }).map((list) => union(list));
const hold = fc.record({ start: fc.nat(40), length: fc.option(fc.integer({ min: 1, max: 40 })), spans }).map(({ start, length, spans: own }): Hold => ({ from: addDays(MONDAY, start), to: length === null ? null : addDays(MONDAY, start + length), spans: own }));

/** Whether a hold has a minute of a day, by itself and nothing else. */
const holds = ({ from, to, spans: own }: Hold, day: string, minute: number): boolean => day >= from && (to === null || day < to) && own.some((one) => one.from <= minute && minute < one.to);

/** The minutes of the week that two holds share on any of 100 days. */
function sharedByDay(left: Hold, right: Hold): Set<number> {
  const shared = new Set<number>();
  for (let index = 0; index < 100; index += 1) {
    const day = addDays(MONDAY, index);
    const first = (index % 7) * 1440;
    for (let minute = first; minute < first + 1440; minute += 1) if (holds(left, day, minute) && holds(right, day, minute)) shared.add(minute);
  }
  return shared;
}

const minutesOf = (list: readonly Span[]): Set<number> => new Set(list.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));

describe('two holds', () => {
  it('share exactly the minutes that both have on a day that both have', () => {
    fc.assert(fc.property(hold, hold, (left, right) => {
      const shared = sharedByDay(left, right);
      expect(minutesOf(sharedMinutes(left, right))).toEqual(shared);
      expect(findClash(left, right) === undefined).toBe(shared.size === 0);
      expect(sharedMinutes(left, right)).toEqual(sharedMinutes(right, left));
    }), { numRuns: 60 });
  });

  it('leave free what none of them shares with the days that are asked for', () => {
    fc.assert(fc.property(hold, hold, hold, (asked, one, two) => {
      const taken = new Set([...sharedByDay({ ...asked, spans: weekOf(MONDAY, null) }, one), ...sharedByDay({ ...asked, spans: weekOf(MONDAY, null) }, two)]);
      const free = minutesOf(freeMinutes(asked, [one, two]));
      for (let minute = 0; minute < WEEK_MINUTES; minute += 1) if (free.has(minute) === taken.has(minute)) expect(`${String(minute)} is ${free.has(minute) ? 'free' : 'taken'}`).toBe('the other');
    }), { numRuns: 20 });
  });

  it('let a third in on the first day that fits', () => {
    fc.assert(fc.property(hold, hold, hold, (asked, one, two) => {
      const fits = (from: string): boolean => {
        const moved = { ...asked, from, to: asked.to === null ? null : addDays(from, daysBetween(asked.from, asked.to)) };
        return [one, two].every((other) => sharedMinutes(moved, other).length === 0);
      };
      const first = firstFit(asked, [one, two]);
      const found = Array.from({ length: 100 }, (_, index) => addDays(asked.from, index)).find(fits);
      if (first !== null) expect(fits(first)).toBe(true);
      // A lease may fit earlier between two others by its weekdays alone; it never fits later than is said.
      if (found === undefined) expect(first).toBeNull(); else expect(first === null || first >= found).toBe(true);
    }), { numRuns: 200 });
  });
});

describe('windows of spans', () => {
  it('say the same minutes', () => {
    fc.assert(fc.property(spans, (list) => { expect(spansOf(windowsOf(list))).toEqual(list); }), { numRuns: 500 });
  });

  it('join the nights of a week, and Sunday’s with Monday’s morning', () => {
    expect(windowsOf(spansOf([{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '08:00' }]) as Span[])).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '18:00', to: '08:00' }]);
    expect(windowsOf([{ from: 0, to: WEEK_MINUTES }])).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }]);
  });
});
