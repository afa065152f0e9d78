import type { LeaseNoticeKind } from '../../shared/contract/parking-papers.ts';
import { row, rows, run, type Db } from '../sql.ts';

/** What a notice says, frozen when it was made; days are of the lease, fen of its settlement. */
export type LeaseNoticeFacts = {
  noticeNo: string; kind: LeaseNoticeKind; on: string; estateName: string; officeName: string; officePhone: string; leaseNo: string; label: string; lessee: string; space: string; from: string;
  /** The day the lease ends or ended, or the new price begins. */ day: string; deadline: string | null; monthlyFen: number; /** The price from `day` on. */ newMonthlyFen: number | null; refundFen: number; heldFen: number; reason: string; noticeDays: number; note: string; by: string;
};

export async function insertLeaseNotice(db: Db, leaseId: number, facts: LeaseNoticeFacts, { userId, at }: { userId: number; at: string }): Promise<void> {
  await run(db, 'insert into lease_notice (notice_no, lease_id, kind, on_date, facts, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)', [facts.noticeNo, leaseId, facts.kind, facts.on, JSON.stringify(facts), userId, facts.by, at]);
}

/** Undefined when there is no such number. */
export async function findLeaseNotice(db: Db, noticeNo: string): Promise<LeaseNoticeFacts | undefined> {
  const found = await row<{ facts: string }>(db, 'select facts from lease_notice where notice_no = ?', [noticeNo]);
  return found && (JSON.parse(found.facts) as LeaseNoticeFacts);
}

export type LeaseNoticeFilter = { leaseId?: number | undefined; kind?: LeaseNoticeKind | undefined };
export type LeaseNoticeItem = { noticeId: number; noticeNo: string; kind: LeaseNoticeKind; leaseId: number; leaseNo: string; label: string; on: string; by: string };

const wanted = ({ leaseId, kind }: LeaseNoticeFilter): { sql: string; bindings: (string | number)[] } => ({
  sql: `${leaseId === undefined ? '' : 'and n.lease_id = ?'} ${kind === undefined ? '' : 'and n.kind = ?'}`, bindings: [...(leaseId === undefined ? [] : [leaseId]), ...(kind === undefined ? [] : [kind])],
});

/** The newest first; keyset by number. Index: lease_notice_lease. */
export function listLeaseNotices(db: Db, filter: LeaseNoticeFilter, page: { before: number; limit: number }): Promise<LeaseNoticeItem[]> {
  const { sql, bindings } = wanted(filter);
  return rows(db, `select n.notice_id as noticeId, n.notice_no as noticeNo, n.kind, n.lease_id as leaseId, l.lease_no as leaseNo, h.label, n.on_date as "on", n.user_name as "by"
    from lease_notice n join lease l using (lease_id) join home h using (home_id) where n.notice_id < ? ${sql} order by n.notice_id desc limit ?`, [page.before, ...bindings, page.limit]);
}

export async function countLeaseNotices(db: Db, filter: LeaseNoticeFilter): Promise<number> {
  const { sql, bindings } = wanted(filter);
  return (await row<{ count: number }>(db, `select count(*) as count from lease_notice n where true ${sql}`, bindings))?.count ?? 0;
}
