import { splitFen } from './fee-split.ts';
import { splitSession, splitUnits, type SessionFacts, type SplitLine, type SplitMethod } from './charging-split.ts';
import type { ReadyTariff, TariffTerms } from './charging-tariff.ts';

/** A line of a bill: energy in 0.0001 kWh, its share of the energy charge and of the service fee. */
export type BillLine = SplitLine & { energyFen: number; serviceFen: number };
/** Idle (staying plugged in when full) and parking while charging, each a line of its own. */
export type ExtraLine = { kind: 'idle' | 'parking'; minutes: number; amountFen: number };
export type SessionBill = { method: SplitMethod; lines: BillLine[]; energyFen: number; serviceFen: number; extras: ExtraLine[]; extraFen: number; totalFen: number };

/** 0.0001 kWh × 10⁻⁵ yuan per kWh is 10⁻⁹ yuan: 10⁷ of them are a fen. */
const PER_FEN = 10_000_000;
/** 0.0001 kWh in a second are 360 W. */
export const WATT_SECONDS = 360;
const HOUR = 3600;

/** Divides whole numbers and rounds once, half up; both are not negative, and the numerator is below 2⁵². */
function halfUp(numerator: number, denominator: number): number {
  const rest = numerator % denominator;
  return (numerator - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
}

/**
 * A session's bill by a tariff (domain: charging): the energy charge is Σ units × price, rounded half up once, and so is the service fee;
 * the start fee is service; a minimum raises the service fee only, a cap lowers it first. Lines are their shares by largest remainder, and sum to them.
 * `unpluggedAt` is when a full car left. Throws what `splitSession` does.
 * @example priceSession(ready, { from: at('21:50'), to: at('23:05'), energy: 80_000 }) // energyFen 359, serviceFen 240
 */
export function priceSession(tariff: ReadyTariff, session: SessionFacts, unpluggedAt?: number): SessionBill {
  const { terms } = tariff;
  const { method, lines } = splitSession(tariff, session);
  const seconds = session.to - session.from;
  const charged = chargedBy(terms, lines, seconds, session.energy);
  const { energyFen, serviceFen } = withinLimits(terms, charged.energyFen, charged.serviceFen + terms.startFen);
  const extras = extrasOf(terms, seconds, unpluggedAt === undefined ? 0 : unpluggedAt - session.to);
  let extraFen = 0;
  for (const { amountFen } of extras) extraFen += amountFen;
  return { method, lines: billLines(lines, energyFen, serviceFen), energyFen, serviceFen, extras, extraFen, totalFen: energyFen + serviceFen + extraFen };
}

/** What prices alone come to, before a start fee, a minimum and a cap. */
function chargedBy(terms: TariffTerms, lines: readonly SplitLine[], seconds: number, energy: number): { energyFen: number; serviceFen: number } {
  return terms.basis === 'energy' ? { energyFen: sumOf(lines, 'energyPrice'), serviceFen: sumOf(lines, 'servicePrice') } : { energyFen: 0, serviceFen: priceOfTime(terms, seconds, energy) };
}

/** How a bill's energy charge and service fee follow from the prices: the start fee is added, a minimum raises the service fee, a cap takes off. Each is 0 where it changed nothing. */
export type BillSteps = { energyFen: number; serviceFen: number; startFen: number; raisedFen: number; cutFen: number };

/** The steps of a bill, for those who ask; lines are the bill's own. Energy and service by price + start + raised − cut is what was billed. */
export function stepsOf(terms: TariffTerms, lines: readonly SplitLine[], seconds: number, energy: number): BillSteps {
  const { energyFen, serviceFen } = chargedBy(terms, lines, seconds, energy);
  const { startFen, minimumFen, capFen } = terms;
  const raisedFen = Math.max(0, minimumFen - energyFen - serviceFen - startFen);
  const cutFen = capFen === null ? 0 : Math.max(0, energyFen + serviceFen + startFen + raisedFen - capFen);
  return { energyFen, serviceFen, startFen, raisedFen, cutFen };
}

function sumOf(lines: readonly SplitLine[], price: 'energyPrice' | 'servicePrice'): number {
  let sum = 0;
  for (const line of lines) sum += line.energy * line[price];
  return halfUp(sum, PER_FEN);
}

/** What history charged by the hour, at the tier of the average power: no energy charge can be told apart. */
function priceOfTime({ tiers }: TariffTerms, seconds: number, energy: number): number {
  const tier = tiers.find(({ uptoW }) => uptoW === null || energy * WATT_SECONDS <= uptoW * seconds) ?? tiers.at(-1);
  return halfUp(seconds * (tier?.hourFen ?? 0), HOUR);
}

function withinLimits({ minimumFen, capFen }: TariffTerms, energyFen: number, serviceFen: number): { energyFen: number; serviceFen: number } {
  const raised = Math.max(serviceFen, minimumFen - energyFen);
  if (capFen === null || energyFen + raised <= capFen) return { energyFen, serviceFen: raised };
  return { energyFen: Math.min(energyFen, capFen), serviceFen: Math.max(0, capFen - energyFen) };
}

function extrasOf({ idleFen, idleGraceMinutes, parkingFen, parkingFreeMinutes }: TariffTerms, seconds: number, idleSeconds: number): ExtraLine[] {
  const extras: ExtraLine[] = [];
  const idle = Math.ceil(idleSeconds / 60) - idleGraceMinutes;
  if (idleFen > 0 && idle > 0) extras.push({ kind: 'idle', minutes: idle, amountFen: idle * idleFen });
  const parked = Math.ceil(seconds / 60) - parkingFreeMinutes;
  if (parkingFen > 0 && parked > 0) extras.push({ kind: 'parking', minutes: parked, amountFen: Math.ceil(parked / 60) * parkingFen });
  return extras;
}

function billLines(lines: readonly SplitLine[], energyFen: number, serviceFen: number): BillLine[] {
  const [only] = lines;
  if (only && lines.length === 1) return [billLine(only, energyFen, serviceFen)];
  const shares = (fen: number, price: 'energyPrice' | 'servicePrice'): number[] => {
    const weights = lines.map((line) => line.energy * line[price]);
    // Free energy: a minimum is shared as the energy is.
    return shareFen(fen, weights.some((weight) => weight > 0) ? weights : lines.map(({ energy }) => energy));
  };
  const [energy, service] = [shares(energyFen, 'energyPrice'), shares(serviceFen, 'servicePrice')];
  return lines.map((line, index) => billLine(line, energy[index] ?? 0, service[index] ?? 0));
}

const billLine = ({ code, energyPrice, servicePrice, energy }: SplitLine, energyFen: number, serviceFen: number): BillLine => ({ code, energyPrice, servicePrice, energy, energyFen, serviceFen });

const EXACT = 2 ** 52;

/** Fen by weights that can be 10⁻⁹ yuan: where their product passes 2⁵² it is taken in BigInt. */
function shareFen(fen: number, weights: readonly number[]): number[] {
  let most = 0;
  for (const weight of weights) most += weight;
  return fen * most < EXACT ? splitUnits(fen, weights) : splitFen(fen, weights);
}
