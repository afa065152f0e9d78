import { findClosingReport } from '../../../db/queries/shifts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { readRefundState, type RefundState } from './refund-state.ts';
import { undoPayment } from './undo-payment.ts';

/** Undoes a payment after the close. Throws NO_SUCH_PAYMENT, PAYMENT_ALREADY_REVERSED, PAYMENT_PARTLY_REFUNDED. */
export const reversePayment: Handler<'payments.reverse'> = async (context, { paymentId, reason }) => {
  const state = await readRefundState(context.db, paymentId);
  checkWhole(state);
  return { receiptNo: state.payment.receiptNo, reversalNo: await undoPayment(context, state, 'reversal', reason) };
};

/**
 * Voids a receipt of today that no closed report contains: a cashier's own, the manager any. Throws NO_SUCH_PAYMENT,
 * PAYMENT_ALREADY_REVERSED, PAYMENT_OF_ANOTHER, NOT_TODAY, DAY_CLOSED, PAYMENT_PARTLY_REFUNDED.
 */
export const voidPayment: Handler<'payments.void'> = async (context, { paymentId, reason }) => {
  const { db, user, today } = context;
  const state = await readRefundState(db, paymentId);
  const { userId, entryId, cashier, registeredOn, receiptNo } = state.payment;
  if (user.role === 'cashier' && userId !== user.userId) throw new AppError('PAYMENT_OF_ANOTHER', { cashier });
  if (registeredOn !== today) throw new AppError('NOT_TODAY', { registeredOn, today });
  const reportNo = await findClosingReport(db, { userId, entryId });
  if (reportNo !== undefined) throw new AppError('DAY_CLOSED', { reportNo });
  checkWhole(state);
  return { receiptNo, voidNo: await undoPayment(context, state, 'void', reason) };
};

function checkWhole({ whole, goneFen }: RefundState): void {
  if (!whole) throw new AppError('PAYMENT_PARTLY_REFUNDED', { refundedFen: goneFen });
}
