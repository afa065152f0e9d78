import { tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { AppError } from '../errors.ts';

/** Where the table of a workbook begins, and which column holds which field (0-based). */
export type TableHeader<Field extends string> = {
  sheet: SheetTable;
  /** 0-based index of the (last) header row. */
  index: number;
  columns: Partial<Record<Field, number>>;
  headers: Partial<Record<Field, string>>;
};

export type HeaderWords<Field extends string> = {
  /** The names of each field's column, the surest first; compared without spaces, brackets and units. */
  names: Readonly<Record<Field, readonly string[]>>;
  /** Without these the table is of no use. */
  needed: readonly Field[];
  /** Units that may follow a name without brackets. */
  unitTail: RegExp;
  /** The field that a second line of a header must name for the two to be read as one. */
  anchor: Field;
};

export type HeaderReader<Field extends string> = {
  /** Bares a header of spaces, brackets, marks and units: 建筑面积 (㎡) * to 建筑面积. */
  bare: (cell: Cell | undefined) => string;
  /**
   * Finds the sheet and the header row of a table: the row that names the most fields, wherever it stands.
   * Throws NO_SUCH_SHEET for an unknown `sheet`, NO_HEADER_ROW when no row names what is needed.
   */
  find: (sheets: readonly SheetTable[], sheet?: string) => TableHeader<Field>;
};

const SCAN_ROWS = 100;
const LONGEST = 40;
const BRACKETS = /[([{【〔<《].*?[)\]}】〕>》]/g;

/** Makes a reader of header rows from the words of its fields. */
export function headerReader<Field extends string>({ names, needed, unitTail, anchor }: HeaderWords<Field>): HeaderReader<Field> {
  const fieldOf = new Map<string, { field: Field; place: number }>();
  for (const [field, words] of Object.entries(names) as [Field, readonly string[]][]) {
    words.forEach((word, place) => fieldOf.set(word, { field, place }));
  }
  const bare = (cell: Cell | undefined): string => {
    if (!cell || cell.length > LONGEST) return '';
    const text = tightCell(cell).toLowerCase().replace(BRACKETS, '').replace(/[*_:：.'"]/g, '');
    return fieldOf.has(text) ? text : text.replace(unitTail, '');
  };
  const matchRow = (sheet: SheetTable, index: number, row: readonly Cell[]): TableHeader<Field> => {
    const header: TableHeader<Field> = { sheet, index, columns: {}, headers: {} };
    const places: Partial<Record<Field, number>> = {};
    row.forEach((cell, column) => {
      const match = fieldOf.get(bare(cell));
      if (!match || match.place >= (places[match.field] ?? Infinity)) return;
      places[match.field] = match.place;
      header.columns[match.field] = column;
      header.headers[match.field] = (cell ?? '').trim();
    });
    return header;
  };
  const find = (sheets: readonly SheetTable[], sheet?: string): TableHeader<Field> => {
    const chosen = sheet === undefined ? sheets : sheets.filter(({ name }) => name === sheet);
    if (sheet !== undefined && chosen.length === 0) throw new AppError('NO_SUCH_SHEET', { sheet, sheets: sheets.map(({ name }) => name) });
    const best = chosen.map((table) => bestRow(table, anchor, matchRow)).reduce((left, right) => (right && (!left || isBetter(right, left)) ? right : left), undefined);
    const missing = needed.filter((field) => best?.columns[field] === undefined);
    if (!best || missing.length > 0) throw new AppError('NO_HEADER_ROW', { sheets: sheets.map(({ name }) => name), missing: [...missing] });
    return best;
  };
  return { bare, find };
}

type MatchRow<Field extends string> = (sheet: SheetTable, index: number, row: readonly Cell[]) => TableHeader<Field>;

function bestRow<Field extends string>(sheet: SheetTable, anchor: Field, matchRow: MatchRow<Field>): TableHeader<Field> | undefined {
  let best: TableHeader<Field> | undefined;
  for (let index = 0; index < Math.min(sheet.rows.length, SCAN_ROWS); index += 1) {
    const row = sheet.rows[index] ?? [];
    const found = matchRow(sheet, index, row);
    if (!best || fieldCount(found) > fieldCount(best)) best = found;
    if (best === found || best.columns[anchor] === undefined || fieldCount(found) < 2) continue;
    // A header of two lines: 业主信息 stands over 姓名 and 电话, the rest in the first line only.
    const joined = matchRow(sheet, index, joinRows(sheet.rows[index - 1], row));
    if (fieldCount(joined) > fieldCount(best)) best = joined;
  }
  return best;
}

function isBetter<Field extends string>(left: TableHeader<Field>, right: TableHeader<Field>): boolean {
  const more = fieldCount(left) - fieldCount(right);
  return more > 0 || (more === 0 && left.sheet.rows.length > right.sheet.rows.length);
}

function fieldCount<Field extends string>({ columns }: TableHeader<Field>): number {
  return Object.keys(columns).length;
}

function joinRows(above: readonly Cell[] | undefined, row: readonly Cell[]): readonly Cell[] {
  if (!above) return row;
  const width = Math.max(above.length, row.length);
  return Array.from({ length: width }, (_, column) => (tightCell(row[column]) === '' ? (above[column] ?? null) : (row[column] ?? null)));
}

/** A cell merged downwards in one of these columns speaks for all its rows; other merged cells do not. */
export function carryDownMerges<Field extends string>({ sheet, columns }: TableHeader<Field>, fields: readonly Field[]): readonly (readonly Cell[])[] {
  const carried = new Set(fields.map((field) => columns[field]));
  const wanted = (sheet.merges ?? []).filter(({ column }) => carried.has(column));
  if (wanted.length === 0) return sheet.rows;
  const rows = sheet.rows.map((row) => [...row]);
  for (const { firstRow, lastRow, column } of wanted) {
    const value = rows[firstRow]?.[column] ?? null;
    for (let index = firstRow + 1; index <= Math.min(lastRow, rows.length - 1); index += 1) {
      const row = rows[index];
      if (row && (row[column] ?? null) === null && row.some((cell) => cell !== null)) row[column] = value;
    }
  }
  return rows;
}
