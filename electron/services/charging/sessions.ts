import { countReviews, findSession, listOverlapping, listReviews, listSessions as listSessionRows, type SessionRow } from '../../../db/queries/charging-lists.ts';
import { countOpenReviews } from '../../../db/queries/charging-sums.ts';
import type { KeptExtra, KeptLine } from '../../../db/queries/charging-sessions.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { momentOfSecond, secondOf } from '../../../shared/domain/cell-moment.ts';
import { standingFen } from '../../../shared/domain/charging-change.ts';
import { addDays, LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { needChanged } from './change-session.ts';
import { secondOfLocal } from './quote.ts';

const LATEST = [Number.MAX_SAFE_INTEGER, 0] as const;
const midnight = (day: string): number => secondOf(`${day} 00:00:00`) - LOCAL_SECONDS;
const itemOf = ({ endedAt: _, ...item }: SessionRow) => item;

export const listSessions: Handler<'charging.listSessions'> = async ({ db }, { from, to, at, limit, after, ...filter }) => {
  const [endedAt = LATEST[0], sessionId = LATEST[1]] = after === undefined ? LATEST : after.split('-').map(Number);
  const bounds = { at: at === undefined ? undefined : secondOfLocal(at) - LOCAL_SECONDS, from: from === undefined ? undefined : midnight(from), to: to === undefined ? undefined : midnight(addDays(to, 1)) };
  const before = [Number.isSafeInteger(endedAt) ? endedAt : LATEST[0], Number.isSafeInteger(sessionId) ? sessionId : LATEST[1]] as const;
  const items = await listSessionRows(db, { ...filter, ...bounds }, { before, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit).map(itemOf), ...(last && { next: `${last.endedAt}-${last.sessionId}` }) };
};

export const getSession: Handler<'charging.getSession'> = async ({ db }, { sessionId }) => sessionOf(db, sessionId);

const linesOf = (lines: readonly KeptLine[]) => lines.map(([code, energy, energyFen, serviceFen, energyPrice, servicePrice]) => ({ code, energy, energyFen, serviceFen, energyPrice, servicePrice }));
const extrasOf = (extras: readonly KeptExtra[]) => extras.map(([kind, minutes, amountFen]) => ({ kind, minutes, amountFen }));
const localOf = (second: number): string => momentOfSecond(second + LOCAL_SECONDS);

/** A session with its bill and what changed it. Throws NO_SUCH_SESSION. */
export async function sessionOf(db: Db, sessionId: number): Promise<Output<'charging.getSession'>> {
  const found = await findSession(db, sessionId);
  if (!found) throw new AppError('NO_SUCH_SESSION', { sessionId });
  const { changes, standing } = await needChanged(db, sessionId);
  const last = changes.findLast(({ kind }) => kind === 'correction')?.facts;
  const { lines, extras, endedAt: _, ...session } = found;
  return {
    ...session, lines: linesOf(JSON.parse(lines) as KeptLine[]), extras: extrasOf(JSON.parse(extras) as KeptExtra[]), standsFen: standingFen(standing),
    changes: changes.map(({ on, kind, energy, energyFen, serviceFen, extraFen, reason, by, entryId }) => ({ on, kind, energy, energyFen, serviceFen, extraFen, reason, by, entryId })),
    corrected: last ? { start: localOf(last.startedAt), end: localOf(last.endedAt), energy: last.energy, method: last.method, lines: linesOf(last.lines), extras: extrasOf(last.extras), totalFen: last.billedFen } : null, overlapping: await listOverlapping(db, sessionId),
  };
}

export const listReview: Handler<'charging.listReview'> = async ({ db }, { limit, after = 0, ...filter }) => {
  const items = await listReviews(db, filter, { after, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit).map(({ cells, platformId: _, ...item }) => ({ ...item, cells: JSON.parse(cells) as Record<string, string> })), total: await countReviews(db, filter), open: await countOpenReviews(db), ...(last && { next: last.reviewId }) };
};
