import type { LeaseKind, WeekWindow } from '../../shared/contract/parking.ts';
import { AppError } from '../../shared/errors.ts';
import type { Span } from '../../shared/domain/week-windows.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type LeaseTerms = {
  leaseNo: string; kind: LeaseKind; homeId: number; contractNo: string; from: string; to: string | null; proration: 'days' | 'whole'; cycle: 'month' | 'quarter' | 'year'; depositFen: number;
  /** Null: all hours. */ windows: readonly WeekWindow[] | null; resolutionNo: string; resolutionOn: string | null; resolutionTo: string | null; consent: string; overstayFen: number; noticeDays: number; note: string;
};
export type LeaseRow = LeaseTerms & { leaseId: number; state: 'draft' | 'signed' | 'ended'; signedOn: string | null; endedOn: string | null };
type By = { userId: number; userName: string; at: string };

const LEASE = `l.lease_id as leaseId, l.lease_no as leaseNo, l.kind, l.home_id as homeId, l.contract_no as contractNo, l.from_on as "from", l.to_on as "to", l.proration, l.cycle, l.deposit_fen as depositFen, l.windows,
  l.resolution_no as resolutionNo, l.resolution_on as resolutionOn, l.resolution_to as resolutionTo, l.consent, l.overstay_fen as overstayFen, l.notice_days as noticeDays, l.note, l.state, l.signed_on as signedOn, l.ended_on as endedOn`;

export async function findLease(db: Db, leaseId: number): Promise<LeaseRow | undefined> {
  const found = await row<Omit<LeaseRow, 'windows'> & { windows: string | null }>(db, `select ${LEASE} from lease l where l.lease_id = ?`, [leaseId]);
  return found && { ...found, windows: found.windows === null ? null : (JSON.parse(found.windows) as WeekWindow[]) };
}

/** Throws NO_SUCH_LEASE. */
export async function getLeaseRow(db: Db, leaseId: number): Promise<LeaseRow> {
  const found = await findLease(db, leaseId);
  if (!found) throw new AppError('NO_SUCH_LEASE', { leaseId });
  return found;
}

/** Writes a lease with its windows; a signed one holds from here on by its spans. */
export async function insertLease(db: Db, terms: LeaseTerms, spans: readonly Span[], { signedOn, userId, userName, at }: By & { signedOn: string | null }): Promise<number> {
  const made = await row<{ id: number }>(db, `insert into lease (lease_no, kind, home_id, contract_no, from_on, to_on, proration, cycle, deposit_fen, windows, resolution_no, resolution_on, resolution_to, consent, overstay_fen, notice_days, note,
      state, signed_on, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning lease_id as id`,
  [terms.leaseNo, terms.kind, terms.homeId, terms.contractNo, terms.from, terms.to, terms.proration, terms.cycle, terms.depositFen, terms.windows === null ? null : JSON.stringify(terms.windows), terms.resolutionNo, terms.resolutionOn, terms.resolutionTo,
    terms.consent, terms.overstayFen, terms.noticeDays, terms.note, signedOn === null ? 'draft' : 'signed', signedOn, userId, userName, at]);
  const leaseId = made?.id ?? 0;
  await run(db, `insert into lease_window (lease_id, from_minute, to_minute) select ?, from_minute, to_minute from ${jsonTable(['from_minute', 'to_minute'])}`, [leaseId, JSON.stringify(spans.map(({ from, to }) => [from, to]))]);
  return leaseId;
}

export async function listWindows(db: Db, leaseId: number): Promise<Span[]> {
  return rows(db, 'select from_minute as "from", to_minute as "to" from lease_window where lease_id = ? order by from_minute', [leaseId]);
}

/** Gives leases that were signed together the number of their contract. */
export async function nameContract(db: Db, leaseIds: readonly number[], contractNo: string): Promise<void> {
  await run(db, 'update lease set contract_no = ? where lease_id in (select value from json_each(?))', [contractNo, JSON.stringify(leaseIds)]);
}

export async function markSigned(db: Db, leaseId: number, on: string): Promise<void> {
  await run(db, `update lease set state = 'signed', signed_on = ? where lease_id = ?`, [on, leaseId]);
}

/** A draft that was taken back is an ended lease that never held anything. */
export async function markEnded(db: Db, leaseId: number, on: string, signedOn: string): Promise<void> {
  await run(db, `update lease set state = 'ended', ended_on = ?, signed_on = coalesce(signed_on, ?) where lease_id = ?`, [on, signedOn, leaseId]);
}

export type SpanRow = { spanId: number; leaseId: number; spaceId: number; space: string; from: string; to: string | null; monthlyFen: number };

export async function insertSpan(db: Db, span: { leaseId: number; spaceId: number; from: string; to: string | null; monthlyFen: number }): Promise<void> {
  await run(db, 'insert into lease_span (lease_id, space_id, from_on, to_on, monthly_fen) values (?, ?, ?, ?, ?)', [span.leaseId, span.spaceId, span.from, span.to, span.monthlyFen]);
}

/** A lease's spans in order, the empty ones left out; index: lease_span_lease. */
export function listSpansOf(db: Db, leaseId: number): Promise<SpanRow[]> {
  return rows(db, `select n.span_id as spanId, n.lease_id as leaseId, n.space_id as spaceId, s.code as space, n.from_on as "from", n.to_on as "to", n.monthly_fen as monthlyFen
    from lease_span n join parking_space s using (space_id) where n.lease_id = ? and (n.to_on is null or n.from_on < n.to_on) order by n.from_on, n.span_id`, [leaseId]);
}

/** The same with the empty ones, which say where a lease that is suspended goes on; index: lease_span_lease. */
export function listKeptSpans(db: Db, leaseId: number): Promise<SpanRow[]> {
  return rows(db, `select n.span_id as spanId, n.lease_id as leaseId, n.space_id as spaceId, s.code as space, n.from_on as "from", n.to_on as "to", n.monthly_fen as monthlyFen
    from lease_span n join parking_space s using (space_id) where n.lease_id = ? order by n.span_id`, [leaseId]);
}

export type PlateRow = { plate: string; from: string; to: string | null };

export async function insertPlates(db: Db, leaseId: number, plates: readonly string[], { from, to }: { from: string; to: string | null }): Promise<void> {
  if (plates.length === 0) return;
  await run(db, `insert into lease_plate (lease_id, plate, from_on, to_on) select ?, value, ?, ? from json_each(?) where true
    on conflict (plate, lease_id, from_on) do update set to_on = excluded.to_on`, [leaseId, from, to, JSON.stringify(plates)]);
}

export function listPlatesOf(db: Db, leaseId: number): Promise<PlateRow[]> {
  return rows(db, 'select plate, from_on as "from", to_on as "to" from lease_plate where lease_id = ? and (to_on is null or from_on < to_on) order by from_on, plate', [leaseId]);
}

/** Ends plates of a lease that would go on beyond a day, all or the named ones; index: lease_plate_lease. */
export async function endPlates(db: Db, leaseId: number, on: string, plates?: readonly string[]): Promise<void> {
  await run(db, `update lease_plate set to_on = max(from_on, ?) where lease_id = ? and (to_on is null or to_on > ?) ${plates ? 'and plate in (select value from json_each(?))' : ''}`,
    [on, leaseId, on, ...(plates ? [JSON.stringify(plates)] : [])]);
}

/** Lets the plates of a lease that were to end on one day end on another. */
export async function extendPlates(db: Db, leaseId: number, from: string | null, to: string | null): Promise<void> {
  await run(db, 'update lease_plate set to_on = ? where lease_id = ? and to_on is ?', [to, leaseId, from]);
}

export type LeaseEventKind = 'drafted' | 'signed' | 'priced' | 'moved' | 'suspended' | 'resumed' | 'renewed' | 'plates' | 'recalled' | 'ended' | 'dropped';
export type EventDetails = Record<string, string | number | null>;

export async function insertLeaseEvent(db: Db, event: { leaseId: number; kind: LeaseEventKind; on: string; details: EventDetails; reason: string } & By): Promise<void> {
  await run(db, 'insert into lease_event (lease_id, kind, on_date, details, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [event.leaseId, event.kind, event.on, JSON.stringify(event.details), event.reason, event.userId, event.userName, event.at]);
}

export type EventRow = { kind: LeaseEventKind; on: string; details: EventDetails; reason: string; by: string; at: string };

export async function listLeaseEvents(db: Db, leaseId: number): Promise<EventRow[]> {
  const found = await rows<Omit<EventRow, 'details'> & { details: string }>(db, 'select kind, on_date as "on", details, reason, user_name as "by", at from lease_event where lease_id = ? order by event_id', [leaseId]);
  return found.map((event) => ({ ...event, details: JSON.parse(event.details) as EventDetails }));
}

/** Who owns homes, or the companies themselves, today; index: occupancy primary key. */
export async function listNames(db: Db, homeIds: readonly number[]): Promise<Map<number, string>> {
  const found = await rows<{ homeId: number; name: string }>(db, `select o.home_id as homeId, group_concat(p.name, '、') as name from occupancy o join person p using (person_id)
    where o.home_id in (select value from json_each(?)) and o.role = 'owner' and o.to_on is null group by o.home_id`, [JSON.stringify(homeIds)]);
  return new Map(found.map(({ homeId, name }) => [homeId, name]));
}
