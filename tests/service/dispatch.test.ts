import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../db/sql.ts';
import { givenBill, givenHome, pay } from '../support/builders.ts';
import { allTables, openFolder, openOffice, refusal, seedFolder, sessionOf, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

describe('a transaction that fails', () => {
  it('at its commit, ends all the same: the next call works', async () => {
    const orphan = `insert into posting values (90, 1, '2026-11-01', '1001', 'property', null, null, 5)`;
    await expect(office.office.database.write((db) => run(db, orphan))).rejects.toThrow('FOREIGN KEY');
    expect(await office.get('ledger.trialBalance', {})).toEqual({ accounts: [], sumFen: 0 });
    await givenHome(office);
  });

  it('that SQLite has rolled back itself, tells its own reason', async () => {
    await expect(office.office.database.write(async (db) => {
      await run(db, 'rollback');
      throw new Error('the reason');
    })).rejects.toThrow('the reason');
    await givenHome(office);
  });
});

describe('a bug', () => {
  it('is answered with a reference, logged under it, and undone', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 100 });
    await run(office.raw, `create trigger bug before insert on payment_line begin select raise(abort, 'a bug'); end`);
    const before = await allTables(office.raw);
    const reply = await office.call('payments.register', pay(home, bill, 100));
    expect(reply).toEqual({ ok: false, code: 'INTERNAL', details: { reference: expect.stringMatching(/^[0-9a-f]{8}$/) as string } });
    expect(office.bugs.join()).toContain(reply.ok || reply.code !== 'INTERNAL' ? 'none' : reply.details.reference);
    expect(await allTables(office.raw)).toEqual(before);
  });
});

describe('every command', () => {
  it('leaves who called what and when, and a refused one leaves nothing', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 100 });
    const input = pay(home, bill, 60);
    await office.get('payments.register', input, { as: 'cashier' });
    await office.call('payments.register', pay(home, bill, 60), { as: 'cashier' });
    await office.get('homes.tree', {});
    const { items } = await office.get('ledger.listAudit', {}, { as: 'auditor' });
    expect(items.map(({ endpoint, user }) => [endpoint, user])).toEqual([['payments.register', '刘晓燕'], ['roster.import', '陈经理']]);
    expect(JSON.parse(items[0]?.input ?? '')).toEqual(input);
    const { items: paged, next } = await office.get('ledger.listAudit', { limit: 1 });
    expect((await office.get('ledger.listAudit', { limit: 1, ...(next === undefined ? {} : { after: next }) })).items).toEqual(items.slice(1));
    expect(paged).toEqual(items.slice(0, 1));
  });
});

describe('a query', () => {
  it('reads beside a writer, and cannot write', async () => {
    const folder = temporaryFolder();
    await seedFolder(folder);
    const books = await openFolder(folder);
    const replies = await Promise.all([books.call('users.add', { name: '慢', role: 'cashier', password: 'slow to hash' }), books.call('homes.tree', {}), books.call('users.list', {})]);
    expect(replies.map(({ ok }) => ok)).toEqual([true, true, true]);
    await books.close();
  });
});

describe('input', () => {
  it('is refused by field, with what was expected', async () => {
    expect(await office.dispatch({ session: sessionOf('manager') }, 'payments.register', { lines: [{ billId: 'x', amountFen: 1.5 }] })).toEqual(refusal('BAD_INPUT', {
      issues: [
        { path: 'paymentId', rule: 'invalid_type', expected: 'string' }, { path: 'homeId', rule: 'invalid_type', expected: 'number' }, { path: 'receivedOn', rule: 'invalid_type', expected: 'string' },
        { path: 'method', rule: 'invalid_value', expected: 'cash | wechat | alipay | card | transfer' }, { path: 'amountFen', rule: 'invalid_type', expected: 'number' },
        { path: 'lines.0.billId', rule: 'invalid_type', expected: 'number' }, { path: 'lines.0.amountFen', rule: 'invalid_type', expected: 'int' },
      ],
    }));
  });

  it.each([undefined, null, 0, '', [], 'null', () => 1])('%s is refused', async (input) => {
    expect(await office.dispatch({ session: sessionOf('manager') }, 'payments.register', input)).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('a command whose answer does not fit the contract', () => {
  it('is a bug, and has written nothing', async () => {
    await run(office.raw, 'update estate set name = ?', ['长'.repeat(61)]);
    const before = await allTables(office.raw);
    expect(await office.call('estate.changeSettings', { dueDay: 5 })).toMatchObject({ ok: false, code: 'INTERNAL' });
    expect(await allTables(office.raw)).toEqual(before);
    expect(office.bugs.splice(0)).toHaveLength(1);
  });
});
