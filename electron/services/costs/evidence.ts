import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { findAttachment, type Evidence } from '../../../db/queries/attachments.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { readBounded } from '../../files/read-table.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { spareBooks } from '../../jobs/backups.ts';

const LIMIT_BYTES = 10 * 1024 * 1024;
const NAME_LENGTH = 120;

/** What a file is by its first bytes, whatever it is called; undefined when it is neither photo nor PDF. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16));
  if (head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'image/jpeg';
  if (head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'image/png';
  if (head.subarray(0, 4).toString('latin1') === 'RIFF' && head.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp';
  return head.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : undefined;
}

/** Throws ATTACHMENT_KIND. */
export function evidenceOf(name: string, bytes: Uint8Array): Evidence {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) throw new AppError('ATTACHMENT_KIND', { file: name });
  return { digest: createHash('sha256').update(bytes).digest('hex'), name: name.replace(/\p{Cc}/gu, '').slice(-NAME_LENGTH), mediaType, bytes };
}

/** Reads photos and PDFs; the same file twice is one. Throws FILE_NOT_FOUND, FILE_TOO_LARGE (10 MB), ATTACHMENT_KIND. */
export async function readEvidence(files: readonly string[]): Promise<Evidence[]> {
  const found = new Map<string, Evidence>();
  for (const file of files) {
    const evidence = evidenceOf(basename(file), await readBounded(file, LIMIT_BYTES));
    found.set(evidence.digest, evidence);
  }
  return [...found.values()];
}

export const getAttachment: Handler<'costs.attachment'> = async ({ db }, { digest }) => {
  const found = await findAttachment(db, digest);
  if (!found) throw new AppError('NO_SUCH_ATTACHMENT', { digest });
  const { name, mediaType, bytes } = found;
  return { digest, name, mediaType, bytes: bytes.length, base64: Buffer.from(bytes).toString('base64') };
};

export const saveAttachment: Handler<'costs.saveAttachment'> = async ({ office }, { digest, file }) => {
  spareBooks(file, office.dataFolder);
  const found = await office.database.read((db) => findAttachment(db, digest));
  if (!found) throw new AppError('NO_SUCH_ATTACHMENT', { digest });
  await replaceFile(file, found.bytes);
  return { file, bytes: found.bytes.length };
};
