import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocatePayment, checkPrepayment, prepaymentPeriod, spreadOldestFirst } from '../../shared/domain/payment.ts';
import { isAppError, type RefusalCode } from '../../shared/errors.ts';

const BILLS = [{ billId: 1, homeId: 7, openFen: 10_000 }, { billId: 2, homeId: 7, openFen: 500 }, { billId: 3, homeId: 8, openFen: 10_000 }];

function refusalOf(work: () => unknown): { code: RefusalCode; details: unknown } {
  try {
    work();
  } catch (error) {
    if (isAppError(error)) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('it was not refused');
}

describe('allocatePayment', () => {
  const pay = (amountFen: number, lines: [number, number][]) => () => allocatePayment({ homeId: 7, amountFen, lines: lines.map(([billId, part]) => ({ billId, amountFen: part })) }, BILLS);

  it.each([
    [10_500, [[1, 10_000], [2, 500]], 0], [10_000, [[1, 9_999]], 1], [300, [], 300], [1, [[2, 1]], 0],
  ] as [number, [number, number][], number][])('%i for %o leaves %i as prepayment', (amountFen, lines, prepaidFen) => {
    expect(pay(amountFen, lines)()).toBe(prepaidFen);
  });

  it.each([
    [10_001, [[1, 10_001]], 'PAYMENT_EXCEEDS_BALANCE', { billId: 1, balanceFen: 10_000 }],
    [100, [[1, 60], [2, 50]], 'LINES_EXCEED_AMOUNT', { amountFen: 100, linesFen: 110 }],
    [100, [[9, 100]], 'NO_SUCH_BILL', { billId: 9 }],
    [100, [[3, 100]], 'BILL_OF_ANOTHER_HOME', { billId: 3 }],
    [100, [[1, 50], [1, 50]], 'BILL_REPEATED', { billId: 1 }],
  ] as [number, [number, number][], RefusalCode, unknown][])('%i for %o is refused: %s', (amountFen, lines, code, details) => {
    expect(refusalOf(pay(amountFen, lines))).toEqual({ code, details });
  });
});

describe('a payment with late fees, and for several homes', () => {
  const pay = (amountFen: number, lines: [number, number][], lateFees: [number, number][], alsoHomes: number[] = []) => () => allocatePayment({
    homeId: 7, amountFen, lines: lines.map(([billId, part]) => ({ billId, amountFen: part })), lateFees: lateFees.map(([billId, part]) => ({ billId, amountFen: part })),
  }, BILLS, { alsoHomes: new Set(alsoHomes), lateFen: new Map([[1, 50]]) });

  it.each([
    [10_050, [[1, 10_000]], [[1, 50]], [], 0], [10_100, [[1, 10_000]], [[1, 20]], [], 80], [20_000, [[1, 10_000], [3, 10_000]], [], [8], 0],
  ] as [number, [number, number][], [number, number][], number[], number][])('%i for %o and %o with homes %o leaves %i', (amountFen, lines, late, homes, prepaidFen) => {
    expect(pay(amountFen, lines, late, homes)()).toBe(prepaidFen);
  });

  it.each([
    ['more than the late fee', pay(10_051, [[1, 10_000]], [[1, 51]]), 'LATE_FEE_EXCEEDS', { billId: 1, lateFen: 50 }],
    ['a bill that is not late', pay(600, [[2, 500]], [[2, 1]]), 'LATE_FEE_EXCEEDS', { billId: 2, lateFen: 0 }],
    ['a late fee twice', pay(10_050, [[1, 10_000]], [[1, 25], [1, 25]]), 'BILL_REPEATED', { billId: 1 }],
    ['late fees that pass the amount', pay(10_000, [[1, 10_000]], [[1, 50]]), 'LINES_EXCEED_AMOUNT', { amountFen: 10_000, linesFen: 10_050 }],
    ['a home of another owner', pay(10_000, [[3, 10_000]], [], [9]), 'BILL_OF_ANOTHER_HOME', { billId: 3 }],
  ] as [string, () => unknown, RefusalCode, unknown][])('is refused for %s', (_, work, code, details) => {
    expect(refusalOf(work)).toEqual({ code, details });
  });
});

describe('checkPrepayment', () => {
  it.each([[180_000, 0, 15_000], [1, 179_999, 15_000], [0, 999_999, 15_000], [0, 0, 0]])('%i on top of %i at %i a month is fine', (prepaidFen, heldFen, monthlyFen) => {
    expect(() => { checkPrepayment(prepaidFen, heldFen, monthlyFen); }).not.toThrow();
  });

  it.each([[180_001, 0, 15_000, 180_000], [2, 179_999, 15_000, 1], [1, 200_000, 15_000, 0], [1, 0, 0, 0]])('%i on top of %i at %i a month reaches too far', (prepaidFen, heldFen, monthlyFen, maximumFen) => {
    expect(refusalOf(() => { checkPrepayment(prepaidFen, heldFen, monthlyFen); })).toEqual({ code: 'PREPAYMENT_TOO_FAR', details: { maximumFen, months: 12 } });
  });
});

describe('prepaymentPeriod', () => {
  it.each([
    [32_520, 0, 16_260, '2026-11', { from: '2026-11-01', to: '2027-01-01' }], // its example
    [16_260, 32_520, 16_260, '2026-11', { from: '2027-01-01', to: '2027-02-01' }],
    [195_120, 0, 16_260, '2026-02', { from: '2026-02-01', to: '2027-02-01' }],
    [16_261, 0, 16_260, '2026-11', undefined], [16_260, 1, 16_260, '2026-11', undefined], [0, 0, 16_260, '2026-11', undefined], [100, 0, 0, '2026-11', undefined],
  ])('%i on top of %i at %i a month from %s', (prepaidFen, heldFen, monthlyFen, first, period) => {
    expect(prepaymentPeriod(prepaidFen, heldFen, monthlyFen, first)).toEqual(period);
  });
});

describe('spreadOldestFirst', () => {
  const bills = fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 30 }).map((list) => list.map((openFen, index) => ({ billId: index + 1, homeId: 7, openFen })));

  it('pays the oldest in full before the next, and makes a payment that is accepted', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 900_000 }), bills, (amountFen, open) => {
      const lines = spreadOldestFirst(amountFen, open);
      const total = open.reduce((sum, bill) => sum + bill.openFen, 0);
      expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(Math.min(amountFen, total));
      lines.forEach((line, index) => {
        expect(line.billId).toBe(index + 1);
        if (index < lines.length - 1) expect(line.amountFen).toBe(open[index]?.openFen);
        expect(line.amountFen).toBeGreaterThan(0);
      });
      expect(allocatePayment({ homeId: 7, amountFen, lines }, open)).toBe(Math.max(0, amountFen - total));
    }));
  });

  it('passes over a bill that owes nothing', () => {
    expect(spreadOldestFirst(100, [{ billId: 1, openFen: 0 }, { billId: 2, openFen: 300 }])).toEqual([{ billId: 2, amountFen: 100 }]);
  });
});
