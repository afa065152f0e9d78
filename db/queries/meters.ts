import { usageOf, type NoUsage, type Reading, type Usage } from '../../shared/domain/meter.ts';
import { lastDay } from '../../shared/domain/period.ts';
import { jsonTable, run, tuples, type Db } from '../sql.ts';

/** A reading that no correction replaced; unique index on `replaces`. */
const LIVING = 'not exists (select 1 from reading later where later.replaces = r.reading_id)';
/** A link whose bill was not cancelled. */
const LIVING_BILL = 'not exists (select 1 from bill_cancel c where c.bill_id = mb.bill_id)';

/**
 * What each home has used of a metered item up to the end of a month and was not billed for: from the last reading
 * that a living bill reached (else the base) to the last living reading on or before the month's end. Homes without a
 * meter are absent. A month that a later living bill already covers answers NO_USE. Whoever issues bills from it
 * stores what each was based on by `insertMeterBills`, or the same use would be billed again.
 * Indexes: reading_home and meter_bill_home, some look-ups for each home.
 */
export async function listUsage(db: Db, feeItemId: number, month: string): Promise<Map<number, Usage | NoUsage>> {
  const spans = await tuples<readonly [number, number | null, number | null, number]>(db, ['home_id', 'to_place', 'billed_to', 'covered'],
    `from (select h.home_id, h.to_place,
        (select to_place from meter_bill mb where mb.fee_item_id = ? and mb.home_id = h.home_id and mb.to_place <= h.to_place and ${LIVING_BILL} order by to_place desc limit 1) as billed_to,
        exists (select 1 from meter_bill mb where mb.fee_item_id = ? and mb.home_id = h.home_id and mb.to_place >= h.to_place and mb.from_place < h.to_place and ${LIVING_BILL}) as covered
      from (select m.home_id, (select r.place from reading r where r.fee_item_id = ? and r.home_id = m.home_id and r.read_on <= ? and ${LIVING} order by r.place desc limit 1) as to_place
        from meter m where m.fee_item_id = ? and m.to_on is null) h)`,
    [feeItemId, feeItemId, feeItemId, lastDay(month), feeItemId]);
  const open = spans.filter(([, to, billed, covered]) => to !== null && !covered && billed !== to);
  const readings = await readingsOf(db, feeItemId, open.map(([homeId, to, billed]) => [homeId, billed ?? 0, to ?? 0]));
  return new Map(spans.map(([homeId, to, billed, covered]) => {
    if (to === null || (billed === to)) return [homeId, { skip: 'NO_READING' }];
    return [homeId, covered ? { skip: 'NO_USE' } : usageOf(readings.get(homeId) ?? [])];
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
