import { secondOf } from './cell-moment.ts';
import { checkClock } from './barrier-order.ts';
import type { BarrierLine, BarrierShape, KnownStay, PlannedStay, StayFault } from './barrier-types.ts';

/** Every line of a file is a stay (of one line or two), a fault, or a repeat of a line that was there before. */
export type BarrierPlan = { stays: PlannedStay[]; repeats: number[]; /** Of stays: by entry or by exit, if by one of them. */ sortedBy: 'in' | 'out' | undefined };

export const LONGEST_DAYS = 31;

/**
 * Makes stays of lines: leaves out what was there before, in this file or another one (`known`, and `knownRaws` of lines that could not be read), finds
 * where the clock went back, pairs entries with exits, completes lost ones of earlier files, and names what cannot be a stay. In the order of the file.
 */
export function planStays(lines: readonly BarrierLine[], shape: BarrierShape, known: readonly KnownStay[] = [], knownRaws: ReadonlySet<string> = new Set()): BarrierPlan {
  const books = indexKnown(known);
  const { fresh, repeats } = withoutRepeats(lines, books, knownRaws);
  const judged = fresh.filter((line) => line.fault === null && !isTooLong(line));
  const { sortedBy, descending, setBack } = checkClock(judged, shape);
  const faults = fresh.filter(({ fault }) => fault !== null).map(planned);
  const long = fresh.filter((line) => line.fault === null && isTooLong(line)).map((line) => faulty(planned(line), 'TOO_LONG'));
  const back = judged.filter((line) => setBack.has(line)).map((line) => faulty(planned(line), 'CLOCK_SET_BACK'));
  const sound = judged.filter((line) => !setBack.has(line));
  const made = shape === 'stays' ? sound.map((line) => completing(line, books)) : pairPassages(sound, books, descending);
  const stays = withoutOverlaps(made.map((stay) => (stay.fault === null && isTooLong(stay) ? faulty(stay, 'TOO_LONG') : stay)), books);
  return { stays: [...faults, ...long, ...back, ...stays].sort((left, right) => left.row - right.row), repeats, sortedBy: shape === 'stays' ? sortedBy : undefined };
}

type Books = { byPlate: ReadonlyMap<string, KnownStay[]>; keys: ReadonlySet<string> };

function indexKnown(known: readonly KnownStay[]): Books {
  const byPlate = new Map<string, KnownStay[]>();
  const keys = new Set<string>();
  for (const stay of known) {
    const list = byPlate.get(stay.plate);
    if (list) list.push(stay); else byPlate.set(stay.plate, [stay]);
    const { plate, inAt, outAt } = stay;
    keys.add(`${plate}|${inAt ?? ''}|${outAt ?? ''}`);
    // Half of a known stay is no news either.
    if (inAt !== null) keys.add(`${plate}|${inAt}|`);
    if (outAt !== null) keys.add(`${plate}||${outAt}`);
  }
  return { byPlate, keys };
}

function withoutRepeats(lines: readonly BarrierLine[], { keys }: Books, knownRaws: ReadonlySet<string>): { fresh: BarrierLine[]; repeats: number[] } {
  const seen = new Set<string>();
  const repeats: number[] = [];
  const fresh = lines.filter(({ row, raw, plate, inAt, outAt }) => {
    const key = raw === '' ? `${plate}|${inAt ?? ''}|${outAt ?? ''}` : `raw ${raw}`;
    const isNew = !seen.has(key) && !(raw === '' ? keys.has(key) : knownRaws.has(raw));
    seen.add(key);
    if (!isNew) repeats.push(row);
    return isNew;
  });
  return { fresh, repeats };
}

function planned(line: BarrierLine): PlannedStay {
  return { ...line, outRow: null, joins: [] };
}

/** A stay that cannot be one leaves the lost halves of earlier files as they are. */
function faulty(stay: PlannedStay, fault: StayFault): PlannedStay {
  return { ...stay, fault, value: [stay.inAt, stay.outAt].filter((at) => at !== null).join(' → '), joins: [] };
}

/** A whole stay completes what an earlier file had half of. */
function completing(line: BarrierLine, { byPlate }: Books): PlannedStay {
  const halves = (byPlate.get(line.plate) ?? []).filter((stay) => isLost(stay) && (stay.inAt ?? line.inAt) === line.inAt && (stay.outAt ?? line.outAt) === line.outAt);
  return { ...planned(line), joins: halves.map(({ stayId }) => stayId) };
}

function isLost({ fault, joined }: KnownStay): boolean {
  return !joined && (fault === 'EXIT_LOST' || fault === 'ENTRY_LOST');
}

/** What happens to one car, in time: of this file a line, of the books a number; `stands` is the beginning of a stay that the books have. */
type Event = { at: string; kind: 'in' | 'out' | 'stands'; line: BarrierLine | undefined; stayId: number; order: number };

function pairPassages(lines: readonly BarrierLine[], { byPlate }: Books, descending: boolean): PlannedStay[] {
  const events = new Map<string, Event[]>();
  for (const line of lines) {
    const event: Event = { at: line.inAt ?? line.outAt ?? '', kind: line.inAt === null ? 'out' : 'in', line, stayId: 0, order: descending ? -line.row : line.row };
    const list = events.get(line.plate);
    if (list) list.push(event); else events.set(line.plate, [event]);
  }
  return [...events].flatMap(([plate, list]) => pairOne([...list, ...(byPlate.get(plate) ?? []).flatMap(eventOf)]));
}

function eventOf(stay: KnownStay): Event[] {
  const { stayId, inAt, outAt, fault } = stay;
  if (fault === null) return inAt === null ? [] : [{ at: inAt, kind: 'stands', line: undefined, stayId, order: 0 }];
  return isLost(stay) ? [{ at: inAt ?? outAt ?? '', kind: inAt === null ? 'out' : 'in', line: undefined, stayId, order: 0 }] : [];
}

/** An exit ends the entry before it, if there is one; what is left alone has lost its other half. */
function pairOne(events: Event[]): PlannedStay[] {
  events.sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : left.order - right.order));
  const stays: PlannedStay[] = [];
  let entry: Event | undefined;
  const lose = (event: Event | undefined) => {
    if (event?.line) stays.push(faulty(planned(event.line), event.kind === 'in' ? 'EXIT_LOST' : 'ENTRY_LOST'));
  };
  for (const event of events) {
    if (event.kind === 'out') {
      if (entry && (entry.line ?? event.line)) stays.push(pairOf(entry, event)); else lose(event);
      entry = undefined;
    } else {
      // A second entry, or a stay that stands: the one before it was never closed.
      lose(entry);
      entry = event.kind === 'in' ? event : undefined;
    }
  }
  lose(entry);
  return stays;
}

function pairOf(entry: Event, exit: Event): PlannedStay {
  const [first, second] = [entry.line, exit.line].filter((line) => line !== undefined);
  const lanes = [...new Set([entry.line?.lane ?? '', exit.line?.lane ?? ''])].filter(Boolean);
  return {
    row: first?.row ?? 0, outRow: second?.row ?? null, plate: first?.plate ?? '', inAt: entry.at, outAt: exit.at, lane: lanes.join(' → ').slice(0, 60), fault: null, value: '', raw: '',
    joins: [entry, exit].flatMap(({ line, stayId }) => (line ? [] : [stayId])),
  };
}

function isTooLong({ inAt, outAt }: Pick<BarrierLine, 'inAt' | 'outAt'>): boolean {
  // Within a month nothing is.
  return inAt !== null && outAt !== null && !outAt.startsWith(inAt.slice(0, 7)) && secondOf(outAt) - secondOf(inAt) > LONGEST_DAYS * 86_400;
}

/** Of stays of a car that meet, as many stand as can: those that end first. What the books have stands already. */
function withoutOverlaps(stays: readonly PlannedStay[], { byPlate }: Books): PlannedStay[] {
  const lists = new Map<string, PlannedStay[]>();
  for (const stay of stays) {
    const list = lists.get(stay.plate);
    if (list) list.push(stay); else lists.set(stay.plate, [stay]);
  }
  return [...lists].flatMap(([plate, list]) => apartOf(list, (byPlate.get(plate) ?? []).filter(({ fault }) => fault === null)));
}

function apartOf(stays: PlannedStay[], known: readonly KnownStay[]): PlannedStay[] {
  const inOrder = [...stays].sort((left, right) => compare(left.outAt ?? '', right.outAt ?? '') || compare(right.inAt ?? '', left.inAt ?? ''));
  let last = '';
  return inOrder.map((stay) => {
    if (stay.fault !== null) return stay;
    const [from, to] = [stay.inAt ?? '', stay.outAt ?? ''];
    if (from < last || known.some(({ inAt, outAt }) => from < (outAt ?? '') && (inAt ?? '') < to)) return faulty(stay, 'STAYS_OVERLAP');
    last = to;
    return stay;
  });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The days that the lines of a file speak for, both included: of stays those by which it is sorted (so it was exported by them), else those of all its
 * times. Lines whose times cannot be trusted say nothing. Undefined when none can.
 */
export function daysOfLines(lines: readonly BarrierLine[], { stays, sortedBy }: BarrierPlan): { from: string; to: string } | undefined {
  const told = stays.filter(({ fault }) => fault === null || fault === 'EXIT_LOST' || fault === 'ENTRY_LOST' || fault === 'STAYS_OVERLAP');
  const rows = new Set(told.flatMap(({ row, outRow }) => (outRow === null ? [row] : [row, outRow])));
  const moments = lines.flatMap(({ row, inAt, outAt }) => (!rows.has(row) ? [] : sortedBy === 'in' ? [inAt] : sortedBy === 'out' ? [outAt] : [inAt, outAt])).filter((at) => at !== null);
  return rangeOf(moments);
}

function rangeOf(moments: readonly string[]): { from: string; to: string } | undefined {
  let [from, to] = ['9999', ''];
  for (const moment of moments) {
    if (moment < from) from = moment;
    if (moment > to) to = moment;
  }
  return to === '' ? undefined : { from: from.slice(0, 10), to: to.slice(0, 10) };
}
