/**
 * A signed lease's days from its first to its end without a gap: where, at what price, and whether it holds the space or is
 * suspended. Half-open; the last may be open.
 */
export type Stretch = { spaceId: number; from: string; to: string | null; monthlyFen: number; held: boolean };
/** As it is kept: what is held is a row, what is suspended a row without days. */
export type KeptStretch = { spanId: number; spaceId: number; from: string; to: string | null; monthlyFen: number };

/**
 * The timeline of kept rows up to an end. A gap takes the rows without days that were written last for it (they begin with
 * it), else goes on as the stretch before it.
 */
export function readTimeline(kept: readonly KeptStretch[], lease: { from: string; to: string | null }): Stretch[] {
  const timeline: Stretch[] = [];
  let { from } = lease;
  const gapTo = (to: string | null): void => {
    if (from === to) return;
    const empty = kept.filter((row) => row.to === row.from && row.from >= from && isBefore(row.from, to));
    const first = empty.filter((row) => row.from === from).reduce((last, row) => Math.max(last, row.spanId), 0);
    const batch = first === 0 ? [] : empty.filter(({ spanId }) => spanId >= first).sort((left, right) => left.spanId - right.spanId);
    const known = batch.length > 0 ? batch : before(timeline, kept, from);
    known.forEach((row, index) => timeline.push({ spaceId: row.spaceId, monthlyFen: row.monthlyFen, from: row.from, to: known[index + 1]?.from ?? to, held: false }));
  };
  for (const row of heldRows(kept)) {
    gapTo(row.from);
    timeline.push({ spaceId: row.spaceId, from: row.from, to: row.to, monthlyFen: row.monthlyFen, held: true });
    if (row.to === null) return timeline;
    from = row.to;
  }
  gapTo(lease.to);
  return timeline;
}

function heldRows(kept: readonly KeptStretch[]): KeptStretch[] {
  return kept.filter(({ from, to }) => to !== from).sort((left, right) => (left.from < right.from ? -1 : 1));
}

function before(timeline: readonly Stretch[], kept: readonly KeptStretch[], from: string): Pick<Stretch, 'spaceId' | 'from' | 'monthlyFen'>[] {
  const last = timeline.at(-1) ?? kept.at(-1);
  return last ? [{ spaceId: last.spaceId, monthlyFen: last.monthlyFen, from }] : [];
}

/**
 * Changes what holds in `[from, to)`, cutting stretches only where something changes; without `to` from there on.
 * @example changeBetween([{ spaceId: 1, from: '2026-09-01', to: null, monthlyFen: 5000, held: true }], '2026-12-01', null, { monthlyFen: 6000 })
 *   // [{ spaceId: 1, from: '2026-09-01', to: '2026-12-01', monthlyFen: 5000, held: true }, { spaceId: 1, from: '2026-12-01', to: null, monthlyFen: 6000, held: true }]
 */
export function changeBetween(timeline: readonly Stretch[], from: string, to: string | null, change: Partial<Pick<Stretch, 'spaceId' | 'monthlyFen' | 'held'>>): Stretch[] {
  return timeline.flatMap((stretch) => {
    const changed = { ...stretch, ...change };
    if (isSame(stretch, changed) || !isBefore(stretch.from, to) || !isBefore(from, stretch.to)) return [stretch];
    const pieces: Stretch[] = [];
    if (stretch.from < from) pieces.push({ ...stretch, to: from });
    pieces.push({ ...changed, from: stretch.from < from ? from : stretch.from, to: isBefore(to, stretch.to) ? to : stretch.to });
    if (to !== null && isBefore(to, stretch.to)) pieces.push({ ...stretch, from: to });
    return pieces;
  });
}

/** The timeline up to a day. */
export function endAt(timeline: readonly Stretch[], on: string): Stretch[] {
  return timeline.filter(({ from }) => from < on).map((stretch) => (isBefore(on, stretch.to) ? { ...stretch, to: on } : stretch));
}

/** The timeline with another end: what lies beyond is cut off, or its last stretch goes on. */
export function withEnd(timeline: readonly Stretch[], end: string | null): Stretch[] {
  const kept = end === null ? [...timeline] : endAt(timeline, end);
  return kept.map((stretch, index) => (index === kept.length - 1 ? { ...stretch, to: end } : stretch));
}

/** What a timeline holds. */
export function heldOf(timeline: readonly Stretch[]): Stretch[] {
  return timeline.filter(({ held, from, to }) => held && from !== to);
}

/** The stretch of a day; undefined outside the timeline. */
export function stretchOn(timeline: readonly Stretch[], day: string): Stretch | undefined {
  return timeline.find(({ from, to }) => from <= day && isBefore(day, to));
}

/** The days around a day in which nothing is held; undefined when it is held, or outside. */
export function gapAround(timeline: readonly Stretch[], day: string): { from: string; to: string | null } | undefined {
  const at = timeline.findIndex((stretch) => stretch === stretchOn(timeline, day));
  if (at < 0 || timeline[at]?.held) return undefined;
  let [first, last] = [at, at];
  while (first > 0 && !timeline[first - 1]?.held) first -= 1;
  while (last + 1 < timeline.length && !timeline[last + 1]?.held) last += 1;
  return { from: timeline[first]?.from ?? day, to: timeline[last]?.to ?? null };
}

/** What the new timeline holds and the old one did not, on the same space. */
export function newlyHeld(old: readonly Stretch[], next: readonly Stretch[]): Stretch[] {
  return heldOf(next).flatMap((stretch) => {
    let left = [stretch];
    for (const other of heldOf(old).filter(({ spaceId }) => spaceId === stretch.spaceId)) left = left.flatMap((piece) => cut(piece, other));
    return left;
  });
}

function cut(piece: Stretch, { from, to }: Pick<Stretch, 'from' | 'to'>): Stretch[] {
  if (!isBefore(piece.from, to) || !isBefore(from, piece.to)) return [piece];
  return [...(piece.from < from ? [{ ...piece, to: from }] : []), ...(to !== null && isBefore(to, piece.to) ? [{ ...piece, from: to }] : [])];
}

/** How kept rows become another timeline: rows that end on another day, and rows to add in this order. */
export type TimelineChange = { ends: { spanId: number; to: string | null }[]; added: Omit<KeptStretch, 'spanId'>[] };

/** A row's end may move; whatever else changes is a new row, and what the new timeline no longer has ends where it began. */
export function writeTimeline(kept: readonly KeptStretch[], old: readonly Stretch[], next: readonly Stretch[]): TimelineChange {
  const rows = heldRows(kept);
  const change: TimelineChange = { ends: [], added: [] };
  const known = new Set(gapsOf(old).map((gap) => JSON.stringify(gap)));
  const held = heldOf(next);
  let same = 0;
  while (same < held.length && rows[same] && isRow(rows[same] as KeptStretch, held[same] as Stretch)) {
    const [row, stretch] = [rows[same] as KeptStretch, held[same] as Stretch];
    if (row.to !== stretch.to) change.ends.push({ spanId: row.spanId, to: stretch.to });
    same += 1;
  }
  for (const row of rows.slice(same)) change.ends.push({ spanId: row.spanId, to: row.from });
  for (const { spaceId, from, to, monthlyFen } of held.slice(same)) change.added.push({ spaceId, from, to, monthlyFen });
  for (const gap of gapsOf(next)) if (!known.has(JSON.stringify(gap))) change.added.push(...gap.map(({ spaceId, from, monthlyFen }) => ({ spaceId, from, to: from, monthlyFen })));
  return change;
}

function isRow(row: KeptStretch, stretch: Stretch): boolean {
  return row.from === stretch.from && row.spaceId === stretch.spaceId && row.monthlyFen === stretch.monthlyFen;
}

/** The runs of a timeline that hold nothing. */
function gapsOf(timeline: readonly Stretch[]): Stretch[][] {
  const gaps: Stretch[][] = [];
  timeline.forEach((stretch, index) => {
    if (stretch.held) return;
    const last = index > 0 && !timeline[index - 1]?.held ? gaps.at(-1) : undefined;
    if (last) last.push(stretch); else gaps.push([stretch]);
  });
  return gaps;
}

function isSame(left: Stretch, right: Stretch): boolean {
  return left.spaceId === right.spaceId && left.monthlyFen === right.monthlyFen && left.held === right.held;
}

/** Whether a day lies before an end, which may be open. */
function isBefore(day: string | null, end: string | null): boolean {
  return day !== null && (end === null || day < end);
}
