import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceFee, pricePropertyFee, shareOfMonth, type Fraction } from '../../shared/domain/fee.ts';
import { daysInMonth } from '../../shared/domain/period.ts';

const WHOLE: Fraction = { numerator: 1, denominator: 1 };
const area = fc.integer({ min: 1, max: 1_000_000 });
const rate = fc.integer({ min: 1, max: 1_000_000 });

describe('pricePropertyFee', () => {
  it('keeps the promise of its example', () => {
    expect(pricePropertyFee(10_840, 15_000, WHOLE)).toBe(16_260);
  });

  it.each([
    [12_603, 15_000, WHOLE, 18_905], // 126.03 × 1.50 = 189.045: half up
    [12_601, 15_000, WHOLE, 18_902], // 126.01 × 1.50 = 189.015
    [10_000, 15_000, { numerator: 10, denominator: 30 }, 5_000],
    [10_000, 15_000, { numerator: 1, denominator: 2 }, 7_500],
    [10_000, 15_000, { numerator: 1, denominator: 31 }, 484],
    [1, 1, WHOLE, 0],
    [1, 5_000, WHOLE, 1],
  ])('%i × %i × %o = %i fen', (areaDm2, rateE4, share, amountFen) => {
    expect(pricePropertyFee(areaDm2, rateE4, share)).toBe(amountFen);
  });

  it('is the exact product, rounded once, where a float would lose a fen', () => {
    fc.assert(fc.property(area, rate, (areaDm2, rateE4) => {
      const doubled = BigInt(areaDm2) * BigInt(rateE4) * 2n;
      expect(BigInt(pricePropertyFee(areaDm2, rateE4, WHOLE))).toBe((doubled + 10_000n) / 20_000n);
    }));
  });

  it('grows with area, rate and share', () => {
    fc.assert(fc.property(area, rate, fc.integer({ min: 1, max: 30 }), (areaDm2, rateE4, days) => {
      const price = pricePropertyFee(areaDm2, rateE4, { numerator: days, denominator: 31 });
      expect(pricePropertyFee(areaDm2 + 1, rateE4, { numerator: days, denominator: 31 })).toBeGreaterThanOrEqual(price);
      expect(pricePropertyFee(areaDm2, rateE4 + 1, { numerator: days, denominator: 31 })).toBeGreaterThanOrEqual(price);
      expect(pricePropertyFee(areaDm2, rateE4, { numerator: days + 1, denominator: 31 })).toBeGreaterThanOrEqual(price);
    }));
  });
});

describe('shareOfMonth', () => {
  it('keeps the promise of its example', () => {
    expect(shareOfMonth('2026-04', '2026-04-21', 'days')).toEqual({ numerator: 10, denominator: 30 });
  });

  it.each([
    ['days', '2026-04-30', { numerator: 1, denominator: 30 }], ['days', '2026-04-02', { numerator: 29, denominator: 30 }], ['days', '2026-04-01', WHOLE],
    ['half', '2026-04-15', WHOLE], ['half', '2026-04-16', { numerator: 1, denominator: 2 }], ['full', '2026-04-30', WHOLE],
    ['days', '2026-05-01', undefined], ['half', '2026-05-01', undefined], ['full', '2026-05-01', undefined],
    ['days', '2019-01-31', WHOLE], ['days', null, WHOLE],
  ] as const)('%s, handed over %s', (rule, handoverOn, share) => {
    expect(shareOfMonth('2026-04', handoverOn, rule)).toEqual(share);
  });

  it('and the days before handover make the whole month', () => {
    fc.assert(fc.property(fc.constantFrom('2026-02', '2024-02', '2026-04', '2026-12'), fc.integer({ min: 2, max: 28 }), area, rate, (month, day, areaDm2, rateE4) => {
      const share = shareOfMonth(month, `${month}-${String(day).padStart(2, '0')}`, 'days');
      expect(share).toEqual({ numerator: daysInMonth(month) - day + 1, denominator: daysInMonth(month) });
      const rest = { numerator: day - 1, denominator: daysInMonth(month) };
      const parts = pricePropertyFee(areaDm2, rateE4, share ?? WHOLE) + pricePropertyFee(areaDm2, rateE4, rest);
      // Two roundings of a whole that is rounded once: never more than a fen apart.
      expect(Math.abs(parts - pricePropertyFee(areaDm2, rateE4, WHOLE))).toBeLessThanOrEqual(1);
    }));
  });
});

describe('priceFee', () => {
  const facts = { basis: 'meter', areaDm2: 0, quantityE4: 120_000, rateE4: 35_500, months: 1, share: WHOLE } as const;

  it('keeps the promise of its example', () => {
    expect(priceFee(facts)).toBe(4_260);
  });

  it.each([
    [{ ...facts, quantityE4: 15_000, rateE4: 33 }, 0], // 1.5 × 0.0033 = 0.00495
    [{ ...facts, quantityE4: 15_000, rateE4: 34 }, 1], // 1.5 × 0.0034 = 0.0051
    [{ ...facts, quantityE4: 10_000, rateE4: 50 }, 1], // half a fen: up
    [{ ...facts, basis: 'home', rateE4: 100_000, months: 3 }, 3_000],
    [{ ...facts, basis: 'home', rateE4: 1_050, months: 1 }, 11], // 0.105: half up
    [{ ...facts, basis: 'area', areaDm2: 10_840, rateE4: 15_000, months: 12 }, 195_120],
    [{ ...facts, basis: 'area', areaDm2: 12_603, rateE4: 15_000, months: 3 }, 56_714], // 3 × 189.045 = 567.135: once, not three times 189.05
    [{ ...facts, basis: 'area', areaDm2: 10_000, rateE4: 15_000, months: 2, share: { numerator: 41, denominator: 62 } }, 19_839],
  ] as const)('%o = %i fen', (each, amountFen) => {
    expect(priceFee(each)).toBe(amountFen);
  });

  it('is the exact product, rounded once, half up, also beyond what a float holds', () => {
    const quantityE4 = fc.integer({ min: 0, max: 100_000_000_000 });
    fc.assert(fc.property(quantityE4, rate, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 366 }), fc.nat({ max: 365 }), (quantity, rateE4, months, denominator, less) => {
      const share = { numerator: Math.max(1, denominator - less), denominator };
      const scaled = BigInt(quantity) * BigInt(rateE4) * BigInt(months) * BigInt(share.numerator);
      const unit = 1_000_000n * BigInt(denominator);
      const amount = BigInt(priceFee({ ...facts, quantityE4: quantity, rateE4, months, share }));
      // amount − ½ ≤ exact < amount + ½
      expect(2n * amount * unit - unit <= 2n * scaled && 2n * scaled < 2n * amount * unit + unit).toBe(true);
    }));
  });
});
