import { listMeteredItems, listMeterStates, listPlacedHomes, listReadingsOn, type MeteredItemRow, type MeterStateRow, type PlacedHome } from '../../../db/queries/meter-list.ts';
import type { SheetReading } from '../../../shared/domain/meter-sheet.ts';
import { parseReadings } from '../../../shared/domain/meter-sheet.ts';
import { planReadings, type MeterBooks, type PlannedRow } from '../../../shared/domain/meter-plan.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { readTables } from '../../files/read-table.ts';
import { getMeteredItem } from './metered-item.ts';

export type ReadingsSource = { file: string; sheet?: string | undefined; item?: string | undefined; readOn?: string | undefined };
export type ReadingsPlan = { sheet: string; sheets: string[]; headerRow: number; headers: Partial<Record<string, string>>; rows: PlannedRow[]; states: Map<string, MeterStateRow> };

export const meterKey = (feeItemId: number, homeId: number): string => `${String(feeItemId)} ${String(homeId)}`;

/** Reads a list of readings and compares it with the books. Throws the refusals of reading it, NO_SUCH_ITEM, ITEM_NOT_METERED. */
export async function planFile(context: Context, { file, sheet, item, readOn }: ReadingsSource): Promise<ReadingsPlan> {
  const { db, today } = context;
  if (item !== undefined) await getMeteredItem(db, item);
  const { sheets } = await readTables(file);
  const names = sheets.map(({ name }) => name);
  const read = parseReadings(sheets, today, sheet);
  const items = await listMeteredItems(db);
  // Without a column of items, an item that was asked for or the only one there is, nothing says what was read.
  if (item === undefined && !('item' in read.headers) && items.length !== 1) throw new AppError('NO_HEADER_ROW', { sheets: names, missing: ['item'] });
  const days = [...new Set([...read.rows.map((row) => row.readOn ?? ''), readOn ?? read.titleDay ?? today])];
  const { books, states } = await booksFor(context, items, days);
  context.checkCancelled();
  return { sheet: read.sheet, sheets: names, headerRow: read.headerRow, headers: read.headers, rows: planReadings(read, books, { today, readOn, item }), states };
}

async function booksFor({ db, today }: Context, items: readonly MeteredItemRow[], days: readonly string[]): Promise<{ books: MeterBooks; states: Map<string, MeterStateRow> }> {
  const states = new Map<string, MeterStateRow>();
  const known = new Map<number, ReadonlySet<string>>();
  for (const { feeItemId } of items) {
    for (const state of await listMeterStates(db, feeItemId)) states.set(meterKey(feeItemId, state.homeId), state);
    known.set(feeItemId, await listReadingsOn(db, feeItemId, days));
  }
  return {
    states,
    books: {
      items, findHome: homeFinder(await listPlacedHomes(db, today)), stateOf: (feeItemId, homeId) => states.get(meterKey(feeItemId, homeId)),
      isKnown: (feeItemId, homeId, day, valueE4) => known.get(feeItemId)?.has(`${String(homeId)} ${day} ${String(valueE4)}`) ?? false,
    },
  };
}

/** Finds the home of a row by its whole address, by its address run together (32501), or by building and room where only one home fits. */
function homeFinder(homes: readonly PlacedHome[]): (row: SheetReading) => PlacedHome | undefined {
  const byLabel = new Map(homes.map((home) => [home.label, home]));
  const byCompact = onlyOnes(homes, ({ compact }) => compact);
  const byRoom = onlyOnes(homes, ({ building, room }) => `${building} ${room}`);
  const byNumber = onlyOnes(homes, ({ room }) => room);
  return ({ place: { building, unit, room, agrees }, compact }) => {
    if (!agrees) return undefined;
    if (building !== '' && unit !== '') return byLabel.get(`${building}-${unit}-${room}`);
    if (building !== '') return byRoom.get(`${building} ${room}`);
    return unit === '' ? (byCompact.get(compact) ?? byCompact.get(room.toLowerCase()) ?? byNumber.get(room)) : undefined;
  };
}

function onlyOnes(homes: readonly PlacedHome[], keyOf: (home: PlacedHome) => string): Map<string, PlacedHome> {
  const found = new Map<string, PlacedHome>();
  const several = new Set<string>();
  for (const home of homes) {
    const key = keyOf(home);
    if (found.has(key)) several.add(key);
    found.set(key, home);
  }
  for (const key of several) found.delete(key);
  return found;
}

/** The counts that import and preview answer. */
export function summariseReadings({ rows }: ReadingsPlan) {
  const count = (...actions: PlannedRow['action'][]): number => rows.filter(({ action }) => actions.includes(action)).length;
  return { accepted: count('base', 'reading', 'replace'), bases: count('base'), replaced: count('replace'), unchanged: count('unchanged'), unread: count('unread'), errors: rows.flatMap(({ issues }) => issues) };
}
