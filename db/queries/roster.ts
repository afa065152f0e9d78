import { jsonTable, row, run, tuples, type Db } from '../sql.ts';
import { STATUS_ON } from './home-facts.ts';
import type { HomeStatus } from './homes.ts';
import { OPENING_ARREARS, PROPERTY_FEE } from './bills.ts';

/** A home as the books have it, in the fields that a roster names. */
export type KnownHome = {
  homeId: number; label: string; areaDm2: number; status: HomeStatus; /** Since when. */ statusFrom: string; handoverOn: string | null; note: string; ownerName: string; phone: string; rateE4: number | null; openingFen: number;
};

/** All homes by label, with today's owners and status, the rate in force on a day and the opening bill. */
export async function listKnownHomes(db: Db, today: string, rateOn: string): Promise<Map<string, KnownHome>> {
  const list = await tuples<readonly [number, string, number, HomeStatus, string, string | null, string, string | null, string | null, number | null, number | null]>(db,
    ['h.home_id', 'h.label', 'h.area_dm2', STATUS_ON, STATUS_ON.replace('s.status', 's.from_on'), 'h.handover_on', 'h.note', `group_concat(p.name, '、')`, `group_concat(nullif(p.phone, ''), '/')`,
      `(select rate_e4 from fee_rate r where r.fee_item_id = ${PROPERTY_FEE} and r.home_id = h.home_id and r.from_on <= ? order by from_on desc limit 1)`,
      `(select amount_fen from bill b where b.month = 'opening' and b.fee_item_id = ${OPENING_ARREARS} and b.home_id = h.home_id order by b.version desc limit 1)`],
    `from dwelling h left join occupancy o on o.home_id = h.home_id and o.role = 'owner' and o.to_on is null left join person p using (person_id) group by h.home_id order by h.home_id`, [today, today, rateOn]);
  return new Map(list.map(([homeId, label, areaDm2, status, statusFrom, handoverOn, note, ownerName, phone, rateE4, openingFen]) =>
    [label, { homeId, label, areaDm2, status, statusFrom, handoverOn, note, ownerName: ownerName ?? '', phone: phone ?? '', rateE4, openingFen: openingFen ?? 0 }]));
}

export async function nextHomeId(db: Db): Promise<number> {
  return ((await row<{ last: number | null }>(db, 'select max(home_id) as last from home'))?.last ?? 0) + 1;
}

export type NewHome = {
  homeId: number; building: string; unit: string; room: string; floor: string; label: string; compact: string; sortKey: string; areaDm2: number; status: HomeStatus; handoverOn: string | null; note: string;
};
const HOME_COLUMNS = ['home_id', 'building', 'unit', 'room', 'floor', 'label', 'compact', 'sort_key', 'area_dm2', 'status', 'handover_on', 'note'] as const;

export async function insertHomes(db: Db, homes: readonly NewHome[]): Promise<void> {
  await run(db, `insert into home (${HOME_COLUMNS.join(', ')}) select * from ${jsonTable(HOME_COLUMNS)}`,
    [JSON.stringify(homes.map((home) => [home.homeId, home.building, home.unit, home.room, home.floor, home.label, home.compact, home.sortKey, home.areaDm2, home.status, home.handoverOn, home.note]))]);
}

/** Areas, handovers and notes; statuses have days, and are recorded as such. */
export async function updateHomes(db: Db, homes: readonly { homeId: number; areaDm2: number; handoverOn: string | null; note: string }[]): Promise<void> {
  await run(db, `update home set area_dm2 = n.area, handover_on = n.handover, note = n.remark
    from ${jsonTable(['id', 'area', 'handover', 'remark'])} n where home.home_id = n.id`,
    [JSON.stringify(homes.map((home) => [home.homeId, home.areaDm2, home.handoverOn, home.note]))]);
}

export type Ownership = { homeId: number; name: string; phone: string; phoneTail: string; initials: string };

/** Makes people that are not known yet (name and phone) and lets them own their homes from a day. */
export async function insertOwners(db: Db, owners: readonly Ownership[], from: string): Promise<void> {
  const json = JSON.stringify(owners.map((owner) => [owner.homeId, owner.name, owner.phone, owner.phoneTail, owner.initials]));
  const table = jsonTable(['home_id', 'name', 'phone', 'phone_tail', 'initials']);
  await run(db, `insert into person (name, phone, phone_tail, initials) select name, phone, phone_tail, initials from ${table} where 1 on conflict do nothing`, [json]);
  await run(db, `insert into occupancy (home_id, person_id, role, from_on) select n.home_id, p.person_id, 'owner', ? from ${table} n join person p on p.name = n.name and p.phone = n.phone where 1
    on conflict do update set to_on = null`, [from, json]);
}

/** Ends today's ownership of homes on a day; the rows stay as history. */
export async function endOwnerships(db: Db, homeIds: readonly number[], on: string): Promise<void> {
  await run(db, `update occupancy set to_on = ? where role = 'owner' and to_on is null and home_id in (select value from json_each(?))`, [on, JSON.stringify(homeIds)]);
}

/** Sets property fee versions from a day; a version of that very day is replaced. */
export async function upsertRates(db: Db, rates: readonly { homeId: number; rateE4: number }[], from: string): Promise<void> {
  await run(db, `insert into fee_rate (fee_item_id, home_id, from_on, rate_e4) select ${PROPERTY_FEE}, home_id, ?, rate_e4 from ${jsonTable(['home_id', 'rate_e4'])} where 1
    on conflict do update set rate_e4 = excluded.rate_e4`, [from, JSON.stringify(rates.map(({ homeId, rateE4 }) => [homeId, rateE4]))]);
}
