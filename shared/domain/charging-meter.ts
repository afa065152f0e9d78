import { splitUnits, type Reading } from './charging-split.ts';

/** Of a month and period: what the meters counted and the grid charged, beside what was sold. Energy is 0.0001 kWh; null where it is not known. */
export type Reconciled = { period: string; metered: number | null; sold: number; lossPermille: number | null; gridEnergy: number | null; gridCostFen: number | null; energyFen: number; serviceFen: number; marginFen: number | null };
export type MeterAlarm = { kind: 'SOLD_ABOVE_METER' | 'CHARGE_ABOVE_GRID'; period: string; /** Energy, or fen, that is too much. */ excess: number };

/**
 * What a register counted from one second to another: between the readings around an edge it is split by seconds. Readings rise in time.
 * Null unless readings reach to both edges.
 * @example meteredBetween([{ second: 0, energy: 0 }, { second: 100, energy: 1000 }], 25, 75) // 500
 */
export function meteredBetween(readings: readonly Reading[], from: number, to: number): number | null {
  const [begin, end] = [countAt(readings, from), countAt(readings, to)];
  return begin === null || end === null ? null : end - begin;
}

function countAt(readings: readonly Reading[], second: number): number | null {
  const after = readings.findIndex((reading) => reading.second >= second);
  const [last, next] = [readings[after - 1], readings[after]];
  if (!next) return null;
  if (next.second === second) return next.energy;
  if (!last) return null;
  return last.energy + (splitUnits(next.energy - last.energy, [second - last.second, next.second - second])[0] ?? 0);
}

/** Permille of what the meter counted that nobody was billed for, rounded down; null without a count. */
export function lossPermille(metered: number | null, sold: number): number | null {
  return metered === null || metered === 0 ? null : Math.floor(((metered - sold) * 1000) / metered);
}

/**
 * Alarms of a month: more sold than metered, and an energy charge above what the grid charged for the energy sold (转供电).
 * The comparison of prices is exact: charge × grid energy against grid cost × energy sold.
 */
export function meterAlarms(rows: readonly Reconciled[]): MeterAlarm[] {
  return rows.flatMap(({ period, metered, sold, gridEnergy, gridCostFen, energyFen }): MeterAlarm[] => {
    const above: MeterAlarm[] = metered !== null && sold > metered ? [{ kind: 'SOLD_ABOVE_METER', period, excess: sold - metered }] : [];
    if (gridEnergy === null || gridCostFen === null || gridEnergy === 0) return above;
    const [charged, cost] = [BigInt(energyFen) * BigInt(gridEnergy), BigInt(gridCostFen) * BigInt(sold)];
    return charged > cost ? [...above, { kind: 'CHARGE_ABOVE_GRID', period, excess: Number((charged - cost) / BigInt(gridEnergy)) }] : above;
  });
}
