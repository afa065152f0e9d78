import { row, rows, type Db } from '../sql.ts';
import { PROPERTY_FEE } from './bills.ts';

export function listRates(db: Db): Promise<{ from: string; rateE4: number; homes: number }[]> {
  return rows(db, `select from_on as "from", rate_e4 as rateE4, count(*) as homes from fee_rate where fee_item_id = ${PROPERTY_FEE} group by from_on, rate_e4 order by from_on desc, rate_e4`);
}

/** Adds a version for every home of the selection; homes that have one from that very day are counted apart. */
export async function insertRates(db: Db, rate: { from: string; rateE4: number }, where: { building?: string | undefined; homeId?: number | undefined }): Promise<number> {
  const condition = where.homeId ? 'home_id = ?' : where.building ? 'building = ?' : '1';
  const bindings = where.homeId ? [where.homeId] : where.building ? [where.building] : [];
  const inserted = await rows(db, `insert into fee_rate (fee_item_id, home_id, from_on, rate_e4) select ${PROPERTY_FEE}, home_id, ?, ? from dwelling where ${condition} order by home_id
    on conflict do update set rate_e4 = excluded.rate_e4 returning home_id`, [rate.from, rate.rateE4, ...bindings]);
  return inserted.length;
}

/** The end of the last living property fee bill that a home of the selection has. */
export async function lastBilledDay(db: Db, where: { building?: string | undefined; homeId?: number | undefined }): Promise<string | undefined> {
  const condition = where.homeId ? 'h.home_id = ?' : where.building ? 'h.building = ?' : '1';
  const bindings = where.homeId ? [where.homeId] : where.building ? [where.building] : [];
  const found = await row<{ last: string | null }>(db, `select max(b.to_on) as last from bill b join home h using (home_id) where b.fee_item_id = ${PROPERTY_FEE} and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id) and ${condition}`, bindings);
  return found?.last ?? undefined;
}

