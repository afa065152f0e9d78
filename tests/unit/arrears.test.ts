import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageBucket, ageBuckets, bucketStarts, lapsesOn, latestBeginning, limitationOf } from '../../shared/domain/arrears.ts';
import { collectionRatios, periodOf, permyriad } from '../../shared/domain/collection.ts';
import { planNotices } from '../../shared/domain/dunning.ts';
import { addDays, daysBetween } from '../../shared/domain/period.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));

describe('the age of a bill', () => {
  it.each([
    ['2026-11-05', 'notDue'], ['2026-11-06', 'notDue'], ['2026-11-04', 'd1-30'], ['2026-10-06', 'd1-30'], ['2026-10-05', 'd31-60'], ['2026-09-06', 'd31-60'], ['2026-09-05', 'd61-90'], ['2026-08-07', 'd61-90'],
    ['2026-08-06', 'd91-180'], ['2026-05-09', 'd91-180'], ['2026-05-08', 'd181-365'], ['2025-11-05', 'd181-365'], ['2025-11-04', 'y1-2'], ['2024-11-05', 'y1-2'], ['2024-11-04', 'y2-3'], ['2023-11-06', 'y2-3'], ['2023-11-05', 'y3+'], ['2001-01-01', 'y3+'],
  ])('due on %s is %s on 2026-11-05', (dueOn, bucket) => {
    expect(ageBucket(dueOn, '2026-11-05')).toBe(bucket);
  });

  it('is the first bucket whose start is not after the due date: what the SQL computes', () => {
    fc.assert(fc.property(day, day, (dueOn, on) => {
      const index = bucketStarts(on).findIndex((start) => dueOn >= start);
      expect(ageBuckets[index === -1 ? ageBuckets.length - 1 : index]).toBe(ageBucket(dueOn, on));
    }));
  });

  it('never falls as days pass', () => {
    fc.assert(fc.property(day, day, fc.nat({ max: 900 }), (dueOn, on, later) => {
      expect(ageBuckets.indexOf(ageBucket(dueOn, addDays(on, later)))).toBeGreaterThanOrEqual(ageBuckets.indexOf(ageBucket(dueOn, on)));
    }));
  });
});

describe('limitation', () => {
  it.each([
    ['2023-12-25', null, '2026-12-25'], ['2023-12-25', '2024-06-01', '2027-06-01'], ['2023-12-25', '2023-12-01', '2026-12-25'], ['2024-02-29', null, '2027-02-28'], ['2023-12-25', '2024-02-29', '2027-02-28'],
  ])('due on %s, demanded %s, ends on %s', (dueOn, demandedOn, last) => {
    expect(lapsesOn(dueOn, demandedOn)).toBe(last);
  });

  it('a later demand never brings it forward, and only a later one moves it', () => {
    fc.assert(fc.property(day, day, (dueOn, demandedOn) => {
      expect(lapsesOn(dueOn, demandedOn) >= lapsesOn(dueOn, null)).toBe(true);
      if (demandedOn <= dueOn) expect(lapsesOn(dueOn, demandedOn)).toBe(lapsesOn(dueOn, null));
    }));
  });

  it('ends by a day exactly when it began by the latest beginning for that day: what the SQL compares', () => {
    fc.assert(fc.property(day, fc.integer({ min: -4, max: 4 }), (began, shift) => {
      const last = addDays(lapsesOn(began, null), shift);
      expect(lapsesOn(began, null) <= last).toBe(began <= latestBeginning(last));
    }), { numRuns: 3000 });
  });

  it.each([['2026-11-04', 'lapsed'], ['2026-11-05', 'lapsing'], ['2027-02-03', 'lapsing'], ['2027-02-04', 'running']])('that ends on %s is %s on 2026-11-05', (last, state) => {
    expect(limitationOf(last, '2026-11-05')).toBe(state);
    expect(daysBetween('2026-11-05', '2027-02-03')).toBe(90);
  });
});

describe('collection rates', () => {
  const figures = { current: { billedFen: 10_000, cancelledFen: 1_000, collectedFen: 6_000 }, arrears: { openingFen: 3_000, collectedFen: 750 }, households: { billed: 3, paid: 2 } };

  it('are fractions of what domain.md names', () => {
    expect(collectionRatios(figures)).toEqual({
      current: { numerator: 6_000, denominator: 9_000 }, arrears: { numerator: 750, denominator: 3_000 }, combined: { numerator: 6_750, denominator: 12_000 }, households: { numerator: 2, denominator: 3 },
    });
  });

  it.each([[2, 3, 6667], [1, 3, 3333], [1, 20_000, 1], [1, 20_001, 0], [0, 5, 0], [5, 5, 10_000], [-1, 3, -3333]])('%d of %d is %d hundredths of a percent', (numerator, denominator, expected) => {
    expect(permyriad({ numerator, denominator })).toBe(expected);
  });

  it('have no number without a denominator', () => {
    expect(permyriad({ numerator: 5, denominator: 0 })).toBeUndefined();
  });

  it.each([['2026-02', 'month', '2026-02', '2026-02'], ['2026-02', 'quarter', '2026-01', '2026-03'], ['2026-12', 'quarter', '2026-10', '2026-12'], ['2026-07', 'year', '2026-01', '2026-12']] as const)('%s lies in a %s of %s to %s', (month, period, from, to) => {
    expect(periodOf(month, period)).toEqual({ from, to });
  });
});

describe('planning notices', () => {
  const bill = fc.record({ homeId: fc.integer({ min: 1, max: 4 }), openFen: fc.integer({ min: 1, max: 9_999 }) });

  it('puts every bill into exactly one notice, a former owner’s into his own', () => {
    fc.assert(fc.property(fc.array(bill, { maxLength: 20 }), fc.array(fc.nat({ max: 19 }), { maxLength: 8 }), (list, kept) => {
      const bills = list.map((one, index) => ({ ...one, billId: index + 1, label: `1-1-${String(one.homeId)}` }));
      const former = [1, 2].map((homeId) => ({ homeId, names: `原${String(homeId)}`, former: true, payer: '', billIds: bills.filter((one) => one.homeId === homeId && kept.includes(one.billId)).map(({ billId }) => billId) }));
      const notices = planNotices(bills, [...[1, 2, 3].map((homeId) => ({ homeId, names: `现${String(homeId)}`, former: false, payer: '', billIds: [] })), ...former]);
      expect(notices.flatMap(({ lines }) => lines.map(({ billId }) => billId)).sort((a, b) => a - b)).toEqual(bills.map(({ billId }) => billId));
      for (const notice of notices) {
        expect(notice.former).toBe(notice.debtor.startsWith('原'));
        for (const { billId } of notice.lines) expect(bills.find((one) => one.billId === billId)?.homeId).toBe(notice.homeId);
      }
      expect(new Set(notices.map(({ homeId, debtor }) => `${String(homeId)} ${debtor}`)).size).toBe(notices.length);
    }));
  });
});
