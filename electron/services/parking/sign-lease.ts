import { findCompany } from '../../../db/queries/companies.ts';
import { closeSpan } from '../../../db/queries/lease-changes.ts';
import { endPlates, getLeaseRow, listKeptSpans, listPlatesOf, listWindows, markEnded, markSigned, type LeaseRow } from '../../../db/queries/leases.ts';
import { getSpaceById } from '../../../db/queries/parking-spaces.ts';
import type { Db } from '../../../db/sql.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { noteEvent } from './change-spans.ts';
import { checkFree, checkPlates, checkTitle, payerOf } from './lease-terms.ts';

/** A lease that is written down and not signed. Throws NO_SUCH_LEASE, LEASE_NOT_DRAFT. */
async function getDraft(db: Db, leaseId: number): Promise<LeaseRow> {
  const lease = await getLeaseRow(db, leaseId);
  if (lease.state !== 'draft') throw new AppError('LEASE_NOT_DRAFT', { leaseId });
  return lease;
}

/** Signs a draft: everything that a lease is refused for is looked at again, and it holds from here on. */
export const signLease: Handler<'parking.signLease'> = async (context, { leaseId }) => {
  const { db, today } = context;
  const { leaseNo, kind, homeId, from, to, resolutionNo, consent } = await getDraft(db, leaseId);
  const companyId = (await findCompany(db, homeId))?.companyId;
  await payerOf(db, companyId === undefined ? { kind, homeId } : { kind, companyId }, from);
  const [span] = await listKeptSpans(db, leaseId);
  if (!span) throw new AppError('NO_SUCH_LEASE', { leaseId });
  const space = await getSpaceById(db, span.spaceId);
  checkTitle(space, { companyId, payerId: homeId, resolutionNo: resolutionNo || undefined, consent: consent || undefined });
  await checkFree(db, space, { from, to, spans: await listWindows(db, leaseId) }, leaseId);
  await checkPlates(db, (await listPlatesOf(db, leaseId)).map(({ plate }) => plate), { from, to }, leaseId);
  await markSigned(db, leaseId, today);
  await closeSpan(db, span.spanId, to);
  await noteEvent(context, leaseId, 'signed', today, {}, '');
  return { leaseNo };
};

/** Takes back a draft: it is kept, as one that ended before it held anything. */
export const dropDraft: Handler<'parking.dropDraft'> = async (context, { leaseId, reason }) => {
  const { db, today } = context;
  const { from } = await getDraft(db, leaseId);
  await endPlates(db, leaseId, from);
  await noteEvent(context, leaseId, 'dropped', today, {}, reason);
  await markEnded(db, leaseId, today, today);
  return {};
};
