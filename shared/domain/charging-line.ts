import { foldCell, isNothing, remembering, type Cell } from './cell-text.ts';
import { ARREARS, readQuantity, type NumberCell, type Quantity } from './cell-number.ts';
import type { EnergyUnit, SessionColumn } from './charging-columns.ts';
import { readMoment, secondOf } from './cell-moment.ts';
import { WATT_SECONDS } from './charging-price.ts';
import { LOCAL_SECONDS } from './period.ts';
import { readPlate } from './plate.ts';

/** Why a line is neither billed nor lost, but waits for a person. */
export const reviewReasons = [
  'NO_END', 'ENDS_AT_START', 'ENDS_BEFORE_START', 'TOO_LONG', 'TIME_UNREADABLE', 'IN_FUTURE', 'ENERGY_UNREADABLE', 'ENERGY_ZERO', 'ENERGY_NEGATIVE', 'ENERGY_ABOVE_RATED', 'UNKNOWN_DEVICE', 'UNKNOWN_CONNECTOR', 'OUT_OF_SERVICE',
  'NO_TARIFF', 'AMOUNT_UNREADABLE', 'PREPAID_MISMATCH', 'NOT_FINISHED', 'UNKNOWN_PAYER', 'MONTH_CLOSED', 'CONFLICT',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];
/** A conflict is told by two lines, never by one. */
export type LineFault = Exclude<ReviewReason, 'CONFLICT'>;

/** A line as it was read: seconds are local, energy is 0.0001 kWh, amounts are fen; null where the line has none. */
export type SessionLine = {
  orderNo: string; device: string; connector: number; start: number | null; end: number | null; energy: number | null; theirEnergyFen: number | null; theirServiceFen: number | null; theirFen: number | null; prepaidFen: number | null; refundFen: number | null;
  customer: string; phoneTail: string; plate: string; card: string; paidBy: string; stop: string; unplugged: number | null; reported: { code: string; energy: number }[];
  fault: LineFault | null; /** What the fault is about. */ value: string;
};

const KWH: Quantity = { decimals: 4, prefix: /^(?!)/, suffix: /(?:度|千瓦时|kw·?h)$/i, maximum: 9_999_999_999 };
const WH: Quantity = { decimals: 1, prefix: /^(?!)/, suffix: /(?:瓦时|wh)$/i, maximum: 9_999_999_999 };
const FOUR_DIGITS = /^\d{4}$/;
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i;
const ISO_ZONE = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})$/i;
const DONE = /完成|结束|已支付|已结算|正常|成功|finish|complete|done|success|closed/i;
const UNDONE = /未|进行|充电中|取消|异常|失败|待|cancel|fail|progress|pending/i;
const PERIODS = ['critical', 'peak', 'flat', 'valley', 'deep'] as const satisfies readonly SessionColumn[];

export type LineReader = (cells: readonly Cell[]) => SessionLine;
export type ReaderOptions = { columns: Partial<Record<SessionColumn, number>>; energyUnit: EnergyUnit; utc: boolean };

/** An order number as text; '' when there is none. It has up to 32 digits, often a tab, an apostrophe or ="…" around them. */
export function readOrderNo(cell: Cell | undefined): string {
  // The tab that platforms put behind it would make folding slow.
  const text = foldCell(cell?.endsWith('\t') ? cell.slice(0, -1) : cell).replace(/^(?:['`]|=?")|"$/g, '').trim();
  return isNothing(text) ? '' : text;
}

/** A number that Excel made 2.02600E+23 of: its digits are lost. */
export function isScientific(orderNo: string): boolean {
  return SCIENTIFIC.test(orderNo);
}

/** Makes a reader of a platform's lines. It tells what is wrong with a line by itself; what the books know (device, tariff) comes later. */
export function lineReader({ columns, energyUnit, utc }: ReaderOptions): LineReader {
  const secondAt = momentReader(utc);
  const quantity = energyUnit === 'kWh' ? KWH : WH;
  const periods = PERIODS.filter((code) => columns[code] !== undefined);
  const place = (column: SessionColumn): number => columns[column] ?? -1;
  const at = {
    order: place('order'), device: place('device'), connector: place('connector'), start: place('start'), end: place('end'), unplugged: place('unplugged'), energy: place('energy'), theirEnergy: place('theirEnergy'), theirService: place('theirService'), theirTotal: place('theirTotal'),
    prepaid: place('prepaid'), refund: place('refund'), customer: place('customer'), plate: place('plate'), card: place('card'), paidBy: place('paidBy'), stop: place('stop'), status: place('status'),
  };
  // What repeats itself from line to line is read once.
  const [deviceOf, connectorAt, wordOf, isUndone] = [remembering((cell) => textOf(cell).toUpperCase()), remembering((cell) => connectorOf(textOf(cell))), remembering(textOf), remembering((cell) => isUnfinished(textOf(cell)))];
  return (cells) => {
    const start = secondAt(cells[at.start] ?? null);
    const end = secondAt(cells[at.end] ?? null);
    const unplugged = secondAt(cells[at.unplugged] ?? null);
    const energy = amountAt(cells[at.energy], quantity);
    const theirEnergy = amountAt(cells[at.theirEnergy], ARREARS);
    const theirService = amountAt(cells[at.theirService], ARREARS);
    const total = amountAt(cells[at.theirTotal], ARREARS);
    const prepaid = amountAt(cells[at.prepaid], ARREARS);
    const refund = amountAt(cells[at.refund], ARREARS);
    const [theirEnergyFen, theirServiceFen] = [unitsOf(theirEnergy), unitsOf(theirService)];
    const customer = textOf(cells[at.customer] ?? null);
    const line: SessionLine = {
      orderNo: readOrderNo(cells[at.order]), device: deviceOf(cells[at.device] ?? null), connector: connectorAt(cells[at.connector] ?? null), start: start ?? null, end: end ?? null, energy: unitsOf(energy), theirEnergyFen, theirServiceFen,
      theirFen: unitsOf(total) ?? (theirEnergyFen !== null && theirServiceFen !== null ? theirEnergyFen + theirServiceFen : null), prepaidFen: unitsOf(prepaid), refundFen: unitsOf(refund),
      customer, phoneTail: tailOf(customer), plate: plateOf(textOf(cells[at.plate] ?? null)), card: textOf(cells[at.card] ?? null), paidBy: wordOf(cells[at.paidBy] ?? null), stop: wordOf(cells[at.stop] ?? null), unplugged: unplugged ?? null,
      reported: periods.length === 0 ? NONE : periods.flatMap((code) => { const units = unitsOf(amountAt(cells[place(code)], quantity)); return units === null ? [] : [{ code, energy: units }]; }), fault: null, value: '',
    };
    const unreadable = isFaulty(theirEnergy) || isFaulty(theirService) || isFaulty(total) || isFaulty(prepaid) || isFaulty(refund);
    const fault = timeFault(start, end, unplugged) ?? energyFault(energy) ?? (unreadable ? 'AMOUNT_UNREADABLE' : null) ?? prepaidFault(line) ?? (isUndone(cells[at.status] ?? null) ? 'NOT_FINISHED' : null);
    if (!fault) return line;
    const about = COLUMN_OF_FAULT[fault];
    return { ...line, fault, value: about === undefined ? '' : foldCell(cells[place(about)]).slice(0, LONGEST_TEXT) };
  };
}

const NONE: SessionLine['reported'] = [];
const LONGEST_TEXT = 60;

function textOf(cell: Cell): string {
  if (cell === null || cell === '') return '';
  const folded = foldCell(cell);
  return isNothing(folded) ? '' : folded.replace(/\p{Cc}/gu, '').slice(0, LONGEST_TEXT);
}

const amountAt = (cell: Cell | undefined, quantity: Quantity): NumberCell => (cell === undefined || cell === null || cell === '' ? undefined : readQuantity(cell, quantity));
const unitsOf = (read: NumberCell): number | null => (read && 'units' in read ? read.units : null);
const isFaulty = (read: NumberCell): boolean => read !== undefined && 'fault' in read;

const COLUMN_OF_FAULT: Partial<Record<LineFault, SessionColumn>> = { TIME_UNREADABLE: 'start', NO_END: 'end', ENDS_AT_START: 'end', ENDS_BEFORE_START: 'end', TOO_LONG: 'end', ENERGY_UNREADABLE: 'energy', ENERGY_ZERO: 'energy', ENERGY_NEGATIVE: 'energy', PREPAID_MISMATCH: 'refund', NOT_FINISHED: 'status', AMOUNT_UNREADABLE: 'theirTotal' };

type ReadSecond = number | null | undefined;

function timeFault(start: ReadSecond, end: ReadSecond, unplugged: ReadSecond): LineFault | null {
  if (start === undefined || start === null || end === undefined || unplugged === undefined) return 'TIME_UNREADABLE';
  if (end === null) return 'NO_END';
  if (end === start) return 'ENDS_AT_START';
  if (end < start) return 'ENDS_BEFORE_START';
  return end - start > 7 * 86_400 ? 'TOO_LONG' : null;
}

function energyFault(energy: NumberCell): LineFault | null {
  if (!energy || 'fault' in energy) return 'ENERGY_UNREADABLE';
  return energy.units === 0 ? 'ENERGY_ZERO' : energy.units < 0 ? 'ENERGY_NEGATIVE' : null;
}

function prepaidFault({ prepaidFen, refundFen, theirFen }: SessionLine): LineFault | null {
  return prepaidFen !== null && refundFen !== null && theirFen !== null && prepaidFen - refundFen !== theirFen ? 'PREPAID_MISMATCH' : null;
}

function isUnfinished(status: string): boolean {
  return status !== '' && UNDONE.test(status) && !/^已(?:完成|结束)/.test(status) && !(DONE.test(status) && !/未|异常|失败/.test(status));
}

/** Reads moments as local seconds: null for an empty cell, undefined for what is no time. A day is looked up once. */
function momentReader(utc: boolean): (cell: Cell) => number | null | undefined {
  const midnights = new Map<string, number>();
  const shift = utc ? LOCAL_SECONDS : 0;
  return (cell) => {
    if (cell === null || cell === '') return null;
    const zoned = cell.length > 19 || cell.endsWith('Z') ? ISO_ZONE.exec(cell.trim()) : null;
    if (zoned) return zonedSecond(zoned);
    const moment = readMoment(cell.endsWith('\t') ? cell.trim() : cell);
    if (moment === undefined) return undefined;
    if (moment === '') return null;
    const day = moment.slice(0, 10);
    let midnight = midnights.get(day);
    if (midnight === undefined) midnights.set(day, (midnight = secondOf(`${day} 00:00:00`)));
    return midnight + clockSeconds(moment) + shift;
  };
}

const ZERO = 48;

/** Seconds since midnight of `YYYY-MM-DD HH:MM:SS`. */
function clockSeconds(moment: string): number {
  return twoDigits(moment, 11) * 3600 + twoDigits(moment, 14) * 60 + twoDigits(moment, 17);
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

function zonedSecond([, day = '', clock = '', zone = '']: RegExpExecArray): number | undefined {
  const moment = readMoment(`${day} ${clock}`);
  if (!moment) return undefined;
  const sign = zone.startsWith('-') ? -1 : 1;
  const offset = /^z$/i.test(zone) ? 0 : sign * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60);
  return secondOf(moment) - offset + LOCAL_SECONDS;
}

/** 0 for what is no connector; a line without the column is of the first. */
function connectorOf(text: string): number {
  if (text === '') return 1;
  const digits = /^[A-Za-z#第号枪口插座端接]*0*(\d{1,4})(?:[#号枪口插座端接路]{1,4}|\.0+)?$/.exec(text);
  return digits ? Number(digits[1]) : /^[A-H]枪?$/i.test(text) ? text.toUpperCase().charCodeAt(0) - 64 : 0;
}

function tailOf(customer: string): string {
  const tail = customer.slice(-4);
  return FOUR_DIGITS.test(tail) ? tail : '';
}

function plateOf(text: string): string {
  return text === '' ? '' : (readPlate(text)?.plate ?? text.toUpperCase().replace(/[\s·]/g, '').slice(0, 20));
}

/** More energy than a connector can give in the time, with five in a hundred for its meter; rated power in W. */
export function isAboveRated(energy: number, ratedW: number, seconds: number): boolean {
  // energy × 360 W·s > rated × seconds × 1.05, in whole numbers.
  return energy * WATT_SECONDS * 100 > ratedW * seconds * 105;
}
