import type { ChannelLine, ChannelName, ColumnMapping } from '../../shared/domain/channel-types.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export function findFileByDigest(db: Db, digest: string): Promise<{ name: string; at: string } | undefined> {
  return row(db, 'select name, at from channel_file where digest = ?', [digest]);
}

/** The first of the keys that a file brought before; index: unique (channel, line_key). */
export function findSeenKey(db: Db, channel: ChannelName, keys: readonly string[]): Promise<{ key: string; file: string } | undefined> {
  return row(db, `select l.line_key as key, f.name as file from json_each(?) k join channel_line l on l.channel = ? and l.line_key = k.value join channel_file f using (file_id) order by k.key limit 1`, [JSON.stringify(keys), channel]);
}

export type NewFile = { channel: ChannelName; name: string; digest: string; profileId: number | null; from: string; to: string; lines: number; userId: number; userName: string; at: string };

/** Adds a file and its lines, each an exception until it is matched; answers its number. */
export async function insertFile(db: Db, file: NewFile, lines: readonly ChannelLine[]): Promise<number> {
  const found = await row<{ fileId: number }>(db, `insert into channel_file (channel, name, digest, profile_id, from_on, to_on, lines, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning file_id as fileId`,
    [file.channel, file.name, file.digest, file.profileId, file.from, file.to, file.lines, file.userId, file.userName, file.at]);
  const fileId = found?.fileId ?? 0;
  const columns = ['row', 'kind', 'on_date', 'clock', 'transaction_no', 'order_no', 'refund_no', 'amount_fen', 'fee_fen', 'counterparty', 'note', 'balance_fen', 'via', 'failed', 'line_key'] as const;
  const values = lines.map((line) => [line.row, line.kind, line.on, line.clock, line.transactionNo, line.orderNo, line.refundNo, line.amountFen, line.feeFen, line.counterparty, line.note, line.balanceFen, line.via, Number(line.failed), line.key]);
  await run(db, `insert into channel_line (file_id, channel, ${columns.join(', ')}, state, reason) select ?, ?, ${columns.join(', ')}, 'exception', 'NEW' from ${jsonTable(columns)} where 1`, [fileId, file.channel, JSON.stringify(values)]);
  return fileId;
}

export type ProfileRow = { profileId: number; name: string; headers: string; mapping: string; by: string; at: string; files: number };

export function listProfiles(db: Db): Promise<ProfileRow[]> {
  return rows(db, `select p.profile_id as profileId, p.name, p.headers, p.mapping, p.user_name as by, p.at, (select count(*) from channel_file f where f.profile_id = p.profile_id) as files from channel_profile p order by p.name`);
}

/** The bank whose files have these heads. */
export async function findProfile(db: Db, headers: readonly string[]): Promise<{ profileId: number; name: string; mapping: ColumnMapping } | undefined> {
  const found = await row<{ profileId: number; name: string; mapping: string }>(db, 'select profile_id as profileId, name, mapping from channel_profile where headers = ?', [JSON.stringify(headers)]);
  // Written by saveProfile from a mapping.
  return found && { ...found, mapping: JSON.parse(found.mapping) as ColumnMapping };
}

/** Remembers a bank's columns under a name; the same name or heads again change it. */
export async function saveProfile(db: Db, profile: { name: string; headers: readonly string[]; mapping: ColumnMapping; userId: number; userName: string; at: string }): Promise<number> {
  const values = [profile.name, JSON.stringify(profile.headers), JSON.stringify(profile.mapping), profile.userId, profile.userName, profile.at];
  const known = await row<{ profileId: number }>(db, 'select profile_id as profileId from channel_profile where headers = ? or name = ? order by headers = ? desc limit 1', [JSON.stringify(profile.headers), profile.name, JSON.stringify(profile.headers)]);
  if (known) {
    // Another profile may have the name; it keeps it.
    const taken = await row(db, 'select 1 from channel_profile where name = ? and profile_id <> ?', [profile.name, known.profileId]);
    await run(db, 'update channel_profile set name = coalesce(?, name), headers = ?, mapping = ?, user_id = ?, user_name = ?, at = ? where profile_id = ?', [taken ? null : profile.name, ...values.slice(1), known.profileId]);
    return known.profileId;
  }
  return (await row<{ profileId: number }>(db, 'insert into channel_profile (name, headers, mapping, user_id, user_name, at) values (?, ?, ?, ?, ?, ?) returning profile_id as profileId', values))?.profileId ?? 0;
}

/** From the first to the last day that files of a channel speak for; index: channel_file_days. */
export async function findFileSpan(db: Db, channel: ChannelName): Promise<{ from: string; to: string } | undefined> {
  const found = await row<{ from: string | null; to: string | null }>(db, 'select min(from_on) as "from", max(to_on) as "to" from channel_file where channel = ?', [channel]);
  return found?.from && found.to ? { from: found.from, to: found.to } : undefined;
}

export type FileRow = { fileId: number; channel: ChannelName; name: string; profile: string | null; from: string; to: string; lines: number; matched: number; exceptions: number; grossFen: number; refundFen: number; feeFen: number; by: string; at: string };

/** Files, newest first, with the sums of their lines; index: channel_line_file. */
export function listFiles(db: Db, filter: { channel?: ChannelName | undefined; fileId?: number | undefined }, page: { before: number; limit: number }): Promise<FileRow[]> {
  const conditions = ['f.file_id < ?'];
  const bindings: (string | number)[] = [page.before];
  if (filter.channel) { conditions.push('f.channel = ?'); bindings.push(filter.channel); }
  if (filter.fileId) { conditions.push('f.file_id = ?'); bindings.push(filter.fileId); }
  return rows(db, `select f.file_id as fileId, f.channel, f.name, p.name as profile, f.from_on as "from", f.to_on as "to", f.lines, coalesce(sum(l.state <> 'exception'), 0) as matched, coalesce(sum(l.state = 'exception'), 0) as exceptions,
    coalesce(sum(case when l.kind = 'payment' then l.amount_fen end), 0) as grossFen, coalesce(-sum(case when l.kind = 'refund' then l.amount_fen end), 0) as refundFen,
    coalesce(sum(l.fee_fen - case when l.kind = 'fee' then l.amount_fen else 0 end), 0) as feeFen, f.user_name as by, f.at
    from channel_file f left join channel_profile p using (profile_id) left join channel_line l using (file_id) where ${conditions.join(' and ')} group by f.file_id order by f.file_id desc limit ?`, [...bindings, page.limit]);
}
