import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rows, run } from '../../db/sql.ts';
import { givenHistory, givenUndoneHistory } from '../support/history.ts';
import { openOffice, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice();
  await givenHistory(office);
});
afterEach(() => office.close());

/** Tampers as somebody would who has the file and a SQLite shell. */
async function tamper(sql: string): Promise<void> {
  for (const { name } of await rows<{ name: string }>(office.raw, `select name from sqlite_master where type = 'trigger'`)) await run(office.raw, `drop trigger ${name}`);
  await run(office.raw, 'pragma foreign_keys = off');
  await run(office.raw, sql);
}

const found = async () => {
  const { ok, problems } = await office.get('ledger.verify', {}, { as: 'auditor' });
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ kind, subject }) => `${kind} ${subject}`);
};

describe('ledger.verify', () => {
  it('finds nothing in honest books, and counts their entries', async () => {
    const [count] = await rows<{ count: number }>(office.raw, 'select count(*) as count from entry');
    expect(await office.get('ledger.verify', {})).toEqual({ ok: true, entries: count?.count, problems: [] });
  });

  it.each([
    ['an amount', 'update posting set amount_fen = amount_fen + 1 where entry_id = 3 and line = 1', 'HASH 3'],
    ['two amounts that still balance', 'update posting set amount_fen = amount_fen * 2 where entry_id = 3', 'HASH 3'],
    ['an account', `update posting set account = '1002.01' where account = '1001'`, 'HASH 3'],
    ['a fund', `update posting set fund = 'common' where entry_id = 4`, 'HASH 4'],
    ['a home', 'update posting set home_id = 2 where entry_id = 3 and home_id = 1', 'HASH 3'],
    ['a bill', 'update posting set bill_id = 2 where entry_id = 3 and bill_id = 1', 'HASH 3'],
    ['a memo', `update entry set memo = '无事' where entry_id = 2`, 'HASH 2'],
    ['a date', `update entry set on_date = '2026-08-31' where entry_id = 5`, 'HASH 5'],
    ['a date of a posting', `update posting set on_date = '2026-08-31' where entry_id = 5 and line = 1`, 'HASH 5'],
    ['an instant', `update entry set posted_at = '2026-01-01T00:00:00.000Z' where entry_id = 1`, 'HASH 1'],
    ['a kind', `update entry set kind = 'payment' where entry_id = 1`, 'HASH 1'],
    ['whose work it was', 'update entry set user_id = 2 where entry_id = 4', 'HASH 4'],
    ['which entry was reversed', 'update entry set reverses = 1 where reverses is not null', 'HASH 6'],
    ['a hash', `update entry set hash = 'x' where entry_id = 4`, 'HASH 4'],
    ['a link', `update entry set previous_hash = 'x' where entry_id = 4`, 'CHAIN 4'],
    ['an entry taken out', 'delete from entry where entry_id = 3', 'ENTRY_GAP 3'],
    ['the first entry taken out', 'delete from entry where entry_id = 1', 'ENTRY_GAP 1'],
    ['a posting taken out', 'delete from posting where entry_id = 4 and line = 1', 'HASH 4'],
    ['all postings of an entry taken out', 'delete from posting where entry_id = 4', 'HASH 4'],
    ['a posting added', `insert into posting values (2, 99, '2026-09-01', '1001', 'property', null, null, 5)`, 'HASH 2'],
    ['all signs turned', 'update posting set amount_fen = -amount_fen where entry_id = 3', 'HASH 3'],
  ])('names the first entry that was touched: %s', async (_, sql, problem) => {
    await tamper(sql);
    expect((await found())[0]).toBe(problem);
  });

  it('names the first of several', async () => {
    await tamper(`update entry set memo = 'x' where entry_id in (5, 3, 7)`);
    expect((await found())[0]).toBe('HASH 3');
  });

  it.each([
    ['the last entry taken out', 'delete from entry where entry_id = (select max(entry_id) from entry)', 'ENTRY_GAP'],
    ['a bill’s amount', 'update bill set amount_fen = amount_fen - 1 where bill_id = 2', 'BILL 3-2-501 2026-09'],
    ['a payment’s amount', `update payment set amount_fen = amount_fen + 1 where receipt_no = 'SJ-2026-000001'`, 'PAYMENT SJ-2026-000001'],
    ['a payment’s prepayment', `update payment set prepaid_fen = 0 where receipt_no = 'SJ-2026-000002'`, 'PAYMENT SJ-2026-000002'],
    ['a payment taken out', `delete from payment where receipt_no = 'SJ-2026-000002'`, 'RECEIPT_GAP SJ-2026'],
    ['the last payment taken out', `delete from payment where receipt_no = 'SJ-2026-000003'`, 'RECEIPT_GAP SJ-2026'],
    ['a line’s amount', 'update payment_line set amount_fen = amount_fen - 1 where payment_no = 1 and line = 1', 'PAYMENT SJ-2026-000001'],
    ['a line moved to another bill', 'update payment_line set bill_id = 3 where payment_no = 1 and line = 2', 'PAYMENT SJ-2026-000001'],
    ['a line taken out', 'delete from payment_line where payment_no = 1 and line = 2', 'PAYMENT SJ-2026-000001'],
    ['a receipt number', `update payment set receipt_no = 'SJ-2026-000009' where receipt_no = 'SJ-2026-000002'`, 'RECEIPT_GAP SJ-2026'],
    ['a receipt of another year', `update payment set receipt_no = 'SJ-2025-000001' where receipt_no = 'SJ-2026-000002'`, 'RECEIPT_GAP SJ-2025'],
    ['the last number taken', 'update receipt_series set last_no = last_no + 1', 'RECEIPT_GAP HC-2026'],
    ['a series taken out', `delete from receipt_series where series = 'SJ'`, 'RECEIPT_GAP SJ-2026'],
    ['a reversal taken out', 'delete from payment_reversal', 'RECEIPT_GAP HC-2026'],
    ['a reversal of another payment', 'update payment_reversal set payment_no = 1', 'PAYMENT SJ-2026-000001'],
  ])('finds what no chain can see: %s', async (_, sql, problem) => {
    await tamper(sql);
    const problems = await found();
    expect(problems.some((each) => each.startsWith(problem)), problems.join(', ')).toBe(true);
  });

  it('says how far it is, and stops when it is told to', async () => {
    const controller = new AbortController();
    const steps: number[] = [];
    await office.get('ledger.verify', {}, { onProgress: ({ done }) => steps.push(done) });
    expect(steps.length).toBeGreaterThan(0);
    controller.abort();
    expect(await office.call('ledger.verify', {}, { signal: controller.signal })).toMatchObject({ code: 'CANCELLED' });
  });
});

describe('ledger.verify of an office that undid, reduced and held', () => {
  beforeEach(async () => {
    await office.close();
    office = await openOffice();
    await givenUndoneHistory(office);
  });

  it('finds nothing in honest books', async () => {
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it.each([
    ['a payment’s method', `update payment set method = 'card' where payment_no = 4`, 'PAYMENT SJ-2026-000004'],
    ['a bonus', 'update payment set bonus_fen = bonus_fen - 1 where payment_no = 4', 'PAYMENT SJ-2026-000004'],
    ['a line moved to the home’s late bill', 'update payment_line set bill_id = 11 where payment_no = 4 and line = 1', 'PAYMENT SJ-2026-000004'],
    ['a void that calls itself a refund', `update payment_reversal set kind = 'refund' where kind = 'void'`, 'PAYMENT SJ-2026-000006'],
    ['a void taken out', `delete from payment_reversal where kind = 'void'`, 'RECEIPT_GAP ZF-2026'],
    ['a full refund taken out', `delete from payment_reversal where kind = 'refund'`, 'RECEIPT_GAP TK-2026'],
    ['a refund’s amount', 'update refund set amount_fen = amount_fen + 1 where refund_id = 1', 'PAYMENT TK-2026-000001'],
    ['a refund’s method', `update refund set method = 'cash' where refund_id = 1`, 'PAYMENT TK-2026-000001'],
    ['a refund’s prepayment', 'update refund set prepaid_fen = prepaid_fen - 1 where refund_id = 2', 'PAYMENT TK-2026-000002'],
    ['a bonus that did not lapse', 'update refund set bonus_fen = 0 where refund_id = 1', 'PAYMENT TK-2026-000001'],
    ['a refund of another payment', 'update refund set payment_no = 6 where refund_id = 1', 'PAYMENT SJ-2026-000006'],
    ['a refund taken out', 'delete from refund where refund_id = 2', 'RECEIPT_GAP TK-2026'],
    ['a refund’s line', 'update refund_line set amount_fen = amount_fen + 1', 'PAYMENT TK-2026-000001'],
    ['a refund’s line for another bill', 'update refund_line set bill_id = 5', 'PAYMENT TK-2026-000001'],
    ['a refund’s line taken out', 'delete from refund_line', 'PAYMENT TK-2026-000001'],
    ['a use of prepayment', 'update prepayment_use set amount_fen = amount_fen + 1 where bill_id = 6', 'PREPAYMENT 8'],
    ['a use of prepayment taken out', 'delete from prepayment_use where bill_id = 9', 'PREPAYMENT 10'],
    ['a use of prepayment that no entry carries', `insert into prepayment_use values (2, 3, 2, 'property', 100)`, 'PREPAYMENT 2'],
    ['a deposit’s amount', 'update deposit set amount_fen = amount_fen + 1', 'DEPOSIT YJ-2026-000001'],
    ['a deposit’s method', `update deposit set method = 'alipay'`, 'DEPOSIT YJ-2026-000001'],
    ['a deposit taken out', 'delete from deposit', 'RECEIPT_GAP YJ-2026'],
    ['what a return kept', 'update deposit_return set retained_fen = retained_fen - 1, returned_fen = returned_fen + 1', 'DEPOSIT YT-2026-000001'],
    ['what a return gave', 'update deposit_return set returned_fen = returned_fen + 1', 'DEPOSIT YT-2026-000001'],
    ['a return taken out', 'delete from deposit_return', 'RECEIPT_GAP YT-2026'],
    ['a cancelled bill that stands again', 'delete from bill_cancel where bill_id = 7', 'BILL 4-2-503 2026-10'],
    ['a bill that is cancelled on paper only', `insert into bill_cancel values (5, '2026-11-05', '错', null, 1, '陈经理', '2026-11-05T02:00:00.000Z', 25)`, 'BILL 3-2-501 2026-10'],
    ['a cancellation by another entry', 'update bill_cancel set entry_id = 2 where bill_id = 7', 'BILL 4-2-503 2026-10'],
    ['a reduction’s amount', 'update reduction set amount_fen = amount_fen - 1', 'BILL 24'],
    ['a reduction taken out', 'delete from reduction', 'BILL 24'],
    ['a waiver that nobody approved', `update waiver set state = 'rejected'`, 'BILL 24'],
    ['days of a late fee', 'update late_charge set days = days - 1 where bill_id = 11', 'BILL 3-2-501 2026-11'],
    ['the principal of a late fee', 'update late_charge set principal_fen = 100 where bill_id = 11', 'BILL 3-2-501 2026-11'],
    ['the late fee of another home', 'update late_charge set of_bill_id = 4 where bill_id = 11', 'BILL 3-2-501 2026-11'],
    ['the last refund number taken', `update receipt_series set last_no = last_no + 1 where series = 'TK'`, 'RECEIPT_GAP TK-2026'],
  ])('finds what no chain can see: %s', async (_, sql, problem) => {
    await tamper(sql);
    const problems = await found();
    expect(problems.some((each) => each.startsWith(problem)), problems.join(', ')).toBe(true);
  });
});
