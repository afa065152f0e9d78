import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import type { Cell } from '../../shared/domain/cell-text.ts';
import { AppError } from '../../shared/errors.ts';
import { delimiterOf } from './read-csv.ts';
import { readStatementFile } from './read-statement.ts';
import { isWorkbook, refuseOldWorkbook } from './read-table.ts';

/** Some lines of a file; `firstRow` is the first one's number, from 1. */
export type LineBatch = { firstRow: number; rows: Cell[][]; doneBytes: number };
/** A file of lines that is read part by part, so that half a million of them need neither memory nor a blocked window. */
export type LineSource = { name: string; digest: string; bytes: number; /** What its text is written in and parted by; null for a workbook. */ encoding: string | null; delimiter: string | null; batches: () => AsyncGenerator<LineBatch> };

const LIMIT_BYTES = 1024 * 1024 * 1024;
const PART_BYTES = 256 * 1024;

/**
 * Opens a table of text (comma, semicolon or tab; UTF-8, UTF-16 with its mark, GB18030) of up to 1 GiB, or the first sheet of a workbook.
 * Throws FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_NOT_WORKBOOK, FILE_ENCRYPTED.
 */
export async function openLines(file: string): Promise<LineSource> {
  const bytes = (await stat(file).catch(() => undefined))?.size;
  if (bytes === undefined) throw new AppError('FILE_NOT_FOUND', { file });
  if (bytes > LIMIT_BYTES) throw new AppError('FILE_TOO_LARGE', { file, bytes, limitBytes: LIMIT_BYTES });
  const head = await readHead(file);
  if (isWorkbook(head)) return workbookLines(file, bytes);
  refuseOldWorkbook(file, head);
  const { digest, encoding } = await surveyText(file, head);
  const beginning = encoding === undefined ? '' : new TextDecoder(encoding).decode(head);
  const delimiter = delimiterOf(beginning);
  if (encoding === undefined || delimiter === undefined) throw new AppError('FILE_NOT_WORKBOOK', { file });
  return { name: basename(file), digest, bytes, encoding: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8-bom' : encoding, delimiter, batches: () => textBatches(file, encoding, { delimiter, end: otherEnd(beginning) }) };
}

async function readHead(file: string): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(PART_BYTES), 0, PART_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    throw new AppError('FILE_NOT_FOUND', { file }); // a folder, or not ours to read
  }
}

async function workbookLines(file: string, bytes: number): Promise<LineSource> {
  const { name, digest, sheets } = await readStatementFile(file, { times: true });
  const rows = (sheets.find((sheet) => sheet.length > 0) ?? []).map((row) => [...row]);
  const PART = 2000;
  return {
    name, digest, bytes, encoding: null, delimiter: null,
    batches: async function* () {
      for (let at = 0; at < rows.length; at += PART) {
        yield await Promise.resolve({ firstRow: at + 1, rows: rows.slice(at, at + PART), doneBytes: (bytes * at) / rows.length });
      }
    },
  };
}

/** The digest of a file, and what its text is written in: every byte is looked at, since a head may be plain ASCII. Undefined for no text. */
async function surveyText(file: string, head: Buffer): Promise<{ digest: string; encoding: string | undefined }> {
  const hash = createHash('sha256');
  const marked = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
  const possible = new Map((marked === undefined ? ['utf-8', 'gb18030'] : [marked]).map((encoding) => [encoding, new TextDecoder(encoding, { fatal: true })]));
  for await (const part of createReadStream(file, { highWaterMark: PART_BYTES })) {
    const chunk = part as Buffer;
    hash.update(chunk);
    for (const [encoding, decoder] of possible) {
      try {
        decoder.decode(chunk, { stream: true });
      } catch {
        possible.delete(encoding);
      }
    }
    if (marked === undefined && chunk.includes(0)) possible.clear();
  }
  return { digest: hash.digest('hex'), encoding: possible.keys().next().value };
}

/** What ends a line besides LF: CR LF, or where a file has no LF at all its CR. Some files mix the first two. */
function otherEnd(text: string): '\r\n' | '\r' {
  return text.includes('\n') || !text.includes('\r') ? '\r\n' : '\r';
}

type Parsed = { data: string[][]; errors: { code: string }[]; meta: { cursor: number } };

/** No line of a table is longer, in characters: a quote in it was never closed. */
const LONGEST_LINE = 128 * 1024;

/** The lines of a part, and what is left to the next one. A line whose quote is never closed is taken as it stands, so that it swallows no other. */
function parseRows(text: string, delimiter: string, last: boolean): { rows: Cell[][]; left: string } {
  const rows: Cell[][] = [];
  // Papa's own parser of a part: with `ignoreLastRow` it leaves a line that is not ended, quotes and all, to the next part.
  const parse = (part: string, ignoreLastRow: boolean, fastMode?: boolean): Parsed => new Papa.Parser({ delimiter, newline: '\n', fastMode }).parse(part, 0, ignoreLastRow) as Parsed;
  for (let left = text; ;) {
    const { data, errors, meta } = parse(left, !last);
    const isOpen = last ? errors.some(({ code }) => code === 'MissingQuotes') : left.length - meta.cursor > LONGEST_LINE;
    if (!isOpen) return { rows: rows.length === 0 ? data : [...rows, ...data], left: last ? '' : left.slice(meta.cursor) };
    const whole = last ? parse(left, true) : { data, meta };
    const end = left.indexOf('\n', whole.meta.cursor);
    if (end < 0 && !last) return { rows: [...rows, ...whole.data], left: left.slice(whole.meta.cursor) };
    rows.push(...whole.data, ...parse(left.slice(whole.meta.cursor, end < 0 ? left.length : end), false, true).data);
    if (end < 0) return { rows, left: '' };
    left = left.slice(end + 1);
  }
}

async function* textBatches(file: string, encoding: string, { delimiter, end }: { delimiter: string; end: '\r\n' | '\r' }): AsyncGenerator<LineBatch> {
  const decoder = new TextDecoder(encoding);
  let [rest, firstRow, doneBytes] = ['', 1, 0];
  const parse = (text: string, last: boolean): Cell[][] => {
    // A CR at the end of a part may belong to the LF of the next.
    const held = !last && text.endsWith('\r') ? '\r' : '';
    const plain = text.slice(0, text.length - held.length).replaceAll(end, '\n');
    const { rows, left } = parseRows(plain, delimiter, last);
    rest = left + held;
    return rows;
  };
  for await (const part of createReadStream(file, { highWaterMark: PART_BYTES })) {
    const chunk = part as Buffer;
    doneBytes += chunk.length;
    const rows = parse(rest + decoder.decode(chunk, { stream: true }), false);
    if (rows.length > 0) yield { firstRow, rows, doneBytes };
    firstRow += rows.length;
  }
  const rows = parse(rest + decoder.decode(), true);
  if (rows.length > 0) yield { firstRow, rows, doneBytes };
}
