import { existsSync, openSync, readSync, closeSync, fstatSync, statSync } from 'node:fs';
import knexModule, { type Knex } from 'knex';
import SqliteClient, { type Query } from 'knex/lib/dialects/sqlite3/index.js';
import { AppError, isAppError } from '../shared/errors.ts';
import { row, run, WRITER_CACHE_KIB } from './sql.ts';
import { dropStatements, isReusable, runPrepared, type PreparingConnection } from './statements.ts';

/** "MBAO": marks a SQLite file as ours, so that a foreign one is never written to. */
export const APPLICATION_ID = 0x4d42414f;

export type Database = {
  file: string;
  /** Runs inside one immediate transaction: the only writer of this process. */
  write<Value>(work: (db: Knex.Transaction) => Promise<Value>): Promise<Value>;
  /** Runs inside one read transaction: a snapshot that no writer disturbs. */
  read<Value>(work: (db: Knex.Transaction) => Promise<Value>): Promise<Value>;
  /** Outside any transaction: pragmas, vacuum, migrations. Never for services. */
  outer: Knex;
  close(): Promise<void>;
};

/** knex's own client, but that statements stay prepared and a failed transaction always ends. */
class Client extends SqliteClient {
  override async _query(connection: PreparingConnection, query: Query): Promise<unknown> {
    try {
      return await this.runQuery(connection, query);
    } catch (error) {
      // A commit that fails leaves its transaction open, in which the next could not begin; and some failures
      // (a full disk) have ended it already, so that knex's own rollback would hide them behind an error of its own.
      if (query.sql === 'COMMIT;') await super._query(connection, { sql: 'ROLLBACK' }).catch(() => undefined);
      if (query.sql === 'ROLLBACK' && error instanceof Error && error.message.includes('no transaction is active')) return query;
      throw error;
    }
  }

  private async runQuery(connection: PreparingConnection, query: Query): Promise<unknown> {
    const { sql, bindings = [] } = query;
    if (!isReusable(sql, bindings)) return super._query(connection, query);
    query.response = await runPrepared(connection, sql, bindings);
    return query;
  }

  override async destroyRawConnection(connection: PreparingConnection): Promise<void> {
    await dropStatements(connection);
    await super.destroyRawConnection(connection);
  }
}

/**
 * SQLite takes its write lock late by default, and a transaction that read first then fails instead of
 * waiting. Receipt numbers need the lock before the first read, so writers begin immediately.
 */
class WriterClient extends Client {
  override _query(connection: PreparingConnection, query: Query): Promise<unknown> {
    if (query.sql === 'BEGIN;') query.sql = 'BEGIN IMMEDIATE;';
    return super._query(connection, query);
  }
}

type Raw = { exec(sql: string, done: (error: Error | null) => void): void };

/**
 * knex prints on stdout by default, where the terminal promises one JSON reply and nothing else. Its hints are
 * for developers; its errors are thrown to us as well.
 */
const KNEX_LOG = {
  warn: () => undefined,
  debug: () => undefined,
  deprecate: () => undefined,
  error: (message: unknown) => void process.stderr.write(`${String(message)}\n`),
};

function open(file: string, client: typeof SqliteClient, pragmas: string): Knex {
  return knexModule({
    client,
    connection: { filename: file },
    useNullAsDefault: true,
    log: KNEX_LOG,
    pool: {
      min: 1,
      max: 1,
      idleTimeoutMillis: 2_147_483_000,
      afterCreate: (connection: Raw, done: (error: Error | null, connection: Raw) => void) => {
        connection.exec(pragmas, (error) => { done(error, connection); });
      },
    },
    acquireConnectionTimeout: 600_000,
  });
}

const SHARED_PRAGMAS = 'pragma busy_timeout = 10000; pragma foreign_keys = on; pragma temp_store = memory;';

/** Opens the books. Throws DATABASE_DAMAGED or DATABASE_FOREIGN before anything is written. */
export async function openDatabase(file: string): Promise<Database> {
  const inMemory = file === ':memory:';
  if (!inMemory) checkFile(file);
  const outer = open(file, WriterClient, `${SHARED_PRAGMAS} pragma cache_size = ${WRITER_CACHE_KIB};`);
  try {
    await identify(outer, file);
    await run(outer, 'pragma journal_mode = wal');
    await run(outer, 'pragma synchronous = full');
  } catch (error) {
    await outer.destroy();
    throw asDamage(error, file);
  }
  // A second connection reads beside the writer; in memory there is only the one.
  const reader = inMemory ? outer : open(file, Client, `${SHARED_PRAGMAS} pragma cache_size = -8000; pragma query_only = on;`);
  return {
    file,
    outer,
    write: (work) => outer.transaction(work),
    read: (work) => reader.transaction(work),
    close: async () => {
      if (reader !== outer) await reader.destroy();
      await outer.destroy();
    },
  };
}

/** Opens any SQLite file to look at it; the caller destroys the handle. */
export function openReadOnly(file: string): Knex {
  return open(file, Client, `${SHARED_PRAGMAS} pragma query_only = on;`);
}

async function identify(db: Knex, file: string): Promise<void> {
  const found = await row<{ application_id: number }>(db, 'pragma application_id');
  const tables = await row<{ count: number }>(db, 'select count(*) as count from sqlite_master');
  if (found?.application_id === APPLICATION_ID) return;
  if (tables?.count) throw new AppError('DATABASE_FOREIGN', { file });
  await run(db, `pragma application_id = ${APPLICATION_ID}`);
}

/** Looks at the header without SQLite: a foreign or cut file must be found before WAL touches it. */
function checkFile(file: string): void {
  if (!existsSync(file)) return;
  if (!statSync(file).isFile()) throw new AppError('DATABASE_DAMAGED', { file, detail: 'not a file' });
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return;
    const header = Buffer.alloc(100);
    readSync(descriptor, header, 0, 100, 0);
    if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new AppError('DATABASE_DAMAGED', { file, detail: 'not a SQLite file' });
    const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const pages = header.readUInt32BE(28);
    const cut = size < pages * pageSize && !existsSync(`${file}-wal`);
    if (cut) throw new AppError('DATABASE_DAMAGED', { file, detail: `${size} of ${pages * pageSize} bytes` });
    const applicationId = header.readUInt32BE(68);
    if (applicationId !== APPLICATION_ID && applicationId !== 0) throw new AppError('DATABASE_FOREIGN', { file });
  } finally {
    closeSync(descriptor);
  }
}

/** Names what SQLite reports of a broken file; other errors pass through. */
export function asDamage(error: unknown, file: string): unknown {
  if (isAppError(error) || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') return new AppError('DATABASE_DAMAGED', { file, detail: error.message });
  return error;
}

type Backup = { step(pages: number, done: (error: Error | null) => void): void; finish(): void; completed: boolean; failed: boolean; remaining: number; pageCount: number };
type BackupSource = { backup(file: string, done: (error: Error | null) => void): Backup };

const PAGES_PER_STEP = 2000;

/** Copies the open books into a new file with SQLite's online backup, while others go on reading and writing. */
export async function copyOnline(database: Database, file: string, onProgress: (done: number, total: number) => void): Promise<void> {
  const source = openReadOnly(database.file);
  const client = source.client as Knex.Client;
  const connection = (await client.acquireConnection()) as BackupSource;
  try {
    const backup = await new Promise<Backup>((resolve, reject) => {
      const started = connection.backup(file, (error) => { if (error) reject(error); else resolve(started); });
    });
    while (!backup.completed && !backup.failed) {
      await new Promise<void>((resolve, reject) => { backup.step(PAGES_PER_STEP, (error) => { if (error) reject(error); else resolve(); }); });
      onProgress(backup.pageCount - backup.remaining, backup.pageCount);
    }
    backup.finish();
  } finally {
    await client.releaseConnection(connection);
    await source.destroy();
  }
}

/** Opens a file as a backup of ours, reads all of it, and says how many entries it holds and after which migration; or what is wrong with it. */
export async function inspectBackup(file: string): Promise<{ entries: number; version: number } | { problem: string }> {
  // SQLite would make a file that is not there.
  if (!existsSync(file)) return { problem: 'not there' };
  let db: Knex | undefined;
  try {
    checkFile(file);
    db = openReadOnly(file);
    const found = await row<{ application_id: number }>(db, 'pragma application_id');
    if (found?.application_id !== APPLICATION_ID) return { problem: 'not a Mingbai database' };
    const check = await row<{ quick_check: string }>(db, 'pragma quick_check(1)');
    if (check?.quick_check !== 'ok') return { problem: check?.quick_check ?? 'unreadable' };
    const version = (await row<{ user_version: number }>(db, 'pragma user_version'))?.user_version ?? 0;
    return { entries: (await row<{ count: number }>(db, 'select count(*) as count from entry'))?.count ?? 0, version };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  } finally {
    await db?.destroy();
  }
}
