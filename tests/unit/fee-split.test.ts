import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceFee } from '../../shared/domain/fee.ts';
import { cutByVacancy, splitFen, splitMonth } from '../../shared/domain/fee-split.ts';
import { addDays, daysBetween, daysInMonth } from '../../shared/domain/period.ts';

const WHOLE = { numerator: 1, denominator: 1 };
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
const total = fc.integer({ min: 0, max: 1_000_000_000 });
const weights = fc.array(fc.oneof(fc.nat({ max: 20_000 }), fc.nat({ max: 10_000_000_000 })), { maxLength: 60 });

describe('splitFen', () => {
  it('keeps the promise of its example', () => {
    expect(splitFen(100, [1, 1, 1])).toEqual([34, 33, 33]);
  });

  it.each([
    [100, [], []], [100, [0, 0], [0, 0]], [0, [1, 2], [0, 0]], [2, [1, 1, 1], [1, 1, 0]],
    [100, [1, 2, 1], [25, 50, 25]], [101, [2, 1, 1], [51, 25, 25]], [10, [0, 3, 3, 3], [0, 4, 3, 3]],
    [100, [3, 1, 3], [43, 14, 43]], // 42.86, 14.29, 42.86
  ])('%i by %o is %o', (totalFen, by, parts) => {
    expect(splitFen(totalFen, by)).toEqual(parts);
  });

  it('gives all of it away, to the fen', () => {
    fc.assert(fc.property(total, weights, (totalFen, by) => {
      expect(sum(splitFen(totalFen, by))).toBe(by.some((weight) => weight > 0) ? totalFen : 0);
    }));
  });

  it('gives each part its exact share, less or more than a fen away', () => {
    fc.assert(fc.property(total, weights, (totalFen, by) => {
      const all = by.reduce((whole, weight) => whole + BigInt(weight), 0n);
      splitFen(totalFen, by).forEach((part, index) => {
        const off = BigInt(part) * all - BigInt(totalFen) * BigInt(by[index] ?? 0);
        expect(off > -all && off < all, `${String(part)} of ${String(totalFen)}`).toBe(all > 0n);
      });
    }), { examples: [[1, [1, 1]]] });
  });

  it('never gives the heavier less, nor, of equals, the earlier', () => {
    fc.assert(fc.property(total, weights, (totalFen, by) => {
      const parts = splitFen(totalFen, by);
      by.forEach((weight, index) => {
        const [next, part, after] = [by[index + 1], parts[index] ?? 0, parts[index + 1] ?? 0];
        if (next !== undefined && weight > next) expect(part).toBeGreaterThanOrEqual(after);
        if (next !== undefined && weight === next) expect(part === after || part === after + 1).toBe(true);
      });
    }));
  });
});

describe('splitMonth', () => {
  const facts = { basis: 'area', areaDm2: 10_000, quantityE4: null, rateE4: 15_000, months: 1, share: { numerator: 1, denominator: 31 } } as const;

  it('keeps the promise of its example', () => {
    expect(splitMonth(facts)).toEqual({ firstFen: 484, restFen: 14_516 });
  });

  it('makes the whole of the first part and the rest, whatever the day and the price', () => {
    const month = fc.constantFrom('2026-02', '2024-02', '2026-04', '2026-12');
    fc.assert(fc.property(month, fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 12 }), (of, day, areaDm2, rateE4, months) => {
      const days = daysInMonth(of);
      const left = Math.min(day, days);
      const each = { ...facts, areaDm2, rateE4, months, share: { numerator: (months - 1) * days + left, denominator: months * days } };
      const { firstFen, restFen } = splitMonth(each);
      expect(firstFen + restFen).toBe(priceFee({ ...each, share: WHOLE }));
      expect(firstFen).toBe(priceFee(each));
      expect(restFen).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('cutByVacancy', () => {
  const april = { from: '2026-04-01', to: '2026-05-01' };
  const vacancy = { vacancyId: 1, from: '2026-04-16', to: '2026-06-01', offPermille: 300 };

  it('keeps the promise of its example', () => {
    expect(cutByVacancy(15_000, april, [vacancy])).toEqual([{ vacancyId: 1, amountFen: 2_250 }]);
  });

  it.each([
    ['all of it', { from: '2026-01-01', to: '2027-01-01' }, [4_500]], ['its first day', { from: '2026-03-01', to: '2026-04-02' }, [150]], ['its last day', { from: '2026-04-30', to: '2026-05-10' }, [150]],
    ['the days before', { from: '2026-03-01', to: '2026-04-01' }, []], ['the days after', { from: '2026-05-01', to: '2026-05-02' }, []],
  ])('covers %s', (_, days, cuts) => {
    expect(cutByVacancy(15_000, april, [{ ...vacancy, ...days }]).map(({ amountFen }) => amountFen)).toEqual(cuts);
  });

  it('rounds half up, and leaves out what comes to nothing', () => {
    expect(cutByVacancy(5, april, [{ ...vacancy, from: '2026-04-01', offPermille: 100 }])).toEqual([{ vacancyId: 1, amountFen: 1 }]); // half a fen
    expect(cutByVacancy(4, april, [{ ...vacancy, from: '2026-04-01', offPermille: 100 }])).toEqual([]);
  });

  it('never takes more than the bill, however the days are cut', () => {
    const part = fc.record({ days: fc.integer({ min: 1, max: 20 }), offPermille: fc.integer({ min: 1, max: 1000 }) });
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.array(part, { minLength: 1, maxLength: 6 }), (amountFen, parts) => {
      let from = '2026-03-25';
      const vacancies = parts.map(({ days, offPermille }, index) => {
        const one = { vacancyId: index + 1, from, to: addDays(from, days), offPermille };
        from = one.to;
        return one;
      });
      const cuts = cutByVacancy(amountFen, april, vacancies);
      expect(sum(cuts.map((cut) => cut.amountFen))).toBeLessThanOrEqual(amountFen);
      // Together they are what each day takes off, but for half a fen of each rounding.
      const exact = vacancies.reduce((off, one) => off + (Math.max(0, daysBetween(one.from > april.from ? one.from : april.from, one.to < april.to ? one.to : april.to)) * one.offPermille * amountFen) / 30_000, 0);
      expect(Math.abs(sum(cuts.map((cut) => cut.amountFen)) - exact)).toBeLessThanOrEqual(vacancies.length / 2 + 1e-6);
    }));
  });
});
