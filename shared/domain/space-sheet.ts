import type { SpaceKind, SpaceTitle } from '../contract/parking.ts';
import { isNothing, readNote, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { headerReader, type TableHeader } from './table-header.ts';

export type SpaceField = 'code' | 'zone' | 'floor' | 'kind' | 'title' | 'owner' | 'row' | 'column' | 'note';
/** One row as it was read; the owner is what the cell says, and not yet a home. */
export type SheetSpace = { /** 1-based. */ row: number; code: string; zone: string; floor: string; kind: SpaceKind; title: SpaceTitle; owner: string; planRow: number | null; planColumn: number | null; note: string };
export type SpaceFault = 'MISSING' | 'TOO_LONG' | 'UNREADABLE' | 'REPEATED' | 'DIFFERS' | 'NO_SUCH_HOME' | 'OWNER_OF_OTHER';
/** A cell that is not understood, or that the books do not agree with. */
export type SpaceIssue = { row: number; field: SpaceField; /** As it stands in the file. */ header: string; value: string; reason: SpaceFault; code: string };
export type SpaceSheet = { spaces: SheetSpace[]; issues: SpaceIssue[]; headers: TableHeader<SpaceField>['headers'] };

const NAMES: Readonly<Record<SpaceField, readonly string[]>> = {
  code: ['车位编号', '车位号', '车位', '编号', '泊位号', '泊位编号', '车位编码', 'code', 'space', 'spaceno', 'spacecode'],
  zone: ['区域', '分区', '停车区', '停车区域', '车场', '停车场', '车库', '区', 'zone', 'area', 'lot'],
  floor: ['楼层', '层', '所在楼层', '层数', '位置', 'floor', 'level'],
  kind: ['类型', '车位类型', '类别', '规格', 'kind', 'type'],
  title: ['产权', '产权性质', '产权归属', '权属', '性质', '归属', '车位性质', 'title', 'ownership'],
  owner: ['业主房号', '产权房号', '房号', '业主', '所属房屋', '对应房号', '产权人房号', 'owner', 'home', 'ownerhome'],
  row: ['排', '行', '平面行', 'row'],
  column: ['列', '平面列', 'column', 'col'],
  note: ['备注', '说明', '附注', 'note', 'remark', 'remarks'],
};
const reader = headerReader<SpaceField>({ names: NAMES, needed: ['code'], anchor: 'code', unitTail: /(?!)/ });

const KINDS: Readonly<Record<string, SpaceKind>> = {
  标准: 'standard', 标准车位: 'standard', 普通: 'standard', 普通车位: 'standard', 一般: 'standard', standard: 'standard', 宽: 'wide', 宽车位: 'wide', 加宽: 'wide', 大: 'wide', 大车位: 'wide', 子母: 'wide', 子母车位: 'wide', wide: 'wide',
  充电: 'charging', 充电车位: 'charging', 充电桩车位: 'charging', 新能源: 'charging', 新能源车位: 'charging', charging: 'charging', 无障碍: 'disabled', 无障碍车位: 'disabled', 残疾人: 'disabled', 残疾人车位: 'disabled', disabled: 'disabled',
};
const TITLES: Readonly<Record<string, SpaceTitle>> = {
  公共: 'common', 共有: 'common', 公有: 'common', 公共车位: 'common', 业主共有: 'common', 全体业主: 'common', 全体业主共有: 'common', common: 'common', 业主: 'owner', 私有: 'owner', 产权: 'owner', 产权车位: 'owner', 业主产权: 'owner', 业主自有: 'owner', 自有: 'owner', 私家: 'owner', owner: 'owner',
  开发商: 'developer', 开发商自持: 'developer', 开发商产权: 'developer', 建设单位: 'developer', developer: 'developer', 人防: 'civil-defence', 人防车位: 'civil-defence', 人防工程: 'civil-defence', 'civil-defence': 'civil-defence', civildefence: 'civil-defence',
};
const LONGEST = { code: 20, zone: 20, floor: 10 } as const;
const LAST_PLACE = 200;
/** Where no zone is told, all of the file is one. */
const ONLY_ZONE = '停车场';
/** A row that sums up, or that is empty but for a mark. */
const SUM_ROW = /^(?:合计|总计|小计|共计)/;

/** Reads a table of spaces (车位编号, 区域, 楼层, 类型, 产权, 业主房号, 排, 列, 备注) wherever it begins. Throws NO_HEADER_ROW. */
export function readSpaceSheet(sheets: readonly SheetTable[]): SpaceSheet {
  const { sheet, index, columns, headers } = reader.find(sheets);
  const result: SpaceSheet = { spaces: [], issues: [], headers };
  let zone = '';
  sheet.rows.slice(index + 1).forEach((cells, offset) => {
    const cell = (field: SpaceField): Cell => (columns[field] === undefined ? '' : cells[columns[field]] ?? '');
    if (cells.every((one) => isNothing(tightCell(one))) || SUM_ROW.test(tightCell(cell('code')))) return;
    // A zone that was merged over its spaces is written once.
    if (columns.zone !== undefined && !isNothing(tightCell(cell('zone')))) zone = tightCell(cell('zone'));
    readRow(result, cell, index + offset + 2, zone === '' ? ONLY_ZONE : zone);
  });
  return result;
}

function readRow(result: SpaceSheet, cell: (field: SpaceField) => Cell, row: number, zone: string): void {
  const faults: { field: SpaceField; reason: SpaceFault }[] = [];
  const text = (field: SpaceField): string => (isNothing(tightCell(cell(field))) ? '' : tightCell(cell(field)));
  const code = text('code').toUpperCase();
  if (code === '') faults.push({ field: 'code', reason: 'MISSING' });
  const floor = text('floor');
  for (const [field, value] of [['code', code], ['zone', zone], ['floor', floor]] as const) if (value.length > LONGEST[field]) faults.push({ field, reason: 'TOO_LONG' });
  const kind = text('kind') === '' ? 'standard' : KINDS[text('kind').toLowerCase()];
  if (!kind) faults.push({ field: 'kind', reason: 'UNREADABLE' });
  const owner = text('owner');
  const title = text('title') === '' ? (owner === '' ? undefined : 'owner') : TITLES[text('title').toLowerCase()];
  if (!title) faults.push({ field: 'title', reason: text('title') === '' ? 'MISSING' : 'UNREADABLE' });
  if (title !== undefined && title !== 'owner' && owner !== '') faults.push({ field: 'owner', reason: 'OWNER_OF_OTHER' });
  const places = (['row', 'column'] as const).map((field) => (text(field) === '' ? null : readPlace(text(field))));
  if (places.includes(undefined)) faults.push({ field: places[0] === undefined ? 'row' : 'column', reason: 'UNREADABLE' });
  else if ((places[0] === null) !== (places[1] === null)) faults.push({ field: places[0] === null ? 'row' : 'column', reason: 'MISSING' });
  for (const { field, reason } of faults) result.issues.push({ row, field, header: result.headers[field] ?? '', value: tightCell(cell(field)), reason, code });
  if (faults.length === 0 && kind && title) result.spaces.push({ row, code, zone, floor, kind, title, owner, planRow: places[0] ?? null, planColumn: places[1] ?? null, note: readNote(cell('note')) });
}

function readPlace(text: string): number | undefined {
  const place = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return place >= 1 && place <= LAST_PLACE ? place : undefined;
}
