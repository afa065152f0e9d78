import { rows, tuples, type Db } from '../sql.ts';

/** Months of entries, both days included, up to an entry: what a statement counts. */
export type Counted = { fund: 'common' | 'property'; from: string; to: string; last: number };

/** What an entry changed on an account (debit positive); of 1122 by the fee item of its bills, of charging bills by bill too. */
export type Move = readonly [entryId: number, on: string, account: string, item: string, billId: number | null, fen: number];

/** `accounts`: those of flow and 1122.02. Index: posting_account; bills by their primary key. */
export function listMoves(db: Db, { fund, from, to, last }: Counted, accounts: readonly string[]): Promise<Move[]> {
  return tuples<Move>(db, ['entry_id', 'on_date', 'account', 'item', 'bill_id', 'fen'], `from (
      select p.entry_id, p.on_date, p.account, '' as item, null as bill_id, sum(p.amount_fen) as fen from json_each(?) a cross join posting p on p.account = a.value and p.fund = ? and p.on_date between ? and ? where p.entry_id <= ? group by p.account, p.entry_id
      union all select p.entry_id, p.on_date, p.account, coalesce(i.code, ''), case when i.code like 'charging-%' then p.bill_id end, sum(p.amount_fen) from posting p left join bill b using (bill_id) left join fee_item i using (fee_item_id)
        where p.account = '1122' and p.fund = ? and p.on_date between ? and ? and p.entry_id <= ? group by p.entry_id, 4, 5)
    order by on_date, entry_id`, [JSON.stringify(accounts), fund, from, to, last, fund, from, to, last]);
}

/** Entries of a month's books that are told apart by their kind, a reversal by that of its original; index: entry_on_date. */
export async function listMarked(db: Db, { from, to, last }: Counted): Promise<Map<number, 'opening' | 'subsidy'>> {
  const found = await rows<{ entryId: number; kind: 'opening' | 'subsidy' }>(db, `select e.entry_id as entryId, coalesce(o.kind, e.kind) as kind from entry e left join entry o on o.entry_id = e.reverses
    where e.on_date between ? and ? and e.entry_id <= ? and coalesce(o.kind, e.kind) in ('opening', 'subsidy')`, [from, to, last]);
  return new Map(found.map(({ entryId, kind }) => [entryId, kind]));
}

export type AccountMonth = { account: string; /** '' for what is before. */ month: string; fen: number };

/** Kept sums of whole months, less what was posted after an entry: years of books are some thousand rows. Entries are found by the primary key of posting. */
const KEPT = `(select account, fund, month, amount_fen from account_month where month <= ? union all select account, fund, substr(on_date, 1, 7), -amount_fen from posting where entry_id > ? and on_date <= ?)`;

/** What each account of a fund came to in each month, all before `from` together; both days bound whole months. */
export function sumAccountMonths(db: Db, { fund, from, to, last }: Counted): Promise<AccountMonth[]> {
  return rows(db, `select account, case when month < ? then '' else month end as month, sum(amount_fen) as fen from ${KEPT} where fund = ? group by 1, 2`, [from.slice(0, 7), to.slice(0, 7), last, to, fund]);
}

/** What opening entries of some days brought, by account; they are part of the balance that a period begins with. */
export function sumOpening(db: Db, { fund, from, to, last }: Counted): Promise<{ account: string; on: string; fen: number }[]> {
  return rows(db, `select p.account, e.on_date as "on", sum(p.amount_fen) as fen from entry e join posting p using (entry_id) left join entry o on o.entry_id = e.reverses where e.on_date between ? and ? and e.entry_id <= ? and coalesce(o.kind, e.kind) = 'opening' and p.fund = ? group by 1, 2`, [from, to, last, fund]);
}

/** Balances of accounts of some funds at a month's end, up to an entry. */
export function sumBalances(db: Db, accounts: readonly string[], { to, last }: Counted): Promise<{ account: string; fund: string; fen: number }[]> {
  return rows(db, `select account, fund, sum(amount_fen) as fen from ${KEPT} where account in (select value from json_each(?)) group by 1, 2`, [to.slice(0, 7), last, to, JSON.stringify(accounts)]);
}

export type EntryHead = { entryId: number; on: string; kind: string; memo: string };

/** Primary key. */
export function listEntryHeads(db: Db, entryIds: readonly number[]): Promise<EntryHead[]> {
  return rows(db, `select e.entry_id as entryId, e.on_date as "on", e.kind, e.memo from json_each(?) o cross join entry e on e.entry_id = o.value`, [JSON.stringify(entryIds)]);
}

/** Entries of a fund's days that were posted after one; index: entry_on_date. */
export async function countLater(db: Db, { fund, from, to, last }: Counted): Promise<number> {
  const [found] = await rows<{ count: number }>(db, `select count(*) as count from entry e where e.on_date between ? and ? and e.entry_id > ? and exists (select 1 from posting p where p.entry_id = e.entry_id and p.fund = ?)`, [from, to, last, fund]);
  return found?.count ?? 0;
}
