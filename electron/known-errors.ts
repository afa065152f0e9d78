import { asDamage } from '../db/connection.ts';
import { AppError, isAppError } from '../shared/errors.ts';

const FULL = new Set(['SQLITE_FULL', 'ENOSPC']);
const READ_ONLY = new Set(['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EROFS', 'EACCES', 'EPERM']);

/** The refusal behind an error of the database or the disk; undefined when it is a bug of ours. */
export function asRefusal(error: unknown, place: { file: string; folder: string }): AppError | undefined {
  if (isAppError(error)) return error;
  const damage = asDamage(error, place.file);
  if (isAppError(damage)) return damage;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return new AppError('DISK_FULL', {});
  // Shared memory that cannot grow is reported as an I/O error, and only a full disk causes it.
  if (code === 'SQLITE_IOERR') return new AppError('DISK_FULL', {});
  if (code === 'SQLITE_BUSY') return new AppError('DATABASE_BUSY', {});
  if (READ_ONLY.has(code)) return new AppError('FOLDER_READ_ONLY', { folder: place.folder });
  return undefined;
}
