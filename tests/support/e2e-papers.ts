import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { hledger } from './hledger.ts';

/** What `pdftotext` reads, and the size of the first page in whole millimetres. */
export function readPdf(file: string): { text: string; widthMm: number; heightMm: number; pages: number } {
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(facts) ?? [];
  const mm = (points: string) => Math.round((Number(points) / 72) * 25.4);
  return { text, widthMm: mm(width), heightMm: mm(height), pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]) };
}

/** Runs hledger on an export: `check` must be content; the balances by account, in fen, without those that are zero. */
export function hledgerBalances(file: string): Map<string, number> {
  hledger(file, 'check', '--strict');
  const csv = hledger(file, 'balance', '--flat', '--no-total', '-O', 'csv');
  const rows = csv.trim().split('\n').slice(1).map((line) => /^"([^"]+)","(-?)(\d+)\.(\d\d) CNY"$/.exec(line));
  return new Map(rows.map((match) => {
    if (!match) throw new Error(`hledger wrote something else:\n${csv}`);
    const [, account = '', sign, yuan, fen] = match;
    return [account, (sign === '-' ? -1 : 1) * (Number(yuan) * 100 + Number(fen))];
  }));
}

/** The rows of a workbook's first sheet as texts, the header row first. */
export async function readWorkbook(file: string): Promise<string[][]> {
  const [sheet] = await readExcelFile(file);
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))));
}

/** The rows of a CSV file without quotes inside its cells, the header row first. */
export function readCsv(file: string): string[][] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '').trim();
  return text.split(/\r?\n/).map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

/** An amount as the screen or a file writes it, in fen. */
export function fenOf(text: string): number {
  const [, sign, yuan, fen] = /^([-−]?)¥?(\d+)(?:\.(\d\d?))?$/.exec(text.replaceAll(',', '').trim()) ?? [];
  if (yuan === undefined) throw new Error(`not an amount: ${text}`);
  return (sign ? -1 : 1) * (Number(yuan) * 100 + Number((fen ?? '').padEnd(2, '0')));
}
