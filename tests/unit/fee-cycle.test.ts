import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CYCLE_MONTHS, longestCycle, periodDue, type CycleRule } from '../../shared/domain/fee-cycle.ts';
import { addDays, addMonths, daysBetween, daysInMonth, firstDay, lastDay } from '../../shared/domain/period.ts';

const WHOLE = { numerator: 1, denominator: 1 };
const rule: CycleRule = { cycle: 'month', afterwards: false, first: 'days', from: '1900-01-01', to: null };
const OLD = '2015-05-17';
const month = fc.integer({ min: 0, max: 71 }).map((count) => addMonths('2024-01', count));
const calendarCycle = fc.constantFrom('month', 'quarter', 'half-year', 'year');
const day = fc.integer({ min: 0, max: 2_200 }).map((count) => addDays('2023-10-01', count));

describe('periodDue', () => {
  it('keeps the promise of its example', () => {
    expect(periodDue({ cycle: 'quarter', afterwards: false, first: 'days', from: '2026-01-01', to: null }, '2026-05', '2026-05-22')).toEqual({ from: '2026-05-22', to: '2026-07-01', months: 2, share: { numerator: 41, denominator: 62 } });
  });

  it.each([
    ['month', '2026-02', { from: '2026-02-01', to: '2026-03-01', months: 1, share: WHOLE }],
    ['quarter', '2026-04', { from: '2026-04-01', to: '2026-07-01', months: 3, share: WHOLE }], ['quarter', '2026-05', { skip: 'NOT_DUE' }], ['quarter', '2026-06', { skip: 'NOT_DUE' }],
    ['half-year', '2026-07', { from: '2026-07-01', to: '2027-01-01', months: 6, share: WHOLE }], ['half-year', '2026-12', { skip: 'NOT_DUE' }],
    ['year', '2026-01', { from: '2026-01-01', to: '2027-01-01', months: 12, share: WHOLE }], ['year', '2026-02', { skip: 'NOT_DUE' }],
    ['handover-year', '2026-05', { from: '2026-05-17', to: '2027-05-17', months: 12, share: WHOLE }], ['handover-year', '2026-06', { skip: 'NOT_DUE' }],
  ] as const)('%s in %s', (cycle, of, period) => {
    expect(periodDue({ ...rule, cycle }, of, OLD)).toEqual(period);
  });

  it('begins a year from handover on the day of handover, each year anew, and on the last of a short February', () => {
    const years = { ...rule, cycle: 'handover-year' } as const;
    expect(periodDue(years, '2024-02', '2024-02-29')).toEqual({ from: '2024-02-29', to: '2025-02-28', months: 12, share: WHOLE });
    expect(periodDue(years, '2025-02', '2024-02-29')).toEqual({ from: '2025-02-28', to: '2026-02-28', months: 12, share: WHOLE });
    expect(periodDue(years, '2027-02', '2024-02-29')).toEqual({ from: '2027-02-28', to: '2028-02-29', months: 12, share: WHOLE });
    expect(periodDue(years, '2023-02', '2024-02-29')).toEqual({ skip: 'NOT_HANDED_OVER' });
  });

  it('counts by the calendar where the day of handover is not known', () => {
    expect(periodDue({ ...rule, cycle: 'handover-year' }, '2026-01', null)).toEqual({ from: '2026-01-01', to: '2027-01-01', months: 12, share: WHOLE });
    expect(periodDue({ ...rule, cycle: 'handover-year' }, '2026-02', null)).toEqual({ skip: 'NOT_DUE' });
  });

  it.each([
    ['days', '2026-02-10', { from: '2026-02-10', to: '2026-04-01', months: 2, share: { numerator: 28 + 19, denominator: 56 } }],
    ['half', '2026-02-10', { from: '2026-02-01', to: '2026-04-01', months: 2, share: WHOLE }],
    ['half', '2026-02-16', { from: '2026-02-01', to: '2026-04-01', months: 2, share: { numerator: 3, denominator: 4 } }],
    ['full', '2026-02-28', { from: '2026-02-01', to: '2026-04-01', months: 2, share: WHOLE }],
    ['days', '2026-02-01', { from: '2026-02-01', to: '2026-04-01', months: 2, share: WHOLE }],
  ] as const)('%s: a home handed over on %s inside a quarter is due that month for the rest of it', (first, handoverOn, period) => {
    const quarter = { ...rule, cycle: 'quarter', first } as const;
    expect(periodDue(quarter, '2026-01', handoverOn)).toEqual({ skip: 'NOT_HANDED_OVER' });
    expect(periodDue(quarter, '2026-02', handoverOn)).toEqual(period);
    expect(periodDue(quarter, '2026-03', handoverOn)).toEqual({ skip: 'NOT_DUE' });
    expect(periodDue(quarter, '2026-04', handoverOn)).toMatchObject({ from: '2026-04-01', months: 3, share: WHOLE });
  });

  it('comes due at the end where only then use or cost is known', () => {
    const quarter = { ...rule, cycle: 'quarter', afterwards: true } as const;
    expect(periodDue(quarter, '2026-04', OLD)).toEqual({ skip: 'NOT_DUE' });
    expect(periodDue(quarter, '2026-06', OLD)).toEqual({ from: '2026-04-01', to: '2026-07-01', months: 1, share: WHOLE });
    expect(periodDue(quarter, '2026-06', '2026-05-03')).toEqual({ from: '2026-05-03', to: '2026-07-01', months: 1, share: WHOLE });
    expect(periodDue(quarter, '2026-06', '2026-07-01')).toEqual({ skip: 'NOT_HANDED_OVER' });
  });

  it('is cut where its version begins or ends; one that begins within a month holds from the next', () => {
    expect(periodDue({ ...rule, cycle: 'quarter', from: '2026-04-02' }, '2026-05', OLD)).toEqual({ from: '2026-05-01', to: '2026-07-01', months: 2, share: WHOLE });
    expect(periodDue({ ...rule, cycle: 'quarter', to: '2026-06-01' }, '2026-04', OLD)).toEqual({ from: '2026-04-01', to: '2026-06-01', months: 2, share: WHOLE });
    expect(periodDue({ ...rule, cycle: 'year', to: '2026-06-15' }, '2026-01', OLD)).toEqual({ from: '2026-01-01', to: '2026-07-01', months: 6, share: WHOLE });
  });

  /** The periods of a home from a version's first month on. */
  const periodsOf = (each: CycleRule, handoverOn: string | null, start: string, count: number) =>
    Array.from({ length: count }, (_, index) => addMonths(start, index)).map((of) => periodDue(each, of, handoverOn)).filter((period) => 'from' in period);

  it('leaves no day out and bills none twice, from handover on', () => {
    fc.assert(fc.property(fc.constantFrom('month', 'quarter', 'half-year', 'year', 'handover-year'), fc.option(day, { nil: null }), fc.boolean(), (cycle, handoverOn, afterwards) => {
      const periods = periodsOf({ ...rule, cycle, afterwards: afterwards && cycle !== 'handover-year', from: '2024-01-01' }, handoverOn, '2024-01', 84);
      periods.forEach(({ from, to }, index) => {
        const next = periods[index + 1];
        if (next) expect(next.from).toBe(to);
        expect(from < to).toBe(true);
      });
      const first = handoverOn !== null && (handoverOn > '2024-01-01' || cycle === 'handover-year') ? handoverOn : '2024-01-01';
      if (cycle !== 'handover-year' || first >= '2024-01-01') expect(periods[0]?.from).toBe(first);
    }));
  });

  it('charges for what it lasts: whole months, or of the first the days that are left', () => {
    fc.assert(fc.property(calendarCycle, month, day, (cycle, of, handoverOn) => {
      const period = periodDue({ ...rule, cycle }, of, handoverOn);
      if ('skip' in period) return;
      const { from, to, months, share } = period;
      expect(months).toBeLessThanOrEqual(CYCLE_MONTHS[cycle]);
      const first = from.slice(0, 7);
      const days = daysInMonth(first);
      const charged = (months * share.numerator) / share.denominator;
      expect(charged).toBeCloseTo(months - 1 + (days - daysBetween(firstDay(first), from)) / days, 9);
      expect(addDays(to, -1)).toBe(lastDay(addMonths(first, months - 1)));
    }));
  });
});

describe('longestCycle', () => {
  it.each([[[], 1], [['month', 'none'], 1], [['month', 'quarter'], 3], [['handover-year', 'half-year'], 12]] as const)('of %o is %i months', (cycles, months) => {
    expect(longestCycle(cycles.map((cycle) => ({ cycle })))).toBe(months);
  });
});
