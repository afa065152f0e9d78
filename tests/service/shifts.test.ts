import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/contract/index.ts';
import { balanceOf, givenHome, pay, temporaryFile } from '../support/builders.ts';
import { cashier, shiftReportOf, take } from '../support/drawer.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const at = (time: string): void => { office.ctx.now = new Date(`2026-11-${time}+08:00`); };
const verified = { ok: true, problems: [] };
const current = () => office.get('shifts.current', {}, cashier);
describe('a shift', () => {
  it('opens with a float and says from when', async () => {
    expect(await office.get('shifts.open', { floatFen: 20_000 }, cashier)).toEqual({ shiftId: 1, openedAt: '2026-11-05T02:00:00.000Z', openedOn: '2026-11-05', floatFen: 20_000, expectedFen: 20_000 });
    await take(office, 10_000);
    await take(office, 4_000, { method: 'wechat' });
    expect(await current()).toMatchObject({ shift: { shiftId: 1, floatFen: 20_000, expectedFen: 30_000 }, entries: 2, cashInFen: 10_000, cashOutFen: 0, totals: { cash: 10_000, wechat: 4_000, totalFen: 14_000 } });
    await expectRefused(office, () => office.call('shifts.open', { floatFen: 0 }, cashier), 'SHIFT_ALREADY_OPEN', { openedAt: '2026-11-05T02:00:00.000Z' });
  });

  it('closes with what must be there, what was, and a number', async () => {
    await office.get('shifts.open', { floatFen: 20_000 }, cashier);
    await take(office, 10_000);
    expect(await office.get('shifts.close', { countedFen: 30_000 }, cashier)).toMatchObject({ expectedFen: 30_000, overShortFen: 0, reportNo: 'JB-2026-000001', keptFen: 30_000 });
    expect(await current()).toMatchObject({ shift: null, entries: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it.each([[10_123, '5301', -123], [9_950, '5711', 50]])('counted %i: the difference goes to %s', async (countedFen, account, balanceFen) => {
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    await take(office, 10_000);
    expect(await office.get('shifts.close', { countedFen }, cashier)).toMatchObject({ expectedFen: 10_000, overShortFen: countedFen - 10_000 });
    expect(await balanceOf(office, account)).toBe(balanceFen);
    expect(await balanceOf(office, '1001')).toBe(countedFen);
    // The difference stays in the shift that had it.
    await office.get('shifts.open', { floatFen: 500 }, cashier);
    expect(await current()).toMatchObject({ shift: { expectedFen: 500 }, entries: 0, totals: { totalFen: 0 } });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('banks cash into the accounts of its funds, and keeps the rest', async () => {
    await office.get('shifts.open', { floatFen: 20_000 }, cashier);
    await take(office, 10_000);
    const home = await givenHome(office, { room: '901' });
    await office.get('deposits.take', { depositId: crypto.randomUUID(), homeId: home.homeId, amountFen: 30_000, receivedOn: '2026-11-05', method: 'cash' }, cashier);
    const closed = await office.get('shifts.close', { countedFen: 60_000, bankedFen: 35_000, slipNo: '7788', witness: '李接班' }, cashier);
    expect(closed).toMatchObject({ expectedFen: 60_000, overShortFen: 0, bankedFen: 35_000, keptFen: 25_000 });
    expect(await shiftReportOf(office, closed.reportNo)).toMatchObject({ banked: [{ fund: 'deposit', account: '1002.01', amountFen: 30_000 }, { fund: 'property', account: '1002.01', amountFen: 5_000 }], slipNo: '7788', witness: '李接班' });
    const { accounts } = await office.get('ledger.trialBalance', {});
    const cash = accounts.filter(({ account }) => account === '1001').map(({ fund, balanceFen }) => [fund, balanceFen]);
    expect(cash).toEqual(expect.arrayContaining([['property', 5_000], ['deposit', 0]]));
    expect(await balanceOf(office, '1002.01')).toBe(35_000);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('freezes what it took by method and item, its numbers, and what was undone with the reason', async () => {
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    const wrong = await take(office, 10_000);
    await take(office, 2_500, { method: 'alipay' });
    const home = await givenHome(office, { room: '902' });
    await office.get('payments.register', pay(home, undefined, 15_000, { method: 'card' }), cashier);
    await office.get('payments.void', { paymentId: wrong.paymentId, reason: '收错户' }, cashier);
    const { reportNo } = await office.get('shifts.close', { countedFen: 0, notes: [] }, cashier);
    const report = await shiftReportOf(office, reportNo);
    expect(report.matrix.map(({ kind, item, byMethod }) => [kind, item, byMethod.cash, byMethod.alipay, byMethod.card, byMethod.totalFen])).toEqual([
      ['receipt', 'opening', 10_000, 2_500, 0, 12_500], ['receipt', 'prepayment', 0, 0, 15_000, 15_000], ['void', 'opening', -10_000, 0, 0, -10_000],
    ]);
    expect(report.totals).toEqual({ cash: 0, wechat: 0, alipay: 2_500, card: 15_000, transfer: 0, totalFen: 17_500 });
    expect(report.series).toEqual([
      { series: 'SJ-2026', count: 3, runs: [{ first: 'SJ-2026-000001', last: 'SJ-2026-000003' }], missing: [] }, { series: 'ZF-2026', count: 1, runs: [{ first: 'ZF-2026-000001', last: 'ZF-2026-000001' }], missing: [] },
    ]);
    expect(report.documents).toMatchObject([{ kind: 'void', no: 'ZF-2026-000001', ofNo: 'SJ-2026-000001', amountFen: -10_000, method: 'cash', reason: '收错户' }]);
    expect(report).toMatchObject({ cashInFen: 10_000, cashOutFen: -10_000, expectedFen: 0 });
    expect(await office.get('shifts.get', { shiftId: report.shiftId })).toEqual({ kind: 'shift', report });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('keeps the count by note and coin', async () => {
    await office.get('shifts.open', { floatFen: 12_360 }, cashier);
    const notes: CallInput<'shifts.close'>['notes'] = [{ faceFen: 10, pieces: 1 }, { faceFen: 10_000, pieces: 1 }, { faceFen: 50, pieces: 1 }, { faceFen: 2_000, pieces: 1 }, { faceFen: 100, pieces: 3 }, { faceFen: 500, pieces: 0 }];
    const { reportNo } = await office.get('shifts.close', { countedFen: 12_360, notes }, cashier);
    expect((await shiftReportOf(office, reportNo)).notes).toEqual([{ faceFen: 10_000, pieces: 1 }, { faceFen: 2_000, pieces: 1 }, { faceFen: 100, pieces: 3 }, { faceFen: 50, pieces: 1 }, { faceFen: 10, pieces: 1 }]);
  });
});

describe('what a shift covers', () => {
  it('takes a payment made after its close into the next', async () => {
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    await take(office, 10_000);
    await office.get('shifts.close', { countedFen: 10_000 }, cashier);
    at('05T17:40:00');
    await take(office, 700);
    expect(await current()).toMatchObject({ shift: null, cashInFen: 700 });
    at('06T08:00:00');
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    expect(await office.get('shifts.close', { countedFen: 700 }, cashier)).toMatchObject({ expectedFen: 700, overShortFen: 0, reportNo: 'JB-2026-000002' });
  });

  it('begins the first one with its day, not before', async () => {
    await take(office, 10_000);
    at('06T08:00:00');
    await take(office, 300);
    expect(await office.get('shifts.open', { floatFen: 0 }, cashier)).toMatchObject({ expectedFen: 300 });
  });

  it('keeps two cashiers apart, also in their numbers', async () => {
    await office.get('shifts.open', { floatFen: 100 }, cashier);
    await office.get('shifts.open', { floatFen: 200 });
    await Promise.all([1_000, 2_000, 3_000].flatMap((amountFen) => [take(office, amountFen), take(office, amountFen * 10, {}, 'manager')]));
    const [mine, theirs] = await Promise.all([office.get('shifts.close', { countedFen: 6_100 }, cashier), office.get('shifts.close', { countedFen: 60_200 })]);
    expect([mine.overShortFen, theirs.overShortFen]).toEqual([0, 0]);
    const numbers = (await Promise.all([mine, theirs].map(({ reportNo }) => shiftReportOf(office, reportNo)))).flatMap(({ series }) => series);
    expect(numbers.map(({ count, missing }) => [count, missing])).toEqual([[3, []], [3, []]]);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('opens one shift when it is asked twice at once, and closes it once', async () => {
    const opened = await Promise.all([1, 2, 3].map(() => office.call('shifts.open', { floatFen: 0 }, cashier)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    const closed = await Promise.all([1, 2, 3].map(() => office.call('shifts.close', { countedFen: 5 }, cashier)));
    expect(closed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balanceOf(office, '5301')).toBe(-5);
  });
});

describe('a close that is refused', () => {
  type Case = [string, Partial<CallInput<'shifts.close'>>, Parameters<typeof expectRefused>[2], unknown?];
  const cases: Case[] = [
    ['notes that sum to something else', { notes: [{ faceFen: 10_000, pieces: 1 }] }, 'COUNT_DIFFERS', { countedFen: 10_500, notesFen: 10_000 }],
    ['more banked than counted', { bankedFen: 10_501 }, 'BANKED_EXCEEDS_CASH', { bankedFen: 10_501, cashFen: 10_500 }],
    ['more banked than the books hold', { bankedFen: 10_500 }, 'BANKED_EXCEEDS_CASH', { bankedFen: 10_500, cashFen: 10_000 }],
    ['oneself as the second name', { witness: '刘晓燕' }, 'WITNESS_IS_CASHIER', { name: '刘晓燕' }],
    ['a shift that is not there', { shiftId: 99 }, 'NO_SUCH_SHIFT', { shiftId: 99 }],
    ['a negative count', { countedFen: -1 }, 'BAD_INPUT'], ['a fraction', { countedFen: 0.5 }, 'BAD_INPUT'], ['a note that does not exist', { notes: [{ faceFen: 300 as 100, pieces: 1 }] }, 'BAD_INPUT'],
  ];

  it.each(cases)('for %s, writes nothing', async (_, change, code, details) => {
    await office.get('shifts.open', { floatFen: 500 }, cashier);
    await take(office, 10_000);
    await expectRefused(office, () => office.call('shifts.close', { countedFen: 10_500, ...change }, cashier), code, details as never);
    expect(await office.get('shifts.close', { countedFen: 10_500 }, cashier)).toMatchObject({ reportNo: 'JB-2026-000001' });
  });

  it('when none is open, closed twice, or another’s', async () => {
    await expectRefused(office, () => office.call('shifts.close', { countedFen: 0 }, cashier), 'SHIFT_NOT_OPEN', {});
    const { shiftId } = await office.get('shifts.open', { floatFen: 0 }, cashier);
    await expectRefused(office, () => office.call('shifts.close', { countedFen: 0, shiftId }), 'SHIFT_OF_ANOTHER', { userName: '刘晓燕' });
    await expectRefused(office, () => office.call('shifts.get', { shiftId }), 'SHIFT_NOT_CLOSED', { shiftId });
    await office.get('shifts.close', { countedFen: 0 }, cashier);
    await expectRefused(office, () => office.call('shifts.close', { countedFen: 0 }, cashier), 'SHIFT_NOT_OPEN', {});
    await expectRefused(office, () => office.call('shifts.close', { countedFen: 0, shiftId }, cashier), 'SHIFT_CLOSED', { reportNo: 'JB-2026-000001' });
    await expectRefused(office, () => office.call('shifts.close', { countedFen: 0, shiftId }), 'SHIFT_OF_ANOTHER', { userName: '刘晓燕' });
    await expectRefused(office, () => office.call('shifts.open', { floatFen: 0 }, { as: 'auditor' }), 'ROLE_NOT_ALLOWED');
  });

  it('but a manager closes for whoever was switched off', async () => {
    const { shiftId } = await office.get('shifts.open', { floatFen: 0 }, cashier);
    await take(office, 800);
    await office.get('users.change', { userId: 2, active: false });
    const { reportNo } = await office.get('shifts.close', { countedFen: 790, shiftId, witness: '刘代' });
    expect(await shiftReportOf(office, reportNo)).toMatchObject({ userName: '刘晓燕', closedBy: '陈经理', overShortFen: -10 });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });
});

describe('the report', () => {
  it('never changes, and nobody else’s cashier reads it', async () => {
    await office.get('shifts.open', { floatFen: 0 });
    await office.get('shifts.close', { countedFen: 0 });
    await expectRefused(office, () => office.call('shifts.get', { reportNo: 'JB-2026-000001' }, cashier), 'SHIFT_OF_ANOTHER', { userName: '陈经理' });
    await expectRefused(office, () => office.call('shifts.get', { reportNo: 'JB-2026-000009' }), 'NO_SUCH_REPORT', { reportNo: 'JB-2026-000009' });
    await expectRefused(office, () => office.call('shifts.get', {}), 'BAD_INPUT');
    expect(await office.get('shifts.list', {}, cashier)).toEqual({ items: [], total: 0 });
    expect(await office.get('shifts.list', {})).toMatchObject({ total: 1, items: [{ reportNo: 'JB-2026-000001', userName: '陈经理', dayNo: null }] });
    for (const sql of [`update shift set report = '{}'`, `update shift set counted_fen = 5`, 'delete from shift', `update shift set closed_at = null`]) await expect(office.raw.raw(sql)).rejects.toThrow(/APPEND_ONLY/);
  });

  it('needs a window to be printed', async () => {
    await office.get('shifts.open', { floatFen: 0 });
    await office.get('shifts.close', { countedFen: 0 });
    await expectRefused(office, () => office.call('shifts.print', { reportNo: 'JB-2026-000001', to: 'pdf', file: temporaryFile('pdf') }), 'NEEDS_WINDOW', { endpoint: 'shifts.print' });
    await expectRefused(office, () => office.call('shifts.print', { reportNo: 'JB-2026-000002', to: 'printer' }), 'NO_SUCH_REPORT', { reportNo: 'JB-2026-000002' });
  });
});
