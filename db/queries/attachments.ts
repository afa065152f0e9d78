import { createHash } from 'node:crypto';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { By } from './charging-meters.ts';
import type { Problem } from './verify.ts';

export type Evidence = { digest: string; name: string; mediaType: string; bytes: Uint8Array };
export type AttachedFile = { digest: string; name: string; mediaType: string; bytes: number };

/** Keeps files by their digest; one that is there already is not kept twice. */
export async function insertAttachments(db: Db, files: readonly Evidence[], by: By): Promise<void> {
  for (const { digest, name, mediaType, bytes } of files) await run(db, 'insert into attachment (digest, media_type, name, bytes, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?) on conflict (digest) do nothing', [digest, mediaType, name, bytes, by.userId, by.userName, by.at]);
}

export function findAttachment(db: Db, digest: string): Promise<Evidence | undefined> {
  return row(db, 'select digest, name, media_type as mediaType, bytes from attachment where digest = ?', [digest]);
}

/** What files are called, without their bytes. */
export function listAttachments(db: Db, digests: readonly string[]): Promise<AttachedFile[]> {
  return rows(db, `select a.digest, a.name, a.media_type as mediaType, length(a.bytes) as bytes from ${jsonTable(['digest'])} d join attachment a using (digest)`, [JSON.stringify(digests.map((digest) => [digest]))]);
}

/** Files whose bytes are not those of their digest, one at a time so that memory holds one. */
export async function wrongAttachments(db: Db): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { digest } of await rows<{ digest: string }>(db, 'select digest from attachment order by digest')) {
    const found = await findAttachment(db, digest);
    const actual = createHash('sha256').update(found?.bytes ?? '').digest('hex');
    if (actual !== digest) problems.push({ kind: 'COST', subject: `attachment ${digest.slice(0, 12)}`, detail: `${actual.slice(0, 12)} ≠ ${digest.slice(0, 12)}` });
  }
  return problems;
}
