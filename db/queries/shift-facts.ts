import type { PaymentMethod } from '../../shared/contract/payments.ts';
import type { FundCash, MatrixKind, MatrixLine } from '../../shared/domain/shift.ts';
import { jsonTable, row, rows, type Db } from '../sql.ts';

/** Entries of a user in (fromEntry, toEntry]. */
export type Cover = { userId: number; fromEntry: number; toEntry: number };

// The cross join keeps the covers outside: each is one range of the entries' primary key, never a scan of all.
const COVERED = `cover as (select * from ${jsonTable(['user_id', 'from_entry', 'to_entry'])}),
  covered as (select e.entry_id, e.kind, e.posted_at from cover c cross join entry e where e.entry_id > c.from_entry and e.entry_id <= c.to_entry and e.user_id = c.user_id)`;
const bind = (covers: readonly Cover[]): string => JSON.stringify(covers.map(({ userId, fromEntry, toEntry }) => [userId, fromEntry, toEntry]));

// Concatenated, so that postings are found by their entry's key: the index by account would be read through for each entry.
const ACCOUNT = `(p.account || '')`;
/** What a shift's own close posts, what moves between money accounts, and what vouchers pay: neither taken nor given at the desk. */
export const APART = `('shift', 'banking', 'settlement', 'cost', 'income', 'interest', 'to-maintenance', 'transfer')`;
const MONEY = `('1001', '1012.01', '1012.02', '1002.01')`;

type FactLine = MatrixLine & { sort: number };

/**
 * Money taken and given by the entries of some covers, by kind, item, fund and method: the postings that stand against
 * money, with their sign turned, so that the lines of an entry sum to what it moved. A bonus counts with the prepayment
 * that it came with. The method is that of the document; without one, of the account.
 */
export function listMatrixLines(db: Db, covers: readonly Cover[]): Promise<FactLine[]> {
  return rows(db, `with ${COVERED},
    moved as (select c.entry_id, c.kind, min(case p.account when '1001' then 'cash' when '1012.01' then 'wechat' when '1012.02' then 'alipay' else 'transfer' end) as method
      from covered c cross join posting p on p.entry_id = c.entry_id where c.kind not in ${APART} and ${ACCOUNT} in ${MONEY} group by c.entry_id),
    known as (select m.entry_id, coalesce(p.method, rp.method, f.method, d.method, x.method, ct.method, cb.method, m.method) as method,
      case when p.entry_id is not null or d.entry_id is not null or ct.entry_id is not null then 'receipt' when r.entry_id is not null then r.kind when f.entry_id is not null then 'refund' when x.entry_id is not null then 'deposit-return' when cb.kind = 'void' then 'void' when cb.entry_id is not null then 'charging-payback' else 'other' end as kind
      from moved m left join payment p on p.entry_id = m.entry_id left join payment_reversal r on r.entry_id = m.entry_id left join payment rp on rp.payment_no = r.payment_no
      left join refund f on f.entry_id = m.entry_id left join deposit d on d.entry_id = m.entry_id left join deposit_return x on x.entry_id = m.entry_id
      left join charging_topup ct on ct.entry_id = m.entry_id left join charging_payback cb on cb.entry_id = m.entry_id),
    lines as (select k.kind, k.method, p.fund, p.amount_fen, i.fee_item_id, i.code, i.name,
      case when i.code is not null then i.code when p.account in ('2203', '5001.93') then 'prepayment' when p.account = '2203.01' then 'charging-prepaid' when p.account = '2241.01' then 'deposit' when p.account = '5051' and k.kind = 'deposit-return' then 'retained' else p.account end as item,
      a.name as account_name from known k cross join posting p on p.entry_id = k.entry_id join account a on a.account = p.account
      left join bill b on b.bill_id = p.bill_id left join fee_item i on i.fee_item_id = b.fee_item_id where ${ACCOUNT} not in ${MONEY})
    select kind, item, case item when 'prepayment' then '预收物业费' when 'charging-prepaid' then '充电预存' when 'deposit' then '押金' when 'retained' then '扣留押金' else coalesce(name, account_name) end as itemName, fund, method, -sum(amount_fen) as amountFen,
      coalesce(fee_item_id, case item when 'prepayment' then 1000001 when 'deposit' then 1000002 else 1000003 end) as sort
    from lines group by kind, item, fund, method having sum(amount_fen) <> 0 order by sort, item, fund`, [bind(covers)]);
}

export type CashSums = { entries: number; cashInFen: number; cashOutFen: number };

/** How many entries, and the cash that they took and gave (below zero), without what closing a shift itself posts. */
export async function sumCash(db: Db, covers: readonly Cover[]): Promise<CashSums> {
  const found = await row<CashSums>(db, `with ${COVERED} select (select count(*) from covered where kind not in ${APART}) as entries, coalesce(sum(case when p.amount_fen > 0 then p.amount_fen end), 0) as cashInFen, coalesce(sum(case when p.amount_fen < 0 then p.amount_fen end), 0) as cashOutFen
    from covered c cross join posting p on p.entry_id = c.entry_id where ${ACCOUNT} = '1001' and c.kind not in ${APART}`, [bind(covers)]);
  return found ?? { entries: 0, cashInFen: 0, cashOutFen: 0 };
}

/** The cash that entries took of each fund, net. */
export function listCashByFund(db: Db, covers: readonly Cover[]): Promise<FundCash[]> {
  return rows(db, `with ${COVERED} select p.fund, sum(p.amount_fen) as amountFen from covered c cross join posting p on p.entry_id = c.entry_id
    where ${ACCOUNT} = '1001' and c.kind not in ${APART} group by p.fund having sum(p.amount_fen) > 0 order by p.fund = 'property' desc, p.fund`, [bind(covers)]);
}

/** The cash that each fund holds in all drawers; index: posting_account. */
export function listHeldCash(db: Db): Promise<FundCash[]> {
  return rows(db, `select fund, sum(amount_fen) as amountFen from posting where account = '1001' group by fund order by fund = 'property' desc, fund`);
}

const NUMBERED = [['payment', 'receipt_no'], ['payment_reversal', 'reversal_no'], ['refund', 'refund_no'], ['deposit', 'receipt_no'], ['deposit_return', 'return_no'], ['charging_topup', 'receipt_no'], ['charging_payback', 'return_no']] as const;
/** The numbers on paper of every series of the desk, from where it says. */
const numbersFrom = (from: (table: string, no: string) => string): string => NUMBERED.map(([table, no]) => `select n.${no} as no ${from(table, no)}`).join(' union all ');

/** The numbers that the entries of some covers took, of every series of the desk. */
export async function listNumbers(db: Db, covers: readonly Cover[]): Promise<string[]> {
  const found = await rows<{ no: string }>(db, `with ${COVERED} ${numbersFrom((table) => `from covered c cross join ${table} n on n.entry_id = c.entry_id`)}`, [bind(covers)]);
  return found.map(({ no }) => no);
}

/** The numbers between two of one series, whoever took them; each table's unique index. */
export async function listNumbersBetween(db: Db, first: string, last: string): Promise<string[]> {
  const found = await rows<{ no: string }>(db, numbersFrom((table, no) => `from ${table} n where n.${no} between ? and ?`), NUMBERED.flatMap(() => [first, last]));
  return found.map(({ no }) => no);
}

export type DocumentRow = { kind: Exclude<MatrixKind, 'receipt' | 'other'> | 'deposit'; no: string; ofNo: string | null; at: string; label: string; method: PaymentMethod; amountFen: number; reason: string; entryId: number };

const MOVED = `(select coalesce(sum(q.amount_fen), 0) from posting q where q.entry_id = c.entry_id and (q.account || '') in ${MONEY})`;

/** What was undone, given back or held by the entries of some covers, in their order; amounts as posted. */
export function listDocuments(db: Db, covers: readonly Cover[]): Promise<DocumentRow[]> {
  return rows(db, `with ${COVERED}
    select r.kind, r.reversal_no as no, p.receipt_no as ofNo, c.posted_at as at, p.label, p.method, ${MOVED} as amountFen, r.reason, c.entry_id as entryId
      from covered c cross join payment_reversal r on r.entry_id = c.entry_id join payment p on p.payment_no = r.payment_no
    union all select 'refund', f.refund_no, p.receipt_no, c.posted_at, h.label, f.method, ${MOVED}, f.reason, c.entry_id
      from covered c cross join refund f on f.entry_id = c.entry_id join home h on h.home_id = f.home_id left join payment p on p.payment_no = f.payment_no
    union all select 'deposit', d.receipt_no, null, c.posted_at, d.label, d.method, ${MOVED}, d.note, c.entry_id from covered c cross join deposit d on d.entry_id = c.entry_id
    union all select 'deposit-return', x.return_no, d.receipt_no, c.posted_at, d.label, x.method, ${MOVED}, x.reason, c.entry_id
      from covered c cross join deposit_return x on x.entry_id = c.entry_id join deposit d on d.deposit_no = x.deposit_no
    union all select case b.kind when 'void' then 'void' else 'charging-payback' end, b.return_no, t.receipt_no, c.posted_at, t.card_no, b.method, ${MOVED}, b.reason, c.entry_id
      from covered c cross join charging_payback b on b.entry_id = c.entry_id join charging_topup t using (topup_no) order by 9`, [bind(covers)]);
}

