import { closeSpan, insertSpans } from '../../../db/queries/lease-changes.ts';
import { getLeaseRow, insertLeaseEvent, listKeptSpans, listWindows, type EventDetails, type LeaseEventKind, type LeaseRow } from '../../../db/queries/leases.ts';
import { listSpansToChargeOf, type LeaseSpanFacts } from '../../../db/queries/parking-charges.ts';
import { getSpaceById } from '../../../db/queries/parking-spaces.ts';
import type { Db } from '../../../db/sql.ts';
import { heldOf, newlyHeld, readTimeline, writeTimeline, type KeptStretch, type Stretch } from '../../../shared/domain/lease-timeline.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { checkFree } from './lease-terms.ts';

/** A signed lease that goes on, with its timeline and the rows behind it. */
export type ChangingLease = { lease: LeaseRow; kept: KeptStretch[]; timeline: Stretch[] };

/** Throws NO_SUCH_LEASE, LEASE_NOT_SIGNED, LEASE_ENDED. */
export async function getChangingLease(db: Db, leaseId: number): Promise<ChangingLease> {
  const lease = await getLeaseRow(db, leaseId);
  if (lease.state === 'draft') throw new AppError('LEASE_NOT_SIGNED', { leaseId });
  if (lease.state === 'ended') throw new AppError('LEASE_ENDED', { leaseId, on: lease.endedOn ?? '' });
  const kept = await listKeptSpans(db, leaseId);
  return { lease, kept, timeline: readTimeline(kept, lease) };
}

/** That a lease holds on a day or ends on it. Throws LEASE_DAY_OUTSIDE. */
export function checkInside({ from, to }: Pick<LeaseRow, 'from' | 'to'>, on: string): void {
  if (on < from || (to !== null && on > to)) throw new AppError('LEASE_DAY_OUTSIDE', { on, from, to });
}

/** That what another timeline holds more is free. Throws SPACE_TAKEN, SPACE_BLOCKED. */
export async function checkNewlyHeld(db: Db, { lease: { leaseId }, timeline }: ChangingLease, next: readonly Stretch[]): Promise<void> {
  const more = newlyHeld(timeline, next);
  if (more.length === 0) return;
  const spans = await listWindows(db, leaseId);
  for (const { spaceId, from, to } of more) await checkFree(db, await getSpaceById(db, spaceId), { from, to, spans }, leaseId);
}

/** Writes another timeline of a lease. */
export async function writeSpans(db: Db, { lease: { leaseId }, kept, timeline }: ChangingLease, next: readonly Stretch[]): Promise<void> {
  const { ends, added } = writeTimeline(kept, timeline, next);
  for (const { spanId, to } of ends) await closeSpan(db, spanId, to);
  await insertSpans(db, leaseId, added);
}

/** What a timeline that is not written yet holds, as charging takes it. */
export async function factsOf(db: Db, leaseId: number, next: readonly Stretch[]): Promise<LeaseSpanFacts[]> {
  const [known] = await listSpansToChargeOf(db, leaseId);
  if (!known) return [];
  const list: LeaseSpanFacts[] = [];
  for (const { spaceId, from, to, monthlyFen } of heldOf(next)) {
    const { code, title } = await getSpaceById(db, spaceId);
    list.push({ ...known, spaceId, space: code, title, from, to, monthlyFen });
  }
  return list;
}

/** Writes a step of a lease's life. */
export async function noteEvent({ db, user, now }: Context, leaseId: number, kind: LeaseEventKind, on: string, details: EventDetails, reason: string): Promise<void> {
  await insertLeaseEvent(db, { leaseId, kind, on, details, reason, userId: user.userId, userName: user.name, at: now.toISOString() });
}
