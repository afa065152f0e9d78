import type { Db } from '../sql.ts';

export type PostPay = { post: string; headcount: number; amountFen: number };

/** Pay of some months by post and headcount, never by name. Books without payroll vouchers have none. */
export function listPosts(_db: Db, _months: { from: string; to: string }): Promise<PostPay[]> {
  return Promise.resolve([]);
}
