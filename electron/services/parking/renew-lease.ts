import { listResidentPrices, updateTerm } from '../../../db/queries/lease-changes.ts';
import { extendPlates, listPlatesOf, type LeaseRow } from '../../../db/queries/leases.ts';
import { findPriceOn } from '../../../db/queries/parking-prices.ts';
import type { Db } from '../../../db/sql.ts';
import { changeBetween, withEnd } from '../../../shared/domain/lease-timeline.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { checkInside, checkNewlyHeld, getChangingLease, noteEvent, writeSpans } from './change-spans.ts';
import { checkPlates } from './lease-terms.ts';
import { checkUncharged } from './settle-lease.ts';

/** A new price from a day, a later end, or both; an earlier end is `parking.endLease`, which settles what was charged. */
export const renewLease: Handler<'parking.renewLease'> = async (context, { leaseId, from, monthlyFen, to, resolutionNo, reason }) => {
  const { db } = context;
  const changing = await getChangingLease(db, leaseId);
  const { lease } = changing;
  checkInside(lease, from);
  const end = to === undefined ? lease.to : to;
  if (end !== lease.to && !isLater(end, lease.to)) throw new AppError('LEASE_DAY_OUTSIDE', { on: end ?? '', from, to: lease.to });
  let next = withEnd(changing.timeline, end);
  if (monthlyFen !== undefined) {
    if (next.some((stretch) => stretch.monthlyFen !== monthlyFen && (stretch.to === null || stretch.to > from))) await checkUncharged(db, leaseId, from);
    next = changeBetween(next, from, null, { monthlyFen });
  }
  await checkNewlyHeld(db, changing, next);
  if (end !== lease.to) await extend(db, lease, end);
  await writeSpans(db, changing, next);
  await updateTerm(db, leaseId, { to: end, resolutionNo: resolutionNo === undefined || resolutionNo === '' ? lease.resolutionNo : resolutionNo });
  await noteEvent(context, leaseId, end === lease.to ? 'priced' : 'renewed', from, { ...(monthlyFen !== undefined && { monthlyFen }), ...(end !== lease.to && { to: end }) }, reason);
  return {};
};

function isLater(end: string | null, before: string | null): boolean {
  return before !== null && (end === null || end > before);
}

/** Plates that were to leave with the lease stay with it. Throws PLATE_TAKEN. */
async function extend(db: Db, { leaseId, to: before }: LeaseRow, end: string | null): Promise<void> {
  if (before === null) return;
  const plates = (await listPlatesOf(db, leaseId)).filter(({ to }) => to === before).map(({ plate }) => plate);
  await checkPlates(db, plates, { from: before, to: end }, leaseId);
  await extendPlates(db, leaseId, before, end);
}

/** Gives resident leases of common spaces the price in force on a day, from that day on; all or none. */
export const repriceResidents: Handler<'parking.repriceResidents'> = async (context, { from, commit }) => {
  const { db } = context;
  const price = await findPriceOn(db, from);
  if (!price) throw new AppError('NO_PRICES', { from });
  const leases = await listResidentPrices(db, from, price.residentFen);
  for (const { leaseId } of leases) {
    context.checkCancelled();
    await checkUncharged(db, leaseId, from);
    if (!commit) continue;
    const changing = await getChangingLease(db, leaseId);
    await writeSpans(db, changing, changeBetween(changing.timeline, from, null, { monthlyFen: price.residentFen }));
    await noteEvent(context, leaseId, 'priced', from, { monthlyFen: price.residentFen }, price.resolutionNo);
  }
  return { leases: leases.map(({ leaseId, leaseNo, label, space, beforeFen }) => ({ leaseId, leaseNo, label, space, beforeFen, afterFen: price.residentFen })) };
};
