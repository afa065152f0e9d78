import { describe, expect, it } from 'vitest';
import { compareFinding, percentAbove, type Compared } from '../../renderer/pages/charging/income/compare-finding.ts';
import { byUse, heatFinding, heatStep, percentOf, reasonFinding, shareOf, spreadFinding, troubleFinding, useFinding, type HeatCell, type UsedDevice } from '../../renderer/pages/charging/use/use-findings.ts';
import { hoursOf } from '../../renderer/pages/charging/use/use-words.ts';

const device = (code: string, more: Partial<UsedDevice> = {}): UsedDevice => ({ device: code, kind: 'ev', place: '', connectors: 1, sessions: 10, energy: 0, seconds: 0, utilisationPermille: 100, lastOn: null, idleDays: null, stops: [], failures: 0, failurePermille: 0, neighboursPermille: 0, state: null, ...more });

describe('what the use of devices says', () => {
  it('names the most and the least used, and whether they are alike', () => {
    expect(useFinding([device('A'), device('B', { utilisationPermille: 300 }), device('C', { utilisationPermille: null })])).toMatchObject({ kind: 'spread', most: { device: 'B' }, least: { device: 'A' } });
    expect(useFinding([device('A'), device('B', { utilisationPermille: 150 })])).toMatchObject({ kind: 'even' });
    expect(useFinding([device('A')])).toMatchObject({ kind: 'one' });
    expect(useFinding([device('A'), device('B', { sessions: 0, utilisationPermille: 0 }), device('C', { sessions: 0, utilisationPermille: 0 })])).toMatchObject({ kind: 'unused', most: { device: 'A' }, unused: 2 });
    expect(useFinding([device('A', { sessions: 0, utilisationPermille: 0 })])).toEqual({ kind: 'none' });
    expect(byUse([device('A'), device('B', { utilisationPermille: null }), device('C', { utilisationPermille: 101 })]).map(({ device: code }) => code)).toEqual(['C', 'A', 'B']);
  });
  it('names the busiest and the quietest hour', () => {
    const heat = (of: (cell: number) => number): HeatCell[] => Array.from({ length: 168 }, (_, cell) => ({ kind: 'ev', weekday: Math.floor(cell / 24) + 1, hour: cell % 24, seconds: of(cell), sessions: 0, permille: of(cell) }));
    expect(heatFinding(heat((cell) => (cell === 140 ? 345 : cell === 3 ? 12 : 100)))).toMatchObject({ kind: 'peak', most: { weekday: 6, hour: 20, permille: 345 }, least: { weekday: 1, hour: 3 } });
    expect(heatFinding(heat((cell) => (cell < 3 ? 0 : cell)))).toMatchObject({ kind: 'peakEmpty', most: { weekday: 7, hour: 23 }, empty: 3 });
    expect([heatFinding(heat(() => 0)).kind, heatFinding(heat(() => 7)).kind, heatFinding([]).kind]).toEqual(['none', 'flat', 'none']);
    expect([0, 1, 50, 51, 299, 300].map((permille) => heatStep(permille, 300))).toEqual([0, 1, 1, 2, 6, 6]);
  });
  it('names the class with the most sessions, and where half of them stay below', () => {
    const classes = ([[0, 30, 10], [30, 60, 50], [60, null, 40]] as const).map(([from, to, sessions]) => ({ kind: 'ev' as const, from, to, sessions }));
    expect(spreadFinding(classes)).toMatchObject({ kind: 'half', top: { from: 30 }, share: 50, sessions: 100, half: 60 });
    expect(spreadFinding(classes.slice(2))).toMatchObject({ kind: 'top', share: 100 });
    expect(spreadFinding(classes.map((one) => ({ ...one, sessions: 0 })))).toEqual({ kind: 'none' });
  });
  it('counts failures among the reasons, and says when there are none', () => {
    expect(reasonFinding([{ reason: '充满', sessions: 700, failing: false }, { reason: '过载', sessions: 250, failing: true }, { reason: '离线', sessions: 50, failing: true }])).toEqual({ kind: 'failing', failures: 300, sessions: 1000, permille: 300, worst: { reason: '过载', sessions: 250, failing: true } });
    expect([reasonFinding([{ reason: '充满', sessions: 1, failing: false }]).kind, reasonFinding([]).kind]).toEqual(['sound', 'none']);
  });
  it('lists who fails most and who stands longest, never used ones first', () => {
    const { kind, failing, idle } = troubleFinding([device('A', { state: 'FAILING', failurePermille: 200 }), device('B', { state: 'IDLE', idleDays: 40 }), device('C', { state: 'IDLE' }), device('D', { state: 'FAILING', failurePermille: 300 }), device('E')]);
    expect([kind, failing.map(({ device: code }) => code), idle.map(({ device: code }) => code)]).toEqual(['both', ['D', 'A'], ['C', 'B']]);
    expect(troubleFinding([device('E')]).kind).toBe('none');
  });
  it('writes shares and hours in whole numbers', () => {
    expect([percentOf(173), percentOf(null), percentOf(1005), shareOf(1, 8), shareOf(0, 0), hoursOf(9930), hoursOf(3_600_000)]).toEqual(['17.3%', '—', '100.5%', 13, 0, '2.8', '1,000.0']);
  });
});

describe('this year beside the last', () => {
  const row = (key: string, nowFen: number, lastFen: number): Compared => ({ key, now: { sessions: 1, energy: 0, energyFen: nowFen, serviceFen: 0, extraFen: 0 }, last: { sessions: 1, energy: 0, energyFen: lastFen - 1, serviceFen: 1, extraFen: 0 } });
  it('is so many percent more or less, and what changed most', () => {
    expect(compareFinding([row('2026-01', 300, 100), row('2026-02', 100, 200)])).toMatchObject({ kind: 'more', percent: 33, differenceFen: 100, top: { key: '2026-01' } });
    expect(compareFinding([row('2026-01', 300, 400), row('2026-02', 100, 600)])).toMatchObject({ kind: 'less', percent: 60, top: { key: '2026-02' } });
    expect(compareFinding([row('2026-01', 1001, 1000)])).toMatchObject({ kind: 'moreBit', percent: 0, top: undefined });
    expect(compareFinding([row('2026-01', 999, 1000)])).toMatchObject({ kind: 'lessBit' });
  });
  it('is honest where a year has nothing', () => {
    expect([[row('a', 5, 0)], [row('a', 0, 5)], [row('a', 0, 0)], [row('a', 5, 5)], []].map((rows) => compareFinding(rows).kind)).toEqual(['noLast', 'noNow', 'none', 'same', 'none']);
    expect([percentAbove(5, 0), percentAbove(150, 100), percentAbove(995, 1000), percentAbove(1, 9_007_199_254_740_991)]).toEqual([null, 50, -1, -100]);
  });
});
