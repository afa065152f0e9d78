import { foldCell, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { AppError } from '../errors.ts';
import { headerReader } from './table-header.ts';
import type { BarrierColumn, BarrierMapping, BarrierShape } from './barrier-types.ts';

type Field = 'plate' | 'in' | 'out' | 'laneIn' | 'laneOut' | 'lane' | 'direction' | 'at';

/** How barrier systems head their columns, the surest spellings first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  plate: ['车牌号', '车牌号码', '车牌', '号牌号码', '车辆号牌', '号牌', '车号', '车辆牌号', '牌照', '牌照号码', '入场车牌', '进场车牌', '入口车牌', '入场车牌号', '进场车牌号', '识别车牌', '车牌识别结果', '出场车牌', '出场车牌号', 'plate', 'plateno', 'platenumber', 'plateid', 'licenseplate', 'carno', 'carnumber'],
  in: ['入场时间', '进场时间', '驶入时间', '入口时间', '进入时间', '入场日期', '入库时间', '进场日期', '入场日期时间', '停入时间', '进车时间', '入车时间', '入时间', '进时间', 'intime', 'entrytime', 'entertime', 'timein'],
  out: ['出场时间', '离场时间', '驶出时间', '出口时间', '离开时间', '出场日期', '出库时间', '离场日期', '出场日期时间', '驶离时间', '出车时间', '出时间', 'outtime', 'exittime', 'leavetime', 'timeout'],
  laneIn: ['入口', '入口通道', '入场通道', '进场通道', '入口名称', '入口车道', '入场车道', '入口岗亭', '入场岗亭', '进口', '进场口', '入场口', '入场位置', '入口位置'],
  laneOut: ['出口', '出口通道', '出场通道', '离场通道', '出口名称', '出口车道', '出场车道', '出口岗亭', '出场岗亭', '出场口', '离场口', '出场位置', '出口位置'],
  lane: ['通道', '通道名称', '车道', '车道名称', '出入口', '出入口名称', '道口', '道口名称', '岗亭', '岗亭名称', '门岗', '闸机', '道闸', '道闸名称', '设备名称', '设备', '相机名称', '大门', 'lane', 'gate', 'channel'],
  direction: ['进出方向', '方向', '进出', '进/出', '进出类型', '进出标志', '进出标识', '进出状态', '出入', '出入类型', '出入方向', '通行方向', '行驶方向', '过车方向', '通行类型', '事件类型', '事件', 'direction', 'inout', 'in/out', 'eventtype'],
  at: ['通行时间', '过车时间', '进出时间', '出入时间', '识别时间', '抓拍时间', '通过时间', '记录时间', '事件时间', '发生时间', '刷卡时间', '经过时间', '时间', '日期时间', '日期', 'time', 'passtime', 'eventtime', 'datetime'],
};
const reader = headerReader<Field>({ names: NAMES, needed: [], unitTail: /(?:名|信息)$/, anchor: 'plate' });
const SCAN_ROWS = 100;

/** Where the lines of a file begin, and which column is which (0-based). */
export type BarrierTable = { rows: readonly (readonly Cell[])[]; /** From 1. */ headerRow: number; shape: BarrierShape; columns: Partial<Record<Field, number>> };

/**
 * Finds the table of a file by what its columns are called, or by the heads given for them.
 * Throws BARRIER_COLUMNS_MISSING with the heads that there are.
 */
export function findBarrierTable(sheets: readonly SheetTable[], given?: BarrierMapping): BarrierTable {
  const { sheet, index, columns, headers } = given ? byMapping(sheets, given) : byNames(sheets);
  const has = (field: Field) => columns[field] !== undefined;
  const stays = has('in') && has('out');
  const passages = has('at') && (has('direction') || has('lane'));
  if (!has('plate') || (!stays && !passages)) throw new AppError('BARRIER_COLUMNS_MISSING', { missing: missingOf(has), headers: headers.filter(Boolean) });
  return { rows: sheet.rows, headerRow: index + 1, shape: stays ? 'stays' : 'passages', columns };
}

type Found = { sheet: SheetTable; index: number; columns: Partial<Record<Field, number>>; headers: string[] };

function byNames(sheets: readonly SheetTable[]): Found {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const { sheet, index, columns } = reader.find(filled);
  const known = Object.keys(columns).length > 0;
  const head = known ? index : widest(sheet);
  return { sheet, index, columns, headers: (sheet.rows[head] ?? []).map(foldCell) };
}

/** The row that has the head of the plates; heads that it lacks are missing. */
function byMapping(sheets: readonly SheetTable[], given: BarrierMapping): Found {
  const plate = tightCell(given.plate ?? '');
  for (const sheet of sheets) {
    const index = sheet.rows.slice(0, SCAN_ROWS).findIndex((cells) => cells.some((cell) => tightCell(cell) === plate));
    if (index < 0) continue;
    const heads = (sheet.rows[index] ?? []).map(tightCell);
    const columns: Found['columns'] = {};
    for (const [column, head] of Object.entries(given) as [BarrierColumn, string | undefined][]) {
      const at = head === undefined ? -1 : heads.indexOf(tightCell(head));
      if (at >= 0) columns[column] = at;
    }
    return { sheet, index, columns, headers: (sheet.rows[index] ?? []).map(foldCell) };
  }
  const [sheet = { name: '', rows: [] }] = sheets;
  return { sheet, index: 0, columns: {}, headers: (sheet.rows[widest(sheet)] ?? []).map(foldCell) };
}

/** Where no row looks like a head, the first row with the most cells. */
function widest({ rows }: SheetTable): number {
  const counts = rows.slice(0, SCAN_ROWS).map((cells) => cells.filter((cell) => tightCell(cell) !== '').length);
  return Math.max(0, counts.indexOf(Math.max(0, ...counts)));
}

function missingOf(has: (field: Field) => boolean): BarrierColumn[] {
  const times: BarrierColumn[] = has('in') !== has('out') ? [has('in') ? 'out' : 'in'] : has('at') ? ['direction'] : ['in', 'out'];
  return [...(has('plate') ? [] : ['plate' as const]), ...(has('in') && has('out') ? [] : has('at') && (has('direction') || has('lane')) ? [] : times)];
}
