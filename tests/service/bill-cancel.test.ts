import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { balanceOf, givenBill, givenHome, givenPayment, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let home: GivenHome;
beforeEach(async () => {
  office = await openOffice();
  home = await givenHome(office);
});
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const cancel = (billId: number) => office.call('fees.cancelBill', { billId, reason: '面积有误' });
const open = async () => (await openBills(office, home)).map(({ billId, amountFen, openFen }) => [billId, amountFen, openFen]);
const held = async () => (await office.get('payments.listOpenBills', { homeId: home.homeId })).prepaidFen;
const listed = async () => (await office.get('fees.listBills', {})).items.map(({ billId, amountFen, waivedFen, paidFen, openFen, cancelled }) => ({ billId, amountFen, waivedFen, paidFen, openFen, cancelled: cancelled?.reason ?? null }));
const usesOf = () => rows<{ billId: number; fund: string; fen: number }>(office.raw, 'select bill_id as billId, fund, sum(amount_fen) as fen from prepayment_use group by bill_id, fund having sum(amount_fen) <> 0');
const expectSound = async () => expect((await office.get('ledger.verify', {})).problems).toEqual([]);

describe('fees.cancelBill', () => {
  it('undoes an open bill by its mirror; both stay in the list', async () => {
    await issue('2026-10');
    const entries = async () => (await office.get('ledger.listPostings', { selection: { book: 'journal' }, limit: 1000 })).items;
    const before = await entries();
    const reply = await cancel(1);
    expect(reply).toEqual({ ok: true, value: { cancelledFen: 15_000, toPrepaidFen: 0, entryId: 2 } });
    expect(await open()).toEqual([]);
    expect([await balanceOf(office, '1122'), await balanceOf(office, '5001')]).toEqual([0, 0]);
    const after = await entries();
    expect(after.filter(({ entryId }) => entryId === 1)).toEqual(before);
    expect(after.filter(({ entryId }) => entryId === 2).map(({ kind, on, memo, account, amountFen }) => ({ kind, on, memo, account, amountFen }))).toEqual([
      { kind: 'cancel', on: '2026-11-05', memo: '作废账单 3-2-501 物业费 2026-10', account: '1122', amountFen: -15_000 }, { kind: 'cancel', on: '2026-11-05', memo: '作废账单 3-2-501 物业费 2026-10', account: '5001', amountFen: 15_000 },
    ]);
    expect(await listed()).toEqual([{ billId: 1, amountFen: 15_000, waivedFen: 0, paidFen: 0, openFen: 0, cancelled: '面积有误' }]);
    expect((await office.get('fees.listBills', {})).items[0]?.cancelled).toEqual({ on: '2026-11-05', reason: '面积有误', by: '陈经理', entryId: 2 });
    await expectSound();
  });

  it('holds what was paid for the home, money and prepayment each as such', async () => {
    await office.get('payments.register', pay(home, undefined, 6_000));
    await issue('2026-10');
    const [bill] = await openBills(office, home);
    await givenPayment(office, pay(home, bill, 4_000));
    expect(await usesOf()).toEqual([{ billId: 1, fund: 'property', fen: 6_000 }]);
    expect(await cancel(1)).toMatchObject({ value: { cancelledFen: 15_000, toPrepaidFen: 10_000 } });
    expect(await held()).toBe(10_000);
    expect(await usesOf()).toEqual([]);
    await expectSound();
    // The same month again takes it, in another amount after a change of the home.
    expect(await issue('2026-10')).toMatchObject({ issued: 1, amountFen: 15_000 });
    expect(await open()).toEqual([[2, 15_000, 5_000]]);
    expect(await held()).toBe(0);
    await expectSound();
  });

  it('keeps money in the fund of the bill', async () => {
    await office.get('fees.defineItem', { code: 'clean', name: '生活垃圾费', fund: 'agency', from: '2026-01-01', basis: 'home', rateE4: 80_000 });
    await issue('2026-10');
    const clean = (await openBills(office, home)).find(({ item }) => item === 'clean');
    await givenPayment(office, pay(home, clean, 800));
    await office.get('fees.cancelBill', { billId: clean?.billId ?? 0, reason: '免收' });
    const { accounts } = await office.get('ledger.trialBalance', {});
    expect(accounts.filter(({ account }) => account === '2203').map(({ fund, balanceFen }) => [fund, balanceFen])).toEqual([['agency', -800]]);
    // Property fee is not paid from it; the next bill of its fund is.
    await issue('2026-11');
    expect((await openBills(office, home)).map(({ item, from, openFen }) => [item, from, openFen])).toEqual([['property', '2026-10-01', 15_000], ['property', '2026-11-01', 15_000]]);
    await expectSound();
  });

  it('undoes what was given away on it', async () => {
    const { vacancyId } = await office.get('fees.requestVacancy', { homeId: home.homeId, from: '2026-10-01', to: '2026-11-01', offPermille: 200, reason: '空置' });
    await office.get('fees.approveVacancy', { vacancyId });
    await issue('2026-10');
    const { waiverId } = await office.get('fees.requestWaiver', { billId: 1, amountFen: 1_000, reason: '漏水' });
    await office.get('fees.approveWaiver', { waiverId });
    await givenPayment(office, pay(home, (await openBills(office, home))[0], 5_000));
    expect([await balanceOf(office, '5001.91'), await balanceOf(office, '5001.92')]).toEqual([3_000, 1_000]);
    expect(await cancel(1)).toMatchObject({ value: { cancelledFen: 15_000, toPrepaidFen: 5_000 } });
    expect([await balanceOf(office, '5001'), await balanceOf(office, '5001.91'), await balanceOf(office, '5001.92'), await balanceOf(office, '1122')]).toEqual([0, 0, 0, 0]);
    expect(await listed()).toEqual([{ billId: 1, amountFen: 15_000, waivedFen: 0, paidFen: 0, openFen: 0, cancelled: '面积有误' }]);
    await expectSound();
  });

  it('cancels opening arrears too; the roster does not bring them back', async () => {
    const { bill } = await givenBill(office, { room: '601', amountFen: 20_000 });
    await office.get('fees.cancelBill', { billId: bill.billId, reason: '已还清' });
    expect(await balanceOf(office, '3999')).toBe(0);
    expect((await openBills(office, await givenHome(office, { room: '601', arrearsFen: 20_000 })))).toEqual([]);
    await expectSound();
  });

  it('refuses a bill that is none, one that was cancelled, and a reason that says nothing', async () => {
    await issue('2026-10');
    await expectRefused(office, () => cancel(9), 'NO_SUCH_BILL', { billId: 9 });
    await expectRefused(office, () => office.call('fees.cancelBill', { billId: 1, reason: ' ' }), 'BAD_INPUT');
    await cancel(1);
    await expectRefused(office, () => cancel(1), 'BILL_ALREADY_CANCELLED', { billId: 1 });
    for (const as of ['cashier', 'office', 'auditor'] as const) expect(await office.call('fees.cancelBill', { billId: 1, reason: '错' }, { as })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('and undoing the payment that had paid it leave nothing of either, also when the next bill took the money', async () => {
    await issue('2026-10');
    const { paymentId } = await givenPayment(office, pay(home, (await openBills(office, home))[0], 15_000));
    await cancel(1);
    expect(await issue('2026-10')).toMatchObject({ issued: 1 });
    expect([await open(), await held()]).toEqual([[], 0]);
    await office.get('payments.reverse', { paymentId, reason: '串户' });
    expect([await open(), await held()]).toEqual([[[2, 15_000, 15_000]], 0]);
    expect([await balanceOf(office, '1122'), await balanceOf(office, '2203'), await balanceOf(office, '1001')]).toEqual([15_000, 0, 0]);
    await expectSound();
  });

  it('takes no payment any more', async () => {
    await issue('2026-10');
    const [bill] = await openBills(office, home);
    await cancel(1);
    await expectRefused(office, () => office.call('payments.register', pay(home, bill, 1)), 'PAYMENT_EXCEEDS_BALANCE', { billId: 1, balanceFen: 0 });
  });

  it('leaves the months as living bills make them', async () => {
    const month = async () => (await office.get('fees.listMonths', {})).items.find((one) => one.month === '2026-10');
    await issue('2026-10');
    await cancel(1);
    expect(await month()).toMatchObject({ bills: 0, billedFen: 0, openFen: 0, issuedAt: null });
    await issue('2026-10');
    expect(await month()).toMatchObject({ bills: 1, billedFen: 15_000 });
  });

  it('re-issues today: the books of the month it was for stay as they were', async () => {
    await issue('2026-08');
    await cancel(1);
    await givenHome(office, { room: '502' });
    await issue('2026-08');
    const { items } = await office.get('ledger.listPostings', { selection: { book: 'account', account: '5001' } });
    expect(items.map(({ on, amountFen }) => [on, amountFen])).toEqual([['2026-08-01', -15_000], ['2026-08-01', -15_000], ['2026-11-05', 15_000], ['2026-11-05', -15_000]]);
    expect(await rows(office.raw, 'select home_id, version, note from bill order by bill_id')).toEqual([{ home_id: 1, version: 0, note: '' }, { home_id: 2, version: 0, note: '' }, { home_id: 1, version: 1, note: '' }]);
  });
});

describe('fees.correctBill', () => {
  const correct = (billId: number, amountFen: number) => office.call('fees.correctBill', { billId, amountFen, reason: '面积应为 90 平方米' });

  it('issues a bill again with another amount, both visible; what was paid pays the new one', async () => {
    await issue('2026-10');
    await givenPayment(office, pay(home, (await openBills(office, home))[0], 14_000));
    expect(await correct(1, 13_500)).toEqual({ ok: true, value: { billId: 2, openFen: 0 } });
    expect(await listed()).toEqual([
      { billId: 1, amountFen: 15_000, waivedFen: 0, paidFen: 0, openFen: 0, cancelled: '面积应为 90 平方米' }, { billId: 2, amountFen: 13_500, waivedFen: 0, paidFen: 13_500, openFen: 0, cancelled: null },
    ]);
    expect(await held()).toBe(500);
    expect(await balanceOf(office, '5001')).toBe(-13_500);
    expect((await office.get('fees.listBills', {})).items[1]).toMatchObject({ from: '2026-10-01', to: '2026-11-01', dueOn: '2026-10-25', areaDm2: null, rateE4: null, note: '面积应为 90 平方米', basis: 'area' });
    await expectSound();
    // Neither amount can be issued a second time.
    expect(await issue('2026-10')).toMatchObject({ issued: 0, skipped: [{ reason: 'ALREADY_ISSUED' }] });
    expect(await correct(2, 15_000)).toEqual({ ok: true, value: { billId: 3, openFen: 1_000 } });
    await expectSound();
  });

  it('takes approved vacancies off again', async () => {
    const { vacancyId } = await office.get('fees.requestVacancy', { homeId: home.homeId, from: '2026-10-01', to: '2026-11-01', offPermille: 200, reason: '空置' });
    await office.get('fees.approveVacancy', { vacancyId });
    await issue('2026-10');
    expect(await correct(1, 10_000)).toEqual({ ok: true, value: { billId: 2, openFen: 8_000 } });
    expect(await balanceOf(office, '5001.91')).toBe(2_000);
    await expectSound();
  });

  it('corrects opening arrears against the opening account', async () => {
    const { home: owing, bill } = await givenBill(office, { room: '601', amountFen: 20_000 });
    await correct(bill.billId, 12_000);
    expect(await openBills(office, owing)).toMatchObject([{ item: 'opening', amountFen: 12_000, basis: 'opening' }]);
    expect(await balanceOf(office, '3999')).toBe(-12_000);
    await expectSound();
  });

  it.each([[9, 1, 'NO_SUCH_BILL'], [1, 0, 'BAD_INPUT'], [1, -1, 'BAD_INPUT'], [1, 1.5, 'BAD_INPUT']] as const)('refuses bill %i at %f as %s', async (billId, amountFen, code) => {
    await issue('2026-10');
    await expectRefused(office, () => correct(billId, amountFen), code);
  });

  it('refuses a bill that was cancelled', async () => {
    await issue('2026-10');
    await cancel(1);
    await expectRefused(office, () => correct(1, 1), 'BILL_ALREADY_CANCELLED', { billId: 1 });
  });
});
