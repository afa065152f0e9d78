import { usageOf, type NoUsage, type Reading, type Usage } from '../../shared/domain/meter.ts';
import { lastDay } from '../../shared/domain/period.ts';
import { jsonTable, row, run, tuples, type Db } from '../sql.ts';

/** A reading that no correction replaced; unique index on `replaces`. */
export const LIVING = 'not exists (select 1 from reading later where later.replaces = r.reading_id)';
/** A link whose bill was not cancelled. */
export const LIVING_BILL = 'not exists (select 1 from bill_cancel c where c.bill_id = mb.bill_id)';

/**
 * What each home has used of a metered item up to the end of a month and was not billed for: from the last reading
 * that a living bill reached (else the base) to the last living reading on or before the month's end, or to where the
 * living bill of a later month begins that already covers it. Homes without a meter are absent. Whoever issues bills from it
 * stores what each was based on by `insertMeterBills`, or the same use would be billed again. `homeIds` asks for some
 * homes only. Indexes: meter_living, reading_home and meter_bill_home, some look-ups for each home.
 */
export async function listUsage(db: Db, feeItemId: number, month: string, homeIds?: readonly number[]): Promise<Map<number, Usage | NoUsage>> {
  const spans = await tuples<readonly [number, number | null, number | null, number]>(db, ['s.home_id', 's.to_place',
    `(select to_place from meter_bill mb where mb.fee_item_id = ? and mb.home_id = s.home_id and mb.to_place <= s.to_place and ${LIVING_BILL} order by to_place desc limit 1)`, 's.covered'],
  `from (select home_id, coalesce(covering, read_to) as to_place, covering is not null as covered
      from (select home_id, read_to, (select mb.from_place from meter_bill mb join bill b using (bill_id) where mb.fee_item_id = ? and mb.home_id = h.home_id and mb.to_place >= read_to and mb.from_place < read_to and b.month > ? and ${LIVING_BILL} order by mb.to_place limit 1) as covering
        from (select m.home_id, (select r.place from reading r where r.fee_item_id = ? and r.home_id = m.home_id and r.read_on <= ? and ${LIVING} order by r.place desc limit 1) as read_to
          from meter m where m.fee_item_id = ? and m.to_on is null${homeIds ? ' and m.home_id in (select value from json_each(?))' : ''}) h)) s`,
  [feeItemId, feeItemId, month, feeItemId, lastDay(month), feeItemId, ...(homeIds ? [JSON.stringify(homeIds)] : [])]);
  const open = spans.filter(([, to, billed]) => to !== null && billed !== to);
  const readings = await readingsOf(db, feeItemId, open.map(([homeId, to, billed]) => [homeId, billed ?? 0, to ?? 0]));
  return new Map(spans.map(([homeId, , , covered]) => {
    const used = usageOf(readings.get(homeId) ?? []);
    return [homeId, covered && 'skip' in used && used.skip === 'NO_READING' ? { skip: 'NO_USE' } : used];
  }));
}

/** The living readings of homes within places, both included, in their order; index: reading_home. */
async function readingsOf(db: Db, feeItemId: number, spans: readonly (readonly [homeId: number, from: number, to: number])[]): Promise<Map<number, Reading[]>> {
  const list = await tuples<readonly [number, number, number, number, string, number]>(db, ['r.home_id', 'r.reading_id', 'r.place', 'r.meter_id', 'r.read_on', 'r.value_e4'],
    `from ${jsonTable(['home_id', 'first', 'last'])} n cross join reading r on r.fee_item_id = ? and r.home_id = n.home_id and r.place between n.first and n.last where ${LIVING} order by r.home_id, r.place`,
    [JSON.stringify(spans), feeItemId]);
  const found = new Map<number, Reading[]>();
  for (const [homeId, readingId, place, meterId, readOn, valueE4] of list) {
    const reading = { readingId, place, meterId, readOn, valueE4 };
    const earlier = found.get(homeId);
    if (earlier) earlier.push(reading);
    else found.set(homeId, [reading]);
  }
  return found;
}

/** Stores the readings that new bills of a metered item were based on, as `listUsage` gave them. */
export async function insertMeterBills(db: Db, feeItemId: number, bills: readonly { billId: number; homeId: number; usage: Usage }[]): Promise<void> {
  await run(db, `insert into meter_bill (bill_id, fee_item_id, home_id, from_place, to_place, from_reading, to_reading)
    select bill_id, ?, home_id, from_place, to_place, from_reading, to_reading from ${jsonTable(['bill_id', 'home_id', 'from_place', 'to_place', 'from_reading', 'to_reading'])}`,
  [feeItemId, JSON.stringify(bills.map(({ billId, homeId, usage: { from, to } }) => [billId, homeId, from.place, to.place, from.readingId, to.readingId]))]);
}

/** Lets a bill that was issued again with another amount stand on the readings of the one it replaces; nothing for bills without a meter. */
export async function copyMeterBill(db: Db, fromBillId: number, toBillId: number): Promise<void> {
  await run(db, `insert into meter_bill (bill_id, fee_item_id, home_id, from_place, to_place, from_reading, to_reading)
    select ?, fee_item_id, home_id, from_place, to_place, from_reading, to_reading from meter_bill where bill_id = ?`, [toBillId, fromBillId]);
}

/** The numbers that the next meter and the next reading take. */
export async function nextMeterIds(db: Db): Promise<{ meterId: number; readingId: number }> {
  const last = await row<{ meter: number; reading: number }>(db, 'select coalesce((select max(meter_id) from meter), 0) as meter, coalesce((select max(reading_id) from reading), 0) as reading');
  return { meterId: (last?.meter ?? 0) + 1, readingId: (last?.reading ?? 0) + 1 };
}

export type NewMeter = { meterId: number; feeItemId: number; homeId: number; meterNo: string; fromOn: string; /** Where the same list also replaces it. */ toOn: string | null };

export async function insertMeters(db: Db, meters: readonly NewMeter[]): Promise<void> {
  const columns = ['meter_id', 'fee_item_id', 'home_id', 'meter_no', 'from_on', 'to_on'];
  await run(db, `insert into meter (${columns.join(', ')}) select * from ${jsonTable(columns)}`, [JSON.stringify(meters.map(({ meterId, feeItemId, homeId, meterNo, fromOn, toOn }) => [meterId, feeItemId, homeId, meterNo, fromOn, toOn]))]);
}

/** Ends meters that a new one takes the place of. */
export async function endMeters(db: Db, meters: readonly { meterId: number; on: string }[]): Promise<void> {
  await run(db, `update meter set to_on = n.ended from ${jsonTable(['id', 'ended'])} n where meter.meter_id = n.id`, [JSON.stringify(meters.map(({ meterId, on }) => [meterId, on]))]);
}

/** Fills in the numbers of meters that had none. */
export async function nameMeters(db: Db, meters: readonly { meterId: number; meterNo: string }[]): Promise<void> {
  await run(db, `update meter set meter_no = n.number from ${jsonTable(['id', 'number'])} n where meter.meter_id = n.id and meter.meter_no = ''`, [JSON.stringify(meters.map(({ meterId, meterNo }) => [meterId, meterNo]))]);
}

export type ReadingKind = 'base' | 'normal' | 'final';
export type NewReading = {
  readingId: number; meterId: number; feeItemId: number; homeId: number; /** Its own number, or the place of the one it corrects. */ place: number; readOn: string; valueE4: number; kind: ReadingKind; replaces: number | null; note: string;
};

/** Adds readings; all come from one file or one hand. */
export async function insertReadings(db: Db, readings: readonly NewReading[], by: { source: string; userId: number; userName: string; at: string }): Promise<void> {
  const columns = ['reading_id', 'meter_id', 'fee_item_id', 'home_id', 'place', 'read_on', 'value_e4', 'kind', 'replaces', 'note'];
  await run(db, `insert into reading (${columns.join(', ')}, source, user_id, user_name, at) select ${columns.join(', ')}, ?, ?, ?, ? from ${jsonTable(columns)}`,
    [by.source, by.userId, by.userName, by.at, JSON.stringify(readings.map((one) => [one.readingId, one.meterId, one.feeItemId, one.homeId, one.place, one.readOn, one.valueE4, one.kind, one.replaces, one.note]))]);
}
