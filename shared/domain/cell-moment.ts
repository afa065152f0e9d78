import { foldCell, isNothing, type Cell } from './cell-text.ts';
import { divideHalfUp } from './money.ts';
import { isDay } from './period.ts';

const SPELLED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(上午|下午|凌晨|AM|PM)? ?(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?秒?)?分? ?(AM|PM)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})[ T]?(\d{2}):?(\d{2}):?(\d{2})$/;
const PLAIN = /^20\d\d-(?:0[1-9]|1[0-2])-(?:[01]\d|2[0-8]) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const SERIAL = /^([1-9]\d{4})\.(\d+)$/;
const STILL_IN = /^(?:未|没有|无)(?:出|离|驶出|入|进|驶入)[场口]?(?:时间|记录)?$|^(?:仍)?在场(?:内|中)?$|^场内$|^停车中$/;
const DAY_SECONDS = 86_400;

/**
 * Reads a moment in any spelling of a barrier system (2026-10-03 08:05:09, 2026/10/3 8:05, 20261003080509, 2026年10月3日8时5分, 下午, an Excel serial)
 * as `YYYY-MM-DD HH:MM:SS`, local and without zone. Answers '' for an empty cell and undefined for what is none; a day without a time of day is none.
 */
export function readMoment(cell: Cell | undefined): string | undefined {
  // Most of a hundred thousand lines are written just so; day 00 is none.
  if (cell && PLAIN.test(cell) && !cell.startsWith('00', 8)) return cell;
  const text = foldCell(cell).replace(/^['`]/, '');
  if (isNothing(text) || STILL_IN.test(text.replaceAll(' ', ''))) return '';
  const serial = SERIAL.exec(text);
  if (serial) return momentOfSecond((Number(serial[1]) - 25_569) * DAY_SECONDS + secondsOfFraction(serial[2] ?? ''));
  const compact = COMPACT.exec(text);
  if (compact) return momentOf(compact.slice(1, 7).map(Number));
  const match = SPELLED.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 5, 6, 7].map((index) => Number(match[index] ?? 0));
  return momentOf([year ?? 0, month ?? 0, day ?? 0, hourOf(hour ?? 0, match[4] ?? match[8]), minute ?? 0, second ?? 0]);
}

/** The seconds of a day that decimals of it are, to the nearest. */
function secondsOfFraction(decimals: string): number {
  return Number(divideHalfUp(BigInt(decimals) * BigInt(DAY_SECONDS), 10n ** BigInt(decimals.length)));
}

/** Of 12 hours with 上午 or 下午; 12 AM is midnight. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour > 12) return /下午|PM/i.test(half) ? hour : 24;
  return (hour % 12) + (/下午|PM/i.test(half) ? 12 : 0);
}

function momentOf([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): string | undefined {
  const two = (value: number) => String(value).padStart(2, '0');
  const on = `${year}-${two(month)}-${two(day)}`;
  return isDay(on) && hour < 24 && minute < 60 && second < 60 ? `${on} ${two(hour)}:${two(minute)}:${two(second)}` : undefined;
}

/** Seconds since 1970 of a local moment, as if it were UTC. */
export function secondOf(moment: string): number {
  return Date.UTC(Number(moment.slice(0, 4)), Number(moment.slice(5, 7)) - 1, Number(moment.slice(8, 10)), Number(moment.slice(11, 13)), Number(moment.slice(14, 16)), Number(moment.slice(17, 19))) / 1000;
}

/** The inverse of `secondOf`. */
export function momentOfSecond(second: number): string {
  return new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
