import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatrix, expectedCash, noteFaces, rangeNumbers, splitBanked, sumNotes, tidyNotes, type FundCash, type MatrixLine } from '../../shared/domain/shift.ts';
import { isAppError } from '../../shared/errors.ts';

const METHODS = ['cash', 'wechat', 'alipay', 'card', 'transfer'] as const;
const KINDS = ['receipt', 'void', 'reversal', 'refund', 'deposit-return', 'charging-payback', 'other'] as const;
const line: fc.Arbitrary<MatrixLine> = fc.record({
  kind: fc.constantFrom(...KINDS), item: fc.constantFrom('property', 'late', 'prepayment'), fund: fc.constantFrom('property', 'common'), method: fc.constantFrom(...METHODS), amountFen: fc.integer({ min: -90_000, max: 90_000 }),
}).map((one) => ({ ...one, itemName: one.item }));
const total = (lines: readonly { amountFen: number }[]): number => lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

describe('notes and coins', () => {
  it.each([[[], 0], [[{ faceFen: 10_000, pieces: 3 }, { faceFen: 50, pieces: 1 }, { faceFen: 10, pieces: 4 }], 30_090]] as [Parameters<typeof sumNotes>[0], number][])('%o come to %i', (notes, fen) => {
    expect(sumNotes(notes)).toBe(fen);
  });

  it('are tidied without changing what they come to', () => {
    const notes = fc.array(fc.record({ faceFen: fc.constantFrom(...noteFaces), pieces: fc.nat({ max: 200 }) }), { maxLength: 12 });
    fc.assert(fc.property(notes, (counted) => {
      const tidy = tidyNotes(counted);
      expect(sumNotes(tidy)).toBe(sumNotes(counted));
      expect(tidy.map(({ faceFen }) => faceFen)).toEqual([...new Set(counted.filter(({ pieces }) => pieces > 0).map(({ faceFen }) => faceFen))].sort((one, other) => other - one));
    }));
  });
});

it('expects the float and what was taken, less what was given', () => {
  expect(expectedCash(20_000, [10_000, -2_500])).toBe(27_500); // its example
});

describe('buildMatrix', () => {
  it('sums by row, by column and at the foot to the same', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const { rows, totals } = buildMatrix(lines);
      expect(totals.totalFen).toBe(total(lines));
      for (const method of METHODS) expect(rows.reduce((sum, { byMethod }) => sum + byMethod[method], 0)).toBe(totals[method]);
      for (const row of rows) {
        expect(METHODS.reduce((sum, method) => sum + row.byMethod[method], 0)).toBe(row.byMethod.totalFen);
        expect(row.byMethod.totalFen).toBe(total(lines.filter(({ kind, item, fund }) => kind === row.kind && item === row.item && fund === row.fund)));
      }
      const order = rows.map(({ kind }) => KINDS.indexOf(kind));
      expect(order).toEqual([...order].sort((one, other) => one - other));
    }));
  });

  it('leaves out what comes to nothing by every method, and keeps what only crosses', () => {
    const one = { kind: 'receipt', item: 'late', itemName: '违约金', fund: 'property', method: 'cash', amountFen: 5 } as const;
    expect(buildMatrix([one, { ...one, amountFen: -5 }]).rows).toEqual([]);
    expect(buildMatrix([one, { ...one, method: 'card', amountFen: -5 }]).rows).toMatchObject([{ byMethod: { cash: 5, card: -5, totalFen: 0 } }]);
  });
});

describe('splitBanked', () => {
  const funds = (property: number, common: number, deposit: number): FundCash[] => [{ fund: 'property', amountFen: property }, { fund: 'common', amountFen: common }, { fund: 'deposit', amountFen: deposit }];

  it.each([
    [12_000, funds(10_000, 5_000, 0), funds(10_000, 5_000, 0), { property: 10_000, common: 2_000 }], // its example
    [6_000, funds(1_000, 5_000, 0), funds(9_000, 5_000, 0), { common: 5_000, property: 1_000 }],
    [9_000, funds(1_000, 5_000, 0), funds(9_000, 5_000, 0), { common: 5_000, property: 4_000 }], // the rest from property
    [6_000, funds(1_000, 5_000, 0), funds(9_000, 2_000, 0), { common: 2_000, property: 4_000 }], // never more than it holds
    [9_000, [], funds(1_000, 5_000, 6_000), { property: 1_000, deposit: 6_000, common: 2_000 }], // what other shifts left
    [0, funds(5, 5, 5), funds(5, 5, 5), {}],
  ] as [number, FundCash[], FundCash[], Record<string, number>][])('%i of %o holding %o', (bankedFen, took, held, parts) => {
    expect(Object.fromEntries(splitBanked(bankedFen, took, held).map(({ fund, amountFen }) => [fund, amountFen]))).toEqual(parts);
  });

  it('sums to what is banked and overdraws no fund, or is refused', () => {
    const amount = fc.integer({ min: -500, max: 5_000 });
    const three = fc.tuple(amount, amount, amount).map(([property, common, deposit]) => funds(property, common, deposit));
    fc.assert(fc.property(fc.nat({ max: 12_000 }), three, three, (bankedFen, took, held) => {
      const cashFen = total(held.filter(({ amountFen }) => amountFen > 0));
      try {
        const parts = splitBanked(bankedFen, took, held);
        expect(total(parts)).toBe(bankedFen);
        for (const { fund, amountFen } of parts) {
          expect(amountFen).toBeGreaterThan(0);
          expect(amountFen).toBeLessThanOrEqual(held.find((one) => one.fund === fund)?.amountFen ?? 0);
        }
        expect(new Set(parts.map(({ fund }) => fund)).size).toBe(parts.length);
      } catch (error) {
        if (!isAppError(error)) throw error;
        expect([error.code, error.details]).toEqual(['BANKED_EXCEEDS_CASH', { bankedFen, cashFen }]);
        expect(bankedFen).toBeGreaterThan(cashFen);
      }
    }));
  });
});

describe('rangeNumbers', () => {
  const no = (series: string, at: number): string => `${series}-2026-${String(at).padStart(6, '0')}`;

  it.each([
    [[], [], []],
    [['SJ-2026-000002', 'SJ-2026-000001', 'ZF-2026-000001'], [], [['SJ-2026', 2, ['000001–000002'], []], ['ZF-2026', 1, ['000001–000001'], []]]],
    [['SJ-2026-000001', 'SJ-2026-000004'], ['SJ-2026-000002'], [['SJ-2026', 2, ['000001–000001', '000004–000004'], ['SJ-2026-000003']]]],
    [['SJ-2026-000009', 'SJ-2027-000001'], [], [['SJ-2026', 1, ['000009–000009'], []], ['SJ-2027', 1, ['000001–000001'], []]]],
  ] as [string[], string[], unknown[]][])('%o beside %o', (taken, existing, expected) => {
    expect(rangeNumbers(taken, existing).map(({ series, count, runs, missing }) => [series, count, runs.map(({ first, last }) => `${first.slice(-6)}–${last.slice(-6)}`), missing])).toEqual(expected);
  });

  it('names no gap where every number is somewhere, and each that is nowhere', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (mine, theirs) => {
      const [range] = rangeNumbers(mine.map((at) => no('SJ', at)), theirs.map((at) => no('SJ', at)));
      const between = Array.from({ length: 60 }, (_, index) => index + 1).filter((at) => at >= Math.min(...mine) && at <= Math.max(...mine));
      expect(range?.missing).toEqual(between.filter((at) => !mine.includes(at) && !theirs.includes(at)).map((at) => no('SJ', at)));
      expect(range?.runs.reduce((sum, { first, last }) => sum + Number(last.slice(-6)) - Number(first.slice(-6)) + 1, 0)).toBe(mine.length);
    }));
  });
});
