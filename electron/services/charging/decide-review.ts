import { listDevices } from '../../../db/queries/charging-devices.ts';
import { decideReview as writeDecision, findReview } from '../../../db/queries/charging-lists.ts';
import { insertBatch, insertBookings, insertSessions, lastSessionId, listKnownSessions, markOverlaps, nextBatchId, sessionList } from '../../../db/queries/charging-sessions.ts';
import { closedThrough } from '../../../db/queries/periods.ts';
import { sessionColumns, type SessionColumn } from '../../../shared/domain/charging-columns.ts';
import { lineReader, type SessionLine } from '../../../shared/domain/charging-line.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { paySessions, payersOf, type PayerFinder } from './accounts/pay-sessions.ts';
import { bookDays } from './book-days.ts';
import { addGathered, bookingsOf, dayOfSecond, gather, gatherer } from './gather-sums.ts';
import { judgeLine, type Judged } from './judge-line.ts';
import type { ReviewCells } from './review-cells.ts';
import { tariffFinder } from './tariff-of.ts';

/** A late session posts its own entry, on the day it ended. */
export const decideReview: Handler<'charging.decideReview'> = async (context, { reviewId, action, cells, reason }) => {
  const { db, user, now } = context;
  const found = await findReview(db, reviewId);
  if (!found) throw new AppError('NO_SUCH_REVIEW', { reviewId });
  if (found.state !== 'open') throw new AppError('REVIEW_DECIDED', { reviewId });
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  if (action === 'reject') {
    await writeDecision(db, reviewId, { state: 'rejected', sessionId: null, note: reason, ...by });
    return { sessionId: null, totalFen: 0 };
  }
  const line = readCells({ ...(JSON.parse(found.cells) as ReviewCells), ...cells });
  const orderNo = line.orderNo || found.orderNo;
  if ((await listKnownSessions(db, found.platformId, [orderNo])).size > 0) throw new AppError('REVIEW_STILL_WRONG', { reason: 'CONFLICT', value: orderNo });
  const payerOf = await payersOf(db, found.platformId);
  const { device, session } = await needSession(context, line, payerOf, { row: found.row, orderNo });
  const batchId = await nextBatchId(db);
  const gathered = gatherer();
  gather(gathered, device.kind, session);
  const before = await lastSessionId(db);
  await insertSessions(db, batchId, found.platformId, sessionList([session]));
  const bookings = await bookDays(context, bookingsOf(gathered), found.platform, payerOf && (await paySessions(db, batchId, payerOf)));
  await addGathered(db, gathered);
  await markOverlaps(db, before);
  await insertBookings(db, batchId, found.platformId, bookings);
  const on = dayOfSecond(session.endedAt + LOCAL_SECONDS).slice(0, 7);
  await insertBatch(db, { batchId, platformId: found.platformId, source: 'review', name: found.file, digest: null, lines: 1, accepted: 1, repeats: 0, review: 0, from: on, to: on, ...by });
  const sessionId = (await listKnownSessions(db, found.platformId, [orderNo])).get(orderNo)?.sessionId ?? 0;
  await writeDecision(db, reviewId, { state: 'accepted', sessionId, note: reason, ...by });
  return { sessionId, totalFen: session.energyFen + session.serviceFen + session.extraFen };
};

/** The work list writes a line's cells in one spelling: kWh and local times. */
export function readCells(cells: ReviewCells): SessionLine {
  const columns: Partial<Record<SessionColumn, number>> = Object.fromEntries(sessionColumns.flatMap((column, place) => (cells[column] === undefined ? [] : [[column, place]])));
  // That a platform says of an order that it is not finished is what a person has decided on.
  return lineReader({ columns: { ...columns, status: undefined }, energyUnit: 'kWh', utc: false })(sessionColumns.map((column) => cells[column] ?? null));
}

/** Throws REVIEW_STILL_WRONG. */
async function needSession({ db, now }: Context, line: SessionLine, payerOf: PayerFinder | undefined, { row, orderNo }: { row: number; orderNo: string }): Promise<Extract<Judged, { fault: null }>> {
  const devices = new Map((await listDevices(db)).map((device) => [device.code, device]));
  const judge = { devices, tariffOf: await tariffFinder(db), nowSecond: Math.floor(now.getTime() / 1000) + LOCAL_SECONDS, payerOf, closed: await closedThrough(db) };
  // Amounts of the platform that contradict each other do not hinder ours.
  const judged = await judgeLine(judge, line.fault === 'PREPAID_MISMATCH' ? { ...line, fault: null } : line, row, orderNo);
  if (judged.fault !== null) throw new AppError('REVIEW_STILL_WRONG', { reason: judged.fault, value: judged.value });
  return judged;
}
