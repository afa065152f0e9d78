import { sumFen } from '../../../../shared/domain/money.ts';

export type SubsidyFinding = { kind: 'none' | 'covered' | 'short' | 'noSubsidy'; /** What is left, or missing; never below 0. */ leftFen: number };

/** What the months of the subsidy account say together: whether what daytime and others brought pays for the subsidy. */
export function subsidyFinding(months: readonly { daytimeFen: number; otherFen: number; residentPaidFen: number; subsidyFen: number; leftFen: number }[]): SubsidyFinding {
  const leftFen = sumFen(months.map((month) => month.leftFen));
  if (months.every((month) => month.daytimeFen === 0 && month.otherFen === 0 && month.subsidyFen === 0)) return { kind: 'none', leftFen: 0 };
  if (months.every((month) => month.subsidyFen === 0)) return { kind: 'noSubsidy', leftFen };
  return leftFen < 0 ? { kind: 'short', leftFen: -leftFen } : { kind: 'covered', leftFen };
}

export type SimulationFinding = { kind: 'same' | 'sameShort' | 'moreLeft' | 'lessLeft' | 'moreShort' | 'lessShort' | 'turnsShort' | 'turnsLeft'; leftFen: number; presentFen: number; differenceFen: number };

/** What is left of a year that is tried beside the present one; amounts without their sign, which the kind carries. */
export function simulationFinding(presentFen: number, triedFen: number): SimulationFinding {
  const amounts = { leftFen: Math.abs(triedFen), presentFen: Math.abs(presentFen), differenceFen: Math.abs(triedFen - presentFen) };
  if (presentFen === triedFen) return { kind: triedFen < 0 ? 'sameShort' : 'same', ...amounts };
  if (presentFen >= 0 && triedFen < 0) return { kind: 'turnsShort', ...amounts };
  if (presentFen < 0 && triedFen >= 0) return { kind: 'turnsLeft', ...amounts };
  if (triedFen >= 0) return { kind: triedFen > presentFen ? 'moreLeft' : 'lessLeft', ...amounts };
  return { kind: triedFen > presentFen ? 'moreShort' : 'lessShort', ...amounts };
}
