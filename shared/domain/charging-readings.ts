import type { RegisterReading } from './charging-meter.ts';

/** What is wrong with a reading: `at` is the one that is named (of a fall the later), `other` the energy it is measured against. */
export type ReadingFault<Given> = { reason: 'FUTURE' | 'DIFFERS' | 'FALLS'; given: Given; at: RegisterReading; other: number };

/**
 * Holds readings against those that are known: none may be later than `now` (a second), contradict another of its moment, or fall behind an earlier one of its register.
 * What is known already, or comes twice, is not fresh. Faults of the future come first, then contradictions, then falls.
 */
export function judgeReadings<Given extends RegisterReading>(known: readonly RegisterReading[], given: readonly Given[], now: number): { fresh: Given[]; faults: ReadingFault<Given>[] } {
  const faults: ReadingFault<Given>[] = given.filter(({ second }) => second > now).map((one) => ({ reason: 'FUTURE', given: one, at: one, other: 0 }));
  const keyOf = ({ meter, period, second }: RegisterReading): string => `${second} ${period}|${meter}`;
  const byMoment = new Map(known.map((one) => [keyOf(one), one.energy]));
  const fresh = given.filter((one) => {
    const energy = byMoment.get(keyOf(one));
    if (energy === undefined) byMoment.set(keyOf(one), one.energy);
    else if (energy !== one.energy) faults.push({ reason: 'DIFFERS', given: one, at: one, other: energy });
    return energy === undefined;
  });
  return { fresh, faults: [...faults, ...falls(known, fresh)] };
}

/** A fall is the fault of the later reading, unless that one stands and the earlier is new. */
function falls<Given extends RegisterReading>(known: readonly RegisterReading[], fresh: readonly Given[]): ReadingFault<Given>[] {
  const touched = new Set(fresh.map(({ meter }) => meter));
  const all = [...known.filter(({ meter }) => touched.has(meter)).map((at) => ({ at, given: undefined })), ...fresh.map((given) => ({ at: given, given }))].sort((one, other) => order(one.at, other.at));
  return all.flatMap(({ at, given }, index): ReadingFault<Given>[] => {
    const before = all[index - 1];
    if (before?.at.meter !== at.meter || before.at.period !== at.period || at.energy >= before.at.energy) return [];
    const blamed = given ?? before.given;
    return blamed ? [{ reason: 'FALLS', given: blamed, at, other: before.at.energy }] : [];
  });
}

function order(one: RegisterReading, other: RegisterReading): number {
  if (one.meter !== other.meter) return one.meter < other.meter ? -1 : 1;
  if (one.period !== other.period) return one.period < other.period ? -1 : 1;
  return one.second - other.second;
}
