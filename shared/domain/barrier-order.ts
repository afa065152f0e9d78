import { secondOf } from './cell-moment.ts';
import type { BarrierLine, BarrierShape } from './barrier-types.ts';

/** How a file is sorted by time, if it is, and the lines that fall against it. */
export type ClockCheck = { sortedBy: 'in' | 'out' | undefined; descending: boolean; setBack: ReadonlySet<BarrierLine> };

/** Lanes are written by several machines: so many seconds apart is still the order. */
const TOLERANCE = 120;
/** Fewer lines show no order; a line of passages is written as it happens, stays are often sorted by something else. */
const LEAST: Readonly<Record<BarrierShape, number>> = { passages: 4, stays: 7 };

/**
 * Finds the lines at which the barrier's clock went back: the fewest that must be left out for the times to follow the order of the file (or its
 * reverse). A file in which more than a tenth does, or that is sorted by plate, is in no order of time, and nothing is said about it.
 */
export function checkClock(lines: readonly BarrierLine[], shape: BarrierShape): ClockCheck {
  const nothing = { sortedBy: undefined, descending: false, setBack: new Set<BarrierLine>() };
  if (lines.length < LEAST[shape] || isByPlate(lines)) return nothing;
  const keys = [{ sortedBy: 'in' as const, seconds: lines.map(({ inAt, outAt }) => secondOf(inAt ?? outAt ?? '')) }, ...(shape === 'stays' ? [{ sortedBy: 'out' as const, seconds: lines.map(({ outAt }) => secondOf(outAt ?? '')) }] : [])];
  const tries = keys.flatMap(({ sortedBy, seconds }) => [false, true].map((descending) => ({ sortedBy, descending, against: againstOrder(descending ? seconds.map((second) => -second) : seconds) })));
  const best = tries.reduce((left, right) => (right.against.length < left.against.length ? right : left));
  if (best.against.length > Math.max(1, lines.length / 10)) return nothing;
  return { sortedBy: best.sortedBy, descending: best.descending, setBack: new Set(best.against.flatMap((index) => lines[index] ?? [])) };
}

/** Each plate's lines stand together. */
function isByPlate(lines: readonly BarrierLine[]): boolean {
  const plates = new Set(lines.map(({ plate }) => plate));
  const runs = lines.filter(({ plate }, index) => plate !== lines[index - 1]?.plate).length;
  return plates.size < lines.length && runs === plates.size;
}

/**
 * The places of a list that must go so that the rest does not fall, as few as can be (all but the longest such subsequence), less those that are
 * only some seconds out of place.
 * @example againstOrder([0, 600, 1200, 300, 1800]) // [3]
 */
export function againstOrder(seconds: readonly number[]): number[] {
  // From the end, so that of two ways the line that came later is the one that fell.
  const last = seconds.length - 1;
  const kept = longestRising([...seconds].reverse().map((second) => -second)).map((index) => last - index).reverse();
  const against: number[] = [];
  let next = 0;
  for (let index = 0; index < seconds.length; index += 1) {
    if (kept[next] === index) { next += 1; continue; }
    const second = seconds[index] ?? 0;
    const before = seconds[kept[next - 1] ?? -1] ?? -Infinity;
    const after = seconds[kept[next] ?? -1] ?? Infinity;
    if (second < before - TOLERANCE || second > after + TOLERANCE) against.push(index);
  }
  return against;
}

/** The places of a longest subsequence that never falls, by patience sorting. */
function longestRising(values: readonly number[]): number[] {
  const ends: number[] = [];
  const before: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1; else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const kept: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.push(index);
  return kept.reverse();
}
