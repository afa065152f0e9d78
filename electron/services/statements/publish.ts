import { createHash } from 'node:crypto';
import { listEntryHeads } from '../../../db/queries/statement-moves.ts';
import { findByCode, findFile, findPublished, getStatement, insertFile, lastEntryOf, markPublished, readKept, type StatementRow } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import { statementFormats } from '../../../shared/contract/statements.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { codeHead, codeOf, readQr, splitCode, statementCode } from '../../../shared/domain/statement-code.ts';
import { AppError } from '../../../shared/errors.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { Handler } from '../../context.ts';
import { monthsOf } from './balances.ts';
import { computeStatement } from './compute.ts';
import { readLineEntries } from './drill.ts';
import { headOf, readContent } from './head.ts';
import { makers, type Printed } from './makers.ts';

const digestOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const publishStatement: Handler<'statements.publish'> = async ({ db, user, now }, { statementId }) => {
  const row = await getStatement(db, statementId);
  if (row.publishedAt !== null) throw new AppError('STATEMENT_PUBLISHED', { number: row.number, version: row.version });
  const open = monthsOf(row.from, row.to).filter((month) => row.closedThrough === null || month > row.closedThrough);
  if (open.length > 0) throw new AppError('PERIOD_NOT_CLOSED', { months: open });
  const { content: text } = await readKept(db, statementId);
  const content = await readContent(db, statementId);
  await checkFresh(db, row, content, text);
  const failing = content.checks.filter(({ ok }) => !ok).map(({ name }) => name);
  if (failing.length > 0) throw new AppError('STATEMENT_DOES_NOT_ADD_UP', { checks: failing });
  const digest = digestOf(text);
  await markPublished(db, statementId, { digest, code: await freeCode(db, row, digest) }, { userId: user.userId, userName: user.name, at: now.toISOString() });
  const printed = await readPrinted(db, statementId);
  for (const format of statementFormats) {
    const bytes = await makers[format](printed);
    await insertFile(db, statementId, format, bytes, digestOf(bytes));
  }
  return { head: printed.head };
};

/** The books must still say what the draft does. Throws STATEMENT_STALE. */
async function checkFresh(db: Db, row: StatementRow, { changes, preparedBy }: StatementContent, text: string): Promise<void> {
  const { kind, from, to, number, version, preparedOn } = row;
  const { content } = await computeStatement(db, { kind, from, to, number, version, preparedOn, preparedBy, changes, lastEntry: await lastEntryOf(db) });
  if (canonicalJson(content) !== text) throw new AppError('STATEMENT_STALE', { number });
}

/** A code whose first part no other statement has. */
async function freeCode(db: Db, { number, version }: StatementRow, digest: string): Promise<string> {
  for (let count = 0; ; count += 1) {
    const head = codeHead(digestOf(`${number}|${version}|${count}`));
    if (!(await findByCode(db, head))) return statementCode(head, digest);
  }
}

async function readPrinted(db: Db, statementId: number): Promise<Printed> {
  const row = await getStatement(db, statementId);
  const entries = await readLineEntries(db, row);
  const kinds = new Map((await listEntryHeads(db, [...new Set(entries.map(({ entryId }) => entryId))])).map(({ entryId, kind }) => [entryId, kind]));
  return { head: headOf(row), content: await readContent(db, statementId), entries: entries.map((entry) => ({ ...entry, kind: kinds.get(entry.entryId) ?? '' })) };
}

/** Of a published statement the frozen bytes; a draft is made as it is. */
export const exportStatement: Handler<'statements.export'> = async ({ office }, { statementId, format, file }) => {
  spareBooks(file, office.dataFolder);
  const bytes = await office.database.read(async (db) => (await findFile(db, statementId, format))?.bytes ?? await makers[format](await readPrinted(db, statementId)));
  await replaceFile(file, bytes);
  return { file, bytes: bytes.length, digest: digestOf(bytes) };
};

export const verifyStatement: Handler<'statements.verify'> = async ({ db }, { code }) => {
  const found = await findClaimed(db, code);
  if (!found) return { state: 'unknown', head: null };
  const head = headOf(await getStatement(db, found.statementId));
  if (!found.same || !(await isIntact(db, head))) return { state: 'altered', head };
  return { state: head.state === 'superseded' ? 'superseded' : 'genuine', head };
};

/** The statement that a code or a QR code names, and whether what it says of its content is true. */
async function findClaimed(db: Db, text: string): Promise<{ statementId: number; same: boolean } | undefined> {
  const qr = readQr(text);
  if (qr) {
    const found = await findPublished(db, qr.number, qr.version);
    if (!found) return undefined;
    const { digest, from, to } = await getStatement(db, found.statementId);
    return { statementId: found.statementId, same: digest === qr.digest && from === qr.from && to === qr.to };
  }
  const parts = splitCode(text);
  const found = parts && await findByCode(db, parts.head);
  return found && { statementId: found.statementId, same: found.code.replaceAll('-', '') === parts.head + parts.rest };
}

/** Whether what was frozen still has its digest, the code on paper is of it, and every file is there with its own. */
async function isIntact(db: Db, { statementId, digest, code }: StatementHead): Promise<boolean> {
  const actual = digestOf((await readKept(db, statementId)).content);
  if (actual !== digest || code === null || codeOf(code, actual) !== code) return false;
  for (const format of statementFormats) {
    const file = await findFile(db, statementId, format);
    if (!file || digestOf(file.bytes) !== file.digest) return false;
  }
  return true;
}
