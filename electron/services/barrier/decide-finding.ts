import { checkOpen, getFinding, setCharged, setDismissed, type FindingRow } from '../../../db/queries/barrier-findings.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { writeOverstay } from '../parking/overstay.ts';

/**
 * The desk charges what a finding proposes, or another amount: an overstay bill of the lease's payer, of a registered car without a lease its home's.
 * Throws NO_SUCH_FINDING, FINDING_DECIDED, AMOUNT_OR_QUANTITY, FINDING_NOT_CHARGEABLE and those of the bill.
 */
export const chargeFinding: Handler<'barrier.charge'> = async (context, { findingId, amountFen: given }) => {
  const { db } = context;
  await checkOpen(db, [findingId]);
  const finding = await getFinding(db, findingId);
  const { kind, leaseId, payerId, plate, minutes, proposedFen, on } = finding;
  if (payerId === null || kind === 'unused') throw new AppError('FINDING_NOT_CHARGEABLE', { findingId, kind });
  const wanted = given ?? proposedFen;
  if (wanted === 0) throw new AppError('AMOUNT_OR_QUANTITY', { item: 'parking-other' });
  const { billId, amountFen } = await writeOverstay(context, { leaseId, homeId: payerId, on, minutes, amountFen: wanted, plate, note: noteOf(finding) });
  await setCharged(db, findingId, { billId, amountFen, ...deciderOf(context), reason: '' });
  return { billId, amountFen };
};

/** On the bill: 10-03 17:30 进 10-03 19:05 出. */
function noteOf({ inAt, outAt }: FindingRow): string {
  return [inAt && `${inAt.slice(5, 16)} 进`, outAt && `${outAt.slice(5, 16)} 出`].filter(Boolean).join(' ');
}

function deciderOf({ user, now }: Context): { userId: number; userName: string; at: string } {
  return { userId: user.userId, userName: user.name, at: now.toISOString() };
}

/** Decides that findings cost nothing, all or none. Throws NO_SUCH_FINDING, FINDING_DECIDED. */
export const dismissFindings: Handler<'barrier.dismiss'> = async (context, { findingIds, reason }) => {
  const wanted = [...new Set(findingIds)];
  await checkOpen(context.db, wanted);
  await setDismissed(context.db, wanted, { ...deciderOf(context), reason });
  return { dismissed: wanted.length };
};
