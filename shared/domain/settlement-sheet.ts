import { readDate } from './cell-date.ts';
import { ARREARS, readQuantity } from './cell-number.ts';
import { foldCell, isNothing, tightCell, type Cell, type SheetTable } from './cell-text.ts';
import { AppError } from '../errors.ts';

export const settlementColumns = ['on', 'orders', 'order', 'gross', 'commission', 'net', 'paidOn', 'reference'] as const;
export type SettlementColumn = (typeof settlementColumns)[number];
export const settlementFaults = ['MISSING', 'UNREADABLE', 'TOO_MANY_DECIMALS', 'NOT_NET', 'COMMISSION', 'IN_FUTURE', 'AFTER_PAYMENT', 'REPEATED', 'DIFFERS'] as const;
export type SettlementFault = (typeof settlementFaults)[number];
export type SettlementIssue = { row: number; field: SettlementColumn; value: string; reason: SettlementFault };
/** What a platform says of a day: gross less commission is what it pays. Amounts are fen. */
export type SettledDay = { on: string; grossFen: number; commissionFen: number; paidOn: string; reference: string };
/** Heads of a platform's columns, where they are not recognised. */
export type SettlementMapping = Partial<Record<SettlementColumn, string | undefined>>;
export type SettlementOptions = { mapping?: SettlementMapping | undefined; /** The day of payment of rows that name none. */ paidOn?: string | undefined; today: string };
export type SettlementSheet = { days: SettledDay[]; /** Rows that say again what another row of the file says. */ repeats: number; /** Days of which the file says two things. */ conflicts: string[]; issues: SettlementIssue[] };

/** How platforms head their columns, the surest spellings first. */
const NAMES: Readonly<Record<SettlementColumn, readonly string[]>> = {
  on: ['账期', '交易日期', '订单日期', '业务日期', '对账日期', '日期', '结算日期', '订单时间', '交易时间', 'date', 'day', 'businessdate'],
  orders: ['订单数', '订单数量', '交易笔数', '笔数', '单数', 'orders', 'count'],
  order: ['订单号', '订单编号', '充电订单号', '充电订单编号', 'orderno', 'orderid'],
  gross: ['交易金额', '订单金额', '订单总金额', '交易总额', '总金额', '消费金额', 'gross', 'grossamount', 'amount'],
  commission: ['手续费', '佣金', '技术服务费', '平台服务费', '平台手续费', '平台佣金', 'commission', 'fee'],
  net: ['结算金额', '到账金额', '实际到账', '实际到账金额', '应结金额', '实结金额', '结算净额', '打款金额', 'net', 'netamount', 'payout'],
  paidOn: ['到账日期', '打款日期', '付款日期', '到账时间', '打款时间', '付款时间', 'paidon', 'payoutdate'],
  reference: ['流水号', '打款流水号', '付款流水号', '银行流水号', '结算单号', '批次号', 'reference', 'payoutid'],
};
const PLACES = new Map((Object.entries(NAMES) as [SettlementColumn, readonly string[]][]).flatMap(([column, words]) => words.map((word, place) => [word, { column, place }] as const)));
const BRACKETS = /[([{（【].*?[)\]}）】]/g;
const SUM_ROW = /^(?:合计|总计|小计|共计)/;
const SCAN_ROWS = 100;

type Columns = Partial<Record<SettlementColumn, number>>;
type Table = { rows: readonly (readonly Cell[])[]; /** 0-based. */ index: number; columns: Columns };

function columnsOf(cells: readonly Cell[], mapping: SettlementMapping | undefined): Columns {
  const columns: Columns = {};
  if (mapping) {
    const tight = cells.map(tightCell);
    for (const column of settlementColumns) {
      const at = mapping[column] ? tight.indexOf(tightCell(mapping[column])) : -1;
      if (at >= 0) columns[column] = at;
    }
    return columns;
  }
  const places: Partial<Record<SettlementColumn, number>> = {};
  cells.forEach((cell, index) => {
    const found = PLACES.get(tightCell(cell).toLowerCase().replace(BRACKETS, '').replace(/[*:：]/g, '').replace(/[/_-]?元$/, ''));
    if (!found || found.place >= (places[found.column] ?? Infinity)) return;
    places[found.column] = found.place;
    columns[found.column] = index;
  });
  return columns;
}

/** The table with the most columns that are known. Throws SETTLEMENT_COLUMNS_MISSING with the heads that there are. */
function findTable(sheets: readonly SheetTable[], mapping: SettlementMapping | undefined): Table {
  let best: Table = { rows: sheets[0]?.rows ?? [], index: 0, columns: {} };
  for (const { rows } of sheets) {
    rows.slice(0, SCAN_ROWS).forEach((cells, index) => {
      const columns = columnsOf(cells, mapping);
      if (Object.keys(columns).length > Object.keys(best.columns).length) best = { rows, index, columns };
    });
  }
  const { on, gross, commission, net } = best.columns;
  const missing = [...(on === undefined ? ['on'] : []), ...(gross === undefined ? ['gross'] : []), ...(commission === undefined && net === undefined ? ['commission'] : [])];
  if (missing.length > 0) throw new AppError('SETTLEMENT_COLUMNS_MISSING', { missing, headers: (best.rows[best.index] ?? []).map(foldCell).filter(Boolean) });
  return best;
}

type Row = SettledDay & { row: number; order: string };

/**
 * Reads what a platform settled, a row a day; without a count of orders a row is an order, and rows of a day are summed. Gross less commission must be net; of the two, one may be missing.
 * Throws SETTLEMENT_COLUMNS_MISSING.
 */
export function readSettlementSheet(sheets: readonly SheetTable[], options: SettlementOptions): SettlementSheet {
  const { rows, index, columns } = findTable(sheets, options.mapping);
  const issues: SettlementIssue[] = [];
  const read: Row[] = [];
  rows.slice(index + 1).forEach((cells, offset) => {
    const first = cells.find((cell) => !isNothing(foldCell(cell)));
    if (first === undefined || SUM_ROW.test(tightCell(first))) return;
    const one = readRow(cells, columns, options, index + offset + 2);
    if ('row' in one) read.push(one);
    else issues.push(...one.issues);
  });
  return columns.orders === undefined || columns.order !== undefined ? sumOrders(read, issues) : { ...oneADay(read), issues };
}

function readRow(cells: readonly Cell[], columns: Columns, { paidOn: paidDefault, today }: SettlementOptions, row: number): Row | { issues: SettlementIssue[] } {
  const cell = (field: SettlementColumn): Cell => (columns[field] === undefined ? null : (cells[columns[field]] ?? null));
  const text = (field: SettlementColumn): string => { const folded = foldCell(cell(field)); return isNothing(folded) ? '' : folded.replace(/\p{Cc}/gu, '').replace(/^['`]/, '').slice(0, 60); };
  const issues: SettlementIssue[] = [];
  const fail = (field: SettlementColumn, reason: SettlementFault): undefined => { issues.push({ row, field, value: text(field), reason }); return undefined; };
  const day = (field: 'on' | 'paidOn', otherwise?: string): string | undefined => {
    const read = readDate(cell(field));
    if (read === '') return otherwise ?? fail(field, 'MISSING');
    if (read === undefined) return fail(field, 'UNREADABLE');
    return read > today ? fail(field, 'IN_FUTURE') : read;
  };
  const amount = (field: 'gross' | 'commission' | 'net'): number | null | undefined => {
    const read = readQuantity(cell(field), ARREARS);
    if (!read) return columns[field] === undefined ? null : fail(field, 'MISSING');
    return 'units' in read ? read.units : fail(field, read.fault === 'TOO_MANY_DECIMALS' ? 'TOO_MANY_DECIMALS' : 'UNREADABLE');
  };
  const [on, paidOn] = [day('on'), day('paidOn', paidDefault)];
  const [gross, commission, net] = [amount('gross'), amount('commission'), amount('net')];
  if (on !== undefined && paidOn !== undefined && paidOn < on) fail('paidOn', 'AFTER_PAYMENT');
  const commissionFen = commission ?? (typeof gross === 'number' && typeof net === 'number' ? gross - net : undefined);
  if (typeof gross === 'number' && typeof commission === 'number' && typeof net === 'number' && gross - commission !== net) fail('net', 'NOT_NET');
  if (typeof gross === 'number' && commissionFen !== undefined && !isCommission(gross, commissionFen)) fail(commission === null ? 'net' : 'commission', 'COMMISSION');
  if (issues.length > 0 || on === undefined || paidOn === undefined || typeof gross !== 'number' || commissionFen === undefined) return { issues };
  return { row, on, paidOn, grossFen: gross, commissionFen, reference: text('reference'), order: text('order') };
}

/** A part of the gross, never more; of a day on which more went back than came in, as well. */
export function isCommission(grossFen: number, commissionFen: number): boolean {
  return grossFen >= 0 ? commissionFen >= 0 && commissionFen <= grossFen : commissionFen <= 0 && commissionFen >= grossFen;
}

/** A row for each day: the same again is a repeat, another is a conflict, and both stay out. */
function oneADay(read: readonly Row[]): Omit<SettlementSheet, 'issues'> {
  const days = new Map<string, SettledDay>();
  const conflicts = new Set<string>();
  let repeats = 0;
  for (const { row: _, order: __, ...one } of read) {
    const known = days.get(one.on);
    if (!known) days.set(one.on, one);
    else if (known.grossFen === one.grossFen && known.commissionFen === one.commissionFen) repeats += 1;
    else conflicts.add(one.on);
  }
  return { days: [...days.values()].filter(({ on }) => !conflicts.has(on)), repeats, conflicts: [...conflicts] };
}

/** Orders of a day together; the day is paid at once, and an order comes once. */
function sumOrders(read: readonly Row[], issues: SettlementIssue[]): SettlementSheet {
  const days = new Map<string, SettledDay>();
  const orders = new Set<string>();
  for (const { row, order, ...one } of read) {
    if (order !== '' && orders.has(order)) { issues.push({ row, field: 'order', value: order, reason: 'REPEATED' }); continue; }
    orders.add(order);
    const known = days.get(one.on) ?? { ...one, grossFen: 0, commissionFen: 0 };
    if (known.paidOn !== one.paidOn) issues.push({ row, field: 'paidOn', value: one.paidOn, reason: 'DIFFERS' });
    days.set(one.on, { ...known, grossFen: known.grossFen + one.grossFen, commissionFen: known.commissionFen + one.commissionFen, reference: known.reference === one.reference ? known.reference : '' });
  }
  return { days: [...days.values()], repeats: 0, conflicts: [], issues };
}
