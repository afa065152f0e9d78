import { firstDay } from '../../../../shared/domain/period.ts';
import type { ReadingWrite } from '../../../../shared/domain/meter-plan.ts';
import type { Context } from '../../../context.ts';
import { meterKey } from '../../meters/plan-readings.ts';
import { correctReading } from '../../meters/record-reading.ts';
import { writeReadings } from '../../meters/write-readings.ts';
import type { HomeAccount } from './accounts.ts';
import type { Random } from './random.ts';

/** The water meters as they stand, by `meterKey`. */
export type WaterMeters = Map<string, { meterId: number; meterNo: string; valueE4: number }>;

/** m³ in 0.0001. */
const CUBIC_METRE = 10_000;
/** Months before the last in which a meter is replaced, and in which one is read wrongly and put right. */
const REPLACED = new Set([4, 3, 1]);
const MISREAD = 2;

type Reading = { waterId: number; month: string; ago: number; homes: readonly HomeAccount[]; meters: WaterMeters };

/** Takes a month's readings of sold homes as their meters send them on its first day; the first of a home is its base. */
export async function readWater(context: Context, random: Random, { waterId, month, ago, homes, meters }: Reading): Promise<void> {
  const readOn = firstDay(month);
  const standing = homes.filter(({ homeId }) => meters.has(meterKey(waterId, homeId)));
  const replaced = REPLACED.has(ago) && standing.length > 0 ? random.pick(standing) : undefined;
  const misread = ago === MISREAD && standing.length > 0 ? random.pick(standing) : undefined;
  const writes = homes.map((account) => writeOf(random, { waterId, readOn, account, meters, isReplaced: account === replaced }));
  const wrong = writes.find(({ homeId, replaces }) => homeId === misread?.homeId && !replaces);
  const rightE4 = wrong?.valueE4 ?? 0;
  if (wrong) wrong.valueE4 += 90 * CUBIC_METRE;
  const written = await writeReadings(context, writes, meters, `远传水表-${readOn}.xlsx`);
  for (const { meterId, homeId, meterNo } of written.meters) meters.set(meterKey(waterId, homeId), { meterId, meterNo, valueE4: 0 });
  for (const { feeItemId, homeId, valueE4 } of written.readings) {
    const meter = meters.get(meterKey(feeItemId, homeId));
    if (meter) meter.valueE4 = valueE4;
  }
  if (!wrong) return;
  const reading = written.readings.find(({ homeId }) => homeId === wrong.homeId);
  await correctReading(context, { readingId: reading?.readingId ?? 0, valueE4: rightE4, reason: '十位看错，已到现场复核' });
  const meter = meters.get(meterKey(waterId, wrong.homeId));
  if (meter) meter.valueE4 = rightE4;
}

type Write = { waterId: number; readOn: string; account: HomeAccount; meters: WaterMeters; isReplaced: boolean };

function writeOf(random: Random, { waterId, readOn, account: { homeId, home }, meters, isReplaced }: Write): ReadingWrite {
  const meter = meters.get(meterKey(waterId, homeId));
  const used = home.status === 'vacant' ? random.below(3) : 5 + random.below(16);
  const facts = { feeItemId: waterId, homeId, readOn, note: '' };
  if (!meter) return { ...facts, valueE4: (20 + random.below(900)) * CUBIC_METRE, meterNo: `DY${random.digits(8)}` };
  const valueE4 = meter.valueE4 + used * CUBIC_METRE;
  if (!isReplaced) return { ...facts, valueE4, meterNo: '' };
  return { ...facts, valueE4: 0, meterNo: '', replaces: { finalE4: valueE4, baseE4: 0, newMeterNo: `DY${random.digits(8)}` } };
}
