import type { FindingKind } from '../../shared/contract/barrier.ts';
import { AppError } from '../../shared/errors.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type FindingState = 'open' | 'charged' | 'dismissed';
export type NewFinding = { stayId: number | null; kind: FindingKind; plate: string; leaseId: number | null; spaceId: number | null; homeId: number | null; on: string; minutes: number; proposedFen: number };

export async function insertFindings(db: Db, fileId: number, findings: readonly NewFinding[]): Promise<void> {
  const columns = ['stay_id', 'kind', 'plate', 'lease_id', 'space_id', 'home_id', 'on_date', 'minutes', 'proposed_fen'] as const;
  const values = findings.map(({ stayId, kind, plate, leaseId, spaceId, homeId, on, minutes, proposedFen }) => [stayId, kind, plate, leaseId, spaceId, homeId, on, minutes, proposedFen]);
  await run(db, `insert into barrier_finding (file_id, ${columns.join(', ')}) select ?, ${columns.join(', ')} from ${jsonTable(columns)} where 1`, [fileId, JSON.stringify(values)]);
}

type Decision = { userId: number; userName: string; at: string; reason: string };

/** Drops what an earlier file found unused and this one's cars contradict; index: barrier_finding_open, barrier_stay_plate. */
export async function dismissUsed(db: Db, fileId: number, { userId, userName, at, reason }: Decision): Promise<void> {
  await run(db, `update barrier_finding set state = 'dismissed', reason = ?, user_id = ?, user_name = ?, decided_at = ? where state = 'open' and kind = 'unused' and finding_id in (
      select f.finding_id from barrier_finding f join barrier_file e using (file_id) join lease_plate p on p.lease_id = f.lease_id join barrier_stay s on s.plate = p.plate
      where f.state = 'open' and f.kind = 'unused' and f.file_id <> ? and s.file_id = ? and coalesce(s.in_at, s.out_at) < e.to_on || ' 24' and coalesce(s.out_at, s.in_at) >= e.from_on)`, [reason, userId, userName, at, fileId, fileId]);
}

export type FindingRow = {
  findingId: number; kind: FindingKind; state: FindingState; plate: string; leaseId: number | null; leaseNo: string; label: string; lessee: string; space: string; on: string; inAt: string | null; outAt: string | null; lane: string; minutes: number; proposedFen: number; chargedFen: number;
  billId: number | null; decidedBy: string; reason: string;
};

/** Names of today's owners; of a company its own. */
const LESSEE = `coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '')`;
const JOINS = 'left join lease l on l.lease_id = f.lease_id left join home h on h.home_id = coalesce(l.home_id, f.home_id) left join parking_space c on c.space_id = f.space_id left join barrier_stay s on s.stay_id = f.stay_id';
const FINDING = `f.finding_id as findingId, f.kind, f.state, f.plate, f.lease_id as leaseId, coalesce(l.lease_no, '') as leaseNo, coalesce(h.label, '') as label, ${LESSEE} as lessee, coalesce(c.code, '') as space, f.on_date as "on", s.in_at as inAt, s.out_at as outAt, coalesce(s.lane, '') as lane,
  f.minutes, f.proposed_fen as proposedFen, f.charged_fen as chargedFen, f.bill_id as billId, f.user_name as decidedBy, f.reason`;

export type FindingFilter = { from?: string | undefined; to?: string | undefined; kind?: FindingKind | undefined; state?: FindingState | undefined; leaseId?: number | undefined; search?: string | undefined };

function findingWhere({ from, to, kind, state, leaseId, search }: FindingFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  const add = (sql: string, ...values: (string | number)[]) => { conditions.push(sql); bindings.push(...values); };
  if (from !== undefined && to !== undefined) add('f.on_date between ? and ?', from, to);
  if (kind) add('f.kind = ?', kind);
  if (state) add('f.state = ?', state);
  if (leaseId !== undefined) add('f.lease_id = ?', leaseId);
  if (search) {
    const plate = search.toUpperCase().replace(/[\s·.]/g, '');
    add(`(instr(f.plate, ?) > 0 or h.label = ? or l.lease_no = ? or c.code = ? or instr(l.contract_no, ?) > 0 or h.home_id in (select o.home_id from occupancy o join person p using (person_id) where o.role = 'owner' and o.to_on is null and instr(p.name, ?) > 0))`, plate, search, search, search, search, search);
  }
  return { where: conditions.join(' and '), bindings };
}

/** Findings in the order in which they were made; index: barrier_finding_day (of a month), barrier_finding_open, barrier_finding_lease. */
export function listFindings(db: Db, filter: FindingFilter, page: { after: number; limit: number }): Promise<FindingRow[]> {
  const { where, bindings } = findingWhere(filter);
  return rows(db, `select ${FINDING} from barrier_finding f ${JOINS} where ${where} and f.finding_id > ? order by f.finding_id limit ?`, [...bindings, page.after, page.limit]);
}

export async function sumFindings(db: Db, filter: FindingFilter): Promise<{ total: number; minutes: number; proposedFen: number }> {
  const { where, bindings } = findingWhere(filter);
  const joins = filter.search ? JOINS : '';
  const found = await row<{ total: number; minutes: number | null; fen: number | null }>(db, `select count(*) as total, sum(f.minutes) as minutes, sum(f.proposed_fen) as fen from barrier_finding f ${joins} where ${where}`, bindings);
  return { total: found?.total ?? 0, minutes: found?.minutes ?? 0, proposedFen: found?.fen ?? 0 };
}

/** How many of each kind a file brought, and what they propose together. */
export async function sumFileFindings(db: Db, fileId: number): Promise<Map<FindingKind, { count: number; proposedFen: number }>> {
  const found = await rows<{ kind: FindingKind; count: number; proposedFen: number }>(db, 'select kind, count(*) as count, sum(proposed_fen) as proposedFen from barrier_finding where file_id = ? group by kind', [fileId]);
  return new Map(found.map(({ kind, count, proposedFen }) => [kind, { count, proposedFen }]));
}

/** A finding with the account that would pay for it. Throws NO_SUCH_FINDING. */
export async function getFinding(db: Db, findingId: number): Promise<FindingRow & { payerId: number | null }> {
  const found = await row<FindingRow & { payerId: number | null }>(db, `select ${FINDING}, h.home_id as payerId from barrier_finding f ${JOINS} where f.finding_id = ?`, [findingId]);
  if (!found) throw new AppError('NO_SUCH_FINDING', { findingId });
  return found;
}

/** Throws NO_SUCH_FINDING, FINDING_DECIDED for the first of them that is not there, or not open. */
export async function checkOpen(db: Db, findingIds: readonly number[]): Promise<void> {
  const bad = await row<{ findingId: number; state: FindingState | null }>(db, `select n.value as findingId, f.state from json_each(?) n left join barrier_finding f on f.finding_id = n.value where f.state is not 'open' order by n.key limit 1`, [JSON.stringify(findingIds)]);
  if (!bad) return;
  throw bad.state === null ? new AppError('NO_SUCH_FINDING', { findingId: bad.findingId }) : new AppError('FINDING_DECIDED', { findingId: bad.findingId, state: bad.state });
}

export async function setCharged(db: Db, findingId: number, { billId, amountFen, userId, userName, at, reason }: Decision & { billId: number; amountFen: number }): Promise<void> {
  await run(db, `update barrier_finding set state = 'charged', bill_id = ?, charged_fen = ?, reason = ?, user_id = ?, user_name = ?, decided_at = ? where finding_id = ?`, [billId, amountFen, reason, userId, userName, at, findingId]);
}

export async function setDismissed(db: Db, findingIds: readonly number[], { userId, userName, at, reason }: Decision): Promise<void> {
  await run(db, `update barrier_finding set state = 'dismissed', reason = ?, user_id = ?, user_name = ?, decided_at = ? where finding_id in (select value from json_each(?))`, [reason, userId, userName, at, JSON.stringify(findingIds)]);
}

export type LeaseUse = { leaseId: number; leaseNo: string; label: string; lessee: string; space: string; stays: number; overstayStays: number; overstayMinutes: number; proposedFen: number; chargedFen: number; lastSeen: string | null };

/** Leases whose cars came in a month or of which something was found in it, the most minutes first; index: barrier_stay_day, barrier_finding_day, barrier_stay_lease. */
export function listLeaseUse(db: Db, { from, to }: { from: string; to: string }): Promise<LeaseUse[]> {
  return rows(db, `with came as materialized (select lease_id, count(*) as stays from barrier_stay where lease_id is not null and fault is null and in_at between ? and ? group by lease_id),
    found as materialized (select lease_id, count(distinct stay_id) as stays, sum(minutes) as minutes, sum(case when state = 'open' then proposed_fen else 0 end) as proposed, sum(charged_fen) as charged from barrier_finding where lease_id is not null and on_date between ? and ? group by lease_id)
    select l.lease_id as leaseId, l.lease_no as leaseNo, h.label, ${LESSEE} as lessee, coalesce((select c.code from lease_span p join parking_space c using (space_id) where p.lease_id = l.lease_id order by p.from_on desc limit 1), '') as space,
      coalesce(came.stays, 0) as stays, coalesce(found.stays, 0) as overstayStays, coalesce(found.minutes, 0) as overstayMinutes, coalesce(found.proposed, 0) as proposedFen, coalesce(found.charged, 0) as chargedFen,
      (select max(coalesce(s.out_at, s.in_at)) from barrier_stay s where s.lease_id = l.lease_id) as lastSeen
    from (select lease_id from came union select lease_id from found) u join lease l using (lease_id) join home h using (home_id) left join came using (lease_id) left join found using (lease_id)
    order by overstayMinutes desc, l.lease_id`, [`${from} 00:00:00`, `${to} 23:59:59`, from, to]);
}
