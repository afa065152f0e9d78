import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { run } from '../../db/sql.ts';
import type { Session } from '../../electron/context.ts';
import { balanceOf, givenBill, pay } from '../support/builders.ts';
import { openFolder, OPENS_ON, refusal, seedFolder, sessionOf, temporaryFolder } from '../support/open-office.ts';

let folder: string;
let file: string;
let office: Awaited<ReturnType<typeof openFolder>>;
beforeEach(async () => {
  folder = temporaryFolder();
  file = join(folder, 'mingbai.sqlite');
  await seedFolder(folder);
  office = await openFolder(folder);
});
afterEach(() => office.close());

const later = (seconds: number): void => { office.ctx.now = new Date(office.ctx.now.getTime() + seconds * 1000); };
const backupsIn = () => (existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')).sort() : []);

describe('backup.create', () => {
  it('makes a whole copy while the books are in use, named by its time', async () => {
    await givenBill(office, { amountFen: 10_000 });
    const backup = await office.get('backup.create', {});
    expect(backup.file).toBe(join(folder, 'backups', 'mingbai-20261105-020000.sqlite'));
    expect(backup.bytes).toBeGreaterThan(4096);
    expect(await office.get('backup.list', {})).toEqual({ folder: join(folder, 'backups'), items: [{ ...backup, at: '2026-11-05T02:00:00.000Z' }] });
    const other = temporaryFolder();
    copyFileSync(backup.file, join(other, 'mingbai.sqlite'));
    const copy = await openFolder(other);
    expect(await balanceOf(copy, '1122')).toBe(10_000);
    expect(await copy.get('ledger.verify', {})).toMatchObject({ ok: true });
    await copy.close();
  });

  it('goes where it is told, over an older one, and leaves no part behind', async () => {
    const target = join(folder, '我的备份.sqlite');
    await office.get('backup.create', { file: target });
    expect(await office.get('backup.create', { file: target }, { as: 'office' })).toMatchObject({ file: target });
    expect(backupsIn()).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('keeps the newest thirty', async () => {
    for (let count = 0; count < 33; count += 1) {
      await office.get('backup.create', {});
      later(count < 2 ? 0 : 61); // the first three within one second
    }
    const { items } = await office.get('backup.list', {});
    expect(items).toHaveLength(30);
    expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort().reverse());
    expect(backupsIn()).not.toContain('mingbai-20261105-020000.sqlite');
    expect(backupsIn()).toHaveLength(30);
  });

  it('is never written over the books themselves, nor where nothing can be written', async () => {
    const before = readFileSync(file);
    for (const target of [file, join(folder, 'backups', '..', 'mingbai.sqlite'), `${file}-wal`, join(folder, 'none', 'b.sqlite'), join(file, 'b.sqlite'), folder]) {
      expect(await office.call('backup.create', { file: target })).toEqual(refusal('FILE_NOT_WRITABLE', { file: target }));
    }
    expect(readFileSync(file)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the daily backup', () => {
  it('is made once a day, by the local day and not by the file system', async () => {
    await office.backUpDaily();
    await office.backUpDaily();
    expect(backupsIn()).toHaveLength(1);
    utimesSync(join(folder, 'backups', backupsIn()[0] ?? ''), 0, 0);
    later(13 * 3600); // 23:00
    await office.backUpDaily();
    expect(backupsIn()).toHaveLength(1);
    later(3600); // midnight
    await office.backUpDaily();
    expect(backupsIn()).toEqual(['mingbai-20261105-020000.sqlite', 'mingbai-20261105-160000.sqlite']);
  });

  it('waits for an estate: an empty folder has nothing to keep', async () => {
    const empty = await openFolder(temporaryFolder());
    await empty.backUpDaily();
    await empty.get('estate.create', { name: '新小区', opensOn: OPENS_ON, manager: { name: '经理', password: 'long enough' } }, { as: null });
    expect((await empty.get('backup.list', {})).items).toEqual([]);
    await empty.backUpDaily();
    expect((await empty.get('backup.list', {})).items).toHaveLength(1);
    await empty.close();
  });

  it('is shown in the day’s status', async () => {
    await office.backUpDaily();
    expect(await office.get('estate.dayStatus', {})).toMatchObject({ lastBackupAt: '2026-11-05T02:00:00.000Z' });
  });
});

describe('backup.restore', () => {
  it('puts the books back as they were, keeps those of today beside them, and signs out', async () => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const { file: backup } = await office.get('backup.create', {});
    await office.get('payments.register', pay(home, bill, 10_000));
    const session: Session = sessionOf('manager');
    const { keptAs } = await office.get('backup.restore', { file: backup }, { as: session });
    expect(session.user).toBeNull();
    expect(await balanceOf(office, '1122')).toBe(10_000);
    expect(await balanceOf(office, '1001')).toBe(0);
    // The number goes on from the books as they are now: the payment is not in them.
    expect(await office.get('payments.register', pay(home, bill, 10_000))).toMatchObject({ receiptNo: 'SJ-2026-000001' });
    const kept = temporaryFolder();
    copyFileSync(keptAs, join(kept, 'mingbai.sqlite'));
    const replaced = await openFolder(kept);
    expect(await balanceOf(replaced, '1001')).toBe(10_000);
    await replaced.close();
    expect(readdirSync(folder).filter((name) => name.endsWith('.restoring'))).toEqual([]);
  });

  it.each([
    ['a file that is not there', () => join(folder, 'none.sqlite')],
    ['a folder', () => folder],
    ['garbage', () => { writeFileSync(join(folder, 'x'), 'garbage'.repeat(1000)); return join(folder, 'x'); }],
    ['an empty file', () => { writeFileSync(join(folder, 'x'), ''); return join(folder, 'x'); }],
    ['a cut backup', async () => { const { file: backup } = await office.get('backup.create', {}); truncateSync(backup, 40_960); return backup; }],
    ['a backup with a broken page', async () => {
      const { file: backup } = await office.get('backup.create', {});
      const bytes = readFileSync(backup);
      bytes.fill(0xff, 8192, 16_384);
      writeFileSync(backup, bytes);
      return backup;
    }],
    ['another program’s database', async () => {
      const foreign = await openDatabase(join(folder, 'x'));
      await run(foreign.outer, 'pragma application_id = 7');
      await run(foreign.outer, 'create table note (text)');
      await foreign.close();
      return join(folder, 'x');
    }],
    ['a backup of a newer program', async () => {
      const { file: backup } = await office.get('backup.create', {});
      const newer = await openDatabase(backup);
      await run(newer.outer, 'pragma user_version = 99');
      await newer.close();
      return backup;
    }],
    ['the books themselves', () => file],
  ] as [string, () => string | Promise<string>][])('refuses %s, and the books stay open as they were', async (_, make) => {
    const { home, bill } = await givenBill(office, { amountFen: 10_000 });
    const bad = await make();
    const names = readdirSync(folder).sort();
    expect(await office.call('backup.restore', { file: bad })).toMatchObject({ ok: false, code: 'BACKUP_NOT_USABLE', details: { file: bad } });
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(await office.get('payments.register', pay(home, bill, 10_000))).toMatchObject({ receiptNo: 'SJ-2026-000001', openFen: 0 });
  });

  it('is the manager’s alone', async () => {
    expect(await office.call('backup.restore', { file }, { as: 'office' })).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });
});

describe('a backup folder that cannot be made', () => {
  it('is named', async () => {
    writeFileSync(join(folder, 'backups'), 'a file in place of the folder');
    expect(await office.call('backup.create', {})).toEqual(refusal('FOLDER_READ_ONLY', { folder: join(folder, 'backups') }));
    expect(await office.get('backup.list', {})).toMatchObject({ items: [] });
  });

  it('may hold files of others, which are left alone', async () => {
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'notes.txt'), 'mine');
    await office.get('backup.create', {});
    expect((await office.get('backup.list', {})).items).toHaveLength(1);
    expect(backupsIn()).toContain('notes.txt');
  });
});

it('is finished before the books close, and not begun after', async () => {
  const folder = temporaryFolder();
  await seedFolder(folder);
  const office = await openFolder(folder);
  const made = office.backUpDaily();
  await office.close();
  await expect(made).resolves.toBeUndefined();
  await expect(office.backUpDaily()).resolves.toBeUndefined();
});

it('lets calls that are under way end before the books close, and begins no other', async () => {
  const folder = temporaryFolder();
  await seedFolder(folder);
  const office = await openFolder(folder);
  const calls = [office.call('estate.dayStatus', {}), office.call('payments.list', {}), office.call('estate.changeSettings', { phone: '0854-1' }), office.call('ledger.verify', {})];
  await office.close();
  for (const reply of await Promise.all(calls)) expect(reply).toMatchObject({ ok: true });
  expect(await office.call('payments.list', {})).toEqual(refusal('CANCELLED', {}));
  expect(office.bugs).toEqual([]);
});
