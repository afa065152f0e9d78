import { findLastEntryId } from '../../../../db/queries/board.ts';
import { markSeen } from '../../board/changes.ts';
import { quietTime } from './plot.ts';
import type { Step } from './timeline.ts';

/** In the last month the manager looks at his board a week before its end: what came after is news to him. */
export function planBoardVisit({ month, ago }: { month: string; ago: number }): Step[] {
  if (ago > 0) return [];
  return [{ at: quietTime(month, 24, '12:52'), by: 'manager', run: async (context) => { await markSeen(context, { entryId: await findLastEntryId(context.db) }); } }];
}
