import Papa from 'papaparse';
import type { CellObject, Sheet } from 'write-excel-file/node';
import { formatFen } from '../../shared/domain/money.ts';
import { replaceFile } from './replace-file.ts';

/**
 * What a column holds: text; `fen` an integer of 0.01 yuan; `area` an integer of 0.01 m²; `rate` an integer
 * of 0.0001 yuan; `quantity` an integer of 0.0001 units; `int`; `date` a YYYY-MM-DD.
 */
export type TableKind = 'text' | 'fen' | 'int' | 'date' | 'area' | 'rate' | 'quantity';
/** A column as it is shown and saved. */
export type TableColumn = { title: string; /** In characters. */ width: number; kind: TableKind };
/** A cell in the units of its column; null for an empty one. */
export type TableValue = string | number | null;
/**
 * One list as it is shown, to be saved either way with equal rows. `totals` stand below them in a workbook only:
 * a CSV file is read by programs, which would take them for rows.
 */
export type Table = { sheets: { name: string; columns: TableColumn[]; rows: TableValue[][]; totals?: TableValue[][] }[] };

const FORMATS: Readonly<Record<TableKind, string | undefined>> = {
  text: '@', fen: '#,##0.00', int: '0', date: 'yyyy-mm-dd', area: '#,##0.00', rate: '0.00##', quantity: '#,##0.####',
};
const DIVISORS: Readonly<Partial<Record<TableKind, number>>> = { fen: 100, area: 100, rate: 10_000, quantity: 10_000 };
/** Excel's limit of 1,048,576 rows, less the header and the totals. */
const SHEET_ROWS = 1_048_570;

/**
 * Writes a table as .xlsx with number formats, a bold frozen header and column widths. Amounts stay exact:
 * a whole number of fen over 100 is the double that prints with those two decimals.
 * A list longer than a sheet goes on in the next one. Throws FILE_NOT_WRITABLE, DISK_FULL.
 */
export async function writeXlsx(file: string, table: Table): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/node'); // a start without Excel need not load it
  const sheets: Sheet<never>[] = [];
  for (const { name, columns, rows, totals = [] } of table.sheets) {
    for (let from = 0; from === 0 || from < rows.length; from += SHEET_ROWS) {
      const part = rows.slice(from, from + SHEET_ROWS);
      sheets.push({
        sheet: sheetName(name, sheets.map(({ sheet = '' }) => sheet)),
        data: [
          columns.map(({ title }): CellObject => ({ value: title, type: String, fontWeight: 'bold' })),
          ...part.map((row) => columns.map(({ kind }, index) => xlsxCell(row[index] ?? null, kind))),
          ...(from + SHEET_ROWS >= rows.length ? totals : []).map((row) => columns.map(({ kind }, index) => totalCell(row[index] ?? null, kind))),
        ],
        columns: columns.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
      });
    }
  }
  await replaceFile(file, await writeExcelFile(sheets).toBuffer());
}

function xlsxCell(value: TableValue, kind: TableKind): CellObject | null {
  if (value === null || value === '') return null;
  const format = FORMATS[kind];
  const style = format === undefined ? {} : { format };
  if (kind === 'date' && typeof value === 'string') {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, ...style };
  }
  if (typeof value === 'string' || kind === 'text') return { value: String(value), type: String, format: '@' };
  return { value: value / (DIVISORS[kind] ?? 1), type: Number, ...style };
}

function totalCell(value: TableValue, kind: TableKind): CellObject | null {
  // What a total says stands in whatever column is first.
  const cell = xlsxCell(value, typeof value === 'string' ? 'text' : kind);
  return cell && { ...cell, fontWeight: 'bold', topBorderStyle: 'thin' };
}

const LONGEST_NAME = 31;

/** Excel wants sheet names of 31 characters at most, without []/\:*?, each only once. */
function sheetName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/[[\]/\\:*?]/g, ' ').trim().slice(0, LONGEST_NAME) || 'Sheet';
  for (let count = 1; ; count += 1) {
    const tail = count === 1 ? '' : ` ${count}`;
    const candidate = plain.slice(0, LONGEST_NAME - tail.length) + tail;
    if (!taken.includes(candidate)) return candidate;
  }
}

/**
 * Writes a table as CSV (UTF-8 with its mark, so that Excel reads Chinese): amounts as plain decimals.
 * Text that a spreadsheet would run as a formula is led by an apostrophe; numbers never are. Several sheets
 * follow each other under their names. Throws FILE_NOT_WRITABLE, DISK_FULL.
 */
export async function writeCsv(file: string, table: Table): Promise<void> {
  const texts = table.sheets.map(({ name, columns, rows }) => {
    const body = [
      columns.map(({ title }) => guardFormula(title)),
      ...rows.map((row) => columns.map(({ kind }, index) => csvCell(row[index] ?? null, kind))),
    ];
    return Papa.unparse(table.sheets.length === 1 ? body : [[guardFormula(name)], ...body], { newline: '\r\n' });
  });
  await replaceFile(file, `\ufeff${texts.join('\r\n\r\n')}\r\n`);
}

function csvCell(value: TableValue, kind: TableKind): string {
  if (value === null) return '';
  if (typeof value === 'string') return guardFormula(value);
  if (kind === 'fen' || kind === 'area') return formatFen(value, { separators: false });
  return String(kind === 'rate' || kind === 'quantity' ? value / 10_000 : value);
}

const FORMULA_START = /^[\s]*[=+\-@＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

function guardFormula(text: string): string {
  return (FORMULA_START.test(text) || /^[\t\r]/.test(text)) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
