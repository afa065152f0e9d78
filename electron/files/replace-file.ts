import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';

/**
 * Writes a whole file or nothing: into a neighbour first, flushed, then renamed over the target.
 * Throws DISK_FULL, and FILE_NOT_WRITABLE when the target cannot be written (no such folder, read-only,
 * held open by another program).
 */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const neighbour = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  try {
    await writeFile(neighbour, content, { flag: 'wx', flush: true });
    await rename(neighbour, file);
  } catch (error) {
    await rm(neighbour, { force: true }).catch(() => undefined); // the first error is the one to tell
    const full = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
    throw full ? new AppError('DISK_FULL', {}) : new AppError('FILE_NOT_WRITABLE', { file });
  }
}
