import { AppError } from '../errors.ts';
import { momentOfSecond } from './cell-moment.ts';
import { lineAt, type PriceLine, type ReadyTariff } from './charging-tariff.ts';

/** How a session's energy was parted, the surest way first (domain: reported, metered, uniform, prorata). */
export const splitMethods = ['reported', 'metered', 'uniform', 'prorata'] as const;
export type SplitMethod = (typeof splitMethods)[number];

/** A register: its count at a local second, in 0.0001 kWh. */
export type Reading = { second: number; energy: number };
/** Local seconds since 1970, half-open, and energy in 0.0001 kWh. A session lasts seven days at most and draws less than 200,000 kWh, so that every product below is exact in a double. */
export type Drawn = { from: number; to: number; energy: number };
export type SplitLine = PriceLine & { energy: number };
export type SessionFacts = Drawn & { readings?: readonly Reading[] | undefined; /** By code, as the platform has it. */ reported?: readonly { code: string; energy: number }[] | undefined };

export const LONGEST_SECONDS = 7 * 86_400;
export const MOST_ENERGY = 2_000_000_000;

/**
 * Parts units by weights with the largest remainder: the parts sum to them, ties go to the earlier part. With no weight at all the first takes everything.
 * @example splitUnits(80_000, [600, 3900]) // [10_667, 69_333]
 */
export function splitUnits(units: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [units];
  let total = 0;
  for (const weight of weights) total += weight;
  if (total === 0) return weights.map((_, index) => (index === 0 ? units : 0));
  const rests = weights.map((weight) => (units * weight) % total);
  const parts = weights.map((weight, index) => (units * weight - (rests[index] ?? 0)) / total);
  let left = units;
  for (const part of parts) left -= part;
  for (; left > 0; left -= 1) {
    let most = 0;
    for (let index = 1; index < rests.length; index += 1) if ((rests[index] ?? 0) > (rests[most] ?? 0)) most = index;
    parts[most] = (parts[most] ?? 0) + 1;
    rests[most] = -1;
  }
  return parts;
}

/** Seconds in each line of a tariff from one second to another, the lines in the order in which they begin. */
export function secondsByLine(tariff: ReadyTariff, from: number, to: number): { line: number; seconds: number }[] {
  const found: { line: number; seconds: number }[] = [];
  for (let second = from; second < to;) {
    const { line, ends } = lineAt(tariff, second);
    const until = ends < to ? ends : to;
    const known = found.find((one) => one.line === line);
    if (known) known.seconds += until - second;
    else found.push({ line, seconds: until - second });
    second = until;
  }
  return found;
}

/**
 * Parts a session's energy over a tariff's lines; parts sum to it. The first way that applies: what the platform reports, if it sums to the total
 * and each code has one price; register readings (an interval across an edge by seconds); one price; seconds.
 * Throws REGISTER_OUTSIDE, REGISTER_TIME_FALLS, REGISTER_FALLS, REGISTER_ABOVE_TOTAL.
 * @example splitSession(ready, { from: at('21:50'), to: at('23:05'), energy: 80_000 }) // flat 10_667, valley 69_333
 */
export function splitSession(tariff: ReadyTariff, session: SessionFacts): { method: SplitMethod; lines: SplitLine[] } {
  const reported = splitReported(tariff, session);
  if (reported) return { method: 'reported', lines: reported };
  if (session.readings && session.readings.length > 0) return { method: 'metered', lines: splitMetered(tariff, session, session.readings) };
  const times = secondsByLine(tariff, session.from, session.to);
  const lines = linesOf(tariff, times.map(({ line }) => line), splitUnits(session.energy, times.map(({ seconds }) => seconds)));
  const [first] = lines;
  const uniform = lines.every(({ energyPrice, servicePrice }) => energyPrice === first?.energyPrice && servicePrice === first.servicePrice);
  return { method: uniform ? 'uniform' : 'prorata', lines };
}

function linesOf({ lines }: ReadyTariff, places: readonly number[], parts: readonly number[]): SplitLine[] {
  return places.map((place, index) => { const line = lines[place]; return { code: line?.code ?? '', energyPrice: line?.energyPrice ?? 0, servicePrice: line?.servicePrice ?? 0, energy: parts[index] ?? 0 }; });
}

/** The platform's columns: undefined when they do not sum to the total, name a code that the tariff lacks, or one of several prices in this session. */
function splitReported(tariff: ReadyTariff, { from, to, energy, reported }: SessionFacts): SplitLine[] | undefined {
  if (!reported || reported.length === 0) return undefined;
  const drawn = reported.filter((part) => part.energy !== 0);
  if (drawn.some((part) => part.energy < 0) || drawn.reduce((sum, part) => sum + part.energy, 0) !== energy) return undefined;
  const times = secondsByLine(tariff, from, to);
  const parts = new Map<number, number>();
  for (const { code, energy: part } of drawn) {
    // A platform's clock may differ by a minute: a code in which the session spent no second is taken as long as it has one price.
    const within = times.filter(({ line }) => tariff.lines[line]?.code === code).map(({ line }) => line);
    const places = within.length > 0 ? within : tariff.lines.flatMap((line, place) => (line.code === code ? [place] : []));
    const [place] = places;
    if (place === undefined || places.length > 1) return undefined;
    parts.set(place, (parts.get(place) ?? 0) + part);
  }
  return linesOf(tariff, [...parts.keys()], [...parts.values()]);
}

/** Readings count from the session's start, or from what the register showed at it. */
function splitMetered(tariff: ReadyTariff, session: Drawn, readings: readonly Reading[]): SplitLine[] {
  const parts = new Map<number, number>();
  for (const { from, to, energy } of intervalsOf(session, readings)) {
    const times = secondsByLine(tariff, from, to);
    splitUnits(energy, times.map(({ seconds }) => seconds)).forEach((part, index) => {
      const line = times[index]?.line ?? 0;
      parts.set(line, (parts.get(line) ?? 0) + part);
    });
  }
  return linesOf(tariff, [...parts.keys()], [...parts.values()]);
}

function intervalsOf({ from, to, energy }: Drawn, readings: readonly Reading[]): Drawn[] {
  const [first] = readings;
  const base = first?.second === from ? first.energy : 0;
  const inside = readings.slice(first?.second === from ? 1 : 0);
  const intervals: Drawn[] = [];
  let last: Reading = { second: from, energy: base };
  for (const reading of inside) {
    if (reading.second < from || reading.second > to) throw new AppError('REGISTER_OUTSIDE', { at: momentOfSecond(reading.second) });
    if (reading.second <= last.second) throw new AppError('REGISTER_TIME_FALLS', { at: momentOfSecond(reading.second), before: momentOfSecond(last.second) });
    if (reading.energy < last.energy) throw new AppError('REGISTER_FALLS', { at: momentOfSecond(reading.second), energy: reading.energy, before: last.energy });
    intervals.push({ from: last.second, to: reading.second, energy: reading.energy - last.energy });
    last = reading;
  }
  const end = base + energy;
  if (last.energy > end || (last.second === to && last.energy !== end)) throw new AppError('REGISTER_ABOVE_TOTAL', { at: momentOfSecond(last.second), energy: last.energy - base, total: energy });
  if (last.second < to) intervals.push({ from: last.second, to, energy: end - last.energy });
  return intervals;
}
