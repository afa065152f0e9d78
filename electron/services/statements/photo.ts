import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { insertPhoto } from '../../../db/queries/statement-postings.ts';
import type { Db } from '../../../db/sql.ts';
import { AppError } from '../../../shared/errors.ts';

const LIMIT_BYTES = 10 * 1024 * 1024;
/** How the two kinds of picture begin; the name of a file says nothing. */
const BEGINNINGS = [{ type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] }, { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }] as const;

/** Keeps a picture once, by its digest. Throws FILE_NOT_FOUND, PHOTO_TOO_LARGE, PHOTO_NOT_IMAGE. */
export async function keepPhoto(db: Db, file: string): Promise<string> {
  const size = await stat(file).then((facts) => (facts.isFile() ? facts.size : undefined), () => undefined);
  if (size === undefined) throw new AppError('FILE_NOT_FOUND', { file });
  if (size > LIMIT_BYTES) throw new AppError('PHOTO_TOO_LARGE', { file, bytes: size, limitBytes: LIMIT_BYTES });
  const bytes = await readFile(file);
  const kind = BEGINNINGS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (!kind) throw new AppError('PHOTO_NOT_IMAGE', { file });
  const digest = createHash('sha256').update(bytes).digest('hex');
  await insertPhoto(db, digest, kind.type, bytes);
  return digest;
}
