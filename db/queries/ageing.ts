import { ageBuckets, bucketStarts } from '../../shared/domain/arrears.ts';
import { rows, type Db } from '../sql.ts';
import { billCondition, openAsOf, type BillFilter } from './open-bills.ts';

/** The place of a bill's bucket in `ageBuckets`, as SQL over its due date, and the dates to bind. */
export function bucketIndex(dueOn: string, on: string): { sql: string; bindings: string[] } {
  const starts = bucketStarts(on);
  return { sql: `case ${starts.map((_, index) => `when ${dueOn} >= ? then ${index}`).join(' ')} else ${starts.length} end`, bindings: starts };
}

export type AgeSum = { bucket: number; homes: number; amountFen: number };

/** What was open on a day by age: homes that owed in each bucket, and how much. Buckets without any are left out. */
export async function sumByAge(db: Db, on: string, filter: BillFilter, large: boolean): Promise<AgeSum[]> {
  const open = await openAsOf(db, on, large);
  const [bucket, where] = [bucketIndex('due_on', on), billCondition(filter, 'o')];
  // A home first, then the homes: twice as fast as counting distinct ones.
  return rows(db, `with ${open.sql} select bucket, sum(fen > 0) as homes, sum(fen) as amountFen from
    (select home_id, ${bucket.sql} as bucket, sum(fen) as fen from open o where ${where.sql} group by home_id, bucket) group by bucket order by bucket`, [...open.bindings, ...bucket.bindings, ...where.bindings]);
}

export type AgeRow = { key: string; name: string; homes: number; amounts: number[]; amountFen: number };

/** The same by building (in address order) or by item (in the order that they were made); homes are counted once in each row. */
export async function listByAge(db: Db, on: string, by: 'building' | 'item', filter: BillFilter, large: boolean): Promise<AgeRow[]> {
  const open = await openAsOf(db, on, large);
  const [bucket, where] = [bucketIndex('o.due_on', on), billCondition(filter, 'o')];
  const group = by === 'building' ? 'h.building as key, h.building as name, h.sort_key as place' : 'i.code as key, i.name, i.fee_item_id as place';
  const sums = ageBuckets.map((_, index) => `sum(case when bucket = ${index} then fen else 0 end) as a${index}`);
  const totals = ageBuckets.map((_, index) => `sum(a${index})`);
  const found = await rows<Omit<AgeRow, 'amounts'> & { amounts: string }>(db, `with ${open.sql},
    bill_age as (select ${group}, o.home_id, o.fen, ${bucket.sql} as bucket from open o join home h using (home_id) join fee_item i using (fee_item_id) where ${where.sql}),
    home_age as (select key, name, min(place) as place, sum(fen) as fen, ${sums.join(', ')} from bill_age group by key, name, home_id)
    select key, name, sum(fen > 0) as homes, json_array(${totals.join(', ')}) as amounts, sum(fen) as amountFen from home_age group by key, name order by min(place)`, [...open.bindings, ...bucket.bindings, ...where.bindings]);
  return found.map((item) => ({ ...item, amounts: JSON.parse(item.amounts) as number[] }));
}
