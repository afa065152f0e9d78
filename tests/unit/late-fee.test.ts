import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lateFee, lateNote, type LateBill, type LateRule } from '../../shared/domain/late-fee.ts';
import { addDays } from '../../shared/domain/period.ts';

const RULE: LateRule = { rateE6: 500, graceDays: 0, capPermille: 1000 };
const BILL: LateBill = { dueOn: '2026-08-25', amountFen: 16_260, openFen: 16_260, chargedFen: 0, chargedTo: null };

describe('lateFee', () => {
  it.each([
    ['its example', {}, {}, '2026-11-05', { from: '2026-08-25', to: '2026-11-05', days: 72, amountFen: 585 }],
    ['not on the due day', {}, {}, '2026-08-25', undefined],
    ['the day after', {}, {}, '2026-08-26', { from: '2026-08-25', to: '2026-08-26', days: 1, amountFen: 8 }],
    ['not before it is due', {}, {}, '2026-08-01', undefined],
    ['off', { rateE6: 0 }, {}, '2026-11-05', undefined],
    ['the last day of grace', { graceDays: 30 }, {}, '2026-09-24', undefined],
    ['after the grace, from the due date on', { graceDays: 30 }, {}, '2026-09-25', { from: '2026-08-25', to: '2026-09-25', days: 31, amountFen: 252 }],
    ['on what is owed only', {}, { openFen: 6_260 }, '2026-11-05', { from: '2026-08-25', to: '2026-11-05', days: 72, amountFen: 225 }],
    ['paid in full', {}, { openFen: 0 }, '2026-11-05', undefined],
    ['charged to this very day', {}, { chargedFen: 585, chargedTo: '2026-11-05' }, '2026-11-05', undefined],
    ['charged to a later day', {}, { chargedFen: 600, chargedTo: '2026-11-09' }, '2026-11-05', undefined],
    ['after an earlier charge', {}, { chargedFen: 300, chargedTo: '2026-10-05' }, '2026-11-05', { from: '2026-10-05', to: '2026-11-05', days: 31, amountFen: 252 }],
    ['up to the cap', { capPermille: 30 }, {}, '2026-11-05', { from: '2026-08-25', to: '2026-11-05', days: 72, amountFen: 487 }],
    ['what earlier charges leave of the cap', { capPermille: 30 }, { chargedFen: 480, chargedTo: '2026-10-05' }, '2026-11-05', { from: '2026-10-05', to: '2026-11-05', days: 31, amountFen: 7 }],
    ['nothing beyond the cap', { capPermille: 30 }, { chargedFen: 487, chargedTo: '2026-10-05' }, '2026-11-05', undefined],
    ['less than half a fen', {}, { openFen: 10 }, '2026-08-26', undefined],
    ['amounts beyond 2⁵³ in between', { rateE6: 100_000, capPermille: 10_000 }, { amountFen: 1_000_000_000_000, openFen: 1_000_000_000_000 }, '2026-09-04', { from: '2026-08-25', to: '2026-09-04', days: 10, amountFen: 1_000_000_000_000 }],
  ] as const)('%s', (_, rule, bill, on, expected) => {
    expect(lateFee({ ...RULE, ...rule }, { ...BILL, ...bill }, on)).toEqual(expected);
  });

  const anyRule = fc.record({ rateE6: fc.integer({ min: 1, max: 100_000 }), graceDays: fc.nat({ max: 60 }), capPermille: fc.nat({ max: 10_000 }) });
  const anyBill = fc.integer({ min: 1, max: 10_000_000 }).chain((amountFen) => fc.record({ dueOn: fc.constant('2026-01-25'), amountFen: fc.constant(amountFen), openFen: fc.integer({ min: 0, max: amountFen }), chargedFen: fc.constant(0), chargedTo: fc.constant(null) }));
  const day = fc.nat({ max: 900 }).map((days) => addDays('2026-01-01', days));
  const feeOf = (rule: LateRule, bill: LateBill, on: string): number => lateFee(rule, bill, on)?.amountFen ?? 0;

  it('is never above the cap and never falls with time', () => {
    fc.assert(fc.property(anyRule, anyBill, day, day, (rule, bill, one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      expect(feeOf(rule, bill, first)).toBeLessThanOrEqual(feeOf(rule, bill, second));
      expect(feeOf(rule, bill, second)).toBeLessThanOrEqual((bill.amountFen * rule.capPermille) / 1000);
    }));
  });

  it('charged twice on the way comes to what it would have been at once, but for the rounding of a line', () => {
    fc.assert(fc.property(anyRule, anyBill, day, day, (rule, bill, one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      const earlier = lateFee(rule, bill, first);
      const later = feeOf(rule, { ...bill, chargedFen: earlier?.amountFen ?? 0, chargedTo: earlier?.to ?? null }, second);
      expect(Math.abs((earlier?.amountFen ?? 0) + later - feeOf(rule, bill, second))).toBeLessThanOrEqual(1);
    }));
  });

  it('is charged once on a day, however often it is asked', () => {
    fc.assert(fc.property(anyRule, anyBill, day, (rule, bill, on) => {
      const fee = lateFee(rule, bill, on);
      if (fee) expect(lateFee(rule, { ...bill, chargedFen: fee.amountFen, chargedTo: fee.to }, on)).toBeUndefined();
    }));
  });
});

it('says how a late fee came about', () => {
  expect(lateNote('物业费 2026-08', 16_260, 72, 500)).toBe('物业费 2026-08　162.60 × 72 天 × 0.05%');
  expect(lateNote('期初', 1_234_567, 1, 30_000)).toBe('期初　12,345.67 × 1 天 × 3%');
  expect(lateNote('水费', 100, 9, 100_000)).toBe('水费　1.00 × 9 天 × 10%');
  expect(lateNote('水费', 100, 9, 1)).toBe('水费　1.00 × 9 天 × 0.0001%');
});
