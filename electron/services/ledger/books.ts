import { getEntry as getEntryRow, listAccounts as listAccountRows, listBook, trialBalance as trialBalanceRows, type BookCursor } from '../../../db/queries/books.ts';
import { listAudit as listAuditRows } from '../../../db/queries/audit.ts';
import { countEntries, verifyChain, verifyDocuments } from '../../../db/queries/verify.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';

export const listAccounts: Handler<'ledger.listAccounts'> = async ({ db }) => ({ items: await listAccountRows(db) });

export const listPostings: Handler<'ledger.listPostings'> = async ({ db }, { selection, limit, after }) => {
  const { openingFen, items } = await listBook(db, selection, { after: readCursor(after), limit: limit + 1 });
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return items.length > limit && last ? { openingFen, items: page, next: [last.on, last.entryId, last.line, last.balanceFen].join('|') } : { openingFen, items: page };
};

/** A cursor that is not one begins the book anew. */
function readCursor(text: string | undefined): BookCursor | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})\|(\d+)\|(\d+)\|(-?\d+)$/.exec(text ?? '');
  return match ? { on: match[1] ?? '', entryId: Number(match[2]), line: Number(match[3]), balanceFen: Number(match[4]) } : undefined;
}

export const getEntry: Handler<'ledger.getEntry'> = ({ db }, { entryId }) => getEntryRow(db, entryId);

export const trialBalance: Handler<'ledger.trialBalance'> = async ({ db }, { on }) => {
  const accounts = await trialBalanceRows(db, on);
  return { accounts, sumFen: sumFen(accounts.map(({ balanceFen }) => balanceFen)) };
};

/** Walks the hash chain, then compares documents, postings and numbers; every problem is named. */
export const verify: Handler<'ledger.verify'> = async ({ db, progress, checkCancelled }) => {
  const chain = await verifyChain(db, (done, total) => {
    checkCancelled();
    progress({ done, total, label: 'CHAIN' });
  });
  const problems = [...chain, ...(await verifyDocuments(db))];
  return { ok: problems.length === 0, entries: await countEntries(db), problems };
};

export const listAudit: Handler<'ledger.listAudit'> = async ({ db }, { limit, after }) => {
  const items = await listAuditRows(db, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  return items.length > limit ? { items: items.slice(0, limit), next: items[limit - 1]?.auditId } : { items };
};
