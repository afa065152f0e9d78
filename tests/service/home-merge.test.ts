import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { givenHomes, givenPayment, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let homes: GivenHome[];
beforeEach(async () => {
  office = await openOffice();
  homes = await givenHomes(office, [{ areaDm2: 8_000 }, { areaDm2: 6_000, arrearsFen: 5_000 }, { areaDm2: 3_000 }]);
});
afterEach(() => office.close());

const idOf = (index: number): number => homes[index]?.homeId ?? 0;
const mergeOf = (change: Partial<CallInput<'homes.merge'>> = {}): CallInput<'homes.merge'> => ({ into: idOf(0), homeIds: [idOf(1)], on: '2026-11-01', ...change });
const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const get = (index: number) => office.get('homes.get', { homeId: idOf(index) });

describe('homes.merge', () => {
  it('bills the whole home from the day on, and the merged one no more', async () => {
    await issue('2026-10');
    expect(await office.get('homes.merge', mergeOf({ note: '打通' }))).toEqual({ areaDm2: 14_000, openFen: 14_000 });
    expect((await issue('2026-11')).skipped).toMatchObject([{ label: '3-2-502', reason: 'MERGED' }]);
    expect((await openBills(office, homes[0] as GivenHome)).map(({ amountFen, areaDm2 }) => [amountFen, areaDm2])).toEqual([[12_000, 8_000], [21_000, 14_000]]);
    expect(await get(0)).toMatchObject({ areaDm2: 14_000, mergedInto: null });
    expect(await get(1)).toMatchObject({ mergedInto: '3-2-501', mergedOn: '2026-11-01', openFen: 14_000 });
  });

  it('leaves months before the day as they were, also when they are billed later', async () => {
    await office.get('homes.merge', mergeOf());
    await issue('2026-10');
    expect((await openBills(office, homes[0] as GivenHome)).map(({ amountFen }) => amountFen)).toEqual([12_000]);
    expect((await openBills(office, homes[1] as GivenHome)).map(({ amountFen }) => amountFen)).toEqual([5_000, 9_000]);
  });

  it('can be entered for a day to come', async () => {
    await issue('2026-11');
    await office.get('homes.merge', mergeOf({ on: '2026-12-01', areaDm2: 13_950 }));
    expect((await get(0)).areaDm2).toBe(8_000);
    office.ctx.now = new Date('2026-12-01T02:00:00.000Z');
    expect((await get(0)).areaDm2).toBe(13_950);
    await issue('2026-12');
    expect((await openBills(office, homes[0] as GivenHome)).at(-1)?.amountFen).toBe(20_925);
  });

  it('lets old debts be paid where they are', async () => {
    await office.get('homes.merge', mergeOf());
    const [bill] = await openBills(office, homes[1] as GivenHome);
    await givenPayment(office, pay(homes[1] as GivenHome, bill, 5_000));
    expect((await get(1)).openFen).toBe(0);
    // It is billed no more, so nothing can be paid ahead for it.
    await expectRefused(office, () => office.call('payments.register', pay(homes[1] as GivenHome, undefined, 9_000)), 'PREPAYMENT_TOO_FAR', { maximumFen: 0, months: 12 });
  });

  it('takes several, and stands in the history of each', async () => {
    await office.get('homes.merge', mergeOf({ homeIds: [idOf(1), idOf(2), idOf(2)] }));
    const event = { kind: 'merge', on: '2026-11-01', into: '3-2-501', homes: '3-2-502、3-2-503', areaBeforeDm2: 8_000, areaAfterDm2: 17_000, note: '', by: '陈经理' };
    for (const index of [0, 1, 2]) expect((await office.get('homes.history', { homeId: idOf(index) })).items.filter(({ kind }) => kind === 'merge')).toEqual([event]);
  });
});

describe('a merge is refused, and nothing written,', () => {
  it.each([
    ['into itself', () => ({ homeIds: [idOf(1), idOf(0)] }), 'MERGE_INTO_ITSELF', { label: '3-2-501' }],
    ['of no home', () => ({ homeIds: [99] }), 'NO_SUCH_HOME', { homeId: 99 }],
    ['before the books began', () => ({ on: '2025-12-01' }), 'DATE_BEFORE_OPENING', { date: '2025-12-01', opensOn: '2026-01-01' }],
  ] as const)('%s', async (_, change, code, details) => {
    await expectRefused(office, () => office.call('homes.merge', mergeOf(change() as Partial<CallInput<'homes.merge'>>)), code, details);
  });

  it('when a period after the day is billed, of either', async () => {
    await issue('2026-11');
    await expectRefused(office, () => office.call('homes.merge', mergeOf()), 'MERGE_BEFORE_ISSUED_BILL', { label: '3-2-501', on: '2026-11-01', billedTo: '2026-12-01' });
    const [bill] = await openBills(office, homes[0] as GivenHome);
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '合并' });
    await expectRefused(office, () => office.call('homes.merge', mergeOf()), 'MERGE_BEFORE_ISSUED_BILL', { label: '3-2-502', on: '2026-11-01', billedTo: '2026-12-01' });
  });

  it('when one is a part already, and whatever else is done to it', async () => {
    await office.get('homes.merge', mergeOf());
    const merged = { label: '3-2-502', into: '3-2-501', on: '2026-11-01' };
    await expectRefused(office, () => office.call('homes.merge', mergeOf()), 'HOME_MERGED', merged);
    await expectRefused(office, () => office.call('homes.merge', mergeOf({ into: idOf(1), homeIds: [idOf(2)] })), 'HOME_MERGED', merged);
    const homeId = idOf(1);
    await expectRefused(office, () => office.call('homes.setStatus', { homeId, from: '2026-11-05', status: 'let' }), 'HOME_MERGED', merged);
    await expectRefused(office, () => office.call('homes.setType', { homeId, homeType: 'shop' }), 'HOME_MERGED', merged);
    await expectRefused(office, () => office.call('homes.setTenant', { homeId, name: '孙悦', from: '2026-11-05', pays: true }), 'HOME_MERGED', merged);
    await expectRefused(office, () => office.call('homes.transfer', { homeId, on: '2026-11-05', owners: [{ name: '李强' }], arrears: 'seller', prepayment: 'buyer' }), 'HOME_MERGED', merged);
    await expectRefused(office, () => office.call('fees.requestVacancy', { homeId, from: '2026-11-05', to: '2026-12-05', offPermille: 300, reason: '空置' }), 'HOME_MERGED', merged);
    await expectRefused(office, () => office.call('homes.merge', mergeOf({ homeIds: [idOf(2)], on: '2026-10-01' })), 'MERGE_BEFORE_MERGE', { on: '2026-10-01', mergedOn: '2026-11-01' });
  });

  it('while money is held for the merged one', async () => {
    const [bill] = await openBills(office, homes[1] as GivenHome);
    await givenPayment(office, pay(homes[1] as GivenHome, undefined, 14_000, { lines: [{ billId: bill?.billId ?? 0, amountFen: 5_000 }] }));
    await expectRefused(office, () => office.call('homes.merge', mergeOf()), 'PREPAYMENT_HELD', { label: '3-2-502', prepaidFen: 9_000 });
    await office.get('payments.refundPrepayment', { homeId: idOf(1), method: 'cash', reason: '合并' });
    expect(await office.get('homes.merge', mergeOf())).toMatchObject({ openFen: 0 });
  });
});
