import { rows, run, type Db } from '../sql.ts';

export type AuditRow = { auditId: number; at: string; user: string; endpoint: string; input: string };

const INPUT_LIMIT = 10_000;

/** Keeps who called what; very long inputs are cut. */
export async function insertAudit(db: Db, record: { at: string; userId: number | null; endpoint: string; input: string }): Promise<void> {
  await run(db, 'insert into audit (at, user_id, endpoint, input) values (?, ?, ?, ?)', [record.at, record.userId, record.endpoint, record.input.slice(0, INPUT_LIMIT)]);
}

/**
 * Keeps who called what, if the caller still has the right to call: an account that was switched off or
 * given another role since it signed in is answered false, and nothing is kept.
 */
export async function insertAuditOf(db: Db, user: { userId: number; role: string }, record: { at: string; endpoint: string; input: string }): Promise<boolean> {
  const kept = await rows(db, 'insert into audit (at, user_id, endpoint, input) select ?, user_id, ?, ? from user where user_id = ? and active = 1 and role = ? returning audit_id',
    [record.at, record.endpoint, record.input.slice(0, INPUT_LIMIT), user.userId, user.role]);
  return kept.length === 1;
}

/** Newest first, by primary key. */
export function listAudit(db: Db, page: { before: number; limit: number }): Promise<AuditRow[]> {
  return rows(db, `select audit_id as auditId, at, coalesce(u.name, '') as user, endpoint, input
    from audit a left join user u using (user_id) where audit_id < ? order by audit_id desc limit ?`, [page.before, page.limit]);
}
