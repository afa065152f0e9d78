import { checkStandingHome, findBillOfReading, findNeighbour, findReading, findSameReading, listMeterStates, type MeterStateRow } from '../../../db/queries/meter-list.ts';
import { insertReadings, nextMeterIds } from '../../../db/queries/meters.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { getMeteredItem } from './metered-item.ts';
import { meterKey } from './plan-readings.ts';
import { writeReadings } from './write-readings.ts';

/** Where a reading comes from: the name of a file, or a person's hand. */
const TYPED = '';

type Meter = { feeItemId: number; state: MeterStateRow | undefined; standing: Map<string, MeterStateRow> };

async function findMeter({ db, today }: Context, { homeId, item, on }: { homeId: number; item: string; on: string }): Promise<Meter> {
  const { feeItemId } = await getMeteredItem(db, item);
  await checkStandingHome(db, homeId, on);
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  const [state] = await listMeterStates(db, feeItemId, homeId);
  return { feeItemId, state, standing: new Map(state ? [[meterKey(feeItemId, homeId), state]] : []) };
}

/** Takes one reading that was typed; the first of a home makes its meter. */
export const recordReading: Handler<'meters.record'> = async (context, { homeId, item, readOn, valueE4, meterNo = '' }) => {
  const { feeItemId, state, standing } = await findMeter(context, { homeId, item, on: readOn });
  if (state) {
    const same = await findSameReading(context.db, { feeItemId, homeId, readOn, valueE4 });
    if (same) return { readingId: same.readingId, kind: same.kind, usedE4: 0 };
    if (readOn <= state.lastOn) throw new AppError('READING_BEFORE_LAST', { on: readOn, lastOn: state.lastOn });
    if (meterNo !== '' && state.meterNo !== '' && meterNo !== state.meterNo) throw new AppError('METER_NO_DIFFERS', { meterNo, ours: state.meterNo });
    if (valueE4 < state.lastE4) throw new AppError('READING_FALLS', { lastE4: state.lastE4, lastOn: state.lastOn });
  }
  const { readings } = await writeReadings(context, [{ feeItemId, homeId, readOn, valueE4, meterNo, note: '' }], standing, TYPED);
  return { readingId: readings[0]?.readingId ?? 0, kind: state ? 'normal' : 'base', usedE4: state ? valueE4 - state.lastE4 : 0 };
};

/** Ends a home's meter by its final reading and begins the next by its base, on one day. */
export const replaceMeter: Handler<'meters.replace'> = async (context, { homeId, item, on, finalE4, newMeterNo, baseE4 }) => {
  const { feeItemId, state, standing } = await findMeter(context, { homeId, item, on });
  if (!state) throw new AppError('NO_METER', { homeId });
  if (on < state.lastOn) throw new AppError('READING_BEFORE_LAST', { on, lastOn: state.lastOn });
  if (finalE4 < state.lastE4) throw new AppError('READING_FALLS', { lastE4: state.lastE4, lastOn: state.lastOn });
  const { meters } = await writeReadings(context, [{ feeItemId, homeId, readOn: on, valueE4: baseE4, meterNo: newMeterNo, note: '', replaces: { finalE4, baseE4, newMeterNo } }], standing, TYPED);
  return { meterId: meters[0]?.meterId ?? 0, usedE4: finalE4 - state.lastE4 };
};

/**
 * Gives a reading another value by a new row in its place; the old one stays. What a living bill stands on is refused,
 * and so is a value below the reading before; one above the next reading blocks the home's next bill.
 */
export const correctReading: Handler<'meters.correct'> = async ({ db, user, now }, { readingId, valueE4, reason }) => {
  const reading = await findReading(db, readingId);
  if (!reading) throw new AppError('NO_SUCH_READING', { readingId });
  if (reading.correctedBy !== null) throw new AppError('READING_ALREADY_CORRECTED', { readingId, correctedBy: reading.correctedBy });
  const billId = await findBillOfReading(db, reading);
  if (billId !== undefined) throw new AppError('READING_BILLED', { billId });
  const before = await findNeighbour(db, reading, 'before');
  if (before && valueE4 < before.valueE4) throw new AppError('READING_FALLS', { lastE4: before.valueE4, lastOn: before.readOn });
  const { meterId, feeItemId, homeId, place, readOn, kind } = reading;
  const next = await nextMeterIds(db);
  await insertReadings(db, [{ readingId: next.readingId, meterId, feeItemId, homeId, place, readOn, valueE4, kind, replaces: readingId, note: reason }], { source: TYPED, userId: user.userId, userName: user.name, at: now.toISOString() });
  const after = await findNeighbour(db, reading, 'after');
  return { readingId: next.readingId, blockedBy: after && after.valueE4 < valueE4 ? { readingId: after.readingId, readOn: after.readOn, valueE4: after.valueE4 } : null };
};
