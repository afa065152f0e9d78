import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';

/**
 * Writes a file under a name of its own beside `file` and renames it, so that nobody ever reads half of it and
 * an older file stays until the new one is whole. Throws FILE_NOT_WRITABLE, DISK_FULL.
 */
export async function savePdf(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(unfinished, bytes, { flag: 'wx', flush: true });
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new AppError('DISK_FULL', {});
    throw new AppError('FILE_NOT_WRITABLE', { file });
  }
}
