import { readDate } from './cell-date.ts';
import { ARREARS, readQuantity, type Quantity } from './cell-number.ts';
import { foldCell, isNothing, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { isWithinAFen, weighedFen } from './market.ts';
import { AppError } from '../errors.ts';

export const scaleColumns = ['on', 'product', 'grams', 'price', 'amount', 'no'] as const;
export type ScaleColumn = (typeof scaleColumns)[number];
export const scaleFaults = ['MISSING', 'UNREADABLE', 'TOO_MANY_DECIMALS', 'NOT_POSITIVE', 'IN_FUTURE', 'AMOUNT', 'DIFFERS', 'SOLD_MORE'] as const;
export type ScaleFault = (typeof scaleFaults)[number];
export type ScaleIssue = { row: number; field: ScaleColumn; value: string; reason: ScaleFault };
/** Heads of a scale's columns, where they are not recognised. */
export type ScaleMapping = Partial<Record<ScaleColumn, string | undefined>>;
/** A weighing: grams, fen of a kg, fen. `key` is the row's own, so that it comes once. */
export type ScaleRow = { row: number; key: string; /** With a ticket's number the rest of the row may contradict what is known. */ numbered: boolean; on: string; product: string; grams: number; priceFen: number; amountFen: number };
export type ScaleSheet = { rows: ScaleRow[]; issues: ScaleIssue[] };

/** How scales head their columns, the surest spellings first. */
const NAMES: Readonly<Record<ScaleColumn, readonly string[]>> = {
  on: ['销售日期', '日期', '交易日期', '称重日期', '时间', '销售时间', '交易时间', '称重时间', 'date', 'day', 'time', 'datetime'],
  product: ['品名', '商品名称', '商品', '名称', '菜名', '货品', 'product', 'item', 'name'],
  grams: ['净重', '重量', '数量', '销售重量', 'netweight', 'weight', 'quantity', 'qty'],
  price: ['单价', '售价', '销售单价', '价格', 'unitprice', 'price'],
  amount: ['金额', '总价', '销售金额', '小计', '应收', 'amount', 'total'],
  no: ['小票号', '流水号', '单号', '票号', '序号', 'ticket', 'ticketno', 'receiptno', 'no'],
};
const PLACES = new Map((Object.entries(NAMES) as [ScaleColumn, readonly string[]][]).flatMap(([column, words]) => words.map((word, place) => [word, { column, place }] as const)));
const BRACKETS = /[([{（【].*?[)\]}）】]/g;
/** A unit after the name, without brackets. */
const UNIT_TAIL = /(?:[/_-]?(?:元|¥|kg|g|公斤|千克|克|斤))+$/i;
const SUM_ROW = /^(?:合计|总计|小计|共计)/;
const SCAN_ROWS = 100;
const weight = (decimals: number): Quantity => ({ decimals, prefix: /^(?!)/, suffix: /(?:kg|千克|公斤|g|克|斤)$/i, maximum: 999_999_999 });
const KG = weight(3);
const WHOLE = weight(0);
const PRICE: Quantity = { ...ARREARS, suffix: /(?:元|圆|块)?(?:\/?(?:kg|千克|公斤|斤))?$/i };

/** A 斤 is half a kg: its weight is halved, its price doubled. */
const HALF = [1, 2] as const;
const DOUBLE = [2, 1] as const;

type Unit = 'kg' | 'jin' | 'g';
type Columns = Partial<Record<ScaleColumn, number>>;
type Table = { rows: readonly (readonly Cell[])[]; /** 0-based. */ index: number; columns: Columns };

function columnsOf(cells: readonly Cell[], mapping: ScaleMapping | undefined): Columns {
  const columns: Columns = {};
  if (mapping) {
    const tight = cells.map(tightCell);
    for (const column of scaleColumns) {
      const at = mapping[column] ? tight.indexOf(tightCell(mapping[column])) : -1;
      if (at >= 0) columns[column] = at;
    }
    return columns;
  }
  const places: Columns = {};
  cells.forEach((cell, index) => {
    const bare = tightCell(cell).toLowerCase().replace(BRACKETS, '').replace(/[*:：]/g, '');
    const found = PLACES.get(bare) ?? PLACES.get(bare.replace(UNIT_TAIL, ''));
    if (!found || found.place >= (places[found.column] ?? Infinity)) return;
    places[found.column] = found.place;
    columns[found.column] = index;
  });
  return columns;
}

/** The table with the most columns that are known. Throws MARKET_COLUMNS_MISSING with the heads that there are. */
function findTable(sheets: readonly SheetTable[], mapping: ScaleMapping | undefined): Table {
  let best: Table = { rows: sheets[0]?.rows ?? [], index: 0, columns: {} };
  for (const { rows } of sheets) {
    rows.slice(0, SCAN_ROWS).forEach((cells, index) => {
      const columns = columnsOf(cells, mapping);
      if (Object.keys(columns).length > Object.keys(best.columns).length) best = { rows, index, columns };
    });
  }
  const missing = (['on', 'product', 'grams', 'price'] as const).filter((column) => best.columns[column] === undefined);
  if (missing.length > 0) throw new AppError('MARKET_COLUMNS_MISSING', { missing, headers: (best.rows[best.index] ?? []).map(foldCell).filter(Boolean) });
  return best;
}

/** The unit that a head or a cell names; a kg where it names none. */
function unitOf(text: string): Unit | undefined {
  if (/kg|千克|公斤/i.test(text)) return 'kg';
  if (text.includes('斤')) return 'jin';
  return /克|(?:^|[^a-z])g(?:$|[^a-z])/i.test(text) ? 'g' : undefined;
}

/**
 * Reads what a scale sold, a row a weighing (日期, 品名, 重量, 单价, 金额, 小票号). Weights are kg unless the head or the cell says g or 斤; prices are of a kg unless the head says 斤.
 * Rows that say the same are told apart by how often they came before. Throws MARKET_COLUMNS_MISSING.
 */
export function readScaleSheet(sheets: readonly SheetTable[], { mapping, today }: { mapping?: ScaleMapping | undefined; today: string }): ScaleSheet {
  const { rows, index, columns } = findTable(sheets, mapping);
  const head = (field: ScaleColumn): string => (columns[field] === undefined ? '' : tightCell(rows[index]?.[columns[field]]));
  const units = { grams: unitOf(head('grams')) ?? 'kg', price: unitOf(head('price')) ?? 'kg' };
  const sheet: ScaleSheet = { rows: [], issues: [] };
  const seen = new Map<string, number>();
  rows.slice(index + 1).forEach((cells, offset) => {
    const first = cells.find((cell) => !isNothing(foldCell(cell)));
    if (first === undefined || SUM_ROW.test(tightCell(first))) return;
    const cell = (field: ScaleColumn): Cell => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
    readRow(sheet, cell, { row: index + offset + 2, units, today, seen, withAmount: columns.amount !== undefined });
  });
  return sheet;
}

type RowOptions = { row: number; units: { grams: Unit; price: Unit }; today: string; seen: Map<string, number>; withAmount: boolean };

function readRow(sheet: ScaleSheet, cell: (field: ScaleColumn) => Cell, { row, units, today, seen, withAmount }: RowOptions): void {
  const text = (field: ScaleColumn): string => { const folded = foldCell(cell(field)); return isNothing(folded) ? '' : folded.replace(/\p{Cc}/gu, '').slice(0, 60); };
  const before = sheet.issues.length;
  const fail = (field: ScaleColumn, reason: ScaleFault): undefined => { sheet.issues.push({ row, field, value: text(field), reason }); return undefined; };
  const on = readDay(cell('on'), today, (reason) => fail('on', reason));
  const product = text('product').replace(/^['`]/, '').slice(0, 40);
  if (product === '') fail('product', 'MISSING');
  const positive = (field: 'grams' | 'price' | 'amount', kind: Quantity, least: number, [times, over]: readonly [number, number] = [1, 1]): number | undefined => {
    const read = readQuantity(cell(field), kind);
    if (!read) return fail(field, 'MISSING');
    if ('fault' in read) return fail(field, read.fault === 'TOO_MANY_DECIMALS' ? 'TOO_MANY_DECIMALS' : 'UNREADABLE');
    const value = read.units * times;
    return value < least ? fail(field, 'NOT_POSITIVE') : value % over === 0 ? value / over : fail(field, 'TOO_MANY_DECIMALS');
  };
  const unit = unitOf(text('grams')) ?? units.grams;
  const grams = unit === 'g' ? positive('grams', WHOLE, 1) : positive('grams', KG, 1, unit === 'jin' ? HALF : undefined);
  const priceFen = positive('price', PRICE, 0, (unitOf(text('price')) ?? units.price) === 'jin' ? DOUBLE : undefined);
  const given = withAmount && text('amount') !== '' ? positive('amount', PRICE, 0) : null;
  if (grams !== undefined && priceFen !== undefined && typeof given === 'number' && !isWithinAFen(given, grams, priceFen)) fail('amount', 'AMOUNT');
  if (sheet.issues.length > before || on === undefined || grams === undefined || priceFen === undefined || given === undefined) return;
  const amountFen = given ?? weighedFen(grams, priceFen);
  const no = text('no');
  const base = JSON.stringify(no === '' ? [foldCell(cell('on')), product, grams, priceFen, amountFen] : [no, on, product]);
  const times = (seen.get(base) ?? 0) + 1;
  seen.set(base, times);
  sheet.rows.push({ row, key: `${base}#${String(times)}`, numbered: no !== '', on, product, grams, priceFen, amountFen });
}

function readDay(cell: Cell, today: string, fail: (reason: ScaleFault) => undefined): string | undefined {
  const on = readDate(cell);
  if (on === '') return fail('MISSING');
  if (on === undefined) return fail('UNREADABLE');
  return on > today ? fail('IN_FUTURE') : on;
}
