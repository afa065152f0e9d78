import { divideHalfUp, fen, type Fen } from './money.ts';
import { addMonths } from './period.ts';

/** What a simulated year stands on: today's market price, and the spaces and leases of common spaces today. */
export type SimulationBasis = { marketFen: number; commonSpaces: number; residentLeases: number };
/** What is tried: prices of a month, and the share of common spaces let by day in millionths. */
export type SimulatedPrices = { residentFen: number; daytimeFen: number; shareE6: number };
export type YearOfParking = { daytime: Fen; subsidy: Fen; left: Fen };

const YEAR_MONTHS = 12;
const WHOLE = 1_000_000;

/**
 * A share of 0 to 1 as millionths, half up: the only place where the fraction that a person moves is not whole.
 * @example shareE6Of(0.425) // 425000
 */
export function shareE6Of(share: number): number {
  return Math.floor(share * WHOLE + 0.5);
}

/** Millionths as the fraction that the contract carries. */
export function shareOf(shareE6: number): number {
  return shareE6 / WHOLE;
}

/** `part` of `whole` as millionths, half up; 0 of nothing. */
export function shareE6(part: number, whole: number): number {
  return whole === 0 ? 0 : Number(divideHalfUp(BigInt(part) * BigInt(WHOLE), BigInt(whole)));
}

/**
 * The spaces that a share of the common ones is, half up.
 * @example spacesLet(425000, 100) // 43
 */
export function spacesLet(shareInMillionths: number, commonSpaces: number): number {
  return Number(divideHalfUp(BigInt(shareInMillionths) * BigInt(commonSpaces), BigInt(WHOLE)));
}

/** A month at given prices in fen: spaces let × daytime price, resident leases × what the market price is above theirs (never below 0), and what is left of the one after the other. */
export function simulateMonth({ marketFen, commonSpaces, residentLeases }: SimulationBasis, { residentFen, daytimeFen, shareE6: share }: SimulatedPrices): YearOfParking {
  const daytime = fen(BigInt(spacesLet(share, commonSpaces)) * BigInt(daytimeFen));
  const subsidy = fen(BigInt(residentLeases) * BigInt(Math.max(0, marketFen - residentFen)));
  return { daytime, subsidy, left: fen(daytime - subsidy) };
}

/**
 * Twelve such months.
 * @example simulateYear({ marketFen: 20000, commonSpaces: 100, residentLeases: 80 }, { residentFen: 5000, daytimeFen: 30000, shareE6: 500000 }) // { daytime: 18000000, subsidy: 14400000, left: 3600000 }
 */
export function simulateYear(basis: SimulationBasis, prices: SimulatedPrices): YearOfParking {
  const { daytime, subsidy, left } = simulateMonth(basis, prices);
  return { daytime: fen(daytime * YEAR_MONTHS), subsidy: fen(subsidy * YEAR_MONTHS), left: fen(left * YEAR_MONTHS) };
}

/** The twelve months after one, for a picture of the year. */
export function monthsAfter(month: string): string[] {
  return Array.from({ length: YEAR_MONTHS }, (_, index) => addMonths(month, index + 1));
}
