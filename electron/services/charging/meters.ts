import { needMeter } from '../../../db/queries/charging-devices.ts';
import { insertGridBill, insertReadings, listGridBill, listReadings, type ReadingRow } from '../../../db/queries/charging-meters.ts';
import { listSums } from '../../../db/queries/charging-sums.ts';
import { momentOfSecond, secondOf } from '../../../shared/domain/cell-moment.ts';
import { lossPermille, meterAlarms, meteredBetween, type Reconciled } from '../../../shared/domain/charging-meter.ts';
import { addMonths, firstDay, LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { secondOfLocal } from './quote.ts';

export const addMeterReadings: Handler<'charging.addMeterReadings'> = async ({ db, user, now }, { meter, readings }) => {
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const meterId = (await needMeter(db, meter, by.at)) ?? 0;
  const known = await listReadings(db, meterId);
  const given = readings.map(({ at, energy, period = '' }) => ({ meter, period, energy, second: secondOfLocal(at) - LOCAL_SECONDS }));
  const ahead = given.find(({ second }) => second * 1000 > now.getTime());
  if (ahead) throw new AppError('METER_READING_FUTURE', { meter, at: localText(ahead.second) });
  const fresh: typeof given = [];
  for (const one of given) {
    const same = [...known, ...fresh].find(({ period, second }) => period === one.period && second === one.second);
    if (same && same.energy !== one.energy) throw new AppError('METER_READING_DIFFERS', { meter, at: localText(one.second), ours: same.energy, given: one.energy });
    if (!same) fresh.push(one);
  }
  checkRising(meter, [...known, ...fresh]);
  await insertReadings(db, meterId, fresh, by);
  return { added: fresh.length, unchanged: given.length - fresh.length };
};

/** Throws METER_READING_FALLS. */
function checkRising(meter: string, list: readonly ReadingRow[]): void {
  const sorted = list.toSorted((one, other) => (one.period === other.period ? one.second - other.second : one.period < other.period ? -1 : 1));
  sorted.forEach((one, index) => {
    const before = sorted[index - 1];
    if (before?.period === one.period && one.energy < before.energy) throw new AppError('METER_READING_FALLS', { meter, at: localText(one.second), energy: one.energy, before: before.energy });
  });
}

const localText = (second: number): string => momentOfSecond(second + LOCAL_SECONDS);

export const addGridBill: Handler<'charging.addGridBill'> = async ({ db, user, now }, { month, lines }) => {
  const named = lines.map(({ period = '', energy, costFen }) => ({ period, energy, costFen }));
  const twice = named.find(({ period }, index) => named.findIndex((one) => one.period === period) !== index);
  if (twice) throw new AppError('GRID_BILL_TWICE', { month, period: twice.period });
  return { version: await insertGridBill(db, month, named, { userId: user.userId, userName: user.name, at: now.toISOString() }) };
};

export const reconcile: Handler<'charging.reconcile'> = async ({ db }, { month }) => {
  const [from, to] = [firstDay(month), firstDay(addMonths(month, 1))].map((day) => secondOf(`${day} 00:00:00`) - LOCAL_SECONDS) as [number, number];
  const readings = await listReadings(db);
  const grid = await listGridBill(db, month);
  const sold = await listSums(db, 'period', [{ from: month, to: month }], false);
  const soldOf = (period: string) => sold.filter(({ key }) => period === '' || key.slice(key.indexOf('|') + 1) === period);
  const meters = [...new Set(readings.map(({ meter }) => meter))];
  const countOf = (meter: string, period: string): number | null => {
    const own = readings.filter((one) => one.meter === meter && one.period === period);
    if (own.length > 0 || period !== '') return meteredBetween(own, from, to);
    // A meter that only counts periods counts their sum.
    return sumKnown([...new Set(readings.filter((one) => one.meter === meter).map((one) => one.period))].map((part) => countOf(meter, part)));
  };
  const gridOf = (period: string): { energy: number; costFen: number } | undefined => grid.find((line) => line.period === period) ?? (period === '' && grid.length > 0 ? { energy: grid.reduce((sum, { energy }) => sum + energy, 0), costFen: grid.reduce((sum, { costFen }) => sum + costFen, 0) } : undefined);
  const rowOf = (period: string): Reconciled => {
    const [metered, parts, bill] = [sumKnown(meters.map((meter) => countOf(meter, period))), soldOf(period), gridOf(period)];
    const sum = (field: 'energy' | 'energyFen' | 'serviceFen') => parts.reduce((total, part) => total + part[field], 0);
    const [energy, energyFen] = [sum('energy'), sum('energyFen')];
    return { period, metered, sold: energy, lossPermille: lossPermille(metered, energy), gridEnergy: bill?.energy ?? null, gridCostFen: bill?.costFen ?? null, energyFen, serviceFen: sum('serviceFen'), marginFen: bill ? energyFen - bill.costFen : null };
  };
  const periods = [...new Set([...sold.map(({ key }) => key.slice(key.indexOf('|') + 1)), ...readings.map(({ period }) => period), ...grid.map(({ period }) => period)])].filter((period) => period !== '').sort();
  const list = [...periods, ''].map(rowOf);
  return {
    rows: list, alarms: meterAlarms(list),
    meters: meters.map((meter) => { const last = readings.findLast((one) => one.meter === meter); return { meter, lastAt: last ? localText(last.second) : null, lastEnergy: last?.energy ?? null, metered: countOf(meter, '') }; }),
  };
};

/** Null when any part is not known, or there is none. */
function sumKnown(parts: readonly (number | null)[]): number | null {
  return parts.length === 0 || parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
