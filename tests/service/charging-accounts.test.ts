import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { givenHome, pay, temporaryFile } from '../support/builders.ts';
import { givenChargers } from '../support/charging.ts';
import { expectRefused, openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());

const OWN = '本小区';
type Line = { order: string; socket?: number; start: string; end: string; kwh: string; card?: string; user?: string };
/** What the hosts of the office itself write. */
function file(lines: readonly Line[]): string {
  const path = temporaryFile('csv');
  writeFileSync(path, ['订单号,设备编号,插座号,开始时间,结束时间,电量(度),卡号,用户', ...lines.map(({ order, socket = 1, start, end, kwh, card = '', user = '' }) => [order, 'EB-01', socket, start, end, kwh, card, user].join(','))].join('\r\n'));
  return path;
}
const take = (lines: readonly Line[]) => office.get('charging.importSessions', { file: file(lines), platform: OWN, commit: true });
/** One kWh at 0.5593 and 0.40: 56 and 40 fen. */
const kwh1 = (order: string, card: string, day = '2026-10-05'): Line => ({ order, start: `${day} 01:00:00`, end: `${day} 04:00:00`, kwh: '1.0000', card });

async function open(): Promise<number> {
  office = await openOffice();
  await givenChargers(office);
  await office.get('charging.setCollects', { platform: OWN, collects: 'office' });
  return (await office.get('charging.openAccount', { cardNo: '0001', holder: '王师傅', phone: '13800004329' }, { as: 'cashier' })).accountId;
}
const topUp = (accountId: number, amountFen: number, change: Partial<CallInput<'charging.topUp'>> = {}) => office.get('charging.topUp', { topUpId: randomUUID(), accountId, amountFen, receivedOn: '2026-11-05', method: 'cash', ...change });
const balance = async (accountId: number) => (await office.get('charging.getAccount', { accountId })).balanceFen;
const verified = async () => expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
const ledgerOf = async (account: string) => (await office.get('ledger.trialBalance', {})).accounts.filter((one) => one.account === account).reduce((sum, one) => sum + one.balanceFen, 0);

describe('prepaid accounts', () => {
  it('take money ahead, are charged as sessions come in, and give the rest back to its source, the latest first', async () => {
    const accountId = await open();
    const topUpId = randomUUID();
    expect(await topUp(accountId, 1000, { topUpId })).toEqual({ receiptNo: 'CZ-2026-000001', balanceFen: 1000 });
    expect(await topUp(accountId, 1000, { topUpId })).toEqual({ receiptNo: 'CZ-2026-000001', balanceFen: 1000 });
    expect(await topUp(accountId, 2000, { method: 'wechat', transactionNo: 'W-1' })).toMatchObject({ balanceFen: 3000 });
    expect(await take([kwh1('1', '0001'), kwh1('2', '9999', '2026-10-06')])).toMatchObject({ accepted: 1, needsReview: [{ orderNo: '2', reason: 'UNKNOWN_PAYER', value: '9999' }] });
    expect(await balance(accountId)).toBe(2904);
    expect([await ledgerOf('2203.01'), await ledgerOf('2241.03.11'), await ledgerOf('2241.03.12'), await ledgerOf('1122.01')]).toEqual([-2904, -56, -40, 0]);
    await expectRefused(office, () => office.call('charging.payBack', { payBackId: randomUUID(), accountId, amountFen: 2905, reason: '搬走' }), 'PAYBACK_ABOVE_BALANCE', { balanceFen: 2904 });
    const payBackId = randomUUID();
    const back = { parts: [{ returnNo: 'CT-2026-000001', ofReceiptNo: 'CZ-2026-000002', method: 'wechat', amountFen: 2000 }, { returnNo: 'CT-2026-000002', ofReceiptNo: 'CZ-2026-000001', method: 'cash', amountFen: 904 }], balanceFen: 0 };
    expect(await office.get('charging.payBack', { payBackId, accountId, reason: '搬走' })).toEqual(back);
    expect(await office.get('charging.payBack', { payBackId, accountId, reason: '搬走' })).toEqual(back);
    expect(await office.get('charging.getAccount', { accountId, from: '2026-11-01' })).toMatchObject({ openingFen: -96, closingFen: 0, toppedUpFen: 3000, chargedFen: 96, paidBackFen: 2904, moves: [{ kind: 'topup', balanceFen: 904 }, { kind: 'topup', balanceFen: 2904 }, { kind: 'payback', amountFen: -2000 }, { kind: 'payback', balanceFen: 0 }] });
    // Both ways were in the shift of who did it, and the day's sums.
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 2, totalFen: 96 });
    await verified();
  });
  it('are found by card, phone tail, holder and home, and listed when they run low', async () => {
    const accountId = await open();
    const home = await givenHome(office);
    const other = (await office.get('charging.openAccount', { cardNo: '0002', holder: '李阿姨', phone: '13900001111', homeId: home.homeId })).accountId;
    await topUp(other, 5000);
    const found = async (input: CallInput<'charging.listAccounts'>) => (await office.get('charging.listAccounts', input)).items.map((one) => one.accountId);
    expect([await found({ search: '0002' }), await found({ search: '4329' }), await found({ search: '李' }), await found({ search: home.label }), await found({ belowFen: 500 }), await found({})]).toEqual([[other], [accountId], [other], [other], [accountId], [accountId, other]]);
    await office.get('charging.replaceCard', { accountId: other, cardNo: 'KA-7', reason: '换新' });
    expect(await found({ search: 'ka-7' })).toEqual([other]);
    expect(await office.get('charging.listAccounts', { belowFen: 5001 })).toMatchObject({ total: 2, balanceFen: 5000 });
  });
  it('keep their balance when a card is replaced; no number is used twice', async () => {
    const accountId = await open();
    await topUp(accountId, 500);
    await office.get('charging.replaceCard', { accountId, cardNo: '0009', reason: '丢了' });
    expect(await office.call('charging.openAccount', { cardNo: '0001', holder: '别人' })).toEqual(refusal('CARD_TAKEN', { cardNo: '0001', holder: '王师傅' }));
    await take([kwh1('1', '0001'), kwh1('2', '0009', '2026-10-06')]);
    expect(await office.get('charging.getAccount', { accountId })).toMatchObject({ cardNo: '0009', balanceFen: 500 - 192, cards: [{ cardNo: '0009', endedOn: null }, { cardNo: '0001', endedOn: '2026-11-05', note: '丢了' }] });
  });
  it.each([
    ['an account that is not there', { accountId: 99 }, 'NO_SUCH_CHARGING_ACCOUNT'], ['a day to come', { receivedOn: '2026-11-06' }, 'DATE_IN_FUTURE'], ['a transfer without its number', { method: 'transfer' }, 'TRANSACTION_NO_MISSING'], ['a number that a top-up used', { method: 'wechat', transactionNo: 'W-1' }, 'TRANSACTION_NO_USED'],
  ] as const)('refuse a top-up for %s', async (_, change, code) => {
    const accountId = await open();
    await topUp(accountId, 100, { method: 'wechat', transactionNo: 'W-1' });
    await expectRefused(office, () => office.call('charging.topUp', { topUpId: randomUUID(), accountId, amountFen: 100, receivedOn: '2026-11-05', method: 'cash', ...change }), code);
  });
  it('take back a wrong top-up of the day, by who took it, before the close', async () => {
    const accountId = await open();
    await office.get('shifts.open', { floatFen: 0 }, { as: 'cashier' });
    const [wrong, right] = [randomUUID(), randomUUID()];
    const take50 = (topUpId: string, amountFen: number) => office.get('charging.topUp', { topUpId, accountId, amountFen, receivedOn: '2026-11-05', method: 'cash' }, { as: 'cashier' });
    await take50(wrong, 5000);
    await take50(right, 500);
    expect(await office.get('charging.voidTopUp', { topUpId: wrong, reason: '多打一个零' }, { as: 'cashier' })).toEqual({ receiptNo: 'CZ-2026-000001', voidNo: 'ZF-2026-000001', balanceFen: 500 });
    await expectRefused(office, () => office.call('charging.voidTopUp', { topUpId: wrong, reason: '再来' }), 'PAYMENT_PARTLY_REFUNDED', { refundedFen: 5000 });
    const shift = await office.get('shifts.current', {}, { as: 'cashier' });
    expect(shift).toMatchObject({ shift: { expectedFen: 500 }, documents: [{ kind: 'void', no: 'ZF-2026-000001', ofNo: 'CZ-2026-000001', reason: '多打一个零' }] });
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ receipts: 1, reversed: 1, totalFen: 500 });
    await verified();
    await office.get('shifts.close', { countedFen: 500 }, { as: 'cashier' });
    await expectRefused(office, () => office.call('charging.voidTopUp', { topUpId: right, reason: '晚了' }, { as: 'cashier' }), 'DAY_CLOSED', { reportNo: 'JB-2026-000001' });
    await take([kwh1('1', '0001')]);
    const other = randomUUID();
    await office.get('charging.topUp', { topUpId: other, accountId, amountFen: 100, receivedOn: '2026-11-05', method: 'cash' });
    await expectRefused(office, () => office.call('charging.voidTopUp', { topUpId: other, reason: '不是我收的' }, { as: 'cashier' }), 'PAYMENT_OF_ANOTHER', { cashier: '陈经理' });
    await verified();
  });
  it('are in the shift of who took and gave: the drawer, the matrix, the numbers, the documents', async () => {
    const accountId = await open();
    await office.get('shifts.open', { floatFen: 10_000 });
    await topUp(accountId, 5000);
    await topUp(accountId, 3000, { method: 'wechat' });
    await office.get('charging.payBack', { payBackId: randomUUID(), accountId, amountFen: 4000, reason: '多存了' });
    const shift = await office.get('shifts.current', {});
    expect(shift).toMatchObject({ shift: { expectedFen: 14_000 }, cashInFen: 5000, cashOutFen: -1000, series: [{ series: 'CZ-2026', count: 2, missing: [] }, { series: 'CT-2026', count: 2, missing: [] }] });
    expect(shift.matrix.map(({ kind, item, byMethod }) => [kind, item, byMethod.cash, byMethod.wechat])).toEqual([['receipt', 'charging-prepaid', 5000, 3000], ['charging-payback', 'charging-prepaid', -1000, -3000]]);
    expect(shift.documents).toMatchObject([{ kind: 'charging-payback', no: 'CT-2026-000001', ofNo: 'CZ-2026-000002', label: '0001', amountFen: -3000 }, { kind: 'charging-payback', amountFen: -1000 }]);
    await office.get('shifts.close', { countedFen: 14_000 });
    await verified();
  });
  it('are seen by who tampers with them', async () => {
    const accountId = await open();
    await topUp(accountId, 1000);
    await take([kwh1('1', '0001')]);
    await office.raw.raw('drop trigger charging_charge_no_update');
    await office.raw.raw('update charging_charge set amount_fen = 95');
    expect((await office.get('ledger.verify', {})).problems.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(['CHARGING 1', 'CHARGING 2026-10-05', 'CHARGING 2203.01']);
  });
});

describe('products', () => {
  it('cover what they hold: a free quota each month first, then the card, by energy', async () => {
    const accountId = await open();
    await topUp(accountId, 2000);
    await office.get('charging.defineProduct', { name: '免 1.5 度', kind: 'quota', energy: 15_000, covers: 'all' });
    await office.get('charging.defineProduct', { name: '月卡', kind: 'card', priceFen: 300, days: 30, covers: 'service' });
    await office.get('charging.grantQuota', { accountId, product: '免 1.5 度', from: '2026-10-01', reason: '低保' });
    const formId = randomUUID();
    for (let twice = 0; twice < 2; twice += 1) expect(await office.get('charging.sellProduct', { formId, accountId, product: '月卡', from: '2026-10-01' })).toEqual({ until: '2026-10-30', balanceFen: 1700 });
    // The first is free; of the second half is, and the card takes the service fee of the rest; the third has the card; November has its quota again, and no card.
    await take([kwh1('1', '0001', '2026-10-01'), kwh1('2', '0001', '2026-10-02'), kwh1('3', '0001', '2026-10-03'), kwh1('4', '0001', '2026-11-01'), kwh1('5', '0001', '2026-11-02')]);
    const { moves, planList } = await office.get('charging.getAccount', { accountId });
    expect(moves.filter(({ kind }) => kind === 'charge').map(({ no, amountFen }) => [no, 0 - amountFen])).toEqual([['1', 0], ['2', 28], ['3', 56], ['4', 0], ['5', 48]]);
    expect(planList).toMatchObject([{ product: '月卡', leftEnergy: null }, { product: '免 1.5 度', leftEnergy: 0 }]);
    expect([await ledgerOf('2241.03.17'), await ledgerOf('2241.03.16'), await ledgerOf('2241.03.11'), await ledgerOf('2241.03.12'), await ledgerOf('2203.01')]).toEqual([5 * 96 - 132, -300, -280, -200, -(1700 - 132)]);
    await verified();
  });
  it('refuse terms that make no sense, a card that the balance does not pay, and a second quota', async () => {
    const accountId = await open();
    const define = (terms: Omit<CallInput<'charging.defineProduct'>, 'name'>) => office.call('charging.defineProduct', { name: '甲', ...terms });
    expect(await define({ kind: 'card', covers: 'all' })).toEqual(refusal('PRODUCT_TERMS', { product: '甲', why: 'CARD_DAYS' }));
    expect(await define({ kind: 'quota', covers: 'all' })).toEqual(refusal('PRODUCT_TERMS', { product: '甲', why: 'QUOTA_ENERGY' }));
    expect(await define({ kind: 'quota', priceFen: 1, energy: 10, covers: 'all' })).toEqual(refusal('PRODUCT_TERMS', { product: '甲', why: 'QUOTA_FREE' }));
    expect(await define({ kind: 'card', priceFen: 1, days: 30, covers: 'all' })).toMatchObject({ ok: true });
    expect(await define({ kind: 'card', priceFen: 2, days: 30, covers: 'all' })).toEqual(refusal('PRODUCT_TAKEN', { product: '甲' }));
    await expectRefused(office, () => office.call('charging.sellProduct', { formId: randomUUID(), accountId, product: '甲' }), 'BALANCE_TOO_LOW', { balanceFen: 0, priceFen: 1 });
    await office.get('charging.defineProduct', { name: '乙', kind: 'quota', energy: 10, covers: 'all' });
    await office.get('charging.grantQuota', { accountId, product: '乙', reason: '试' });
    await expectRefused(office, () => office.call('charging.grantQuota', { accountId, product: '乙', reason: '试' }), 'QUOTA_HELD', { accountId });
    await office.get('charging.grantQuota', { accountId, product: '乙', until: '2026-11-30', reason: '停' });
    expect((await office.get('charging.getAccount', { accountId })).planList).toMatchObject([{ to: '2026-12-01' }]);
  });
});

describe('sessions of homes', () => {
  it('are billed at the month’s end, energy charge and service fee apart, once; a cancelled bill is billed again', async () => {
    await open();
    const home = await givenHome(office);
    await take([{ ...kwh1('1', ''), user: home.label }, { ...kwh1('2', '', '2026-10-09'), user: home.label }, { ...kwh1('3', '', '2026-11-02'), user: home.label }]);
    expect(await ledgerOf('1122.02')).toBe(288);
    expect(await office.get('charging.previewHomeBills', { month: '2026-10' })).toMatchObject({ items: [{ label: home.label, sessions: 2, energy: 20_000, energyFen: 112, serviceFen: 80 }], totalFen: 192 });
    expect(await office.get('charging.billHomes', { month: '2026-10' }, { as: 'office' })).toEqual({ homes: 1, bills: 2, sessions: 2, totalFen: 192 });
    expect(await office.get('charging.billHomes', { month: '2026-10' })).toEqual({ homes: 0, bills: 0, sessions: 0, totalFen: 0 });
    const { items: bills } = await office.get('payments.listOpenBills', { homeId: home.homeId });
    expect(bills.map(({ itemName, openFen }) => [itemName, openFen])).toEqual([['充电电费', 112], ['充电服务费', 80]]);
    await verified();
    const [energy, service] = bills;
    if (!energy || !service) throw new Error('no bills');
    await office.get('payments.register', pay(home, energy, 112));
    await office.get('fees.cancelBill', { billId: service.billId, reason: '重出' });
    expect(await office.get('charging.billHomes', { month: '2026-10' })).toEqual({ homes: 1, bills: 1, sessions: 2, totalFen: 80 });
    expect(await ledgerOf('1122.02')).toBe(96);
    await verified();
  });
  it('wait on the work list when nobody is named, and are taken when somebody is', async () => {
    const accountId = await open();
    await topUp(accountId, 1000);
    await take([kwh1('1', '')]);
    const [item] = (await office.get('charging.listReview', { state: 'open' })).items;
    await expectRefused(office, () => office.call('charging.decideReview', { reviewId: item?.reviewId ?? 0, action: 'accept', reason: '试' }), 'REVIEW_STILL_WRONG', { reason: 'UNKNOWN_PAYER', value: '' });
    await office.get('charging.decideReview', { reviewId: item?.reviewId ?? 0, action: 'accept', cells: { card: '0001' }, reason: '问过了' });
    expect(await balance(accountId)).toBe(904);
    await verified();
  });
  it('have no settlement: the office has their money', async () => {
    await open();
    await expectRefused(office, () => office.call('charging.addSettlement', { platform: OWN, paidOn: '2026-11-05', lines: [{ on: '2026-11-01', grossFen: 1, commissionFen: 0 }] }), 'SETTLEMENT_OF_OFFICE', { platform: OWN });
  });
  it('keep who collects once sessions are in the books', async () => {
    const accountId = await open();
    await topUp(accountId, 1000);
    await take([kwh1('1', '0001')]);
    await expectRefused(office, () => office.call('charging.setCollects', { platform: OWN, collects: 'platform' }), 'PLATFORM_IN_USE', { platform: OWN });
  });
});

describe('changes of sessions that the office bills', () => {
  it('go to the account, never more than it paid, and the rest to what its plan took off', async () => {
    const accountId = await open();
    await topUp(accountId, 1000);
    await office.get('charging.defineProduct', { name: '九成', kind: 'quota', energy: 9_000, covers: 'all' });
    await office.get('charging.grantQuota', { accountId, product: '九成', from: '2026-10-01', reason: '低保' });
    await take([kwh1('1', '0001'), kwh1('2', '0001', '2026-10-06')]);
    const [second, first] = (await office.get('charging.listSessions', {})).items;
    expect(await balance(accountId)).toBe(1000 - 10 - 96);
    expect(await office.call('charging.refundSession', { sessionId: first?.sessionId ?? 0, amountFen: 49, reason: '断电' })).toEqual(refusal('REFUND_ABOVE_SESSION', { standsFen: 10 }));
    const refund = { refundId: randomUUID(), sessionId: second?.sessionId ?? 0, amountFen: 40, reason: '断电' };
    const given = await office.get('charging.refundSession', refund);
    expect(await office.get('charging.refundSession', refund)).toEqual(given);
    await expectRefused(office, () => office.call('charging.refundSession', { ...refund, amountFen: 41 }), 'PAYMENT_ID_REUSED', { paymentId: refund.refundId });
    expect(await balance(accountId)).toBe(1000 - 10 - 56);
    // The minimum of 50 instead of 96, of which only 10 were paid.
    await office.get('charging.correctSession', { sessionId: first?.sessionId ?? 0, energy: 2500, reason: '表记错了' });
    expect(await balance(accountId)).toBe(1000 - 56);
    expect(await ledgerOf('2241.03.17')).toBe(86 - 36);
    expect((await office.get('charging.getAccount', { accountId })).moves.filter(({ kind }) => kind === 'change').map(({ amountFen }) => amountFen)).toEqual([40, 10]);
    await verified();
  });
  it('change what a home will be billed, and are refused once it is', async () => {
    await open();
    const home = await givenHome(office);
    await take([{ ...kwh1('1', ''), user: home.label }]);
    const [session] = (await office.get('charging.listSessions', {})).items;
    await office.get('charging.refundSession', { sessionId: session?.sessionId ?? 0, amountFen: 50, reason: '断电' });
    expect(await office.get('charging.billHomes', { month: '2026-10' })).toEqual({ homes: 1, bills: 1, sessions: 1, totalFen: 46 });
    await expectRefused(office, () => office.call('charging.refundSession', { sessionId: session?.sessionId ?? 0, amountFen: 1, reason: '断电' }), 'SESSION_BILLED', { sessionId: session?.sessionId ?? 0 });
    await verified();
  });
});

describe('the law of money paid ahead', () => {
  it('charged + paid back + what is left = topped up, whatever happens, and the ledger owes just that', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ who: fc.nat(1), what: fc.constantFrom('top', 'back', 'use', 'card'), size: fc.integer({ min: 1, max: 3000 }) }), { minLength: 5, maxLength: 14 }), async (steps) => {
      const accounts = [await open(), (await office.get('charging.openAccount', { cardNo: '0002', holder: '乙' })).accountId];
      await office.get('charging.defineProduct', { name: '卡', kind: 'card', priceFen: 250, days: 60, energy: 50_000, covers: 'all' });
      for (const [index, { who, what, size }] of steps.entries()) {
        const accountId = accounts[who] ?? 0;
        if (what === 'top') await topUp(accountId, size);
        else if (what === 'back') await office.call('charging.payBack', { payBackId: randomUUID(), accountId, amountFen: size, reason: '退' });
        else if (what === 'card') await office.call('charging.sellProduct', { formId: randomUUID(), accountId, product: '卡', from: '2026-10-01' });
        else await take([{ ...kwh1(String(index), `000${who + 1}`, `2026-10-${String(index + 1).padStart(2, '0')}`), kwh: (size / 1000).toFixed(4) }]);
      }
      const { items, balanceFen } = await office.get('charging.listAccounts', {});
      for (const one of items) {
        expect(one.toppedUpFen).toBe(one.chargedFen + one.paidBackFen + one.balanceFen);
        expect((await office.get('charging.getAccount', { accountId: one.accountId })).closingFen).toBe(one.balanceFen);
      }
      expect(await ledgerOf('2203.01')).toBe(balanceFen === 0 ? 0 : -balanceFen);
      await verified();
      await office.close();
    }), { numRuns: Number(process.env.FILES ?? 6) });
    office = await openOffice();
  });
});
