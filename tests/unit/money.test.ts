import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfUp, fen, formatFen, parseYuan, sumFen } from '../../shared/domain/money.ts';

const anyFen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

describe('fen', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53, -(2 ** 53), 2n ** 60n])('refuses %s', (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });

  it('sums nothing to nothing, and never past what is safe', () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([1, 2, -4])).toBe(-1);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

describe('divideHalfUp', () => {
  it.each([
    [5n, 2n, 3n], [-5n, 2n, -3n], [4n, 2n, 2n], [1n, 3n, 0n], [2n, 3n, 1n], [0n, 7n, 0n], [-1n, 3n, 0n], [-1n, 2n, -1n],
  ])('%s / %s = %s', (numerator, denominator, rounded) => {
    expect(divideHalfUp(numerator, denominator)).toBe(rounded);
  });

  it('is within half a unit, with ties away from zero, as counted another way', () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
      const floor = numerator / denominator - (numerator % denominator < 0n ? 1n : 0n);
      const twice = 2n * (numerator - floor * denominator);
      const up = twice > denominator || (twice === denominator && numerator >= 0n);
      expect(divideHalfUp(numerator, denominator)).toBe(up ? floor + 1n : floor);
    }));
  });

  it('mirrors: a reversal rounds as its original', () => {
    fc.assert(fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
      expect(divideHalfUp(-numerator, denominator)).toBe(-divideHalfUp(numerator, denominator));
    }));
  });
});

describe('formatFen and parseYuan', () => {
  it.each([
    [1_234_567, '12,345.67'], [0, '0.00'], [-5, '-0.05'], [100_000, '1,000.00'], [99_999, '999.99'], [-123_456_789, '-1,234,567.89'],
  ])('%i prints %s', (value, text) => {
    expect(formatFen(value)).toBe(text);
    expect(formatFen(value, { separators: false })).toBe(text.replaceAll(',', ''));
  });

  it.each([
    ['1,234.5', 123_450], ['１２３．４５', 12_345], ['¥ 8', 800], ['￥8.00', 800], ['12，345.67', 1_234_567], ['7.', 700], ['-3.1', -310], ['0', 0], ['007', 700],
  ])('%s reads as %i', (text, value) => {
    expect(parseYuan(text)).toBe(value);
  });

  it.each(['', ' ', '.', '.5', '1.234', '1e3', '--1', '1-', 'abc', '1.2.3', '+1', '壹', 'NaN', '0x10', '12345678901234'])('%s is no amount', (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });

  it('is a round trip', () => {
    fc.assert(fc.property(anyFen, fc.boolean(), (value, separators) => {
      expect(parseYuan(formatFen(value, { separators }))).toBe(value === 0 ? 0 : value);
    }));
  });

  it('never throws on what a person may type', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const value = parseYuan(text);
      expect(value === undefined || Number.isSafeInteger(value)).toBe(true);
    }));
  });
});
