import { readChineseNumeral } from './cell-numeral.ts';
import { foldCell, isNothing, type Cell } from './cell-text.ts';
import { isDay } from './period.ts';

const SPELLED = /^(\d{4})([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})[日号]?$/;
const CHINESE = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
// Five digits reach from 1927 to 2173; shorter numbers are likelier a year than a day.
const SERIAL = /^([1-9]\d{4})(?:\.\d+)?$/;
const CLOCK = /[ T]+\d{1,2}[:时].*$/;
const DAY_MS = 86_400_000;

/**
 * Reads a date in any spelling of an office (2014-03-28, 2014/3/28, 2014.3.28, 2014年3月28日, 20140328,
 * an Excel serial, with or without a time of day) as YYYY-MM-DD.
 * Answers '' for an empty cell and undefined for what is no day from 1900 to 2099.
 */
export function readDate(cell: Cell | undefined): string | undefined {
  const folded = foldCell(cell);
  if (isNothing(folded)) return '';
  const text = folded.replace(CLOCK, '').replaceAll(' ', '');
  const serial = SERIAL.exec(text);
  if (serial) return new Date(Date.UTC(1899, 11, 30) + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10);
  const spelled = SPELLED.exec(text);
  if (spelled) return dayOf(Number(spelled[1]), Number(spelled[3]), Number(spelled[4]));
  const compact = COMPACT.exec(text);
  if (compact) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const chinese = CHINESE.exec(text);
  if (!chinese) return undefined;
  const [year, month, day] = chinese.slice(1).map(readChineseNumeral);
  return year && month && day ? dayOf(year, month, day) : undefined;
}

function dayOf(year: number, month: number, day: number): string | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) && year < 2100 ? text : undefined;
}
