import type { Fund } from '../../shared/contract/ledger.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type AccountSum = { account: string; fund: Fund; amountFen: number };

/** What stood on each account before a month; one pass over the kept months. */
export function listBalancesBefore(db: Db, month: string): Promise<AccountSum[]> {
  return rows(db, 'select account, fund, sum(amount_fen) as amountFen from account_month where month < ? group by account, fund', [month]);
}

/** What each account moved in each of some months, both included. */
export function listMonthMoves(db: Db, from: string, to: string): Promise<(AccountSum & { month: string })[]> {
  return rows(db, 'select account, fund, month, amount_fen as amountFen from account_month where month between ? and ?', [from, to]);
}

/** The last month up to another in which anything was entered. */
export async function findLastMonth(db: Db, until: string): Promise<string | null> {
  return (await row<{ month: string | null }>(db, 'select max(month) as month from account_month where month <= ?', [until]))?.month ?? null;
}

/** How many requests wait for a decision; indexes on state. */
export async function countPending(db: Db, kind: 'waiver' | 'vacancy'): Promise<number> {
  return (await row<{ count: number }>(db, `select count(*) as count from ${kind} where state = 'pending'`))?.count ?? 0;
}

export async function findLastEntryId(db: Db): Promise<number> {
  return (await row<{ entryId: number | null }>(db, 'select max(entry_id) as entryId from entry'))?.entryId ?? 0;
}

export type Visit = { entryId: number; at: string };

/** Through which entry a user has seen the books, and when he said so; index: board_visit_user. */
export function findVisit(db: Db, userId: number): Promise<Visit | undefined> {
  return row(db, 'select entry_id as entryId, at from board_visit where user_id = ? order by visit_id desc limit 1', [userId]);
}

export async function insertVisit(db: Db, userId: number, { entryId, at }: Visit): Promise<void> {
  await run(db, 'insert into board_visit (user_id, at, entry_id) values (?, ?, ?)', [userId, at, entryId]);
}

export type Movement = AccountSum & { kind: string; entries: number; firstEntryId: number; lastEntryId: number; fromOn: string; toOn: string; /** Of what was billed or paid. */ homes: number; bills: number; topLabel: string | null; topFen: number | null };

/**
 * What entries after one and through another moved, by account, fund and kind of entry, with how many homes and bills are
 * behind it and which home moved it most: by its own lines, else by the receivables of the same entries. The primary key finds the range.
 */
export function listMovements(db: Db, after: number, through: number): Promise<Movement[]> {
  return rows(db, `with own as materialized (select p.account, p.fund, e.kind, p.entry_id, p.on_date, p.home_id, p.bill_id, p.amount_fen from posting p join entry e using (entry_id) where p.entry_id > ? and p.entry_id <= ?),
      head as (select distinct account, fund, kind, entry_id from own where home_id is null and account <> '1122'),
      party as materialized (select account, fund, kind, home_id, bill_id, amount_fen from own where home_id is not null
        union all select h.account, h.fund, h.kind, r.home_id, r.bill_id, -r.amount_fen from head h join own r on r.entry_id = h.entry_id and r.fund = h.fund and r.account = '1122' and r.home_id is not null),
      by_home as (select account, fund, kind, home_id, sum(amount_fen) as fen from party group by account, fund, kind, home_id),
      ranked as (select account, fund, kind, home_id, fen, count(*) over (partition by account, fund, kind) as homes, row_number() over (partition by account, fund, kind order by abs(fen) desc, home_id) as place from by_home),
      billed as (select account, fund, kind, count(distinct bill_id) as bills from party group by account, fund, kind),
      moved as (select account, fund, kind, sum(amount_fen) as fen, count(distinct entry_id) as entries, min(entry_id) as first_id, max(entry_id) as last_id, min(on_date) as from_on, max(on_date) as to_on from own group by account, fund, kind)
    select m.account, m.fund, m.kind, m.fen as amountFen, m.entries, m.first_id as firstEntryId, m.last_id as lastEntryId, m.from_on as fromOn, m.to_on as toOn, coalesce(r.homes, 0) as homes, coalesce(b.bills, 0) as bills, h.label as topLabel, r.fen as topFen
    from moved m left join ranked r on r.account = m.account and r.fund = m.fund and r.kind = m.kind and r.place = 1 left join billed b on b.account = m.account and b.fund = m.fund and b.kind = m.kind left join home h on h.home_id = r.home_id
    order by m.account, m.fund, m.kind`, [after, through]);
}

export type CostCause = { account: string; fund: Fund; kind: string; what: string; code: string | null; costId: string | null; vouchers: number; amountFen: number };

/** What vouchers behind entries after one and through another were for, by account, fund and kind of entry, most first; a contract's instalments are told by its title. Index: cost_decision.entry_id (unique). */
export function listCostCauses(db: Db, after: number, through: number): Promise<CostCause[]> {
  return rows(db, `select p.account, p.fund, e.kind, coalesce(k.title, v.what) as what, k.code, case when count(distinct v.cost_id) = 1 then v.cost_id end as costId, count(distinct v.cost_id) as vouchers, sum(p.amount_fen) as amountFen
    from cost_decision d join cost_voucher v using (cost_id) join entry e on e.entry_id = d.entry_id join posting p on p.entry_id = d.entry_id left join cost_instalment i on i.instalment_id = v.instalment_id left join cost_contract k on k.contract_id = i.contract_id
    where d.entry_id > ? and d.entry_id <= ? group by p.account, p.fund, e.kind, k.contract_id, coalesce(k.title, v.what) order by abs(sum(p.amount_fen)) desc, 4`, [after, through]);
}

/** Instalments of contracts whose day is past and that no standing voucher settles; indexes: cost_voucher_instalment, cost_decision. */
export async function countOverdueInstalments(db: Db, today: string): Promise<number> {
  return (await row<{ count: number }>(db, `select count(*) as count from cost_instalment i where i.due_on < ? and not exists (select 1 from cost_voucher v where v.instalment_id = i.instalment_id and not exists (select 1 from cost_decision d where d.cost_id = v.cost_id and d.kind in ('reject', 'reverse')))`, [today]))?.count ?? 0;
}

/** Objections to statements that nobody has answered; they are few. */
export async function countOpenObjections(db: Db): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from statement_objection o where not exists (select 1 from statement_objection_answer a where a.objection_id = o.objection_id)'))?.count ?? 0;
}

/** Months that were closed or reopened after a moment. */
export function listPeriodEvents(db: Db, after: string): Promise<{ kind: 'close' | 'reopen'; month: string; reason: string }[]> {
  return rows(db, 'select kind, month, reason from period_event where at > ? order by event_id', [after]);
}

type Problem = { kind: 'SUM'; subject: string; detail: string };

/** Kept months of accounts that are not what the postings come to; one pass over posting_account. */
export function wrongMonths(db: Db): Promise<Problem[]> {
  return rows(db, `with own as (select account, fund, substr(on_date, 1, 7) as month, sum(amount_fen) as fen from posting group by 1, 2, 3)
    select 'SUM' as kind, coalesce(o.account, k.account) || ' ' || coalesce(o.fund, k.fund) || ' ' || coalesce(o.month, k.month) as subject, coalesce(k.amount_fen, 0) || ' ≠ ' || coalesce(o.fen, 0) as detail
    from own o full join account_month k on k.account = o.account and k.fund = o.fund and k.month = o.month where coalesce(k.amount_fen, 0) <> coalesce(o.fen, 0) order by 2 limit 100`);
}
