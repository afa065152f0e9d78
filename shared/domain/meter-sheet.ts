import { readDate } from './cell-date.ts';
import { readChineseNumeral } from './cell-numeral.ts';
import { readQuantity, type NumberCell, type NumberFault, type Quantity } from './cell-number.ts';
import { foldCell, isNothing, readNote, remembering, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { LARGEST_E4 } from './meter.ts';
import { daysInMonth, firstDay, lastDay } from './period.ts';
import { placeReader, type Place } from './roster-place.ts';
import { carryDownMerges, headerReader, type TableHeader } from './table-header.ts';

export type ReadingField = 'building' | 'unit' | 'room' | 'meter' | 'item' | 'previous' | 'current' | 'readOn' | 'replaced' | 'final' | 'base' | 'newMeter' | 'note';
export type ReadingHeader = TableHeader<ReadingField>;

const NAMES: Readonly<Record<ReadingField, readonly string[]>> = {
  building: ['楼栋', '楼栋号', '楼号', '栋号', '幢号', '座号', '楼宇', '栋', '幢', '座', '楼', 'building', 'buildingno', 'block', 'tower'],
  unit: ['单元', '单元号', '门栋', '梯号', 'unit', 'unitno', 'entrance'],
  room: ['房号', '室号', '房间号', '门牌号', '门牌', '房屋编号', '房屋', '户号', '住户', '房间', '房产', '地址', '房屋地址', '用户地址', '安装位置', '室', 'room', 'roomno', 'home', 'flat', 'apartment', 'address'],
  meter: ['表号', '表具编号', '表编号', '表具号', '水表号', '电表号', '气表号', '热表号', '燃气表号', '水表编号', '电表编号', '热表编号', '仪表编号', '表计编号', '表码号', 'meter', 'meterno', 'meternumber', 'meterid'],
  item: ['费用项', '费用项目', '收费项目', '费项', '项目', '费用类型', '表类型', '表种', '表类', '仪表类型', '类型', '类别', '品类', 'item', 'feeitem', 'type', 'metertype', 'kind'],
  previous: ['上次读数', '上期读数', '上月读数', '上次抄表', '上次', '上期', '上月', '上期止码', '上次止码', '起码', '起数', '起度', '期初读数', '前次读数', '上次示数', '上期示数', '上期表底', 'previous', 'previousreading', 'last', 'lastreading', 'from'],
  current: ['本次读数', '本期读数', '本月读数', '现读数', '抄表读数', '本次抄表', '本次', '本期', '本月', '读数', '抄表数', '表读数', '示数', '本期示数', '本次示数', '止码', '止数', '止度', '本期止码', '本次止码', '期末读数', '本期表底', '表底', 'current', 'currentreading', 'reading', 'thisreading', 'value', 'to'],
  readOn: ['抄表日期', '抄表日', '抄表时间', '本次抄表日期', '本期抄表日期', '读数日期', '日期', '抄见日期', '抄表月份', '月份', 'date', 'readon', 'readingdate', 'readdate'],
  replaced: ['换表', '是否换表', '换表标志', '换表标记', '更换', '是否更换', '新表', 'replaced', 'replacement'],
  final: ['旧表止码', '旧表读数', '旧表止数', '旧表底数', '旧表终数', '换表前读数', '拆表读数', '拆表止码', 'oldfinal', 'final', 'finalreading', 'oldmeterfinal'],
  base: ['新表起码', '新表底数', '新表读数', '新表起数', '换表后读数', '装表读数', '装表底数', 'base', 'newbase', 'basereading', 'newmeterbase'],
  newMeter: ['新表号', '新表编号', '新表具编号', 'newmeterno', 'newmeternumber'],
  note: ['备注', '说明', '附注', '情况', '抄表备注', '异常', 'note', 'notes', 'remark', 'remarks'],
};

const reader = headerReader<ReadingField>({
  names: NAMES, needed: ['room', 'current'], anchor: 'room',
  unitTail: /[/:：,，]?(?:m3|立方米|立方|方|吨|度|kwh|千瓦时|gj|吉焦|元)$/,
});

const UNITS = 'm3|m\\^3|立方米|立方|方|吨|t|度|kwh|kw·h|千瓦时|gj|吉焦|个?字';
/** A register or a quantity in 0.0001 of the item's unit. */
const REGISTER: Quantity = { decimals: 4, prefix: /^(?!)/, suffix: new RegExp(`(?:${UNITS})$`, 'i'), maximum: LARGEST_E4 };

/** A register value in 0.0001, nothing, or why it is none. */
export type RegisterCell = { valueE4: number } | { fault: NumberFault | 'NEGATIVE' } | undefined;

/** Reads a register in any spelling of a number, Chinese numerals below ten thousand included. */
export function readRegister(cell: Cell | undefined): RegisterCell {
  const read: NumberCell = readQuantity(cell, REGISTER);
  if (read === undefined) return undefined;
  if ('units' in read) return read.units < 0 ? { fault: 'NEGATIVE' } : { valueE4: read.units };
  const numeral = readChineseNumeral(tightCell(cell).replace(REGISTER.suffix, ''));
  return numeral === undefined ? read : { valueE4: numeral * 10_000 };
}

/** One row as it was read; nothing in it is compared with the books yet. */
export type SheetReading = {
  /** 1-based. */ row: number; place: Place & { agrees: boolean }; /** The room's cell run together: 32501. */ compact: string; item: string; meterNo: string; newMeterNo: string;
  previous: RegisterCell; current: RegisterCell; final: RegisterCell; base: RegisterCell;
  /** '' when the row names none, undefined when it is no day. */ readOn: string | undefined; replaced: boolean; note: string;
  cells: Partial<Record<ReadingField, string>>;
};

export type ReadingSheet = {
  sheet: string; headerRow: number; headers: Partial<Record<ReadingField, string>>; rows: SheetReading[];
  /** A day that is written above the table. */ titleDay: string | undefined;
};

/** Reads an office's list of readings out of a workbook. Throws NO_SUCH_SHEET and NO_HEADER_ROW. */
export function parseReadings(sheets: readonly SheetTable[], today: string, sheet?: string): ReadingSheet {
  const header = reader.find(sheets, sheet);
  const table = carryDownMerges(header, ['building', 'unit', 'room']);
  const place = placeReader();
  const day = remembering((cell) => readDay(cell, today));
  const rows: SheetReading[] = [];
  for (let index = header.index + 1; index < table.length; index += 1) {
    const cells = table[index] ?? [];
    if (isReading(cells, header)) rows.push(readRow(cells, index + 1, header, { place, day }));
  }
  return { sheet: header.sheet.name, headerRow: header.index + 1, headers: header.headers, rows, titleDay: titleDay(header, today) };
}

const TOTAL = /^.{0,10}(?:小计|合计|总计|共计|累计)(?:[:(\d].*|.{0,6})$|^(?:sub|grand)?-?total\b/i;
const SIGNED = /[:：]|制表|审核|抄表人|抄表员|经办|负责人|说明|^注/;

/** Blank rows, totals, repeated headers and remarks stand between readings. */
function isReading(cells: readonly Cell[], { columns }: ReadingHeader): boolean {
  const cell = (field: ReadingField): Cell => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
  const room = tightCell(cell('room'));
  if (isNothing(room) && isNothing(foldCell(cell('current')))) return false;
  if (NAMES.room.includes(reader.bare(cell('room'))) && NAMES.current.includes(reader.bare(cell('current')))) return false;
  if (cells.some((one, column) => one !== null && column !== columns.note && TOTAL.test(tightCell(one)))) return false;
  const filled = cells.filter((one) => tightCell(one) !== '');
  return !(isNothing(foldCell(cell('current'))) && (SIGNED.test(room) || (filled.length === 1 && room.length > 16)));
}

type Readers = { place: ReturnType<typeof placeReader>; day: (cell: Cell) => string | undefined };

function readRow(cells: readonly Cell[], row: number, { columns }: ReadingHeader, { place, day }: Readers): SheetReading {
  const cell = (field: ReadingField): Cell => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
  const note = readNote(cell('note'));
  const shown: SheetReading['cells'] = {};
  for (const field of Object.keys(columns) as ReadingField[]) shown[field] = cell(field) ?? '';
  const final = readRegister(cell('final')) ?? numberAfter(note, OLD_IN_NOTE);
  const base = readRegister(cell('base')) ?? numberAfter(note, NEW_IN_NOTE);
  return {
    row, place: place(cell('building'), cell('unit'), cell('room')), compact: tightCell(cell('room')).toLowerCase(), item: tightCell(cell('item')).toLowerCase(),
    meterNo: meterOf(cell('meter')), newMeterNo: meterOf(cell('newMeter')), previous: readRegister(cell('previous')), current: readRegister(cell('current')), final, base,
    readOn: day(cell('readOn')), replaced: YES.test(tightCell(cell('replaced'))) || REPLACED_IN_NOTE.test(note) || !isNothing(tightCell(cell('final'))) || !isNothing(tightCell(cell('newMeter'))), note, cells: shown,
  };
}

const YES = /^(?:是|有|换|已换|换表|更换|新表|√|✓|✔|对|y|yes|true|1)$/i;
const REPLACED_IN_NOTE = /(?<![未没不无])(?:换了?新?[水电气热]?表|更换.{0,4}表|表已?更换|已换)|meter replaced|new meter/i;
const OLD_IN_NOTE = /旧表[^\d,，;；]{0,6}(\d+(?:,\d{3})*(?:\.\d+)?)/;
const NEW_IN_NOTE = /新表[^\d,，;；]{0,6}(\d+(?:,\d{3})*(?:\.\d+)?)/;

function numberAfter(note: string, pattern: RegExp): RegisterCell {
  const found = pattern.exec(note.normalize('NFKC'));
  return found ? readRegister(found[1]) : undefined;
}

/** Meter numbers are text: without spaces, and without Excel's .0. */
function meterOf(cell: Cell): string {
  const text = tightCell(cell);
  return isNothing(text) ? '' : text.replace(/^(\d+)\.0+$/, '$1').toUpperCase().slice(0, 30);
}

const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;

/** A day in any spelling; a month stands for its last day, but not for one that is still to come. */
function readDay(cell: Cell, today: string): string | undefined {
  const month = MONTH.exec(tightCell(cell));
  if (!month) return readDate(cell);
  return monthEnd(`${month[1] ?? ''}-${(month[2] ?? '').padStart(2, '0')}`, today);
}

function monthEnd(month: string, today: string): string | undefined {
  if (!(daysInMonth(month) > 0) || Number(month.slice(5)) > 12 || Number(month.slice(5)) < 1) return undefined;
  return lastDay(month) > today && firstDay(month) <= today ? today : lastDay(month);
}

const TITLE_DAY = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?/;
const TITLE_MONTH = /(\d{4})[-/.年](\d{1,2})月/;

function titleDay({ sheet, index }: ReadingHeader, today: string): string | undefined {
  for (const cell of sheet.rows.slice(0, index).flat()) {
    const text = tightCell(cell);
    const day = TITLE_DAY.exec(text);
    if (day) return readDate(day[0]) || undefined;
    const month = TITLE_MONTH.exec(text);
    if (month) return monthEnd(`${month[1] ?? ''}-${(month[2] ?? '').padStart(2, '0')}`, today);
  }
  return undefined;
}
