import { AppError } from '../errors.ts';
import { isAlipayHead, readAlipayStatement } from './channel-alipay.ts';
import { findBankTable, readBankStatement, type BankTable } from './channel-bank.ts';
import { isWechatHead, readWechatBill } from './channel-wechat.ts';
import type { ChannelName, ColumnMapping, Statement, StatementRows } from './channel-types.ts';

/** Whose file it seems to be, by the heads of its columns; undefined when by none. */
export function guessChannel(rows: StatementRows): ChannelName | undefined {
  if (rows.some(isWechatHead)) return 'wechat';
  if (rows.some(isAlipayHead)) return 'alipay';
  return findBankTable(rows)?.missing.length === 0 ? 'bank' : undefined;
}

/**
 * Reads a channel's file whole. Throws CHANNEL_FILE_WRONG_CHANNEL for another channel's, CHANNEL_COLUMNS_MISSING, CHANNEL_LINE_UNREADABLE,
 * CHANNEL_FILE_TRUNCATED, and CHANNEL_LINE_SEEN for a line that stands in it twice.
 */
export function readStatement(rows: StatementRows, channel: ChannelName, options: { file: string; mapping?: ColumnMapping | undefined }): Statement & { table?: BankTable } {
  const found = guessChannel(rows);
  if (found !== undefined && found !== channel) throw new AppError('CHANNEL_FILE_WRONG_CHANNEL', { channel, found });
  const statement = channel === 'wechat' ? readWechatBill(rows) : channel === 'alipay' ? readAlipayStatement(rows) : readBankStatement(rows, options.mapping);
  const seen = new Set<string>();
  for (const { key, row, transactionNo } of statement.lines) {
    if (seen.has(key)) throw new AppError('CHANNEL_LINE_SEEN', { row, transactionNo, file: options.file });
    seen.add(key);
  }
  return statement;
}

/** The days a file speaks for: those it names, else those of the month asked for, else those of its lines, never after today. Undefined: of none. */
export function daysOf({ lines, days }: Statement, month: { from: string; to: string } | undefined, today: string): { from: string; to: string } | undefined {
  const of = days ?? month ?? (lines.length > 0 ? { from: lines.reduce((least, { on }) => (on < least ? on : least), '9999-12-31'), to: lines.reduce((most, { on }) => (on > most ? on : most), '') } : undefined);
  if (!of) return undefined;
  const to = of.to > today ? today : of.to;
  return { from: of.from > to ? to : of.from, to };
}
