import { insertLease, insertLeaseEvent, insertPlates, insertSpan } from '../../../db/queries/leases.ts';
import { getSpace, type SpaceRow } from '../../../db/queries/parking-spaces.ts';
import { takeNumber } from '../../../db/queries/payments.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { checkFree, checkPlates, checkTitle, payerOf, readPlates, readWindows } from './lease-terms.ts';

/** Number series of leases. */
export const LEASE_SERIES = 'ZL';

/** Writes down a lease of a space, and signs it unless it is a draft: a draft holds nothing yet. */
export const lease: Handler<'parking.lease'> = (context, input) => writeLease(context, input);

/** The same for several callers. Throws what the contract says of `parking.lease`. */
export async function writeLease(context: Context, input: Input<'parking.lease'>): Promise<{ leaseId: number; leaseNo: string }> {
  const { db, user, now, today } = context;
  const { from, to = null, draft } = input;
  if (to !== null && to <= from) throw new AppError('DATES_REVERSED', { from, to });
  const spans = readWindows(input.windows);
  const plates = readPlates(input.plates);
  const space = await getSpace(db, input.space);
  const homeId = await payerOf(db, input, from);
  checkTitle(space, { companyId: input.companyId, payerId: homeId, resolutionNo: input.resolutionNo, consent: input.consent });
  if (!draft) {
    await checkFree(db, space, { from, to, spans });
    await checkPlates(db, plates, { from, to });
  }
  const leaseNo = await takeNumber(db, LEASE_SERIES, today);
  const leaseId = await insertLease(db, {
    leaseNo, kind: input.kind, homeId, contractNo: input.contractNo, from, to, proration: input.proration, cycle: input.cycle, depositFen: input.depositFen, windows: input.windows && input.windows.length > 0 ? input.windows : null,
    resolutionNo: input.resolutionNo ?? '', resolutionOn: input.resolutionOn ?? null, resolutionTo: input.resolutionTo ?? null, consent: input.consent ?? '', overstayFen: input.overstayFen, noticeDays: input.noticeDays, note: input.note,
  }, spans, { signedOn: draft ? null : today, userId: user.userId, userName: user.name, at: now.toISOString() });
  await insertPlates(db, leaseId, plates, { from, to });
  await insertLeaseEvent(db, { leaseId, kind: draft ? 'drafted' : 'signed', on: today, details: detailsOf(space, input), reason: '', userId: user.userId, userName: user.name, at: now.toISOString() });
  await insertSpan(db, { leaseId, spaceId: space.spaceId, from, to: draft ? from : to, monthlyFen: input.monthlyFen });
  return { leaseId, leaseNo };
}

function detailsOf({ code }: SpaceRow, { from, to, monthlyFen }: Input<'parking.lease'>): Record<string, string | number | null> {
  return { space: code, from, to: to ?? null, monthlyFen };
}
