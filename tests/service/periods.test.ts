import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postEntry, reverseEntry } from '../../db/ledger.ts';
import { rows, run } from '../../db/sql.ts';
import { balanceOf, givenHome, givenHomes, openBills, pay, rosterFile, temporaryFile } from '../support/builders.ts';
import { bankFile, channelDesk, wechatFile, wechatNo } from '../support/channel-desk.ts';
import { givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { costOf } from '../support/costs.ts';
import { expectRefused, openOffice, paymentId, refusal, type TestOffice } from '../support/open-office.ts';
import { givenLease, givenSpaces } from '../support/parking.ts';
import { heldOn, makeReady, sealOf } from '../support/periods.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const itemOf = async (month: string, name: string) => (await office.get('periods.check', { month })).items.find((item) => item.name === name);
const close = async (month: string) => {
  await makeReady(office, month);
  return office.get('periods.close', { month });
};
async function importSessions(...sessions: SheetSession[]) {
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(sessions));
  return office.get('charging.importSessions', { file, platform: '某平台', commit: true });
}

describe('closing', () => {
  it('takes all months before along the first time, and later one after the other', async () => {
    expect(await close('2026-08')).toEqual({ closedThrough: '2026-08', months: ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'] });
    await expectRefused(office, () => office.call('periods.close', { month: '2026-10' }), 'PERIOD_EARLIER_OPEN', { month: '2026-10', first: '2026-09' });
    await expectRefused(office, () => office.call('periods.close', { month: '2026-07' }), 'PERIOD_ALREADY_CLOSED', { month: '2026-07', through: '2026-08' });
    expect(await close('2026-09')).toEqual({ closedThrough: '2026-09', months: ['2026-09'] });
    await expectRefused(office, () => office.call('periods.close', { month: '2026-11' }), 'PERIOD_NOT_OVER', { month: '2026-11', today: '2026-11-05' });
    await expectRefused(office, () => office.call('periods.close', { month: '2025-12' }), 'MONTH_BEFORE_OPENING', { month: '2025-12', opensOn: '2026-01-01' });
    const { closedThrough, next, months, events } = await office.get('periods.list', {});
    expect({ closedThrough, next }).toEqual({ closedThrough: '2026-09', next: '2026-10' });
    expect(months.map(({ month, state, by }) => [month.slice(5), state, by])).toEqual([['11', 'running', ''], ['10', 'open', ''], ...['09', '08', '07', '06', '05', '04', '03', '02', '01'].map((month) => [month, 'closed', '陈经理'])]);
    expect(events.map(({ kind, month, months: moved }) => [kind, month, moved.length])).toEqual([['close', '2026-09', 1], ['close', '2026-08', 8]]);
  });
  it('is the manager’s, and so is opening again, which needs a reason and opens all later months too', async () => {
    await close('2026-08');
    await close('2026-09');
    await close('2026-10');
    for (const as of ['cashier', 'office', 'auditor'] as const) expect(await office.call('periods.reopen', { month: '2026-09', reason: '漏记' }, { as })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await office.call('periods.reopen', { month: '2026-09', reason: '  ' })).toMatchObject({ code: 'BAD_INPUT' });
    await expectRefused(office, () => office.call('periods.reopen', { month: '2026-11', reason: '漏记' }), 'PERIOD_NOT_CLOSED', { months: ['2026-11'] });
    expect(await office.get('periods.reopen', { month: '2026-09', reason: '漏记一张电费单' })).toEqual({ closedThrough: '2026-08', months: ['2026-09', '2026-10'] });
    const { events, months } = await office.get('periods.list', {});
    expect(events[0]).toMatchObject({ kind: 'reopen', month: '2026-09', months: ['2026-09', '2026-10'], closedThrough: '2026-08', reason: '漏记一张电费单', by: '陈经理' });
    expect(months.filter(({ state }) => state === 'open').map(({ month }) => month)).toEqual(['2026-10', '2026-09']);
    await close('2026-09');
    expect(await office.get('periods.reopen', { month: '2026-01', reason: '重来' })).toMatchObject({ closedThrough: null });
    expect(await close('2026-03')).toMatchObject({ months: ['2026-01', '2026-02', '2026-03'] });
  });
});

describe('the checks', () => {
  it('want the bank’s balance where the books have an account, and name what it differs by', async () => {
    const [home] = await givenHomes(office, [{ arrearsFen: 50_000 }]);
    if (!home) throw new Error('no home');
    await office.get('payments.register', pay(home, (await openBills(office, home))[0], 30_000, { method: 'transfer', transactionNo: 'T-9', receivedOn: '2026-10-20' }));
    expect(await itemOf('2026-10', 'bankProperty')).toMatchObject({ ok: false, detail: '账上 300.00，还没录银行对账单余额', facts: { ledgerFen: 30_000, balanceFen: null } });
    expect(await itemOf('2026-10', 'bankCommon')).toMatchObject({ ok: true, facts: { postings: 0 } });
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    expect(await office.get('periods.setBankBalance', { month: '2026-10', account: '1002.01', balanceFen: 30_010 }, { as: 'office' })).toEqual({ ledgerFen: 30_000, differenceFen: 10 });
    await expectRefused(office, () => office.call('periods.close', { month: '2026-10' }), 'PERIOD_NOT_READY', { month: '2026-10', items: [{ name: 'bankProperty', detail: '账上 300.00，银行 300.10，差 0.10', facts: { account: '1002.01', ledgerFen: 30_000, balanceFen: 30_010, differenceFen: 10, postings: 1 } }] });
    await office.get('periods.setBankBalance', { month: '2026-10', account: '1002.01', balanceFen: 30_000 });
    expect(await itemOf('2026-10', 'bankProperty')).toMatchObject({ ok: true, detail: '账上 300.00，银行 300.00，一致' });
    await office.get('periods.close', { month: '2026-10' });
    await expectRefused(office, () => office.call('periods.setBankBalance', { month: '2026-10', account: '1002.01', balanceFen: 1 }), 'PERIOD_CLOSED', { month: '2026-10', on: '2026-10-31' });
    await expectRefused(office, () => office.call('periods.setBankBalance', { month: '2026-11', account: '1002.01', balanceFen: 1 }), 'PERIOD_NOT_OVER', { month: '2026-11', today: '2026-11-05' });
    expect(await rows(office.raw, 'select balance_fen as fen from bank_balance order by bank_balance_id')).toEqual([{ fen: 30_010 }, { fen: 30_000 }]);
  });
  it('want every day on which money passed the desk closed, and no shift of the month open', async () => {
    office.ctx.now = new Date('2026-10-20T02:00:00Z');
    await office.get('shifts.open', { floatFen: 0 }, { as: 'cashier' });
    const home = await givenHome(office, { arrearsFen: 5_000 });
    await office.get('payments.register', pay(home, (await openBills(office, home))[0], 5_000, { receivedOn: '2026-10-20' }), { as: 'cashier' });
    office.ctx.now = new Date('2026-11-05T02:00:00Z');
    expect(await itemOf('2026-10', 'daysClosed')).toMatchObject({ ok: false, detail: '1 天没有日结：2026-10-20；没交班：刘晓燕', facts: { days: 1, from: '2026-10-20', shifts: '刘晓燕' } });
    expect(await itemOf('2026-09', 'daysClosed')).toMatchObject({ ok: true });
    await office.get('shifts.close', { countedFen: 5_000 }, { as: 'cashier' });
    expect(await itemOf('2026-10', 'daysClosed')).toMatchObject({ ok: false, facts: { shifts: '' } });
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    expect(await itemOf('2026-10', 'daysClosed')).toMatchObject({ ok: true, detail: '有收付的日子都已日结' });
  });
  it('want what channels hold at the month’s end matched with their files', async () => {
    const desk = channelDesk(office);
    await desk.paid(15_000, wechatNo(1), { receivedOn: '2026-10-30' });
    expect(await itemOf('2026-10', 'channelsSettled')).toMatchObject({ ok: false, facts: { exceptions: 0, missing: 0, unmatchedFen: 15_000 } });
    expect(await itemOf('2026-09', 'channelsSettled')).toMatchObject({ ok: true });
    await desk.taken('wechat', wechatFile([{ on: '2026-10-30', no: wechatNo(1), amountFen: 15_000, feeFen: 150 }, { on: '2026-10-30', no: wechatNo(2), amountFen: 700, feeFen: 7 }]));
    expect(await itemOf('2026-10', 'channelsSettled')).toMatchObject({ ok: false, detail: '1 条对账异常没处理' });
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    await office.get('channels.resolve', { lineId, action: 'hold' });
    expect(await itemOf('2026-10', 'channelsSettled')).toMatchObject({ ok: true });
    await desk.taken('bank', bankFile([{ on: '2026-11-02', amountFen: 15_543, party: '财付通支付科技有限公司', summary: '商户结算', serial: 'S1' }]));
    expect(await itemOf('2026-10', 'channelsSettled')).toMatchObject({ ok: true });
  });
  it('want charging lines decided and the grid’s bill of each month in which chargers sold', async () => {
    await givenChargers(office);
    await importSessions({ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000' }, { order: '2', device: 'EV-77', start: '2026-10-09 19:10:00', end: '2026-10-09 20:30:00', kwh: '10.0000' });
    expect(await itemOf('2026-10', 'sessionsReviewed')).toMatchObject({ ok: false, detail: '1 条充电订单等着处理' });
    expect(await itemOf('2026-09', 'sessionsReviewed')).toMatchObject({ ok: true });
    expect(await itemOf('2026-10', 'meterBill')).toMatchObject({ ok: false, detail: '缺电网电费单：2026-10' });
    expect(await itemOf('2026-09', 'meterBill')).toMatchObject({ ok: true });
    expect(await itemOf('2026-10', 'platformsSettled')).toMatchObject({ ok: true, facts: { owedFen: 599 } });
    const [line] = (await office.get('charging.listReview', { state: 'open' })).items;
    await office.get('charging.decideReview', { reviewId: line?.reviewId ?? 0, action: 'reject', reason: '不是我们的桩' });
    await office.get('charging.addGridBill', { month: '2026-10', lines: [{ energy: 80_000, costFen: 500 }] });
    for (const name of ['sessionsReviewed', 'meterBill']) expect(await itemOf('2026-10', name)).toMatchObject({ ok: true });
  });
  it('want every voucher of the month and before decided, whatever comes after; then none comes in', async () => {
    const [waiting, later] = [costOf({ paidOn: '2026-09-20' }), costOf({ paidOn: '2026-10-20' })];
    const { costNo } = await office.get('costs.register', waiting);
    await office.get('costs.register', later);
    expect(await itemOf('2026-08', 'costsApproved')).toMatchObject({ ok: true, detail: '收支凭证都已审批' });
    for (const month of ['2026-09', '2026-10']) expect(await itemOf(month, 'costsApproved')).toMatchObject({ ok: false, facts: { vouchers: month === '2026-09' ? 1 : 2, first: costNo } });
    await makeReady(office, '2026-09');
    expect(await office.call('periods.close', { month: '2026-09' })).toMatchObject({ code: 'PERIOD_NOT_READY', details: { items: [{ name: 'costsApproved', detail: `1 张收支凭证等经理审批，第一张：${costNo}` }] } });
    await office.get('costs.approve', { costId: waiting.costId });
    await close('2026-09');
    await expectRefused(office, () => office.call('costs.register', costOf({ paidOn: '2026-09-30', fund: 'common' })), 'PERIOD_CLOSED', { month: '2026-09', on: '2026-09-30' });
    await office.get('costs.reject', { costId: later.costId, reason: '没有验收' });
    expect(await itemOf('2026-10', 'costsApproved')).toMatchObject({ ok: true });
  });
  it('find postings that balance nowhere, on no bill or no home, and what verifying finds', async () => {
    const home = await givenHome(office, { arrearsFen: 5_000 });
    expect(await itemOf('2026-10', 'crossTotals')).toMatchObject({ ok: true });
    await office.office.database.write((db) => postEntry(db, { on: '2026-10-03', kind: 'income', memo: '错', by: 1, at: office.ctx.now, postings: [{ account: '1122', fund: 'property', homeId: home.homeId, amountFen: 300 }, { account: '2203', fund: 'property', amountFen: -300 }] }));
    expect(await itemOf('2026-10', 'crossTotals')).toMatchObject({ ok: false, facts: { funds: '', receivableFen: 300, prepaidFen: 300 } });
    await run(office.raw, 'drop trigger posting_no_update');
    await run(office.raw, 'update posting set amount_fen = 4999 where amount_fen = 5000');
    expect(await itemOf('2026-10', 'crossTotals')).toMatchObject({ ok: false, facts: { funds: 'property −0.01' } });
    expect(await itemOf('2026-10', 'booksVerified')).toMatchObject({ ok: false, facts: { first: expect.stringContaining('HASH') as unknown } });
  });
});

describe('a closed month', () => {
  it('takes no entry, by whatever way it comes; a mirror dated today undoes an old one', async () => {
    const home = await givenHome(office);
    await office.get('fees.issueBills', { month: '2026-09', commit: true });
    await close('2026-10');
    const raw = (on: string) => run(office.raw, `insert into entry (entry_id, on_date, posted_at, kind, memo, user_id, reverses, previous_hash, hash) values (999, ?, '2026-11-05T02:00:00.000Z', 'income', '', 1, null, 'a', 'b')`, [on]);
    await expect(raw('2026-10-31')).rejects.toThrow('PERIOD_CLOSED');
    await expect(raw('2026-01-01')).rejects.toThrow('PERIOD_CLOSED');
    const postings = [{ account: '1001', fund: 'property' as const, amountFen: 5 }, { account: '5301', fund: 'property' as const, amountFen: -5 }];
    const post = (on: string) => office.office.database.write((db) => postEntry(db, { on, kind: 'income', memo: '', by: 1, at: office.ctx.now, postings }));
    await expect(post('2026-10-31')).rejects.toMatchObject({ code: 'PERIOD_CLOSED', details: { month: '2026-10', on: '2026-10-31' } });
    await post('2026-11-01');
    const before = await sealOf(office, '2026-10');
    const [bill] = await openBills(office, home);
    await office.get('fees.cancelBill', { billId: bill?.billId ?? 0, reason: '错' });
    const [old] = await rows<{ entryId: number }>(office.raw, `select min(entry_id) as entryId from entry where on_date > '2026-10-31'`);
    await office.office.database.write((db) => reverseEntry(db, old?.entryId ?? 0, { on: '2026-11-05', memo: '红冲', by: 1, at: office.ctx.now }));
    expect(await sealOf(office, '2026-10')).toEqual(before);
    // What is issued again is today's; what was never billed in the month is refused.
    expect(await office.get('fees.issueBills', { month: '2026-09', commit: true })).toMatchObject({ issued: 1 });
    expect(await sealOf(office, '2026-10')).toEqual(before);
  });
  it('refuses bills, in the preview too, and nothing is written', async () => {
    await givenHome(office);
    await close('2026-09');
    const refused = { month: '2026-09', on: '2026-09-01' };
    await expectRefused(office, () => office.call('fees.issueBills', { month: '2026-09', commit: true }), 'PERIOD_CLOSED', refused);
    expect(await office.call('fees.issueBills', { month: '2026-09', commit: false })).toEqual(refusal('PERIOD_CLOSED', refused));
    expect(await office.call('fees.previewBills', { month: '2026-09' })).toEqual(refusal('PERIOD_CLOSED', refused));
    expect(await office.get('fees.issueBills', { month: '2026-10', commit: true })).toMatchObject({ issued: 1 });
    await office.get('periods.reopen', { month: '2026-09', reason: '漏出账' });
    expect(await office.get('fees.issueBills', { month: '2026-09', commit: true })).toMatchObject({ issued: 1 });
  });
  it('refuses money dated in it: payments, deposits, settlements, what is held, and the grid’s corrected bill', async () => {
    await givenChargers(office);
    const desk = channelDesk(office);
    const home = await givenHome(office, { arrearsFen: 5_000, room: '801' });
    await office.get('charging.addGridBill', { month: '2026-09', lines: [{ energy: 80_000, costFen: 500 }] });
    await close('2026-10');
    const on = '2026-10-31';
    const refused = { month: '2026-10', on };
    await expectRefused(office, async () => office.call('payments.register', pay(home, (await openBills(office, home))[0], 5_000, { receivedOn: on })), 'PERIOD_CLOSED', refused);
    await expectRefused(office, () => office.call('deposits.take', { depositId: paymentId(), homeId: home.homeId, amountFen: 200_000, receivedOn: on, method: 'cash' }), 'PERIOD_CLOSED', refused);
    await expectRefused(office, () => office.call('charging.addGridBill', { month: '2026-09', lines: [{ energy: 80_000, costFen: 501 }] }), 'PERIOD_CLOSED', { month: '2026-09', on: '2026-09-30' });
    expect(await office.get('charging.addGridBill', { month: '2026-09', lines: [{ energy: 80_000, costFen: 500 }] })).toEqual({ version: 1 });
    await expectRefused(office, () => office.call('charging.addGridBill', { month: '2026-10', lines: [{ energy: 80_000, costFen: 501 }] }), 'PERIOD_CLOSED', refused);
    await desk.taken('wechat', wechatFile([{ on, no: wechatNo(5), amountFen: 900, feeFen: 9 }]));
    const { lineId } = await desk.exceptionOf('NOT_REGISTERED');
    await expectRefused(office, () => office.call('channels.resolve', { lineId, action: 'hold' }), 'PERIOD_CLOSED', refused);
    await expectRefused(office, () => office.call('channels.settle', { channel: 'wechat', through: on, netFen: 891, on }), 'PERIOD_CLOSED', refused);
  });
  it('refuses parking charges of it, in the preview too, what platforms paid in it, and arrears that were brought in with a roster', async () => {
    await givenSpaces(office, ['A-001']);
    const { homeId } = await givenHome(office);
    await office.get('parking.setPrices', { from: '2026-01-01', marketFen: 15_000, residentFen: 5000, resolutionNo: '业决〔2026〕1号' });
    await givenLease(office, { space: 'A-001', homeId, from: '2026-09-16', to: '2026-12-01' });
    await givenChargers(office);
    await importSessions({ order: '1', start: '2026-09-08 21:50:00', end: '2026-09-08 23:05:00', kwh: '8.0000' });
    await office.get('charging.addGridBill', { month: '2026-09', lines: [{ energy: 80_000, costFen: 300 }] });
    await close('2026-09');
    const refused = { month: '2026-09', on: '2026-09-01' };
    await expectRefused(office, () => office.call('parking.issueCharges', { month: '2026-09', commit: true }), 'PERIOD_CLOSED', refused);
    expect(await office.call('parking.previewCharges', { month: '2026-09' })).toEqual(refusal('PERIOD_CLOSED', refused));
    const lines = [{ on: '2026-09-08', grossFen: 599, commissionFen: 6 }];
    await expectRefused(office, () => office.call('charging.addSettlement', { platform: '某平台', paidOn: '2026-09-20', reference: 'J1', lines }), 'PERIOD_CLOSED', { month: '2026-09', on: '2026-09-20' });
    expect(await office.get('charging.addSettlement', { platform: '某平台', paidOn: '2026-10-06', reference: 'J1', lines })).toMatchObject({ days: 1 });
    expect(await office.call('roster.import', { file: rosterFile([{ room: '901', arrearsFen: 5_000 }]), commit: true, onError: 'refuse' })).toMatchObject({ ok: false, code: 'PERIOD_CLOSED' });
    expect(await office.get('parking.issueCharges', { month: '2026-10', commit: true })).toMatchObject({ issued: 1 });
  });
  it('lets a bank file in, and what of it would settle in a closed month waits', async () => {
    const desk = channelDesk(office);
    await desk.paid(15_000, wechatNo(1), { receivedOn: '2026-10-03' });
    await desk.taken('wechat', wechatFile([{ on: '2026-10-03', no: wechatNo(1), amountFen: 15_000, feeFen: 150 }]));
    await office.get('periods.setBankBalance', { month: '2026-10', account: '1002.01', balanceFen: 0 });
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    await office.get('periods.close', { month: '2026-10' });
    const file = bankFile([{ on: '2026-10-04', amountFen: 14_850, party: '财付通支付科技有限公司', summary: '商户结算', serial: 'S1' }]);
    expect(await desk.taken('bank', file)).toMatchObject({ lines: 1, settled: 0, exceptions: [{ reason: 'NOT_SETTLED' }] });
    expect(await office.get('channels.rematch', {})).toMatchObject({ settled: 0 });
    await office.get('periods.reopen', { month: '2026-10', reason: '银行文件晚到' });
    expect(await office.get('channels.rematch', {})).toMatchObject({ settled: 1, left: 0 });
    expect(await heldOn(office, '1002.01', '2026-10-31')).toBe(14_850);
  });
  it('leaves charging sessions that ended in it on the work list, and takes the rest of their file', async () => {
    await givenChargers(office);
    await close('2026-10');
    const before = await sealOf(office, '2026-10');
    const answer = await importSessions({ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000' }, { order: '2', start: '2026-10-31 23:30:00', end: '2026-11-01 00:30:00', kwh: '7.0001' }, { order: '3', start: '2026-11-02 21:50:00', end: '2026-11-02 23:05:00', kwh: '8.0000' });
    expect(answer).toMatchObject({ accepted: 2, repeats: 0, needsReview: [{ orderNo: '1', reason: 'MONTH_CLOSED', value: '2026-10-08' }], months: { '2026-11': { sessions: 2 } } });
    expect(Object.keys(answer.months)).toEqual(['2026-11']);
    expect(await sealOf(office, '2026-10')).toEqual(before);
    const [line] = (await office.get('charging.listReview', { state: 'open', reason: 'MONTH_CLOSED' })).items;
    const accept = () => office.call('charging.decideReview', { reviewId: line?.reviewId ?? 0, action: 'accept', reason: '已反结账' });
    await expectRefused(office, accept, 'REVIEW_STILL_WRONG', { reason: 'MONTH_CLOSED', value: '2026-10-08' });
    await office.get('periods.reopen', { month: '2026-10', reason: '平台文件晚到' });
    expect(await accept()).toMatchObject({ ok: true, value: { totalFen: 599 } });
    expect(await balanceOf(office, '1122.01')).toBe(599 + 475 + 599);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });
  it('takes a file of the closed month alone, though it was picked for the month', async () => {
    await givenChargers(office);
    await close('2026-10');
    const file = temporaryFile('csv');
    writeFileSync(file, sessionCsv([{ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000' }, { order: '2', start: '2026-11-01 21:50:00', end: '2026-11-01 23:05:00', kwh: '8.0000' }]));
    expect(await office.get('charging.importSessions', { file, platform: '某平台', month: '2026-10', commit: true })).toMatchObject({ accepted: 1, needsReview: [{ reason: 'MONTH_CLOSED' }] });
  });
  it('is refunded, corrected and undone today', async () => {
    await givenChargers(office);
    await importSessions({ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000' });
    const home = await givenHome(office, { arrearsFen: 5_000, room: '802' });
    const paid = pay(home, (await openBills(office, home))[0], 5_000, { receivedOn: '2026-10-20' });
    await office.get('payments.register', paid);
    await office.get('charging.addGridBill', { month: '2026-10', lines: [{ energy: 80_000, costFen: 500 }] });
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    await close('2026-10');
    const before = await sealOf(office, '2026-10');
    const [session] = (await office.get('charging.listSessions', {})).items;
    await office.get('charging.correctSession', { sessionId: session?.sessionId ?? 0, energy: 70_000, reason: '表不准' });
    await office.get('payments.reverse', { paymentId: paid.paymentId, reason: '串户' });
    expect(await sealOf(office, '2026-10')).toEqual(before);
    expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  });
});
