import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { postEntry } from '../../db/ledger.ts';
import { migrate } from '../../db/migrate.ts';
import { firstDay } from '../../db/migrations/0001-first-day.ts';
import { insertEstate } from '../../db/queries/estate.ts';
import { insertHomes, upsertRates } from '../../db/queries/roster.ts';
import { insertUser } from '../../db/queries/users.ts';
import { rows, run, type Db } from '../../db/sql.ts';
import { NOW, openFolder, temporaryFolder, USERS } from '../support/open-office.ts';

/** Books as the first day's program left them: a home that owes from before and for October, of which it paid some and prepaid the rest. */
async function writeFirstBooks(db: Db): Promise<void> {
  await insertEstate(db, { estateId: 1, name: '汇悦新天地', opensOn: '2026-01-01', officeName: '物业服务中心', phone: '', firstMonthRule: 'days', dueDay: 25, idleMinutes: 10, createdAt: NOW });
  await insertUser(db, { name: USERS.manager, role: 'manager', passwordHash: 'none', createdAt: NOW });
  await insertHomes(db, [{ homeId: 1, building: '3', unit: '2', room: '501', floor: '5', label: '3-2-501', compact: '32501', sortKey: '3-2-501', areaDm2: 10_000, status: 'occupied', handoverOn: null, note: '' }]);
  await upsertRates(db, [{ homeId: 1, rateE4: 15_000 }], '2026-01-01');
  const post = (on: string, kind: 'opening' | 'bill' | 'prepayment-use' | 'payment', lines: [string, number, number?][]) =>
    postEntry(db, { on, kind, memo: kind, by: 1, at: new Date(NOW), postings: lines.map(([account, amountFen, billId]) => ({ account, fund: 'property', amountFen, ...(account === '1122' || account === '2203' ? { homeId: 1 } : {}), ...(billId && { billId }) })) });
  const opening = await post('2026-01-01', 'opening', [['1122', 20_000, 1], ['3999', -20_000]]);
  await run(db, `insert into bill values (1, 1, 2, 'opening', 0, '2026-01-01', '2026-01-01', null, null, 1, 1, 20000, '2025-12-31', ?)`, [opening]);
  await post('2026-09-01', 'payment', [['1001', 6_000], ['2203', -6_000]]);
  const bill = await post('2026-10-01', 'bill', [['1122', 15_000, 2], ['5001', -15_000]]);
  await run(db, `insert into bill values (2, 1, 1, '2026-10', 0, '2026-10-01', '2026-11-01', 10000, 15000, 1, 1, 15000, '2026-10-25', ?)`, [bill]);
  await post('2026-10-01', 'prepayment-use', [['2203', 6_000], ['1122', -6_000, 2]]);
}

it('brings the books of the first day forward: their bills say what they are, and can be undone and issued again', async () => {
  const folder = temporaryFolder();
  const database = await openDatabase(join(folder, 'mingbai.sqlite'));
  await migrate(database, () => Promise.reject(new Error('nothing to back up')), [firstDay]);
  await database.write(writeFirstBooks);
  await database.close();
  const office = await openFolder(folder);
  onTestFinished(() => office.close());
  const open = async () => (await office.get('payments.listOpenBills', { homeId: 1 })).items.map(({ item, basis, amountFen, openFen, paidFen }) => [item, basis, amountFen, openFen, paidFen]);
  expect(await open()).toEqual([['opening', 'opening', 20_000, 20_000, 0], ['property', 'area', 15_000, 9_000, 6_000]]);
  expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  expect(await office.get('fees.cancelBill', { billId: 2, reason: '面积有误' })).toMatchObject({ toPrepaidFen: 6_000 });
  expect(await office.get('fees.issueBills', { month: '2026-10', commit: true })).toMatchObject({ issued: 1, amountFen: 15_000 });
  expect(await open()).toEqual([['opening', 'opening', 20_000, 20_000, 0], ['property', 'area', 15_000, 9_000, 6_000]]);
  expect((await office.get('ledger.verify', {})).problems).toEqual([]);
  const upgraded = await openDatabase(join(folder, 'mingbai.sqlite'));
  onTestFinished(() => upgraded.close());
  expect(await rows(upgraded.outer, 'select basis, fee_version_id, months from bill order by bill_id')).toEqual([{ basis: 'opening', fee_version_id: null, months: 1 }, ...Array.from({ length: 2 }, () => ({ basis: 'area', fee_version_id: 1, months: 1 }))]);
  await expect(run(upgraded.outer, 'update bill set amount_fen = 1')).rejects.toThrow('APPEND_ONLY');
});
