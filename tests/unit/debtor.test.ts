import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debtorOf } from '../../shared/domain/debtor.ts';
import { addDays } from '../../shared/domain/period.ts';

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
const changes = fc.array(fc.record({ on: day, arrears: fc.constantFrom('seller' as const, 'buyer' as const) }), { maxLength: 6 }).map((list) => list.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
const bill = fc.record({ from: day, days: fc.integer({ min: 0, max: 40 }) }).map(({ from, days }) => ({ from, to: addDays(from, days) }));

describe('who owes a bill', () => {
  const kept = { on: '2026-05-10', arrears: 'seller' as const };
  const taken = { on: '2026-03-10', arrears: 'buyer' as const };
  it.each([
    ['2026-04-01', '2026-05-01', [kept], kept], ['2026-05-01', '2026-06-01', [kept], kept], ['2026-05-10', '2026-06-01', [kept], undefined], ['2026-06-01', '2026-07-01', [kept], undefined],
    // Opening arrears: an empty period, owed for the time before it.
    ['2026-05-10', '2026-05-10', [kept], kept], ['2026-05-11', '2026-05-11', [kept], undefined],
    // The first buyer took over, and then kept it as a seller.
    ['2026-02-01', '2026-03-01', [taken, kept], kept], ['2026-02-01', '2026-03-01', [taken], undefined],
    // What an earlier seller kept no later buyer takes over.
    ['2026-02-01', '2026-03-01', [{ on: '2026-03-01', arrears: 'seller' as const }, { on: '2026-04-01', arrears: 'buyer' as const }], { on: '2026-03-01', arrears: 'seller' as const }],
  ])('of %s to %s', (from, to, list, owed) => {
    expect(debtorOf({ from, to }, list)).toEqual(owed);
  });

  it('is the present owner when no seller kept arrears', () => {
    fc.assert(fc.property(bill, changes, (of, list) => {
      expect(debtorOf(of, list.map((change) => ({ ...change, arrears: 'buyer' as const })))).toBeUndefined();
    }));
  });

  it('does not change by a later change of owner, once a seller kept it', () => {
    fc.assert(fc.property(bill, changes, changes, (of, list, later) => {
      const owed = debtorOf(of, list);
      if (owed) expect(debtorOf(of, [...list, ...later])).toEqual(owed);
    }));
  });

  it('sold before the period began is never the seller’s', () => {
    fc.assert(fc.property(bill, changes, (of, list) => {
      const owed = debtorOf(of, list);
      if (owed) expect(of.from < owed.on || of.to <= owed.on).toBe(true);
      else expect(list.filter(({ arrears }) => arrears === 'seller').every(({ on }) => of.from >= on)).toBe(true);
    }));
  });
});
