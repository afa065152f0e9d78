import type { ChargerKind } from '../../shared/contract/charging.ts';
import { row, rows, type Db } from '../sql.ts';

/** What an entry of charging income came to by kind of charger, and what of it homes are still to be billed and plans took off. */
export type ChargingParts = { entryId: number; platformId: number; kind: ChargerKind; energyFen: number; serviceFen: number; extraFen: number; owedEnergyFen: number; owedServiceFen: number; owedExtraFen: number; discountFen: number };

/** Of the bookings of some days (seconds UTC, half-open); index: charging_session_ended. */
export function listBookedParts(db: Db, { from, to }: { from: number; to: number }): Promise<ChargingParts[]> {
  const owed = (part: string): string => `sum(case when c.home_id is not null then s.${part}_fen else 0 end)`;
  return rows(db, `select b.entry_id as entryId, b.platform_id as platformId, d.kind, sum(s.energy_fen) as energyFen, sum(s.service_fen) as serviceFen, sum(s.extra_fen) as extraFen,
      ${owed('energy')} as owedEnergyFen, ${owed('service')} as owedServiceFen, ${owed('extra')} as owedExtraFen, coalesce(sum(c.discount_fen), 0) as discountFen
    from charging_session s join charging_device d using (device_id) join charging_booking b on b.batch_id = s.batch_id and b.on_date = date(s.ended_at + 28800, 'unixepoch') left join charging_charge c using (session_id)
    where s.ended_at >= ? and s.ended_at < ? and b.entry_id is not null group by b.entry_id, d.kind`, [from, to]);
}

/** Of corrections and refunds of some days; they are few. Index: charging_change_day. */
export function listChangedParts(db: Db, from: string, to: string): Promise<ChargingParts[]> {
  return rows(db, `select c.entry_id as entryId, c.platform_id as platformId, d.kind, c.energy_fen as energyFen, c.service_fen as serviceFen, c.extra_fen as extraFen,
      case when g.home_id is null then 0 else c.energy_fen end as owedEnergyFen, case when g.home_id is null then 0 else c.service_fen end as owedServiceFen, case when g.home_id is null then 0 else c.extra_fen end as owedExtraFen, coalesce(a.discount_fen, 0) as discountFen
    from charging_platform f cross join charging_change c on c.platform_id = f.platform_id and c.on_date between ? and ? join charging_session s using (session_id) join charging_device d using (device_id) left join charging_charge g on g.session_id = c.session_id left join charging_adjustment a on a.change_id = c.change_id
    where c.entry_id is not null`, [from, to]);
}

/** The kinds of the devices that each platform has. */
export function listPlatformKinds(db: Db): Promise<{ platformId: number; kind: ChargerKind }[]> {
  return rows(db, 'select distinct platform_id as platformId, kind from charging_device where platform_id is not null order by kind desc');
}

/** The platform behind entries of settlements, their undoing and decisions; by the unique indexes of entry_id. */
export function listEntryPlatforms(db: Db, entryIds: readonly number[]): Promise<{ entryId: number; platformId: number }[]> {
  const list = JSON.stringify(entryIds);
  return rows(db, `select s.entry_id as entryId, s.platform_id as platformId from json_each(?) o cross join charging_settlement s on s.entry_id = o.value
    union all select u.entry_id, s.platform_id from json_each(?) o cross join charging_settlement_undo u on u.entry_id = o.value join charging_settlement s using (settlement_id)
    union all select d.entry_id, d.platform_id from json_each(?) o cross join charging_settlement_decision d on d.entry_id = o.value`, [list, list, list]);
}

/** Of settlements, their undoing and decisions: what the sessions of the days that they settle came to by kind of charger, whatever period a statement is of; indexes: unique entry_id, charging_session_ended. */
export function listSettledKinds(db: Db, entryIds: readonly number[]): Promise<{ entryId: number; kind: ChargerKind; fen: number }[]> {
  const list = JSON.stringify(entryIds);
  return rows(db, `with days as (
      select s.entry_id, l.platform_id, l.on_date from json_each(?) o cross join charging_settlement s on s.entry_id = o.value cross join charging_settlement_line l on l.settlement_id = s.settlement_id
      union all select u.entry_id, l.platform_id, l.on_date from json_each(?) o cross join charging_settlement_undo u on u.entry_id = o.value cross join charging_settlement_line l on l.settlement_id = u.settlement_id
      union all select d.entry_id, d.platform_id, d.on_date from json_each(?) o cross join charging_settlement_decision d on d.entry_id = o.value)
    select y.entry_id as entryId, d.kind, sum(s.energy_fen + s.service_fen + s.extra_fen) as fen from days y cross join charging_session s on s.ended_at >= unixepoch(y.on_date) - 28800 and s.ended_at < unixepoch(y.on_date) + 57600 and s.platform_id = y.platform_id
      join charging_device d using (device_id) group by 1, 2`, [list, list, list]);
}

/** The month of the grid's bill behind entries, of reversals that of the original. */
export function listEntryGridMonths(db: Db, entryIds: readonly number[]): Promise<{ entryId: number; month: string }[]> {
  return rows(db, `select e.entry_id as entryId, g.month from json_each(?) o cross join entry e on e.entry_id = o.value join charging_grid_entry g on g.entry_id = coalesce(e.reverses, e.entry_id)`, [JSON.stringify(entryIds)]);
}

/** What the sessions of charging bills came to by kind of charger; index: charging_billed_bill. */
export function listBillKinds(db: Db, billIds: readonly number[]): Promise<{ billId: number; kind: ChargerKind; fen: number }[]> {
  return rows(db, `select x.bill_id as billId, d.kind, sum(case x.part when 'energy' then s.energy_fen when 'service' then s.service_fen else s.extra_fen end) as fen
    from json_each(?) o cross join charging_billed x on x.bill_id = o.value join charging_session s using (session_id) join charging_device d using (device_id) group by 1, 2`, [JSON.stringify(billIds)]);
}

/** Whether there is any charger, and of both kinds. */
export async function hasChargers(db: Db): Promise<boolean> {
  return (await row(db, 'select 1 from charging_device limit 1')) !== undefined;
}
