import { readSearch } from '../../shared/domain/address.ts';
import { firstDay, lastDay } from '../../shared/domain/period.ts';
import { AppError } from '../../shared/errors.ts';
import { row, rows, tuples, type Db } from '../sql.ts';
import { listHomes } from './homes.ts';
import { LIVING, LIVING_BILL, type ReadingKind } from './meters.ts';

export type MeteredItemRow = { feeItemId: number; code: string; name: string; unit: string; meters: number };

/** Items that are or were charged by meter, in their order, with the unit of the newest version. */
export function listMeteredItems(db: Db): Promise<MeteredItemRow[]> {
  return rows(db, `select i.fee_item_id as feeItemId, i.code, i.name, coalesce((select unit from fee_version v where v.fee_item_id = i.fee_item_id and v.basis = 'meter' order by v.from_on desc limit 1), '') as unit,
    (select count(*) from meter m where m.fee_item_id = i.fee_item_id and m.to_on is null) as meters
    from fee_item i where exists (select 1 from fee_version v where v.fee_item_id = i.fee_item_id and v.basis = 'meter') order by i.fee_item_id`);
}

/** An item by its code, and whether it is or was charged by meter. */
export async function findItem(db: Db, code: string): Promise<{ feeItemId: number; name: string; metered: boolean } | undefined> {
  const found = await row<{ feeItemId: number; name: string; metered: number }>(db, `select fee_item_id as feeItemId, name, exists (select 1 from fee_version v where v.fee_item_id = i.fee_item_id and v.basis = 'meter') as metered from fee_item i where code = ?`, [code]);
  return found && { ...found, metered: found.metered === 1 };
}

/** The last living reading of a meter's home and item; index: reading_home. */
const LAST_READING = (until = '') => `(select r.reading_id from reading r where r.fee_item_id = m.fee_item_id and r.home_id = m.home_id ${until} and ${LIVING} order by r.place desc limit 1)`;

export type MeterStateRow = { homeId: number; meterId: number; meterNo: string; lastOn: string; lastE4: number };

/** The living meters of an item with their last reading, of all homes or of one; index: meter_living. */
export async function listMeterStates(db: Db, feeItemId: number, homeId?: number): Promise<MeterStateRow[]> {
  const list = await tuples<readonly [number, number, string, string, number]>(db, ['m.home_id', 'm.meter_id', 'm.meter_no', 'l.read_on', 'l.value_e4'],
    `from meter m join reading l on l.reading_id = ${LAST_READING()} where m.fee_item_id = ? and m.to_on is null${homeId === undefined ? '' : ' and m.home_id = ?'}`, homeId === undefined ? [feeItemId] : [feeItemId, homeId]);
  return list.map(([home, meterId, meterNo, lastOn, lastE4]) => ({ homeId: home, meterId, meterNo, lastOn, lastE4 }));
}

/** The living readings of given days, as `home day value`; one pass over the item's readings (index: reading_home). */
export async function listReadingsOn(db: Db, feeItemId: number, days: readonly string[]): Promise<Set<string>> {
  const list = await tuples<readonly [string]>(db, [`r.home_id || ' ' || r.read_on || ' ' || r.value_e4`], `from reading r where r.fee_item_id = ? and r.read_on in (select value from json_each(?)) and ${LIVING}`, [feeItemId, JSON.stringify(days)]);
  return new Set(list.map(([key]) => key));
}

export type PlacedHome = { homeId: number; label: string; building: string; room: string; compact: string };

/** Every home that stands by itself on a day, as rooms in a list are matched with it. */
export async function listPlacedHomes(db: Db, on: string): Promise<PlacedHome[]> {
  const list = await tuples<readonly [number, string, string, string, string]>(db, ['home_id', 'label', 'building', 'room', 'compact'], 'from dwelling where merged_into is null or merged_on > ? order by home_id', [on]);
  return list.map(([homeId, label, building, room, compact]) => ({ homeId, label, building, room, compact }));
}

/** A home whose meters may be read on a day. Throws NO_SUCH_HOME, HOME_MERGED. */
export async function checkStandingHome(db: Db, homeId: number, on: string): Promise<void> {
  const home = await row<{ label: string; into: string | null; on: string | null }>(db, 'select h.label, h.merged_on as "on", (select m.label from home m where m.home_id = h.merged_into) as "into" from home h where h.home_id = ?', [homeId]);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId });
  if (home.into !== null && home.on !== null && home.on <= on) throw new AppError('HOME_MERGED', { label: home.label, into: home.into, on: home.on });
}

export type ReadingRow = { readingId: number; meterId: number; feeItemId: number; homeId: number; place: number; readOn: string; valueE4: number; kind: ReadingKind; correctedBy: number | null };
const READING = `r.reading_id as readingId, r.meter_id as meterId, r.fee_item_id as feeItemId, r.home_id as homeId, r.place, r.read_on as readOn, r.value_e4 as valueE4, r.kind,
  (select later.reading_id from reading later where later.replaces = r.reading_id) as correctedBy`;

export function findReading(db: Db, readingId: number): Promise<ReadingRow | undefined> {
  return row(db, `select ${READING} from reading r where r.reading_id = ?`, [readingId]);
}

/** The last living reading of a home and item on a day with this value; index: reading_home. */
export function findSameReading(db: Db, { feeItemId, homeId, readOn, valueE4 }: Pick<ReadingRow, 'feeItemId' | 'homeId' | 'readOn' | 'valueE4'>): Promise<ReadingRow | undefined> {
  return row(db, `select ${READING} from reading r where r.fee_item_id = ? and r.home_id = ? and r.read_on = ? and r.value_e4 = ? and ${LIVING} order by r.place desc limit 1`, [feeItemId, homeId, readOn, valueE4]);
}

/** The living reading of the same meter just before or after a place; index: reading_home. */
export function findNeighbour(db: Db, { feeItemId, homeId, meterId, place }: ReadingRow, side: 'before' | 'after'): Promise<ReadingRow | undefined> {
  return row(db, `select ${READING} from reading r where r.fee_item_id = ? and r.home_id = ? and r.meter_id = ? and r.place ${side === 'before' ? '<' : '>'} ? and ${LIVING}
    order by r.place ${side === 'before' ? 'desc' : 'asc'} limit 1`, [feeItemId, homeId, meterId, place]);
}

/** A living bill that counts from, to or over a reading's place; index: meter_bill_home. */
export async function findBillOfReading(db: Db, { feeItemId, homeId, place }: Pick<ReadingRow, 'feeItemId' | 'homeId' | 'place'>): Promise<number | undefined> {
  const found = await row<{ billId: number }>(db, `select mb.bill_id as billId from meter_bill mb where mb.fee_item_id = ? and mb.home_id = ? and mb.to_place >= ? and mb.from_place <= ? and ${LIVING_BILL} order by mb.to_place limit 1`, [feeItemId, homeId, place, place]);
  return found?.billId;
}

export type MeterPageRow = {
  homeId: number; label: string; building: string; sortKey: string; meterId: number | null; meterNo: string | null;
  lastId: number | null; lastOn: string | null; lastE4: number | null; readingId: number | null; readOn: string | null; valueE4: number | null; kind: ReadingKind | null;
  billId: number | null; quantityE4: number | null; amountFen: number | null;
};
export type MeterFilter = { building?: string | undefined; search?: string | undefined; homeIds?: readonly number[] | undefined; only?: 'metered' | 'unread' | 'none' | undefined };

/** A page of homes in address order with their meter of an item in a month; keyset by `sort_key` (unique index). */
export async function listMeterPage(db: Db, feeItemId: number, month: string, filter: MeterFilter, page: { after: string; limit: number }): Promise<MeterPageRow[]> {
  const [first, last] = [firstDay(month), lastDay(month)];
  const conditions = ['(h.merged_into is null or h.merged_on > ?)', 'h.sort_key > ?'];
  const bindings: (string | number)[] = [last, page.after];
  const searched = filter.search && readSearch(filter.search).kind !== 'none' ? (await listHomes(db, { search: filter.search }, { after: '', limit: 1000 })).map(({ homeId }) => homeId) : undefined;
  if (filter.building) { conditions.push('h.building = ?'); bindings.push(filter.building); }
  for (const ids of [searched, filter.homeIds]) if (ids) { conditions.push('h.home_id in (select value from json_each(?))'); bindings.push(JSON.stringify(ids)); }
  if (filter.only) conditions.push(filter.only === 'none' ? 'm.meter_id is null' : 'm.meter_id is not null');
  const within = 'and r.read_on between ? and ?';
  if (filter.only === 'unread') { conditions.push(`${LAST_READING(within)} is null`); bindings.push(first, last); }
  return rows(db, `select h.home_id as homeId, h.label, h.building, h.sort_key as sortKey, m.meter_id as meterId, m.meter_no as meterNo,
      l.reading_id as lastId, l.read_on as lastOn, l.value_e4 as lastE4, c.reading_id as readingId, c.read_on as readOn, c.value_e4 as valueE4, c.kind,
      b.bill_id as billId, b.quantity_e4 as quantityE4, b.amount_fen as amountFen
    from dwelling h left join meter m on m.home_id = h.home_id and m.fee_item_id = ? and m.to_on is null
      left join reading l on l.reading_id = ${LAST_READING('and r.read_on < ?')} left join reading c on c.reading_id = ${LAST_READING(within)}
      left join bill b on b.month = ? and b.fee_item_id = ? and b.home_id = h.home_id and not exists (select 1 from bill_cancel x where x.bill_id = b.bill_id)
    where ${conditions.join(' and ')} order by h.sort_key limit ?`, [feeItemId, first, first, last, month, feeItemId, ...bindings, page.limit]);
}

export type HistoryRow = ReadingRow & { item: string; itemName: string; unit: string; meterNo: string; corrects: number | null; source: string; note: string; by: string; at: string };

/** All readings of a home in their order, corrected ones before what took their place; index: reading_home. */
export function listHistory(db: Db, homeId: number, items: readonly MeteredItemRow[]): Promise<HistoryRow[]> {
  return rows(db, `select ${READING}, i.code as item, i.name as itemName, n.value ->> 1 as unit, m.meter_no as meterNo, r.replaces as corrects, r.source, r.note, r.user_name as "by", r.at
    from json_each(?) n cross join reading r on r.fee_item_id = n.value ->> 0 and r.home_id = ? join meter m using (meter_id) join fee_item i on i.fee_item_id = r.fee_item_id
    order by r.fee_item_id, r.place, r.reading_id`, [JSON.stringify(items.map(({ feeItemId, unit }) => [feeItemId, unit])), homeId]);
}
