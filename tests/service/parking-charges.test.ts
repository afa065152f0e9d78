import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { givenHomes, type GivenHome } from '../support/builders.ts';
import { openOffice, paymentId, refusal, type TestOffice } from '../support/open-office.ts';
import { givenCompany, givenLease, givenSpaces, NIGHTS, WORKDAYS } from '../support/parking.ts';

let office: TestOffice;
let homes: GivenHome[];
let homeId: number;
beforeEach(async () => {
  office = await openOffice();
  await givenSpaces(office, ['A-001', 'A-002']);
  await givenSpaces(office, ['B-001'], { zone: 'B', title: 'developer' });
  homes = await givenHomes(office, [{}, {}]);
  homeId = homes[0]?.homeId ?? 0;
  await office.get('parking.setPrices', { from: '2026-01-01', marketFen: 15_000, residentFen: 5000, resolutionNo: '业决〔2026〕1号' });
  return () => office.close();
});
afterAll(() => { expect(office.bugs).toEqual([]); });

const issue = (month: string) => office.get('parking.issueCharges', { month, commit: true });
const balanceOf = async (account: string): Promise<number> => 0 - ((await office.get('ledger.trialBalance', {})).accounts.find((one) => one.account === account)?.balanceFen ?? 0);
const billsOf = async (payer: number) => (await office.get('payments.listOpenBills', { homeId: payer })).items.map(({ amountFen, openFen, itemName }) => ({ amountFen, openFen, itemName }));
const sound = async () => { expect((await office.get('ledger.verify', {})).problems).toEqual([]); };

describe('issuing', () => {
  it('bills the resident’s 50, and posts the market price and the subsidy', async () => {
    await givenLease(office, { space: 'A-001', homeId });
    expect(await issue('2026-10')).toEqual({ issued: 1, amountFen: 5000, subsidyFen: 10_000, skipped: [] });
    expect(await billsOf(homeId)).toEqual([{ amountFen: 5000, openFen: 5000, itemName: '停车费（业主月租）' }]);
    expect(await balanceOf('2241.03.01')).toBe(15_000);
    expect(await balanceOf('2241.03.09')).toBe(-10_000);
    await sound();
  });

  it('charges the days of the first and the last month, and twice nothing', async () => {
    await givenLease(office, { space: 'A-001', homeId, from: '2026-09-16', to: '2026-11-11' });
    expect(await issue('2026-09')).toMatchObject({ issued: 1, amountFen: 2500, subsidyFen: 5000 });
    expect(await issue('2026-09')).toMatchObject({ issued: 0, amountFen: 0, skipped: [{ reason: 'ALREADY_CHARGED' }] });
    expect(await issue('2026-11')).toMatchObject({ issued: 1, amountFen: 1667, subsidyFen: 3333 });
    await sound();
  });

  it('counts a month that was begun whole when that was agreed', async () => {
    await givenLease(office, { space: 'A-001', homeId, from: '2026-09-16', to: '2026-11-11', proration: 'whole' });
    for (const month of ['2026-09', '2026-10', '2026-11']) expect(await issue(month)).toMatchObject({ issued: 1, amountFen: 5000, subsidyFen: 10_000 });
    await sound();
  });

  it('takes a quarter in advance, and the quarter’s later months not again', async () => {
    const companyId = await givenCompany(office);
    await givenLease(office, { space: 'A-001', kind: 'daytime', companyId, windows: WORKDAYS, from: '2026-08-11', monthlyFen: 20_000, cycle: 'quarter', resolutionNo: '1' });
    expect(await issue('2026-08')).toMatchObject({ issued: 1, amountFen: 13_548 + 20_000, subsidyFen: 0 });
    expect(await issue('2026-09')).toMatchObject({ issued: 0, skipped: [{ reason: 'NOT_DUE' }] });
    expect(await issue('2026-10')).toMatchObject({ issued: 1, amountFen: 60_000 });
    expect(await balanceOf('2241.03.02')).toBe(93_548);
  });

  it('takes money of a space that is not common for its owner', async () => {
    await givenLease(office, { space: 'B-001', homeId, monthlyFen: 30_000 });
    expect(await issue('2026-10')).toMatchObject({ issued: 1, amountFen: 30_000, subsidyFen: 0 });
    expect(await billsOf(homeId)).toMatchObject([{ itemName: '停车费（代收）' }]);
    expect(await balanceOf('2241.02')).toBe(30_000);
    expect(await balanceOf('2241.03.01')).toBe(0);
  });

  it('says why a lease is left out', async () => {
    await givenLease(office, { space: 'A-001', homeId, draft: true });
    const suspended = await givenLease(office, { space: 'A-001', homeId });
    await office.get('parking.suspendLease', { leaseId: suspended, from: '2026-09-15', reason: '外出' });
    await givenLease(office, { space: 'A-002', homeId, monthlyFen: 0, from: '2026-10-01' });
    expect((await issue('2026-10')).skipped.map(({ reason }) => reason).sort()).toEqual(['DRAFT', 'NOTHING_TO_CHARGE', 'SUSPENDED']);
  });

  it('does not charge a month again that another lease of the space paid whole', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId, proration: 'whole' });
    await issue('2026-10');
    expect(await office.get('parking.endLease', { leaseId, on: '2026-10-10', reason: '搬走' })).toEqual({ refundFen: 0, heldFen: 0 });
    await givenLease(office, { space: 'A-001', homeId: homes[1]?.homeId, from: '2026-10-10', proration: 'whole' });
    expect(await issue('2026-10')).toMatchObject({ issued: 0, skipped: [{ reason: 'ALREADY_CHARGED' }, { reason: 'MONTH_COVERED' }] });
    expect(await issue('2026-11')).toMatchObject({ issued: 1, amountFen: 5000 });
  });

  it('refuses a price for days that were charged, and months out of reach', async () => {
    await givenLease(office, { space: 'A-001', homeId });
    await issue('2026-10');
    expect(await office.call('parking.setPrices', { from: '2026-10-31', marketFen: 20_000, residentFen: 6000 })).toEqual(refusal('PRICE_BEFORE_CHARGE', { from: '2026-10-31', chargedTo: '2026-11-01' }));
    await office.get('parking.setPrices', { from: '2026-11-01', marketFen: 20_000, residentFen: 6000 });
    expect(await office.call('parking.issueCharges', { month: '2025-12', commit: true })).toMatchObject({ ok: false, code: 'MONTH_BEFORE_OPENING' });
    expect(await office.call('parking.issueCharges', { month: '2027-12', commit: true })).toMatchObject({ ok: false, code: 'MONTH_TOO_FAR' });
    expect(await issue('2026-11')).toMatchObject({ amountFen: 5000, subsidyFen: 15_000 });
  });

  it('cancels a charge with its subsidy, and can issue it again', async () => {
    const companyId = await givenCompany(office);
    await givenLease(office, { space: 'A-001', homeId, windows: NIGHTS });
    await givenLease(office, { space: 'A-001', kind: 'daytime', companyId, windows: WORKDAYS, monthlyFen: 20_000, resolutionNo: '1' });
    await issue('2026-10');
    const [bill] = (await office.get('payments.listOpenBills', { homeId })).items;
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '错' });
    expect([await balanceOf('2241.03.01'), await balanceOf('2241.03.02'), await balanceOf('2241.03.09')]).toEqual([0, 20_000, 0]);
    expect(await office.call('fees.correctBill', { billId: bill?.billId ?? 0, amountFen: 1, reason: '错' })).toMatchObject({ ok: false });
    expect(await issue('2026-10')).toMatchObject({ issued: 1, amountFen: 5000, subsidyFen: 10_000 });
    await sound();
  });

  it('lets nobody bill parking by hand', async () => {
    expect(await office.call('fees.chargeOnce', { homeId, item: 'parking-other', amountFen: 1, note: '' })).toMatchObject({ ok: false, code: 'ITEM_IS_FIXED' });
    expect(await office.call('fees.issueBills', { month: '2026-10', items: ['parking-resident'], commit: true })).toMatchObject({ ok: false, code: 'ITEM_IS_FIXED' });
    await givenLease(office, { space: 'A-001', homeId });
    await issue('2026-10');
    const [bill] = (await office.get('payments.listOpenBills', { homeId })).items;
    expect(await office.call('fees.correctBill', { billId: bill?.billId ?? 0, amountFen: 1, reason: '错' })).toMatchObject({ ok: false, code: 'ITEM_IS_FIXED' });
  });
});

describe('the end of a lease', () => {
  const pay = async (amountFen: number): Promise<void> => {
    const bills = (await office.get('payments.listOpenBills', { homeId })).items;
    await office.get('payments.register', { paymentId: paymentId(), homeId, receivedOn: '2026-11-05', method: 'cash', amountFen, lines: [{ billId: bills[0]?.billId ?? 0, amountFen }] });
  };

  it('takes off the unserved days of what was charged, and holds what was paid of them', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId, cycle: 'quarter', from: '2026-10-01' });
    await issue('2026-10');
    await pay(15_000);
    const preview = await office.get('parking.previewEnd', { leaseId, on: '2026-11-16' });
    expect(preview).toMatchObject({ refundFen: 7500, heldFen: 7500, changes: [{ beforeFen: 15_000, afterFen: 7500, paidFen: 15_000 }] });
    expect(await office.get('parking.endLease', { leaseId, on: '2026-11-16', reason: '卖车' })).toEqual({ refundFen: 7500, heldFen: 7500 });
    expect(await balanceOf('2203')).toBe(7500);
    await sound();
  });

  it('settles what was not paid at all without holding anything', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId });
    await issue('2026-11');
    expect(await office.get('parking.endLease', { leaseId, on: '2026-11-01', reason: '退租' })).toEqual({ refundFen: 5000, heldFen: 0 });
    expect(await billsOf(homeId)).toEqual([]);
    expect([await balanceOf('2241.03.01'), await balanceOf('2241.03.09')]).toEqual([0, 0]);
    expect(await office.call('parking.endLease', { leaseId, on: '2026-11-01', reason: '退租' })).toMatchObject({ ok: false, code: 'LEASE_ENDED' });
    await sound();
  });

  it('of a whole-month lease gives months back that were not begun', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId, cycle: 'quarter', proration: 'whole', from: '2026-10-01' });
    await issue('2026-10');
    expect(await office.get('parking.endLease', { leaseId, on: '2026-11-02', reason: '退租' })).toEqual({ refundFen: 5000, heldFen: 0 });
    expect(await billsOf(homeId)).toMatchObject([{ amountFen: 10_000 }]);
  });

  it('for an owner’s need keeps the notice, and pays by days whatever was agreed', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId, proration: 'whole', noticeDays: 10 });
    await issue('2026-11');
    expect(await office.call('parking.recallLease', { leaseId, on: '2026-11-14', reason: '业主要用' })).toEqual(refusal('NOTICE_TOO_SHORT', { earliest: '2026-11-15' }));
    expect(await office.get('parking.previewEnd', { leaseId, on: '2026-11-16', recall: true })).toMatchObject({ refundFen: 2500 });
    expect(await office.get('parking.previewEnd', { leaseId, on: '2026-11-16' })).toMatchObject({ refundFen: 0 });
    expect(await office.get('parking.recallLease', { leaseId, on: '2026-11-16', reason: '业主要用' })).toMatchObject({ refundFen: 2500 });
    // Issued again it is what it was settled to.
    expect(await issue('2026-11')).toMatchObject({ issued: 0 });
    await sound();
  });
});

describe('a lease that changes', () => {
  it('rests without holding or costing anything, and goes on', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId });
    await issue('2026-11');
    expect(await office.get('parking.suspendLease', { leaseId, from: '2026-11-10', to: '2026-11-20', reason: '修车' })).toMatchObject({ refundFen: 1667 });
    expect(await office.call('parking.suspendLease', { leaseId, from: '2026-11-12', reason: '又' })).toEqual(refusal('LEASE_SUSPENDED', { from: '2026-11-10', to: '2026-11-20' }));
    const other = await givenLease(office, { space: 'A-001', homeId: homes[1]?.homeId, from: '2026-11-10', to: '2026-11-15' });
    expect(await office.call('parking.resumeLease', { leaseId, on: '2026-11-12' })).toMatchObject({ ok: false, code: 'SPACE_TAKEN', details: { leaseId: other } });
    await office.get('parking.resumeLease', { leaseId, on: '2026-11-15' });
    expect(await office.call('parking.resumeLease', { leaseId, on: '2026-11-15' })).toMatchObject({ ok: false, code: 'LEASE_NOT_SUSPENDED' });
    // Five days of the other, and five days that came back.
    expect(await issue('2026-11')).toMatchObject({ issued: 2, amountFen: 833 + 834 });
    await sound();
  });

  it('moves with what was charged, to a space that is free', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId });
    await issue('2026-11');
    expect(await office.call('parking.moveLease', { leaseId, on: '2026-11-16', space: 'A-001', reason: '漏水' })).toMatchObject({ ok: false, code: 'SAME_SPACE' });
    expect(await office.get('parking.moveLease', { leaseId, on: '2026-11-16', space: 'A-002', reason: '漏水' })).toEqual({ refundFen: 0, heldFen: 0 });
    await givenLease(office, { space: 'A-001', homeId: homes[1]?.homeId, from: '2026-11-16' });
    expect(await office.call('parking.lease', { space: 'A-002', kind: 'resident', homeId: homes[1]?.homeId, plates: [], from: '2026-12-01', monthlyFen: 1, proration: 'days' })).toMatchObject({ ok: false, code: 'SPACE_TAKEN' });
    expect(await billsOf(homeId)).toMatchObject([{ amountFen: 5000 }]);
    await sound();
  });

  it('gets another price from a day that nothing was charged for, and a later end', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId, to: '2026-12-01' });
    await issue('2026-11');
    expect(await office.call('parking.renewLease', { leaseId, from: '2026-11-20', monthlyFen: 6000 })).toEqual(refusal('PRICE_BEFORE_CHARGE', { from: '2026-11-20', chargedTo: '2026-12-01' }));
    expect(await office.call('parking.renewLease', { leaseId, from: '2026-11-20', to: '2026-11-25' })).toMatchObject({ ok: false, code: 'LEASE_DAY_OUTSIDE' });
    await office.get('parking.renewLease', { leaseId, from: '2026-12-01', monthlyFen: 6000, to: '2027-12-01' });
    expect(await issue('2026-12')).toMatchObject({ issued: 1, amountFen: 6000, subsidyFen: 9000 });
    await sound();
  });

  it('takes the resident price in force with all others', async () => {
    const leaseId = await givenLease(office, { space: 'A-001', homeId });
    await givenLease(office, { space: 'B-001', homeId });
    await issue('2026-11');
    await office.get('parking.setPrices', { from: '2026-12-01', marketFen: 15_000, residentFen: 6000, resolutionNo: '业决〔2026〕9号' });
    const told = await office.get('parking.repriceResidents', { from: '2026-12-01', commit: false });
    expect(told.leases).toMatchObject([{ leaseId, beforeFen: 5000, afterFen: 6000 }]);
    await office.get('parking.repriceResidents', { from: '2026-12-01', commit: true });
    expect(await issue('2026-12')).toMatchObject({ issued: 2, amountFen: 11_000, subsidyFen: 9000 });
    expect((await office.get('parking.repriceResidents', { from: '2026-12-01', commit: true })).leases).toEqual([]);
  });
});
