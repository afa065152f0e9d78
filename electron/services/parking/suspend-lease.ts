import { changeBetween, gapAround, stretchOn } from '../../../shared/domain/lease-timeline.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { checkInside, checkNewlyHeld, factsOf, getChangingLease, noteEvent, writeSpans } from './change-spans.ts';
import { planSettlement, settle } from './settle-lease.ts';

/** Lets a lease rest in `[from, to)`, or until it is resumed: it neither holds its space nor costs anything. */
export const suspendLease: Handler<'parking.suspendLease'> = async (context, { leaseId, from, to, reason }) => {
  const { db } = context;
  const changing = await getChangingLease(db, leaseId);
  const { lease, timeline } = changing;
  if (to !== undefined && to <= from) throw new AppError('DATES_REVERSED', { from, to });
  checkInside(lease, from);
  if (!stretchOn(timeline, from)) throw new AppError('LEASE_DAY_OUTSIDE', { on: from, from: lease.from, to: lease.to });
  const gap = gapAround(timeline, from);
  if (gap) throw new AppError('LEASE_SUSPENDED', { from: gap.from, to: gap.to });
  const next = changeBetween(timeline, from, to ?? null, { held: false });
  const plan = await planSettlement(context, leaseId, await factsOf(db, leaseId, next));
  await writeSpans(db, changing, next);
  await noteEvent(context, leaseId, 'suspended', from, { from, to: to ?? null, refundFen: plan.refundFen, heldFen: plan.heldFen }, reason);
  return settle(context, plan, reason);
};

/** Ends a rest on a day: the lease holds its space again from then on, where it stood and at its price. */
export const resumeLease: Handler<'parking.resumeLease'> = async (context, { leaseId, on }) => {
  const { db } = context;
  const changing = await getChangingLease(db, leaseId);
  const gap = gapAround(changing.timeline, on);
  if (!gap) throw new AppError('LEASE_NOT_SUSPENDED', { leaseId });
  const next = changeBetween(changing.timeline, on, gap.to, { held: true });
  await checkNewlyHeld(db, changing, next);
  await writeSpans(db, changing, next);
  await noteEvent(context, leaseId, 'resumed', on, {}, '');
  return {};
};
