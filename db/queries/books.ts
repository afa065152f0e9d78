import type { BookRow, BookSelection, Fund } from '../../shared/contract/ledger.ts';
import { parseYuan } from '../../shared/domain/money.ts';
import { AppError } from '../../shared/errors.ts';
import { row, rows, type Db } from '../sql.ts';

export type AccountBalance = { account: string; name: string; fund: Fund; balanceFen: number };

/** Balances by account and fund up to a day; one pass over posting_account (covering). */
export function trialBalance(db: Db, on: string | undefined): Promise<AccountBalance[]> {
  const where = on ? 'where on_date <= ?' : '';
  return rows(db, `select t.account, a.name, t.fund, t.fen as balanceFen from
    (select account, fund, sum(amount_fen) as fen from posting ${where} group by account, fund) t join account a using (account) order by t.fund, t.account`, on ? [on] : []);
}

export function listAccounts(db: Db): Promise<{ account: string; name: string }[]> {
  return rows(db, 'select account, name from account order by account');
}

/** Where a page of a book goes on: the last row shown and the balance after it. */
export type BookCursor = { on: string; entryId: number; line: number; balanceFen: number };

type Condition = { sql: string; bindings: (string | number)[] };
const COLUMNS = `p.entry_id as entryId, p.line, p.on_date as "on", e.kind, e.memo, p.account, a.name as accountName, p.fund, p.home_id as homeId, h.label, p.amount_fen as amountFen`;
const JOINS = 'join entry e using (entry_id) join account a using (account) left join home h on h.home_id = p.home_id';

function selectionCondition(selection: BookSelection): Condition {
  const parts: Condition[] = [];
  if (selection.book === 'account') {
    parts.push({ sql: 'p.account = ?', bindings: [selection.account] });
    if (selection.fund) parts.push({ sql: 'p.fund = ?', bindings: [selection.fund] });
  }
  if (selection.book === 'home') parts.push({ sql: `p.home_id = ? and p.account in ('1122', '2203')`, bindings: [selection.homeId] });
  if (selection.book === 'journal' && selection.search) {
    const { search } = selection;
    // What was typed may be words of the memo, a room, an account, an entry number or an amount.
    parts.push({ sql: '(instr(e.memo, ?) > 0 or h.label = ? or p.account = ? or p.entry_id = ? or abs(p.amount_fen) = ?)', bindings: [search, search, search, Number(search) || 0, parseYuan(search) ?? 0] });
  }
  return join(parts);
}

function rangeCondition({ from, to }: { from?: string | undefined; to?: string | undefined }): Condition {
  const parts: Condition[] = [];
  if (from) parts.push({ sql: 'p.on_date >= ?', bindings: [from] });
  if (to) parts.push({ sql: 'p.on_date <= ?', bindings: [to] });
  return join(parts);
}

function join(parts: readonly Condition[]): Condition {
  return { sql: parts.map(({ sql }) => sql).join(' and ') || '1', bindings: parts.flatMap(({ bindings }) => bindings) };
}

/**
 * A page of a book with the running balance after each row. The journal is in entry order (primary key);
 * an account's (posting_account) and a home's (posting_home) book by day, then entry order.
 */
export async function listBook(db: Db, selection: BookSelection, page: { after: BookCursor | undefined; limit: number }): Promise<{ openingFen: number; items: BookRow[] }> {
  const openingFen = page.after?.balanceFen ?? (await openingBalance(db, selection));
  const conditions = [selectionCondition(selection), rangeCondition(selection)];
  const inDayOrder = selection.book !== 'journal';
  if (page.after) {
    conditions.push(inDayOrder
      ? { sql: '(p.on_date, p.entry_id, p.line) > (?, ?, ?)', bindings: [page.after.on, page.after.entryId, page.after.line] }
      : { sql: '(p.entry_id, p.line) > (?, ?)', bindings: [page.after.entryId, page.after.line] });
  }
  const { sql, bindings } = join(conditions);
  const order = inDayOrder ? 'p.on_date, p.entry_id, p.line' : 'p.entry_id, p.line';
  const found = await rows<Omit<BookRow, 'balanceFen'>>(db, `select ${COLUMNS} from posting p ${JOINS} where ${sql} order by ${order} limit ?`, [...bindings, page.limit]);
  let balanceFen = openingFen;
  return { openingFen, items: found.map((item) => ({ ...item, balanceFen: (balanceFen += item.amountFen) })) };
}

/** What an account or a home stood at before the first day shown; a journal begins at nothing. */
async function openingBalance(db: Db, selection: BookSelection): Promise<number> {
  if (selection.book === 'journal' || !selection.from) return 0;
  const { sql, bindings } = selectionCondition(selection);
  const found = await row<{ fen: number | null }>(db, `select sum(p.amount_fen) as fen from posting p where ${sql} and p.on_date < ?`, [...bindings, selection.from]);
  return found?.fen ?? 0;
}

export type EntryDetail = { entryId: number; on: string; postedAt: string; kind: string; memo: string; by: string; reverses: number | null; reversedBy: number | null; hash: string };

/** One entry with its postings; long ones (a month's bills) show their first thousand lines. Throws NO_SUCH_ENTRY. */
export async function getEntry(db: Db, entryId: number): Promise<EntryDetail & { postings: BookRow[] }> {
  const entry = await row<EntryDetail>(db, `select e.entry_id as entryId, e.on_date as "on", e.posted_at as postedAt, e.kind, e.memo, coalesce(u.name, '') as by, e.reverses,
    (select r.entry_id from entry r where r.reverses = e.entry_id) as reversedBy, e.hash from entry e left join user u using (user_id) where e.entry_id = ?`, [entryId]);
  if (!entry) throw new AppError('NO_SUCH_ENTRY', { entryId });
  const found = await rows<Omit<BookRow, 'balanceFen'>>(db, `select ${COLUMNS} from posting p ${JOINS} where p.entry_id = ? order by p.line limit 1000`, [entryId]);
  let balanceFen = 0;
  return { ...entry, postings: found.map((item) => ({ ...item, balanceFen: (balanceFen += item.amountFen) })) };
}
