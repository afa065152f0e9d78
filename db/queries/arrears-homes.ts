import { ageBuckets, LAPSING_DAYS, latestBeginning, type AgeBucket } from '../../shared/domain/arrears.ts';
import { addDays } from '../../shared/domain/period.ts';
import { row, rows, type Db } from '../sql.ts';
import { bucketIndex } from './ageing.ts';
import { billCondition, openAsOf, type BillFilter } from './open-bills.ts';

export type HomeFilter = BillFilter & { bucket?: AgeBucket | undefined; lapsing?: boolean | undefined; minFen?: number | undefined; homeIds?: readonly number[] | undefined; overdueOnly?: boolean | undefined };
type Part = { sql: string; bindings: (string | number)[] };

/** When each bill was last demanded and served, up to a day; indexes: dunning_line_bill, dunning_service_notice. */
const DEMAND = `(select max(s.served_on) from dunning_line l join dunning_service s using (notice_id) where l.bill_id = o.bill_id and s.served_on <= ?)`;

/** `aged`: the open bills of a filter with their bucket and the day that their limitation began. */
async function agedBills(db: Db, on: string, { homeIds, overdueOnly, ...filter }: HomeFilter, large: boolean): Promise<Part> {
  const open = await openAsOf(db, on, large);
  const [bucket, where] = [bucketIndex('o.due_on', on), billCondition(filter, 'o')];
  const named = homeIds ? 'and o.home_id in (select value from json_each(?))' : '';
  return {
    sql: `${open.sql}, aged as (select o.bill_id, o.home_id, o.fee_item_id, o.due_on, o.fen, ${bucket.sql} as bucket, max(o.due_on, coalesce(${DEMAND}, '')) as began from open o where ${where.sql} ${named} ${overdueOnly ? 'and o.due_on < ?' : ''})`,
    bindings: [...open.bindings, ...bucket.bindings, on, ...where.bindings, ...(homeIds ? [JSON.stringify(homeIds)] : []), ...(overdueOnly ? [on] : [])],
  };
}

/** The earliest and latest beginning of a limitation that ends within the flagged days from `on`. */
function lapsingSpan(on: string): [string, string] {
  return [addDays(latestBeginning(addDays(on, -1)), 1), latestBeginning(addDays(on, LAPSING_DAYS))];
}

const SUMS = ageBuckets.map((_, index) => `sum(case when bucket = ${index} then fen else 0 end)`).join(', ');

/** `owing`: homes whose aged bills fit the filter, with their sums. */
function owingHomes({ bucket, lapsing, minFen }: HomeFilter, on: string): Part {
  const having: string[] = ['sum(fen) > 0'];
  const bindings: (string | number)[] = [];
  if (bucket) { having.push('sum(case when bucket = ? then fen else 0 end) > 0'); bindings.push(ageBuckets.indexOf(bucket)); }
  if (lapsing) { having.push('sum(case when began between ? and ? then 1 else 0 end) > 0'); bindings.push(...lapsingSpan(on)); }
  if (minFen) { having.push('sum(fen) >= ?'); bindings.push(minFen); }
  return { sql: `owing as (select home_id, sum(fen) as fen, min(due_on) as oldest, min(began) as began, json_array(${SUMS}) as amounts from aged group by home_id having ${having.join(' and ')})`, bindings };
}

export type OwingHome = { homeId: number; label: string; building: string; sortKey: string; amounts: number[]; amountFen: number; oldestDueOn: string; /** When the limitation of the bill that lapses first began. */ beganOn: string; lastNoticeOn: string | null; lastServedOn: string | null; promisedOn: string | null };

/** A page of homes that owe on a day, in address order; keyset by `sort_key`. One pass over the open bills. */
export async function listOwingHomes(db: Db, on: string, filter: HomeFilter, page: { after: string; limit: number }, large: boolean): Promise<OwingHome[]> {
  const [aged, owing] = [await agedBills(db, on, filter, large), owingHomes(filter, on)];
  const found = await rows<Omit<OwingHome, 'amounts'> & { amounts: string }>(db, `with ${aged.sql}, ${owing.sql}
    select h.home_id as homeId, h.label, h.building, h.sort_key as sortKey, w.amounts, w.fen as amountFen, w.oldest as oldestDueOn, w.began as beganOn,
      (select max(n.on_date) from dunning_notice n where n.home_id = h.home_id and n.on_date <= ?) as lastNoticeOn,
      (select max(s.served_on) from dunning_notice n join dunning_service s using (notice_id) where n.home_id = h.home_id and s.served_on <= ?) as lastServedOn,
      (select c.promised_on from dunning_call c where c.home_id = h.home_id order by c.call_id desc limit 1) as promisedOn
    from owing w join home h using (home_id) where h.sort_key > ? order by h.sort_key limit ?`, [...aged.bindings, ...owing.bindings, on, on, page.after, page.limit]);
  return found.map((home) => ({ ...home, amounts: JSON.parse(home.amounts) as number[] }));
}

/** How many homes owe on a day by a filter, and how much. */
export async function sumOwingHomes(db: Db, on: string, filter: HomeFilter, large: boolean): Promise<{ homes: number; totalFen: number }> {
  const [aged, owing] = [await agedBills(db, on, filter, large), owingHomes(filter, on)];
  const found = await row<{ homes: number; totalFen: number | null }>(db, `with ${aged.sql}, ${owing.sql} select count(*) as homes, sum(fen) as totalFen from owing`, [...aged.bindings, ...owing.bindings]);
  return { homes: found?.homes ?? 0, totalFen: found?.totalFen ?? 0 };
}

export type AgedBill = {
  billId: number; homeId: number; label: string; item: string; itemName: string; fund: string; from: string; to: string; amountFen: number; openFen: number; dueOn: string; lastServedOn: string | null; entryId: number;
};
const BILL = `o.bill_id as billId, o.home_id as homeId, h.label, i.code as item, i.name as itemName, i.fund, b.from_on as "from", b.to_on as "to", b.amount_fen as amountFen, o.fen as openFen, o.due_on as dueOn, ${DEMAND} as lastServedOn, b.entry_id as entryId`;

/** The open bills of homes on a day, by home in address order, oldest first. */
export async function listAgedBills(db: Db, on: string, { homeIds, overdueOnly, ...filter }: HomeFilter, large: boolean): Promise<AgedBill[]> {
  const [open, where] = [await openAsOf(db, on, large), billCondition(filter, 'o')];
  return rows(db, `with ${open.sql} select ${BILL} from open o join bill b using (bill_id) join home h on h.home_id = o.home_id join fee_item i on i.fee_item_id = o.fee_item_id
    where ${where.sql} ${homeIds ? 'and o.home_id in (select value from json_each(?))' : ''} and o.fen > 0 ${overdueOnly ? 'and o.due_on < ?' : ''} order by h.sort_key, o.due_on, o.bill_id`,
  [...open.bindings, on, ...where.bindings, ...(homeIds ? [JSON.stringify(homeIds)] : []), ...(overdueOnly ? [on] : [])]);
}

/** Bills whose limitation ends within the flagged days, those that end first at the top. */
export async function listLapsingBills(db: Db, on: string, filter: BillFilter, large: boolean): Promise<AgedBill[]> {
  const aged = await agedBills(db, on, filter, large);
  return rows(db, `with ${aged.sql} select ${BILL} from aged o join bill b using (bill_id) join home h on h.home_id = o.home_id join fee_item i on i.fee_item_id = o.fee_item_id
    where o.fen > 0 and o.began between ? and ? order by o.began, h.sort_key, o.bill_id`, [...aged.bindings, on, ...lapsingSpan(on)]);
}

/** What lapsed before a day and is still open. */
export async function sumLapsed(db: Db, on: string, filter: BillFilter, large: boolean): Promise<{ homes: number; bills: number; amountFen: number }> {
  const aged = await agedBills(db, on, filter, large);
  const found = await row<{ homes: number; bills: number; amountFen: number | null }>(db, `with ${aged.sql} select count(distinct home_id) as homes, count(*) as bills, sum(fen) as amountFen from aged where fen > 0 and began < ?`, [...aged.bindings, lapsingSpan(on)[0]]);
  return { homes: found?.homes ?? 0, bills: found?.bills ?? 0, amountFen: found?.amountFen ?? 0 };
}
