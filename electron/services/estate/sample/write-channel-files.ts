import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lastPaidMonth, listSampleMoves, listSamplePayments, type SampleMove } from '../../../../db/queries/channel-sample.ts';
import type { Db } from '../../../../db/sql.ts';
import { channelAccounts, type ChannelName, type SettlingChannel } from '../../../../shared/domain/channel-types.ts';
import { firstDay, lastDay } from '../../../../shared/domain/period.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Handler } from '../../../context.ts';
import { replaceFile } from '../../../files/replace-file.ts';
import { spareBooks } from '../../../jobs/backups.ts';
import { alipayText, bankWorkbook, wechatText, type BankRow } from './channel-papers.ts';
import { encodeGb18030 } from './encode-gb18030.ts';
import { planChannelLines, transfersOf, type Transfer } from './plan-channel-lines.ts';
import { createRandom } from './random.ts';

export type SampleFile = { channel: ChannelName; name: string; content: string | Buffer; lines: number; faults: string[] };

/** Writes the sample's files of a month (default: the last that has payments) into a folder. */
export const writeSampleFiles: Handler<'estate.writeSampleFiles'> = async ({ office }, { folder, month: wanted }) => {
  const { month, files } = await office.database.read(async (db) => {
    const month = wanted ?? (await lastPaidMonth(db));
    if (month === undefined) throw new AppError('NO_ESTATE', {});
    return { month, files: await makeChannelFiles(db, month) };
  });
  const paths = files.map(({ name }) => join(folder, name));
  for (const file of paths) spareBooks(file, office.dataFolder);
  await mkdir(folder, { recursive: true }).catch(() => { throw new AppError('FILE_NOT_WRITABLE', { file: folder }); });
  for (const [index, { content }] of files.entries()) await replaceFile(paths[index] ?? '', content);
  return { month, files: files.map(({ channel, lines, faults }, index) => ({ channel, file: paths[index] ?? '', lines, faults })) };
};

/**
 * What WeChat, Alipay and the bank would have given for a month of the books: each payment and deposit as its channel knows it, what went back, cash that was banked, daily transfers less the fee, card payments by the day;
 * with a few faults, and the bank's own charge. The same books and month give the same files, byte for byte.
 */
export async function makeChannelFiles(db: Db, month: string): Promise<SampleFile[]> {
  const days = [firstDay(month), lastDay(month)] as const;
  const random = createRandom(Number(month.replace('-', '')), 'channels');
  const wechat = planChannelLines(random, 'wechat', await monthOf(db, 'wechat', month), ['MISSING', 'AMOUNT', 'REFUND', 'UNKNOWN']);
  const alipay = planChannelLines(random, 'alipay', await monthOf(db, 'alipay', month), ['MISSING', 'UNKNOWN']);
  const transfers = await listSamplePayments(db, 'transfer', ...days);
  const cards = await listSamplePayments(db, 'card', ...days);
  const rows: BankRow[] = [
    ...settlementRows(transfersOf(wechat.lines, month), '财付通支付科技有限公司', '微信支付商户结算'), ...settlementRows(transfersOf(alipay.lines, month), '支付宝（中国）网络技术有限公司', '支付宝商户结算'),
    ...transfers.map(({ receivedOn, clock, transactionNo, amountFen, payer }) => ({ on: receivedOn, clock, amountFen, counterparty: payer, summary: '转账 物业费', serial: transactionNo })),
    ...cardRows(cards, month), ...(await listSampleMoves(db, channelAccounts.bank, ...days)).map(moveRow),
    { on: `${month}-${String(6 + random.below(18)).padStart(2, '0')}`, clock: '11:08:45', amountFen: 20_000 + 100 * random.below(300), counterparty: '黔南鸿运装饰工程有限公司', summary: '往来款', serial: `${month.replace('-', '')}${random.digits(10)}` },
    { on: days[1], clock: '23:30:00', amountFen: -3_000, counterparty: '', summary: '账户管理费', serial: `${days[1].replaceAll('-', '')}${random.digits(8)}` },
  ];
  return [
    { channel: 'wechat', name: `微信支付商户账单-${month}.csv`, content: wechatText(wechat.lines), lines: wechat.lines.length, faults: wechat.faults },
    { channel: 'alipay', name: `支付宝业务明细-${month}.csv`, content: encodeGb18030(alipayText(alipay.lines, month)), lines: alipay.lines.length, faults: alipay.faults },
    { channel: 'bank', name: `银行账户明细-${month}.xlsx`, content: await bankWorkbook(rows, month), lines: rows.length, faults: ['NOT_REGISTERED', 'BANK_FEE'] },
  ];
}

async function monthOf(db: Db, channel: SettlingChannel, month: string): Promise<Parameters<typeof planChannelLines>[2]> {
  const days = [firstDay(month), lastDay(month)] as const;
  return { month, payments: await listSamplePayments(db, channel, ...days), moves: await listSampleMoves(db, channelAccounts[channel], ...days) };
}

const MOVE_SUMMARY: Readonly<Record<SampleMove['kind'], string>> = { banking: '现金缴存', cost: '付款', transfer: '转公共收益专户', deposit: '转账 装修押金', 'deposit-return': '退装修押金', refund: '退物业费', 'charging-topup': '充电预存', 'charging-payback': '退充电预存' };

function moveRow({ entryId, on, clock, kind, amountFen, transactionNo, payer }: SampleMove): BankRow {
  return { on, clock, amountFen, counterparty: payer, summary: MOVE_SUMMARY[kind], serial: kind === 'deposit' || kind === 'charging-topup' ? transactionNo : `${on.replaceAll('-', '')}60${String(entryId).padStart(8, '0')}` };
}

function settlementRows(transfers: readonly Transfer[], counterparty: string, summary: string): BankRow[] {
  return transfers.map(({ on, amountFen }, index) => ({ on, clock: counterparty.startsWith('支') ? '07:15:20' : '06:40:11', amountFen, counterparty, summary, serial: `${on.replaceAll('-', '')}${counterparty.startsWith('支') ? '8' : '7'}${String(index + 1).padStart(7, '0')}` }));
}

/** The acquirer pays each day's card payments together, the day after. */
function cardRows(cards: readonly { receivedOn: string; amountFen: number }[], month: string): BankRow[] {
  const days = new Map<string, { amountFen: number; count: number }>();
  for (const { receivedOn, amountFen } of cards) {
    const day = days.get(receivedOn) ?? { amountFen: 0, count: 0 };
    days.set(receivedOn, { amountFen: day.amountFen + amountFen, count: day.count + 1 });
  }
  return transfersOf([...days].map(([on, { amountFen }]) => ({ on, clock: '', transactionNo: '', orderNo: '', refundNo: '', amountFen, feeFen: 0, payer: '', goods: '' })), month)
    .map(({ on, amountFen }) => ({ on, clock: '05:30:00', amountFen, counterparty: '银联商务支付股份有限公司', summary: 'POS刷卡入账', serial: `${on.replaceAll('-', '')}90000001` }));
}
