import { AppError, type Refusals } from '../errors.ts';
import { readDate } from './cell-date.ts';
import { tightCell } from './cell-text.ts';
import { divideHalfUp } from './money.ts';

/** What a file has at one place of a line, and how it is called there: for the refusal when it cannot be read. */
export type Place = { row: number; column: string };

/** A cell without the backtick, the tab and the apostrophe that keep programs from taking a number for one. */
export function plainCell(cell: string | null | undefined): string {
  return (cell ?? '').replace(/^[\s\uFEFF]*[`']?/, '').trim();
}

/** A head as it is compared: one width, no spaces, no backtick, no unit marks of yuan. */
export function plainHead(cell: string | null | undefined): string {
  return tightCell(plainCell(cell)).replaceAll('(', '').replaceAll(')', '').replace(/元$/, '');
}

const AMOUNT = /^([+-]?)(\d{1,13})(?:\.(\d{0,20}))?$/;

/**
 * An amount in 0.000001 yuan; undefined when it is none. Text all the way: no floating point. Of further decimals only a spreadsheet's
 * noise (118.72000000000001, 118.7199999999999) is understood.
 */
function readMillionths(text: string): bigint | undefined {
  const match = AMOUNT.exec(text.normalize('NFKC').replace(/[,\s¥]/g, ''));
  if (!match) return undefined;
  const [, sign, whole = '0', decimals = ''] = match;
  const noise = decimals.slice(6);
  if (!/^(?:0*|0{3}\d*|9{3}\d*)$/.test(noise)) return undefined;
  const units = BigInt(whole) * 1_000_000n + BigInt(decimals.slice(0, 6).padEnd(6, '0')) + (/^9{3}/.test(noise) ? 1n : 0n);
  return sign === '-' ? -units : units;
}

/** An amount in fen; an empty cell and a dash are 0. Throws CHANNEL_LINE_UNREADABLE, also for parts of a fen. */
export function readFen(cell: string | null | undefined, place: Place): number {
  const text = plainCell(cell);
  if (text === '' || text === '-' || text === '--') return 0;
  const units = readMillionths(text);
  if (units === undefined || units % 10_000n !== 0n) throw unreadable(text, place);
  return Number(units / 10_000n);
}

/** A fee in 0.000001 yuan: WeChat prints five decimals. An empty cell is 0. Throws CHANNEL_LINE_UNREADABLE. */
export function readFee(cell: string | null | undefined, place: Place): bigint {
  const text = plainCell(cell);
  if (text === '') return 0n;
  const units = readMillionths(text);
  if (units === undefined) throw unreadable(text, place);
  return units;
}

/** A fee in fen, rounded half up, once. */
export function feeFen(millionths: bigint): number {
  return Number(divideHalfUp(millionths, 10_000n));
}

/** A whole number such as a count; undefined when it is none (WeChat writes 45 as 45.0). */
export function readCount(cell: string | null | undefined): number | undefined {
  const match = /^(\d{1,9})(?:\.0*)?$/.exec(plainCell(cell));
  return match ? Number(match[1]) : undefined;
}

/** The channel's number as text. Throws CHANNEL_LINE_UNREADABLE for one that Excel made 4.2E+27 of. */
export function readNumber(cell: string | null | undefined, place: Place): string {
  const text = plainCell(cell);
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) throw unreadable(text, place);
  return text === '-' ? '' : text;
}

const CLOCK = /(?:^|[^\d])(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?/;
const COMPACT_CLOCK = /^\d{8}\s?(\d{2})(\d{2})(\d{2})$|^(\d{2})(\d{2})(\d{2})$/;

/** The day of a cell, with or without its time. Throws CHANNEL_LINE_UNREADABLE. */
export function readDay(cell: string | null | undefined, place: Place): string {
  const day = findDay(cell);
  if (!day) throw unreadable(plainCell(cell), place);
  return day;
}

/** The day of a cell; undefined when it has none. */
export function findDay(cell: string | null | undefined): string | undefined {
  const text = plainCell(cell).replace(/^(\d{8})\s?\d{6}$/, '$1').replace(/(\d{4}-\d{2}-\d{2})T.*/, '$1');
  return readDate(text) || undefined;
}

/** HH:MM:SS of a cell, or '' where it has no time. */
export function readClock(cell: string | null | undefined): string {
  const text = plainCell(cell);
  const compact = COMPACT_CLOCK.exec(text);
  const [hour, minute, second] = compact ? [compact[1] ?? compact[4], compact[2] ?? compact[5], compact[3] ?? compact[6]] : (CLOCK.exec(text)?.slice(1) ?? []);
  if (hour === undefined || minute === undefined) return '';
  return `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
}

export function unreadable(value: string, { row, column }: Place): AppError {
  return new AppError('CHANNEL_LINE_UNREADABLE', { row, column, value: value.slice(0, 60) });
}

export function truncated(what: Refusals['CHANNEL_FILE_TRUNCATED']['what'], row: number, expected: number, found: number): AppError {
  return new AppError('CHANNEL_FILE_TRUNCATED', { what, row, expected, found });
}
