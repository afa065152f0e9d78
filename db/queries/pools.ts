import { row, rows, run, type Db } from '../sql.ts';

/** What the living bills of a pool's item and month come to; index: the unique one on month. */
const LIVING = `from bill b where b.month = p.month and b.fee_item_id = p.fee_item_id and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id)`;

export type Pool = { amountFen: number; note: string; billedFen: number; bills: number };

export function findPool(db: Db, feeItemId: number, month: string): Promise<Pool | undefined> {
  return row(db, `select p.amount_fen as amountFen, p.note, coalesce((select sum(b.amount_fen) ${LIVING}), 0) as billedFen, (select count(*) ${LIVING}) as bills from pool p where p.fee_item_id = ? and p.month = ?`, [feeItemId, month]);
}

export async function upsertPool(db: Db, pool: { feeItemId: number; month: string; amountFen: number; note: string; userId: number; at: string }): Promise<void> {
  await run(db, `insert into pool (fee_item_id, month, amount_fen, note, user_id, at) values (?, ?, ?, ?, ?, ?)
    on conflict do update set amount_fen = excluded.amount_fen, note = excluded.note, user_id = excluded.user_id, at = excluded.at`, [pool.feeItemId, pool.month, pool.amountFen, pool.note, pool.userId, pool.at]);
}

/** All pools, newest month first. */
export function listPoolRows(db: Db): Promise<(Pool & { item: string; name: string; month: string })[]> {
  return rows(db, `select i.code as item, i.name, p.month, p.amount_fen as amountFen, p.note, coalesce((select sum(b.amount_fen) ${LIVING}), 0) as billedFen, (select count(*) ${LIVING}) as bills
    from pool p join fee_item i using (fee_item_id) order by p.month desc, p.fee_item_id`);
}
