import { tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { AppError } from '../errors.ts';
import type { RosterField } from './roster-types.ts';

/** Where the table of a workbook begins, and which column holds which field (0-based). */
export type RosterHeader = {
  sheet: SheetTable;
  /** 0-based index of the (last) header row. */
  index: number;
  columns: Partial<Record<RosterField, number>>;
  headers: Partial<Record<RosterField, string>>;
};

/** The names of each field's column, the surest first; compared without spaces, brackets and units. */
const NAMES: Readonly<Record<RosterField, readonly string[]>> = {
  building: ['楼栋', '楼栋号', '楼号', '栋号', '幢号', '座号', '楼幢', '楼座', '栋座', '楼宇', '栋', '幢', '座', '楼', 'building', 'buildingno', 'block', 'tower', 'bldg'],
  unit: ['单元', '单元号', '门栋', '梯', '梯号', 'unit', 'unitno', 'entrance', 'staircase'],
  room: ['房号', '室号', '房间号', '门牌', '门牌号', '房间', '房屋编号', '房屋', '房产', '房产号', '户号', '房屋地址', '地址', '房屋坐落', '坐落', '室', 'room', 'roomno', 'roomnumber', 'home', 'flat', 'flatno', 'apartment', 'door', 'doorno', 'address'],
  owner: ['业主姓名', '业主名称', '业主', '产权人', '产权人姓名', '户主姓名', '户主', '房主', '房主姓名', '客户姓名', '客户名称', '姓名', 'owner', 'ownername', 'householder', 'name'],
  phone: ['联系电话', '业主电话', '手机号码', '手机号', '手机', '移动电话', '电话号码', '联系方式', '电话', '联系号码', 'phone', 'phonenumber', 'phoneno', 'mobile', 'mobileno', 'tel', 'telephone', 'contact'],
  area: ['建筑面积', '房屋建筑面积', '产权面积', '计费面积', '收费面积', '房屋面积', '建面', '面积', 'builtuparea', 'grossarea', 'floorarea', 'area', 'areasqm', 'aream2', 'size'],
  handover: ['交房日期', '交付日期', '接房日期', '交房时间', '交付时间', '接房时间', '收房日期', '收房时间', '交楼日期', '入伙日期', 'handover', 'handoverdate', 'handoveron', 'deliverydate', 'handedover'],
  status: ['房屋状态', '入住状态', '居住状态', '使用状态', '房态', '入住情况', '使用情况', '房屋现状', '状态', 'status', 'state', 'occupancy'],
  rate: ['物业费单价', '物业费标准', '物业费收费标准', '物业服务费标准', '物业服务费单价', '物业单价', '收费单价', '收费标准', '费用标准', '单价', '费率', 'rate', 'feerate', 'propertyfeerate', 'price', 'unitprice'],
  arrears: ['历史欠费', '期初欠费', '往期欠费', '累计欠费', '历年欠费', '欠费金额', '陈欠', '期初欠款', '历史欠款', '欠费合计', '欠款', '欠费', 'arrears', 'openingarrears', 'balance', 'overdue', 'debt'],
  note: ['备注', '说明', '附注', '备考', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments'],
};

const FIELD_OF = new Map<string, { field: RosterField; place: number }>();
for (const [field, names] of Object.entries(NAMES) as [RosterField, readonly string[]][]) {
  names.forEach((name, place) => FIELD_OF.set(name, { field, place }));
}

/** Without these a roster cannot be billed; building and unit may be written inside the room. */
const NEEDED: readonly RosterField[] = ['room', 'area', 'status', 'rate'];
const SCAN_ROWS = 100;
const LONGEST = 40;
const BRACKETS = /[([{【〔<《].*?[)\]}】〕>》]/g;
const UNIT_TAIL = /[/:：,，]?(?:m2|平方米|平米|元)(?:[/·.每]*(?:m2|平方米|平米|平|月))*$/;

/** Bares a header of spaces, brackets, marks and units: 建筑面积 (㎡) * to 建筑面积. */
export function bareHeader(cell: Cell | undefined): string {
  if (!cell || cell.length > LONGEST) return '';
  const text = tightCell(cell).toLowerCase().replace(BRACKETS, '').replace(/[*_:：.'"]/g, '');
  return FIELD_OF.has(text) ? text : text.replace(UNIT_TAIL, '');
}

/**
 * Finds the sheet and the header row of a roster: the row that names the most fields, wherever it stands.
 * Throws NO_SUCH_SHEET for an unknown `sheet`, NO_HEADER_ROW when no row names what a home needs.
 */
export function findHeader(sheets: readonly SheetTable[], sheet?: string): RosterHeader {
  const names = sheets.map(({ name }) => name);
  const chosen = sheet === undefined ? sheets : sheets.filter(({ name }) => name === sheet);
  if (sheet !== undefined && chosen.length === 0) throw new AppError('NO_SUCH_SHEET', { sheet, sheets: names });
  let best: RosterHeader | undefined;
  for (const table of chosen) {
    const found = bestRow(table);
    if (found && (!best || isBetter(found, best))) best = found;
  }
  const missing = missingFields(best);
  if (!best || missing.length > 0) throw new AppError('NO_HEADER_ROW', { sheets: names, missing });
  return best;
}

function isBetter(left: RosterHeader, right: RosterHeader): boolean {
  const more = fieldCount(left) - fieldCount(right);
  return more > 0 || (more === 0 && left.sheet.rows.length > right.sheet.rows.length);
}

function fieldCount({ columns }: RosterHeader): number {
  return Object.keys(columns).length;
}

function missingFields(header: RosterHeader | undefined): RosterField[] {
  return NEEDED.filter((field) => header?.columns[field] === undefined);
}

function bestRow(sheet: SheetTable): RosterHeader | undefined {
  let best: RosterHeader | undefined;
  for (let index = 0; index < Math.min(sheet.rows.length, SCAN_ROWS); index += 1) {
    const row = sheet.rows[index] ?? [];
    const found = matchRow(sheet, index, row);
    if (!best || fieldCount(found) > fieldCount(best)) best = found;
    if (best === found || best.columns.room === undefined || fieldCount(found) < 2) continue;
    // A header of two lines: 业主信息 stands over 姓名 and 电话, the rest in the first line only.
    const joined = matchRow(sheet, index, joinRows(sheet.rows[index - 1], row));
    if (fieldCount(joined) > fieldCount(best)) best = joined;
  }
  return best;
}

function joinRows(above: readonly Cell[] | undefined, row: readonly Cell[]): readonly Cell[] {
  if (!above) return row;
  const width = Math.max(above.length, row.length);
  return Array.from({ length: width }, (_, column) => (tightCell(row[column]) === '' ? (above[column] ?? null) : (row[column] ?? null)));
}

function matchRow(sheet: SheetTable, index: number, row: readonly Cell[]): RosterHeader {
  const header: RosterHeader = { sheet, index, columns: {}, headers: {} };
  const places: Partial<Record<RosterField, number>> = {};
  row.forEach((cell, column) => {
    const match = FIELD_OF.get(bareHeader(cell));
    if (!match || match.place >= (places[match.field] ?? Infinity)) return;
    places[match.field] = match.place;
    header.columns[match.field] = column;
    header.headers[match.field] = (cell ?? '').trim();
  });
  return header;
}
