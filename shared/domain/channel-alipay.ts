import { AppError } from '../errors.ts';
import { feeFen, findDay, plainCell, plainHead, readClock, readDay, readFee, readFen, readNumber, truncated } from './channel-cells.ts';
import { addDays } from './period.ts';
import type { ChannelLine, LineKind, Statement, StatementRows } from './channel-types.ts';

/**
 * Alipay's two files: 业务明细 (a line for each trade and refund, with its service fee) and 账务明细 (a line for each movement of the account, fees and
 * withdrawals among them). Both stand between comment lines that begin with # and end with counts and sums; numbers are followed by a tab.
 */
const TRADES = {
  transactionNo: '支付宝交易号', orderNo: '商户订单号', type: '业务类型', goods: '商品名称', created: '创建时间', done: '完成时间', payer: '对方账户', amount: '商家实收', refundNo: '退款批次号/请求号', fee: '服务费', note: '备注',
} as const;
const MOVES = {
  serial: '账务流水号', transactionNo: '业务流水号', orderNo: '商户订单号', goods: '商品名称', time: '发生时间', payer: '对方账号', income: '收入金额+', outgo: '支出金额-', balance: '账户余额', type: '业务类型', note: '备注',
} as const;
const TRADES_NEEDED = ['transactionNo', 'type', 'done', 'amount', 'fee'] as const;
const MOVES_NEEDED = ['serial', 'transactionNo', 'time', 'income', 'outgo', 'type'] as const;

type Cells = StatementRows[number];

function headKind(cells: Cells): 'trades' | 'moves' | undefined {
  const heads = cells.map(plainHead);
  if (heads.includes(TRADES.transactionNo) && heads.includes(TRADES.type)) return 'trades';
  return heads.includes(MOVES.serial) && heads.some((head) => head.startsWith('收入金额')) ? 'moves' : undefined;
}

/** Tells the head of one of Alipay's files. */
export function isAlipayHead(cells: Cells): boolean {
  return headKind(cells) !== undefined;
}

/** Reads a file whole. Throws CHANNEL_COLUMNS_MISSING, CHANNEL_LINE_UNREADABLE, CHANNEL_FILE_TRUNCATED. */
export function readAlipayStatement(rows: StatementRows): Statement {
  const at = rows.findIndex(isAlipayHead);
  if (at < 0) throw new AppError('CHANNEL_COLUMNS_MISSING', { missing: [...TRADES_NEEDED], headers: [] });
  const trades = headKind(rows[at] ?? []) === 'trades';
  const cellOf = columnsOf(rows[at] ?? [], trades);
  const width = (rows[at] ?? []).filter((cell) => plainCell(cell) !== '').length;
  const lines: ChannelLine[] = [];
  let end = at + 1;
  for (; end < rows.length; end += 1) {
    const cells = rows[end] ?? [];
    if (plainCell(cells[0]).startsWith('#')) break;
    if (cells.every((cell) => plainCell(cell) === '')) continue;
    if (cells.length < width) throw truncated('row', end + 1, width, cells.length);
    lines.push(trades ? tradeOf(cells, cellOf, end + 1) : moveOf(cells, cellOf, end + 1));
  }
  const comments = rows.map((cells) => cells.map(plainCell).join(',')).map((text, index) => ({ text, row: index + 1 })).filter(({ text }) => text.startsWith('#'));
  checkTotals(trades, comments.filter(({ row }) => row > end), lines, rows.length);
  return { lines, days: daysOf(comments) };
}

type CellOf = (cells: Cells, column: string) => string;

function columnsOf(cells: Cells, trades: boolean): CellOf {
  const heads = cells.map(plainHead);
  const names: Record<string, string> = trades ? TRADES : MOVES;
  const find = (name: string) => heads.findIndex((head) => head === name || head === name.replace(/[+-]$/, ''));
  const needed: readonly string[] = trades ? TRADES_NEEDED : MOVES_NEEDED;
  const missing = needed.filter((column) => find(names[column] ?? '') < 0);
  if (missing.length > 0) throw new AppError('CHANNEL_COLUMNS_MISSING', { missing, headers: heads.filter(Boolean) });
  const places = Object.fromEntries(Object.entries(names).map(([column, name]) => [column, find(name)]));
  return (row, column) => plainCell(row[places[column] ?? -1]);
}

function tradeOf(cells: Cells, cellOf: CellOf, row: number): ChannelLine {
  const cell = (column: keyof typeof TRADES) => cellOf(cells, column);
  const place = (column: keyof typeof TRADES) => ({ row, column: TRADES[column] });
  const isRefund = cell('type').includes('退');
  const when = cell('done') || cell('created');
  const transactionNo = readNumber(cell('transactionNo'), place('transactionNo'));
  const refundNo = isRefund ? readNumber(cell('refundNo'), place('refundNo')) : '';
  const amountFen = readFen(cell('amount'), place('amount'));
  return {
    row, kind: isRefund ? 'refund' : 'payment', on: readDay(when, place('done')), clock: readClock(when), transactionNo, orderNo: readNumber(cell('orderNo'), place('orderNo')), refundNo,
    // Alipay writes what it keeps as a negative amount.
    amountFen: isRefund ? 0 - Math.abs(amountFen) : amountFen, feeFen: 0 - feeFen(readFee(cell('fee'), place('fee'))), counterparty: cell('payer'), note: [cell('goods'), cell('note')].filter(Boolean).join(' '), balanceFen: null, via: null, failed: false,
    key: `${isRefund ? 'R' : 'P'}|${transactionNo}|${refundNo}`,
  };
}

function moveOf(cells: Cells, cellOf: CellOf, row: number): ChannelLine {
  const cell = (column: keyof typeof MOVES) => cellOf(cells, column);
  const place = (column: keyof typeof MOVES) => ({ row, column: MOVES[column] });
  const amountFen = readFen(cell('income'), place('income')) - Math.abs(readFen(cell('outgo'), place('outgo')));
  const kind = moveKind(cell('type'), amountFen);
  const transactionNo = readNumber(cell('transactionNo'), place('transactionNo'));
  const serial = readNumber(cell('serial'), place('serial'));
  const isFee = kind === 'fee';
  return {
    row, kind, on: readDay(cell('time'), place('time')), clock: readClock(cell('time')), transactionNo, orderNo: readNumber(cell('orderNo'), place('orderNo')), refundNo: kind === 'refund' ? serial : '',
    amountFen: isFee ? 0 : amountFen, feeFen: isFee ? 0 - amountFen : 0, counterparty: cell('payer'), note: [cell('type'), cell('goods'), cell('note')].filter(Boolean).join(' '),
    balanceFen: cell('balance') === '' ? null : readFen(cell('balance'), place('balance')), via: null, failed: false,
    // A payment is the same one in both files.
    key: kind === 'payment' ? `P|${transactionNo}|` : `A|${serial}|`,
  };
}

function moveKind(type: string, amountFen: number): LineKind {
  if (/服务费|手续费|收费|佣金/.test(type)) return 'fee';
  if (/提现|转账到银行|转出/.test(type)) return 'transfer';
  if (amountFen >= 0) return 'payment';
  return /退款|退费/.test(type) ? 'refund' : 'out';
}

type Comment = { text: string; row: number };

const money = String.raw`(-?[\d,]+(?:\.\d+)?)元`;
const TRADE_TOTALS = [['amount', new RegExp(`交易合计[:：]\\s*(\\d+)\\s*笔[,，](?:商家实收|交易金额|总金额)共?${money}`)], ['refund', new RegExp(`退款合计[:：]\\s*(\\d+)\\s*笔[,，](?:商家实收退款|交易退款金额|退款)共?${money}`)]] as const;
const MOVE_TOTALS = [['amount', new RegExp(`收入合计[:：]\\s*(\\d+)\\s*笔[,，]共${money}`)], ['refund', new RegExp(`支出合计[:：]\\s*(\\d+)\\s*笔[,，]共${money}`)]] as const;

/** What the comments below the lines say they were. */
function checkTotals(trades: boolean, comments: readonly Comment[], lines: readonly ChannelLine[], lastRow: number): void {
  for (const [what, pattern] of trades ? TRADE_TOTALS : MOVE_TOTALS) {
    const own = lines.filter((line) => (trades ? (what === 'amount') === (line.kind === 'payment') : (what === 'amount') === movedIn(line)));
    const found = own.reduce((sum, line) => sum + Math.abs(trades ? line.amountFen : line.amountFen - line.feeFen), 0);
    const comment = comments.find(({ text }) => pattern.test(text));
    const [, count = '', amount = ''] = pattern.exec(comment?.text ?? '') ?? [];
    // A file without refunds may leave their line out.
    if (!comment && what === 'refund' && own.length === 0) continue;
    if (!comment) throw truncated('summary', lastRow, 0, found);
    if (Number(count) !== own.length) throw truncated('count', comment.row, Number(count), own.length);
    const expected = Math.abs(readFen(amount.replaceAll(',', ''), { row: comment.row, column: '合计' }));
    if (expected !== found) throw truncated(what, comment.row, expected, found);
  }
}

function movedIn({ amountFen, feeFen: fee }: ChannelLine): boolean {
  return amountFen - fee >= 0;
}

const PERIOD = /起始日期[:：]\s*\[([^\]]+)\]\s*终止日期[:：]\s*\[([^\]]+)\]/;

/** The days in the file's own head; its end is the first moment after them. */
function daysOf(comments: readonly Comment[]): Statement['days'] {
  const match = comments.map(({ text }) => PERIOD.exec(text)).find(Boolean);
  const from = findDay(match?.[1]?.split(' ')[0]);
  const until = findDay(match?.[2]?.split(' ')[0]);
  if (!from || !until) return undefined;
  const clock = readClock(match?.[2]);
  const to = clock === '00:00:00' && until > from ? addDays(until, -1) : until;
  return { from, to: to < from ? from : to };
}
