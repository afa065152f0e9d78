import { splitFen } from './fee-split.ts';

/** What a period has of a session; differences of it are signed. */
export type PeriodPart = { code: string; energy: number; energyFen: number; serviceFen: number };
/** What stands of a session: its periods, each once, and idle and parking. */
export type Standing = { parts: readonly PeriodPart[]; extraFen: number };
/** A difference of a session: of its periods, and together. */
export type Difference = { parts: readonly PeriodPart[]; energy: number; energyFen: number; serviceFen: number; extraFen: number };

/** Sums parts by their period, in the order in which the periods first come; what came to nothing stays. */
export function sumParts(list: readonly PeriodPart[]): PeriodPart[] {
  const found = new Map<string, PeriodPart>();
  for (const part of list) {
    const known = found.get(part.code) ?? { code: part.code, energy: 0, energyFen: 0, serviceFen: 0 };
    found.set(part.code, { code: part.code, energy: known.energy + part.energy, energyFen: known.energyFen + part.energyFen, serviceFen: known.serviceFen + part.serviceFen });
  }
  return [...found.values()];
}

export function standingFen({ parts, extraFen }: Standing): number {
  return parts.reduce((sum, part) => sum + part.energyFen + part.serviceFen, extraFen);
}

const differs = ({ energy, energyFen, serviceFen }: PeriodPart): boolean => energy !== 0 || energyFen !== 0 || serviceFen !== 0;

function differenceOf(parts: readonly PeriodPart[], extraFen: number): Difference {
  const sum = (field: 'energy' | 'energyFen' | 'serviceFen') => parts.reduce((total, part) => total + part[field], 0);
  return { parts: parts.filter(differs), energy: sum('energy'), energyFen: sum('energyFen'), serviceFen: sum('serviceFen'), extraFen };
}

/** What is to be added to what stands so that a new bill stands. */
export function correctionOf(standing: Standing, bill: Standing): Difference {
  const taken = standing.parts.map(({ code, energy, energyFen, serviceFen }) => ({ code, energy: minus(energy), energyFen: minus(energyFen), serviceFen: minus(serviceFen) }));
  return differenceOf(sumParts([...bill.parts, ...taken]), bill.extraFen - standing.extraFen);
}

/**
 * Gives back a part of what stands, never more: the service fee first, then idle and parking, the energy charge last, since that is the grid's. Each is parted over the periods by what stands of it.
 * @example refundOf({ parts: [{ code: 'flat', energy: 10_667, energyFen: 97, serviceFen: 32 }, …], extraFen: 0 }, 300)
 */
export function refundOf({ parts, extraFen }: Standing, amountFen: number): Difference {
  const total = (field: 'energyFen' | 'serviceFen') => parts.reduce((sum, part) => sum + part[field], 0);
  const service = Math.min(amountFen, total('serviceFen'));
  const extra = Math.min(amountFen - service, extraFen);
  const shares = (fen: number, field: 'energyFen' | 'serviceFen'): number[] => splitFen(fen, parts.map((part) => part[field]));
  const [services, energies] = [shares(service, 'serviceFen'), shares(amountFen - service - extra, 'energyFen')];
  return differenceOf(parts.map(({ code }, index) => ({ code, energy: 0, energyFen: minus(energies[index]), serviceFen: minus(services[index]) })), minus(extra));
}

/** Zero has no sign. */
const minus = (fen = 0): number => (fen === 0 ? 0 : -fen);
