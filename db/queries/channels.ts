import type { ChannelLine, ChannelName, LineKind } from '../../shared/domain/channel-types.ts';
import type { OpenLine, Verdict } from '../../shared/domain/channel-match.ts';
import { parseYuan } from '../../shared/domain/money.ts';
import { AppError } from '../../shared/errors.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

export type LineState = 'matched' | 'exception' | 'held' | 'ignored';
export type LineRow = Omit<ChannelLine, 'failed' | 'key'> & { lineId: number; channel: ChannelName; fileId: number; file: string; state: LineState; reason: string; handsOff: number; failed: number; settlementId: number | null; decision: string };

const LINE = `l.line_id as lineId, l.channel, l.file_id as fileId, f.name as file, l.row, l.kind, l.on_date as "on", l.clock, l.transaction_no as transactionNo, l.order_no as orderNo, l.refund_no as refundNo, l.amount_fen as amountFen, l.fee_fen as feeFen,
  l.counterparty, l.note, l.balance_fen as balanceFen, l.via, l.failed, l.state, l.reason, l.hands_off as handsOff, l.settlement_id as settlementId,
  coalesce((select r.reason from channel_resolution r where r.line_id = l.line_id order by r.resolution_id desc limit 1), '') as decision`;

/** Throws NO_SUCH_CHANNEL_LINE. */
export async function getLine(db: Db, lineId: number): Promise<LineRow> {
  const found = await row<LineRow>(db, `select ${LINE} from channel_line l join channel_file f using (file_id) where l.line_id = ?`, [lineId]);
  if (!found) throw new AppError('NO_SUCH_CHANNEL_LINE', { lineId });
  return found;
}

/** Lines that nobody has decided on and no person took in hand; index: channel_line_exception. */
export async function listOpenLines(db: Db, channel: ChannelName): Promise<(OpenLine & { failed: boolean })[]> {
  const list = await tuples<readonly [number, LineKind, string, string, string, number, ChannelLine['via'], number]>(db, ['line_id', 'kind', 'on_date', 'transaction_no', 'order_no', 'amount_fen', 'via', 'failed'],
    `from channel_line where channel = ? and state = 'exception' and hands_off = 0 order by line_id`, [channel]);
  return list.map(([lineId, kind, on, transactionNo, orderNo, amountFen, via, failed]) => ({ lineId, kind, on, transactionNo, orderNo, amountFen, via, failed: failed === 1 }));
}

/** Which payment a number was matched with, and which numbers the channel gave back, by earlier lines; index: channel_line_number. */
export async function listKnownNumbers(db: Db, channel: ChannelName, numbers: readonly string[]): Promise<{ paymentOf: Map<string, number>; refunded: Set<string> }> {
  const found = await rows<{ number: string; kind: LineKind; entryId: number | null }>(db, `select l.transaction_no as number, l.kind, m.entry_id as entryId from channel_line l left join channel_match m using (line_id)
    where l.channel = ? and l.transaction_no in (select value from json_each(?)) and l.kind in ('payment', 'refund') and l.failed = 0`, [channel, JSON.stringify(numbers)]);
  return {
    paymentOf: new Map(found.flatMap(({ number, kind, entryId }) => (kind === 'payment' && entryId !== null ? [[number, entryId] as const] : []))),
    refunded: new Set(found.filter(({ kind }) => kind === 'refund').map(({ number }) => number)),
  };
}

/** Writes what became of lines. */
export async function applyVerdicts(db: Db, verdicts: readonly Verdict[]): Promise<void> {
  const matched = verdicts.flatMap(({ lineId, entryIds }) => (entryIds ? [lineId] : []));
  const matches = verdicts.flatMap(({ lineId, entryIds = [] }) => entryIds.map((entryId) => [entryId, lineId]));
  const left = verdicts.flatMap(({ lineId, reason }) => (reason ? [[lineId, reason]] : []));
  await insertMatches(db, matches);
  await run(db, `update channel_line set state = 'matched', reason = '' where line_id in (select value from json_each(?))`, [JSON.stringify(matched)]);
  await run(db, `update channel_line set reason = n.why from ${jsonTable(['id', 'why'])} n where channel_line.line_id = n.id`, [JSON.stringify(left)]);
}

/** Pairs of entry and line; an entry that is a line already is refused by its key. */
export async function insertMatches(db: Db, matches: readonly (readonly number[])[]): Promise<void> {
  await run(db, `insert into channel_match (entry_id, line_id) select entry_id, line_id from ${jsonTable(['entry_id', 'line_id'])} where 1`, [JSON.stringify(matches)]);
}

export function findMatch(db: Db, entryIds: readonly number[]): Promise<{ entryId: number; lineId: number; file: string; row: number } | undefined> {
  return row(db, `select m.entry_id as entryId, m.line_id as lineId, f.name as file, l.row from channel_match m join channel_line l using (line_id) join channel_file f using (file_id) where m.entry_id in (select value from json_each(?)) limit 1`, [JSON.stringify(entryIds)]);
}

/** Lets go of a line's entries but our own moves (held money), which stay with it. */
export async function deleteMatches(db: Db, lineId: number): Promise<void> {
  await run(db, `delete from channel_match where line_id = ? and entry_id not in (select e.entry_id from channel_match m join entry e using (entry_id) where m.line_id = ? and e.kind = 'settlement')`, [lineId, lineId]);
}

export async function setLineState(db: Db, lineId: number, state: LineState, reason: string, handsOff: boolean): Promise<void> {
  await run(db, 'update channel_line set state = ?, reason = ?, hands_off = ? where line_id = ?', [state, reason, Number(handsOff), lineId]);
}

export async function insertResolution(db: Db, resolution: { lineId: number; action: string; reason: string; userId: number; userName: string; at: string }): Promise<void> {
  await run(db, 'insert into channel_resolution (line_id, action, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [resolution.lineId, resolution.action, resolution.reason, resolution.userId, resolution.userName, resolution.at]);
}

export async function countExceptions(db: Db, channel: ChannelName): Promise<number> {
  return (await row<{ count: number }>(db, `select count(*) as count from channel_line where channel = ? and state = 'exception'`, [channel]))?.count ?? 0;
}

export type LineFilter = { channel?: ChannelName | undefined; fileId?: number | undefined; from: string; to: string; state?: LineState | 'unsettled' | undefined; search?: string | undefined };

function lineWhere({ channel, fileId, from, to, state, search }: LineFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['l.on_date between ? and ?'];
  const bindings: (string | number)[] = [from, to];
  if (channel) { conditions.push('l.channel = ?'); bindings.push(channel); }
  if (fileId) { conditions.push('l.file_id = ?'); bindings.push(fileId); }
  if (state === 'unsettled') conditions.push(`l.state in ('matched', 'held') and l.settlement_id is null and l.channel <> 'bank' and l.kind in ('payment', 'refund', 'fee')`);
  else if (state) { conditions.push('l.state = ?'); bindings.push(state); }
  if (search) {
    conditions.push(`(instr(l.transaction_no, ?) > 0 or instr(l.order_no, ?) > 0 or l.refund_no = ? or instr(l.counterparty, ?) > 0 or instr(l.note, ?) > 0 or abs(l.amount_fen) = ?
      or exists (select 1 from channel_match m join payment p using (entry_id) where m.line_id = l.line_id and (p.label = ? or p.receipt_no = ?)))`);
    bindings.push(search, search, search, search, search, parseYuan(search) ?? -1, search, search);
  }
  return { where: conditions.join(' and '), bindings };
}

/** Lines by day and in their order; index: channel_line_day (of one channel). */
export function listLines(db: Db, filter: LineFilter, page: { after: { on: string; lineId: number }; limit: number }): Promise<LineRow[]> {
  const { where, bindings } = lineWhere(filter);
  return rows(db, `select ${LINE} from channel_line l join channel_file f using (file_id) where ${where} and (l.on_date, l.line_id) > (?, ?) order by l.on_date, l.line_id limit ?`, [...bindings, page.after.on, page.after.lineId, page.limit]);
}

export async function sumLines(db: Db, filter: LineFilter): Promise<{ count: number; amountFen: number }> {
  const { where, bindings } = lineWhere(filter);
  const found = await row<{ count: number; fen: number | null }>(db, `select count(*) as count, sum(l.amount_fen) as fen from channel_line l where ${where}`, bindings);
  return { count: found?.count ?? 0, amountFen: found?.fen ?? 0 };
}
