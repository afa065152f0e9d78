import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWeekdays, occupancyOf, WEEK_HOURS } from '../../shared/domain/parking-occupancy.ts';
import { carriedMonths, monthsPermille } from '../../shared/domain/parking-subsidy.ts';
import { addDays, addMonths, daysBetween, daysInMonth, firstDay } from '../../shared/domain/period.ts';
import { spansOf, type Span } from '../../shared/domain/week-windows.ts';

type Held = { from: string; to: string | null; spans: Span[] };

/** The same by looking at every minute of the month, with JavaScript's own calendar. */
function byMinutes(month: string, spaces: number, leases: readonly Held[]): number[] {
  const held = new Array<number>(WEEK_HOURS).fill(0);
  const all = new Array<number>(WEEK_HOURS).fill(0);
  const days = daysInMonth(month);
  for (let day = 1; day <= days; day += 1) {
    const date = `${month}-${String(day).padStart(2, '0')}`;
    const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
    for (let minute = 0; minute < 1440; minute += 1) {
      const ofWeek = weekday * 1440 + minute;
      const hour = Math.floor(ofWeek / 60);
      all[hour] = (all[hour] ?? 0) + spaces;
      for (const { from, to, spans } of leases) if (from <= date && (to === null || date < to) && spans.some((span) => span.from <= ofWeek && ofWeek < span.to)) held[hour] = (held[hour] ?? 0) + 1;
    }
  }
  return held.map((count, hour) => (all[hour] === 0 ? 0 : Math.floor((2000 * count + (all[hour] ?? 0)) / (2 * (all[hour] ?? 1)))));
}

const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15 + (quarter % 2 === 0 ? 0 : 7)).padStart(2, '0')}`);
const windows = fc.array(fc.record({ weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), from: clock, to: clock }), { maxLength: 2 });
const month = fc.constantFrom('2026-02', '2028-02', '2026-03', '2026-11', '2026-12');
const lease = fc.record({ start: fc.integer({ min: -40, max: 40 }), length: fc.option(fc.integer({ min: 0, max: 60 })), windows });

describe('how full the hours of a week are', () => {
  it('is what every minute of the month says', () => {
    fc.assert(fc.property(month, fc.integer({ min: 1, max: 7 }), fc.array(lease, { maxLength: 4 }), (name, spaces, drawn) => {
      const leases = drawn.flatMap(({ start, length, windows: agreed }): Held[] => {
        const spans = spansOf(agreed);
        const from = addDays(firstDay(name), start);
        return Array.isArray(spans) ? [{ from, to: length === null ? null : addDays(from, length), spans }] : [];
      });
      const held = leases.flatMap(({ from, to, spans }) => spans.map((minutes) => ({ from, to, minutes, leases: 1 })));
      expect(occupancyOf(name, spaces, held)).toEqual(byMinutes(name, spaces, leases));
    }), { numRuns: 40 });
  });

  it('counts leases alike at once, and nothing of a zone without spaces', () => {
    const minutes = { from: 8 * 60 + 30, to: 9 * 60 };
    const one = { from: '2026-11-01', to: null, minutes };
    expect(occupancyOf('2026-11', 4, [{ ...one, leases: 2 }])).toEqual(occupancyOf('2026-11', 4, [{ ...one, leases: 1 }, { ...one, leases: 1 }]));
    expect(occupancyOf('2026-11', 4, [{ ...one, leases: 2 }])[8]).toBe(250);
    expect(occupancyOf('2026-11', 0, [{ ...one, leases: 2 }])).toEqual(new Array(WEEK_HOURS).fill(0));
  });

  it('counts the weekdays of any days', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
      const from = addDays('1900-01-01', start);
      const counted = new Array<number>(7).fill(0);
      for (let day = 0; day < length; day += 1) {
        const weekday = (new Date(`${addDays(from, day)}T00:00:00Z`).getUTCDay() + 6) % 7;
        counted[weekday] = (counted[weekday] ?? 0) + 1;
      }
      expect(countWeekdays(from, addDays(from, length))).toEqual(counted);
    }));
    expect(countWeekdays('2026-11-10', '2026-11-01')).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('months that were charged', () => {
  it('sum to whole ones however a month is split', () => {
    fc.assert(fc.property(fc.array(fc.tuple(month, fc.integer({ min: 1, max: 27 })), { minLength: 1, maxLength: 6 }), (splits) => {
      const parts = splits.flatMap(([name, day]) => [{ month: name, days: day, wholeMonths: 0 }, { month: name, days: daysBetween(addDays(firstDay(name), day), firstDay(addMonths(name, 1))), wholeMonths: 0 }]);
      expect(monthsPermille(parts)).toBe(splits.length * 1000);
    }));
  });
  it('are rounded once, and taken back with their sign', () => {
    expect(monthsPermille([{ month: '2026-10', days: 31, wholeMonths: 2 }, { month: '2026-11', days: 15, wholeMonths: 0 }])).toBe(3500);
    expect(monthsPermille([{ month: '2026-10', days: 10, wholeMonths: 1 }, { month: '2026-10', days: -10, wholeMonths: -1 }])).toBe(0);
    expect(monthsPermille([{ month: '2026-10', days: 1, wholeMonths: 0 }])).toBe(32);
    expect(monthsPermille([])).toBe(0);
  });
  it('are carried by daytime income as whole ones', () => {
    expect(carriedMonths(1_612_000, 15_000)).toBe(107);
    expect(carriedMonths(14_999, 15_000)).toBe(0);
    expect(carriedMonths(-5, 15_000)).toBe(0);
    expect(carriedMonths(1_000, 0)).toBeNull();
  });
});
