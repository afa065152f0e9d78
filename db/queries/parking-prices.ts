import { row, rows, run, type Db } from '../sql.ts';

export type PriceRow = { from: string; marketFen: number; residentFen: number; resolutionNo: string; by: string };
const PRICE = 'from_on as "from", market_fen as marketFen, resident_fen as residentFen, resolution_no as resolutionNo, user_name as "by"';

/** All price versions in the order of their days. */
export function listPriceRows(db: Db): Promise<PriceRow[]> {
  return rows(db, `select ${PRICE} from parking_price order by from_on`);
}

/** The version in force on a day; undefined before the first. */
export function findPriceOn(db: Db, day: string): Promise<PriceRow | undefined> {
  return row(db, `select ${PRICE} from parking_price where from_on <= ? order by from_on desc limit 1`, [day]);
}

export async function insertPrice(db: Db, price: Omit<PriceRow, 'by'> & { userId: number; userName: string; at: string }): Promise<void> {
  await run(db, 'insert into parking_price (from_on, market_fen, resident_fen, resolution_no, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?)',
    [price.from, price.marketFen, price.residentFen, price.resolutionNo, price.userId, price.userName, price.at]);
}

/** Where the living charges of resident leases on common spaces end at most; null before the first. */
export async function subsidisedTo(db: Db): Promise<string | null> {
  return (await row<{ to: string | null }>(db, `select max(p.to_on) as "to" from parking_charge c join lease l using (lease_id) join parking_charge_part p using (bill_id) join parking_space s using (space_id)
    where l.kind = 'resident' and s.title = 'common' and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id)`))?.to ?? null;
}
