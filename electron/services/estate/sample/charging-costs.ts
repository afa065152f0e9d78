import { listDevices } from '../../../../db/queries/charging-devices.ts';
import { findPlatform, listPlatformDays } from '../../../../db/queries/charging-settlements.ts';
import { listSums } from '../../../../db/queries/charging-sums.ts';
import { listReadings } from '../../../../db/queries/charging-meters.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { addMonths, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { addGridBill } from '../../charging/grid-bill.ts';
import { addMeterReadings } from '../../charging/meters.ts';
import { addSettlement } from '../../charging/settlements.ts';
import type { Random } from './random.ts';

/** Of a thousand: what is metered for what was sold, and what a platform keeps. */
const [METERED, COMMISSION] = [1_046, 10];
const perMille = (units: number, share: number): number => Number(divideHalfUp(BigInt(units) * BigInt(share), 1000n));

/** Reads each sub-meter at the beginning of a month: what it showed a month before, and what was sold since with the losses. */
export async function readMeters(context: Context, month: string): Promise<void> {
  const before = addMonths(month, -1);
  const sold = new Map((await listSums(context.db, 'device', [{ from: before, to: before }], false)).map(({ key, energy }) => [Number(key), energy]));
  const shown = new Map((await listReadings(context.db)).map(({ meter, energy }) => [meter, energy]));
  const meters = new Map<string, number>();
  for (const { meter, deviceId } of await listDevices(context.db)) meters.set(meter, (meters.get(meter) ?? 0) + (sold.get(deviceId) ?? 0));
  for (const [meter, energy] of meters) await addMeterReadings(context, { meter, readings: [{ at: `${firstDay(month)}T00:00`, energy: (shown.get(meter) ?? 0) + perMille(energy, METERED) }] });
}

/** The grid's bill of the month before, by period, at the grid's prices (10⁻⁵ yuan per kWh). */
export async function billGrid(context: Context, month: string, prices: Readonly<Record<string, number>>): Promise<void> {
  const before = addMonths(month, -1);
  const sold = new Map<string, number>();
  for (const { key, energy } of await listSums(context.db, 'period', [{ from: before, to: before }], false)) {
    const period = key.slice(key.indexOf('|') + 1);
    sold.set(period, (sold.get(period) ?? 0) + energy);
  }
  const lines = [...sold].map(([period, energy]) => ({ period, energy: perMille(energy, METERED) })).map((line) => ({ ...line, costFen: Number(divideHalfUp(BigInt(line.energy) * BigInt(prices[line.period] ?? 0), 10_000_000n)) }));
  if (lines.length > 0) await addGridBill(context, { month: before, lines });
}

/** A platform pays the month before, less its commission; `short` lacks an order of one day. */
export async function settlePlatform(context: Context, { platform, month, short }: { platform: string; month: string; short: boolean }, random: Random): Promise<void> {
  const before = addMonths(month, -1);
  const platformId = await findPlatform(context.db, platform);
  if (platformId === undefined) return;
  const days = (await listPlatformDays(context.db, { platformId, from: firstDay(before), to: lastDay(before) })).filter(({ bookedFen }) => bookedFen > 0);
  const lacking = short ? random.below(Math.max(1, days.length)) : -1;
  const lines = days.map(({ on, bookedFen }, index) => ({ on, grossFen: index === lacking ? Math.max(0, bookedFen - 120) : bookedFen })).map((line) => ({ ...line, commissionFen: perMille(line.grossFen, COMMISSION) }));
  if (lines.length > 0) await addSettlement(context, { platform, paidOn: context.today, reference: `JS${context.today.replaceAll('-', '')}`, lines });
}
