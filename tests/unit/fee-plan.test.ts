import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HomeForBilling } from '../../shared/domain/fee.ts';
import { planItem, type Billed, type ItemToPlan } from '../../shared/domain/fee-plan.ts';

const home: HomeForBilling = { homeId: 1, label: '3-2-501', building: '3', homeType: 'residence', status: 'occupied', areaDm2: 10_840, handoverOn: '2019-06-01', merged: false };
const item: ItemToPlan = {
  basis: 'area', cycle: { cycle: 'month', afterwards: false, first: 'days', from: '1900-01-01', to: null }, rateOf: () => 15_000, billedOf: () => undefined, usageOf: () => ({ skip: 'NO_METER' }), pool: undefined,
};
const WHOLE = { numerator: 1, denominator: 1 };
const APRIL = { from: '2026-04-01', to: '2026-05-01' };
const billed = (change: Partial<Billed>): Billed => ({ nextVersion: 0, issued: false, living: [], ...change });
const planOne = (change: Partial<ItemToPlan>, of: Partial<HomeForBilling> = {}) => {
  const { bills, skipped } = planItem({ ...item, ...change }, [{ ...home, ...of }], '2026-04');
  return bills[0] ?? skipped[0]?.reason;
};

const SKIPPED: [Partial<HomeForBilling>, Partial<ItemToPlan>, string][] = [
  [{ status: 'unsold' }, {}, 'UNSOLD'], [{ merged: true }, {}, 'MERGED'], [{ handoverOn: '2026-05-01' }, {}, 'NOT_HANDED_OVER'], [{ status: 'unsold' }, { rateOf: () => undefined }, 'UNSOLD'],
  [{}, { rateOf: () => undefined }, 'NO_RATE'], [{ areaDm2: 1 }, { rateOf: () => 1 }, 'NO_RATE'], // a fee that rounds to nothing is no bill
  [{}, { cycle: { ...item.cycle, cycle: 'year' } }, 'NOT_DUE'], [{}, { basis: 'meter' }, 'NO_METER'], [{}, { basis: 'meter', usageOf: () => ({ skip: 'READING_FALLS' }) }, 'READING_FALLS'],
  [{}, { basis: 'meter', usageOf: () => ({ quantityE4: 1 }), rateOf: () => 1 }, 'NO_USE'], [{}, { basis: 'meter', usageOf: () => ({ quantityE4: 10_000 }), rateOf: () => undefined }, 'NO_RATE'],
  [{}, { basis: 'pool' }, 'NO_POOL'], [{}, { basis: 'pool', pool: { remainingFen: 0, split: 'homes' } }, 'POOL_SPENT'], [{}, { basis: 'pool', pool: { remainingFen: 100, split: 'quantity' } }, 'NO_METER'],
  [{}, { basis: 'pool', pool: { remainingFen: 100, split: 'quantity' }, usageOf: () => ({ quantityE4: 0 }) }, 'NO_SHARE'],
  [{}, { billedOf: () => billed({ issued: true, living: [APRIL] }) }, 'ALREADY_ISSUED'], [{ status: 'unsold' }, { billedOf: () => billed({ issued: true }) }, 'ALREADY_ISSUED'],
  [{}, { billedOf: () => billed({ living: [{ from: '2026-02-01', to: '2026-04-02' }] }) }, 'ALREADY_ISSUED'],
];

describe('planItem', () => {
  it('bills a whole month', () => {
    expect(planOne({})).toEqual({ home, ...APRIL, months: 1, share: WHOLE, areaDm2: 10_840, rateE4: 15_000, quantityE4: null, version: 0, amountFen: 16_260 });
  });

  it.each(['vacant', 'let', 'occupied'] as const)('bills a home that is %s', (status) => {
    expect(planOne({}, { status })).toMatchObject({ amountFen: 16_260 });
  });

  it.each([
    ['days', { amountFen: 5_420, from: '2026-04-21', share: { numerator: 10, denominator: 30 } }], ['half', { amountFen: 8_130, from: '2026-04-01', share: { numerator: 1, denominator: 2 } }], ['full', { amountFen: 16_260, from: '2026-04-01', share: WHOLE }],
  ] as const)('bills the first month by its rule: %s', (first, bill) => {
    expect(planOne({ cycle: { ...item.cycle, first } }, { handoverOn: '2026-04-21' })).toMatchObject(bill);
  });

  it.each(SKIPPED)('skips %o of %o as %s', (of, change, reason) => {
    expect(planOne(change, of)).toBe(reason);
  });

  it('issues a cancelled bill again as its next version, beside bills that only touch it', () => {
    expect(planOne({ billedOf: () => billed({ nextVersion: 2, living: [{ from: '2026-03-01', to: '2026-04-01' }, { from: '2026-05-01', to: '2026-06-01' }] }) })).toMatchObject({ version: 2, amountFen: 16_260 });
  });

  it('prices homes and meters', () => {
    expect(planOne({ basis: 'home', rateOf: () => 100_000, cycle: { ...item.cycle, cycle: 'quarter' } })).toMatchObject({ amountFen: 3_000, months: 3, areaDm2: null, rateE4: 100_000 });
    expect(planOne({ basis: 'meter', rateOf: () => 35_500, usageOf: () => ({ quantityE4: 120_000 }) })).toMatchObject({ amountFen: 4_260, months: 1, areaDm2: null, quantityE4: 120_000 });
  });

  it('asks for the rate of each home', () => {
    const { bills } = planItem({ ...item, rateOf: ({ building }) => (building === '3' ? 10_000 : 20_000) }, [home, { ...home, homeId: 2, building: '4' }], '2026-04');
    expect(bills.map(({ amountFen }) => amountFen)).toEqual([10_840, 21_680]);
  });
});

const homes = fc.array(fc.record({ areaDm2: fc.integer({ min: 1, max: 50_000 }), unsold: fc.boolean(), used: fc.option(fc.nat({ max: 1_000_000 }), { nil: undefined }) }), { maxLength: 30 })
  .map((list) => list.map(({ areaDm2, unsold, used }, index) => ({ used, home: { ...home, homeId: index + 1, areaDm2, status: unsold ? 'unsold' : 'occupied' } satisfies HomeForBilling })));

describe('a pool', () => {
  it('is billed whole, to the fen, or to nobody; every home has its bill or its reason', () => {
    fc.assert(fc.property(homes, fc.integer({ min: 1, max: 10_000_000 }), fc.constantFrom('area', 'homes', 'quantity'), (list, remainingFen, split) => {
      const pool: ItemToPlan = { ...item, basis: 'pool', cycle: { ...item.cycle, afterwards: true }, pool: { remainingFen, split }, usageOf: (homeId) => {
        const used = list[homeId - 1]?.used;
        return used === undefined ? { skip: 'NO_METER' } : { quantityE4: used };
      } };
      const { bills, skipped } = planItem(pool, list.map((one) => one.home), '2026-04');
      const sharing = list.some((one) => one.home.status !== 'unsold' && (split !== 'quantity' || (one.used ?? 0) > 0));
      expect(bills.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(sharing ? remainingFen : 0);
      expect(bills.length + skipped.length).toBe(list.length);
      expect(bills.every(({ amountFen }) => amountFen > 0)).toBe(true);
    }));
  });
});
