import type { Fund } from '../../shared/contract/ledger.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { BillBasis } from './bills.ts';

/** What cancelling or issuing a bill again must know of it. */
export type BillRow = {
  billId: number; homeId: number; label: string; feeItemId: number; item: string; itemName: string; fund: Fund; account: string; month: string; from: string; to: string; basis: BillBasis; feeVersionId: number | null;
  months: number; amountFen: number; openFen: number; /** Paid from prepayment and not given back. */ prepaidFen: number; dueOn: string; on: string; cancelled: boolean;
};

/** A bill with what it owes now; undefined when there is none. Indexes: posting_bill, prepayment_use_bill. */
export async function findBill(db: Db, billId: number): Promise<BillRow | undefined> {
  const found = await row<Omit<BillRow, 'cancelled'> & { cancelled: number }>(db, `select b.bill_id as billId, b.home_id as homeId, h.label, b.fee_item_id as feeItemId, i.code as item, i.name as itemName, i.fund, i.account, b.month, b.from_on as "from", b.to_on as "to",
    b.basis, b.fee_version_id as feeVersionId, b.months, b.amount_fen as amountFen, coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0) as openFen,
    coalesce((select sum(amount_fen) from prepayment_use where bill_id = b.bill_id), 0) as prepaidFen, b.due_on as dueOn, e.on_date as "on", exists (select 1 from bill_cancel c where c.bill_id = b.bill_id) as cancelled
    from bill b join fee_item i using (fee_item_id) join home h using (home_id) join entry e using (entry_id) where b.bill_id = ?`, [billId]);
  return found && { ...found, cancelled: found.cancelled === 1 };
}

/** The number of the next version of a home's bill of an item and month: 0 for the first; index: the unique one on month. */
export async function nextVersion(db: Db, { month, feeItemId, homeId }: { month: string; feeItemId: number; homeId: number }): Promise<number> {
  return ((await row<{ last: number | null }>(db, 'select max(version) as last from bill where month = ? and fee_item_id = ? and home_id = ?', [month, feeItemId, homeId]))?.last ?? -1) + 1;
}

export type BillCancel = { billId: number; on: string; reason: string; paymentNo: number | null; userId: number; userName: string; at: string; entryId: number };

export async function insertBillCancel(db: Db, { billId, on, reason, paymentNo, userId, userName, at, entryId }: BillCancel): Promise<void> {
  await run(db, 'insert into bill_cancel (bill_id, on_date, reason, payment_no, user_id, user_name, at, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?)', [billId, on, reason, paymentNo, userId, userName, at, entryId]);
}

export type ReductionKind = 'vacancy' | 'waiver';
export type NewReduction = { billId: number; kind: ReductionKind; sourceId: number; amountFen: number; on: string; reason: string; userId: number | null; userName: string; at: string; entryId: number };

/** Adds what was given away on bills, in one statement. */
export async function insertReductions(db: Db, reductions: readonly NewReduction[]): Promise<void> {
  if (reductions.length === 0) return;
  const columns = ['bill_id', 'kind', 'source_id', 'amount_fen', 'on_date', 'reason', 'user_id', 'user_name', 'at', 'entry_id'];
  await run(db, `insert into reduction (${columns.join(', ')}) select * from ${jsonTable(columns)}`,
    [JSON.stringify(reductions.map((one) => [one.billId, one.kind, one.sourceId, one.amountFen, one.on, one.reason, one.userId, one.userName, one.at, one.entryId]))]);
}

/** What was given away on a bill, by kind; index: reduction_bill. */
export function listReductionsOf(db: Db, billId: number): Promise<{ kind: ReductionKind; amountFen: number }[]> {
  return rows(db, 'select kind, sum(amount_fen) as amountFen from reduction where bill_id = ? group by kind order by kind', [billId]);
}
