import { formatE4 } from './meter.ts';
import type { ReadingField, ReadingSheet, SheetReading } from './meter-sheet.ts';

export type MeteredItem = { feeItemId: number; code: string; name: string };
/** A home's meter as the books have it before a row. */
export type MeterState = { meterNo: string; lastOn: string; lastE4: number };

/** What a list of readings is compared with. */
export type MeterBooks = {
  items: readonly MeteredItem[];
  findHome: (row: SheetReading) => { homeId: number; label: string } | undefined;
  /** Undefined: the home has no meter of the item yet. */ stateOf: (feeItemId: number, homeId: number) => MeterState | undefined;
  isKnown: (feeItemId: number, homeId: number, readOn: string, valueE4: number) => boolean;
};

export type ReadingReason =
  | 'READING_FALLS' | 'PREVIOUS_DIFFERS' | 'METER_DIFFERS' | 'UNKNOWN_HOME' | 'UNKNOWN_ITEM' | 'IN_FUTURE' | 'BEFORE_LAST' | 'NO_SUCH_DAY' | 'MISSING' | 'NOT_A_NUMBER' | 'NEGATIVE' | 'TOO_MANY_DECIMALS' | 'TOO_LARGE' | 'REPEATED';
export type ReadingIssue = { row: number; column: ReadingField; header: string; value: string; reason: ReadingReason; label: string; ours: string };

/** What a row would write: a base, a reading, or the end of one meter and the base of the next before it. */
export type ReadingWrite = {
  feeItemId: number; homeId: number; readOn: string; valueE4: number; meterNo: string; note: string;
  replaces?: { finalE4: number; baseE4: number; newMeterNo: string };
};
export type PlannedRow = {
  row: number; action: 'base' | 'reading' | 'replace' | 'unchanged' | 'unread' | 'refused'; label: string; item: string; itemName: string; meterNo: string; readOn: string;
  lastE4: number | null; valueE4: number | null; usedE4: number | null; issues: ReadingIssue[]; write?: ReadingWrite;
};

type Options = { today: string; readOn?: string | undefined; item?: string | undefined };
type Candidate = { key: string; source: SheetReading; planned: PlannedRow; home: { homeId: number; label: string }; item: MeteredItem; valueE4: number; dated: boolean };
/** A row that cannot be used; `key` is its home, item and day where those are known. */
type Placed = Candidate | { key?: string; planned: PlannedRow };
type Refuse = (column: ReadingField, reason: ReadingReason, ours?: string) => void;

/**
 * Decides for every row of a list of readings what it would write, in the order of its days, each after the ones
 * before it. A bad row becomes issues; rows that contradict each other are all refused (DECISIONS.md 12).
 */
export function planReadings(sheet: ReadingSheet, books: MeterBooks, options: Options): PlannedRow[] {
  const rows = sheet.rows.map((source) => place(source, sheet, books, options));
  const alone = settleRepeats(rows, sheet);
  const states = new Map<string, MeterState | undefined>();
  // The sort keeps the order of the sheet within a day.
  for (const candidate of alone.toSorted((left, right) => (left.planned.readOn < right.planned.readOn ? -1 : Number(left.planned.readOn > right.planned.readOn)))) {
    const key = `${String(candidate.item.feeItemId)} ${String(candidate.home.homeId)}`;
    const state = states.has(key) ? states.get(key) : books.stateOf(candidate.item.feeItemId, candidate.home.homeId);
    states.set(key, decide(candidate, state, books, sheet));
  }
  return rows.map(({ planned }) => planned);
}

function refuserOf(planned: PlannedRow, source: SheetReading, { headers }: ReadingSheet): Refuse {
  return (column, reason, ours = '') => {
    planned.action = 'refused';
    planned.issues.push({ row: source.row, column, header: headers[column] ?? '', value: source.cells[column] ?? '', reason, label: planned.label, ours });
  };
}

/** Finds a row's home, item and day, and reads its registers; answers only the plan where the row cannot be used. */
function place(source: SheetReading, sheet: ReadingSheet, books: MeterBooks, { today, readOn, item: defaultItem }: Options): Placed {
  const home = books.findHome(source);
  const item = itemOf(source.item, books.items, defaultItem);
  const hasDates = 'readOn' in sheet.headers;
  const day = source.readOn === '' && !hasDates ? (readOn ?? sheet.titleDay ?? today) : source.readOn;
  const shown = source.cells.room ?? '';
  const planned: PlannedRow = {
    row: source.row, action: 'unread', label: home?.label ?? shown, item: item?.code ?? '', itemName: item?.name ?? source.item, meterNo: source.newMeterNo || source.meterNo, readOn: day ?? '', lastE4: null, valueE4: null, usedE4: null, issues: [],
  };
  const refuse = refuserOf(planned, source, sheet);
  if (!source.current && !(source.replaced && source.base)) return { planned };
  if (!home) refuse('room', 'UNKNOWN_HOME');
  if (!item) refuse('item', 'UNKNOWN_ITEM');
  if (!day) refuse('readOn', day === undefined ? 'NO_SUCH_DAY' : 'MISSING');
  else if (day > today) refuse('readOn', 'IN_FUTURE', today);
  for (const field of ['previous', 'current', ...(source.replaced ? (['final', 'base'] as const) : [])] as const) {
    const cell = source[field];
    if (cell && 'fault' in cell) refuse(field, cell.fault);
  }
  const current = source.current ?? source.base;
  if (!home || !item || !day) return { planned };
  const key = `${String(item.feeItemId)} ${String(home.homeId)} ${day}`;
  if (planned.issues.length > 0 || !current || 'fault' in current) return { key, planned };
  planned.valueE4 = current.valueE4;
  return { key, source, planned, home, item, valueE4: current.valueE4, dated: hasDates || readOn !== undefined || sheet.titleDay !== undefined };
}

/** Exact repeats are taken once; rows of one home, item and day that differ, or of which one cannot be read, are all refused. */
function settleRepeats(rows: readonly Placed[], sheet: ReadingSheet): Candidate[] {
  const groups = new Map<string, Placed[]>();
  for (const row of rows) {
    if (row.key === undefined) continue;
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const usable = group.filter((row): row is Candidate => 'home' in row);
    const [first] = usable;
    if (!first || group.length === 1) return usable;
    const agreed = usable.length === group.length && usable.every(({ valueE4, source }) => valueE4 === first.valueE4 && source.replaced === first.source.replaced && source.meterNo === first.source.meterNo);
    for (const { planned, source } of usable) {
      if (!agreed) refuserOf(planned, source, sheet)('current', 'REPEATED', group.filter((other) => other.planned !== planned).map((other) => String(other.planned.row)).join('、'));
      else if (planned !== first.planned) planned.action = 'unchanged';
    }
    return agreed ? [first] : [];
  });
}

/** Compares a row with the meter's state, fills its plan, and answers the state after it. */
function decide({ source, planned, home, item, valueE4, dated }: Candidate, state: MeterState | undefined, books: MeterBooks, sheet: ReadingSheet): MeterState | undefined {
  const refuse = refuserOf(planned, source, sheet);
  const write: ReadingWrite = { feeItemId: item.feeItemId, homeId: home.homeId, readOn: planned.readOn, valueE4, meterNo: source.newMeterNo || source.meterNo, note: source.note };
  planned.lastE4 = state?.lastE4 ?? null;
  const keep = (action: 'base' | 'reading' | 'replace', usedE4: number): MeterState => {
    Object.assign(planned, { action, usedE4, write });
    return { meterNo: write.meterNo || (state?.meterNo ?? ''), lastOn: planned.readOn, lastE4: valueE4 };
  };
  if (books.isKnown(item.feeItemId, home.homeId, planned.readOn, valueE4) || (!dated && state?.lastE4 === valueE4)) {
    planned.action = 'unchanged';
    return state;
  }
  if (!state) return keep('base', 0);
  if (planned.readOn < state.lastOn || (planned.readOn === state.lastOn && !source.replaced)) refuse('readOn', 'BEFORE_LAST', state.lastOn);
  else if (source.replaced) {
    const replaced = replacementOf(source, state, valueE4);
    if ('reason' in replaced) refuse(replaced.column, replaced.reason, replaced.ours);
    else {
      write.replaces = replaced;
      return keep('replace', replaced.finalE4 - state.lastE4 + valueE4 - replaced.baseE4);
    }
  } else {
    if (source.meterNo && state.meterNo && source.meterNo !== state.meterNo) refuse('meter', 'METER_DIFFERS', state.meterNo);
    if (valueOf(source.previous) !== undefined && valueOf(source.previous) !== state.lastE4) refuse('previous', 'PREVIOUS_DIFFERS', formatE4(state.lastE4));
    else if (valueE4 < state.lastE4) refuse('current', 'READING_FALLS', formatE4(state.lastE4));
    if (planned.issues.length === 0) return keep('reading', valueE4 - state.lastE4);
  }
  return state;
}

const valueOf = (cell: SheetReading['current']): number | undefined => (cell && 'valueE4' in cell ? cell.valueE4 : undefined);

/**
 * Where the old meter ended and the new one began. Without an end of its own the old one ran no further than its last
 * reading; without a base of its own the new one began at the row's last reading where that is not ours, else at zero.
 */
function replacementOf(source: SheetReading, state: MeterState, valueE4: number): NonNullable<ReadingWrite['replaces']> | { column: ReadingField; reason: ReadingReason; ours: string } {
  const previous = valueOf(source.previous);
  const finalE4 = valueOf(source.final) ?? state.lastE4;
  const baseE4 = valueOf(source.base) ?? (previous !== undefined && previous !== state.lastE4 && previous <= valueE4 ? previous : 0);
  if (previous !== undefined && previous !== state.lastE4 && previous !== baseE4) return { column: 'previous', reason: 'PREVIOUS_DIFFERS', ours: formatE4(state.lastE4) };
  if (finalE4 < state.lastE4) return { column: 'final', reason: 'READING_FALLS', ours: formatE4(state.lastE4) };
  if (valueE4 < baseE4) return { column: 'current', reason: 'READING_FALLS', ours: formatE4(baseE4) };
  const newMeterNo = source.newMeterNo || (source.meterNo !== state.meterNo ? source.meterNo : '');
  return { finalE4, baseE4, newMeterNo };
}

const KINDS: readonly RegExp[] = [/热水/, /中水|再生水/, /水/, /燃气|天然气|煤气|^气|gas/i, /热|暖|heat/i, /电|power|electric/i];

/** The item that a row names by its code, its name, or a word for its kind that only one item fits. */
export function itemOf(text: string, items: readonly MeteredItem[], defaultItem: string | undefined): MeteredItem | undefined {
  if (text === '') return defaultItem === undefined ? (items.length === 1 ? items[0] : undefined) : items.find(({ code }) => code === defaultItem);
  const named = items.filter(({ code, name }) => code === text || name.toLowerCase() === text || bareItem(name) === bareItem(text));
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const kind = kindOf(text);
  const alike = kind === undefined ? [] : items.filter(({ code, name }) => (kindOf(name) ?? kindOf(code)) === kind);
  return alike.length === 1 ? alike[0] : undefined;
}

function bareItem(text: string): string {
  return text.toLowerCase().replace(/(?:用量|费|表|用|量)+$/, '').replace(/^用/, '') || text;
}

function kindOf(text: string): number | undefined {
  const index = KINDS.findIndex((kind) => kind.test(text === 'water' ? '水' : text));
  return index < 0 ? undefined : index;
}
