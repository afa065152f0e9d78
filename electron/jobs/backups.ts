import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { copyOnline, inspectBackup, type Database } from '../../db/connection.ts';
import { localDay } from '../../shared/domain/period.ts';
import { AppError } from '../../shared/errors.ts';

const KEPT = 30;
const NAME = /^mingbai-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?:-(\d+))?\.sqlite$/;

export type BackupFile = { file: string; bytes: number; at: string };

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** The backups of a data folder, newest first. Their names tell their time: copying a folder changes the files' own. */
export async function listBackups(dataFolder: string): Promise<BackupFile[]> {
  const folder = backupFolder(dataFolder);
  const names = await readdir(folder).catch(() => []);
  const found = names.flatMap((name) => {
    const match = NAME.exec(name);
    if (!match) return [];
    const [, year = '', month = '', day = '', hour = '', minute = '', second = '', count = '1'] = match;
    return [{ name, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, count: Number(count) }];
  });
  found.sort((left, right) => right.at.localeCompare(left.at) || right.count - left.count);
  return Promise.all(found.map(async ({ name, at }) => ({ file: join(folder, name), bytes: (await stat(join(folder, name))).size, at })));
}

type Progress = (done: number, total: number) => void;

/**
 * Copies the books while they are in use, opens the copy and reads all of it, and only then gives it its
 * name. Without a file it goes into the data folder, where the newest thirty stay.
 * Throws BACKUP_NOT_USABLE, FILE_NOT_WRITABLE.
 */
export async function createBackup(database: Database, dataFolder: string, now: Date, file?: string, onProgress: Progress = () => undefined): Promise<{ file: string; bytes: number }> {
  if (file !== undefined && isOfBooks(file, database.file)) throw new AppError('FILE_NOT_WRITABLE', { file });
  const target = file ?? (await freeName(dataFolder, now));
  const temporary = `${target}.part`;
  try {
    await rm(temporary, { force: true });
    await copyOnline(database, temporary, onProgress);
    const found = await inspectBackup(temporary);
    if ('problem' in found) throw new AppError('BACKUP_NOT_USABLE', { file: target, detail: found.problem });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined); // the first error is the one to tell
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw UNWRITABLE.has(code) ? new AppError('FILE_NOT_WRITABLE', { file: target }) : error;
  }
  if (file === undefined) await dropOldest(dataFolder);
  return { file: target, bytes: (await stat(target)).size };
}

const UNWRITABLE = new Set(['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG']);

/** True for the open database and its companions, which nothing may be renamed over. */
export function isOfBooks(file: string, databaseFile: string): boolean {
  return ['', '-wal', '-shm', '-journal'].some((companion) => resolve(file) === resolve(databaseFile + companion));
}

/** Throws FILE_NOT_WRITABLE for a target that is the open books: nothing is ever exported over them. */
export function spareBooks(file: string, dataFolder: string): void {
  if (isOfBooks(file, join(dataFolder, 'mingbai.sqlite'))) throw new AppError('FILE_NOT_WRITABLE', { file });
}

async function freeName(dataFolder: string, now: Date): Promise<string> {
  const folder = backupFolder(dataFolder);
  await mkdir(folder, { recursive: true }).catch(() => { throw new AppError('FOLDER_READ_ONLY', { folder }); });
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  const taken = new Set(await readdir(folder));
  for (let count = 1; ; count += 1) {
    const name = `mingbai-${stamp}${count === 1 ? '' : `-${count}`}.sqlite`;
    if (!taken.has(name)) return join(folder, name);
  }
}

async function dropOldest(dataFolder: string): Promise<void> {
  for (const { file } of (await listBackups(dataFolder)).slice(KEPT)) await rm(file);
}

/** Backs up when today has no backup yet; what a start of the window asks for. */
export async function backUpDaily(database: Database, dataFolder: string, now: Date): Promise<void> {
  const [newest] = await listBackups(dataFolder);
  if (newest && localDay(new Date(newest.at)) === localDay(now)) return;
  await createBackup(database, dataFolder, now);
}

/** Moves the books (with SQLite's companions) aside under a name with the time; returns that name. */
export async function moveAside(databaseFile: string, now: Date, why: string): Promise<string> {
  const stamp = now.toISOString().replace(/[:T]/g, '-').slice(0, 19);
  const keptAs = join(databaseFile, '..', `${basename(databaseFile, '.sqlite')}.${why}-${stamp}.sqlite`);
  for (const companion of ['', '-wal', '-shm']) {
    const there = await stat(databaseFile + companion).catch(() => undefined);
    if (there) await rename(databaseFile + companion, keptAs + companion);
  }
  return keptAs;
}

/** Undoes `moveAside`. */
export async function moveBack(keptAs: string, databaseFile: string): Promise<void> {
  for (const companion of ['', '-wal', '-shm']) {
    const there = await stat(keptAs + companion).catch(() => undefined);
    if (there) await rename(keptAs + companion, databaseFile + companion);
  }
}
