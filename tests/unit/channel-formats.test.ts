import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { daysOf, guessChannel, readStatement } from '../../shared/domain/channel-file.ts';
import type { ChannelName, StatementRows } from '../../shared/domain/channel-types.ts';
import { AppError } from '../../shared/errors.ts';
import { alipayBill, bankStatement, wechatBill, type FileLine } from '../support/channel-files.ts';

const rowsOf = (text: string): StatementRows => Papa.parse<string[]>(text, { delimiter: ',' }).data;
const read = (channel: ChannelName, text: string) => readStatement(rowsOf(text), channel, { file: 'f.csv' });

function refused(work: () => unknown): { code: string; details: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('not refused');
}

const LINES: FileLine[] = [
  { on: '2026-10-03', no: '4200000000202610030000000001', amountFen: 15_000, feeFen: 90, order: 'WY1' },
  { on: '2026-10-04', no: '4200000000202610040000000002', amountFen: 28_605, feeFen: 172 },
  { on: '2026-10-05', no: '4200000000202610030000000001', amountFen: -15_000, feeFen: -90, refundNo: '50300000000000000000000000001' },
];

describe('a WeChat merchant bill', () => {
  it('is read line by line, amounts exact, fees of five decimals in fen', () => {
    const { lines } = read('wechat', wechatBill(LINES));
    expect(lines.map(({ row, kind, on, clock, transactionNo, refundNo, amountFen, feeFen }) => [row, kind, on, clock, transactionNo.slice(-2), refundNo.slice(-2), amountFen, feeFen])).toEqual([
      [2, 'payment', '2026-10-03', '10:00:00', '01', '', 15_000, 90], [3, 'payment', '2026-10-04', '10:00:00', '02', '', 28_605, 172], [4, 'refund', '2026-10-05', '10:00:00', '01', '01', -15_000, -90],
    ]);
    expect(lines[0]).toMatchObject({ orderNo: 'WY1', note: '物业费', failed: false, key: 'P|4200000000202610030000000001|' });
  });

  it('may have the heads of before 2018, backticks on its heads, a count of 3.0, and several days one after another', () => {
    const old = wechatBill(LINES).replace('应结订单金额', '总金额').replace('应结订单总金额', '总交易额').replace('退款总金额', '总退款金额').replace('`3,', '`3.0,');
    expect(read('wechat', old).lines).toEqual(read('wechat', wechatBill(LINES)).lines);
    const ticked = wechatBill(LINES).replace(/^交易时间.*$/m, (head) => head.split(',').map((field) => `\`${field}`).join(','));
    expect(read('wechat', ticked).lines).toHaveLength(3);
    expect(read('wechat', wechatBill(LINES.slice(0, 1)) + wechatBill(LINES.slice(1))).lines.map(({ row }) => row)).toEqual([2, 6, 7]);
  });

  it('sums fees before it rounds them', () => {
    const text = ['交易时间,微信订单号,交易状态,应结订单金额,手续费', ...[1, 2, 3].map((no) => `\`2026-10-03 10:00:00,\`N${no},\`SUCCESS,\`9.00,\`0.05490`), '总交易单数,应结订单总金额,退款总金额,手续费总金额', '`3,`27.00,`0.00,`0.16470'].join('\n');
    expect(read('wechat', text).lines.map(({ feeFen }) => feeFen)).toEqual([5, 5, 5]);
  });

  it('tells a refund that failed and a payment that was revoked', () => {
    const [failed] = read('wechat', wechatBill([{ on: '2026-10-05', no: 'A1', amountFen: -100, refundNo: 'R1', state: 'FAIL' }])).lines;
    expect(failed).toMatchObject({ kind: 'refund', failed: true });
    expect(read('wechat', wechatBill([{ on: '2026-10-05', no: 'A1', amountFen: -100, refundNo: 'R1' }]).replace('`REFUND', '`REVOKED')).lines[0]).toMatchObject({ kind: 'refund', amountFen: -100 });
  });

  it.each([
    ['without its totals', (text: string) => text.replace(/总交易单数[^]*$/, ''), { what: 'summary' }],
    ['without the row of totals', (text: string) => text.replace(/`3,`436[^]*$/, ''), { what: 'summary' }],
    ['cut within the totals', (text: string) => text.replace(/(`3,`436\.05)[^]*$/, '$1'), { what: 'summary', row: 6 }],
    ['with a line taken out', (text: string) => text.replace(/^`2026-10-04.*\r\n/m, ''), { what: 'count', expected: 3, found: 2 }],
    ['with an amount changed', (text: string) => text.replace('`286.05,`0.00,`0,', '`286.06,`0.00,`0,'), { what: 'amount', row: 6, expected: 43_605, found: 43_606 }],
    ['with a refund changed', (text: string) => text.replace('`150.00,`0.00,`ORIGINAL', '`150.01,`0.00,`ORIGINAL'), { what: 'refund', expected: 15_000, found: 15_001 }],
    ['with a fee changed', (text: string) => text.replace('`1.72000', '`1.73000'), { what: 'fee', expected: 172, found: 173 }],
    ['cut within a line', (text: string) => text.slice(0, text.indexOf('`2026-10-05') + 60), { what: 'row', row: 4 }],
  ])('%s is refused as truncated', (_, change, details) => {
    expect(refused(() => read('wechat', change(wechatBill(LINES))))).toMatchObject({ code: 'CHANNEL_FILE_TRUNCATED', details });
  });

  it.each([
    ['an amount that is none', '`286.05,`0.00,`0,', '`2八6,`0.00,`0,', { row: 3, column: '应结订单金额' }],
    ['parts of a fen', '`286.05,`0.00,`0,', '`286.055,`0.00,`0,', { row: 3, column: '应结订单金额', value: '286.055' }],
    ['a number that Excel rounded', '`4200000000202610040000000002', '`4.2E+27', { row: 3, column: '微信订单号', value: '4.2E+27' }],
    ['a day that is none', '`2026-10-04 10:00:00', '`2026-10-34 10:00:00', { row: 3, column: '交易时间' }],
    ['an unknown state', '`SUCCESS,`OTHERS', '`PAYING,`OTHERS', { column: '交易状态', value: 'PAYING' }],
  ])('with %s is refused, naming row and column', (_, from, to, details) => {
    expect(refused(() => read('wechat', wechatBill(LINES).replace(from, to)))).toMatchObject({ code: 'CHANNEL_LINE_UNREADABLE', details });
  });

  it('with a line twice, or a line after its totals, is refused', () => {
    const [first] = LINES;
    expect(refused(() => read('wechat', wechatBill([...LINES, ...(first ? [first] : [])])))).toMatchObject({ code: 'CHANNEL_LINE_SEEN', details: { row: 5, file: 'f.csv' } });
    expect(refused(() => read('wechat', `${wechatBill(LINES)}\`2026-10-06 10:00:00,\`x`))).toMatchObject({ code: 'CHANNEL_LINE_UNREADABLE', details: { row: 7 } });
  });
});

const ALIPAY: FileLine[] = [{ on: '2026-10-03', no: '2026100322001400000000000001', amountFen: 3_580, feeFen: 21 }, { on: '2026-10-05', no: '2026100322001400000000000001', amountFen: -3_580, feeFen: -21, refundNo: 'RE01' }, { on: '2026-10-06', no: '2026100622001400000000000002', amountFen: 100 }];

describe('Alipay’s 业务明细', () => {
  it('is read between its comments, with the days that its head names', () => {
    const { lines, days } = read('alipay', alipayBill(ALIPAY));
    expect(days).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(lines.map(({ row, kind, on, transactionNo, refundNo, amountFen, feeFen, counterparty }) => [row, kind, on, transactionNo.slice(-2), refundNo, amountFen, feeFen, counterparty])).toEqual([
      [6, 'payment', '2026-10-03', '01', '', 3_580, 21, '*秀兰(138****2671)'], [7, 'refund', '2026-10-05', '01', 'RE01', -3_580, -21, '*秀兰(138****2671)'], [8, 'payment', '2026-10-06', '02', '', 100, 0, '*秀兰(138****2671)'],
    ]);
  });

  it.each([
    ['cut before its sums', (text: string) => text.replace(/#-+业务明细列表结束[^]*$/, ''), { what: 'summary', found: 3_680 }],
    ['cut between its sums', (text: string) => text.replace(/#退款合计[^]*$/, ''), { what: 'summary', found: 3_580 }],
    ['with a line taken out', (text: string) => text.replace(/^2026100622.*\n/m, ''), { what: 'count', expected: 2, found: 1 }],
    ['with an amount changed', (text: string) => text.replaceAll('35.80,35.80', '35.80,35.90'), { what: 'amount', expected: 3_680, found: 3_690 }],
    ['cut within a line', (text: string) => text.slice(0, text.indexOf('RE01')), { what: 'row', row: 7 }],
  ])('%s is refused as truncated', (_, change, details) => {
    expect(refused(() => read('alipay', change(alipayBill(ALIPAY))))).toMatchObject({ code: 'CHANNEL_FILE_TRUNCATED', details });
  });
});

const MOVES = [
  '#支付宝账务明细查询', '#账号：[20880000000000000156]', '#起始日期：[2026年10月03日 00:00:00]   终止日期：[2026年10月04日 00:00:00]', '#-----账务明细列表----', '账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注',
  '111\t,2026100322001400000000000001\t,M1\t,物业费\t,2026-10-03 10:00:00,a\t,150.00,0.00,150.00,支付宝,在线支付,', '112\t,2026100322001400000000000001\t,M1\t,\t,2026-10-03 10:00:01,\t,0.00,-0.90,149.10,支付宝,收费,服务费', '113\t,2026100322001400000000000009\t,M0\t,\t,2026-10-03 11:00:00,\t,,-20.00,129.10,支付宝,交易退款,', '114\t,W1\t,\t,\t,2026-10-03 23:00:00,\t,,-100.00,29.10,支付宝,提现,',
  '#-----账务明细列表结束----', '#支出合计：3笔，共-120.90元', '#收入合计：1笔，共150.00元', '#导出时间：[2026年10月04日 05:00:00]', '',
].join('\n');

describe('Alipay’s 账务明细', () => {
  it('tells payments, its fees, refunds and withdrawals apart', () => {
    const { lines, days } = read('alipay', MOVES);
    expect(days).toEqual({ from: '2026-10-03', to: '2026-10-03' });
    expect(lines.map(({ kind, amountFen, feeFen, key }) => [kind, amountFen, feeFen, key])).toEqual([
      ['payment', 15_000, 0, 'P|2026100322001400000000000001|'], ['fee', 0, 90, 'A|112|'], ['refund', -2_000, 0, 'A|113|'], ['transfer', -10_000, 0, 'A|114|'],
    ]);
  });

  it('with a movement taken out is refused', () => {
    expect(refused(() => read('alipay', MOVES.replace(/^112.*\n/m, '')))).toMatchObject({ code: 'CHANNEL_FILE_TRUNCATED', details: { what: 'count', expected: 3, found: 2 } });
  });
});

const BANK = [{ on: '2026-10-02', amountFen: 15_000, party: '王秀兰', summary: '转账 物业费', serial: 'S1' }, { on: '2026-10-02', amountFen: -300, party: '', summary: '手续费', serial: 'S1' }, { on: '2026-10-03', amountFen: 99_000, party: '财付通支付科技有限公司', serial: 'S3' }, { on: '2026-10-04', amountFen: -50_000, party: '黔南供电局', serial: 'S4' }];

describe('a bank’s statement', () => {
  it('is read by the heads it has, below its title', () => {
    const { lines, table } = read('bank', bankStatement(BANK));
    expect(table).toMatchObject({ headerRow: 2, mapping: { date: '交易日期', time: '交易时间', income: '贷方发生额', outgo: '借方发生额', counterparty: '对方户名', summary: '摘要', serial: '交易流水号', balance: '账户余额' } });
    expect(lines.map(({ row, kind, amountFen, via, transactionNo, clock }) => [row, kind, amountFen, via, transactionNo, clock])).toEqual([
      [3, 'payment', 15_000, null, 'S1', '09:00:00'], [4, 'fee', -300, null, 'S1', '09:00:00'], [5, 'transfer', 99_000, 'wechat', 'S3', '09:00:00'], [6, 'out', -50_000, null, 'S4', '09:00:00'],
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(4);
  });

  it.each([
    ['one amount and 借贷标志', '记账日期,交易流水,借贷标志,发生额,余额,对方户名,摘要\n20261002,A1,贷,150.00,250.00,王秀兰,物业费\n20261003,A2,借,50.00,200.00,供电局,电费'],
    ['one signed amount', '交易时间,交易金额(元),账户余额(元),对方名称,用途\n2026-10-02 10:00:00,"+150.00",250.00,王秀兰,物业费\n2026-10-03 10:00:00,-50.00,200.00,供电局,电费'],
    ['收入 and 支出', '日期,摘要,收入,支出,余额,对方姓名\n2026/10/2,物业费,150.00,,250.00,王秀兰\n2026/10/3,电费,,50.00,200.00,供电局'],
    ['the heads of CCB', '账户明细编号-交易流水号,交易时间,借方发生额/元(支取),贷方发生额/元(收入),余额,对方户名,摘要\n1,20261002 10:00:01,0.00,150.00,250.00,王秀兰,物业费\n2,20261003 10:00:01,50.00,0.00,200.00,供电局,电费'],
    ['newest first', '交易日期,收入金额,支出金额,账户余额,对方户名,摘要\n2026-10-03,0.00,50.00,200.00,供电局,电费\n2026-10-02,150.00,0.00,250.00,王秀兰,物业费'],
    ['a total that fits', '交易日期,收入金额,支出金额,对方户名,摘要\n2026-10-02,150.00,,王秀兰,物业费\n2026-10-03,,50.00,供电局,电费\n合计,150.00,50.00,,'],
  ])('with %s', (_, text) => {
    const { lines } = read('bank', text);
    expect(lines.map(({ on, amountFen, counterparty }) => [on, amountFen, counterparty]).sort()).toEqual([['2026-10-02', 15_000, '王秀兰'], ['2026-10-03', -5_000, '供电局']]);
  });

  it('whose balances do not join up, or whose total is another, is refused as truncated', () => {
    expect(refused(() => read('bank', bankStatement(BANK).replace(/^2026-10-03.*\n/m, '')))).toMatchObject({ code: 'CHANNEL_FILE_TRUNCATED', details: { what: 'balance', row: 5, expected: 964_700, found: 1_063_700 } });
    expect(refused(() => read('bank', '交易日期,收入金额,支出金额,对方户名\n2026-10-02,150.00,,王秀兰\n合计,150.00,50.00,'))).toMatchObject({ code: 'CHANNEL_FILE_TRUNCATED', details: { what: 'refund', expected: 5_000, found: 0 } });
  });

  it('without a day or an amount is refused with what it has; a mapping says which they are', () => {
    const text = '入账时刻,数目,往来\n2026-10-02,150.00,王秀兰';
    expect(refused(() => read('bank', text))).toMatchObject({ code: 'CHANNEL_COLUMNS_MISSING', details: { missing: ['date', 'amount'] } });
    const mapping = { date: '入账时刻', amount: '数目', counterparty: '往来' };
    expect(readStatement(rowsOf(text), 'bank', { file: 'f', mapping }).lines).toMatchObject([{ on: '2026-10-02', amountFen: 15_000, counterparty: '王秀兰' }]);
    expect(refused(() => readStatement(rowsOf(text), 'bank', { file: 'f', mapping: { ...mapping, serial: '流水号' } }))).toMatchObject({ code: 'CHANNEL_COLUMNS_MISSING', details: { missing: ['serial'] } });
  });

  it('with a row that has money and no day is refused; totals and notes are passed over', () => {
    expect(refused(() => read('bank', '交易日期,收入金额,对方户名\n十月二日左右,150.00,王秀兰'))).toMatchObject({ code: 'CHANNEL_LINE_UNREADABLE', details: { row: 2, column: '交易日期' } });
    expect(read('bank', '交易日期,收入金额,对方户名\n2026-10-02,150.00,王秀兰\n本页小计,150.00,\n打印时间 2026,,').lines).toHaveLength(1);
  });

  it('without numbers or balances still tells two equal payments of a day apart', () => {
    const { lines } = read('bank', '交易日期,收入金额,对方户名\n2026-10-02,150.00,王秀兰\n2026-10-02,150.00,王秀兰');
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });
});

describe('whose file it is', () => {
  it.each([['wechat', wechatBill(LINES)], ['alipay', alipayBill(ALIPAY)], ['alipay', MOVES], ['bank', bankStatement(BANK)], [undefined, 'a,b,c\n1,2,3']] as const)('%s', (channel, text) => {
    expect(guessChannel(rowsOf(text))).toBe(channel);
  });

  it('another channel’s is refused', () => {
    expect(refused(() => read('alipay', wechatBill(LINES)))).toEqual({ code: 'CHANNEL_FILE_WRONG_CHANNEL', details: { channel: 'alipay', found: 'wechat' } });
    expect(refused(() => read('bank', alipayBill(ALIPAY)))).toEqual({ code: 'CHANNEL_FILE_WRONG_CHANNEL', details: { channel: 'bank', found: 'alipay' } });
    expect(refused(() => read('wechat', 'a,b,c\n1,2,3'))).toMatchObject({ code: 'CHANNEL_COLUMNS_MISSING' });
  });
});

describe('the days a file speaks for', () => {
  it('are those it names, or the month asked for, or its lines’, and never after today', () => {
    const lines = read('wechat', wechatBill(LINES)).lines;
    const october = { from: '2026-10-01', to: '2026-10-31' };
    expect(daysOf({ lines, days: undefined }, undefined, '2026-11-05')).toEqual({ from: '2026-10-03', to: '2026-10-05' });
    expect(daysOf({ lines, days: undefined }, october, '2026-10-20')).toEqual({ from: '2026-10-01', to: '2026-10-20' });
    expect(daysOf({ lines: [], days: october }, undefined, '2026-11-05')).toEqual(october);
    expect(daysOf({ lines: [], days: undefined }, undefined, '2026-11-05')).toBeUndefined();
  });
});
