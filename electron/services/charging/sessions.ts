import { countReviews, findSession, listOverlapping, listReviews, listSessions as listSessionRows, type SessionRow } from '../../../db/queries/charging-lists.ts';
import { countOpenReviews } from '../../../db/queries/charging-sums.ts';
import type { KeptExtra, KeptLine } from '../../../db/queries/charging-sessions.ts';
import { secondOf } from '../../../shared/domain/cell-moment.ts';
import { addDays, LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

const LATEST = [Number.MAX_SAFE_INTEGER, 0] as const;
const midnight = (day: string): number => secondOf(`${day} 00:00:00`) - LOCAL_SECONDS;
const itemOf = ({ endedAt: _, ...item }: SessionRow) => item;

export const listSessions: Handler<'charging.listSessions'> = async ({ db }, { from, to, limit, after, ...filter }) => {
  const [endedAt = LATEST[0], sessionId = LATEST[1]] = after === undefined ? LATEST : after.split('-').map(Number);
  const bounds = { from: from === undefined ? undefined : midnight(from), to: to === undefined ? undefined : midnight(addDays(to, 1)) };
  const before = [Number.isSafeInteger(endedAt) ? endedAt : LATEST[0], Number.isSafeInteger(sessionId) ? sessionId : LATEST[1]] as const;
  const items = await listSessionRows(db, { ...filter, ...bounds }, { before, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit).map(itemOf), ...(last && { next: `${last.endedAt}-${last.sessionId}` }) };
};

export const getSession: Handler<'charging.getSession'> = async ({ db }, { sessionId }) => {
  const found = await findSession(db, sessionId);
  if (!found) throw new AppError('NO_SUCH_SESSION', { sessionId });
  const { lines, extras, endedAt: _, ...session } = found;
  return {
    ...session, lines: (JSON.parse(lines) as KeptLine[]).map(([code, energy, energyFen, serviceFen, energyPrice, servicePrice]) => ({ code, energy, energyFen, serviceFen, energyPrice, servicePrice })),
    extras: (JSON.parse(extras) as KeptExtra[]).map(([kind, minutes, amountFen]) => ({ kind, minutes, amountFen })), overlapping: await listOverlapping(db, sessionId),
  };
};

export const listReview: Handler<'charging.listReview'> = async ({ db }, { limit, after = 0, ...filter }) => {
  const items = await listReviews(db, filter, { after, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit).map(({ cells, platformId: _, ...item }) => ({ ...item, cells: JSON.parse(cells) as Record<string, string> })), total: await countReviews(db, filter), open: await countOpenReviews(db), ...(last && { next: last.reviewId }) };
};
