import { row, type Db } from '../sql.ts';

/** The last closed month: no entry is dated in it or before. Null when none is closed. */
export async function closedThrough(db: Db): Promise<string | null> {
  return (await row<{ through: string | null }>(db, 'select closed_through as through from period_event order by event_id desc limit 1'))?.through ?? null;
}
