import { readDate } from './cell-date.ts';
import { readMoment } from './cell-moment.ts';
import { isNothing, readNote, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { headerReader } from './table-header.ts';

export const readingFields = ['meter', 'at', 'energy', 'period'] as const;
export type ReadingField = (typeof readingFields)[number];
/** One row as it was read; the moment is local, energy 0.0001 kWh, and the period '' for all together. */
export type SheetReading = { /** From 1. */ row: number; meter: string; at: string; energy: number; period: string; /** As they were written. */ written: Readonly<Record<ReadingField, string>> };
export const readingReasons = ['MISSING', 'UNREADABLE', 'FUTURE', 'FALLS', 'DIFFERS'] as const;
export type ReadingIssue = { row: number; field: ReadingField; value: string; reason: (typeof readingReasons)[number] };

const NAMES: Readonly<Record<ReadingField, readonly string[]>> = {
  meter: ['电表', '分表', '电表编号', '分表编号', '表号', '电表号', '计量表', 'meter'],
  at: ['时间', '抄表时间', '读数时间', '抄表日期', '日期', 'at', 'time', 'date'],
  energy: ['读数', '电表读数', '表底', '止码', '示数', '读数kwh', '读数度', 'reading', 'register', 'energy'],
  period: ['时段', '费率', '分时', 'period'],
};
const reader = headerReader<ReadingField>({ names: NAMES, needed: ['meter', 'at', 'energy'], anchor: 'meter', unitTail: /(?!)/ });
const SUM_ROW = /^(?:合计|总计|小计|共计)/;
/** What everybody calls the periods. */
const PERIODS: Readonly<Record<string, string>> = { 尖: 'critical', 尖峰: 'critical', 峰: 'peak', 高峰: 'peak', 平: 'flat', 平段: 'flat', 谷: 'valley', 低谷: 'valley', 深谷: 'deep', 总: '', 全部: '', 总表: '', total: '' };
const NUMBER = /^(\d{1,8})(?:\.(\d{1,4})0*)?(?:kwh|度)?$/i;
const LONGEST = { meter: 30, period: 20 };

/** Reads a table of registers' readings in kWh, with at most four decimals, wherever it begins; a day alone is its midnight. Throws NO_HEADER_ROW. */
export function readReadingSheet(sheets: readonly SheetTable[]): { readings: SheetReading[]; issues: ReadingIssue[] } {
  const { sheet, index, columns } = reader.find(sheets);
  const result: { readings: SheetReading[]; issues: ReadingIssue[] } = { readings: [], issues: [] };
  sheet.rows.slice(index + 1).forEach((cells, offset) => {
    const cell = (field: ReadingField): Cell => (columns[field] === undefined ? '' : (cells[columns[field]] ?? ''));
    if (cells.every((one) => isNothing(tightCell(one))) || SUM_ROW.test(tightCell(cell('meter')))) return;
    readRow(result, { meter: readNote(cell('meter')), at: readNote(cell('at')), energy: readNote(cell('energy')), period: readNote(cell('period')) }, index + offset + 2);
  });
  return result;
}

function readRow({ readings, issues }: { readings: SheetReading[]; issues: ReadingIssue[] }, written: SheetReading['written'], row: number): void {
  const before = issues.length;
  const need = <Value>(field: ReadingField, read: (text: string) => Value | undefined): Value | undefined => {
    const text = written[field];
    const value = text === '' ? undefined : read(text);
    if (value === undefined) issues.push({ row, field, value: text, reason: text === '' ? 'MISSING' : 'UNREADABLE' });
    return value;
  };
  const meter = need('meter', (text) => (text.length <= LONGEST.meter ? text : undefined));
  const at = need('at', momentOrDay);
  const energy = need('energy', readKwh);
  const period = written.period === '' ? '' : need('period', readPeriod);
  if (issues.length === before && meter !== undefined && at !== undefined && energy !== undefined && period !== undefined) readings.push({ row, meter, at, energy, period, written });
}

function momentOrDay(text: string): string | undefined {
  const moment = readMoment(text);
  if (moment) return moment;
  const day = /[:时点]/.test(text) ? undefined : readDate(text);
  return day ? `${day} 00:00:00` : undefined;
}

/** Kilowatt-hours as 0.0001 of them. */
function readKwh(text: string): number | undefined {
  const match = NUMBER.exec(tightCell(text).replaceAll(',', ''));
  return match ? Number((match[1] ?? '') + (match[2] ?? '').padEnd(4, '0')) : undefined;
}

function readPeriod(text: string): string | undefined {
  const tight = tightCell(text);
  return PERIODS[tight] ?? PERIODS[tight.toLowerCase()] ?? (tight.length <= LONGEST.period && !/[\p{Cc}|]/u.test(tight) ? tight : undefined);
}
