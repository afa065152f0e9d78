import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows } from '../../db/sql.ts';
import { balanceOf, givenBill, givenHome, givenPayment, openBills, pay, type GivenHome, type OpenBill } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let home: GivenHome;
let bill: OpenBill;
beforeEach(async () => {
  office = await openOffice();
  ({ home, bill } = await givenBill(office, { amountFen: 10_000 }));
});
afterEach(() => office.close());

const ask = (amountFen: number, billId = bill.billId) => office.call('fees.requestWaiver', { billId, amountFen, reason: '漏水误工' }, { as: 'cashier' });
const asked = async (amountFen: number, billId = bill.billId): Promise<number> => (await office.get('fees.requestWaiver', { billId, amountFen, reason: '漏水误工' }, { as: 'cashier' })).waiverId;
const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const given = async (range = YEAR) => (await office.get('fees.listReductions', range)).items.map(({ kind, by, count, amountFen }) => ({ kind, by, count, amountFen }));

/** What the accounts of reductions say, by kind. */
async function booked(): Promise<Record<string, number>> {
  return { vacancy: await balanceOf(office, '5001.91'), waiver: await balanceOf(office, '5001.92'), promotion: await balanceOf(office, '5001.93') };
}

async function expectListed(): Promise<void> {
  const { items, totalFen } = await office.get('fees.listReductions', YEAR);
  const listed: Record<string, number> = { vacancy: 0, waiver: 0, promotion: 0 };
  for (const { kind, amountFen } of items) listed[kind] = (listed[kind] ?? 0) + amountFen;
  expect(listed).toEqual(await booked());
  expect(totalFen).toBe(Object.values(await booked()).reduce((sum, fen) => sum + fen, 0));
  expect((await office.get('ledger.verify', {})).problems).toEqual([]);
}

describe('a waiver', () => {
  it('is asked for by the desk, and nothing moves until the manager approves it', async () => {
    const waiverId = await asked(3_000);
    expect(await openBills(office, home)).toMatchObject([{ openFen: 10_000, waivedFen: 0, pendingWaiverFen: 3_000 }]);
    expect((await office.get('fees.listWaivers', { state: 'pending' })).items).toEqual([{
      waiverId, billId: bill.billId, homeId: home.homeId, label: '3-2-501', itemName: '期初欠费', from: '2026-01-01', to: '2026-01-01', billedFen: 10_000, openFen: 10_000, amountFen: 3_000, reason: '漏水误工',
      state: 'pending', requestedBy: '刘晓燕', requestedAt: '2026-11-05T02:00:00.000Z', decidedBy: null, decidedAt: null, decisionNote: '',
    }]);
    expect(await office.get('fees.approveWaiver', { waiverId, note: '属实' })).toEqual({ state: 'approved', openFen: 7_000 });
    expect(await openBills(office, home)).toMatchObject([{ amountFen: 10_000, waivedFen: 3_000, openFen: 7_000, pendingWaiverFen: 0 }]);
    expect((await office.get('fees.listWaivers', {})).items).toMatchObject([{ state: 'approved', requestedBy: '刘晓燕', decidedBy: '陈经理', decisionNote: '属实', openFen: 7_000 }]);
    expect(await booked()).toEqual({ vacancy: 0, waiver: 3_000, promotion: 0 });
    expect(await given()).toEqual([{ kind: 'waiver', by: '陈经理', count: 1, amountFen: 3_000 }]);
    await expectListed();
  });

  it('of all that is owed closes the bill', async () => {
    await office.get('fees.approveWaiver', { waiverId: await asked(10_000) });
    expect(await openBills(office, home)).toEqual([]);
    expect(await balanceOf(office, '1122')).toBe(0);
  });

  it('that is rejected leaves everything', async () => {
    const waiverId = await asked(3_000);
    expect(await office.get('fees.approveWaiver', { waiverId, approve: false, note: '证据不足' })).toEqual({ state: 'rejected', openFen: 10_000 });
    expect((await office.get('fees.listWaivers', { state: 'rejected' })).items).toMatchObject([{ decidedBy: '陈经理', decisionNote: '证据不足' }]);
    expect(await given()).toEqual([]);
    expect(await asked(10_000)).toBe(2);
  });

  it('above what is owed is refused, with all that waits', async () => {
    await expectRefused(office, () => ask(10_001), 'WAIVER_EXCEEDS_BALANCE', { billId: bill.billId, balanceFen: 10_000 });
    await asked(6_000);
    await expectRefused(office, () => ask(4_001), 'WAIVER_EXCEEDS_BALANCE', { billId: bill.billId, balanceFen: 4_000 });
    await asked(4_000);
    await expectRefused(office, () => ask(1), 'WAIVER_EXCEEDS_BALANCE', { billId: bill.billId, balanceFen: 0 });
    await expectRefused(office, () => ask(1, 99), 'NO_SUCH_BILL', { billId: 99 });
    await expectRefused(office, () => ask(0), 'BAD_INPUT');
    await expectRefused(office, () => office.call('fees.requestWaiver', { billId: bill.billId, amountFen: 1, reason: ' ' }), 'BAD_INPUT');
  });

  it('cannot be approved for more than is still owed then', async () => {
    const waiverId = await asked(6_000);
    await givenPayment(office, pay(home, bill, 5_000));
    await expectRefused(office, () => office.call('fees.approveWaiver', { waiverId }), 'WAIVER_EXCEEDS_BALANCE', { billId: bill.billId, balanceFen: 5_000 });
    expect(await office.get('fees.approveWaiver', { waiverId, approve: false })).toMatchObject({ state: 'rejected' });
  });

  it('is decided once, by the manager', async () => {
    const waiverId = await asked(3_000);
    for (const as of ['cashier', 'office', 'auditor'] as const) await expectRefused(office, () => office.call('fees.approveWaiver', { waiverId }, { as }), 'ROLE_NOT_ALLOWED');
    await office.get('fees.approveWaiver', { waiverId });
    await expectRefused(office, () => office.call('fees.approveWaiver', { waiverId }), 'ALREADY_DECIDED', { state: 'approved', by: '陈经理' });
    await expectRefused(office, () => office.call('fees.approveWaiver', { waiverId, approve: false }), 'ALREADY_DECIDED');
    await expectRefused(office, () => office.call('fees.approveWaiver', { waiverId: 99 }), 'NO_SUCH_WAIVER', { waiverId: 99 });
    await expect(office.raw.raw(`update waiver set state = 'rejected'`)).rejects.toThrow('APPEND_ONLY');
  });

  it('goes back with a bill that is cancelled', async () => {
    await issue('2026-11');
    const fee = (await openBills(office, home)).find(({ item }) => item === 'property');
    await office.get('fees.approveWaiver', { waiverId: await asked(2_000, fee?.billId) });
    await office.get('fees.cancelBill', { billId: fee?.billId ?? 0, reason: '重出' });
    expect(await booked()).toMatchObject({ waiver: 0 });
    expect(await given()).toEqual([]);
    await expectListed();
  });

  it('of a late fee takes it off like any other', async () => {
    await office.get('estate.changeSettings', { lateFeeRateE6: 500 });
    await issue('2026-09');
    const fee = (await openBills(office, home)).find(({ item }) => item === 'property');
    await givenPayment(office, pay(home, fee, 10_000, { lines: [{ billId: fee?.billId ?? 0, amountFen: 10_000 }] }));
    const late = (await openBills(office, home)).find(({ item }) => item === 'late');
    expect(late?.openFen).toBe(308);
    await office.get('fees.approveWaiver', { waiverId: await asked(308, late?.billId) });
    expect((await openBills(office, home)).filter(({ item }) => item === 'late')).toEqual([]);
    expect((await office.get('fees.listReductions', YEAR)).items).toEqual([{ kind: 'waiver', itemName: '违约金', by: '陈经理', count: 1, amountFen: 308 }]);
    await expectListed();
  });

  it('is kept with who asked and who decided in the audit', async () => {
    await office.get('fees.approveWaiver', { waiverId: await asked(3_000) });
    const audit = await rows<{ user_id: number; endpoint: string }>(office.raw, `select user_id, endpoint from audit where endpoint like 'fees.%Waiver' order by audit_id`);
    expect(audit).toEqual([{ user_id: 2, endpoint: 'fees.requestWaiver' }, { user_id: 1, endpoint: 'fees.approveWaiver' }]);
  });
});

describe('a list of requests', () => {
  it.each([1, 2, 3, 7])('in pages of %i joins without gap or repeat, newest first', async (limit) => {
    for (let index = 0; index < 7; index += 1) await asked(100 + index);
    const found: number[] = [];
    let after: number | undefined;
    do {
      const page = await office.get('fees.listWaivers', after === undefined ? { limit, state: 'pending' } : { limit, after, state: 'pending' });
      found.push(...page.items.map(({ amountFen }) => amountFen));
      after = page.next;
    } while (after !== undefined);
    expect(found).toEqual([106, 105, 104, 103, 102, 101, 100]);
  });
});

describe('a vacancy', () => {
  const vacancy = (from: string, to: string, offPermille = 300) => office.call('fees.requestVacancy', { homeId: home.homeId, from, to, offPermille, reason: '无人居住' }, { as: 'office' });

  it('once approved, is taken off bills that are issued then, by days', async () => {
    expect(await vacancy('2026-10-16', '2026-12-01')).toEqual({ ok: true, value: { vacancyId: 1 } });
    await issue('2026-09');
    expect(await office.get('fees.approveVacancy', { vacancyId: 1, note: '水电为零' })).toEqual({ state: 'approved' });
    await issue('2026-10');
    await issue('2026-11');
    // 16 of 31 days, then all of them, at 30% off 150.00.
    expect((await openBills(office, home)).map(({ amountFen, waivedFen }) => [amountFen, waivedFen])).toEqual([[10_000, 0], [15_000, 0], [15_000, 2_323], [15_000, 4_500]]);
    expect(await given()).toEqual([{ kind: 'vacancy', by: '陈经理', count: 2, amountFen: 6_823 }]);
    expect(await given({ from: '2026-11-01', to: '2026-11-30' })).toEqual([{ kind: 'vacancy', by: '陈经理', count: 1, amountFen: 4_500 }]);
    await expectListed();
  });

  it('shows who asked and who decided', async () => {
    await vacancy('2026-10-01', '2026-12-01');
    await office.get('fees.approveVacancy', { vacancyId: 1, approve: false, note: '有人住' });
    expect((await office.get('fees.listVacancies', {})).items).toEqual([{
      vacancyId: 1, homeId: home.homeId, label: '3-2-501', from: '2026-10-01', to: '2026-12-01', offPermille: 300, reason: '无人居住', state: 'rejected', requestedBy: '文书', requestedAt: '2026-11-05T02:00:00.000Z', decidedBy: '陈经理', decidedAt: '2026-11-05T02:00:00.000Z', decisionNote: '有人住',
    }]);
    await issue('2026-10');
    expect(await given()).toEqual([]);
  });

  it('overlapping another that waits or was approved is refused, beside it not', async () => {
    await vacancy('2026-10-01', '2026-12-01');
    await expectRefused(office, () => vacancy('2026-11-30', '2027-01-01'), 'VACANCY_OVERLAPS', { from: '2026-10-01', to: '2026-12-01' });
    await office.get('fees.approveVacancy', { vacancyId: 1 });
    await expectRefused(office, () => vacancy('2026-09-01', '2026-10-02'), 'VACANCY_OVERLAPS', { from: '2026-10-01', to: '2026-12-01' });
    expect(await vacancy('2026-12-01', '2027-01-01')).toMatchObject({ ok: true });
    await office.get('fees.approveVacancy', { vacancyId: 2, approve: false });
    expect(await vacancy('2026-12-01', '2027-02-01')).toMatchObject({ ok: true });
  });

  it('with days that contradict, or of no home, or decided twice, is refused', async () => {
    await expectRefused(office, () => vacancy('2026-10-01', '2026-10-01'), 'DATES_REVERSED', { from: '2026-10-01', to: '2026-10-01' });
    await expectRefused(office, () => vacancy('2026-10-01', '2026-12-01', 1001), 'BAD_INPUT');
    await expectRefused(office, () => office.call('fees.requestVacancy', { homeId: 99, from: '2026-10-01', to: '2026-12-01', offPermille: 300, reason: '空' }), 'NO_SUCH_HOME', { homeId: 99 });
    await expectRefused(office, () => office.call('fees.approveVacancy', { vacancyId: 9 }), 'NO_SUCH_VACANCY', { vacancyId: 9 });
    await vacancy('2026-10-01', '2026-12-01');
    await office.get('fees.approveVacancy', { vacancyId: 1 });
    await expectRefused(office, () => office.call('fees.approveVacancy', { vacancyId: 1, approve: false }), 'ALREADY_DECIDED', { state: 'approved', by: '陈经理' });
  });
});

describe('a promotion', () => {
  const promotion = { name: '预缴一年送一月', from: '2026-11-01', to: '2027-01-01', months: 12, bonusDays: 30 };

  it('has a day for itself', async () => {
    await office.get('fees.setPromotion', promotion);
    await expectRefused(office, () => office.call('fees.setPromotion', { ...promotion, from: '2026-12-31', to: '2027-03-01' }), 'PROMOTION_OVERLAPS', { name: promotion.name, from: promotion.from, to: promotion.to });
    await expectRefused(office, () => office.call('fees.setPromotion', { ...promotion, to: promotion.from }), 'DATES_REVERSED', { from: '2026-11-01', to: '2026-11-01' });
    await expectRefused(office, () => office.call('fees.setPromotion', { ...promotion, months: 13 }), 'BAD_INPUT');
    await expectRefused(office, () => office.call('fees.setPromotion', { ...promotion, from: '2027-01-01', to: '2027-03-01' }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
    await office.get('fees.setPromotion', { ...promotion, from: '2027-01-01', to: '2027-03-01' });
    expect((await office.get('fees.listPromotions', {})).items.map(({ from, by, payments, givenFen }) => [from, by, payments, givenFen])).toEqual([['2027-01-01', '陈经理', 0, 0], ['2026-11-01', '陈经理', 0, 0]]);
  });

  it('shows what it gave, and what an undone payment took back', async () => {
    await office.get('fees.setPromotion', promotion);
    const payer = await givenHome(office, { room: '601', owner: '李强', phone: '13977770001' });
    const paid = await givenPayment(office, pay(payer, undefined, 180_000));
    expect((await office.get('fees.listPromotions', {})).items).toMatchObject([{ payments: 1, givenFen: 14_795 }]);
    expect(await given()).toEqual([{ kind: 'promotion', by: '陈经理', count: 1, amountFen: 14_795 }]);
    await expectListed();
    await office.get('payments.refundPrepayment', { homeId: payer.homeId, amountFen: 90_000, method: 'cash', reason: '退一半' });
    await expectListed();
    expect(await booked()).toMatchObject({ promotion: 7_397 });
    const other = await givenHome(office, { room: '602', owner: '赵敏', phone: '13977770002' });
    const undone = await givenPayment(office, pay(other, undefined, 180_000));
    await office.get('payments.reverse', { paymentId: undone.paymentId, reason: '串户' });
    await expectListed();
    expect(await given()).toEqual([{ kind: 'promotion', by: '陈经理', count: 1, amountFen: 7_397 }]);
    expect(paid.receiptNo).toBe('SJ-2026-000001');
  });
});

it('sums of all kinds are the accounts, in every part of the year', async () => {
  await office.get('fees.setPromotion', { name: '年付', from: '2026-01-01', to: '2027-01-01', months: 6, bonusDays: 10 });
  await office.get('fees.requestVacancy', { homeId: home.homeId, from: '2026-09-01', to: '2026-11-01', offPermille: 500, reason: '空置' });
  await office.get('fees.approveVacancy', { vacancyId: 1 });
  for (const month of ['2026-09', '2026-10', '2026-11']) await issue(month);
  const [, september, october] = await openBills(office, home);
  await office.get('fees.approveWaiver', { waiverId: await asked(1_000, september?.billId) });
  await office.get('fees.approveWaiver', { waiverId: await asked(999) });
  await office.get('fees.cancelBill', { billId: october?.billId ?? 0, reason: '重出' });
  await givenPayment(office, pay(home, undefined, 90_000));
  await expectListed();
  let sum = 0;
  for (let month = 1; month <= 12; month += 1) {
    const key = `2026-${String(month).padStart(2, '0')}`;
    sum += (await office.get('fees.listReductions', { from: `${key}-01`, to: `${key}-${month === 2 ? '28' : '30'}` })).totalFen;
  }
  expect(sum).toBe((await office.get('fees.listReductions', YEAR)).totalFen);
  await expectRefused(office, () => office.call('fees.listReductions', { from: '2026-02-01', to: '2026-01-01' }), 'DATES_REVERSED', { from: '2026-02-01', to: '2026-01-01' });
});
