import type { HomeForBilling } from '../../shared/domain/fee.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

export const PROPERTY_FEE = 1;
export const OPENING_ARREARS = 2;

/** What a bill still owes, from the journal; index: posting_bill (covering). */
const OPEN_OF_BILL = `coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0)`;

export type OpenBillRow = {
  billId: number; homeId: number; itemName: string; fund: string; from: string; to: string; areaDm2: number | null; rateE4: number | null; amountFen: number; openFen: number; dueOn: string;
};
const BILL = `b.bill_id as billId, b.home_id as homeId, i.name as itemName, i.fund, b.from_on as "from", b.to_on as "to", b.area_dm2 as areaDm2, b.rate_e4 as rateE4,
  b.amount_fen as amountFen, ${OPEN_OF_BILL} as openFen, b.due_on as dueOn`;

/** A home's open bills, oldest first; index: bill_home. */
export function listOpenBills(db: Db, homeId: number): Promise<OpenBillRow[]> {
  return rows(db, `select * from (select ${BILL} from bill b join fee_item i using (fee_item_id) where b.home_id = ? order by b.from_on, b.bill_id) where openFen > 0`, [homeId]);
}

/** The named bills with what each owes now; unknown numbers are left out. */
export function listBillsById(db: Db, billIds: readonly number[]): Promise<OpenBillRow[]> {
  if (billIds.length === 0) return Promise.resolve([]);
  return rows(db, `select ${BILL} from bill b join fee_item i using (fee_item_id) where b.bill_id in (select value from json_each(?))`, [JSON.stringify(billIds)]);
}

export type BillListRow = OpenBillRow & { label: string; entryId: number };

/** Bills in the order they were issued (by building and room within a month); keyset by `bill_id`. */
export function listBills(db: Db, filter: { month?: string | undefined; homeIds?: readonly number[] | undefined; openOnly?: boolean | undefined }, page: { after: number; limit: number }): Promise<BillListRow[]> {
  const conditions = ['b.bill_id > ?'];
  const bindings: (string | number)[] = [page.after];
  if (filter.month) { conditions.push('b.month = ?'); bindings.push(filter.month); }
  if (filter.homeIds) { conditions.push('b.home_id in (select value from json_each(?))'); bindings.push(JSON.stringify(filter.homeIds)); }
  if (filter.openOnly) conditions.push(`${OPEN_OF_BILL} > 0`);
  return rows(db, `select ${BILL}, h.label, b.entry_id as entryId from bill b join fee_item i using (fee_item_id) join home h using (home_id)
    where ${conditions.join(' and ')} order by b.bill_id limit ?`, [...bindings, page.limit]);
}

export type MonthRow = { month: string; bills: number; billedFen: number; openFen: number; issuedAt: string };

/** Issued months, newest first: one pass over the bills of each month (unique index on month) and posting_bill. */
export function listBilledMonths(db: Db): Promise<MonthRow[]> {
  return rows(db, `with open as (select bill_id, sum(amount_fen) as fen from posting where bill_id is not null and account = '1122' group by bill_id)
    select b.month, count(*) as bills, sum(b.amount_fen) as billedFen, coalesce(sum(open.fen), 0) as openFen, max(e.posted_at) as issuedAt
    from bill b left join open using (bill_id) join entry e using (entry_id) where b.fee_item_id = ${PROPERTY_FEE} group by b.month order by b.month desc`);
}

/** The last month that has property fee bills. */
export async function lastBilledMonth(db: Db): Promise<string | undefined> {
  const found = await row<{ month: string | null }>(db, `select max(month) as month from bill where fee_item_id = ${PROPERTY_FEE}`);
  return found?.month ?? undefined;
}

export type BillableHome = HomeForBilling & { homeId: number; label: string; building: string; issued: boolean };

/** Every home as billing sees it in a month: rate in force on its first day, and whether it has its bill. */
export async function listBillableHomes(db: Db, month: string): Promise<BillableHome[]> {
  const list = await tuples<readonly [number, string, string, HomeForBilling['status'], number, string | null, number | null, number]>(db,
    ['h.home_id', 'h.label', 'h.building', 'h.status', 'h.area_dm2', 'h.handover_on',
      `(select rate_e4 from fee_rate r where r.fee_item_id = ${PROPERTY_FEE} and r.home_id = h.home_id and r.from_on <= ? order by r.from_on desc limit 1)`,
      `exists (select 1 from bill where month = ? and fee_item_id = ${PROPERTY_FEE} and home_id = h.home_id)`],
    'from home h order by h.sort_key', [`${month}-01`, month]);
  return list.map(([homeId, label, building, status, areaDm2, handoverOn, rateE4, issued]) => ({ homeId, label, building, status, areaDm2, handoverOn, rateE4: rateE4 ?? undefined, issued: issued === 1 }));
}

/** What the bills of one item and month have in common. */
export type BillBatch = { firstBillId: number; feeItemId: number; month: string; to: string; dueOn: string; entryId: number };
export type NewBill = { homeId: number; from: string; areaDm2: number | null; rateE4: number | null; shareNumerator: number; shareDenominator: number; amountFen: number };

/** The number the next bill takes. */
export async function nextBillId(db: Db): Promise<number> {
  return ((await row<{ last: number | null }>(db, 'select max(bill_id) as last from bill'))?.last ?? 0) + 1;
}

const COLUMNS = ['bill_id', 'home_id', 'from_on', 'area_dm2', 'rate_e4', 'share_numerator', 'share_denominator', 'amount_fen'] as const;
const BILLS_PER_STATEMENT = 50_000;

/** Adds the bills of a batch, numbered in their order. */
export async function insertBills(db: Db, { firstBillId, feeItemId, month, to, dueOn, entryId }: BillBatch, bills: readonly NewBill[]): Promise<void> {
  const insert = `insert into bill (${COLUMNS.join(', ')}, fee_item_id, month, to_on, due_on, entry_id) select ${COLUMNS.join(', ')}, ?, ?, ?, ?, ? from ${jsonTable(COLUMNS)}`;
  for (let start = 0; start < bills.length; start += BILLS_PER_STATEMENT) {
    const part = bills.slice(start, start + BILLS_PER_STATEMENT).map((bill, index) => [firstBillId + start + index, bill.homeId, bill.from, bill.areaDm2, bill.rateE4, bill.shareNumerator, bill.shareDenominator, bill.amountFen]);
    await run(db, insert, [feeItemId, month, to, dueOn, entryId, JSON.stringify(part)]);
  }
}

/** What each home holds as prepayment, only where it is above zero. */
export async function listPrepaid(db: Db): Promise<Map<number, number>> {
  const list = await tuples<readonly [number, number]>(db, ['home_id', '-sum(amount_fen)'], `from posting where account = '2203' and home_id is not null group by home_id having sum(amount_fen) < 0`);
  return new Map(list);
}

export type PrepaidUse = { billId: number; homeId: number; fund: string; usedFen: number };

/** Prepayments that a home's bills were paid from and not given back, newest bill first. */
export function listPrepaidUses(db: Db, homeId: number): Promise<PrepaidUse[]> {
  return rows(db, `select p.bill_id as billId, p.home_id as homeId, p.fund, -sum(p.amount_fen) as usedFen from posting p join entry e using (entry_id)
    where p.home_id = ? and p.account = '1122' and p.bill_id is not null and e.kind in ('prepayment-use', 'prepayment-return')
    group by p.bill_id, p.fund having sum(p.amount_fen) < 0 order by p.bill_id desc`, [homeId]);
}
