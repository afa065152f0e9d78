import { findBill, insertBillCancel, listReductionsOf, type BillRow } from '../../../db/queries/bill-changes.ts';
import { insertPrepaidUses } from '../../../db/queries/bills.ts';
import { listLateBillsFor } from '../../../db/queries/late-charges.ts';
import { postEntry, type Posting } from '../../../db/ledger.ts';
import { fen, sumFen, type Fen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { returnSubsidy } from '../parking/post-subsidy.ts';
import { REDUCTION_ACCOUNT } from './write-bills.ts';

/** What cancelling a bill did: `toPrepaidFen` was paid on it, by money or from prepayment, and is now held for the home. */
export type Cancelled = { bill: BillRow; cancelledFen: Fen; toPrepaidFen: Fen; entryId: number };

/**
 * Undoes a bill by the mirror of its posting and of its reductions; what was paid on it is held for the home in the
 * same fund, prepayment as prepayment. Its late fees lose their ground and are cancelled with it. `paymentNo`: the payment whose undoing cancels it. Throws NO_SUCH_BILL,
 * BILL_ALREADY_CANCELLED.
 */
export async function cancelBillRow(context: Context, { billId, reason, paymentNo }: { billId: number; reason: string; paymentNo?: number }): Promise<Cancelled> {
  const { db, user, now, today } = context;
  const bill = await findBill(db, billId);
  if (!bill) throw new AppError('NO_SUCH_BILL', { billId });
  if (bill.cancelled) throw new AppError('BILL_ALREADY_CANCELLED', { billId });
  const on = today > bill.on ? today : bill.on;
  await returnPrepayment(context, bill, on);
  const reductions = (await listReductionsOf(db, billId)).map(({ kind, amountFen }) => ({ account: REDUCTION_ACCOUNT[kind], amountFen }));
  const moneyFen = bill.amountFen - sumFen(reductions.map(({ amountFen }) => amountFen)) - bill.openFen - bill.prepaidFen;
  const { homeId, fund } = bill;
  const receivable = (amountFen: number): Posting => ({ account: '1122', fund, homeId, billId, amountFen });
  const postings: Posting[] = [receivable(-bill.amountFen), { account: bill.account, fund, amountFen: bill.amountFen }];
  for (const { account, amountFen } of reductions) postings.push(receivable(amountFen), { account, fund, amountFen: -amountFen });
  if (moneyFen !== 0) postings.push(receivable(moneyFen), { account: '2203', fund, homeId, amountFen: -moneyFen });
  const entryId = await postEntry(db, { on, kind: 'cancel', memo: `作废账单 ${bill.label} ${nameOf(bill)}`, by: user.userId, at: now, postings });
  await insertBillCancel(db, { billId, on, reason, paymentNo: paymentNo ?? null, userId: user.userId, userName: user.name, at: now.toISOString(), entryId });
  await returnSubsidy(context, bill, on);
  let toPrepaidFen = moneyFen + bill.prepaidFen;
  for (const lateId of await listLateBillsFor(db, billId)) toPrepaidFen += (await cancelBillRow(context, { billId: lateId, reason, ...(paymentNo === undefined ? {} : { paymentNo }) })).toPrepaidFen;
  return { bill, cancelledFen: fen(bill.amountFen), toPrepaidFen: fen(toPrepaidFen), entryId };
}

/** How a bill is called in a memo. */
export function nameOf({ itemName, month }: Pick<BillRow, 'itemName' | 'month'>): string {
  return month === 'opening' ? itemName : `${itemName} ${month}`;
}

async function returnPrepayment({ db, user, now }: Context, bill: BillRow, on: string): Promise<void> {
  const { billId, homeId, fund, prepaidFen } = bill;
  if (prepaidFen === 0) return;
  const postings: Posting[] = [{ account: '1122', fund, homeId, billId, amountFen: prepaidFen }, { account: '2203', fund, homeId, amountFen: -prepaidFen }];
  const entryId = await postEntry(db, { on, kind: 'prepayment-return', memo: `退回预收抵扣 ${bill.label} ${nameOf(bill)}`, by: user.userId, at: now, postings });
  await insertPrepaidUses(db, [{ entryId, billId, homeId, fund, amountFen: -prepaidFen }]);
}

/** Cancels a bill; the same period can then be issued again. */
export const cancelBill: Handler<'fees.cancelBill'> = async (context, input) => {
  const { cancelledFen, toPrepaidFen, entryId } = await cancelBillRow(context, input);
  return { cancelledFen, toPrepaidFen, entryId };
};
