import type { CellObject } from 'write-excel-file/node';
import { formatFen } from '../../../../shared/domain/money.ts';
import { addDays, firstDay, lastDay } from '../../../../shared/domain/period.ts';
import type { SampleLine } from './plan-channel-lines.ts';

const yuan = (amountFen: number): string => formatFen(amountFen, { separators: false });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const WECHAT_HEAD = '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const WECHAT_TOTALS = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** A WeChat merchant bill: UTF-8 with its mark, each field behind a backtick, and the totals at the end. */
export function wechatText(lines: readonly SampleLine[]): string {
  const body = lines.map(({ on, clock, transactionNo, orderNo, refundNo, amountFen, feeFen, payer, goods }) => {
    const isRefund = refundNo !== '';
    const paid = isRefund ? '0.00' : yuan(amountFen);
    const back = isRefund ? yuan(-amountFen) : '0.00';
    return [
      `${on} ${clock}`, 'wx8f3c2d90a1b45e67', '1900007291', '0', '', transactionNo, orderNo, `oUpF8${hashOf(payer || transactionNo)}`, 'NATIVE', isRefund ? 'REFUND' : 'SUCCESS', 'OTHERS', 'CNY', paid, '0.00', isRefund ? refundNo : '0', isRefund ? `TK${orderNo}` : '0', back, '0.00',
      isRefund ? 'ORIGINAL' : '', isRefund ? 'SUCCESS' : '', goods, '', `${yuan(feeFen)}000`, '0.60%', paid, back, '',
    ].map((field) => `\`${field}`).join(',');
  });
  const payments = lines.filter(({ refundNo }) => refundNo === '');
  const paidFen = sum(payments.map(({ amountFen }) => amountFen));
  const backFen = -sum(lines.filter(({ refundNo }) => refundNo !== '').map(({ amountFen }) => amountFen));
  const totals = [String(lines.length), yuan(paidFen), yuan(backFen), '0.00', `${yuan(sum(lines.map(({ feeFen }) => feeFen)))}000`, yuan(paidFen), yuan(backFen)].map((field) => `\`${field}`).join(',');
  return `\ufeff${[WECHAT_HEAD, ...body, WECHAT_TOTALS, totals, ''].join('\r\n')}`;
}

/** A payer's identity at the channel: 23 signs that follow from the text. */
function hashOf(text: string): string {
  let state = 7;
  return Array.from({ length: 23 }, (_, index) => {
    state = (state * 131 + (text.codePointAt(index % Math.max(1, text.length)) ?? 1) + index) % 65_521;
    return 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'.charAt(state % 56);
  }).join('');
}

const ALIPAY_HEAD = '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';
const chinese = (day: string): string => `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日`;

/** Alipay's 业务明细 as text: comments before and after, tabs behind numbers. */
export function alipayText(lines: readonly SampleLine[], month: string): string {
  const body = lines.map(({ on, clock, transactionNo, orderNo, refundNo, amountFen, feeFen, payer, goods }) => [
    `${transactionNo}\t`, `${orderNo}\t`, refundNo === '' ? '交易\t' : '退款\t', goods, `${on} ${clock}`, `${on} ${clock}`, '\t', '\t', '\t', '\t', `*${payer.slice(1) || '某'}(138****0000)\t`, yuan(amountFen), yuan(amountFen), '0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00\t', '0.00', `${refundNo}\t`, yuan(0 - feeFen), '0.00', '',
  ].join(','));
  const paid = lines.filter(({ refundNo }) => refundNo === '').map(({ amountFen }) => amountFen);
  const back = lines.filter(({ refundNo }) => refundNo !== '').map(({ amountFen }) => amountFen);
  const until = addDays(lastDay(month), 1);
  return [
    '#支付宝业务明细查询', '#账号：[20886310077291450156]', `#起始日期：[${chinese(firstDay(month))} 00:00:00]   终止日期：[${chinese(until)} 00:00:00]`, `#${'-'.repeat(41)}业务明细列表${'-'.repeat(40)}`, ALIPAY_HEAD, ...body,
    `#${'-'.repeat(41)}业务明细列表结束${'-'.repeat(36)}`, `#交易合计：${paid.length}笔，商家实收共${yuan(sum(paid))}元，商家优惠共0.00元`, `#退款合计：${back.length}笔，商家实收退款共${yuan(sum(back))}元，商家优惠退款共0.00元`, `#导出时间：[${chinese(until)} 07:27:37]`, '',
  ].join('\r\n');
}

/** Money in positive, out negative. */
export type BankRow = { on: string; clock: string; amountFen: number; counterparty: string; summary: string; serial: string };

const BANK_HEAD = ['交易日期', '交易时间', '借方发生额（支取）', '贷方发生额（收入）', '余额', '对方户名', '摘要', '交易流水号'];
const OPENING_FEN = 128_640_217;

/** A bank's account statement as .xlsx: a title, the account, then the table by time with a running balance. */
export async function bankWorkbook(rows: readonly BankRow[], month: string): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const text = (value: string): CellObject => ({ value, type: String });
  const amount = (amountFen: number): CellObject => ({ value: amountFen / 100, type: Number, format: '#,##0.00' });
  let balanceFen = OPENING_FEN;
  const sorted = [...rows].sort((left, right) => `${left.on} ${left.clock} ${left.serial}`.localeCompare(`${right.on} ${right.clock} ${right.serial}`));
  const body = sorted.map(({ on, clock, amountFen, counterparty, summary, serial }) => {
    balanceFen += amountFen;
    return [text(on), text(clock), amountFen < 0 ? amount(-amountFen) : null, amountFen > 0 ? amount(amountFen) : null, amount(balanceFen), counterparty === '' ? null : text(counterparty), text(summary), text(serial)];
  });
  const totals = [text('合计'), null, amount(-sum(rows.map(({ amountFen }) => Math.min(0, amountFen)))), amount(sum(rows.map(({ amountFen }) => Math.max(0, amountFen)))), null, null, text(`共 ${rows.length} 笔`), null];
  const data = [
    [{ ...text('单位账户明细清单'), fontWeight: 'bold' as const }], [text('账号：5200 1602 0000 0008 5517'), null, null, null, text('户名：汇悦新天地物业服务中心')], [text(`起止日期：${firstDay(month)} 至 ${lastDay(month)}`), null, null, null, text('币种：人民币')],
    BANK_HEAD.map((head): CellObject => ({ ...text(head), fontWeight: 'bold' })), ...body, totals,
  ];
  return writeExcelFile([{ sheet: '账户明细', data, columns: [12, 10, 18, 18, 18, 32, 22, 24].map((width) => ({ width })) }]).toBuffer();
}
