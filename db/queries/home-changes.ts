import type { HomeType } from '../../shared/contract/homes.ts';
import { AppError } from '../../shared/errors.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import { AREA_ON, STATUS_ON } from './home-facts.ts';
import type { HomeStatus } from './homes.ts';

export type ChangingHome = {
  homeId: number; label: string; status: HomeStatus; /** As last recorded, and on the day. */ areaDm2: number; areaOnDm2: number; handoverOn: string | null; openFen: number; prepaidFen: number;
  /** Where the periods of living bills begin and end at most, opening arrears, late fees and one-off bills apart; null: none. */ billedFrom: string | null; billedTo: string | null;
  /** The same beginning, one-off bills among them. */ chargedFrom: string | null;
};

/** A home as a change of a day must know it. Throws NO_SUCH_HOME, and HOME_MERGED for one that is a part of another. */
export async function getChangingHome(db: Db, homeId: number, on: string): Promise<ChangingHome> {
  const living = (end: string, without = "'opening', 'late', 'once'"): string => `(select max(${end}) from bill b where b.home_id = h.home_id and b.basis not in (${without}) and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id))`;
  const sum = (account: string): string => `coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '${account}'), 0)`;
  const home = await row<ChangingHome & { into: string | null; mergedOn: string | null }>(db, `select h.home_id as homeId, h.label, ${STATUS_ON} as status, h.area_dm2 as areaDm2, ${AREA_ON} as areaOnDm2, h.handover_on as handoverOn,
    ${sum('1122')} as openFen, -${sum('2203')} as prepaidFen, ${living('b.from_on')} as billedFrom, ${living('b.to_on')} as billedTo,
    ${living('b.from_on', "'opening', 'late'")} as chargedFrom, h.merged_on as mergedOn, (select label from home m where m.home_id = h.merged_into) as "into"
    from home h where h.home_id = ?`, [on, on, homeId]);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId });
  const { into, mergedOn, ...facts } = home;
  if (into !== null) throw new AppError('HOME_MERGED', { label: home.label, into, on: mergedOn ?? '' });
  return facts;
}

export type StatusRow = { homeId: number; from: string; status: HomeStatus; note: string; userId: number | null; userName: string; at: string };

/** Records statuses from their days on; one of that very day is replaced. The home's own column keeps that of `today`. */
export async function upsertStatuses(db: Db, statuses: readonly StatusRow[], today: string): Promise<void> {
  if (statuses.length === 0) return;
  const columns = ['home_id', 'from_on', 'status', 'note', 'user_id', 'user_name', 'at'];
  await run(db, `insert into home_status (${columns.join(', ')}) select * from ${jsonTable(columns)} where 1
    on conflict do update set status = excluded.status, note = excluded.note, user_id = excluded.user_id, user_name = excluded.user_name, at = excluded.at`,
    [JSON.stringify(statuses.map(({ homeId, from, status, note, userId, userName, at }) => [homeId, from, status, note, userId, userName, at]))]);
  await run(db, `update home as h set status = ${STATUS_ON} where home_id in (select value from json_each(?))`, [today, JSON.stringify(statuses.map(({ homeId }) => homeId))]);
}

export function listStatuses(db: Db, homeId: number): Promise<{ on: string; status: HomeStatus; note: string; by: string }[]> {
  return rows(db, 'select from_on as "on", status, note, user_name as "by" from home_status where home_id = ? order by from_on', [homeId]);
}

export async function setHandover(db: Db, homeId: number, handoverOn: string): Promise<void> {
  await run(db, 'update home set handover_on = ? where home_id = ?', [handoverOn, homeId]);
}

export async function setHomeType(db: Db, homeId: number, homeType: HomeType): Promise<void> {
  await run(db, 'update home set home_type = ? where home_id = ?', [homeType, homeId]);
}

export type NewMerge = { into: number; homeIds: readonly number[]; labels: string; on: string; areaBeforeDm2: number; areaAfterDm2: number; note: string; userId: number; userName: string; at: string };

/** Makes homes a part of another from a day, and gives that its area. */
export async function insertMerge(db: Db, merge: NewMerge): Promise<void> {
  await run(db, 'insert into home_merge (into_id, on_date, homes, area_before_dm2, area_after_dm2, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [merge.into, merge.on, merge.labels, merge.areaBeforeDm2, merge.areaAfterDm2, merge.note, merge.userId, merge.userName, merge.at]);
  await run(db, 'update home set merged_into = ?, merged_on = ? where home_id in (select value from json_each(?))', [merge.into, merge.on, JSON.stringify(merge.homeIds)]);
  await run(db, 'update home set area_dm2 = ? where home_id = ?', [merge.areaAfterDm2, merge.into]);
}

/** The last day from which other homes are a part of this one; index: home_merge_into. */
export async function lastMergeInto(db: Db, homeId: number): Promise<string | undefined> {
  return (await row<{ on: string | null }>(db, 'select max(on_date) as "on" from home_merge where into_id = ?', [homeId]))?.on ?? undefined;
}

export type MergeEvent = { on: string; into: string; homes: string; areaBeforeDm2: number; areaAfterDm2: number; note: string; by: string };

/** Merges into a home, and the one by which it went into another. */
export function listMerges(db: Db, homeId: number): Promise<MergeEvent[]> {
  return rows(db, `select m.on_date as "on", i.label as "into", m.homes, m.area_before_dm2 as areaBeforeDm2, m.area_after_dm2 as areaAfterDm2, m.note, m.user_name as "by" from home_merge m join home i on i.home_id = m.into_id
    where m.into_id = ? or exists (select 1 from home h where h.home_id = ? and h.merged_into = m.into_id and h.merged_on = m.on_date and instr('、' || m.homes || '、', '、' || h.label || '、') > 0) order by m.merge_id`, [homeId, homeId]);
}

export type TransferEvent = { on: string; sellers: string; buyers: string; arrears: 'seller' | 'buyer'; prepayment: 'buyer' | 'refund'; openFen: number; prepaidFen: number; note: string; by: string };

export function listTransfers(db: Db, homeId: number): Promise<TransferEvent[]> {
  return rows(db, `select on_date as "on", from_names as sellers, to_names as buyers, arrears, prepayment, open_fen as openFen, prepaid_fen as prepaidFen, note, user_name as "by" from home_transfer where home_id = ? order by on_date, transfer_id`, [homeId]);
}
