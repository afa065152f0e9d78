import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import { findEstate } from '../db/queries/estate.ts';
import { AppError, refusalOf } from '../shared/errors.ts';
import { makeFolder } from './app-folder.ts';
import type { Log, Office, Ports } from './context.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { asRefusal } from './known-errors.ts';
import { backUpDaily, createBackup } from './jobs/backups.ts';

export type OpenOffice = {
  dispatch: Dispatch;
  /** Makes today's backup unless there is one; before there is an estate there is nothing to keep. */
  backUpDaily(): Promise<void>;
  close(): Promise<void>;
};

export type OfficeOptions = {
  /** `:memory:` keeps nothing: for tests. */
  dataFolder: string;
  version: string;
  log: Log;
  ports: Ports;
  clock?: () => Date;
};

/** A dialog that nobody answers must not keep the program from ending. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Opens the books of a data folder, migrated and ready to be called, for a window or a terminal.
 * Throws FOLDER_READ_ONLY, DISK_FULL, DATABASE_DAMAGED, DATABASE_FOREIGN, DATABASE_TOO_NEW, MIGRATION_FAILED.
 */
export async function openOffice({ dataFolder, version, log, ports, clock = () => new Date() }: OfficeOptions): Promise<OpenOffice> {
  const file = dataFolder === ':memory:' ? dataFolder : join(writableFolder(dataFolder), 'mingbai.sqlite');
  const refuse = (error: unknown): never => {
    throw asRefusal(error, { file, folder: dataFolder }) ?? error;
  };
  const open = async (): Promise<Database> => {
    const database = await openDatabase(file).catch(refuse);
    try {
      await migrate(database, async () => (await createBackup(database, dataFolder, clock())).file);
    } catch (error) {
      await database.close();
      return refuse(error);
    }
    return database;
  };
  const office: Office = {
    database: await open(),
    dataFolder, ports, log, clock, version,
    whileClosed: async (work) => {
      await office.database.close();
      try {
        await work();
      } finally {
        office.database = await open();
      }
    },
  };
  const backUp = async (): Promise<void> => {
    if (await office.database.read(findEstate)) await backUpDaily(office.database, dataFolder, clock());
  };
  const dispatch = createDispatch(office);
  let closing = false;
  const underWay = new Set<Promise<unknown>>();
  const follow = <Value>(work: Promise<Value>): Promise<Value> => {
    const done = work.then(() => undefined, () => undefined).finally(() => underWay.delete(done));
    underWay.add(done);
    return work;
  };
  return {
    dispatch: (...call) => (closing ? Promise.resolve(refusalOf(new AppError('CANCELLED', {}))) : follow(dispatch(...call))),
    backUpDaily: () => (closing ? Promise.resolve() : follow(backUp())),
    // What is under way is finished first: its database must not go from under it.
    close: async () => {
      closing = true;
      await Promise.race([Promise.all(underWay), sleep(LONGEST_WAIT_MS, undefined, { ref: false })]);
      await office.database.close();
    },
  };
}

function writableFolder(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    throw new AppError('FOLDER_READ_ONLY', { folder });
  }
}
