import { writeFileSync } from 'node:fs';
import { formatFen } from '../../shared/domain/money.ts';
import { gb18030 } from '../fixtures/files.ts';
import { temporaryFile } from './builders.ts';

const yuan = (amountFen: number): string => formatFen(amountFen, { separators: false });

/** A line of a channel as a test needs it; a refund has its number. */
export type FileLine = { on: string; no: string; amountFen: number; feeFen?: number; order?: string; refundNo?: string; clock?: string; state?: string; payer?: string; goods?: string };

const WECHAT_HEAD = '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';

/** The text of a WeChat merchant bill with its totals. */
export function wechatBill(lines: readonly FileLine[]): string {
  const rows = lines.map(({ on, no, amountFen, feeFen = 0, order = '', refundNo, clock = '10:00:00', state = 'SUCCESS', goods = '物业费' }) => [
    `${on} ${clock}`, 'wx1', '1900000109', '0', '', no, order, 'o1', 'JSAPI', refundNo === undefined ? 'SUCCESS' : 'REFUND', 'OTHERS', 'CNY', refundNo === undefined ? yuan(amountFen) : '0.00', '0.00', refundNo ?? '0', '0', refundNo === undefined ? '0.00' : yuan(-amountFen), '0.00',
    refundNo === undefined ? '' : 'ORIGINAL', refundNo === undefined ? '' : state, goods, '', `${yuan(feeFen)}000`, '0.60%', refundNo === undefined ? yuan(amountFen) : '0.00', refundNo === undefined ? '0.00' : yuan(-amountFen), '',
  ].map((field) => `\`${field}`).join(','));
  const sum = (list: readonly FileLine[], of: (line: FileLine) => number) => yuan(list.reduce((total, line) => total + of(line), 0));
  const paid = lines.filter(({ refundNo }) => refundNo === undefined);
  const back = lines.filter(({ refundNo }) => refundNo !== undefined);
  const totals = [String(lines.length), sum(paid, ({ amountFen }) => amountFen), sum(back, ({ amountFen }) => -amountFen), '0.00', sum(lines, ({ feeFen = 0 }) => feeFen), sum(paid, ({ amountFen }) => amountFen), sum(back, ({ amountFen }) => -amountFen)];
  return [WECHAT_HEAD, ...rows, '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额', totals.map((field) => `\`${field}`).join(','), ''].join('\r\n');
}

const ALIPAY_HEAD = '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';

/** The text of Alipay's 业务明细; `days`: from and the day after the last, as its head names them. */
export function alipayBill(lines: readonly FileLine[], days = ['2026年10月01日', '2026年11月01日']): string {
  const rows = lines.map(({ on, no, amountFen, feeFen = 0, order = 'M1', refundNo, clock = '10:00:00', payer = '*秀兰(138****2671)' }) => [
    `${no}\t`, `${order}\t`, refundNo === undefined ? '交易\t' : '退款\t', '物业费', `${on} ${clock}`, `${on} ${clock}`, '\t', '\t', '\t', '\t', `${payer}\t`, yuan(amountFen), yuan(amountFen), '0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00\t', '0.00', `${refundNo ?? ''}\t`, yuan(0 - feeFen), '0.00', '',
  ].join(','));
  const paid = lines.filter(({ refundNo }) => refundNo === undefined);
  const back = lines.filter(({ refundNo }) => refundNo !== undefined);
  const sum = (list: readonly FileLine[]) => yuan(list.reduce((total, { amountFen }) => total + amountFen, 0));
  return [
    '#支付宝业务明细查询', '#账号：[20880000000000000156]', `#起始日期：[${days[0] ?? ''} 00:00:00]   终止日期：[${days[1] ?? ''} 00:00:00]`, '#-----------------------------------------业务明细列表----------------------------------------', ALIPAY_HEAD, ...rows,
    '#-----------------------------------------业务明细列表结束------------------------------------', `#交易合计：${paid.length}笔，商家实收共${sum(paid)}元，商家优惠共0.00元`, `#退款合计：${back.length}笔，商家实收退款共${sum(back)}元，商家优惠退款共0.00元`, '#导出时间：[2026年11月01日 05:46:49]', '',
  ].join('\n');
}

/** A line of a bank's statement: money in positive, out negative. */
export type BankLine = { on: string; amountFen: number; party?: string; summary?: string; serial?: string };

/** The text of a bank's statement as CSV with two columns of money and a running balance. */
export function bankStatement(lines: readonly BankLine[], openingFen = 1_000_000): string {
  let balanceFen = openingFen;
  const rows = lines.map(({ on, amountFen, party = '', summary = '转账', serial = '' }) => {
    balanceFen += amountFen;
    return [on, '09:00:00', amountFen < 0 ? yuan(-amountFen) : '', amountFen > 0 ? yuan(amountFen) : '', yuan(balanceFen), party, summary, serial].join(',');
  });
  return ['账户明细查询,,,,,,,', '交易日期,交易时间,借方发生额,贷方发生额,账户余额,对方户名,摘要,交易流水号', ...rows, ''].join('\n');
}

/** Writes a text as a file of its channel: WeChat with a byte order mark, Alipay in GB18030. */
export function channelFile(channel: 'wechat' | 'alipay' | 'bank', text: string): string {
  const file = temporaryFile('csv');
  writeFileSync(file, channel === 'alipay' ? gb18030(text) : channel === 'wechat' ? `\ufeff${text}` : text);
  return file;
}
