import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { row, run } from '../../db/sql.ts';
import { isAppError, type RefusalCode } from '../../shared/errors.ts';
import { balanceOf, givenBill, givenHomes, pay } from '../support/builders.ts';
import { allTables, openFolder, openOffice, refusal, seedFolder, temporaryFolder } from '../support/open-office.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'mingbai.sqlite');
});

/** Opens the folder and answers why it was refused. */
async function whyRefused(dataFolder = folder): Promise<{ code: RefusalCode; details: unknown }> {
  try {
    await (await openFolder(dataFolder)).close();
  } catch (error) {
    if (isAppError(error)) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('it opened');
}

describe('opening the books', () => {
  it('makes them in a folder that is not there yet, and finds them again', async () => {
    const deep = join(folder, '数据', 'a', 'b');
    const office = await openFolder(deep);
    expect(await office.get('estate.status', {}, { as: null })).toMatchObject({ state: 'empty', dataFolder: deep });
    await office.close();
    await seedFolder(deep);
    const again = await openFolder(deep);
    await givenBill(again, { amountFen: 10_000 });
    await again.close();
    const third = await openFolder(deep);
    expect(await balanceOf(third, '1122')).toBe(10_000);
    await third.close();
    expect(readdirSync(deep).sort()).toEqual(['mingbai.sqlite']);
  });

  it('works for two processes that start at once on an empty folder', async () => {
    const offices = await Promise.all([openFolder(folder), openFolder(folder), openFolder(folder)]);
    for (const office of offices) expect(await office.get('estate.status', {}, { as: null })).toMatchObject({ state: 'empty' });
    await Promise.all(offices.map((office) => office.close()));
  });

  it.each([
    ['garbage', () => { writeFileSync(file, 'not a database at all, '.repeat(500)); }, 'DATABASE_DAMAGED'],
    ['a few bytes', () => { writeFileSync(file, 'SQLi'); }, 'DATABASE_DAMAGED'],
    ['a folder', () => { mkdirSync(file); }, 'DATABASE_DAMAGED'],
    ['a file cut in half', async () => { await seedFolder(folder); truncateSync(file, 40_960); }, 'DATABASE_DAMAGED'],
    ['a file whose schema page is broken', async () => {
      await seedFolder(folder);
      const bytes = readFileSync(file);
      bytes.fill(0x5a, 100, 4096);
      writeFileSync(file, bytes);
    }, 'DATABASE_DAMAGED'],
    ['another program’s database', async () => {
      const foreign = await openDatabase(join(folder, 'x'));
      await run(foreign.outer, 'create table note (text)');
      await run(foreign.outer, 'pragma application_id = 7');
      await foreign.close();
      writeFileSync(file, readFileSync(join(folder, 'x')));
    }, 'DATABASE_FOREIGN'],
    ['a database that names no program', async () => {
      const foreign = await openDatabase(join(folder, 'x'));
      await run(foreign.outer, 'create table note (text)');
      await run(foreign.outer, 'pragma application_id = 0');
      await run(foreign.outer, 'pragma journal_mode = delete');
      await foreign.close();
      writeFileSync(file, readFileSync(join(folder, 'x')));
    }, 'DATABASE_FOREIGN'],
    ['books of a newer program', async () => {
      await seedFolder(folder);
      const newer = await openDatabase(file);
      await run(newer.outer, 'pragma user_version = 99');
      await newer.close();
    }, 'DATABASE_TOO_NEW'],
  ] as [string, () => void | Promise<void>, RefusalCode][])('refuses %s and does not touch it', async (_, make, code) => {
    await make();
    const bytes = () => (statSync(file).isFile() ? readFileSync(file) : undefined);
    const before = bytes();
    expect(await whyRefused()).toMatchObject({ code, details: { file } });
    expect(bytes()).toEqual(before);
  });

  it('takes an empty file for new books', async () => {
    writeFileSync(file, '');
    await (await openFolder(folder)).close();
  });

  it('names a folder that cannot be written', async () => {
    const inPlace = join(folder, 'in-place');
    writeFileSync(inPlace, 'a file where the folder should be');
    expect(await whyRefused(inPlace)).toEqual({ code: 'FOLDER_READ_ONLY', details: { folder: inPlace } });
    const below = join(inPlace, 'data');
    expect(await whyRefused(below)).toEqual({ code: 'FOLDER_READ_ONLY', details: { folder: below } });
  });
});

describe('damage that shows only later', () => {
  it('is named by the call that meets it, and the program goes on', async () => {
    await seedFolder(folder);
    const first = await openFolder(folder);
    await givenHomes(first, Array.from({ length: 60 }, () => ({ arrearsFen: 100 })));
    await first.close();
    const probe = await openDatabase(file);
    const page = await row<{ rootpage: number }>(probe.outer, `select rootpage from sqlite_master where name = 'posting'`);
    await probe.close();
    const bytes = readFileSync(file);
    const at = ((page?.rootpage ?? 1) - 1) * 4096;
    bytes.fill(0xff, at, at + 4096);
    writeFileSync(file, bytes);
    const office = await openFolder(folder);
    expect(await office.call('ledger.verify', {})).toMatchObject({ code: 'DATABASE_DAMAGED', details: { file } });
    expect(await office.get('estate.status', {})).toMatchObject({ state: 'ready' });
    await office.close();
  });
});

describe('a full disk', () => {
  it('is named, and nothing is half-written', async () => {
    const office = await openOffice();
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    await givenHomes(office, Array.from({ length: 400 }, (_, index) => ({ building: '4', room: String(101 + index) })));
    const before = await allTables(office.raw);
    const pages = await row<{ page_count: number }>(office.raw, 'pragma page_count');
    await run(office.raw, `pragma max_page_count = ${String(pages?.page_count)}`);
    const month = await office.call('fees.issueBills', { month: '2026-10', commit: true });
    const payments: unknown[] = [];
    for (let count = 0; count < 100 && payments.length === 0; count += 1) {
      const reply = await office.call('payments.register', pay(home, bill, 1));
      if (!reply.ok) payments.push(reply);
    }
    expect([month, ...payments]).toEqual([refusal('DISK_FULL', {}), refusal('DISK_FULL', {})]);
    await run(office.raw, 'pragma max_page_count = 1000000');
    const { accounts, sumFen } = await office.get('ledger.trialBalance', {});
    expect(sumFen).toBe(0);
    expect(accounts.map(({ account }) => account)).not.toContain('5001');
    expect((await allTables(office.raw))['bill']).toEqual(before['bill']);
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true });
    expect(await office.get('fees.issueBills', { month: '2026-10', commit: true })).toMatchObject({ issued: 401 });
    await office.close();
  });
});
