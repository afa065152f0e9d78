import { depositHeldOf } from '../../../db/queries/lease-changes.ts';
import { endPlates, markEnded } from '../../../db/queries/leases.ts';
import { endAt } from '../../../shared/domain/lease-timeline.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { checkInside, factsOf, getChangingLease, noteEvent, writeSpans, type ChangingLease } from './change-spans.ts';
import { planSettlement, settle, type Settlement, type SettlementPlan } from './settle-lease.ts';

async function planEnd({ db }: Pick<Context, 'db'>, { lease: { leaseId }, timeline }: ChangingLease, on: string, isRecall: boolean): Promise<SettlementPlan> {
  return planSettlement({ db }, leaseId, await factsOf(db, leaseId, endAt(timeline, on)), isRecall ? on : undefined);
}

type End = { kind: 'ended' | 'recalled'; reason: string; details: Record<string, string | number | null> };

async function writeEnd(context: Context, changing: ChangingLease, on: string, { kind, reason, details }: End): Promise<Settlement> {
  const { db, today } = context;
  const { leaseId } = changing.lease;
  const plan = await planEnd(context, changing, on, kind === 'recalled');
  await writeSpans(db, changing, endAt(changing.timeline, on));
  await endPlates(db, leaseId, on);
  await noteEvent(context, leaseId, kind, on, { ...details, refundFen: plan.refundFen, heldFen: plan.heldFen }, reason);
  await markEnded(db, leaseId, on, today);
  return settle(context, plan, reason);
}

/** Ends a lease; what was charged for days from then on is taken off by the agreed rule. */
export const endLease: Handler<'parking.endLease'> = async (context, { leaseId, on, reason }) => {
  const changing = await getChangingLease(context.db, leaseId);
  checkInside(changing.lease, on);
  return writeEnd(context, changing, on, { kind: 'ended', reason, details: {} });
};

/** Ends a lease for an owner's need; the last month costs its days whatever was agreed. */
export const recallLease: Handler<'parking.recallLease'> = async (context, { leaseId, on, forHomeId, reason }) => {
  const changing = await getChangingLease(context.db, leaseId);
  checkInside(changing.lease, on);
  const earliest = addDays(context.today, changing.lease.noticeDays);
  if (on < earliest) throw new AppError('NOTICE_TOO_SHORT', { earliest });
  return writeEnd(context, changing, on, { kind: 'recalled', reason, details: { forHomeId: forHomeId ?? null } });
};

export const previewEnd: Handler<'parking.previewEnd'> = async (context, { leaseId, on, recall }) => {
  const changing = await getChangingLease(context.db, leaseId);
  checkInside(changing.lease, on);
  const { changes, refundFen, heldFen } = await planEnd(context, changing, on, recall);
  return {
    refundFen, heldFen, depositHeldFen: await depositHeldOf(context.db, leaseId),
    changes: changes.map(({ charge: { billId, month, from, to, amountFen }, paidFen, afterFen }) => ({ billId, month, from, to, beforeFen: amountFen, afterFen, paidFen })),
  };
};
