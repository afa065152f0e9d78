import { findCompany } from '../../../db/queries/companies.ts';
import { getSpace, getSpaceById } from '../../../db/queries/parking-spaces.ts';
import { changeBetween, stretchOn } from '../../../shared/domain/lease-timeline.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { checkInside, checkNewlyHeld, factsOf, getChangingLease, noteEvent, writeSpans } from './change-spans.ts';
import { checkTitle } from './lease-terms.ts';
import { planSettlement, settle } from './settle-lease.ts';

/** The same lease in another space from a day on; charges beyond it become those of the new space. */
export const moveLease: Handler<'parking.moveLease'> = async (context, { leaseId, on, space: code, monthlyFen, reason }) => {
  const { db } = context;
  const changing = await getChangingLease(db, leaseId);
  const { lease, timeline } = changing;
  checkInside(lease, on);
  const before = stretchOn(timeline, on);
  if (!before) throw new AppError('LEASE_DAY_OUTSIDE', { on, from: lease.from, to: lease.to });
  const space = await getSpace(db, code);
  const next = changeBetween(timeline, on, null, { spaceId: space.spaceId, ...(monthlyFen !== undefined && { monthlyFen }) });
  if (timeline.every(({ spaceId, to }) => spaceId === space.spaceId || (to !== null && to <= on))) throw new AppError('SAME_SPACE', { space: code });
  const companyId = (await findCompany(db, lease.homeId))?.companyId;
  checkTitle(space, { companyId, payerId: lease.homeId, resolutionNo: lease.resolutionNo || undefined, consent: lease.consent || undefined });
  await checkNewlyHeld(db, changing, next);
  const plan = await planSettlement(context, leaseId, await factsOf(db, leaseId, next));
  const { code: fromSpace } = await getSpaceById(db, before.spaceId);
  await writeSpans(db, changing, next);
  await noteEvent(context, leaseId, 'moved', on, { fromSpace, space: space.code, monthlyFen: monthlyFen ?? null, refundFen: plan.refundFen, heldFen: plan.heldFen }, reason);
  return settle(context, plan, reason);
};
