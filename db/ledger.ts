import { createHash } from 'node:crypto';
import type { Fund } from '../shared/contract/ledger.ts';
import { AppError } from '../shared/errors.ts';
import { jsonTable, row, run, type Db } from './sql.ts';

/** The only writer of entry and posting. */

export type Posting = { account: string; fund: Fund; homeId?: number | null; billId?: number | null; /** Debit positive, credit negative; never 0. */ amountFen: number };
export type NewEntry = {
  on: string; kind: EntryKind; memo: string; by: number | null; at: Date; postings: readonly Posting[]; reverses?: number | null;
};
export type EntryKind = 'opening' | 'bill' | 'payment' | 'prepayment-use' | 'prepayment-return' | 'reversal'
  | 'cancel' | 'reduction' | 'late-fee' | 'refund' | 'deposit' | 'deposit-return' | 'shift' | 'banking' | 'settlement' | 'subsidy' | 'charging'
  | 'charging-topup' | 'charging-payback' | 'charging-product' | 'charging-grid' | 'charging-change' | 'charging-settlement'
  | 'cost' | 'income' | 'interest' | 'to-maintenance' | 'transfer';

/** Moves of the estate's own money, which no desk took or gave: their mirrors are such moves too. */
type MirroredKind = 'settlement' | 'cost' | 'income' | 'interest' | 'to-maintenance' | 'transfer';

type Sealed = { entryId: number; hash: string };

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * Posts one entry and returns its number. Entries sum to zero per fund (ENTRY_NOT_BALANCED), are numbered
 * without gaps, and each carries the hash of the one before; they are never edited or deleted.
 */
export async function postEntry(db: Db, entry: NewEntry): Promise<number> {
  const [entryId] = await postEntries(db, [entry]);
  return entryId as number;
}

/** Posts many entries in order, set-based; returns their numbers. A closed month takes none (PERIOD_CLOSED). */
export async function postEntries(db: Db, entries: readonly NewEntry[]): Promise<number[]> {
  let last = await lastEntry(db);
  const postings: string[] = [];
  const heads: (string | number | null)[][] = [];
  for (const entry of entries) {
    checkBalanced(entry.postings);
    const entryId = last.entryId + 1;
    // Written once, for the hash and for the insert: a month's entry has a line for each home.
    const lines = JSON.stringify(entry.postings.map((posting, index) => [entryId, index + 1, entry.on, posting.account, posting.fund, posting.homeId ?? null, posting.billId ?? null, posting.amountFen]));
    postings.push(lines);
    const head = [entryId, entry.on, entry.at.toISOString(), entry.kind, entry.memo, entry.by, entry.reverses ?? null] as const;
    const hash = hashEntry(last.hash, head, lines);
    heads.push([...head, last.hash, hash]);
    last = { entryId, hash };
  }
  await insertPostings(db, postings);
  await insertHeads(db, heads, entries.map(({ on }) => on));
  return heads.map((head) => head[0] as number);
}

/** The schema refuses a day in a closed month; the earliest day of the entries is in it then. */
async function insertHeads(db: Db, heads: readonly unknown[], days: readonly string[]): Promise<void> {
  try {
    await run(db, `insert into entry (entry_id, on_date, posted_at, kind, memo, user_id, reverses, previous_hash, hash)
      select * from ${jsonTable(['entry_id', 'on_date', 'posted_at', 'kind', 'memo', 'user_id', 'reverses', 'previous_hash', 'hash'])}`, [JSON.stringify(heads)]);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('PERIOD_CLOSED'))) throw error;
    const on = days.reduce((least, day) => (day < least ? day : least));
    throw new AppError('PERIOD_CLOSED', { month: on.slice(0, 7), on });
  }
}

const CHARACTERS_PER_STATEMENT = 4_000_000;

/** Inserts the lines of entries, a JSON array of each entry's, some megabytes at a time. */
async function insertPostings(db: Db, entries: readonly string[]): Promise<void> {
  for (let start = 0; start < entries.length;) {
    let end = start;
    for (let size = 0; end < entries.length && (size === 0 || size < CHARACTERS_PER_STATEMENT); end += 1) size += entries[end]?.length ?? 0;
    const lines = entries.slice(start, end).map((list) => list.slice(1, -1)).filter(Boolean).join(',');
    await run(db, `insert into posting (entry_id, line, on_date, account, fund, home_id, bill_id, amount_fen)
      select * from ${jsonTable(['entry_id', 'line', 'on_date', 'account', 'fund', 'home_id', 'bill_id', 'amount_fen'])}`, [`[${lines}]`]);
    start = end;
  }
}

/**
 * Undoes an entry by its mirror: the same postings with opposite signs, naming the original.
 * Dated `on`; refused by the schema when the original was reversed before. `kind` is 'reversal' but for moves
 * of our own money beside the desk, whose mirrors are such moves too.
 */
export async function reverseEntry(db: Db, entryId: number, entry: Omit<NewEntry, 'postings' | 'reverses' | 'kind'> & { kind?: MirroredKind }): Promise<number> {
  const postings = await listPostingsOf(db, entryId);
  return postEntry(db, { kind: 'reversal', ...entry, reverses: entryId, postings: postings.map((posting) => ({ ...posting, amountFen: -posting.amountFen })) });
}

async function listPostingsOf(db: Db, entryId: number): Promise<Posting[]> {
  const found = await row<{ list: string }>(db, `select json_group_array(json_object('account', account, 'fund', fund, 'homeId', home_id, 'billId', bill_id, 'amountFen', amount_fen)) as list
    from (select * from posting where entry_id = ? order by line)`, [entryId]);
  const postings = JSON.parse(found?.list ?? '[]') as Posting[];
  if (postings.length === 0) throw new AppError('NO_SUCH_ENTRY', { entryId });
  return postings;
}

/** The number of the next entry, for documents that are written before it: it counts them when it seals, all at once. */
export async function nextEntryId(db: Db): Promise<number> {
  return (await lastEntry(db)).entryId + 1;
}

async function lastEntry(db: Db): Promise<Sealed> {
  const found = await row<Sealed>(db, 'select entry_id as entryId, hash from entry order by entry_id desc limit 1');
  return found ?? { entryId: 0, hash: GENESIS };
}

/**
 * The chain's link: SHA-256 over the link before, the entry and its postings in order (`lines`: their JSON).
 * JSON gives each field its own place, so that no two different entries read the same.
 */
export function hashEntry(previous: string, head: readonly unknown[], lines: string): string {
  return createHash('sha256').update(`[${JSON.stringify(previous)},${JSON.stringify(head)},${lines}]`).digest('hex');
}

function checkBalanced(postings: readonly Posting[]): void {
  const sums = new Map<Fund, number>();
  for (const { fund, amountFen } of postings) sums.set(fund, (sums.get(fund) ?? 0) + amountFen);
  for (const [fund, sumFen] of sums) if (sumFen !== 0) throw new AppError('ENTRY_NOT_BALANCED', { fund, sumFen });
}
