import { readDate } from './cell-date.ts';
import { isNothing, readNote, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { headerReader } from './table-header.ts';

export type DeviceField = 'code' | 'kind' | 'connectors' | 'rated' | 'place' | 'platform' | 'meter' | 'from' | 'to' | 'stops' | 'fireNote';
/** One row as it was read: a day is `YYYY-MM-DD`, power W of one connector. */
export type SheetDevice = { /** From 1. */ row: number; code: string; kind: 'ev' | 'ebike'; connectors: number; ratedW: number; place: string; platform: string; meter: string; from: string | null; to: string | null; stopsWhenFull: boolean; fireNote: string };
export type DeviceIssue = { row: number; field: DeviceField; value: string; reason: 'MISSING' | 'UNREADABLE' | 'REPEATED' | 'DIFFERS'; code: string };

const NAMES: Readonly<Record<DeviceField, readonly string[]>> = {
  code: ['设备编号', '充电桩编号', '主机编号', '桩编号', '编号', '桩号', 'code', 'device', 'deviceno'],
  kind: ['设备类型', '类型', '类别', '种类', 'kind', 'type'],
  connectors: ['枪数', '插座数', '插座数量', '枪口数', '端口数', '接口数', '枪/插座数', '枪插座数', 'connectors', 'sockets', 'ports'],
  rated: ['额定功率', '单枪功率', '功率', '单枪额定功率', '单路功率', '额定功率w', '额定功率kw', '功率kw', '功率w', 'ratedw', 'ratedkw', 'power'],
  place: ['位置', '安装位置', '地点', '安装地点', 'place', 'location'],
  platform: ['平台', '运营平台', '所属平台', '运营商', 'platform', 'operator'],
  meter: ['电表', '分表', '电表编号', '分表编号', '计量表', 'meter'],
  from: ['启用', '启用日期', '投运日期', '投用日期', '启用日', 'from', 'since'],
  to: ['停用', '停用日期', '拆除日期', '停用日', 'to', 'until'],
  stops: ['充满自停', '自动断电', '充满断电', 'stopswhenfull'],
  fireNote: ['消防说明', '消防', '消防备注', '备注', 'firenote', 'note'],
};
const reader = headerReader<DeviceField>({ names: NAMES, needed: ['code', 'rated'], anchor: 'code', unitTail: /(?!)/ });
const EV = /汽车|直流|交流桩|快充|慢充|充电桩|^ev$|car/i;
const EBIKE = /电瓶|电动自行|电动车|两轮|插座|主机|ebike|e-bike/i;
const SUM_ROW = /^(?:合计|总计|小计|共计)/;
const NUMBER = /^(\d{1,7})(?:\.(\d{1,3})0*)?(kw|千瓦|w|瓦)?$/i;

/** Reads a table of chargers wherever it begins; power in W, or in kW where its head or cell says so. Throws NO_HEADER_ROW. */
export function readDeviceSheet(sheets: readonly SheetTable[]): { devices: SheetDevice[]; issues: DeviceIssue[] } {
  const { sheet, index, columns, headers } = reader.find(sheets);
  const inKw = /kw|千瓦/i.test(headers.rated ?? '');
  const result: { devices: SheetDevice[]; issues: DeviceIssue[] } = { devices: [], issues: [] };
  sheet.rows.slice(index + 1).forEach((cells, offset) => {
    const cell = (field: DeviceField): Cell => (columns[field] === undefined ? '' : (cells[columns[field]] ?? ''));
    const text = (field: DeviceField): string => (isNothing(tightCell(cell(field))) ? '' : tightCell(cell(field)));
    if (cells.every((one) => isNothing(tightCell(one))) || SUM_ROW.test(text('code'))) return;
    readRow(result, text, (field) => readNote(cell(field)), index + offset + 2, inKw);
  });
  return result;
}

function readRow(result: { devices: SheetDevice[]; issues: DeviceIssue[] }, text: (field: DeviceField) => string, note: (field: DeviceField) => string, row: number, inKw: boolean): void {
  const code = text('code').toUpperCase();
  const issues: DeviceIssue[] = [];
  const fail = (field: DeviceField, reason: DeviceIssue['reason']): void => { issues.push({ row, field, value: text(field), reason, code }); };
  if (code === '' || code.length > 30) fail('code', code === '' ? 'MISSING' : 'UNREADABLE');
  const words = `${text('kind')}`;
  const kind = EBIKE.test(words) ? 'ebike' : EV.test(words) ? 'ev' : words === '' ? (/^EB|插座|主机/.test(code) ? 'ebike' : 'ev') : undefined;
  if (!kind) fail('kind', 'UNREADABLE');
  const connectors = text('connectors') === '' ? 1 : /^[1-9]\d{0,2}$/.test(text('connectors')) ? Number(text('connectors')) : undefined;
  if (connectors === undefined) fail('connectors', 'UNREADABLE');
  const ratedW = readPower(text('rated'), inKw);
  if (ratedW === undefined) fail('rated', text('rated') === '' ? 'MISSING' : 'UNREADABLE');
  const days = (['from', 'to'] as const).map((field) => { const day = text(field) === '' ? null : readDate(text(field)); if (day === '' || day === undefined) fail(field, 'UNREADABLE'); return day === '' || day === undefined ? null : day; });
  if (days[0] && days[1] && days[1] <= days[0]) fail('to', 'UNREADABLE');
  result.issues.push(...issues);
  if (issues.length > 0 || !kind || connectors === undefined || ratedW === undefined) return;
  result.devices.push({ row, code, kind, connectors, ratedW, place: note('place').slice(0, 200), platform: note('platform').slice(0, 200), meter: note('meter').slice(0, 30), from: days[0] ?? null, to: days[1] ?? null, stopsWhenFull: !/^(?:否|不|无|no|false)/i.test(text('stops')), fireNote: note('fireNote').slice(0, 200) });
}

/** Whole watts; decimals only of kW. */
function readPower(text: string, inKw: boolean): number | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, whole = '0', fraction = '', unit = ''] = match;
  const kilo = unit === '' ? inKw : /k|千/i.test(unit);
  if (!kilo && fraction !== '') return undefined;
  const watts = kilo ? Number(whole + fraction.padEnd(3, '0')) : Number(whole);
  return watts >= 1 && watts <= 2_000_000 ? watts : undefined;
}
