import { insertPrepaidUses, type PrepaidUseRow } from '../../../db/queries/bills.ts';
import { listLateBillsOf } from '../../../db/queries/late-charges.ts';
import { insertReversal, type UndoKind } from '../../../db/queries/payment-undo.ts';
import { takeNumber, type PaymentRow } from '../../../db/queries/payments.ts';
import { postEntry, reverseEntry, type Posting } from '../../../db/ledger.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { planReturns } from '../../../shared/domain/refund.ts';
import type { Context } from '../../context.ts';
import { cancelBillRow } from '../fees/cancel-bill.ts';
import type { LineForBooks } from './postings.ts';
import { keyOf, readPools, type RefundState, type UndoLine } from './refund-state.ts';

/** Series and word of each way to undo. */
export const UNDO: Record<UndoKind, { series: string; word: string }> = { void: { series: 'ZF', word: '作废' }, reversal: { series: 'HC', word: '红冲' }, refund: { series: 'TK', word: '退款' } };

/**
 * Undoes all that a payment did, by mirror entries: its bills open again, prepayment that has paid later bills is taken
 * back from them, newest first, the late bills that it made are cancelled, and its money leaves by the way it came.
 * Only for a payment that is whole. Answers the number.
 */
export async function undoPayment(context: Context, { payment, lines, left, bonusLeftFen }: RefundState, kind: UndoKind, reason: string): Promise<string> {
  const { db, user, now, today } = context;
  const { paymentNo, label, receiptNo } = payment;
  await takeBack(context, payment, { prepaidFen: left.prepaidFen + bonusLeftFen, lines });
  const { series, word } = UNDO[kind];
  const reversalNo = await takeNumber(db, series, today);
  const on = today > payment.receivedOn ? today : payment.receivedOn;
  const entryId = await reverseEntry(db, payment.entryId, { on, memo: `${word} ${label} ${receiptNo} ${reversalNo}`, by: user.userId, at: now });
  await insertReversal(db, { paymentNo, reversalNo, kind, on, reason, userId: user.userId, userName: user.name, at: now.toISOString(), entryId });
  await cancelLateBills(context, payment, `${word} ${receiptNo}`);
  return reversalNo;
}

/** Cancels the late bills that a payment made and that stand; what others paid on them is held for their homes. */
export async function cancelLateBills(context: Context, { paymentNo }: PaymentRow, reason: string): Promise<void> {
  for (const billId of await listLateBillsOf(context.db, paymentNo)) await cancelBillRow(context, { billId, reason, paymentNo });
}

/**
 * Makes room for giving money back: the homes must hold again what the payment brought, so their bills give back
 * prepayment, newest first; and what cancelling a paid bill gave to prepayment returns to that bill, so that it ends
 * at zero when its money is taken off it.
 */
export async function takeBack(context: Context, payment: PaymentRow, { prepaidFen, lines }: { prepaidFen: number; lines: readonly UndoLine[] }): Promise<void> {
  const cancelled = lines.filter((line) => line.cancelled);
  const ahead = prepaidFen > 0 ? [{ homeId: payment.homeId, fund: 'property' as const, amountFen: prepaidFen }] : [];
  await returnPrepayments(context, payment, [...ahead, ...cancelled]);
  if (cancelled.length === 0) return;
  const { db, user, now, today } = context;
  const postings: Posting[] = cancelled.flatMap(({ billId, homeId, fund, amountFen }) => [{ account: '2203', fund, homeId, amountFen }, { account: '1122', fund, homeId, billId, amountFen: -amountFen }]);
  await postEntry(db, { on: today, kind: 'cancel', memo: `收回已作废账单的预收 ${payment.label} ${payment.receiptNo}`, by: user.userId, at: now, postings });
}

type Need = { homeId: number; fund: Fund; amountFen: number };

async function returnPrepayments({ db, user, now, today }: Context, payment: PaymentRow, needs: readonly Need[]): Promise<void> {
  const needed = new Map<string, number>();
  for (const need of needs) needed.set(keyOf(need), (needed.get(keyOf(need)) ?? 0) + need.amountFen);
  const returns: LineForBooks[] = [];
  for (const [key, { homeId, fund, heldFen, uses }] of await readPools(db, needs)) {
    const plan = planReturns(needed.get(key) ?? 0, heldFen, uses);
    // What can be given back was computed from the same pools.
    if (plan.missingFen > 0) throw new RangeError(`prepayment of home ${key} is short by ${String(plan.missingFen)}`);
    returns.push(...plan.returns.map((line) => ({ ...line, homeId, fund })));
  }
  if (returns.length === 0) return;
  const postings: Posting[] = returns.flatMap(({ billId, homeId, fund, amountFen }) => [{ account: '1122', fund, homeId, billId, amountFen }, { account: '2203', fund, homeId, amountFen: -amountFen }]);
  const entryId = await postEntry(db, { on: today, kind: 'prepayment-return', memo: `退回预收抵扣 ${payment.label} ${payment.receiptNo}`, by: user.userId, at: now, postings });
  await insertPrepaidUses(db, returns.map(({ billId, homeId, fund, amountFen }): PrepaidUseRow => ({ entryId, billId, homeId, fund, amountFen: -amountFen })));
}
