import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsAfter, shareE6, shareE6Of, shareOf, simulateMonth, simulateYear, spacesLet } from '../../shared/domain/parking-simulation.ts';

const basis = fc.record({ marketFen: fc.integer({ min: 0, max: 100_000_000 }), commonSpaces: fc.integer({ min: 0, max: 5000 }), residentLeases: fc.integer({ min: 0, max: 5000 }) });
const prices = fc.record({ residentFen: fc.integer({ min: 0, max: 100_000_000 }), daytimeFen: fc.integer({ min: 0, max: 100_000_000 }), shareE6: fc.integer({ min: 0, max: 1_000_000 }) });

describe('a simulated year', () => {
  it('is what a person with a calculator finds', () => {
    const year = simulateYear({ marketFen: 20_000, commonSpaces: 100, residentLeases: 80 }, { residentFen: 5_000, daytimeFen: 30_000, shareE6: 500_000 });
    expect(year).toEqual({ daytime: 12 * 50 * 30_000, subsidy: 12 * 80 * 15_000, left: 12 * (50 * 30_000 - 80 * 15_000) });
  });

  it('leaves what daytime brings less the subsidy, twelve times a month, and never pays residents above the market', () => {
    fc.assert(fc.property(basis, prices, (on, tried) => {
      const [month, year] = [simulateMonth(on, tried), simulateYear(on, tried)];
      expect(year.left).toBe(year.daytime - year.subsidy);
      expect([year.daytime, year.subsidy, year.left]).toEqual([12 * month.daytime, 12 * month.subsidy, 12 * month.left]);
      expect(year.subsidy).toBe(12 * on.residentLeases * Math.max(0, on.marketFen - tried.residentFen));
      expect(year.daytime % 12).toBe(0);
    }));
  });

  it('brings no less at a higher price or share', () => {
    fc.assert(fc.property(basis, prices, fc.nat(1000), fc.nat(1000), (on, tried, more, share) => {
      const dearer = simulateYear(on, { ...tried, residentFen: tried.residentFen + more, daytimeFen: tried.daytimeFen + more, shareE6: Math.min(1_000_000, tried.shareE6 + share) });
      expect(dearer.left).toBeGreaterThanOrEqual(simulateYear(on, tried).left);
    }));
  });
});

describe('a share', () => {
  it('is read to the millionth once, and comes back as it was', () => {
    expect([0, 1, 0.425, 0.1 + 0.2, 2 / 3, 0.0000005].map(shareE6Of)).toEqual([0, 1_000_000, 425_000, 300_000, 666_667, 1]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (millionths) => { expect(shareE6Of(shareOf(millionths))).toBe(millionths); }));
  });
  it('of spaces is half up, and the share of spaces that are let gives them back', () => {
    expect([spacesLet(425_000, 100), spacesLet(424_999, 100), spacesLet(5_000, 100), spacesLet(1_000_000, 7), spacesLet(0, 7)]).toEqual([43, 42, 1, 7, 0]);
    expect(shareE6(3, 0)).toBe(0);
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }).chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all))), ([part, all]) => { expect(spacesLet(shareE6(part, all), all)).toBe(part); }));
  });
  it('is shown over the twelve months to come', () => {
    expect(monthsAfter('2026-11')).toEqual(['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06', '2027-07', '2027-08', '2027-09', '2027-10', '2027-11']);
  });
});
