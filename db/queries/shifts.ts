import { row, type Db } from '../sql.ts';

/**
 * The number of the closed report that an entry of a user stands in: of that user's shift, or of the day.
 * Undefined while both are open: then the entry may still be voided. Indexes: shift_user; days are few.
 */
export async function findClosingReport(db: Db, { userId, entryId }: { userId: number | null; entryId: number }): Promise<string | undefined> {
  const shift = await row<{ reportNo: string }>(db, 'select report_no as reportNo from shift where user_id = ? and to_entry >= ? and from_entry < ? order by to_entry limit 1', [userId, entryId, entryId]);
  if (shift) return shift.reportNo;
  const day = await row<{ reportNo: string }>(db, 'select report_no as reportNo from day_close where to_entry >= ? order by to_entry limit 1', [entryId]);
  return day?.reportNo;
}
