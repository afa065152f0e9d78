import { findBill, insertReductions, type BillRow } from '../../../db/queries/bill-changes.ts';
import { decide, getWaiver, insertWaiver, listWaivers as listWaiverRows, sumPendingWaivers } from '../../../db/queries/reductions.ts';
import { postEntry } from '../../../db/ledger.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { nameOf } from './cancel-bill.ts';
import { REDUCTION_ACCOUNT } from './write-bills.ts';

/** Asks for a part of what a bill owes to be waived; with all that waits it is at most what the bill owes. */
export const requestWaiver: Handler<'fees.requestWaiver'> = async ({ db, user, now }, { billId, amountFen, reason }) => {
  const bill = await findBill(db, billId);
  if (!bill) throw new AppError('NO_SUCH_BILL', { billId });
  const balanceFen = bill.openFen - (await sumPendingWaivers(db, billId));
  if (amountFen > balanceFen) throw new AppError('WAIVER_EXCEEDS_BALANCE', { billId, balanceFen: Math.max(0, balanceFen) });
  return { waiverId: await insertWaiver(db, { billId, amountFen, reason, userId: user.userId, userName: user.name, at: now.toISOString() }) };
};

/** Decides a request. Approved, the bill owes that much less, and account 5001.92 of its fund shows who gave it. */
export const approveWaiver: Handler<'fees.approveWaiver'> = async (context, { waiverId, approve, note }) => {
  const { db, user, now } = context;
  const { billId, amountFen, reason, state, decidedBy } = await getWaiver(db, waiverId);
  if (state !== 'pending') throw new AppError('ALREADY_DECIDED', { state, by: decidedBy ?? '' });
  const bill = await findBill(db, billId);
  if (!bill) throw new AppError('NO_SUCH_BILL', { billId });
  if (approve && amountFen > bill.openFen) throw new AppError('WAIVER_EXCEEDS_BALANCE', { billId, balanceFen: bill.openFen });
  const decided = approve ? 'approved' : 'rejected';
  await decide(db, 'waiver', waiverId, { state: decided, note, userId: user.userId, userName: user.name, at: now.toISOString() });
  if (approve) await postWaiver(context, bill, { waiverId, amountFen, reason });
  return { state: decided, openFen: bill.openFen - (approve ? amountFen : 0) };
};

async function postWaiver({ db, user, now, today }: Context, bill: BillRow, { waiverId, amountFen, reason }: { waiverId: number; amountFen: number; reason: string }): Promise<void> {
  const { billId, homeId, fund } = bill;
  const on = today > bill.on ? today : bill.on;
  const entryId = await postEntry(db, {
    on, kind: 'reduction', memo: `减免 ${bill.label} ${nameOf(bill)}`, by: user.userId, at: now,
    postings: [{ account: REDUCTION_ACCOUNT.waiver, fund, amountFen }, { account: '1122', fund, homeId, billId, amountFen: -amountFen }],
  });
  await insertReductions(db, [{ billId, kind: 'waiver', sourceId: waiverId, amountFen, on, reason, userId: user.userId, userName: user.name, at: now.toISOString(), entryId }]);
}

/** Requests, newest first. */
export const listWaivers: Handler<'fees.listWaivers'> = async ({ db }, { state, limit, after }) => {
  const items = await listWaiverRows(db, { state, before: after, limit: limit + 1 });
  const page = items.slice(0, limit);
  return items.length > limit ? { items: page, next: page.at(-1)?.waiverId } : { items: page };
};
