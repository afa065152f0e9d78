import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Cell, SheetTable } from '../../shared/domain/cell-text.ts';
import { AppError, isAppError } from '../../shared/errors.ts';
import { decodeText, readCsvRows } from './read-csv.ts';
import { inspectXlsx, type SheetExtras } from './xlsx-parts.ts';

const LIMIT_BYTES = 30 * 1024 * 1024;
const ZIP = Buffer.from('504b0304', 'hex');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** Other programs' files that are text, or could pass for it. */
const NOT_A_TABLE = /^\s*(?:%PDF-|<!doctype|<html|<\?xml|\{\s*["}]|\[\s*[[{])/i;

/**
 * Reads every sheet of an .xlsx or .csv file as text, told apart by content and not by name: numbers as the
 * decimal digits in the file, dates as YYYY-MM-DD, error cells as their text (#REF!), empty cells as null.
 * With `sheet`, answers that sheet only.
 * Throws FILE_NOT_FOUND, FILE_TOO_LARGE (30 MB), FILE_ENCRYPTED, FILE_NOT_WORKBOOK, NO_SUCH_SHEET.
 */
export async function readTables(file: string, options: { sheet?: string } = {}): Promise<{ sheets: SheetTable[] }> {
  const content = await readBounded(file);
  const sheets = isWorkbook(content) ? await readXlsx(file, content) : [readText(file, content)];
  const { sheet } = options;
  if (sheet === undefined) return { sheets };
  const chosen = sheets.filter(({ name }) => name === sheet);
  if (chosen.length === 0) throw new AppError('NO_SUCH_SHEET', { sheet, sheets: sheets.map(({ name }) => name) });
  return { sheets: chosen };
}

/** Tells an .xlsx by its content. */
export function isWorkbook(content: Buffer): boolean {
  return content.subarray(0, 4).equals(ZIP);
}

/** The bytes of a file. Throws FILE_NOT_FOUND, FILE_TOO_LARGE (30 MB, unless another limit is given). */
export async function readBounded(file: string, limitBytes = LIMIT_BYTES): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size > limitBytes) throw new AppError('FILE_TOO_LARGE', { file, bytes: size, limitBytes });
    return await readFile(file);
  } catch (error) {
    if (isAppError(error)) throw error;
    throw new AppError('FILE_NOT_FOUND', { file }); // absent, a folder, or not ours to read
  }
}

/** Throws FILE_ENCRYPTED, FILE_NOT_WORKBOOK for the workbooks of old, which are neither .xlsx nor text. */
export function refuseOldWorkbook(file: string, content: Buffer): void {
  if (!content.subarray(0, 8).equals(COMPOUND)) return;
  if (content.includes(ENCRYPTED_STREAM)) throw new AppError('FILE_ENCRYPTED', { file });
  throw new AppError('FILE_NOT_WORKBOOK', { file, hint: 'OLD_XLS' });
}

function readText(file: string, content: Buffer): SheetTable {
  refuseOldWorkbook(file, content);
  const text = decodeText(content);
  const rows = text === undefined || NOT_A_TABLE.test(text) ? undefined : readCsvRows(text);
  if (!rows) throw new AppError('FILE_NOT_WORKBOOK', { file });
  return { name: basename(file, extname(file)), rows };
}

/** Every sheet of an .xlsx; with `times` a date is YYYY-MM-DD HH:MM:SS, to the nearest second. Throws FILE_TOO_LARGE, FILE_ENCRYPTED, FILE_NOT_WORKBOOK. */
export async function readXlsx(file: string, content: Buffer, { times = false }: { times?: boolean } = {}): Promise<SheetTable[]> {
  const extras = inspectXlsx(file, content);
  const { default: readExcelFile } = await import('read-excel-file/node'); // a start without Excel need not load it
  const sheets = await readExcelFile<string>(content, { parseNumber: (digits) => digits, trim: false }).catch(() => {
    throw new AppError('FILE_NOT_WORKBOOK', { file });
  });
  return sheets.map(({ sheet: name, data }) => {
    const own = extras.find((each) => each.name === name);
    const rows = data.map((row) => row.map((value) => cellText(value, times)));
    restoreErrors(rows, own?.errors ?? []);
    return own && own.merges.length > 0 ? { name, rows, merges: own.merges } : { name, rows };
  });
}

/** The library says `typeof Date` where it means a Date. */
function cellText(value: unknown, times: boolean): Cell {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '#VALUE!' : times ? momentText(value) : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(value);
  return value === true ? 'TRUE' : 'FALSE';
}

/** A serial number's fraction is rarely a whole second in binary. */
function momentText(value: Date): string {
  return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

function restoreErrors(rows: Cell[][], errors: SheetExtras['errors']): void {
  for (const { row, column, text } of errors) {
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = text;
  }
}
