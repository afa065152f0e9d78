import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { StatementRows } from '../../shared/domain/channel-types.ts';
import { AppError } from '../../shared/errors.ts';
import { decodeText, readCsvRows } from './read-csv.ts';
import { isWorkbook, readBounded, readXlsx, refuseOldWorkbook } from './read-table.ts';

/** A channel's or a barrier's file: its name without folders, the SHA-256 of its bytes, and the rows of each sheet (a text file has one). */
export type StatementFile = { name: string; digest: string; sheets: StatementRows[] };

/**
 * Reads a channel's or a barrier's file as rows of text, by content and not by name; with `times` the dates of a workbook keep their time of day. Throws FILE_NOT_FOUND, FILE_TOO_LARGE, FILE_ENCRYPTED,
 * FILE_NOT_WORKBOOK.
 */
export async function readStatementFile(file: string, options: { times?: boolean } = {}): Promise<StatementFile> {
  const content = await readBounded(file);
  const facts = { name: basename(file), digest: createHash('sha256').update(content).digest('hex') };
  if (isWorkbook(content)) return { ...facts, sheets: (await readXlsx(file, content, options)).map(({ rows }) => rows) };
  refuseOldWorkbook(file, content);
  const text = decodeCut(content);
  const rows = text === undefined ? undefined : textRows(text);
  if (!rows) throw new AppError('FILE_NOT_WORKBOOK', { file });
  return { ...facts, sheets: [rows] };
}

/** Text whose last character may be cut in two: that a file was cut off is told by its lines, not by its letters. */
function decodeCut(content: Buffer): string | undefined {
  if (content.includes(0)) return decodeText(content);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(content, { stream: true });
    } catch {
      // not in this encoding
    }
  }
  return undefined;
}

/**
 * A WeChat line is parted where a backtick follows a comma: names of goods have commas of their own, and are not quoted
 * unless a spreadsheet saved the file again.
 */
function textRows(text: string): StatementRows | undefined {
  if (!/^\s*`\d{4}-/m.test(text) || text.includes(',"`')) return readCsvRows(text);
  return text.split(/\r\n|\n|\r/).map((line) => (line.startsWith('`') ? line.split(/,(?=`)/) : (readCsvRows(line)?.[0] ?? [line])));
}
