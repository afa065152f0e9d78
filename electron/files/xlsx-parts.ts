import { AppError } from '../../shared/errors.ts';
import { listZipParts, unpackPart } from './zip-parts.ts';

/** What the reading library leaves out of a sheet: cells that hold an error, and cells merged downwards. */
export type SheetExtras = {
  name: string;
  errors: { row: number; column: number; text: string }[];
  merges: { column: number; firstRow: number; lastRow: number }[];
};

/** A sheet of 100,000 homes unpacks to about 45 MB. */
const UNPACKED_LIMIT_BYTES = 200 * 1024 * 1024;

/**
 * Checks that an .xlsx unpacks to a bearable size (its declared sizes are not believed) and collects what
 * the library drops. An error cell must not turn into an empty one: empty arrears would be read as none.
 * Throws FILE_TOO_LARGE, FILE_ENCRYPTED, FILE_NOT_WORKBOOK.
 */
export function inspectXlsx(file: string, archive: Buffer): SheetExtras[] {
  const parts = listZipParts(archive);
  if (!parts) throw new AppError('FILE_NOT_WORKBOOK', { file });
  if (parts.some(({ encrypted }) => encrypted)) throw new AppError('FILE_ENCRYPTED', { file });
  const texts = new Map<string, Buffer>();
  let unpackedBytes = 0;
  for (const part of parts) {
    if (!part.name.endsWith('.xml') && !part.name.endsWith('.rels')) continue;
    const content = unpackPart(archive, part, UNPACKED_LIMIT_BYTES - unpackedBytes);
    if (content === 'damaged') throw new AppError('FILE_NOT_WORKBOOK', { file });
    if (content === 'too-large') {
      const bytes = Math.max(unpackedBytes + part.bytes, UNPACKED_LIMIT_BYTES + 1);
      throw new AppError('FILE_TOO_LARGE', { file, bytes, limitBytes: UNPACKED_LIMIT_BYTES });
    }
    unpackedBytes += content.length;
    texts.set(part.name, content);
  }
  return sheetParts(texts).map(({ name, content }) => ({ name, errors: errorCells(content), merges: mergedCells(content) }));
}

/** Pairs the names of the sheets with their parts, in the order of the workbook. */
function sheetParts(texts: ReadonlyMap<string, Buffer>): { name: string; content: Buffer }[] {
  const workbook = texts.get('xl/workbook.xml')?.toString('utf8') ?? '';
  const relations = texts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '';
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id')) ?? '';
    const content = texts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    return content ? [{ name: unescapeXml(attribute(tag, 'name')), content }] : [];
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex: string, decimal: string, name: string) =>
    name ? (ENTITIES[name] ?? all) : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)));
}

function errorCells(content: Buffer): SheetExtras['errors'] {
  if (!content.includes('t="e"')) return [];
  const errors: SheetExtras['errors'] = [];
  for (const match of content.toString('utf8').matchAll(/<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>(.*?)<\/(?:\w+:)?c>/gs)) {
    const at = cellAddress(attribute(` ${match[1] ?? ''}`, 'r'));
    const text = /<(?:\w+:)?v[^>]*>([^<]*)</.exec(match[2] ?? '')?.[1] ?? '#ERROR!';
    if (at) errors.push({ ...at, text: unescapeXml(text) });
  }
  return errors;
}

function mergedCells(content: Buffer): SheetExtras['merges'] {
  const start = content.indexOf('mergeCells');
  if (start < 0) return [];
  const merges: SheetExtras['merges'] = [];
  for (const match of content.toString('utf8', start).matchAll(/mergeCell\s[^>]*\bref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const [from, to] = [cellAddress(match[1] ?? ''), cellAddress(match[2] ?? '')];
    if (from && to && to.row > from.row) merges.push({ column: from.column, firstRow: from.row, lastRow: to.row });
  }
  return merges;
}

/** Reads 'B12' as 0-based row 11, column 1. */
function cellAddress(address: string): { row: number; column: number } | undefined {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}
