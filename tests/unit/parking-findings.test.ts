import { describe, expect, it } from 'vitest';
import { expiringFinding, heatFinding, incomeFinding, owedFinding, yieldFinding } from '../../renderer/pages/parking/income/findings.ts';
import { months } from '../../renderer/pages/parking/subsidy/account-links.ts';
import { percent, readPercent } from '../../renderer/pages/parking/subsidy/percent.ts';
import { simulationFinding, subsidyFinding } from '../../renderer/pages/parking/subsidy/subsidy-finding.ts';
import { thousands } from '../../renderer/pages/parking/thousands.ts';

const month = (name: string, daytimeFen: number, subsidyFen: number, residentFen = subsidyFen) => ({ month: name, residentFen, daytimeFen, otherFen: 0, subsidyFen });

describe('what income by month says', () => {
  it('counts the months in a row in which daytime income covered the subsidy, up to the last with figures', () => {
    expect(incomeFinding([month('2026-07', 9, 10), month('2026-08', 10, 10), month('2026-09', 12, 10), month('2026-10', 0, 0)])).toEqual({ kind: 'covers', month: '2026-09', netFen: 12, count: 2, shortFen: 0 });
    expect(incomeFinding([month('2026-08', 9, 10), month('2026-09', 12, 10)])).toMatchObject({ kind: 'coversOnce', count: 1 });
  });
  it('says how much is missing, that there was no subsidy, and that there was nothing', () => {
    expect(incomeFinding([month('2026-08', 12, 10), month('2026-09', 7, 10, 15)])).toEqual({ kind: 'short', month: '2026-09', netFen: 12, count: 0, shortFen: 3 });
    expect(incomeFinding([month('2026-09', 7, 0, 20)])).toMatchObject({ kind: 'noSubsidy', netFen: 27 });
    expect(incomeFinding([month('2026-09', 0, 0)])).toEqual({ kind: 'none' });
  });
});

describe('what the hours of a week say', () => {
  const week = (value: (weekday: number, hour: number) => number) => Array.from({ length: 168 }, (_, hour) => value(Math.floor(hour / 24), hour % 24));
  it('names the first of the fullest hours, and how much is free on workdays from 9 to 17', () => {
    const permille = week((weekday, hour) => (weekday === 1 && hour >= 22 ? 974 : weekday < 5 && hour >= 9 && hour < 17 ? 405 : 100));
    expect(heatFinding(permille, 60)).toEqual({ kind: 'peak', weekday: 1, hour: 22, percent: 97, day: 41, free: 35 });
  });
  it('says so when all hours are alike or empty', () => {
    expect(heatFinding(week(() => 500), 10)).toEqual({ kind: 'flat', percent: 50 });
    expect(heatFinding(week(() => 0), 10)).toEqual({ kind: 'none' });
    expect(heatFinding([], 0)).toEqual({ kind: 'none' });
  });
});

describe('what spaces bring', () => {
  const zones = [{ spaces: 3, let: 2 }, { spaces: 1, let: 1 }];
  it('is an average, or the one that stands out', () => {
    expect(yieldFinding([{ space: 'A-1', totalFen: 300 }, { space: 'A-2', totalFen: 200 }, { space: 'A-3', totalFen: 0 }], zones)).toMatchObject({ kind: 'unlet', averageFen: 250, let: 3, unlet: 1 });
    expect(yieldFinding([{ space: 'A-1', totalFen: 300 }], [{ spaces: 1, let: 1 }])).toMatchObject({ kind: 'even', averageFen: 300, unlet: 0 });
    expect(yieldFinding([{ space: 'A-1', totalFen: 1000 }, { space: 'A-2', totalFen: 10 }, { space: 'A-3', totalFen: 10 }], zones)).toMatchObject({ kind: 'top', space: 'A-1', mostFen: 1000, averageFen: 340, timesTenths: 29 });
    expect(yieldFinding([{ space: 'A-1', totalFen: 0 }], zones)).toEqual({ kind: 'none' });
  });
});

describe('what ends', () => {
  const expiring = { months: [{ month: '2026-11', residentFen: 5000, daytimeFen: 0, leases: 1 }, { month: '2026-12', residentFen: 0, daytimeFen: 30_000, leases: 1 }], items: [{ to: '2026-11-20', monthlyFen: 5000 }, { to: '2027-01-01', monthlyFen: 30_000 }] };
  it('is what ends within 30 days, else the month that ends most', () => {
    expect(expiringFinding(expiring, '2026-12-05')).toEqual({ kind: 'soon', count: 1, amountFen: 5000, month: '2026-12', mostFen: 30_000 });
    expect(expiringFinding(expiring, '2026-11-19')).toEqual({ kind: 'some', count: 2, amountFen: 35_000, month: '2026-12', mostFen: 30_000 });
    expect(expiringFinding({ months: expiring.months, items: [] }, '2026-12-05')).toEqual({ kind: 'none' });
  });
});

describe('what is owed', () => {
  const bucket = (name: string, residentFen: number, daytimeFen: number, otherFen = 0) => ({ bucket: name, residentFen, daytimeFen, otherFen });
  it('is what is overdue, and mostly whose', () => {
    expect(owedFinding([bucket('notDue', 5000, 0), bucket('d1-30', 1000, 2000), bucket('y1-2', 0, 1000)])).toEqual({ kind: 'mostly', totalFen: 9000, overdueFen: 4000, who: 'daytime', percent: 75 });
    expect(owedFinding([bucket('notDue', 5000, 0), bucket('d1-30', 0, 0)])).toEqual({ kind: 'notDue', totalFen: 5000 });
    expect(owedFinding([bucket('notDue', 0, 0)])).toEqual({ kind: 'none' });
  });
});

describe('what the subsidy account says', () => {
  const of = (daytimeFen: number, subsidyFen: number) => ({ daytimeFen, otherFen: 0, residentPaidFen: 100, subsidyFen, leftFen: daytimeFen - subsidyFen });
  it('is whether daytime income pays for it', () => {
    expect(subsidyFinding([of(300, 200), of(100, 150)])).toEqual({ kind: 'covered', leftFen: 50 });
    expect(subsidyFinding([of(300, 400)])).toEqual({ kind: 'short', leftFen: 100 });
    expect(subsidyFinding([of(300, 0)])).toEqual({ kind: 'noSubsidy', leftFen: 300 });
    expect(subsidyFinding([of(0, 0)])).toEqual({ kind: 'none', leftFen: 0 });
  });
  it('of a year that is tried tells it from the present one, with amounts that have no sign', () => {
    const kindOf = (present: number, tried: number) => simulationFinding(present, tried).kind;
    expect([kindOf(5, 5), kindOf(-5, -5), kindOf(5, 8), kindOf(8, 5), kindOf(-8, -5), kindOf(-5, -8), kindOf(5, -5), kindOf(-5, 5), kindOf(-5, 0), kindOf(0, -1)]).toEqual(['same', 'sameShort', 'moreLeft', 'lessLeft', 'moreShort', 'lessShort', 'turnsShort', 'turnsLeft', 'turnsLeft', 'turnsShort']);
    expect(simulationFinding(-800, -500)).toEqual({ kind: 'moreShort', leftFen: 500, presentFen: 800, differenceFen: 300 });
  });
});

describe('figures as they are shown', () => {
  it('months and percent have the decimals they need', () => {
    expect([57_000, 57_350, 57_003, 0, -500].map(months)).toEqual(['57', '57.35', '57.003', '0', '−0.5']);
    expect([425_000, 1_000_000, 0, 333_333].map(percent)).toEqual(['42.5', '100', '0', '33.3333']);
    expect(['42.5', '100', ' 7 % ', '４２', '100.1', '1.23456', '-1', ''].map(readPercent)).toEqual([425_000, 1_000_000, 70_000, 420_000, undefined, undefined, undefined, undefined]);
  });
  it('thousands are rounded once', () => {
    expect([401_000_000, 123_449, -123_450, -4_999, 0, 12_345_678_900].map(thousands)).toEqual(['4,010.0', '1.2', '−1.2', '0.0', '0.0', '123,456.8']);
  });
});
