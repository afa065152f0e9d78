import { countLeaseNotices, insertLeaseNotice, listLeaseNotices, type LeaseNoticeFacts } from '../../../db/queries/lease-notices.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { takeNumber } from '../../../db/queries/payments.ts';
import type { Output } from '../../../shared/contract/index.ts';
import type { LeaseNoticeKind } from '../../../shared/contract/parking-papers.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { readLease } from './list-leases.ts';

/** Number series of notices of leases. */
export const LEASE_NOTICE_SERIES = 'TZ';

type Lease = Output<'parking.getLease'>;
type Told = Pick<LeaseNoticeFacts, 'day' | 'newMonthlyFen' | 'refundFen' | 'heldFen' | 'reason'>;

/** Writes a notice of a lease with what it says today; it is printed as often as wanted and never changes. */
export const makeNotice: Handler<'parking.makeNotice'> = async (context, { leaseId, kind, deadline, note }) => {
  const { db, user, now, today } = context;
  const lease = await readLease(db, leaseId, today);
  const told = toldOf(lease, kind);
  if (!told) throw new AppError('NOTICE_NOT_DUE', { leaseNo: lease.leaseNo, kind });
  const { name, officeName, phone } = await getEstate(db);
  const noticeNo = await takeNumber(db, LEASE_NOTICE_SERIES, today);
  const { leaseNo, label, lessee, space, from, monthlyFen, noticeDays } = lease;
  await insertLeaseNotice(db, leaseId, {
    noticeNo, kind, on: today, estateName: name, officeName, officePhone: phone, leaseNo, label, lessee, space, from, ...told, deadline: deadline ?? null, monthlyFen, noticeDays, note, by: user.name,
  }, { userId: user.userId, at: now.toISOString() });
  return { noticeNo };
};

/** What there is to tell; undefined when there is nothing of the kind. */
function toldOf({ state, to, events, spans, endedOn }: Lease, kind: LeaseNoticeKind): Told | undefined {
  const nothing = { newMonthlyFen: null, refundFen: 0, heldFen: 0, reason: '' };
  if (kind === 'expiry') return to !== null && endedOn === null && state !== 'draft' && state !== 'ended' ? { ...nothing, day: to } : undefined;
  if (kind === 'price') {
    const change = spans.findLast((span, index) => index > 0 && span.monthlyFen !== spans[index - 1]?.monthlyFen);
    return change && endedOn === null ? { ...nothing, day: change.from, newMonthlyFen: change.monthlyFen } : undefined;
  }
  const event = events.findLast((one) => one.kind === (kind === 'recall' ? 'recalled' : 'ended'));
  return event && { ...nothing, day: event.on, refundFen: Number(event.details['refundFen'] ?? 0), heldFen: Number(event.details['heldFen'] ?? 0), reason: event.reason };
}

export const listNotices: Handler<'parking.listNotices'> = async ({ db }, { limit, after = Number.MAX_SAFE_INTEGER, ...filter }) => {
  const found = await listLeaseNotices(db, filter, { before: after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { items: page, total: await countLeaseNotices(db, filter), ...(found.length > limit && last && { next: last.noticeId }) };
};
