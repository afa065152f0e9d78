import type { z } from 'zod';
import type { billBasis } from '../../shared/contract/fees.ts';
import type { Fund } from '../../shared/contract/ledger.ts';
import { addDays, addMonths } from '../../shared/domain/period.ts';
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

/** The bills from a number on, as a desk has them open; primary key. */
export function listBillsFrom(db: Db, first: number): Promise<{ billId: number; homeId: number; item: string; fund: Fund; amountFen: number; openFen: number }[]> {
  return rows(db, `select b.bill_id as billId, b.home_id as homeId, i.code as item, i.fund, b.amount_fen as amountFen, coalesce((select sum(amount_fen) from posting p where p.bill_id = b.bill_id and p.account = '1122'), 0) as openFen
    from bill b join fee_item i using (fee_item_id) where b.bill_id >= ? order by b.bill_id`, [first]);
}

export type BillListRow = OpenBillRow & { entryId: number; cancelledOn: string | null; cancelReason: string | null; cancelledBy: string | null; cancelEntryId: number | null };

/** Bills in the order they were issued (by building and room within a month); keyset by `bill_id`. */
export function listBills(db: Db, filter: { month?: string | undefined; item?: string | undefined; homeIds?: readonly number[] | undefined; openOnly?: boolean | undefined }, page: { after: number; limit: number }): Promise<BillListRow[]> {
  const conditions = ['b.bill_id > ?'];
  const bindings: (string | number)[] = [page.after];
  if (filter.month) { conditions.push('b.month = ?'); bindings.push(filter.month); }
  if (filter.item) { conditions.push('b.fee_item_id = (select fee_item_id from fee_item where code = ?)'); bindings.push(filter.item); }
  if (filter.homeIds) { conditions.push('b.home_id in (select value from json_each(?))'); bindings.push(JSON.stringify(filter.homeIds)); }
  if (filter.openOnly) conditions.push(`${OPEN_OF_BILL} > 0`);
  return rows(db, `select ${BILL}, b.entry_id as entryId, c.on_date as cancelledOn, c.reason as cancelReason, c.user_name as cancelledBy, c.entry_id as cancelEntryId ${FROM_BILL}
    where ${conditions.join(' and ')} order by b.bill_id limit ?`, [...bindings, page.limit]);
}

export type MonthRow = { month: string; bills: number; billedFen: number; openFen: number; issuedAt: string };

/** A bill `b` that was not cancelled; bill_cancel by primary key. */
const LIVING = 'not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id)';

/** Issued months, newest first, of all items but opening arrears and late fees: one pass over the bills and posting_bill. */
export function listBilledMonths(db: Db): Promise<MonthRow[]> {
  return rows(db, `with open as (select bill_id, sum(amount_fen) as fen from posting where bill_id is not null and account = '1122' group by bill_id)
    select b.month, count(*) as bills, sum(b.amount_fen) as billedFen, coalesce(sum(open.fen), 0) as openFen, max(e.posted_at) as issuedAt
    from bill b left join open using (bill_id) join entry e using (entry_id) where b.fee_item_id not in (${OPENING_ARREARS}, ${LATE_FEE}) and ${LIVING} group by b.month order by b.month desc`);
}

/** The last month of which property fee was billed, by a period of at most `longest` months; index: the unique one on month. */
export async function lastBilledMonth(db: Db, longest: number): Promise<string | undefined> {
  const issued = await row<{ month: string | null }>(db, `select max(month) as month from bill b where fee_item_id = ${PROPERTY_FEE} and ${LIVING}`);
  if (!issued?.month || longest === 1) return issued?.month ?? undefined;
  const reached = await row<{ to: string }>(db, `select max(to_on) as "to" from bill b where month >= ? and fee_item_id = ${PROPERTY_FEE} and ${LIVING}`, [addMonths(issued.month, 1 - longest)]);
  return addDays(reached?.to ?? '', -1).slice(0, 7);
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

/** What each home holds as prepayment in a fund, only where it is above zero; some homes by posting_home, all by posting_account. */
export async function listPrepaid(db: Db, fund: Fund, homeIds?: readonly number[]): Promise<Map<number, number>> {
  const [sum, where, bindings] = homeIds
    // The fund stands outside the condition, which would else look through all that was ever held in it.
    ? ['sum(case when fund = ? then amount_fen else 0 end)', `home_id in (select value from json_each(?)) and account = '2203'`, [JSON.stringify(homeIds), fund]]
    : ['sum(amount_fen)', `account = '2203' and fund = ? and home_id is not null`, [fund]];
  const list = await tuples<readonly [number, number]>(db, ['home_id', `-${sum}`], `from posting where ${where} group by home_id having ${sum} < 0`, homeIds ? [fund, ...bindings] : bindings);
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
