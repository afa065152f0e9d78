import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupAlarms, serviceMargin, shareGroups } from '../../shared/domain/charging-meter.ts';
import type { TariffPeriod, TariffVariant } from '../../shared/domain/charging-tariff.ts';
import { aboveGrid, expectedCost, meanPrices } from '../../shared/domain/grid-price.ts';
import { lacksBill, marginFinding, type MarginMonth } from '../../renderer/pages/charging/meters/margin-finding.ts';
import { permilleText } from '../../renderer/pages/charging/amounts.ts';

/** A day cut at some minutes, each piece at a price. */
const day = fc.tuple(fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 4 }), fc.array(fc.nat(3), { minLength: 5, maxLength: 5 })).map(([cuts, prices]): TariffPeriod[] => {
  const edges = [0, ...cuts.sort((one, other) => one - other), 1440];
  return edges.slice(1).map((toMinute, index) => ({ fromMinute: edges[index] ?? 0, toMinute, code: `p${index}`, energyPrice: prices[index] ?? 0, servicePrice: 0 }));
});
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 });
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 });
const variants = fc.tuple(fc.array(fc.record({ months, weekdays, periods: day }), { maxLength: 2 }), day).map(([special, periods]): TariffVariant[] => [...special, { months: [], weekdays: [], periods }]);

/** The price in a minute, the slow way. */
function priceAt(list: readonly TariffVariant[], month: number, weekday: number, minute: number): number {
  const variant = list.find((one) => (one.months.length === 0 || one.months.includes(month)) && (one.weekdays.length === 0 || one.weekdays.includes(weekday)));
  return variant?.periods.find(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)?.energyPrice ?? Number.NaN;
}

describe('a tariff above the grid', () => {
  it('is one that is dearer in any minute of any kind of day', () => {
    fc.assert(fc.property(variants, variants, (tariff, grid) => {
      const edges = [...new Set([...tariff, ...grid].flatMap(({ periods }) => periods.map(({ fromMinute }) => fromMinute)))];
      let dearer = false;
      for (let month = 1; month <= 12; month += 1) for (let weekday = 1; weekday <= 7; weekday += 1) dearer ||= edges.some((minute) => priceAt(tariff, month, weekday, minute) > priceAt(grid, month, weekday, minute));
      expect(aboveGrid(tariff, grid) !== undefined).toBe(dearer);
      expect(aboveGrid(grid, grid)).toBeUndefined();
    }), { numRuns: 300 });
  });
});

describe('what a month should cost', () => {
  const flat = (energyPrice: number): TariffPeriod[] => [{ fromMinute: 0, toMinute: 1440, code: 'flat', energyPrice, servicePrice: 0 }];
  it('is at the mean price of its days, by the version and the kind of each', () => {
    // 15 days at 2, then 16 at 4: of those, the 5 Saturdays and Sundays from the 16th are at 6 (17, 18, 24, 25, 31).
    const prices = meanPrices([{ from: '2026-10-16', variants: [{ months: [], weekdays: [6, 7], periods: flat(600_000) }, { months: [], weekdays: [], periods: flat(400_000) }] }, { from: '2026-01-01', variants: [{ months: [], weekdays: [], periods: flat(200_000) }] }], '2026-10');
    expect(prices).toEqual(new Map([['flat', { sum: 1440 * (15 * 200_000 + 11 * 400_000 + 5 * 600_000), minutes: 31 * 1440 }]]));
    // 31 kWh, one each day.
    expect(expectedCost(310_000, prices.get('flat'))).toBe((15 * 2 + 11 * 4 + 5 * 6) * 100);
  });
  it('is not known without a price, and nothing without energy', () => {
    expect([meanPrices([{ from: '2026-11-01', variants: [{ months: [], weekdays: [], periods: flat(1) }] }], '2026-10').size, expectedCost(1, undefined), expectedCost(0, undefined)]).toEqual([0, null, 0]);
  });
});

describe('groups of a meter', () => {
  const group = fc.record({ metered: fc.option(fc.nat(1_000_000_000_000), { nil: null }), sold: fc.nat(1_000_000_000_000), energyFen: fc.nat(1_000_000), serviceFen: fc.nat(1_000_000) });
  it('share the bill to the fen, by what was metered', () => {
    fc.assert(fc.property(fc.array(group, { minLength: 1, maxLength: 8 }), fc.nat(1_000_000_000), (list, costFen) => {
      const groups = shareGroups(list.map((one, index) => ({ ...one, meter: `M-${index}`, devices: [] })), costFen);
      const weights = list.map(({ metered, sold }) => BigInt(metered ?? sold));
      const total = weights.reduce((sum, weight) => sum + weight, 0n);
      if (total === 0n) return expect(groups.every(({ gridCostFen, marginFen }) => gridCostFen === null && marginFen === null)).toBe(true);
      expect(groups.reduce((sum, { gridCostFen }) => sum + (gridCostFen ?? 0), 0)).toBe(costFen);
      groups.forEach(({ gridCostFen, marginFen, energyFen }, index) => {
        const exact = (BigInt(costFen) * (weights[index] ?? 0n)) / total;
        expect(BigInt(gridCostFen ?? -1) - exact === 0n || BigInt(gridCostFen ?? -1) - exact === 1n).toBe(true);
        expect(marginFen).toBe(energyFen - (gridCostFen ?? 0));
      });
    }));
  });
  it('alarm where more was sold than metered, and not without a meter', () => {
    const groups = shareGroups([{ meter: 'M-1', devices: ['A'], metered: 9, sold: 10, energyFen: 0, serviceFen: 0 }, { meter: 'M-2', devices: ['B'], metered: 10, sold: 10, energyFen: 0, serviceFen: 0 }, { meter: '', devices: ['C'], metered: null, sold: 5, energyFen: 0, serviceFen: 0 }], null);
    expect(groupAlarms(groups)).toEqual([{ kind: 'SOLD_ABOVE_METER', period: '', excess: 1, meter: 'M-1', devices: ['A'] }]);
    expect(groups.map(({ gridCostFen }) => gridCostFen)).toEqual([null, null, null]);
  });
});

describe('the service margin', () => {
  const facts = { serviceFen: 540, metered: 200_000, sold: 180_000, gridEnergy: 200_000, gridCostFen: 1800 };
  it('is the service fee less the cost of the losses, rounded once', () => {
    expect(serviceMargin(facts)).toBe(360);
    // 1 of 3 at 5 fen is 1.67.
    expect(serviceMargin({ serviceFen: 10, metered: 3, sold: 2, gridEnergy: 3, gridCostFen: 5 })).toBe(8);
    expect(serviceMargin({ ...facts, sold: 210_000 })).toBe(540);
  });
  it('is not known without a meter, a bill or its energy', () => {
    expect([{ metered: null }, { gridCostFen: null, gridEnergy: null }, { gridEnergy: 0 }].map((change) => serviceMargin({ ...facts, ...change }))).toEqual([null, null, null]);
  });
});

describe('the finding of twelve months', () => {
  const month = (name: string, change: Partial<MarginMonth> = {}): MarginMonth => ({ month: name, sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0, gridCostFen: null, commissionFen: 0, otherFen: 0, metered: null, lossPermille: null, energyMarginFen: null, serviceMarginFen: null, netFen: null, ...change });
  const sold = { energy: 10, energyFen: 1000, serviceFen: 400, extraFen: 100 };
  it('counts the months with a bill, and names those that lack one', () => {
    const list = [month('2026-01'), month('2026-02', { ...sold, gridCostFen: 900, commissionFen: 50 }), month('2026-03', { ...sold, commissionFen: 50 }), month('2026-04', { ...sold, gridCostFen: 1000 }), month('2026-05', { metered: 4 })];
    expect(marginFinding(list)).toEqual({ kind: 'left', missing: ['2026-03', '2026-05'], count: 2, incomeFen: 3000, costFen: 1950, netFen: 1050, share: 35 });
    expect(list.map(lacksBill)).toEqual([false, false, true, false, true]);
  });
  it('says a loss, that no bill is there, and that nothing is', () => {
    expect(marginFinding([month('2026-01', { ...sold, gridCostFen: 1501 })])).toMatchObject({ kind: 'lost', netFen: -1 });
    expect(marginFinding([month('2026-01', sold)])).toEqual({ kind: 'noBill', missing: ['2026-01'], incomeFen: 1500 });
    expect(marginFinding([month('2026-01')])).toEqual({ kind: 'none', missing: [] });
    expect([permilleText(-53), permilleText(111), permilleText(0), permilleText(-39_694)]).toEqual(['−5.3%', '11.1%', '0.0%', '−3,969.4%']);
  });
});
