import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readReturn } from '../../renderer/pages/deposits/read-return.ts';
import { actionOfKey, actionsOf, stateOf } from '../../renderer/pages/payments/receipt-state.ts';
import { readRecordsRoute, recordsParams } from '../../renderer/pages/payments/records-route.ts';
import { parsePercent, percentText } from '../../renderer/pages/settings/percent.ts';
import { quantity } from '../../renderer/text/formats.ts';

const receipt = { reversalKind: null, refundedFen: 0, amountFen: 10_000, invoiceNo: null, voidable: false };

describe('a receipt', () => {
  it.each([
    [{}, 'normal'], [{ refundedFen: 100 }, 'part'], [{ reversalKind: 'void' as const }, 'void'], [{ reversalKind: 'reversal' as const }, 'reversal'], [{ reversalKind: 'refund' as const, refundedFen: 10_000 }, 'refund'],
  ])('%o is %s', (change, state) => {
    expect(stateOf({ ...receipt, ...change })).toBe(state);
  });

  it.each([
    ['manager', {}, ['reverse', 'refund', 'invoice']], ['manager', { voidable: true }, ['void', 'refund', 'invoice']], ['manager', { refundedFen: 100 }, ['refund', 'invoice']],
    ['manager', { refundedFen: 10_000 }, []], ['manager', { reversalKind: 'void' as const, voidable: true }, []],
    ['cashier', {}, ['invoice']], ['cashier', { voidable: true, invoiceNo: '044' }, ['void']], ['office', { voidable: true }, ['invoice']], ['auditor', { voidable: true }, []],
  ] as const)('of %s with %o allows %o', (role, change, actions) => {
    expect(actionsOf({ ...receipt, ...change }, role)).toEqual(actions);
  });

  it('has a key for each action that is allowed', () => {
    expect(actionOfKey('v', ['void', 'refund'])).toBe('void');
    expect(actionOfKey('R', ['void', 'refund'])).toBeUndefined();
    expect(actionOfKey('x', ['void'])).toBeUndefined();
  });
});

describe('readReturn', () => {
  it.each([
    ['', '500', 150_000, 50_000, undefined], ['', '', 200_000, 0, undefined], ['1000', '500', 100_000, 50_000, undefined], ['0', '2000', 0, 200_000, undefined],
    ['1500.01', '500', 0, 50_000, 'returned'], ['', '2000.01', 0, 0, 'retained'], ['x', '', 0, 0, 'returned'], ['', '-1', 0, 0, 'retained'], ['0', '', 0, 0, 'returned'],
  ])('%s to give back, %s retained of 2000.00', (returnedText, retainedText, returnedFen, retainedFen, problem) => {
    expect(readReturn({ returnedText, retainedText }, 200_000)).toEqual({ returnedFen, retainedFen, problem });
  });
});

describe('percentages', () => {
  it.each([['0.05', 500], ['0', 0], ['0.05%', 500], ['１', 10_000], ['10', 100_000], ['10.0001', undefined], ['0.00001', undefined], ['-1', undefined], ['', undefined], ['abc', undefined]])('%s per day is %s', (text, rateE6) => {
    expect(parsePercent(text, { decimals: 4, most: 100_000 })).toBe(rateE6);
  });

  it('are read as they are written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), (value) => {
      expect(parsePercent(percentText(value, 4), { decimals: 4, most: 100_000 })).toBe(value);
    }));
    expect(percentText(1_000, 1)).toBe('100');
  });
});

describe('quantity', () => {
  it.each([[120_000, '12'], [123_500, '12.35'], [1, '0.0001'], [0, '0'], [123_450_000, '12,345']])('%i is %s', (quantityE4, text) => {
    expect(quantity(quantityE4)).toBe(text);
  });
});

describe('the address of the records', () => {
  it('is read as it was written, and unknown values are dropped', () => {
    const route = { view: 'deposits' as const, search: '3-2', on: '2026-10-31', homeId: 12, chosen: 'YJ-2026-000001', everyDeposit: true };
    const params = new URLSearchParams(Object.entries(recordsParams(route)).map(([name, value]) => [name, String(value)]));
    expect(readRecordsRoute(params)).toEqual(route);
    expect(readRecordsRoute(new URLSearchParams('view=x&on=yesterday&of=-1'))).toEqual({ view: 'receipts', everyDeposit: false });
  });
});
