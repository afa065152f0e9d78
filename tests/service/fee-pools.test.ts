import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../db/sql.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { balanceOf, givenHome, givenHomes, openBills, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

type Item = CallInput<'fees.defineItem'>;
const LIFT: Item = { code: 'lift-power', name: '电梯电费', fund: 'agency', from: '2026-01-01', basis: 'pool', split: 'area' };

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const define = (change: Partial<Item> = {}) => office.get('fees.defineItem', { ...LIFT, ...change });
const cost = (amountFen: number, change: Partial<CallInput<'fees.setPool'>> = {}) => office.call('fees.setPool', { item: 'lift-power', month: '2026-10', amountFen, ...change }, { as: 'office' });
const issue = (month = '2026-10', one = office) => one.get('fees.issueBills', { month, items: ['lift-power'], commit: true });
const shares = async (one = office): Promise<number[]> => (await one.get('fees.listBills', { item: 'lift-power', limit: 1000 })).items.filter(({ cancelled }) => !cancelled).map(({ amountFen }) => amountFen);
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

describe('a pool', () => {
  it('is split by area among the homes that are billed, to the fen, and says what was split', async () => {
    const [home] = await givenHomes(office, [{ areaDm2: 10_000 }, { areaDm2: 5_000 }, { areaDm2: 5_000 }, { status: '未售', areaDm2: 99_000 }]) as [GivenHome];
    await define();
    await cost(10_001, { note: '10 月电费单' });
    expect(await issue()).toEqual({ issued: 3, amountFen: 10_001, reducedFen: 0, skipped: [{ label: '3-2-504', reason: 'UNSOLD', item: 'lift-power' }] });
    expect(await shares()).toEqual([5_001, 2_500, 2_500]);
    expect(await openBills(office, home)).toMatchObject([{ basis: 'pool', areaDm2: 10_000, rateE4: null, note: '10 月电费单 · 总额 100.01 元', from: '2026-10-01', to: '2026-11-01' }]);
    expect(await balanceOf(office, '2241.02')).toBe(-10_001);
    expect((await office.get('fees.listPools', {}, { as: 'auditor' })).items).toEqual([{ item: 'lift-power', name: '电梯电费', month: '2026-10', amountFen: 10_001, billedFen: 10_001, bills: 3, note: '10 月电费单' }]);
  });

  it('is split evenly; who gets no fen of it is told so', async () => {
    await givenHomes(office, [{}, {}, {}]);
    await define({ split: 'homes' });
    await cost(2);
    expect(await issue()).toMatchObject({ issued: 2, amountFen: 2, skipped: [{ label: '3-2-503', reason: 'NO_SHARE' }] });
    expect(await shares()).toEqual([1, 1]);
  });

  it('is split by what meters ran, before and after those were billed', async () => {
    const homes = await givenHomes(office, [{}, {}, {}]);
    await define({ code: 'water', name: '水费', basis: 'meter', rateE4: 32_000, unit: '吨', split: undefined });
    await define({ split: 'quantity', splitItem: 'water' });
    for (const [index, value] of [30, 10].entries()) {
      for (const [readOn, valueE4] of [['2026-09-30', 0], ['2026-10-31', value * 10_000]] as const) await office.get('meters.record', { homeId: homes[index]?.homeId ?? 0, item: 'water', readOn, valueE4 });
    }
    await cost(1_000);
    const drafted = (await office.get('fees.previewBills', { month: '2026-10', items: ['lift-power'] })).lines.map(({ amountFen, quantityE4 }) => [amountFen, quantityE4]);
    expect(drafted).toEqual([[750, 300_000], [250, 100_000]]);
    expect((await office.get('fees.issueBills', { month: '2026-10', commit: true })).skipped.filter(({ item }) => item !== 'property')).toEqual(['water', 'lift-power'].map((item) => ({ label: '3-2-503', reason: 'NO_METER', item })));
    expect((await office.get('fees.listBills', { item: 'lift-power' })).items.map(({ amountFen, quantityE4 }) => [amountFen, quantityE4])).toEqual(drafted);
  });

  it('waits for its cost, and never collects more than that', async () => {
    await givenHomes(office, [{}, {}]);
    await define();
    expect((await issue()).skipped.map(({ reason }) => reason)).toEqual(['NO_POOL', 'NO_POOL']);
    await cost(1_000);
    await cost(900);
    await issue();
    await expectRefused(office, () => cost(1_000), 'POOL_ALREADY_BILLED', { item: 'lift-power', month: '2026-10', billedFen: 900 });
    await givenHome(office, { room: '601' });
    expect(await issue()).toMatchObject({ issued: 0, skipped: [{ reason: 'ALREADY_ISSUED' }, { reason: 'ALREADY_ISSUED' }, { label: '3-2-601', reason: 'POOL_SPENT' }] });
    // What a cancelled bill leaves goes to whoever has none.
    const { items } = await office.get('fees.listBills', { item: 'lift-power' });
    await office.get('fees.cancelBill', { billId: items[0]?.billId ?? 0, reason: '重分' });
    expect(await issue()).toMatchObject({ issued: 2, amountFen: 450 });
    expect((await shares()).sort()).toEqual([225, 225, 450]);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });

  it('that was billed beyond its cost is found', async () => {
    await givenHomes(office, [{}]);
    await define();
    await cost(1_000);
    await issue();
    await run(office.raw, 'update pool set amount_fen = 999');
    expect((await office.get('ledger.verify', {})).problems).toEqual([{ kind: 'POOL', subject: '电梯电费 2026-10', detail: '1000 > 999' }]);
  });

  it('can be said anew when all its bills were cancelled', async () => {
    await givenHomes(office, [{}]);
    await define();
    await cost(1_000);
    await issue();
    await office.get('fees.cancelBill', { billId: 1, reason: '电费单有误' });
    await cost(1_200);
    await issue();
    expect(await shares()).toEqual([1_200]);
  });

  it('gives a corrected bill no more than is left', async () => {
    await givenHomes(office, [{}, {}]);
    await define();
    await cost(1_000);
    await issue();
    await expectRefused(office, () => office.call('fees.correctBill', { billId: 1, amountFen: 501, reason: '多分' }), 'POOL_EXCEEDED', { item: 'lift-power', month: '2026-10', remainingFen: 500 });
    await office.get('fees.correctBill', { billId: 1, amountFen: 400, reason: '少分' });
    await expectRefused(office, () => office.call('fees.correctBill', { billId: 2, amountFen: 601, reason: '补分' }), 'POOL_EXCEEDED', { item: 'lift-power', month: '2026-10', remainingFen: 600 });
    await office.get('fees.correctBill', { billId: 2, amountFen: 600, reason: '补分' });
    expect((await shares()).sort()).toEqual([400, 600]);
  });

  it('of a quarter has its cost in the quarter’s last month', async () => {
    await givenHomes(office, [{}]);
    await define({ cycle: 'quarter' });
    await expectRefused(office, () => cost(1_000), 'POOL_NOT_DUE', { item: 'lift-power', month: '2026-10', due: '2026-12' });
    await cost(1_000, { month: '2026-09' });
    expect(await issue('2026-09')).toMatchObject({ issued: 1, amountFen: 1_000 });
    expect((await office.get('fees.listBills', { item: 'lift-power' })).items).toMatchObject([{ from: '2026-07-01', to: '2026-10-01' }]);
  });

  it.each([
    [{ item: 'gas' }, 'NO_SUCH_ITEM'], [{ item: 'property' }, 'NOT_A_POOL'], [{ month: '2025-12' }, 'MONTH_BEFORE_OPENING'], [{ amountFen: 0 }, 'BAD_INPUT'], [{ amountFen: -5 }, 'BAD_INPUT'], [{ amountFen: 0.5 }, 'BAD_INPUT'], [{ month: '2026-13' }, 'BAD_INPUT'],
  ] as const)('refuses %o as %s', async (change, code) => {
    await define();
    await expectRefused(office, () => cost(1_000, change), code);
  });

  it('is told by the manager and the office only', async () => {
    await define();
    expect(await office.call('fees.setPool', { item: 'lift-power', month: '2026-10', amountFen: 1 }, { as: 'cashier' })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('is conserved over any history of homes that come, bills that are cancelled or corrected, and runs', async () => {
    const turn = fc.oneof(
      fc.record({ do: fc.constant('home' as const), areaDm2: fc.integer({ min: 1, max: 30_000 }) }), fc.record({ do: fc.constant('issue' as const) }),
      fc.record({ do: fc.constant('cancel' as const), at: fc.nat({ max: 30 }) }), fc.record({ do: fc.constant('correct' as const), at: fc.nat({ max: 30 }), percent: fc.integer({ min: 1, max: 130 }) }),
    );
    await fc.assert(fc.asyncProperty(fc.constantFrom('area', 'homes'), fc.integer({ min: 1, max: 100_000 }), fc.array(turn, { minLength: 2, maxLength: 12 }), async (split, amountFen, turns) => {
      const one = await openOffice();
      await one.get('fees.defineItem', { ...LIFT, split });
      await one.get('fees.setPool', { item: 'lift-power', month: '2026-10', amountFen });
      await givenHome(one, { room: '100' });
      for (const [index, step] of turns.entries()) {
        const living = (await one.get('fees.listBills', { item: 'lift-power', limit: 1000 })).items.filter(({ cancelled }) => !cancelled);
        const bill = 'at' in step ? living[step.at % Math.max(1, living.length)] : undefined;
        if (step.do === 'home') await givenHome(one, { room: String(101 + index), areaDm2: step.areaDm2 });
        if (step.do === 'cancel' && bill) await one.get('fees.cancelBill', { billId: bill.billId, reason: '重分' });
        if (step.do === 'correct' && bill) {
          const wanted = Math.max(1, Math.floor((bill.amountFen * step.percent) / 100));
          const reply = await one.call('fees.correctBill', { billId: bill.billId, amountFen: wanted, reason: '更正' });
          expect(reply.ok).toBe(wanted <= amountFen - sum(living.map((each) => each.amountFen)) + bill.amountFen);
        }
        if (step.do === 'issue') {
          const before = sum(living.map((each) => each.amountFen));
          const { issued, amountFen: added } = await issue('2026-10', one);
          expect(added).toBe(issued > 0 ? amountFen - before : 0);
        }
        expect(sum(await shares(one))).toBeLessThanOrEqual(amountFen);
      }
      expect((await one.get('ledger.verify', {})).problems).toEqual([]);
      expect(one.bugs).toEqual([]);
      await one.close();
    }), { numRuns: 40 });
  }, 60_000);
});
