import { describe, expect, test } from 'vitest';
import { trendFinding } from '../../renderer/pages/arrears/trend-finding.ts';
import { percentText } from '../../shared/domain/collection.ts';

const month = (name: string, billedFen: number, collectedFen: number) => ({ month: name, current: { billedFen, cancelledFen: 0, collectedFen }, arrears: { openingFen: 0, collectedFen: 0 }, households: { billed: 0, paid: 0 } });

describe('what the trend says', () => {
  test('compares the last month that has a rate with the one before that has one, as they are shown', () => {
    expect(trendFinding([month('2026-08', 1000, 886), month('2026-09', 0, 0), month('2026-10', 1000, 856), month('2026-11', 0, 0)])).toEqual({ kind: 'down', month: '2026-10', rate: '85.6', before: '2026-08', points: '3.0' });
    expect(trendFinding([month('2026-09', 30_000, 20_000), month('2026-10', 30_001, 20_001)])).toMatchObject({ kind: 'same', points: '0.0' });
  });
  test('says so when there is nothing to compare', () => {
    expect(trendFinding([month('2026-09', 0, 0)])).toEqual({ kind: 'none' });
    expect(trendFinding([month('2026-09', 0, 0), month('2026-10', 3, 2)])).toEqual({ kind: 'only', month: '2026-10', rate: '66.7' });
  });
});

test('a rate has one decimal, rounded once, and a dash without a denominator', () => {
  expect(percentText({ numerator: 2, denominator: 3 })).toBe('66.7%');
  expect(percentText({ numerator: 86_449, denominator: 100_000 })).toBe('86.4%');
  expect(percentText({ numerator: 9_007_199_254_740_990, denominator: 9_007_199_254_740_991 })).toBe('100.0%');
  expect(percentText({ numerator: 0, denominator: 0 })).toBe('—');
});
