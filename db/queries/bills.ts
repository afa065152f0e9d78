import type { z } from 'zod';
import type { billBasis } from '../../shared/contract/fees.ts';
import type { Fund } from '../../shared/contract/ledger.ts';
import type { HomeForBilling } from '../../shared/domain/fee.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

export const PROPERTY_FEE = 1;
export const OPENING_ARREARS = 2;
export const LATE_FEE = 3;

export type BillBasis = z.infer<typeof billBasis>;

/** What a bill still owes, from the journal; index: posting_bill (covering). */
const OPEN_OF_BILL = `coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0)`;

/** What was given away on a living bill; index: reduction_bill. */
const WAIVED_OF_BILL = `case when c.bill_id is null then coalesce((select sum(amount_fen) from reduction where bill_id = b.bill_id), 0) else 0 end`;

export type OpenBillRow = {
  billId: number; homeId: number; label: string; feeItemId: number; item: string; itemName: string; fund: Fund; month: string; from: string; to: string; basis: BillBasis; areaDm2: number | null; rateE4: number | null;
  quantityE4: number | null; unit: string; months: number; note: string; amountFen: number; waivedFen: number; openFen: number; dueOn: string;
};
const BILL = `b.bill_id as billId, b.home_id as homeId, h.label, b.fee_item_id as feeItemId, i.code as item, i.name as itemName, i.fund, b.month, b.from_on as "from", b.to_on as "to", b.basis, b.area_dm2 as areaDm2, b.rate_e4 as rateE4,
  b.quantity_e4 as quantityE4, coalesce(v.unit, '') as unit, b.months, b.note, b.amount_fen as amountFen, ${WAIVED_OF_BILL} as waivedFen, ${OPEN_OF_BILL} as openFen, b.due_on as dueOn`;
const FROM_BILL = `from bill b join fee_item i using (fee_item_id) join home h using (home_id) left join fee_version v using (fee_version_id) left join bill_cancel c on c.bill_id = b.bill_id`;

/** A home's open bills, oldest first; index: bill_home. */
export function listOpenBills(db: Db, homeId: number): Promise<OpenBillRow[]> {
  return rows(db, `select * from (select ${BILL} ${FROM_BILL} where b.home_id = ? order by b.from_on, b.bill_id) where openFen > 0`, [homeId]);
}

/** The named bills with what each owes now; unknown numbers are left out. */
export function listBillsById(db: Db, billIds: readonly number[]): Promise<OpenBillRow[]> {
  if (billIds.length === 0) return Promise.resolve([]);
  return rows(db, `select ${BILL} ${FROM_BILL} where b.bill_id in (select value from json_each(?))`, [JSON.stringify(billIds)]);
}

export type BillListRow = OpenBillRow & { entryId: number; cancelledOn: string | null; cancelReason: string | null; cancelledBy: string | null; cancelEntryId: number | null };

/** Bills in the order they were issued (by building and room within a month); keyset by `bill_id`. */
export function listBills(db: Db, filter: { month?: string | undefined; homeIds?: readonly number[] | undefined; openOnly?: boolean | undefined }, page: { after: number; limit: number }): Promise<BillListRow[]> {
  const conditions = ['b.bill_id > ?'];
  const bindings: (string | number)[] = [page.after];
  if (filter.month) { conditions.push('b.month = ?'); bindings.push(filter.month); }
  if (filter.homeIds) { conditions.push('b.home_id in (select value from json_each(?))'); bindings.push(JSON.stringify(filter.homeIds)); }
  if (filter.openOnly) conditions.push(`${OPEN_OF_BILL} > 0`);
  return rows(db, `select ${BILL}, b.entry_id as entryId, c.on_date as cancelledOn, c.reason as cancelReason, c.user_name as cancelledBy, c.entry_id as cancelEntryId ${FROM_BILL}
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

export type BillableHome = HomeForBilling & { homeId: number; label: string; building: string; issued: boolean; version: number };

/** Every home as billing sees it in a month: rate in force on its first day, and whether it has its bill. */
export async function listBillableHomes(db: Db, month: string): Promise<BillableHome[]> {
  const list = await tuples<readonly [number, string, string, HomeForBilling['status'], number, string | null, number | null, number, number]>(db,
    ['h.home_id', 'h.label', 'h.building', 'h.status', 'h.area_dm2', 'h.handover_on',
      `(select rate_e4 from fee_rate r where r.fee_item_id = ${PROPERTY_FEE} and r.home_id = h.home_id and r.from_on <= ? order by r.from_on desc limit 1)`,
      `exists (select 1 from bill b where month = ? and fee_item_id = ${PROPERTY_FEE} and home_id = h.home_id and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id))`,
      `coalesce((select max(version) + 1 from bill where month = ? and fee_item_id = ${PROPERTY_FEE} and home_id = h.home_id), 0)`],
    'from home h order by h.sort_key', [`${month}-01`, month, month]);
  return list.map(([homeId, label, building, status, areaDm2, handoverOn, rateE4, issued, version]) => ({ homeId, label, building, status, areaDm2, handoverOn, rateE4: rateE4 ?? undefined, issued: issued === 1, version }));
}

/** What the bills of one item and month have in common. */
export type BillBatch = { firstBillId: number; feeItemId: number; month: string; dueOn: string; basis: BillBasis; feeVersionId: number | null; entryId: number };
export type NewBill = {
  homeId: number; from: string; to: string; areaDm2: number | null; rateE4: number | null; quantityE4: number | null; months: number; shareNumerator: number; shareDenominator: number; amountFen: number;
  /** 0, or one more than the last bill of this home, item and month. */ version: number; note: string;
};

/** The number the next bill takes. */
export async function nextBillId(db: Db): Promise<number> {
  return ((await row<{ last: number | null }>(db, 'select max(bill_id) as last from bill'))?.last ?? 0) + 1;
}

const COLUMNS = {
  homeId: 'home_id', from: 'from_on', to: 'to_on', areaDm2: 'area_dm2', rateE4: 'rate_e4', quantityE4: 'quantity_e4', months: 'months', shareNumerator: 'share_numerator', shareDenominator: 'share_denominator',
  amountFen: 'amount_fen', version: 'version', note: 'note',
} as const satisfies Record<keyof NewBill, string>;
const FIELDS = Object.keys(COLUMNS) as (keyof NewBill)[];
const BILLS_PER_STATEMENT = 50_000;

/** Adds the bills of a batch, numbered in their order. What all of them share is bound once and not written for each. */
export async function insertBills(db: Db, { firstBillId, feeItemId, month, dueOn, basis, feeVersionId, entryId }: BillBatch, bills: readonly NewBill[]): Promise<void> {
  const [first] = bills;
  if (!first) return;
  const own = FIELDS.filter((field) => field === 'homeId' || bills.some((bill) => bill[field] !== first[field]));
  const shared = FIELDS.filter((field) => !own.includes(field));
  const columns = ['bill_id', ...own.map((field) => COLUMNS[field])];
  const insert = `insert into bill (${[...columns, ...shared.map((field) => COLUMNS[field])].join(', ')}, fee_item_id, month, due_on, basis, fee_version_id, entry_id)
    select ${columns.join(', ')}, ${shared.map(() => '?, ').join('')}?, ?, ?, ?, ?, ? from ${jsonTable(columns)}`;
  for (let start = 0; start < bills.length; start += BILLS_PER_STATEMENT) {
    const part = bills.slice(start, start + BILLS_PER_STATEMENT).map((bill, index) => [firstBillId + start + index, ...own.map((field) => bill[field])]);
    await run(db, insert, [...shared.map((field) => first[field]), feeItemId, month, dueOn, basis, feeVersionId, entryId, JSON.stringify(part)]);
  }
}

/** What each home holds as prepayment in a fund, only where it is above zero; few homes by posting_home, all by posting_account. */
export async function listPrepaid(db: Db, fund: Fund, homeIds?: readonly number[]): Promise<Map<number, number>> {
  const where = homeIds ? 'home_id in (select value from json_each(?))' : 'home_id is not null';
  const list = await tuples<readonly [number, number]>(db, ['home_id', '-sum(amount_fen)'], `from posting where account = '2203' and fund = ? and ${where} group by home_id having sum(amount_fen) < 0`,
    homeIds ? [fund, JSON.stringify(homeIds)] : [fund]);
  return new Map(list);
}

export type PrepaidUseRow = { entryId: number; billId: number; homeId: number; fund: Fund; /** Given back: negative. */ amountFen: number };

/** Writes down which bills an entry paid from prepayment, or gave back. */
export async function insertPrepaidUses(db: Db, uses: readonly PrepaidUseRow[]): Promise<void> {
  if (uses.length === 0) return;
  const columns = ['entry_id', 'bill_id', 'home_id', 'fund', 'amount_fen'];
  await run(db, `insert into prepayment_use (${columns.join(', ')}) select * from ${jsonTable(columns)}`, [JSON.stringify(uses.map(({ entryId, billId, homeId, fund, amountFen }) => [entryId, billId, homeId, fund, amountFen]))]);
}

export type PrepaidUse = { billId: number; homeId: number; fund: Fund; usedFen: number };

/** Prepayments that a home's bills were paid from and not given back, newest bill first; index: prepayment_use_home. */
export function listPrepaidUses(db: Db, homeId: number): Promise<PrepaidUse[]> {
  return rows(db, `select bill_id as billId, home_id as homeId, fund, sum(amount_fen) as usedFen from prepayment_use where home_id = ? group by bill_id, fund having sum(amount_fen) > 0 order by bill_id desc`, [homeId]);
}
