import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { addDays } from '../../shared/domain/period.ts';
import type { RefusalCode, Refusals } from '../../shared/errors.ts';
import { balanceOf, givenHome, givenHomes, givenPayment, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

type TransferInput = CallInput<'homes.transfer'>;
let office: TestOffice;
let home: GivenHome;
beforeEach(async () => {
  office = await openOffice();
  home = await givenHome(office, { owner: '王秀兰', phone: '13812342671', arrearsFen: 30_000 });
});
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const transferOf = (change: Partial<TransferInput> = {}): TransferInput => ({ homeId: home.homeId, on: '2026-10-20', owners: [{ name: '李强', phone: '139 7777 0001' }], arrears: 'seller', prepayment: 'buyer', ...change });
const get = () => office.get('homes.get', { homeId: home.homeId });
const debtors = async () => (await office.get('homes.listDebtors', { homeId: home.homeId })).items.map(({ names, former, openFen, billIds }) => ({ names, former, openFen, bills: billIds.length }));

describe('homes.transfer', () => {
  it('ends one ownership and begins the next on the day', async () => {
    expect(await office.get('homes.transfer', transferOf({ note: '二手房' }))).toEqual({ transferId: 1, sellerOpenFen: 30_000, buyerOpenFen: 0, refundedFen: 0, refundNo: null });
    expect((await get()).people).toEqual([{ personId: 2, role: 'owner', name: '李强', maskedPhone: '139****0001', from: '2026-10-20', to: null, pays: false }]);
    expect((await office.get('homes.list', { search: '李强' })).items.map(({ label, ownerName }) => [label, ownerName])).toEqual([['3-2-501', '李强']]);
    expect((await office.get('homes.search', { text: '王秀兰' })).items).toEqual([]);
    expect((await office.get('homes.search', { text: '0001' })).items[0]?.label).toBe('3-2-501');
  });

  it('leaves the seller what began before, and the buyer the rest', async () => {
    await issue('2026-10');
    await office.get('homes.transfer', transferOf());
    await issue('2026-11');
    expect(await debtors()).toEqual([{ names: '李强', former: false, openFen: 15_000, bills: 0 }, { names: '王秀兰', former: true, openFen: 45_000, bills: 2 }]);
    const { formerDebts, openFen } = await get();
    expect(openFen).toBe(60_000);
    expect(formerDebts).toEqual([{ names: '王秀兰', until: '2026-10-20', openFen: 45_000, billIds: [1, 2] }]);
    const [arrears] = await openBills(office, home);
    await givenPayment(office, pay(home, arrears, 30_000, { payer: '王秀兰' }));
    expect(await debtors()).toEqual([{ names: '李强', former: false, openFen: 15_000, bills: 0 }, { names: '王秀兰', former: true, openFen: 15_000, bills: 1 }]);
    expect((await office.get('homes.listDebtors', { formerOnly: true })).totalFen).toBe(15_000);
  });

  it('lets the buyer take the arrears over', async () => {
    await issue('2026-10');
    expect(await office.get('homes.transfer', transferOf({ arrears: 'buyer' }))).toMatchObject({ sellerOpenFen: 0, buyerOpenFen: 45_000 });
    expect(await debtors()).toEqual([{ names: '李强', former: false, openFen: 45_000, bills: 0 }]);
  });

  it('keeps each seller’s debts apart when a home is sold twice', async () => {
    await issue('2026-09');
    await office.get('homes.transfer', transferOf({ on: '2026-10-01' }));
    await issue('2026-10');
    await office.get('homes.transfer', transferOf({ on: '2026-10-20', owners: [{ name: '赵敏' }] }));
    expect(await debtors()).toEqual([{ names: '王秀兰', former: true, openFen: 45_000, bills: 2 }, { names: '李强', former: true, openFen: 15_000, bills: 1 }]);
  });

  it('leaves the prepayment with the home, for the buyer’s bills', async () => {
    const [arrears] = await openBills(office, home);
    await givenPayment(office, pay(home, undefined, 60_000, { lines: [{ billId: arrears?.billId ?? 0, amountFen: 30_000 }] }));
    await office.get('homes.transfer', transferOf());
    await issue('2026-11');
    expect(await get()).toMatchObject({ openFen: 0, prepaidFen: 15_000 });
  });

  it('gives the prepayment back to the seller, or refuses while nobody says how', async () => {
    const [arrears] = await openBills(office, home);
    await givenPayment(office, pay(home, undefined, 60_000, { lines: [{ billId: arrears?.billId ?? 0, amountFen: 30_000 }] }));
    await expectRefused(office, () => office.call('homes.transfer', transferOf({ prepayment: 'refund' })), 'PREPAYMENT_HELD', { label: '3-2-501', prepaidFen: 30_000 });
    expect(await office.get('homes.transfer', transferOf({ prepayment: 'refund', refundMethod: 'cash' }))).toMatchObject({ refundedFen: 30_000, refundNo: 'TK-2026-000001' });
    expect(await balanceOf(office, '2203')).toBe(0);
    expect(await balanceOf(office, '1001')).toBe(30_000);
    expect(await rows(office.raw, 'select payee, amount_fen from refund')).toEqual([{ payee: '王秀兰', amount_fen: 30_000 }]);
  });

  it('of nothing held gives nothing back', async () => {
    expect(await office.get('homes.transfer', transferOf({ prepayment: 'refund' }))).toMatchObject({ refundedFen: 0, refundNo: null });
  });

  it('sells a home for the first time: status, handover, and billed from then', async () => {
    const unsold = await givenHome(office, { room: '601', owner: '', phone: '', status: '未售' });
    await office.get('homes.transfer', transferOf({ homeId: unsold.homeId, on: '2026-10-16' }));
    expect(await office.get('homes.get', { homeId: unsold.homeId })).toMatchObject({ status: 'occupied', handoverOn: '2026-10-16', ownerName: '李强' });
    await issue('2026-09');
    await issue('2026-10');
    expect((await openBills(office, unsold)).map(({ from, to, amountFen }) => ({ from, to, amountFen }))).toEqual([{ from: '2026-10-16', to: '2026-11-01', amountFen: 7_742 }]);
  });

  it('sells to several owners, who are one home with one bill', async () => {
    await office.get('homes.transfer', transferOf({ arrears: 'buyer', owners: [{ name: '李强', phone: '13977770001' }, { name: '赵敏', phone: '13977770002' }] }));
    expect(await issue('2026-11')).toMatchObject({ issued: 1 });
    expect(await openBills(office, home)).toHaveLength(2);
    expect((await get()).ownerName).toBe('李强、赵敏');
    expect((await office.get('homes.list', {})).items).toHaveLength(1);
    expect(await debtors()).toEqual([{ names: '李强、赵敏', former: false, openFen: 45_000, bills: 0 }]);
  });

  it('lets an owner stay and another come', async () => {
    await office.get('homes.transfer', transferOf({ owners: [{ name: '王秀兰', phone: '13812342671' }, { name: '李强', phone: '' }] }));
    expect((await get()).people.map(({ name, from }) => [name, from])).toEqual([['王秀兰', '2026-10-20'], ['李强', '2026-10-20']]);
  });

  it('can be set right on the same day', async () => {
    await office.get('homes.transfer', transferOf());
    await office.get('homes.transfer', transferOf({ owners: [{ name: '赵敏' }] }));
    expect((await get()).people.map(({ name }) => name)).toEqual(['赵敏']);
    expect(await debtors()).toEqual([{ names: '王秀兰', former: true, openFen: 30_000, bills: 1 }]);
    // 李强 owned it for no day.
    const { items } = await office.get('homes.history', { homeId: home.homeId });
    expect(items.filter(({ kind }) => kind === 'owner').map((one) => 'name' in one && one.name)).toEqual(['赵敏', '王秀兰']);
  });

  it('stands in the history with who did it', async () => {
    await office.get('homes.transfer', transferOf({ note: '继承' }));
    expect((await office.get('homes.history', { homeId: home.homeId })).items).toEqual([
      { kind: 'transfer', on: '2026-10-20', sellers: '王秀兰', buyers: '李强', arrears: 'seller', prepayment: 'buyer', openFen: 30_000, prepaidFen: 0, note: '继承', by: '陈经理' },
      { kind: 'owner', on: '2026-10-20', to: null, name: '李强' },
      { kind: 'owner', on: '2026-01-01', to: '2026-10-20', name: '王秀兰' },
      { kind: 'status', on: '1900-01-01', status: 'occupied', note: '', by: '' },
    ]);
  });
});

describe('a transfer is refused, and nothing written,', () => {
  it('before an issued bill’s period, but not before one that was cancelled', async () => {
    await issue('2026-10');
    await issue('2026-11');
    await expectRefused(office, () => office.call('homes.transfer', transferOf()), 'TRANSFER_BEFORE_ISSUED_BILL', { on: '2026-10-20', billedFrom: '2026-11-01' });
    const bill = (await openBills(office, home)).find(({ from }) => from === '2026-11-01');
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '过户' });
    expect(await office.get('homes.transfer', transferOf())).toMatchObject({ sellerOpenFen: 45_000 });
  });

  it.each([
    ['in the future', { on: '2026-11-06' }, 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' }],
    ['before the books began', { on: '2025-12-31' }, 'DATE_BEFORE_OPENING', { date: '2025-12-31', opensOn: '2026-01-01' }],
    ['to the present owner', { owners: [{ name: '王秀兰', phone: '138-1234-2671' }] }, 'SAME_OWNERS', { names: '王秀兰' }],
    ['to one person twice', { owners: [{ name: '李强', phone: '13977770001' }, { name: ' 李强', phone: '139 7777 0001' }] }, 'OWNER_REPEATED', { name: '李强' }],
    ['of a home that is none', { homeId: 99 }, 'NO_SUCH_HOME', { homeId: 99 }],
    ['with a handover before it', { handoverOn: '2026-10-19' }, 'DATES_REVERSED', { from: '2026-10-20', to: '2026-10-19' }],
  ] as [string, Partial<TransferInput>, RefusalCode, Refusals[RefusalCode]][])('%s', async (_, change, code, details) => {
    await expectRefused(office, () => office.call('homes.transfer', transferOf(change)), code, details);
  });

  it('before the present owner began', async () => {
    await office.get('homes.transfer', transferOf());
    await expectRefused(office, () => office.call('homes.transfer', transferOf({ on: '2026-10-19', owners: [{ name: '赵敏' }] })), 'TRANSFER_BEFORE_OWNER', { on: '2026-10-19', ownerFrom: '2026-10-20' });
  });

  it.each([[{ owners: [] }], [{ owners: [{ name: ' ' }] }], [{ owners: [{ name: '李强', phone: '12' }] }], [{ on: '2026-02-30' }]])('with %o', async (change) => {
    await expectRefused(office, () => office.call('homes.transfer', transferOf(change)), 'BAD_INPUT');
  });

  it('by anyone but the manager', async () => {
    for (const as of ['cashier', 'office', 'auditor'] as const) await expectRefused(office, () => office.call('homes.transfer', transferOf(), { as }), 'ROLE_NOT_ALLOWED');
  });
});

describe('a tenant', () => {
  const tenant = (change: Partial<CallInput<'homes.setTenant'>> = {}) => ({ homeId: home.homeId, name: '孙悦', phone: '15012340003', from: '2026-09-01', pays: true, ...change });

  it('can pay instead of the owner, who goes on owing', async () => {
    const { personId } = await office.get('homes.setTenant', tenant(), { as: 'cashier' });
    expect((await get()).people.map(({ name, role, pays }) => ({ name, role, pays }))).toEqual([{ name: '王秀兰', role: 'owner', pays: false }, { name: '孙悦', role: 'tenant', pays: true }]);
    expect((await office.get('homes.listDebtors', {})).items).toMatchObject([{ names: '王秀兰', payer: '孙悦', openFen: 30_000 }]);
    await office.get('homes.endTenancy', { homeId: home.homeId, personId, on: '2026-11-05' });
    expect((await get()).people).toHaveLength(1);
    expect((await office.get('homes.listDebtors', {})).items).toMatchObject([{ payer: '' }]);
    expect((await office.get('homes.search', { text: '孙悦' })).items).toEqual([]);
  });

  it('gives way to the next, and leaves on a known day', async () => {
    await office.get('homes.setTenant', tenant());
    await office.get('homes.setTenant', tenant({ name: '周杰', from: '2026-10-01', to: '2026-12-01', pays: false }));
    expect((await get()).people.map(({ name, to }) => [name, to])).toEqual([['王秀兰', null], ['周杰', '2026-12-01']]);
    office.ctx.now = new Date('2026-12-01T02:00:00.000Z');
    expect((await get()).people.map(({ name }) => name)).toEqual(['王秀兰']);
    const { items } = await office.get('homes.history', { homeId: home.homeId });
    expect(items.filter(({ kind }) => kind === 'tenant')).toEqual([{ kind: 'tenant', on: '2026-10-01', to: '2026-12-01', name: '周杰', pays: false }, { kind: 'tenant', on: '2026-09-01', to: '2026-10-01', name: '孙悦', pays: true }]);
  });

  it('of the same day again changes the end and who pays', async () => {
    await office.get('homes.setTenant', tenant());
    await office.get('homes.setTenant', tenant({ pays: false, to: '2027-09-01' }));
    expect((await get()).people[1]).toMatchObject({ name: '孙悦', pays: false, to: '2027-09-01' });
  });

  it('is refused where days contradict', async () => {
    await expectRefused(office, () => office.call('homes.setTenant', tenant({ to: '2026-09-01' })), 'DATES_REVERSED', { from: '2026-09-01', to: '2026-09-01' });
    const { personId } = await office.get('homes.setTenant', tenant({ to: '2026-12-01' }));
    await expectRefused(office, () => office.call('homes.setTenant', tenant({ name: '周杰', from: '2026-11-01' })), 'TENANCY_OVERLAPS', { name: '孙悦', from: '2026-09-01', to: '2026-12-01' });
    await expectRefused(office, () => office.call('homes.setTenant', tenant({ name: '周杰', from: '2026-08-01' })), 'TENANCY_OVERLAPS');
    await expectRefused(office, () => office.call('homes.endTenancy', { homeId: home.homeId, personId, on: '2026-08-31' }), 'DATES_REVERSED');
    await expectRefused(office, () => office.call('homes.endTenancy', { homeId: home.homeId, personId: 1, on: '2026-10-01' }), 'NO_SUCH_PERSON');
    await office.get('homes.setTenant', tenant({ name: '周杰', from: '2026-12-01' }));
  });
});

it('one owner of several homes has a bill for each', async () => {
  await givenHomes(office, [{ room: '701', owner: '王秀兰', phone: '13812342671' }, { room: '702', owner: '王秀兰', phone: '13812342671' }]);
  expect(await issue('2026-11')).toMatchObject({ issued: 3 });
  const { otherHomes } = await office.get('payments.listOpenBills', { homeId: home.homeId });
  expect(otherHomes.map(({ label, openFen }) => [label, openFen])).toEqual([['3-2-701', 15_000], ['3-2-702', 15_000]]);
});

type Step = { do: 'issue' } | { do: 'transfer' | 'pay'; home: number; arrears: 'seller' | 'buyer'; part: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ do: 'issue' }),
  fc.record({ do: fc.constantFrom('transfer' as const, 'pay' as const), home: fc.integer({ min: 0, max: 1 }), arrears: fc.constantFrom('seller' as const, 'buyer' as const), part: fc.integer({ min: 1, max: 100 }) }),
);

it('whatever is sold, billed and paid, the debtors owe what the books say, and each bill is owed once', { timeout: 60_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
    const books = await openOffice();
    const homes = await givenHomes(books, [{ arrearsFen: 12_345 }, { owner: '李强', phone: '' }]);
    let month = 0;
    for (const [index, one] of steps.entries()) {
      // Each step on a later day, so that no transfer lies before a bill.
      const on = addDays('2026-01-05', index * 20);
      books.ctx.now = new Date(`${on}T02:00:00.000Z`);
      const target = homes[one.do === 'issue' ? 0 : one.home] as GivenHome;
      if (one.do === 'issue') {
        month = Math.max(month + 1, Number(on.slice(5, 7)));
        if (month <= Number(on.slice(5, 7))) await books.get('fees.issueBills', { month: `2026-${String(month).padStart(2, '0')}`, commit: true });
      } else if (one.do === 'transfer') await books.get('homes.transfer', { homeId: target.homeId, on, owners: [{ name: `买家${String(index)}` }], arrears: one.arrears, prepayment: 'buyer' });
      else {
        const [bill] = await openBills(books, target);
        if (bill) await books.get('payments.register', pay(target, bill, Math.max(1, Math.trunc((bill.openFen * one.part) / 100)), { receivedOn: on }));
      }
    }
    const { items, totalFen } = await books.get('homes.listDebtors', {});
    expect(totalFen).toBe(await balanceOf(books, '1122'));
    for (const { homeId } of homes) {
      const open = (await openBills(books, { homeId, label: '' })).map((bill) => [bill.billId, bill.openFen] as const);
      const former = items.filter((one) => one.homeId === homeId && one.former);
      for (const { billIds, openFen } of former) expect(open.filter(([billId]) => billIds.includes(billId)).reduce((sum, [, fen]) => sum + fen, 0)).toBe(openFen);
      expect(new Set(former.flatMap(({ billIds }) => billIds)).size).toBe(former.flatMap(({ billIds }) => billIds).length);
    }
    await books.close();
  }), { numRuns: 12 });
});
