import { endMeters, insertMeters, insertReadings, nameMeters, nextMeterIds, type NewMeter, type NewReading } from '../../../db/queries/meters.ts';
import type { ReadingWrite } from '../../../shared/domain/meter-plan.ts';
import type { Context } from '../../context.ts';
import { meterKey } from './plan-readings.ts';

type Standing = { meterId: number; meterNo: string };
type Written = { meters: NewMeter[]; ended: { meterId: number; on: string }[]; named: Standing[]; readings: NewReading[] };

/**
 * Stores readings in the order given, which is that of their days in each home: a base makes the meter, a replacement
 * ends the old one by its final reading and begins the new one by its base. Answers what was written, numbers and all.
 */
export async function writeReadings({ db, user, now }: Context, writes: readonly ReadingWrite[], standing: ReadonlyMap<string, Standing>, source: string): Promise<Written> {
  const written = layOut(writes, standing, await nextMeterIds(db));
  // Only one meter of a home and item stands at a time: the old one ends before the new one begins.
  await endMeters(db, written.ended);
  await insertMeters(db, written.meters);
  await nameMeters(db, written.named);
  await insertReadings(db, written.readings, { source, userId: user.userId, userName: user.name, at: now.toISOString() });
  return written;
}

function layOut(writes: readonly ReadingWrite[], standing: ReadonlyMap<string, Standing>, next: { meterId: number; readingId: number }): Written {
  const written: Written = { meters: [], ended: [], named: [], readings: [] };
  const begun = new Map<string, NewMeter>();
  const read = ({ feeItemId, homeId, readOn, note }: ReadingWrite, meterId: number, kind: NewReading['kind'], valueE4: number): void => {
    const readingId = next.readingId++;
    written.readings.push({ readingId, meterId, feeItemId, homeId, place: readingId, readOn, valueE4, kind, replaces: null, note });
  };
  const begin = ({ feeItemId, homeId, readOn }: ReadingWrite, meterNo: string): number => {
    const meter = { meterId: next.meterId++, feeItemId, homeId, meterNo, fromOn: readOn, toOn: null };
    written.meters.push(meter);
    begun.set(meterKey(feeItemId, homeId), meter);
    return meter.meterId;
  };
  for (const write of writes) {
    const key = meterKey(write.feeItemId, write.homeId);
    const young = begun.get(key);
    const meter = young ?? standing.get(key);
    if (!meter) {
      read(write, begin(write, write.meterNo), 'base', write.valueE4);
    } else if (write.replaces) {
      read(write, meter.meterId, 'final', write.replaces.finalE4);
      if (young) young.toOn = write.readOn;
      else written.ended.push({ meterId: meter.meterId, on: write.readOn });
      const meterId = begin(write, write.replaces.newMeterNo);
      read(write, meterId, 'base', write.replaces.baseE4);
      if (write.valueE4 !== write.replaces.baseE4) read(write, meterId, 'normal', write.valueE4);
    } else {
      read(write, meter.meterId, 'normal', write.valueE4);
      if (meter.meterNo === '' && write.meterNo !== '') written.named.push({ meterId: meter.meterId, meterNo: write.meterNo });
    }
  }
  return written;
}
