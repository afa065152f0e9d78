import { readFileSync } from 'node:fs';
import { HyperFormula, type RawCellContent } from 'hyperformula';
import { listZipParts, unpackPart } from '../../electron/files/zip-parts.ts';

const LIMIT = 50_000_000;
const plain = (xml: string): string => xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, `'`).replace(/&amp;/g, '&');

/** The parts of a workbook as text, by name. */
export function xlsxParts(file: string): Map<string, string> {
  const archive = readFileSync(file);
  return new Map((listZipParts(archive) ?? []).map((part) => {
    const unpacked = unpackPart(archive, part, LIMIT);
    if (typeof unpacked === 'string') throw new Error(`${part.name}: ${unpacked}`);
    return [part.name, unpacked.toString('utf8')];
  }));
}

type Cell = { row: number; column: number; content: RawCellContent; /** What the file says that a formula comes to. */ kept: number | undefined };

function cellsOf(xml: string, strings: readonly string[]): Cell[] {
  return [...xml.matchAll(/<c r="([A-Z]+)(\d+)"([^>]*)>(.*?)<\/c>/gs)].map(([, letters = '', row = '', attributes = '', inner = '']) => {
    const column = [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const [formula, value] = [/<f>(.*?)<\/f>/s.exec(inner)?.[1], /<v>(.*?)<\/v>/s.exec(inner)?.[1]];
    const content = formula === undefined ? (attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value)) : `=${plain(formula)}`;
    return { row: Number(row) - 1, column, content, kept: formula === undefined ? undefined : Number(value) };
  });
}

export type Recomputed = { sheet: string; row: number; column: number; formula: string; kept: number; computed: unknown };

/** Every formula of a workbook with the value it was saved with and what an independent engine makes of it; and the cells of a sheet as they are shown. */
export function recompute(file: string): { formulas: Recomputed[]; valueOf: (sheet: string, row: number, column: number) => unknown; texts: string[] } {
  const parts = xlsxParts(file);
  const strings = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) => plain([...inner.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')));
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => plain(name));
  const sheets = new Map(names.map((name, index) => [name, cellsOf(parts.get(`xl/worksheets/sheet${String(index + 1)}.xml`) ?? '', strings)]));
  const engine = HyperFormula.buildFromSheets(Object.fromEntries([...sheets].map(([name, cells]) => {
    const grid: RawCellContent[][] = [];
    for (const { row, column, content } of cells) {
      while (grid.length <= row) grid.push([]);
      const line = grid[row] ?? [];
      while (line.length <= column) line.push(null);
      // Text that looks like a number stays text.
      line[column] = typeof content === 'string' && !content.startsWith('=') ? `'${content}` : content;
    }
    return [name, grid];
  })), { licenseKey: 'gpl-v3' });
  const valueOf = (sheet: string, row: number, column: number): unknown => engine.getCellValue({ sheet: engine.getSheetId(sheet) ?? 0, row, col: column });
  const formulas = [...sheets].flatMap(([sheet, cells]) => cells.flatMap(({ row, column, content, kept }): Recomputed[] => (kept === undefined ? [] : [{ sheet, row, column, formula: String(content), kept, computed: valueOf(sheet, row, column) }])));
  return { formulas, valueOf, texts: strings };
}
