import { listDepositsOf, listLeases as listRows, sumLeases } from '../../../db/queries/lease-list.ts';
import { getLeaseRow, listLeaseEvents, listPlatesOf, listSpansOf } from '../../../db/queries/leases.ts';
import { listChargesOf, listParts } from '../../../db/queries/parking-charges.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { partShown } from './issue-charges.ts';

const EVERY = Number.MAX_SAFE_INTEGER;

export const listLeases: Handler<'parking.listLeases'> = async ({ db, today }, { limit, after = EVERY, endsWithin, ...filter }) => {
  const asked = { ...filter, ...(endsWithin !== undefined && { endsBy: addDays(today, endsWithin) }) };
  const items = await listRows(db, asked, today, { after, limit: limit + 1 });
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: page, ...(await sumLeases(db, asked, today)), ...(items.length > limit && last && { next: last.leaseId }) };
};

export const getLease: Handler<'parking.getLease'> = ({ db, today }, { leaseId }) => readLease(db, leaseId, today);

/** A lease with all of its life, as it is on a day. Throws NO_SUCH_LEASE. */
export async function readLease(db: Db, leaseId: number, today: string): Promise<Output<'parking.getLease'>> {
  const [item] = await listRows(db, { leaseId }, today, { after: EVERY, limit: 1 });
  if (!item) throw new AppError('NO_SUCH_LEASE', { leaseId });
  const { signedOn, endedOn, to: agreedTo, resolutionNo, resolutionOn, resolutionTo, consent, overstayFen, noticeDays, note } = await getLeaseRow(db, leaseId);
  return {
    ...item, signedOn, endedOn, agreedTo, resolutionNo, resolutionOn, resolutionTo, consent, overstayFen, noticeDays, note,
    spans: (await listSpansOf(db, leaseId)).map(({ spanId, space, from, to, monthlyFen }) => ({ spanId, space, from, to, monthlyFen })),
    events: await listLeaseEvents(db, leaseId), plateHistory: await listPlatesOf(db, leaseId), charges: await chargesOf(db, leaseId), deposits: await listDepositsOf(db, leaseId),
  };
}

/** The newest first, each with how it came about. */
async function chargesOf(db: Db, leaseId: number): Promise<Output<'parking.getLease'>['charges']> {
  const charges = await listChargesOf(db, leaseId);
  const parts = await listParts(db, charges.map(({ billId }) => billId));
  return charges.reverse().map(({ billId, month, from, to, amountFen, openFen, subsidyFen, cancelled, entryId }) => ({
    billId, month, from, to, amountFen, openFen, subsidyFen, cancelled, entryId, parts: parts.filter((part) => part.billId === billId).map((part) => partShown(part, part.space)),
  }));
}
