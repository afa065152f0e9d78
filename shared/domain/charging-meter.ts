import { splitUnits, type Reading } from './charging-split.ts';
import { splitFen } from './fee-split.ts';
import { divideHalfUp } from './money.ts';

/** Of a month and period: what the meters counted and the grid charged, beside what was sold. Energy is 0.0001 kWh; null where it is not known. */
export type Reconciled = { period: string; metered: number | null; sold: number; lossPermille: number | null; gridEnergy: number | null; gridCostFen: number | null; energyFen: number; serviceFen: number; marginFen: number | null };
export type MeterAlarm = { kind: 'SOLD_ABOVE_METER' | 'CHARGE_ABOVE_GRID'; period: string; /** Energy, or fen, that is too much. */ excess: number; /** Of the devices that one meter feeds. */ meter?: string; devices?: string[] };
/** A reading of a register: '' counts all periods together. Seconds are UTC. */
export type RegisterReading = Reading & { meter: string; period: string };
/** Seconds, half-open. */
export type Span = { from: number; to: number };

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

/** The registers of sub-meters. */
export type Registers = {
  meters: readonly string[]; /** Without ''. */ periods: readonly string[];
  /** What a meter counted of a period; of '' what it counted of all, and one that only counts periods counts their sum. Null unless readings reach to both edges. */
  countOf: (meter: string, period: string, span: Span) => number | null;
  /** The readings that a count rests on: those at or around both edges. */
  readingsOf: (meter: string, period: string, span: Span) => RegisterReading[];
};

/** Sorts readings, each register's rising in time, by their registers. */
export function registersOf(readings: readonly RegisterReading[]): Registers {
  const meters = new Map<string, Map<string, RegisterReading[]>>();
  for (const reading of readings) {
    const own = meters.get(reading.meter) ?? new Map<string, RegisterReading[]>();
    meters.set(reading.meter, own);
    const list = own.get(reading.period);
    if (list) list.push(reading);
    else own.set(reading.period, [reading]);
  }
  /** The registers that count a period of a meter. */
  const countersOf = (meter: string, period: string): (readonly RegisterReading[])[] => {
    const own = meters.get(meter)?.get(period);
    return own || period !== '' ? [own ?? []] : [...(meters.get(meter)?.values() ?? [])];
  };
  return {
    meters: [...meters.keys()], periods: [...new Set(readings.map(({ period }) => period))].filter((period) => period !== ''),
    countOf: (meter, period, { from, to }) => sumKnown(countersOf(meter, period).map((list) => meteredBetween(list, from, to))),
    readingsOf: (meter, period, { from, to }) => countersOf(meter, period).flatMap((list) => { const places = new Set([...around(list, from), ...around(list, to)]); return list.filter((_, place) => places.has(place)); }),
  };
}

function around(list: readonly Reading[], second: number): number[] {
  const after = list.findIndex((reading) => reading.second >= second);
  return after < 0 ? [] : list[after]?.second === second || after === 0 ? [after] : [after - 1, after];
}

/** Null when any part is not known, or there is none. */
export function sumKnown(parts: readonly (number | null)[]): number | null {
  return parts.length === 0 || parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/**
 * What is left of the service fee after the losses, which it alone may bear: the fee less what the grid charged for what was metered and not sold,
 * grid cost × (metered − sold) ÷ grid energy, rounded half up. Null without a meter or a bill; where more was sold than metered nothing was lost.
 * @example serviceMargin({ serviceFen: 540, metered: 200_000, sold: 180_000, gridEnergy: 200_000, gridCostFen: 1800 }) // 360
 */
export function serviceMargin({ serviceFen, metered, sold, gridEnergy, gridCostFen }: Pick<Reconciled, 'serviceFen' | 'metered' | 'sold' | 'gridEnergy' | 'gridCostFen'>): number | null {
  if (metered === null || gridCostFen === null || gridEnergy === null || gridEnergy === 0) return null;
  return serviceFen - Number(divideHalfUp(BigInt(gridCostFen) * BigInt(Math.max(0, metered - sold)), BigInt(gridEnergy)));
}

/** What the devices of one meter came to ('' is of those without one). */
export type MeterGroup = { meter: string; devices: string[]; metered: number | null; sold: number; lossPermille: number | null; energyFen: number; serviceFen: number; gridCostFen: number | null; marginFen: number | null };

/**
 * Gives each group its loss and its share of the grid's bill: by what its meter counted, or by what it sold where no meter tells, by largest remainder. Shares sum to the bill;
 * with no energy anywhere nobody has one.
 */
export function shareGroups(groups: readonly Pick<MeterGroup, 'meter' | 'devices' | 'metered' | 'sold' | 'energyFen' | 'serviceFen'>[], gridCostFen: number | null): MeterGroup[] {
  const weights = groups.map(({ metered, sold }) => metered ?? sold);
  const shares = gridCostFen === null || !weights.some((weight) => weight > 0) ? undefined : splitFen(gridCostFen, weights);
  return groups.map((group, index) => {
    const share = shares?.[index] ?? null;
    return { ...group, lossPermille: lossPermille(group.metered, group.sold), gridCostFen: share, marginFen: share === null ? null : group.energyFen - share };
  });
}

/** More sold by the devices of a meter than it counted. */
export function groupAlarms(groups: readonly MeterGroup[]): MeterAlarm[] {
  return groups.flatMap(({ meter, devices, metered, sold }): MeterAlarm[] => (metered !== null && sold > metered ? [{ kind: 'SOLD_ABOVE_METER', period: '', excess: sold - metered, meter, devices }] : []));
}
