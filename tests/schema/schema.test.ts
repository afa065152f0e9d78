import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../db/connection.ts';
import { migrate, migrations, schemaVersion, statementsOf, type Migration } from '../../db/migrate.ts';
import { row, rows, run, type Db } from '../../db/sql.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import { createBackup } from '../../electron/jobs/backups.ts';
import { givenHistory } from '../support/history.ts';
import { openFolder, openOffice, seedFolder, temporaryFolder, type TestOffice } from '../support/open-office.ts';

const SNAPSHOT = fileURLToPath(new URL('schema.snapshot.sql', import.meta.url));

async function schemaOf(db: Db): Promise<string> {
  const found = await rows<{ sql: string }>(db, `select sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by type = 'trigger', type = 'index', tbl_name, name`);
  return `${found.map(({ sql }) => `${sql.trim()};`).join('\n\n')}\n`;
}

describe('the schema after all migrations', () => {
  it('is the committed one (run with SNAPSHOT=write to take a new one)', async () => {
    const office = await openOffice({ estate: false });
    const schema = await schemaOf(office.raw);
    if (process.env['SNAPSHOT'] === 'write') writeFileSync(SNAPSHOT, schema);
    expect(schema).toBe(readFileSync(SNAPSHOT, 'utf8'));
    expect(await schemaVersion(office.raw)).toBe(migrations.length);
    await office.close();
  });

  it('has strict tables only, and no column that is a float', async () => {
    const office = await openOffice({ estate: false });
    const tables = await rows<{ name: string; strict: number }>(office.raw, `select name, strict from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'`);
    expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
    expect((await schemaOf(office.raw)).match(/\b(?:real|float|double|numeric|any)\b/gi)).toBeNull();
    await office.close();
  });
});

describe('the database itself', () => {
  let office: TestOffice;
  beforeEach(async () => {
    office = await openOffice();
    await givenHistory(office);
    await run(office.raw, `insert into receipt_print (payment_no, at, user_id, paper) values (1, '2026-11-05T02:00:00.000Z', 1, 'a5')`);
  });
  afterEach(() => office.close());

  it.each(['entry', 'posting', 'bill', 'payment', 'payment_line', 'payment_reversal', 'receipt_print', 'audit'])('refuses to change or delete a row of %s', async (table) => {
    const columns = await rows<{ name: string }>(office.raw, `select name from pragma_table_info('${table}')`);
    const before = await rows(office.raw, `select * from ${table}`);
    expect(before.length).toBeGreaterThan(0);
    for (const { name } of columns) await expect(run(office.raw, `update ${table} set ${name} = ${name}`), name).rejects.toThrow('APPEND_ONLY');
    await expect(run(office.raw, `delete from ${table}`)).rejects.toThrow('APPEND_ONLY');
    expect(await rows(office.raw, `select * from ${table}`)).toEqual(before);
  });

  it('gives no receipt number a second time', async () => {
    await expect(run(office.raw, 'update receipt_series set last_no = last_no')).rejects.toThrow('RECEIPT_NO_REUSED');
    await expect(run(office.raw, 'update receipt_series set last_no = last_no - 1')).rejects.toThrow('RECEIPT_NO_REUSED');
    await expect(run(office.raw, 'delete from receipt_series')).rejects.toThrow('APPEND_ONLY');
  });

  const post = (db: Db, amounts: readonly [string, number][], { entryId = 90, on = '2026-11-01' } = {}) => Promise.all(amounts.map(([fund, fen], index) =>
    run(db, `insert into posting values (?, ?, ?, '1001', ?, null, null, ?)`, [entryId, index + 1, on, fund, fen])));
  const seal = (db: Db, { entryId = 90, on = '2026-11-01', hash = 'x' } = {}) => run(db, `insert into entry values (?, ?, '2026-11-01T00:00:00.000Z', 'bill', 'm', 1, null, 'p', ?)`, [entryId, on, hash]);

  it.each([
    ['that does not sum to zero', [['property', 5], ['property', -4]], 'ENTRY_NOT_BALANCED'],
    ['that sums to zero over two funds only', [['property', 5], ['common', -5]], 'ENTRY_NOT_BALANCED'],
    ['without postings', [], 'ENTRY_EMPTY'],
    ['with a posting of nothing', [['property', 0]], 'CHECK'],
    ['in a fund that is none', [['mine', 5], ['mine', -5]], 'CHECK'],
  ] as [string, [string, number][], string][])('refuses an entry %s', async (_, amounts, problem) => {
    await expect(office.office.database.write(async (db) => { await post(db, amounts); await seal(db); })).rejects.toThrow(problem);
  });

  it('refuses an entry whose postings lie on another day, one without its entry, and one more in an entry that is closed', async () => {
    const { database } = office.office;
    await expect(database.write(async (db) => { await post(db, [['property', 5], ['property', -5]], { on: '2026-11-02' }); await seal(db); })).rejects.toThrow('ENTRY_DATES_DIFFER');
    await expect(database.write((db) => post(db, [['property', 5], ['property', -5]]))).rejects.toThrow('FOREIGN KEY');
    await expect(run(office.raw, `insert into posting values (1, 99, '2026-01-01', '1001', 'property', null, null, 5)`)).rejects.toThrow('ENTRY_SEALED');
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
  });

  it('refuses to reverse an entry twice', async () => {
    const mirror = await row<{ reverses: number }>(office.raw, 'select reverses from entry where reverses is not null');
    await expect(office.office.database.write(async (db) => {
      await post(db, [['property', 5], ['property', -5]]);
      await run(db, `insert into entry values (90, '2026-11-01', 'x', 'reversal', 'm', 1, ?, 'p', 'y')`, [mirror?.reverses ?? 0]);
    })).rejects.toThrow('UNIQUE');
  });

  it('refuses the same bill, payment and home twice', async () => {
    for (const table of ['bill', 'payment', 'home']) {
      await expect(run(office.raw, `insert into ${table} select * from ${table} limit 1`)).rejects.toThrow(/UNIQUE|PRIMARY/);
    }
  });
});

describe('a migration', () => {
  const next: Migration = { name: '0099-next', sql: 'create table next (id integer primary key) strict;\ninsert into next values (1);\n' };
  const broken: Migration = { name: '0100-broken', sql: 'create table half (id integer primary key) strict;\ninsert into nowhere values (1);\n' };
  let folder: string;
  let database: Database;
  const backUp = async () => (await createBackup(database, folder, new Date('2026-11-05T02:00:00Z'))).file;
  beforeEach(async () => {
    folder = temporaryFolder();
    await seedFolder(folder);
    database = await openDatabase(join(folder, 'mingbai.sqlite'));
  });
  afterEach(() => database.close());

  it('backs up first, then brings the file forward, once', async () => {
    let backups = 0;
    const counting = () => { backups += 1; return backUp(); };
    await migrate(database, counting, [...migrations, next]);
    await migrate(database, counting, [...migrations, next]);
    expect(backups).toBe(1);
    expect(await row(database.outer, 'select id from next')).toEqual({ id: 1 });
    expect(await schemaVersion(database.outer)).toBe(migrations.length + 1);
    const older = await openDatabase(join(folder, 'backups', 'mingbai-20261105-020000.sqlite'));
    expect(await schemaVersion(older.outer)).toBe(migrations.length);
    await older.close();
  });

  it('that fails leaves the file as it was, and names itself and the backup', async () => {
    const before = await schemaOf(database.outer);
    const failure = await migrate(database, backUp, [...migrations, next, broken]).then(() => undefined, (error: unknown) => error);
    if (!isAppError(failure)) throw new Error('it was not refused');
    expect({ code: failure.code, details: failure.details }).toEqual({
      code: 'MIGRATION_FAILED',
      details: { file: join(folder, 'mingbai.sqlite'), migration: '0100-broken', backup: join(folder, 'backups', 'mingbai-20261105-020000.sqlite'), detail: expect.stringContaining('nowhere') as string },
    });
    expect(await schemaOf(database.outer)).toBe(before);
    expect(await schemaVersion(database.outer)).toBe(migrations.length);
    const office = await openFolder(folder);
    expect(await office.get('estate.status', {})).toMatchObject({ state: 'ready' });
    await office.close();
  });

  it('is not tried when the backup fails', async () => {
    await expect(migrate(database, () => Promise.reject(new AppError('DISK_FULL', {})), [...migrations, next])).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(await schemaVersion(database.outer)).toBe(migrations.length);
  });

  it('of a newer program is not understood', async () => {
    await migrate(database, backUp, [...migrations, next]);
    await expect(migrate(database, backUp)).rejects.toMatchObject({ code: 'DATABASE_TOO_NEW', details: { version: migrations.length + 1, supported: migrations.length } });
  });

  it('is split into its statements, triggers whole', () => {
    expect(statementsOf('-- a; comment\ncreate table a (b text);\ncreate trigger t before update on a\nbegin\n  select 1;\n  select 2;\nend;\nselect 3\n')).toEqual([
      'create table a (b text)', 'create trigger t before update on a\nbegin\n  select 1;\n  select 2;\nend', 'select 3',
    ]);
  });

  it('has a name of its own, in order', () => {
    expect(migrations.map(({ name }) => name)).toEqual([...new Set(migrations.map(({ name }) => name))].sort());
  });
});
