import type { ChargerKind } from '../../shared/contract/charging.ts';
import { openAsOf } from './open-bills.ts';
import { row, rows, type Db } from '../sql.ts';

/** Homes of the estate; merged ones are in the others. */
export async function countHomes(db: Db): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from dwelling where merged_into is null'))?.count ?? 0;
}

/** What the bank says of an account at the end of a month, as entered last; null until it was. Index: bank_balance_month. */
export async function findBankBalance(db: Db, month: string, account: string): Promise<number | null> {
  return (await row<{ fen: number }>(db, 'select balance_fen as fen from bank_balance where month = ? and account = ? order by bank_balance_id desc limit 1', [month, account]))?.fen ?? null;
}

/** Bills of months that were not cancelled, less what was taken off them, by item of a fund; index: unique (month, fee_item_id, …). */
export function sumBilled(db: Db, months: readonly string[], fund: string): Promise<{ item: string; account: string; fen: number }[]> {
  return rows(db, `select i.code as item, i.account, sum(b.amount_fen - coalesce((select sum(r.amount_fen) from reduction r where r.bill_id = b.bill_id), 0)) as fen
    from json_each(?) m cross join fee_item i cross join bill b on b.month = m.value and b.fee_item_id = i.fee_item_id left join bill_cancel x on x.bill_id = b.bill_id where i.fund = ? and x.bill_id is null group by i.fee_item_id order by i.fee_item_id`, [JSON.stringify(months), fund]);
}

export type ParkingFacts = { kind: 'resident' | 'daytime'; spaces: number; payers: number; from: string; leastFen: number; mostFen: number; resolutions: string | null };

/** Common spaces that leases of each kind held on some days, by whom how many, at what price; one pass over the spans. */
export function listParkingFacts(db: Db, from: string, to: string): Promise<ParkingFacts[]> {
  return rows(db, `select l.kind, count(distinct n.space_id) as spaces, count(distinct l.home_id) as payers, min(l.from_on) as "from", min(n.monthly_fen) as leastFen, max(n.monthly_fen) as mostFen, group_concat(distinct nullif(l.resolution_no, '')) as resolutions
    from lease_span n join lease l using (lease_id) join parking_space s using (space_id) where s.title = 'common' and l.state <> 'draft' and n.from_on <= ? and (n.to_on is null or n.to_on > ?) and (n.to_on is null or n.to_on > n.from_on) group by l.kind`, [to, from]);
}

/** Devices in service on some days, by kind. */
export function countChargers(db: Db, from: string, to: string): Promise<{ kind: ChargerKind; devices: number; connectors: number }[]> {
  return rows(db, 'select kind, count(*) as devices, sum(connectors) as connectors from charging_device where (from_on is null or from_on <= ?) and (to_on is null or to_on > ?) group by kind', [to, from]);
}

/** Homes (and firms) that owe property bills at the end of a day, and what; by kept sums, however small the books. */
export async function sumArrears(db: Db, on: string): Promise<{ fen: number; homes: number }> {
  const open = await openAsOf(db, on, true);
  const found = await row<{ fen: number | null; homes: number }>(db, `with ${open.sql} select sum(o.fen) as fen, count(distinct case when o.fen > 0 then o.home_id end) as homes from open o join fee_item i using (fee_item_id) where i.fund = 'property'`, open.bindings);
  return { fen: found?.fen ?? 0, homes: found?.homes ?? 0 };
}

/** Names of residents, firms and users of chargers, several in one field apart from one another; a public sheet shows none. */
export async function listPrivateNames(db: Db): Promise<string[]> {
  const found = await rows<{ name: string }>(db, 'select name from person union select name from company union select contact from company union select holder from charging_holder');
  return [...new Set(found.flatMap(({ name }) => name.split(/[、/,，]/)).map((name) => name.trim()))].filter((name) => name.length > 1);
}
