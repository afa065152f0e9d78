import Papa from 'papaparse';
import type { Cell } from '../../shared/domain/cell-text.ts';

/** Decodes text as offices save it: UTF-8, UTF-16 with its mark, else GB18030. Undefined when it is no text. */
export function decodeText(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  if (bytes.includes(0)) return undefined;
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}

function decodeAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not in this encoding
  }
}

/** Reads CSV text parted by commas, semicolons or tabs; undefined when no line is parted at all. */
export function readCsvRows(text: string): Cell[][] | undefined {
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return undefined;
  const { data } = Papa.parse<string[]>(text, { delimiter });
  const rows = data.map((row) => row.map((cell) => (cell === '' ? null : cell)));
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === null)) rows.pop();
  return rows;
}

const SAMPLE_LENGTH = 65_536;

/** The delimiter that parts the most lines of the beginning into the most cells, quoted text left out. */
export function delimiterOf(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE_LENGTH).replace(/"[^"]*"/g, '');
  let best: { delimiter: string; count: number } | undefined;
  for (const delimiter of ['\t', ';', ',']) {
    const count = sample.split(delimiter).length - 1;
    if (count > (best?.count ?? 0)) best = { delimiter, count };
  }
  return best?.delimiter;
}
