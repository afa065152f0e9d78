import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { row } from '../../db/sql.ts';
import { cashier, dayReportOf, take } from '../support/drawer.ts';
import { expectRefused, openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(async () => {
  expect(office.bugs).toEqual([]);
  await office.close();
});

const at = (time: string): void => { office.ctx.now = new Date(`2026-11-${time}+08:00`); };
const verified = { ok: true, problems: [] };
describe('closing the day', () => {
  const close = (on: string) => office.call('shifts.closeDay', { on }, cashier);

  it('sums its shifts and whoever had none', async () => {
    await office.get('shifts.open', { floatFen: 100 }, cashier);
    await take(office, 1_000);
    await take(office, 500, {}, 'manager');
    await expectRefused(office, () => close('2026-11-05'), 'SHIFTS_STILL_OPEN', { names: ['刘晓燕'] });
    await office.get('shifts.close', { countedFen: 1_090, bankedFen: 900 }, cashier);
    expect(await office.get('shifts.dayStatus', {})).toMatchObject({ on: '2026-11-05', reportNo: null, stillOpen: [], totalFen: 1_500, shifts: [{ reportNo: 'JB-2026-000001', totalFen: 1_000 }], others: [{ userName: '陈经理', cashFen: 500, totalFen: 500 }] });
    expect(await office.get('shifts.closeDay', { on: '2026-11-05', witness: '陈经理' }, cashier)).toEqual({ reportNo: 'RJ-2026-000001', on: '2026-11-05', shifts: 1, totalFen: 1_500, overShortFen: -10, bankedFen: 900 });
    const report = await dayReportOf(office, 'RJ-2026-000001');
    expect(report).toMatchObject({ totals: { cash: 1_500, totalFen: 1_500 }, cashInFen: 1_500, witness: '陈经理', series: [{ series: 'SJ-2026', count: 2, missing: [] }] });
    expect(await office.get('shifts.listDays', {})).toMatchObject({ total: 1, items: [{ on: '2026-11-05', reportNo: 'RJ-2026-000001', shifts: 1, totalFen: 1_500, overShortFen: -10, bankedFen: 900 }] });
    expect((await office.get('shifts.list', {})).items).toMatchObject([{ dayNo: 'RJ-2026-000001' }]);
    await expectRefused(office, () => close('2026-11-05'), 'DAY_ALREADY_CLOSED', { on: '2026-11-05', reportNo: 'RJ-2026-000001' });
    await expectRefused(office, () => close('2026-11-04'), 'DAY_ALREADY_CLOSED', { on: '2026-11-04', reportNo: 'RJ-2026-000001' });
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('is refused where there is nothing, and ahead of time', async () => {
    await expectRefused(office, () => close('2026-11-05'), 'NOTHING_TO_CLOSE', { on: '2026-11-05' });
    await expectRefused(office, () => close('2026-11-06'), 'DATE_IN_FUTURE', { date: '2026-11-06', today: '2026-11-05' });
  });

  it('counts every payment in exactly one day, also late ones and those of a day that was closed afterwards', async () => {
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    await take(office, 1_000);
    await office.get('shifts.close', { countedFen: 1_000 }, cashier);
    await take(office, 20); // after the shift, before the day's close
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    await take(office, 3); // after the day's close
    at('06T09:00:00');
    await take(office, 400, {}, 'manager');
    at('07T09:00:00');
    await take(office, 50_000, {}, 'manager');
    expect(await office.get('shifts.closeDay', { on: '2026-11-06' })).toMatchObject({ totalFen: 423, shifts: 0 });
    expect(await office.get('shifts.closeDay', { on: '2026-11-07' })).toMatchObject({ totalFen: 50_000 });
    expect((await office.get('shifts.listDays', {})).items.map(({ totalFen }) => totalFen)).toEqual([50_000, 423, 1_000]);
    const found = await row<{ sum: number }>(office.raw, `select sum(amount_fen) as sum from posting where account = '1001'`);
    expect(found?.sum).toBe(51_423);
    expect(await office.get('ledger.verify', {})).toMatchObject(verified);
  });

  it('leaves what a user with an open shift did to that shift', async () => {
    await take(office, 100);
    at('06T08:00:00');
    await take(office, 10, {}, 'manager');
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    expect(await office.get('shifts.closeDay', { on: '2026-11-05' })).toMatchObject({ totalFen: 100, shifts: 0 });
    await take(office, 7);
    expect(await office.get('shifts.close', { countedFen: 7 }, cashier)).toMatchObject({ expectedFen: 7 });
    expect(await office.get('shifts.closeDay', { on: '2026-11-06' })).toMatchObject({ totalFen: 17 });
  });

  it('takes no void after it, nor after the shift', async () => {
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    const paid = await take(office, 1_000);
    const other = await take(office, 500, {}, 'manager');
    await office.get('shifts.close', { countedFen: 1_000 }, cashier);
    const refuse = (paymentId: string, reportNo: string) => expectRefused(office, () => office.call('payments.void', { paymentId, reason: '错' }), 'DAY_CLOSED', { reportNo });
    await refuse(paid.paymentId, 'JB-2026-000001');
    const late = await take(office, 60);
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    await refuse(paid.paymentId, 'JB-2026-000001');
    await refuse(other.paymentId, 'RJ-2026-000001');
    await refuse(late.paymentId, 'RJ-2026-000001');
    const next = await take(office, 70);
    await office.get('payments.void', { paymentId: next.paymentId, reason: '错' }, cashier);
    // A reversal after the close is the next shift's, and so is its cash.
    await office.get('payments.reverse', { paymentId: other.paymentId, reason: '错' });
    expect(await office.get('shifts.current', {})).toMatchObject({ cashOutFen: -500, documents: [{ kind: 'reversal', ofNo: other.receiptNo }] });
  });
});

describe('ledger.verify', () => {
  it.each([
    ['a frozen total', `update shift set total_fen = total_fen + 1`], ['the expected cash', 'update shift set expected_fen = expected_fen + 1'], ['what was banked', 'update shift set banked_fen = 1'],
    ['the paper', `update shift set report = replace(report, '"totalFen":10000', '"totalFen":9000')`], ['a paper that is none', `update shift set report = 'x'`],
  ])('finds a shift report that was touched: %s', async (_, sql) => {
    await office.get('shifts.open', { floatFen: 0 }, cashier);
    await take(office, 10_000);
    await office.get('shifts.close', { countedFen: 10_000 }, cashier);
    await office.raw.raw('drop trigger shift_closed_once');
    await office.raw.raw(sql);
    expect((await office.get('ledger.verify', {})).problems).toMatchObject([{ kind: 'SHIFT', subject: 'JB-2026-000001' }]);
  });

  it('finds a day that was touched, and a number taken out', async () => {
    await take(office, 10_000);
    await office.get('shifts.closeDay', { on: '2026-11-05' });
    await office.raw.raw('drop trigger day_close_no_update');
    await office.raw.raw('update day_close set total_fen = 1');
    expect((await office.get('ledger.verify', {})).problems).toMatchObject([{ kind: 'SHIFT', subject: 'RJ-2026-000001' }]);
    await office.raw.raw(`update day_close set total_fen = 10000, report_no = 'RJ-2026-000002'`);
    expect((await office.get('ledger.verify', {})).problems).toMatchObject([{ kind: 'RECEIPT_GAP', subject: 'RJ-2026' }, { kind: 'SHIFT' }]);
  });
});
