import type { PrintedLine } from './receipt-values.ts';

/** Millimetres of one em at a type size in points. */
export const emMm = (points: number): number => (points * 25.4) / 72;

const WIDE = /[mwMW@%&]/;
const NARROW = /[ .,:;'|!ijl-]/;

/**
 * The width of a text in em, for our purposes never less than in Noto Sans SC of either weight: Chinese and
 * full-width signs are 1, other signs 0.36, 0.62 or 0.95, so that a layout made from it does not overflow.
 */
export function textEm(text: string): number {
  let em = 0;
  for (const sign of text) em += sign >= '\u0300' ? 1 : WIDE.test(sign) ? 0.95 : NARROW.test(sign) ? 0.36 : 0.62;
  return em;
}

/** How many lines a text takes in a box, at least one. Words may break anywhere. */
export const countLines = (text: string, points: number, widthMm: number): number => Math.max(1, Math.ceil((textEm(text) * emMm(points)) / widthMm));

const TABLE_MM = 190;
const PADDING_MM = 3.2;
/** The columns of the mock-up, in mm; the item takes what they leave. */
const COLUMNS = { fund: 12.3, period: 40.5, quantity: 36.9, billed: 17.9, paidBefore: 15.2, waived: 12.6, received: 18.8 } as const;
const NARROWEST_ITEM_MM = 18;
/** The item still reads well at this width, on two lines. */
const LEAST_ITEM_MM = 26;
const TEXT_POINTS = 9;
const TIGHT_POINTS = 7.5;

export type ColumnName = keyof typeof COLUMNS | 'item';
export type Columns = { points: number; widthMm: Record<ColumnName, number> };

/**
 * Column widths in mm that hold every line, the same on all sheets: the mock-up's, wider where a long amount
 * or period needs it, in 7.5 pt type where even that is not enough.
 */
export function fitColumns(rows: readonly PrintedLine[]): Columns {
  const normal = columnsAt(TEXT_POINTS, rows);
  return normal.widthMm.item >= LEAST_ITEM_MM ? normal : columnsAt(TIGHT_POINTS, rows);
}

function columnsAt(points: number, rows: readonly PrintedLine[]): Columns {
  const widthMm = { ...COLUMNS, item: 0 } as Record<ColumnName, number>;
  let others = 0;
  for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
    const needed = Math.max(...rows.map((row) => textEm(row[name]))) * emMm(points) + PADDING_MM;
    widthMm[name] = Math.max(needed, points === TEXT_POINTS ? COLUMNS[name] : 12);
    others += widthMm[name];
  }
  widthMm.item = Math.max(TABLE_MM - others, NARROWEST_ITEM_MM);
  return { points, widthMm };
}

const ROW_MM = 7;
const LINE_MM = 4;
const NOTE_POINTS = 7;
const NOTE_LINE_MM = 3.2;
/** Above and below the texts of a row, with its rule. */
const AIR_MM = 1.9;

/** The height of a table row: 7 mm, more where a long item name and a note below it in small type need it. */
export function rowHeightMm({ item, home, note }: Pick<PrintedLine, 'item' | 'home' | 'note'>, { points, widthMm }: Columns): number {
  const roomMm = widthMm.item - PADDING_MM;
  const lines = countLines(home ? `${item} ${home}` : item, points, roomMm);
  const noteMm = note === '' ? 0 : countLines(note, NOTE_POINTS, roomMm) * NOTE_LINE_MM;
  return Math.max(ROW_MM, lines * LINE_MM + noteMm + AIR_MM);
}

/** Rows that the last sheet keeps beside the totals, so that these never stand alone. */
const ROWS_WITH_TOTAL = 2;

/**
 * Splits rows over sheets. `fullMm` is the room for rows on a sheet that continues, `lastMm` on the one that
 * also carries totals and signatures. Rows stay whole and in order; one sheet if it can be.
 * @example paginate([7, 7, 7, 7], 21, 14) // [2, 2]
 */
export function paginate(heights: readonly number[], fullMm: number, lastMm: number): number[] {
  const counts: number[] = [];
  let start = 0;
  while (start < heights.length && sum(heights.slice(start)) > lastMm) {
    const fitting = countFitting(heights.slice(start), fullMm);
    const count = Math.max(1, Math.min(fitting, heights.length - start - ROWS_WITH_TOTAL));
    counts.push(count);
    start += count;
  }
  return [...counts, heights.length - start];
}

function countFitting(heights: readonly number[], roomMm: number): number {
  let used = 0;
  const beyond = heights.findIndex((height) => (used += height) > roomMm);
  return beyond === -1 ? heights.length : beyond;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
