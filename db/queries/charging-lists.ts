import type { ChargerKind } from '../../shared/contract/charging.ts';
import type { ReviewReason } from '../../shared/domain/charging-line.ts';
import { LONGEST_SECONDS, type SplitMethod } from '../../shared/domain/charging-split.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type SessionRow = {
  sessionId: number; endedAt: number; platform: string; orderNo: string; device: string; kind: ChargerKind; connector: number; start: string; end: string; energy: number; method: SplitMethod; energyFen: number; serviceFen: number; extraFen: number; totalFen: number;
  theirFen: number | null; customer: string; plate: string; paidBy: string; stop: string; overlaps: string | null; overlapsId: number | null; changedFen: number; billedFen: number;
};
const MOMENT = (column: string) => `datetime(${column} + 28800, 'unixepoch')`;
const TOTAL = 's.energy_fen + s.service_fen + s.extra_fen';
/** The bill as a correction left it, else as it was first made. Index: charging_change_session. */
const BILLED = `coalesce((select json_extract(c.facts, '$.billedFen') from charging_change c where c.session_id = s.session_id order by c.change_id desc limit 1), ${TOTAL})`;
const SESSION = `s.session_id as sessionId, s.ended_at as endedAt, p.name as platform, s.order_no as orderNo, d.code as device, d.kind, s.connector, ${MOMENT('s.started_at')} as start, ${MOMENT('s.ended_at')} as "end", s.energy, s.method, s.energy_fen as energyFen, s.service_fen as serviceFen, s.extra_fen as extraFen,
  ${TOTAL} as totalFen, ${BILLED} as billedFen, (select coalesce(sum(c.energy_fen + c.service_fen + c.extra_fen), 0) from charging_change c where c.session_id = s.session_id) as changedFen, s.their_fen as theirFen, s.customer, s.plate, s.paid_by as paidBy, s.stop_reason as stop, l.other_id as overlapsId, (select x.order_no from charging_session x where x.session_id = l.other_id) as overlaps`;
const FROM = 'from charging_session s join charging_platform p using (platform_id) join charging_device d using (device_id) left join charging_overlap l on l.session_id = s.session_id';

export type SessionFilter = { search?: string | undefined; device?: string | undefined; /** Running at this second, UTC. */ at?: number | undefined; /** Seconds, UTC; half-open. */ from?: number | undefined; to?: number | undefined; differsOnly: boolean; overlapsOnly: boolean };

/**
 * Sessions that ended within a time, the latest first; keyset by end and number. A search is a phone tail of four digits, a plate, or an order number.
 * Indexes: charging_session_ended, _phone, _plate, _order, _device, _differs; overlaps are few, and each is looked up.
 */
export function listSessions(db: Db, { search, device, at, from, to, differsOnly, overlapsOnly }: SessionFilter, page: { before: readonly [number, number]; limit: number }): Promise<SessionRow[]> {
  const conditions = ['(s.ended_at, s.session_id) < (?, ?)'];
  const bindings: (string | number)[] = [...page.before];
  const add = (sql: string, ...values: (string | number)[]): void => { conditions.push(sql); bindings.push(...values); };
  if (from !== undefined) add('s.ended_at >= ?', from);
  if (to !== undefined) add('s.ended_at < ?', to);
  if (device) add('s.device_id = (select device_id from charging_device where code = ?)', device.toUpperCase());
  // A session lasts seven days at most.
  if (at !== undefined) add('s.started_at <= ? and s.ended_at > ? and s.ended_at <= ?', at, at, at + LONGEST_SECONDS);
  if (differsOnly) conditions.push(`s.their_fen <> s.energy_fen + s.service_fen + s.extra_fen and s.their_fen <> ${BILLED}`);
  if (overlapsOnly) conditions.push('s.session_id in (select session_id from charging_overlap)');
  if (search && /^\d{4}$/.test(search)) add('s.phone_tail = ?', search);
  else if (search) {
    const plate = search.toUpperCase().replace(/[\s·]/g, '');
    add(`s.session_id in (select session_id from charging_session where platform_id in (select platform_id from charging_platform) and order_no = ? union select session_id from charging_session where plate = ? and plate <> '')`, search, plate);
  }
  return rows(db, `select ${SESSION} ${FROM} where ${conditions.join(' and ')} order by s.ended_at desc, s.session_id desc limit ?`, [...bindings, page.limit]);
}

export type SessionDetail = SessionRow & { lines: string; extras: string; tariff: string; version: number; theirEnergyFen: number | null; theirServiceFen: number | null; prepaidFen: number | null; refundFen: number | null; file: string; row: number; entryId: number | null; on: string };

export function findSession(db: Db, sessionId: number): Promise<SessionDetail | undefined> {
  return row(db, `select ${SESSION}, s.lines, s.extras, t.name as tariff, t.version, s.their_energy_fen as theirEnergyFen, s.their_service_fen as theirServiceFen, s.prepaid_fen as prepaidFen, s.refund_fen as refundFen, b.name as file, s.row,
      k.entry_id as entryId, date(s.ended_at + 28800, 'unixepoch') as "on"
    ${FROM} join charging_tariff t using (tariff_id) join charging_batch b using (batch_id) left join charging_booking k on k.batch_id = s.batch_id and k.on_date = date(s.ended_at + 28800, 'unixepoch') where s.session_id = ?`, [sessionId]);
}

/** Sessions on a connector at the same time as one, by their start. Few overlap: the table of them is read once. */
export function listOverlapping(db: Db, sessionId: number): Promise<{ sessionId: number; orderNo: string; start: string; end: string }[]> {
  return rows(db, `select s.session_id as sessionId, s.order_no as orderNo, ${MOMENT('s.started_at')} as start, ${MOMENT('s.ended_at')} as "end" from charging_session s
    where s.session_id in (select other_id from charging_overlap where session_id = ? union select session_id from charging_overlap where other_id = ?) order by s.started_at, s.session_id`, [sessionId, sessionId]);
}

export type ReviewRow = { reviewId: number; platformId: number; platform: string; file: string; row: number; orderNo: string; reason: ReviewReason; value: string; cells: string; state: 'open' | 'accepted' | 'rejected'; note: string; by: string; at: string | null };
const REVIEW = 'r.review_id as reviewId, r.platform_id as platformId, p.name as platform, b.name as file, r.row, r.order_no as orderNo, r.reason, r.value, r.cells, r.state, r.note, r.user_name as by, r.decided_at as at from charging_review r join charging_platform p using (platform_id) join charging_batch b using (batch_id)';
export type ReviewFilter = { state?: string | undefined; reason?: string | undefined };

function reviewWhere({ state, reason }: ReviewFilter): { where: string; bindings: string[] } {
  const conditions = ['1'];
  const bindings: string[] = [];
  if (state) { conditions.push('r.state = ?'); bindings.push(state); }
  if (reason) { conditions.push('r.reason = ?'); bindings.push(reason); }
  return { where: conditions.join(' and '), bindings };
}

/** The work list in the order of its files and lines; keyset by number. */
export function listReviews(db: Db, filter: ReviewFilter, page: { after: number; limit: number }): Promise<ReviewRow[]> {
  const { where, bindings } = reviewWhere(filter);
  return rows(db, `select ${REVIEW} where ${where} and r.review_id > ? order by r.review_id limit ?`, [...bindings, page.after, page.limit]);
}

export async function countReviews(db: Db, filter: ReviewFilter): Promise<number> {
  const { where, bindings } = reviewWhere(filter);
  return (await row<{ count: number }>(db, `select count(*) as count from charging_review r where ${where}`, bindings))?.count ?? 0;
}

export function findReview(db: Db, reviewId: number): Promise<ReviewRow | undefined> {
  return row(db, `select ${REVIEW} where r.review_id = ?`, [reviewId]);
}

export async function decideReview(db: Db, reviewId: number, decision: { state: 'accepted' | 'rejected'; sessionId: number | null; note: string; userId: number; userName: string; at: string }): Promise<void> {
  await run(db, 'update charging_review set state = ?, session_id = ?, note = ?, user_id = ?, user_name = ?, decided_at = ? where review_id = ?', [decision.state, decision.sessionId, decision.note, decision.userId, decision.userName, decision.at, reviewId]);
}
