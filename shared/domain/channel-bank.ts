import { AppError } from '../errors.ts';
import { tightCell } from './cell-text.ts';
import { findDay, plainCell, readClock, readDay, readFen, readNumber, unreadable } from './channel-cells.ts';
import { checkBalances, checkBankTotals } from './channel-bank-checks.ts';
import { mappedColumns, type ChannelLine, type ColumnMapping, type LineKind, type MappedColumn, type Statement, type StatementRows } from './channel-types.ts';

/** How banks head their columns, likelier spellings first; 借方 is money that leaves the account, 贷方 money that comes. */
const HEADS: Readonly<Record<MappedColumn, readonly RegExp[]>> = {
  date: [/^(?:交易|记账|入账|发生|会计)日期?$/, /^日期$/, /^(?:交易|记账|入账)(?:日期)?时间$/, /^(?:交易|记账|入账)日/],
  time: [/^交易时间$/, /^时间$/, /^记账时间$/],
  income: [/^贷方(?:发生额|金额)?(?:[/(（].*)?$/, /^收入(?:金额)?(?:[/(（].*)?$/, /^(?:转入|存入|入账|来账|贷记)(?:金额)?$/],
  outgo: [/^借方(?:发生额|金额)?(?:[/(（].*)?$/, /^支出(?:金额)?(?:[/(（].*)?$/, /^(?:转出|支取|出账|往账|借记)(?:金额)?$/],
  amount: [/^(?:交易|发生)?(?:金额|额)(?:[/(（].*)?$/, /^收入\/支出金额$/],
  flag: [/^借贷(?:标志|方向|标识|别)?$/, /^(?:收支|交易)(?:标志|方向|类型)$/, /^借\/贷$/, /^收\/支$/, /^方向$/],
  counterparty: [/^(?:对方|交易对手|对手|收\(付\)方|收付款人|对方账户)(?:户名|名称|姓名|单位|单位名称|账户名称|账户名)$/, /^对方$/, /^交易对手$/],
  summary: [/^(?:交易)?摘要$/, /^摘要/, /^(?:交易)?用途$/, /^(?:交易)?附言$/],
  note: [/^(?:交易)?(?:附言|备注|用途)$/, /^个性化信息$/],
  serial: [/^(?:交易|银行|核心|账户明细编号-?交易)?流水号?$/, /流水号/, /^(?:凭证|回单|日志)(?:编)?号/],
  balance: [/^(?:账户|本次|当前|交易后)?余额(?:[/(（].*)?$/],
};
const HEAD_ROWS = 40;

export type BankTable = { headerRow: number; headers: string[]; mapping: ColumnMapping; missing: string[] };

/** Finds the head of a bank's table by what its columns are called, or by the mapping given; undefined when no row looks like one. */
export function findBankTable(rows: StatementRows, given?: ColumnMapping): BankTable | undefined {
  let best: (BankTable & { score: number }) | undefined;
  for (const [index, cells] of rows.slice(0, HEAD_ROWS).entries()) {
    const headers = cells.map(plainCell);
    const mapping = given ?? guessMapping(headers);
    const known = Object.values(mapping).filter((head) => headers.includes(head)).length;
    const score = known + (headers.includes(mapping.date ?? '') ? 1 : 0);
    if (known >= 2 && score > (best?.score ?? 0)) best = { headerRow: index + 1, headers, mapping, missing: missingOf(headers, mapping), score };
  }
  return best;
}

/** The columns that a statement cannot do without, and those of the mapping that the file does not have. */
function missingOf(headers: readonly string[], mapping: ColumnMapping): string[] {
  const has = (column: MappedColumn) => mapping[column] !== undefined && headers.includes(mapping[column]);
  const needed: MappedColumn[] = has('amount') || has('income') ? ['date'] : ['date', 'amount'];
  const named = mappedColumns.filter((column) => mapping[column] !== undefined && !has(column));
  return [...new Set([...needed.filter((column) => !has(column)), ...named])];
}

/** Which head is which column, as far as they are known; no head twice. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const column of mappedColumns) {
    for (const pattern of HEADS[column]) {
      const head = headers.find((text) => text !== '' && !taken.has(text) && pattern.test(tightCell(text).replace(/元\)$/, ')').replace(/\(\)$/, '')));
      if (head === undefined) continue;
      mapping[column] = head;
      taken.add(head);
      break;
    }
  }
  // One signed amount beside a column of income is the same money twice.
  if (mapping.income !== undefined && mapping.outgo !== undefined) delete mapping.amount;
  return mapping;
}

/**
 * Reads a bank's statement by the columns named. Rows without a day are totals or notes; a running balance, where there is one, must join up row by row.
 * Throws CHANNEL_COLUMNS_MISSING, CHANNEL_LINE_UNREADABLE, CHANNEL_FILE_TRUNCATED.
 */
export function readBankStatement(rows: StatementRows, given?: ColumnMapping): Statement & { table: BankTable } {
  const table = findBankTable(rows, given);
  if (!table) throw new AppError('CHANNEL_COLUMNS_MISSING', { missing: given ? Object.keys(given) : ['date', 'amount'], headers: [] });
  if (table.missing.length > 0) throw new AppError('CHANNEL_COLUMNS_MISSING', { missing: table.missing, headers: table.headers.filter(Boolean) });
  const cellOf = (cells: StatementRows[number], column: MappedColumn): string => {
    const head = table.mapping[column];
    return head === undefined ? '' : plainCell(cells[table.headers.indexOf(head)]);
  };
  const lines: ChannelLine[] = [];
  const others: { row: number; text: string; income: string; outgo: string }[] = [];
  for (const [index, cells] of rows.entries()) {
    const row = index + 1;
    if (row <= table.headerRow || cells.every((cell) => plainCell(cell) === '')) continue;
    const text = cells.map(plainCell).join(' ');
    if (findDay(cellOf(cells, 'date')) === undefined) {
      if (!isNoLine(text, ['income', 'outgo', 'amount'].every((column) => cellOf(cells, column as MappedColumn) === ''))) throw unreadable(cellOf(cells, 'date'), { row, column: table.mapping.date ?? '' });
      others.push({ row, text, income: cellOf(cells, 'income'), outgo: cellOf(cells, 'outgo') });
      continue;
    }
    lines.push(lineOf((column) => cellOf(cells, column), row, table.mapping));
  }
  checkBankTotals(lines, others);
  checkBalances(lines);
  return { lines: withKeys(lines), days: undefined, table };
}

/** A row that is no movement: totals, page ends, notes. */
function isNoLine(text: string, withoutAmount: boolean): boolean {
  return withoutAmount || /合计|总计|小计|累计|承前|过次|本页|期初|期末|上日|笔数/.test(text);
}

function lineOf(cell: (column: MappedColumn) => string, row: number, mapping: ColumnMapping): ChannelLine {
  const place = (column: MappedColumn) => ({ row, column: mapping[column] ?? column });
  const amountFen = signedAmount(cell, row, mapping);
  const counterparty = cell('counterparty');
  const note = [...new Set([cell('summary'), cell('note')])].filter(Boolean).join(' ');
  const via = viaOf(counterparty, note);
  const serial = readNumber(cell('serial'), place('serial'));
  return {
    row, kind: kindOf(amountFen, counterparty, note, via), on: readDay(cell('date'), place('date')), clock: readClock(cell('time')) || readClock(cell('date')), transactionNo: serial, orderNo: '', refundNo: '',
    amountFen, feeFen: 0, counterparty, note, balanceFen: cell('balance') === '' ? null : readFen(cell('balance'), place('balance')), via, failed: false, key: serial,
  };
}

const OUT = /^(?:借|支|支出|往|往账|转出|出|付|付款|d|dr|debit)方?$/i;
const IN = /^(?:贷|收|收入|来|来账|转入|入|收款|c|cr|credit)方?$/i;

function signedAmount(cell: (column: MappedColumn) => string, row: number, mapping: ColumnMapping): number {
  const read = (column: MappedColumn) => readFen(cell(column), { row, column: mapping[column] ?? column });
  if (mapping.amount === undefined) return read('income') - read('outgo');
  const amountFen = read('amount');
  if (mapping.flag === undefined) return amountFen;
  const flag = cell('flag');
  if (OUT.test(flag)) return 0 - Math.abs(amountFen);
  // A negative amount on the side of income takes income back.
  if (IN.test(flag)) return amountFen;
  throw unreadable(flag, { row, column: mapping.flag });
}

/** Whose transfer a bank's line is, by the name beside it: WeChat pays through 财付通, card terminals through their acquirers. */
function viaOf(counterparty: string, note: string): ChannelLine['via'] {
  const text = `${counterparty} ${note}`;
  if (/财付通|微信支付|tenpay/i.test(text)) return 'wechat';
  if (/支付宝|alipay/i.test(text)) return 'alipay';
  return /银联商务|收单|POS|拉卡拉|通联支付|刷卡/i.test(text) ? 'card' : null;
}

function kindOf(amountFen: number, counterparty: string, note: string, via: ChannelLine['via']): LineKind {
  if (via === 'wechat' || via === 'alipay') return /退款/.test(note) && amountFen < 0 ? 'refund' : 'transfer';
  if (/结息|利息|手续费|工本费|账户管理费|年费|短信(?:服务)?费|网银(?:服务)?费/.test(note) || (counterparty === '' && /费$/.test(note))) return 'fee';
  if (amountFen >= 0) return 'payment';
  return /退款|退费|退回/.test(note) ? 'refund' : 'out';
}

/** The bank's number, the day, the amount and the balance tell a line; where they are the same twice, its place among them. */
function withKeys(lines: readonly ChannelLine[]): ChannelLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const facts = [line.key, line.on, line.clock, line.amountFen, line.balanceFen ?? '', line.key === '' ? line.counterparty : ''].join('|');
    const before = seen.get(facts) ?? 0;
    seen.set(facts, before + 1);
    const sure = line.key !== '' || line.balanceFen !== null;
    return { ...line, key: sure || before === 0 ? facts : `${facts}|${before + 1}` };
  });
}
