import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { CellObject, Feature, Sheet } from 'write-excel-file/node';

/** A cell of a workbook that recomputes itself: text, a whole number, an amount in fen, or a formula with what it came to. */
export type LiveCell = { text: string; bold?: boolean } | { whole: number } | { fen: number } | { formula: string; fen: number; bold?: boolean } | null;
export type LiveSheet = { name: string; /** In characters. */ widths: number[]; rows: LiveCell[][]; /** Rows that stay in sight. */ head: number };

type Content = Stream | Buffer | Blob;
const MONEY = '#,##0.00';

/**
 * Writes a workbook whose totals are formulas, each with its value beside it: a program that does not compute (a phone's viewer) shows it too.
 * Amounts stay exact: whole fen over 100 is the double that prints with those two decimals.
 */
export async function liveWorkbook(sheets: readonly LiveSheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node'); // a start without Excel need not load it
  const list: Sheet<Content>[] = sheets.map(({ name, widths, rows, head }) => ({ sheet: name, data: rows.map((row) => row.map(cellOf)), columns: widths.map((width) => ({ width })), stickyRowsCount: head }));
  return writeExcelFile(list, { features: [valuesOf(sheets)] }).toBuffer();
}

function cellOf(cell: LiveCell): CellObject | null {
  if (cell === null) return null;
  if ('formula' in cell) return { value: cell.formula, type: 'Formula', format: MONEY, ...(cell.bold && { fontWeight: 'bold' }) };
  if ('fen' in cell) return { value: cell.fen / 100, type: Number, format: MONEY };
  if ('whole' in cell) return { value: cell.whole, type: Number, format: '0' };
  return { value: cell.text, type: String, format: '@', ...(cell.bold && { fontWeight: 'bold' }) };
}

/** The writer has formulas without values; they are put in beside them. */
function valuesOf(sheets: readonly LiveSheet[]): Feature<Content> {
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: (xml, _options, { sheetIndex }) => xml.replace(/(<c r="([A-Z]+)(\d+)"[^>]*><f>[^<]*<\/f>)<\/c>/g, (whole, start: string, column: string, row: string) => {
    const cell = sheets[sheetIndex]?.rows[Number(row) - 1]?.[columnIndex(column)];
    return cell && 'formula' in cell ? `${start}<v>${cell.fen / 100}</v></c>` : whole;
  }) } } } };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** @example columnName(27) // 'AB' */
export function columnName(index: number): string {
  const first = index - (index % 26);
  return `${first === 0 ? '' : columnName(first / 26 - 1)}${String.fromCharCode(65 + (index % 26))}`;
}
