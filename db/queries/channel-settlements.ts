import { channelAccounts, type SettlingChannel } from '../../shared/domain/channel-types.ts';
import type { FundSum, UnsettledDay } from '../../shared/domain/channel-settle.ts';
import { row, rows, run, type Db } from '../sql.ts';

/** Lines of a channel that have not reached the bank: all but ignored ones and its own transfers. */
const UNSETTLED = `l.settlement_id is null and l.state <> 'ignored' and l.kind in ('payment', 'refund', 'fee', 'out')`;

/** What a channel's unsettled lines come to, day by day; index: channel_line_day. */
export function listUnsettledDays(db: Db, channel: SettlingChannel): Promise<UnsettledDay[]> {
  return rows(db, `select l.on_date as "on", sum(l.amount_fen - l.fee_fen) as netFen, sum(l.state = 'exception') as exceptions from channel_line l where l.channel = ? and ${UNSETTLED} group by l.on_date order by l.on_date`, [channel]);
}

export type UnsettledSums = { lines: number; grossFen: number; refundFen: number; feeFen: number };

/** The unsettled lines of whole days, summed. */
export async function sumUnsettled(db: Db, channel: SettlingChannel, from: string, through: string): Promise<UnsettledSums> {
  const found = await row<UnsettledSums>(db, `select count(*) as lines, coalesce(sum(case when l.amount_fen > 0 then l.amount_fen end), 0) as grossFen, coalesce(-sum(case when l.amount_fen < 0 then l.amount_fen end), 0) as refundFen, coalesce(sum(l.fee_fen), 0) as feeFen
    from channel_line l where l.channel = ? and l.on_date between ? and ? and ${UNSETTLED}`, [channel, from, through]);
  return found ?? { lines: 0, grossFen: 0, refundFen: 0, feeFen: 0 };
}

/** What the entries of those lines moved of the channel's money, by fund. */
export function sumUnsettledFunds(db: Db, channel: SettlingChannel, from: string, through: string): Promise<FundSum[]> {
  return rows(db, `select s.fund, sum(s.amount_fen) as amountFen from channel_line l join channel_match m using (line_id) join posting s using (entry_id)
    where l.channel = ? and l.on_date between ? and ? and ${UNSETTLED} and s.account = ? group by s.fund order by s.fund`, [channel, from, through, channelAccounts[channel]]);
}

/** By fund, what the entries of one line moved of its channel's money. */
export function sumLineFunds(db: Db, lineId: number, account: string): Promise<FundSum[]> {
  return rows(db, 'select s.fund, sum(s.amount_fen) as amountFen from channel_match m join posting s using (entry_id) where m.line_id = ? and s.account = ? group by s.fund', [lineId, account]);
}

export type NewSettlement = UnsettledSums & { channel: SettlingChannel; from: string; through: string; netFen: number; on: string; userId: number; userName: string; at: string };

/** Adds a settlement and gives it the unsettled lines of its days; answers its number. */
export async function insertSettlement(db: Db, settlement: NewSettlement): Promise<number> {
  const found = await row<{ settlementId: number }>(db, `insert into channel_settlement (channel, from_on, through_on, gross_fen, refund_fen, fee_fen, net_fen, on_date, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning settlement_id as settlementId`,
    [settlement.channel, settlement.from, settlement.through, settlement.grossFen, settlement.refundFen, settlement.feeFen, settlement.netFen, settlement.on, settlement.userId, settlement.userName, settlement.at]);
  const settlementId = found?.settlementId ?? 0;
  await run(db, `insert into channel_settlement_line (line_id, settlement_id) select l.line_id, ? from channel_line l where l.channel = ? and l.on_date between ? and ? and ${UNSETTLED}`, [settlementId, settlement.channel, settlement.from, settlement.through]);
  await run(db, 'update channel_line set settlement_id = ? where line_id in (select line_id from channel_settlement_line where settlement_id = ?)', [settlementId, settlementId]);
  return settlementId;
}

export async function insertSettlementEntry(db: Db, settlementId: number, entryId: number): Promise<void> {
  await run(db, 'insert into channel_settlement_entry (entry_id, settlement_id) values (?, ?)', [entryId, settlementId]);
}

/** The entries of a settlement, oldest first. */
export async function listSettlementEntries(db: Db, settlementId: number): Promise<number[]> {
  return (await rows<{ entryId: number }>(db, 'select entry_id as entryId from channel_settlement_entry where settlement_id = ? order by entry_id', [settlementId])).map(({ entryId }) => entryId);
}

/** Its lines are in transit again; the bank's line that showed it is open, and left to a person. */
export async function insertSettlementUndo(db: Db, undo: { settlementId: number; on: string; reason: string; userId: number; userName: string; at: string }): Promise<void> {
  await run(db, 'insert into channel_settlement_undo (settlement_id, on_date, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [undo.settlementId, undo.on, undo.reason, undo.userId, undo.userName, undo.at]);
  await run(db, 'update channel_line set settlement_id = null where settlement_id = ?', [undo.settlementId]);
  const entries = 'select entry_id from channel_settlement_entry where settlement_id = ?';
  await run(db, `update channel_line set state = 'exception', reason = 'NOT_SETTLED', hands_off = 1 where channel = 'bank' and line_id in (select line_id from channel_match where entry_id in (${entries}))`, [undo.settlementId]);
  await run(db, `delete from channel_match where entry_id in (${entries}) and line_id in (select line_id from channel_line where channel = 'bank')`, [undo.settlementId]);
}

export type SettlementRow = {
  settlementId: number; channel: SettlingChannel; from: string; through: string; on: string; grossFen: number; refundFen: number; feeFen: number; netFen: number; by: string; entryId: number; lineId: number | null;
  undoneOn: string | null; undoneReason: string | null; undoneBy: string | null;
};

const SETTLEMENT = `select s.settlement_id as settlementId, s.channel, s.from_on as "from", s.through_on as through, s.on_date as "on", s.gross_fen as grossFen, s.refund_fen as refundFen, s.fee_fen as feeFen, s.net_fen as netFen, s.user_name as by,
  (select min(e.entry_id) from channel_settlement_entry e where e.settlement_id = s.settlement_id) as entryId,
  (select m.line_id from channel_settlement_entry e join channel_match m using (entry_id) join channel_line l using (line_id) where e.settlement_id = s.settlement_id and l.channel = 'bank') as lineId,
  u.on_date as undoneOn, u.reason as undoneReason, u.user_name as undoneBy from channel_settlement s left join channel_settlement_undo u using (settlement_id)`;

export function findSettlement(db: Db, settlementId: number): Promise<SettlementRow | undefined> {
  return row(db, `${SETTLEMENT} where s.settlement_id = ?`, [settlementId]);
}

/** Settlements, the last that arrived first; index: channel_settlement_on (of one channel). */
export function listSettlements(db: Db, filter: { channel?: SettlingChannel | undefined; from: string; to: string }, page: { before: { on: string; settlementId: number }; limit: number }): Promise<SettlementRow[]> {
  const channel = filter.channel ? 'and s.channel = ?' : '';
  return rows(db, `${SETTLEMENT} where s.on_date between ? and ? ${channel} and (s.on_date, s.settlement_id) < (?, ?) order by s.on_date desc, s.settlement_id desc limit ?`, [filter.from, filter.to, ...(filter.channel ? [filter.channel] : []), page.before.on, page.before.settlementId, page.limit]);
}

/** A standing settlement of that amount and day that no bank file has shown yet. */
export function findUnshownSettlement(db: Db, channel: SettlingChannel, netFen: number, on: string): Promise<{ settlementId: number; entryId: number } | undefined> {
  return row(db, `select settlementId, entryId from (${SETTLEMENT} where s.channel = ? and s.net_fen = ? and s.on_date = ?) where lineId is null and undoneOn is null order by settlementId limit 1`, [channel, netFen, on]);
}

export type WaitingTransfer = { lineId: number; on: string; amountFen: number; via: SettlingChannel };

/** Transfers of channels that the bank showed and that are no settlement yet, oldest first; index: channel_line_exception. */
export function listWaitingTransfers(db: Db): Promise<WaitingTransfer[]> {
  return rows(db, `select line_id as lineId, on_date as "on", amount_fen as amountFen, via from channel_line where channel = 'bank' and state = 'exception' and kind = 'transfer' and hands_off = 0 and via in ('wechat', 'alipay') order by on_date, line_id`);
}
