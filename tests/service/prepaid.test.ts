import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balancesOf, givenPromotion } from '../support/balances.ts';
import { balanceOf, givenHome, givenHomes, givenPayment, openBills, pay, type GivenHome } from '../support/builders.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

const issue = (month: string) => office.get('fees.issueBills', { month, commit: true });
const verified = { ok: true, problems: [] };
const giveBack = (home: GivenHome, amountFen?: number) => office.get('payments.refundPrepayment', { homeId: home.homeId, method: 'cash', reason: '搬走', ...(amountFen === undefined ? {} : { amountFen }) });
const statement = (home: GivenHome) => office.get('payments.prepaidStatement', { homeId: home.homeId });

describe('a promotion', () => {
  it('is shown before paying, and gives its days for the months it asks for', async () => {
    await givenPromotion(office);
    const home = await givenHome(office);
    // 12 × 150.00 × 30 ÷ 365
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId })).toMatchObject({ promotion: { name: '预缴一年送一月', months: 12, bonusDays: 30, bonusFen: 14_795 } });
    expect(await office.get('payments.listOpenBills', { homeId: home.homeId, on: '2025-12-31' })).toMatchObject({ promotion: null });
    const input = pay(home, undefined, 180_000);
    expect(await office.get('payments.register', input)).toMatchObject({ prepaidFen: 194_795, bonusFen: 14_795 });
    expect(await office.get('payments.register', input)).toMatchObject({ prepaidFen: 194_795, bonusFen: 14_795 });
    expect(await balanceOf(office, '5001.93')).toBe(14_795);
    expect(await balanceOf(office, '2203')).toBe(-194_795);
    expect(await office.get('payments.getReceipt', { paymentId: input.paymentId })).toMatchObject({ amountFen: 180_000, bonus: { name: '预缴一年送一月', days: 30, amountFen: 14_795 }, lines: [{ billId: null, amountFen: 180_000 }] });
    expect(await office.get('fees.listReductions', { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({ totalFen: 14_795 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('gives nothing for less, before it begins, after it ends, or to a home without a fee', async () => {
    await office.get('fees.setPromotion', { name: '十一月', from: '2026-11-01', to: '2026-11-05', months: 6, bonusDays: 10 });
    await office.get('fees.setPromotion', { name: '今天', from: '2026-11-05', to: '2026-11-06', months: 6, bonusDays: 20 });
    const home = await givenHome(office);
    expect(await office.get('payments.register', pay(home, undefined, 89_999))).toMatchObject({ bonusFen: 0 });
    const other = await givenHome(office, { room: '777' });
    expect(await office.get('payments.register', pay(other, undefined, 90_000, { receivedOn: '2026-11-04' }))).toMatchObject({ bonusFen: 4_932 });
    office.ctx.now = new Date('2026-11-06T02:00:00Z');
    const third = await givenHome(office, { room: '778' });
    expect(await office.get('payments.register', pay(third, undefined, 90_000, { receivedOn: '2026-11-06' }))).toMatchObject({ bonusFen: 0 });
    const unsold = await givenHome(office, { room: '779', status: '未售' });
    expect(await office.get('payments.listOpenBills', { homeId: unsold.homeId, on: '2026-11-05' })).toMatchObject({ promotion: null });
  });

  it('may pass the twelve months that paying ahead may not', async () => {
    await givenPromotion(office);
    const home = await givenHome(office);
    await expectRefused(office, () => office.call('payments.register', pay(home, undefined, 180_001)), 'PREPAYMENT_TOO_FAR', { maximumFen: 180_000, months: 12 });
    await office.get('payments.register', pay(home, undefined, 180_000));
    await expectRefused(office, () => office.call('payments.register', pay(home, undefined, 1)), 'PREPAYMENT_TOO_FAR', { maximumFen: 0, months: 12 });
  });

  it('is gone with the payment that earned it', async () => {
    await givenPromotion(office);
    const home = await givenHome(office);
    const before = await balancesOf(office, [home]);
    const { paymentId } = await givenPayment(office, pay(home, undefined, 180_000));
    await office.get('payments.void', { paymentId, reason: '错' });
    expect(await balancesOf(office, [home])).toEqual(before);
    expect(await office.get('fees.listReductions', { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({ totalFen: 0 });
  });
});

describe('payments.refundPrepayment', () => {
  it('gives back what no bill has used, under a number of its own', async () => {
    const home = await givenHome(office);
    await office.get('payments.register', pay(home, undefined, 50_000, { method: 'card' }));
    await issue('2026-11');
    expect(await statement(home)).toMatchObject({ label: '3-2-501', prepaidFen: 35_000, refundableFen: 35_000 });
    expect(await giveBack(home, 5_000)).toEqual({ refundNo: 'TK-2026-000001', refundedFen: 5_000, lapsedBonusFen: 0, prepaidFen: 30_000 });
    expect(await giveBack(home)).toEqual({ refundNo: 'TK-2026-000002', refundedFen: 30_000, lapsedBonusFen: 0, prepaidFen: 0 });
    expect(await balanceOf(office, '1001')).toBe(-35_000);
    expect(await balanceOf(office, '2203')).toBe(0);
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 1, totalFen: 15_000, byMethod: [{ method: 'card', amountFen: 50_000 }, { method: 'cash', amountFen: -35_000 }] });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('does not pay out a bonus: it lapses with the money', async () => {
    await givenPromotion(office);
    const home = await givenHome(office);
    await office.get('payments.register', pay(home, undefined, 180_000));
    await issue('2026-11');
    expect(await statement(home)).toMatchObject({ prepaidFen: 179_795, refundableFen: 165_000 });
    await expectRefused(office, () => office.call('payments.refundPrepayment', { homeId: home.homeId, amountFen: 165_001, method: 'cash', reason: '错' }), 'REFUND_EXCEEDS_PREPAYMENT', { refundableFen: 165_000 });
    expect(await giveBack(home, 55_000)).toMatchObject({ refundedFen: 55_000, lapsedBonusFen: 4_932, prepaidFen: 119_863 });
    expect(await giveBack(home)).toMatchObject({ refundedFen: 110_000, lapsedBonusFen: 9_863, prepaidFen: 0 });
    expect(await balanceOf(office, '5001.93')).toBe(0);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('has nothing to give of a bonus that is all that is left', async () => {
    await givenPromotion(office, { months: 1, bonusDays: 60 });
    const home = await givenHome(office);
    await office.get('payments.register', pay(home, undefined, 15_000));
    await issue('2026-11');
    expect(await statement(home)).toMatchObject({ prepaidFen: 29_589, refundableFen: 0 });
    await expectRefused(office, () => office.call('payments.refundPrepayment', { homeId: home.homeId, method: 'cash', reason: '错' }), 'REFUND_EXCEEDS_PREPAYMENT', { refundableFen: 0 });
  });

  it('keeps the payment that brought it from being undone whole; what it paid on bills can still be given back', async () => {
    const home = await givenHome(office, { arrearsFen: 10_000 });
    const [bill] = await openBills(office, home);
    const { paymentId } = await givenPayment(office, pay(home, undefined, 40_000, { lines: [{ billId: bill?.billId ?? 0, amountFen: 10_000 }] }));
    await giveBack(home, 12_000);
    for (const endpoint of ['payments.void', 'payments.reverse'] as const) await expectRefused(office, () => office.call(endpoint, { paymentId, reason: '错' }), 'PAYMENT_PARTLY_REFUNDED', { refundedFen: 12_000 });
    await expectRefused(office, () => office.call('payments.refund', { paymentId, amountFen: 28_001, reason: '错' }), 'REFUND_EXCEEDS_PAYMENT', { refundableFen: 28_000 });
    expect(await office.get('payments.refund', { paymentId, reason: '退' })).toMatchObject({ refundedFen: 28_000, remainingFen: 0 });
    for (const account of ['1001', '2203']) expect(await balanceOf(office, account)).toBe(0);
    expect(await balanceOf(office, '1122')).toBe(10_000);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('gives back what a cancelled bill left in its own fund, too', async () => {
    const home = await givenHome(office);
    await office.get('fees.defineItem', { code: 'lift', name: '电梯费', fund: 'agency', from: '2026-01-01', basis: 'home', rateE4: 200_000 });
    await issue('2026-10');
    const lift = (await openBills(office, home)).find(({ item }) => item === 'lift');
    await office.get('payments.register', pay(home, undefined, 7_000, { lines: [{ billId: lift?.billId ?? 0, amountFen: 2_000 }] }));
    await office.get('fees.cancelBill', { billId: lift?.billId ?? 0, reason: '错' });
    expect(await giveBack(home, 6_000)).toMatchObject({ refundedFen: 6_000, prepaidFen: 1_000 });
    const { accounts } = await office.get('ledger.trialBalance', {});
    expect(accounts.filter(({ account }) => account === '2203').map(({ fund, balanceFen }) => [fund, balanceFen])).toEqual([['agency', -1_000], ['property', 0]]);
    expect(await giveBack(home)).toMatchObject({ refundedFen: 1_000, prepaidFen: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is refused for a home that holds nothing or is not there, and to a cashier', async () => {
    const home = await givenHome(office);
    await expectRefused(office, () => office.call('payments.refundPrepayment', { homeId: home.homeId, method: 'cash', reason: '错' }), 'REFUND_EXCEEDS_PREPAYMENT', { refundableFen: 0 });
    await expectRefused(office, () => office.call('payments.refundPrepayment', { homeId: 99, method: 'cash', reason: '错' }), 'NO_SUCH_HOME', { homeId: 99 });
    await expectRefused(office, () => office.call('payments.refundPrepayment', { homeId: home.homeId, method: 'cash', reason: '错' }, { as: 'cashier' }), 'ROLE_NOT_ALLOWED');
  });
});

describe('what is held', () => {
  it('is listed by address with its bonus, paged and summed', async () => {
    await givenPromotion(office);
    const homes = await givenHomes(office, [{}, {}, {}, { owner: '李强' }]);
    const [first, , third, fourth] = homes as [GivenHome, GivenHome, GivenHome, GivenHome];
    await office.get('payments.register', pay(first, undefined, 180_000));
    await office.get('payments.register', pay(third, undefined, 5_000, { receivedOn: '2026-11-01' }));
    await office.get('payments.register', pay(fourth, undefined, 7_000));
    const page = await office.get('payments.listPrepaid', { limit: 2 });
    expect(page).toMatchObject({ totalFen: 206_795, items: [
      { label: '3-2-501', ownerName: '王秀兰', prepaidFen: 194_795, bonusFen: 14_795, monthlyFeeFen: 15_000, lastReceivedOn: '2026-11-05' }, { label: '3-2-503', prepaidFen: 5_000, bonusFen: 0, lastReceivedOn: '2026-11-01' },
    ] });
    expect(await office.get('payments.listPrepaid', { limit: 2, after: page.next ?? '' })).toMatchObject({ items: [{ label: '3-2-504' }] });
    expect(await office.get('payments.listPrepaid', { search: '李强' })).toMatchObject({ totalFen: 7_000, items: [{ label: '3-2-504' }] });
  });

  it('is stated movement by movement, with the balance after each', async () => {
    await givenPromotion(office, { months: 1 });
    const home = await givenHome(office);
    const { paymentId } = await givenPayment(office, pay(home, undefined, 20_000));
    await issue('2026-11');
    await issue('2026-12');
    await office.get('payments.refund', { paymentId, reason: '退' });
    const { items } = await statement(home);
    expect(items.map(({ kind, amountFen, balanceFen }) => [kind, amountFen, balanceFen])).toEqual([
      ['payment', 20_000, 20_000], ['bonus', 14_795, 34_795], ['prepayment-use', -15_000, 19_795], ['prepayment-use', -15_000, 4_795], ['prepayment-return', 15_000, 19_795], ['prepayment-return', 15_000, 34_795], ['reversal', -20_000, 14_795], ['reversal', -14_795, 0],
    ]);
  });
});
