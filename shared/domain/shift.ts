import type { PaymentMethod } from '../contract/payments.ts';
import { AppError } from '../errors.ts';
import { sumFen, type Fen } from './money.ts';

/** Notes and coins that are counted, largest first, in fen: 100 yuan to 1 jiao. */
export const noteFaces = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10] as const;
export type NoteCount = { faceFen: (typeof noteFaces)[number]; pieces: number };

/** What counted notes and coins come to, in fen. */
export function sumNotes(notes: readonly NoteCount[]): Fen {
  return sumFen(notes.map(({ faceFen, pieces }) => faceFen * pieces));
}

/** One line for each face, largest first; a face counted twice is summed, one not counted is left out. */
export function tidyNotes(notes: readonly NoteCount[]): NoteCount[] {
  return noteFaces.map((faceFen) => ({ faceFen, pieces: notes.filter((note) => note.faceFen === faceFen).reduce((sum, { pieces }) => sum + pieces, 0) })).filter(({ pieces }) => pieces > 0);
}

/**
 * What must lie in the drawer, in fen: the float, and all cash taken less all cash given.
 * @example expectedCash(20_000, [10_000, -2_500]) // 27_500
 */
export function expectedCash(floatFen: number, cashFen: readonly number[]): Fen {
  return sumFen([floatFen, ...cashFen]);
}

const METHODS: readonly PaymentMethod[] = ['cash', 'wechat', 'alipay', 'card', 'transfer'];
export type MatrixKind = 'receipt' | 'void' | 'reversal' | 'refund' | 'deposit-return' | 'charging-payback' | 'other';
export type MatrixLine = { kind: MatrixKind; item: string; itemName: string; fund: string; method: PaymentMethod; /** In positive, out negative. */ amountFen: number };
export type MethodSums = Record<PaymentMethod | 'totalFen', number>;
export type MatrixRow = Omit<MatrixLine, 'method' | 'amountFen'> & { byMethod: MethodSums };

const KINDS: readonly MatrixKind[] = ['receipt', 'void', 'reversal', 'refund', 'deposit-return', 'charging-payback', 'other'];

/**
 * Lays money out by kind, item and fund (rows) and by method (columns); each row and the foot sum to their total.
 * Rows keep the order in which they first appear within their kind; what comes to nothing by every method is left out.
 */
export function buildMatrix(lines: readonly MatrixLine[]): { rows: MatrixRow[]; totals: MethodSums } {
  const rows = new Map<string, { head: MatrixLine; lines: MatrixLine[] }>();
  for (const line of lines) {
    const key = JSON.stringify([line.kind, line.item, line.fund]);
    const row = rows.get(key) ?? { head: line, lines: [] };
    row.lines.push(line);
    rows.set(key, row);
  }
  const all = [...rows.values()].map(({ head: { kind, item, itemName, fund }, lines: own }): MatrixRow => ({ kind, item, itemName, fund, byMethod: sumMethods(own) }));
  const filled = all.filter(({ byMethod }) => METHODS.some((method) => byMethod[method] !== 0));
  return { rows: KINDS.flatMap((kind) => filled.filter((row) => row.kind === kind)), totals: sumMethods(lines) };
}

function sumMethods(lines: readonly Pick<MatrixLine, 'method' | 'amountFen'>[]): MethodSums {
  const of = (method: PaymentMethod): number => sumFen(lines.filter((line) => line.method === method).map(({ amountFen }) => amountFen));
  const sums = { cash: of('cash'), wechat: of('wechat'), alipay: of('alipay'), card: of('card'), transfer: of('transfer') };
  return { ...sums, totalFen: sumFen(Object.values(sums)) };
}

export type FundCash = { fund: string; amountFen: number };

/**
 * Splits cash that goes to the bank over the funds it belongs to, in fen: what the shift took of each, largest first
 * (ties: the earlier), then what `property` holds besides, then the others; never more of a fund than it holds in
 * cash. Parts sum to `bankedFen` and are above zero. Throws BANKED_EXCEEDS_CASH.
 * @example splitBanked(12_000, [{ fund: 'property', amountFen: 10_000 }, { fund: 'common', amountFen: 5_000 }], held) // property 10_000, common 2_000
 */
export function splitBanked(bankedFen: number, took: readonly FundCash[], held: readonly FundCash[]): FundCash[] {
  const left = new Map(held.filter(({ amountFen }) => amountFen > 0).map(({ fund, amountFen }) => [fund, amountFen]));
  const cashFen = sumFen(left.values());
  if (bankedFen > cashFen) throw new AppError('BANKED_EXCEEDS_CASH', { bankedFen, cashFen });
  const parts = new Map<string, number>();
  let missing = bankedFen;
  const takeFrom = (fund: string, mostFen: number): void => {
    const amountFen = Math.min(missing, mostFen, left.get(fund) ?? 0);
    if (amountFen <= 0) return;
    parts.set(fund, (parts.get(fund) ?? 0) + amountFen);
    left.set(fund, (left.get(fund) ?? 0) - amountFen);
    missing -= amountFen;
  };
  for (const { fund, amountFen } of largestFirst(took)) takeFrom(fund, amountFen);
  takeFrom('property', missing);
  for (const { fund } of largestFirst(held)) takeFrom(fund, missing);
  return [...parts].map(([fund, amountFen]) => ({ fund, amountFen }));
}

const largestFirst = (list: readonly FundCash[]): FundCash[] => [...list].sort((one, other) => other.amountFen - one.amountFen);

export type SeriesRange = { series: string; count: number; runs: { first: string; last: string }[]; missing: string[] };

/**
 * The numbers that a shift took (`SJ-2026-000007` …), by series and year: runs without a break, and those between its
 * first and last that are not in `existing` either: no desk has them.
 */
export function rangeNumbers(taken: readonly string[], existing: readonly string[]): SeriesRange[] {
  const found = new Set([...existing, ...taken]);
  const series = new Map<string, number[]>();
  for (const no of new Set(taken)) {
    const key = no.slice(0, no.lastIndexOf('-'));
    series.set(key, [...(series.get(key) ?? []), Number(no.slice(key.length + 1))]);
  }
  return [...series].sort(([one], [other]) => orderOf(one) - orderOf(other) || (one < other ? -1 : 1)).map(([key, numbers]) => {
    const sorted = numbers.sort((one, other) => one - other);
    const print = (no: number): string => `${key}-${String(no).padStart(6, '0')}`;
    const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
    const missing = Array.from({ length: last - first + 1 }, (_, index) => print(first + index)).filter((no) => !found.has(no));
    return { series: key, count: sorted.length, runs: runsOf(sorted).map((run) => ({ first: print(run.first), last: print(run.last) })), missing };
  });
}

/** Receipts first, then what undoes them, then deposits and what is paid ahead for charging. */
const SERIES = ['SJ', 'ZF', 'HC', 'TK', 'YJ', 'YT', 'CZ', 'CT'];
const orderOf = (series: string): number => SERIES.indexOf(series.slice(0, 2));

function runsOf(sorted: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const no of sorted) {
    const run = runs.at(-1);
    if (run && no === run.last + 1) run.last = no;
    else runs.push({ first: no, last: no });
  }
  return runs;
}
