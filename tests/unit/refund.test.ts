import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planReturns, refundableOf, splitRefund, type Refundable } from '../../shared/domain/refund.ts';
import { isAppError } from '../../shared/errors.ts';

const LEFT: Refundable = { prepaidFen: 200, lines: [{ billId: 1, amountFen: 400 }, { billId: 2, amountFen: 100 }] };

describe('splitRefund', () => {
  it.each([
    [500, 200, [{ billId: 2, amountFen: 100 }, { billId: 1, amountFen: 200 }]], // its example
    [200, 200, []], [1, 1, []], [201, 200, [{ billId: 2, amountFen: 1 }]], [700, 200, [{ billId: 2, amountFen: 100 }, { billId: 1, amountFen: 400 }]],
  ])('%i takes %i of the prepayment first, then the last lines', (amountFen, prepaidFen, lines) => {
    expect(splitRefund(amountFen, LEFT)).toEqual({ prepaidFen, lines });
  });

  it.each([[701, LEFT, 700], [1, { prepaidFen: 0, lines: [] }, 0], [0, { prepaidFen: 0, lines: [] }, 0]])('%i is refused beyond what is left', (amountFen, left, refundableFen) => {
    expect.assertions(1);
    try {
      splitRefund(amountFen, left);
    } catch (error) {
      expect(isAppError(error) && [error.code, error.details]).toEqual(['REFUND_EXCEEDS_PAYMENT', { refundableFen }]);
    }
  });

  const payments = fc.record({ prepaidFen: fc.nat({ max: 5_000 }), lines: fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 6 }).map((list) => list.map((amountFen, index) => ({ billId: index + 1, amountFen }))) });

  it('in any parts gives back exactly what was paid, line by line', () => {
    fc.assert(fc.property(payments.filter((payment) => refundableOf(payment) > 0), fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 20 }), (payment, sizes) => {
      let left: Refundable = payment;
      const back = new Map<number, number>();
      let prepaidFen = 0;
      for (const size of [...sizes, Number.POSITIVE_INFINITY]) {
        const amountFen = Math.min(size, refundableOf(left));
        if (amountFen === 0) break;
        const part = splitRefund(amountFen, left);
        expect(part.prepaidFen + part.lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(amountFen);
        prepaidFen += part.prepaidFen;
        for (const line of part.lines) back.set(line.billId, (back.get(line.billId) ?? 0) + line.amountFen);
        left = { prepaidFen: payment.prepaidFen - prepaidFen, lines: payment.lines.map(({ billId, amountFen: paid }) => ({ billId, amountFen: paid - (back.get(billId) ?? 0) })).filter((line) => line.amountFen > 0) };
      }
      expect(prepaidFen).toBe(payment.prepaidFen);
      expect([...back].sort(([one], [other]) => one - other)).toEqual(payment.lines.map(({ billId, amountFen }) => [billId, amountFen]));
    }));
  });
});

describe('planReturns', () => {
  it('takes from the newest bill first, and no more than is needed', () => {
    expect(planReturns(500, 100, [{ billId: 9, usedFen: 300 }, { billId: 7, usedFen: 300 }])).toEqual({ returns: [{ billId: 9, amountFen: 300 }, { billId: 7, amountFen: 100 }], missingFen: 0 }); // its example
    expect(planReturns(100, 100, [{ billId: 9, usedFen: 300 }])).toEqual({ returns: [], missingFen: 0 });
    expect(planReturns(500, 100, [{ billId: 9, usedFen: 300 }])).toEqual({ returns: [{ billId: 9, amountFen: 300 }], missingFen: 100 });
  });

  it('makes the home hold what is needed, or says what is missing', () => {
    const uses = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 8 }).map((list) => list.map((usedFen, index) => ({ billId: 99 - index, usedFen })));
    fc.assert(fc.property(fc.nat({ max: 3_000 }), fc.nat({ max: 1_000 }), uses, (needed, held, list) => {
      const { returns, missingFen } = planReturns(needed, held, list);
      const given = returns.reduce((sum, { amountFen }) => sum + amountFen, 0);
      if (missingFen > 0) expect(held + given + missingFen).toBe(needed);
      else expect(held + given).toBe(Math.max(held, needed));
      for (const { billId, amountFen } of returns) expect(amountFen).toBeLessThanOrEqual(list.find((use) => use.billId === billId)?.usedFen ?? 0);
    }));
  });
});
