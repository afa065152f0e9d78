import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract/index.ts';
import { balanceSourceOf, comparedSpan, moneyPartOf, subjectOf } from '../../shared/domain/board.ts';
import { ageingFinding, changeOf, chargingFinding, deviceFinding, heatFinding, parkingFinding, rateFinding, sourceFinding, wholeYuan } from '../../shared/domain/board-findings.ts';
import { ageBuckets } from '../../shared/domain/arrears.ts';
import { costAccount } from '../../shared/domain/common-sources.ts';
import { stepOf } from '../../electron/print/board-charts.ts';

type Board = Output<'board.summary'>;
const charged = (nets: readonly (number | null)[]): Board['charging']['months'] => nets.map((netFen, index) => ({ month: `2026-0${index + 1}`, incomeFen: 500_000, energyFen: 300_000, serviceFen: 200_000, extraFen: 0, gridCostFen: 0, commissionFen: 0, otherFen: 0, bookedFen: 0, costFen: 500_000 - (netFen ?? 0), netFen, missing: netFen === null ? [`2026-0${index + 1}`] : [] }));
const parked = (lefts: readonly number[]): Board['parking']['months'] => lefts.map((leftFen, index) => ({ month: `2026-0${index + 1}`, residentPaidFen: 5000, daytimeFen: 100_000 + leftFen, otherFen: 0, subsidyFen: 100_000, costFen: 0, leftFen, netFen: 0 }));

describe('charging', () => {
  it('tells for how many months on end it has earned, and which month lost most', () => {
    expect(chargingFinding(charged([-10_000, -113_700, 90_000, 307_997]))).toEqual({ kind: 'run', values: { month: 4, income: '5,000', count: 2, net: '3,080', worstMonth: 2, worst: '1,137' }, worst: '2026-02' });
  });
  it('says so when the last month lacks its bill, and never counts it as nothing', () => {
    expect(chargingFinding(charged([100_000, null]))).toMatchObject({ kind: 'lacks', values: { before: 1, net: '1,000' } });
    expect(chargingFinding(charged([null, null])).kind).toBe('lacksFirst');
    expect(chargingFinding(charged([100_000, null, 100_000])).kind).toBe('gain');
  });
  it('is honest about a loss, and about nothing', () => {
    expect(chargingFinding(charged([100, -5_000]))).toMatchObject({ kind: 'loss', values: { net: '50' } });
    expect(chargingFinding(charged([0]).map((month) => ({ ...month, incomeFen: 0, costFen: 0 }))).kind).toBe('none');
  });
});

describe('parking', () => {
  it('tells since when daytime income has paid for the subsidy', () => {
    expect(parkingFinding(parked([-5_000, 1_000, 2_000]))).toMatchObject({ kind: 'run', values: { count: 2, left: '20' }, since: '2026-02' });
    expect(parkingFinding(parked([5_000, 1_000])).since).toBeNull();
    expect(parkingFinding(parked([5_000, -1_000]))).toMatchObject({ kind: 'short', values: { left: '10' } });
    expect(parkingFinding(parked([1_000]).map((month) => ({ ...month, subsidyFen: 0 }))).kind).toBe('noSubsidy');
  });
});

describe('debts, hours, devices, rates, sources', () => {
  const owed = (amounts: Partial<Record<(typeof ageBuckets)[number], number>>) => ({ buckets: ageBuckets.map((bucket) => ({ bucket, homes: 1, amountFen: amounts[bucket] ?? 0 })), totalFen: Object.values(amounts).reduce((sum, fen) => sum + fen, 0) });
  it('tells old debt first, else the age that holds most', () => {
    expect(ageingFinding(owed({ 'd1-30': 60_000, 'y1-2': 20_000, 'y3+': 20_000 }))).toMatchObject({ kind: 'old', values: { total: '1,000', percent: 40 } });
    expect(ageingFinding(owed({ 'd1-30': 90_000, 'y3+': 10_000 }))).toMatchObject({ kind: 'largest', marked: ['d1-30'] });
    expect(ageingFinding(owed({ notDue: 90_000 })).kind).toBe('notDue');
    expect(ageingFinding(owed({})).kind).toBe('none');
  });
  it('finds the busiest hour of the day and the longest quiet stretch of working days', () => {
    const heat = Array.from({ length: 168 }, (_, cell): Board['heat'][number] => ({ kind: 'ebike', weekday: Math.floor(cell / 24) + 1, hour: cell % 24, seconds: 1, sessions: 1, permille: cell % 24 === 22 ? 830 : cell % 24 >= 7 && cell % 24 < 17 ? 200 : 500 }));
    expect(heatFinding(heat)).toEqual({ kind: 'peakQuiet', values: { hour: 22, share: 83, kind: 'ebike', from: 7, to: 17 } });
    expect(heatFinding(heat.map((cell) => ({ ...cell, seconds: 0 }))).kind).toBe('none');
  });
  it('names the two best devices and the one that stood idle longest', () => {
    const device = (name: string, serviceFen: number, idleDays = 0): Board['devices'][number] => ({ device: name, kind: 'ev', place: '', connectors: 1, sessions: 1, energy: 1, utilisationPermille: 1, idleDays, state: idleDays > 29 ? 'IDLE' : null, serviceFen });
    expect(deviceFinding([device('A', 50), device('B', 30), device('C', 10), device('D', 10), device('E', 0, 62), device('F', 0, 40)])).toEqual({ kind: 'topIdle', values: { count: 2, best: 'A、B', percent: 80, device: 'E', days: 62 } });
    expect(deviceFinding([device('A', 0)]).kind).toBe('none');
  });
  it('sets the rate beside the target, or beside the month before where none is set', () => {
    const month = (name: string, collectedFen: number) => ({ month: name, current: { billedFen: 1000, cancelledFen: 0, collectedFen }, arrears: { openingFen: 0, collectedFen: 0 }, households: { billed: 1, paid: 1 } }) as Board['collection']['trend'][number];
    expect(rateFinding([month('2026-09', 851), month('2026-10', 864)], 900)).toEqual({ kind: 'below', values: { month: 10, rate: '86.4', target: '90.0', points: '3.6' } });
    expect(rateFinding([month('2026-09', 851), month('2026-10', 864)], 0)).toMatchObject({ kind: 'up', values: { points: '1.3' } });
    expect(rateFinding([], 900).kind).toBe('none');
  });
  it('does not let the subsidy make residents the largest source', () => {
    const common = { now: { balanceFen: 70_000 }, sources: [{ source: 'parking-resident', movedFen: 0, balanceFen: 150_000 }, { source: 'parking-daytime', movedFen: 0, balanceFen: 60_000 }, { source: 'subsidy', movedFen: 0, balanceFen: -100_000 }] } as unknown as Board['common'];
    expect(sourceFinding(common)).toEqual({ kind: 'top', values: { balance: '700', source: 'parking-daytime' } });
  });
});

describe('rules of the board', () => {
  it('compares with as many months before, or the same of the year before', () => {
    expect(comparedSpan({ from: '2026-01', to: '2026-03' }, 'before')).toEqual({ from: '2025-10', to: '2025-12' });
    expect(comparedSpan({ from: '2026-01', to: '2026-03' }, 'year')).toEqual({ from: '2025-01', to: '2025-03' });
    expect(comparedSpan({ from: '2026-01', to: '2026-03' }, 'none')).toBeNull();
  });
  it('knows where each account stands', () => {
    expect([balanceSourceOf('2241.03.19'), balanceSourceOf(costAccount('charging-ebike', 'tax')), balanceSourceOf('2241.03.09'), balanceSourceOf('2241.03.23'), balanceSourceOf('2241.03.72'), balanceSourceOf('2241.03.99')]).toEqual(['charging', 'charging', 'subsidy', 'venue', 'maintenance', 'rest']);
    expect([moneyPartOf('1002.02'), moneyPartOf('1002.01'), moneyPartOf('1001'), moneyPartOf('1122.01'), moneyPartOf('2203.01'), moneyPartOf('1122'), moneyPartOf('1122.02')]).toEqual(['special', 'basic', 'cash', 'transit', 'held', null, null]);
    expect([subjectOf('1122', 'property'), subjectOf('1012.01', 'common'), subjectOf('2241.03.44.02', 'common'), subjectOf('5401.03', 'property')]).toEqual([{ name: 'arrears', sign: 1 }, { name: 'money-common', sign: 1 }, { name: 'common-charging', sign: -1 }, { name: 'costs', sign: 1 }]);
  });
  it('rounds titles to whole yuan once, and differences to tenths of a percent', () => {
    expect([wholeYuan(307_950), wholeYuan(307_949), wholeYuan(-50)]).toEqual(['3,080', '3,079', '1']);
    expect(changeOf(307_997, 231_786)).toEqual({ differenceFen: 76_211, permille: 329 });
    expect(changeOf(5, 0).permille).toBeNull();
  });
  it('rules a chart with steps of 1, 2 or 5', () => { expect([stepOf(0), stepOf(39), stepOf(1_000), stepOf(1_300_000)]).toEqual([1, 10, 500, 500_000]); });
});
