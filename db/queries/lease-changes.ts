import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type NewSpan = { spaceId: number; from: string; to: string | null; monthlyFen: number };

/** Ends a stretch of a lease on a day; on its own first day it holds nothing. */
export async function closeSpan(db: Db, spanId: number, to: string | null): Promise<void> {
  await run(db, 'update lease_span set to_on = ? where span_id = ?', [to, spanId]);
}

export async function insertSpans(db: Db, leaseId: number, spans: readonly NewSpan[]): Promise<void> {
  if (spans.length === 0) return;
  const columns = ['space_id', 'from_on', 'to_on', 'monthly_fen'];
  await run(db, `insert into lease_span (lease_id, ${columns.join(', ')}) select ?, ${columns.join(', ')} from ${jsonTable(columns)}`, [leaseId, JSON.stringify(spans.map(({ spaceId, from, to, monthlyFen }) => [spaceId, from, to, monthlyFen]))]);
}

/** The agreed end and the resolution of a lease; both may come later or change. */
export async function updateTerm(db: Db, leaseId: number, { to, resolutionNo }: { to: string | null; resolutionNo: string }): Promise<void> {
  await run(db, 'update lease set to_on = ?, resolution_no = ? where lease_id = ?', [to, resolutionNo, leaseId]);
}

/** What is held of a lease's deposits; index: lease_deposit_lease. */
export async function depositHeldOf(db: Db, leaseId: number): Promise<number> {
  return (await row<{ fen: number }>(db, `select coalesce(sum(d.amount_fen - coalesce((select sum(returned_fen + retained_fen) from deposit_return r where r.deposit_no = d.deposit_no), 0)), 0) as fen
    from lease_deposit l join deposit d using (deposit_no) where l.lease_id = ?`, [leaseId]))?.fen ?? 0;
}

export type ResidentPrice = { leaseId: number; leaseNo: string; label: string; space: string; beforeFen: number };

/** Resident leases of common spaces that go on and, from a day on, hold one at another price; with the first of those prices. */
export function listResidentPrices(db: Db, from: string, residentFen: number): Promise<ResidentPrice[]> {
  return rows(db, `select l.lease_id as leaseId, l.lease_no as leaseNo, h.label, s.code as space, n.monthly_fen as beforeFen, min(n.from_on)
    from lease_span n join lease l using (lease_id) join home h using (home_id) join parking_space s using (space_id)
    where l.state = 'signed' and l.kind = 'resident' and s.title = 'common' and n.monthly_fen <> ? and (n.to_on is null or (n.to_on > ? and n.to_on > n.from_on)) group by l.lease_id order by l.lease_id`, [residentFen, from]);
}

/** Binds a deposit to the lease that it secures. */
export async function secureLease(db: Db, leaseId: number, depositId: string): Promise<void> {
  await run(db, 'insert into lease_deposit (deposit_no, lease_id) select deposit_no, ? from deposit where deposit_id = ?', [leaseId, depositId]);
}
