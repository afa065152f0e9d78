import { AppError } from '../errors.ts';
import { feeFen, findDay, plainCell, plainHead, readClock, readCount, readDay, readFee, readFen, readNumber, truncated, unreadable } from './channel-cells.ts';
import type { ChannelLine, Statement, StatementRows } from './channel-types.ts';

/**
 * WeChat Pay's merchant bill (交易账单): one head, lines whose every field begins with a backtick, then a head and one row of totals. Heads changed in
 * 2018; both spellings are read. A file may hold several days one after another, each with its totals.
 */
const HEADS = {
  time: ['交易时间'], transactionNo: ['微信订单号'], orderNo: ['商户订单号'], state: ['交易状态'], amount: ['应结订单金额', '总金额'], refundNo: ['微信退款单号'], refund: ['退款金额'], refundState: ['退款状态'],
  goods: ['商品名称'], payer: ['用户标识'], fee: ['手续费'], attached: ['商户数据包'],
} as const;
type Column = keyof typeof HEADS;
const REQUIRED = ['time', 'transactionNo', 'state', 'amount', 'fee'] as const satisfies readonly Column[];
const STATES: readonly string[] = ['SUCCESS', 'REFUND', 'REVOKED'];

const TOTALS = { count: ['总交易单数'], amount: ['应结订单总金额', '总交易额', '总金额'], refund: ['退款总金额', '总退款金额'], fee: ['手续费总金额'] } as const;

type Columns = Partial<Record<Column, number>>;
type Cells = StatementRows[number];
/** A line beside what its own cells add to the bill's totals. */
type Billed = { line: ChannelLine; amountFen: number; refundFen: number; fee: bigint };

/** Tells the head of a WeChat bill. */
export function isWechatHead(cells: Cells): boolean {
  const heads = cells.map(plainHead);
  return heads.includes('微信订单号') && HEADS.amount.some((head) => heads.includes(head));
}

/** Reads a bill whole. Throws CHANNEL_COLUMNS_MISSING, CHANNEL_LINE_UNREADABLE, CHANNEL_FILE_TRUNCATED. */
export function readWechatBill(rows: StatementRows): Statement {
  const lines: ChannelLine[] = [];
  let at = rows.findIndex(isWechatHead);
  if (at < 0) throw new AppError('CHANNEL_COLUMNS_MISSING', { missing: [...REQUIRED], headers: [] });
  while (at < rows.length) {
    const block = readBlock(rows, at);
    lines.push(...block.lines);
    at = block.end;
    while (at < rows.length && !isWechatHead(rows[at] ?? [])) {
      // A line after the totals would be money that they do not count.
      if (findDay(rows[at]?.[0])) throw unreadable(plainCell(rows[at]?.[0]), { row: at + 1, column: '交易时间' });
      at += 1;
    }
  }
  return { lines, days: undefined };
}

function readBlock(rows: StatementRows, head: number): { lines: ChannelLine[]; end: number } {
  const columns = columnsOf(rows[head] ?? []);
  const width = Math.max(...Object.values(columns)) + 1;
  const billed: Billed[] = [];
  let at = head + 1;
  for (; at < rows.length; at += 1) {
    const cells = rows[at] ?? [];
    if (cells.every((cell) => plainCell(cell) === '')) continue;
    if (plainHead(cells[0]) === '总交易单数') break;
    if (cells.length < width) throw truncated('row', at + 1, width, cells.length);
    billed.push(lineOf(cells, columns, at + 1));
  }
  const totals = rows[at + 1];
  if (!totals) throw truncated('summary', rows.length, 0, billed.length);
  checkTotals(rows[at] ?? [], totals, billed, at + 2);
  return { lines: billed.map(({ line }) => line), end: at + 2 };
}

function columnsOf(cells: Cells): Columns {
  const heads = cells.map(plainHead);
  const columns: Columns = {};
  for (const column of Object.keys(HEADS) as Column[]) {
    const found = heads.findIndex((head) => (HEADS[column] as readonly string[]).includes(head));
    if (found >= 0) columns[column] = found;
  }
  const missing = REQUIRED.filter((column) => columns[column] === undefined);
  if (missing.length > 0) throw new AppError('CHANNEL_COLUMNS_MISSING', { missing, headers: heads.filter(Boolean) });
  return columns;
}

function lineOf(cells: Cells, columns: Columns, row: number): Billed {
  const cell = (column: Column): string => plainCell(cells[columns[column] ?? -1]);
  const place = (column: Column) => ({ row, column: HEADS[column][0] });
  const state = cell('state').toUpperCase();
  if (!STATES.includes(state)) throw unreadable(cell('state'), place('state'));
  const isBack = state !== 'SUCCESS';
  const transactionNo = readNumber(cell('transactionNo'), place('transactionNo'));
  const refundNo = isBack ? readNumber(cell('refundNo'), place('refundNo')).replace(/^0$/, '') : '';
  // Of a payment what will be settled: the order less coupons of the merchant's own.
  const amountFen = readFen(cell('amount'), place('amount'));
  const refundFen = readFen(cell('refund'), place('refund'));
  const fee = readFee(cell('fee'), place('fee'));
  const line: ChannelLine = {
    row, kind: isBack ? 'refund' : 'payment', on: readDay(cell('time'), place('time')), clock: readClock(cell('time')), transactionNo, orderNo: readNumber(cell('orderNo'), place('orderNo')), refundNo,
    amountFen: isBack ? 0 - Math.abs(refundFen) : amountFen, feeFen: feeFen(fee), counterparty: cell('payer'), note: [cell('goods'), cell('attached')].filter(Boolean).join(' '), balanceFen: null, via: null,
    failed: isBack && cell('refundState').toUpperCase() === 'FAIL', key: `${isBack ? 'R' : 'P'}|${transactionNo}|${refundNo}`,
  };
  return { line, amountFen, refundFen, fee };
}

/** The totals are the bill's own answer to how many lines it had and what they came to. */
function checkTotals(head: Cells, totals: Cells, billed: readonly Billed[], row: number): void {
  const heads = head.map(plainHead);
  const cell = (names: readonly string[]): string => plainCell(totals[heads.findIndex((name) => names.includes(name))]);
  const count = readCount(cell(TOTALS.count));
  // Cut within its last row: what is not there was never read.
  if (count === undefined || totals.length < heads.filter(Boolean).length) throw truncated('summary', row, 0, billed.length);
  if (count !== billed.length) throw truncated('count', row, count, billed.length);
  const sums = {
    amount: billed.reduce((sum, each) => sum + BigInt(each.amountFen) * 10_000n, 0n), refund: billed.reduce((sum, each) => sum + BigInt(each.refundFen) * 10_000n, 0n), fee: billed.reduce((sum, each) => sum + each.fee, 0n),
  };
  for (const what of ['amount', 'refund', 'fee'] as const) {
    const found = feeFen(sums[what]);
    if (cell(TOTALS[what]) === '') throw truncated('summary', row, 0, found);
    const expected = feeFen(readFee(cell(TOTALS[what]), { row, column: TOTALS[what][0] }));
    if (expected !== found) throw truncated(what, row, expected, found);
  }
}
