import type { Office } from '../../context.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { spareBooks } from '../../jobs/backups.ts';

/** Writes bytes that were kept where the user said. Throws what sparing the books does, FILE_NOT_WRITABLE, DISK_FULL. */
export async function saveKept({ dataFolder }: Office, file: string, bytes: Uint8Array): Promise<{ file: string }> {
  spareBooks(file, dataFolder);
  await replaceFile(file, bytes);
  return { file };
}
