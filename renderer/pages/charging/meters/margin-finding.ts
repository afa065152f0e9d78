import type { Output } from '../../../../shared/contract/index.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';

export type MarginMonth = Output<'charging.margin'>['rows'][number];
export const incomeOf = ({ energyFen, serviceFen, extraFen }: Pick<MarginMonth, 'energyFen' | 'serviceFen' | 'extraFen'>): number => energyFen + serviceFen + extraFen;

/** Whether a month sold or counted something that the grid has not billed. */
export function lacksBill({ gridCostFen, energy, metered }: Pick<MarginMonth, 'gridCostFen' | 'energy' | 'metered'>): boolean {
  return gridCostFen === null && (energy > 0 || (metered ?? 0) > 0);
}

export type MarginFinding = { /** Months that lack a bill. */ missing: string[] } & ({ kind: 'none' } | { kind: 'noBill'; incomeFen: number } | { kind: 'left' | 'lost'; count: number; incomeFen: number; costFen: number; netFen: number; /** Of the income, rounded half up. */ share: number });

/** What the months with a bill left, and which lack one: those are in no sum. */
export function marginFinding(months: readonly MarginMonth[]): MarginFinding {
  const missing = months.filter(lacksBill).map(({ month }) => month);
  const billed = months.filter(({ gridCostFen }) => gridCostFen !== null);
  const sum = (list: readonly MarginMonth[], of: (month: MarginMonth) => number): number => list.reduce((total, month) => total + of(month), 0);
  if (billed.length === 0) return missing.length === 0 ? { kind: 'none', missing } : { kind: 'noBill', missing, incomeFen: sum(months, incomeOf) };
  const [incomeFen, costFen] = [sum(billed, incomeOf), sum(billed, ({ gridCostFen, commissionFen, otherFen }) => (gridCostFen ?? 0) + commissionFen + otherFen)];
  const netFen = incomeFen - costFen;
  return { kind: netFen < 0 ? 'lost' : 'left', missing, count: billed.length, incomeFen, costFen, netFen, share: incomeFen === 0 ? 0 : Number(divideHalfUp(BigInt(netFen) * 100n, BigInt(incomeFen))) };
}
