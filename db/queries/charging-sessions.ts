import type { ReviewReason } from '../../shared/domain/charging-line.ts';
import { LONGEST_SECONDS, type SplitMethod } from '../../shared/domain/charging-split.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

/** A line of a bill as it is kept: code, energy, its energy charge and service fee, and the prices of a kWh. */
export type KeptLine = readonly [code: string, energy: number, energyFen: number, serviceFen: number, energyPrice: number, servicePrice: number];
export type KeptExtra = readonly [kind: 'idle' | 'parking', minutes: number, amountFen: number];
/** Seconds are since 1970, UTC. */
export type NewSession = {
  row: number; orderNo: string; deviceId: number; connector: number; startedAt: number; endedAt: number; energy: number; tariffId: number; method: SplitMethod; energyFen: number; serviceFen: number; extraFen: number; lines: readonly KeptLine[]; extras: readonly KeptExtra[];
  theirEnergyFen: number | null; theirServiceFen: number | null; theirFen: number | null; prepaidFen: number | null; refundFen: number | null; customer: string; phoneTail: string; plate: string; card: string; paidBy: string; stop: string;
};

const COLUMNS = ['row', 'order_no', 'device_id', 'connector', 'started_at', 'ended_at', 'energy', 'tariff_id', 'method', 'energy_fen', 'service_fen', 'extra_fen', 'lines', 'extras', 'their_energy_fen', 'their_service_fen', 'their_fen', 'prepaid_fen', 'refund_fen', 'customer', 'phone_tail', 'plate', 'card_no', 'paid_by', 'stop_reason'] as const;

/** Sessions as one text to be inserted: SQLite writes the bill's lines as the JSON text that they are. */
export function sessionList(sessions: readonly NewSession[]): string {
  return JSON.stringify(sessions.map((one) => [one.row, one.orderNo, one.deviceId, one.connector, one.startedAt, one.endedAt, one.energy, one.tariffId, one.method, one.energyFen, one.serviceFen, one.extraFen, one.lines, one.extras,
    one.theirEnergyFen, one.theirServiceFen, one.theirFen, one.prepaidFen, one.refundFen, one.customer, one.phoneTail, one.plate, one.card, one.paidBy, one.stop]));
}

/** Adds sessions of a batch that is not sealed yet, in their order; `list` is made by `sessionList`. */
export async function insertSessions(db: Db, batchId: number, platformId: number, list: string): Promise<void> {
  await run(db, `insert into charging_session (batch_id, platform_id, ${COLUMNS.join(', ')}) select ?, ?, ${COLUMNS.join(', ')} from ${jsonTable(COLUMNS)} where 1`, [batchId, platformId, list]);
}

/** The last session of all: those of the next batch come after it. */
export async function lastSessionId(db: Db): Promise<number> {
  return (await row<{ last: number | null }>(db, 'select max(session_id) as last from charging_session'))?.last ?? 0;
}

/** Indexes that a large import makes anew when its rows are in, three times as fast as keeping them; orders are looked up meanwhile. */
const LATER = `type = 'index' and tbl_name = 'charging_session' and sql is not null and name <> 'charging_session_order'`;

/** Drops the indexes of sessions that an import does not need, in its transaction; answers what makes them again. */
export async function dropSessionIndexes(db: Db): Promise<string[]> {
  const found = await rows<{ name: string; sql: string }>(db, `select name, sql from sqlite_master where ${LATER} order by name`);
  for (const { name } of found) await run(db, `drop index ${name}`);
  return found.map(({ sql }) => sql);
}

export async function makeSessionIndexes(db: Db, list: readonly string[]): Promise<void> {
  for (const sql of list) await run(db, sql);
}

export type KnownSession = NewSession & { sessionId: number; batchId: number };
type KnownTuple = readonly [number, number, number, string, number, number, number, number, number, number, SplitMethod, number, number, number, string, string, number | null, number | null, number | null, number | null, number | null, string, string, string, string, string, string];

/** Sessions of a platform by their order numbers; index: charging_session_order. */
export async function listKnownSessions(db: Db, platformId: number, orderNos: readonly string[]): Promise<Map<string, KnownSession>> {
  if (orderNos.length === 0) return new Map();
  const found = await tuples<KnownTuple>(db, ['s.session_id', 's.batch_id', ...COLUMNS.map((column) => `s.${column}`)], 'from json_each(?) o cross join charging_session s on s.platform_id = ? and s.order_no = o.value', [JSON.stringify(orderNos), platformId]);
  return new Map(found.map(([sessionId, batchId, ...one]) => [one[1], {
    sessionId, batchId, row: one[0], orderNo: one[1], deviceId: one[2], connector: one[3], startedAt: one[4], endedAt: one[5], energy: one[6], tariffId: one[7], method: one[8], energyFen: one[9], serviceFen: one[10], extraFen: one[11],
    lines: JSON.parse(one[12]) as KeptLine[], extras: JSON.parse(one[13]) as KeptExtra[], theirEnergyFen: one[14], theirServiceFen: one[15], theirFen: one[16], prepaidFen: one[17], refundFen: one[18], customer: one[19], phoneTail: one[20], plate: one[21], card: one[22], paidBy: one[23], stop: one[24],
  }]));
}

/** Takes back a session of a batch that is not sealed: its file contradicts it. */
export async function dropSession(db: Db, sessionId: number): Promise<void> {
  await run(db, 'delete from charging_session where session_id = ?', [sessionId]);
}

export async function hasLines(db: Db, platformId: number): Promise<{ sessions: boolean; reviews: boolean }> {
  const found = await row<{ sessions: number; reviews: number }>(db, 'select exists (select 1 from charging_session where platform_id = ?) as sessions, exists (select 1 from charging_review where platform_id = ?) as reviews', [platformId, platformId]);
  return { sessions: found?.sessions === 1, reviews: found?.reviews === 1 };
}

export type NewReview = { row: number; orderNo: string; reason: ReviewReason; value: string; cells: string };

export async function insertReviews(db: Db, batchId: number, platformId: number, reviews: readonly NewReview[]): Promise<void> {
  if (reviews.length === 0) return;
  const columns = ['row', 'order_no', 'reason', 'value', 'cells'];
  await run(db, `insert into charging_review (batch_id, platform_id, ${columns.join(', ')}) select ?, ?, ${columns.join(', ')} from ${jsonTable(columns)} where 1`, [batchId, platformId, JSON.stringify(reviews.map((one) => [one.row, one.orderNo, one.reason, one.value, one.cells]))]);
}

/** What lines of earlier files wait or were decided, by order number; index: charging_review_order. */
export async function listKnownReviews(db: Db, platformId: number, orderNos: readonly string[]): Promise<{ orderNo: string; cells: string }[]> {
  return orderNos.length === 0 ? [] : rows(db, 'select r.order_no as orderNo, r.cells from json_each(?) o cross join charging_review r on r.platform_id = ? and r.order_no = o.value', [JSON.stringify(orderNos), platformId]);
}

export async function nextBatchId(db: Db): Promise<number> {
  return ((await row<{ last: number | null }>(db, 'select max(batch_id) as last from charging_batch'))?.last ?? 0) + 1;
}

export function findFile(db: Db, digest: string): Promise<{ name: string; at: string; lines: number } | undefined> {
  return row(db, 'select name, at, line_count as lines from charging_batch where digest = ?', [digest]);
}

export type NewBatch = { batchId: number; platformId: number; source: 'file' | 'review'; name: string; digest: string | null; lines: number; accepted: number; repeats: number; review: number; from: string; to: string; userId: number; userName: string; at: string };

/** Seals a batch: from now on its sessions stand. */
export async function insertBatch(db: Db, batch: NewBatch): Promise<void> {
  await run(db, 'insert into charging_batch (batch_id, platform_id, source, name, digest, line_count, accepted, repeats, review, from_on, to_on, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [batch.batchId, batch.platformId, batch.source, batch.name, batch.digest, batch.lines, batch.accepted, batch.repeats, batch.review, batch.from, batch.to, batch.userId, batch.userName, batch.at]);
}

export type Booking = { on: string; sessions: number; energy: number; energyFen: number; serviceFen: number; extraFen: number; entryId: number | null };

export async function insertBookings(db: Db, batchId: number, platformId: number, bookings: readonly Booking[]): Promise<void> {
  const columns = ['on_date', 'sessions', 'energy', 'energy_fen', 'service_fen', 'extra_fen', 'entry_id'];
  await run(db, `insert into charging_booking (batch_id, platform_id, ${columns.join(', ')}) select ?, ?, ${columns.join(', ')} from ${jsonTable(columns)} where 1`, [batchId, platformId, JSON.stringify(bookings.map((one) => [one.on, one.sessions, one.energy, one.energyFen, one.serviceFen, one.extraFen, one.entryId]))]);
}

/**
 * Marks the sessions after one (those of a batch) that begin on a connector before an earlier one there has ended, and earlier sessions that one of them reaches into: whatever the order of files, the same are marked. Answers how many are new. One pass over the connectors' sessions of that time:
 * the one just before is the usual answer; only where it has ended and a longer one has not is the latest of those looked for. Index: charging_session_device.
 */
export async function markOverlaps(db: Db, after: number): Promise<number> {
  await run(db, `insert into charging_overlap (session_id, other_id)
    with fresh as materialized (select device_id, connector, min(started_at) as first, max(started_at) as last from charging_session where session_id > ? group by 1, 2),
      ordered as (select s.session_id, s.device_id, s.connector, s.started_at, lag(s.session_id) over before as before_id, lag(s.ended_at) over before as before_end, max(s.ended_at) over (before rows between unbounded preceding and 1 preceding) as reached
        from fresh f cross join charging_session s on s.device_id = f.device_id and s.connector = f.connector and s.started_at between f.first - ${LONGEST_SECONDS} and f.last window before as (partition by s.device_id, s.connector order by s.started_at, s.session_id))
    select session_id, case when before_end > started_at then before_id else (select o.session_id from charging_session o where o.device_id = r.device_id and o.connector = r.connector and o.started_at <= r.started_at and o.ended_at > r.started_at
        and (o.started_at, o.session_id) < (r.started_at, r.session_id) order by o.started_at desc, o.session_id desc limit 1) end
    from ordered r where session_id > ? and reached > started_at order by session_id`, [after, after]);
  const own = (await row<{ count: number }>(db, 'select count(*) as count from charging_overlap where session_id > ?', [after]))?.count ?? 0;
  if (after === 0) return own;
  await run(db, `insert into charging_overlap (session_id, other_id) select o.session_id, max(s.session_id) from charging_session s cross join charging_session o on o.device_id = s.device_id and o.connector = s.connector and o.started_at >= s.started_at and o.started_at < s.ended_at
    where s.session_id > ? and o.session_id <= ? and (s.started_at, s.session_id) < (o.started_at, o.session_id) and not exists (select 1 from charging_overlap k where k.session_id = o.session_id) group by o.session_id`, [after, after]);
  return own + ((await row<{ count: number }>(db, 'select changes() as count'))?.count ?? 0);
}

export async function findProfile(db: Db, platformId: number): Promise<string | undefined> {
  return (await row<{ mapping: string }>(db, 'select mapping from charging_profile where platform_id = ?', [platformId]))?.mapping;
}

export async function saveProfile(db: Db, profile: { platformId: number; kind: string; mapping: string; userId: number; userName: string; at: string }): Promise<void> {
  await run(db, `insert into charging_profile (platform_id, kind, mapping, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)
    on conflict (platform_id) do update set kind = excluded.kind, mapping = excluded.mapping, user_id = excluded.user_id, user_name = excluded.user_name, at = excluded.at`, [profile.platformId, profile.kind, profile.mapping, profile.userId, profile.userName, profile.at]);
}
