import { DAY_MINUTES } from '../../../../shared/domain/plan-state.ts';
import { intersect, spansOf, type Span, type Window } from '../../../../shared/domain/week-windows.ts';

export type BandTone = 'resident' | 'daytime' | 'new' | 'clash';
/** Minutes of a week in one colour, and whose they are. */
export type BandLayer = { key: string; spans: readonly Span[]; tone: BandTone; label: string };
export type DaySlice = { from: number; to: number };

/** The minutes that windows hold; none where they cannot be read. */
export function spansIn(windows: readonly Window[]): Span[] {
  const spans = spansOf(windows);
  return Array.isArray(spans) ? spans : [];
}

/** A lease as a layer of a week band. */
export function layerOf({ leaseId, kind, windows, label }: { leaseId: number; kind: 'resident' | 'daytime'; windows: readonly Window[]; label: string }): BandLayer {
  return { key: String(leaseId), spans: spansIn(windows), tone: kind, label };
}

/** What spans of a week hold of each day, in minutes of that day; Monday first. */
export function slicesOf(spans: readonly Span[]): DaySlice[][] {
  return Array.from({ length: 7 }, (_, day) => {
    const start = day * DAY_MINUTES;
    return intersect(spans, [{ from: start, to: start + DAY_MINUTES }]).map(({ from, to }) => ({ from: from - start, to: to - start }));
  });
}
