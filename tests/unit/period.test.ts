import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, daysInMonth, firstDay, isDay, isMonth, lastDay, localDay, localTime } from '../../shared/domain/period.ts';

const anyDay = fc.integer({ min: 0, max: 109_000 }).map((count) => addDays('1900-01-01', count));
const anyMonth = anyDay.map((day) => day.slice(0, 7));

describe('days', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-11-30'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2026-02-29', '1900-02-29', '2026-11-31', '2026-00-10', '2026-13-01', '2026-01-00', '1899-12-31', '2200-01-01', '2026-1-1', '2026-01-01 ', '２０２６-01-01', '', 'today'])('%s is none', (day) => {
    expect(isDay(day)).toBe(false);
  });

  it('count there and back', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
      expect(addDays(addDays(day, count), -count)).toBe(day);
    }));
  });

  it('are days of the calendar', () => {
    fc.assert(fc.property(anyDay, (day) => { expect(isDay(day)).toBe(true); }));
  });
});

describe('months', () => {
  it.each([['2026-02', 28], ['2024-02', 29], ['2100-02', 28], ['2026-11', 30], ['2026-12', 31]])('%s has %i days', (month, days) => {
    expect(daysInMonth(month)).toBe(days);
    expect(daysBetween(firstDay(month), firstDay(addMonths(month, 1)))).toBe(days);
    expect(lastDay(month)).toBe(`${month}-${String(days)}`);
  });

  it('keeps the promise of its example', () => {
    expect(addMonths('2026-11', 2)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-01', -13)).toBe('2024-12');
    expect(addMonths('2026-12', 0)).toBe('2026-12');
  });

  it('add up, come back, and follow each other without a gap', () => {
    fc.assert(fc.property(anyMonth, fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }), (month, first, second) => {
      expect(addMonths(addMonths(month, first), second)).toBe(addMonths(month, first + second));
      expect(addDays(lastDay(month), 1)).toBe(firstDay(addMonths(month, 1)));
    }));
  });

  it.each([['2026-00', false], ['2026-13', false], ['2026-12', true], ['1899-12', false], ['2200-01', false], ['2026-1', false], ['2026-12-01', false]])('%s: %s', (month, is) => {
    expect(isMonth(month)).toBe(is);
  });
});

describe('the local day', () => {
  it.each([
    ['2026-11-04T15:59:59.999Z', '2026-11-04', '23:59'],
    ['2026-11-04T16:00:00.000Z', '2026-11-05', '00:00'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', '00:00'],
    ['2026-11-05T02:07:00.000Z', '2026-11-05', '10:07'],
  ])('of %s is %s, at %s', (instant, day, time) => {
    expect(localDay(new Date(instant))).toBe(day);
    expect(localTime(new Date(instant))).toBe(time);
  });
});
