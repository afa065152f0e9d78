import { findInvoice, findReceiptOfInvoice, findReversal, insertInvoice } from '../../../db/queries/payment-undo.ts';
import { findPayment } from '../../../db/queries/payments.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Notes the tax invoice that a receipt was exchanged for. Throws NO_SUCH_PAYMENT, PAYMENT_ALREADY_REVERSED, ALREADY_INVOICED, INVOICE_NO_USED, DATE_IN_FUTURE. */
export const markInvoiced: Handler<'payments.markInvoiced'> = async ({ db, user, now, today }, { paymentId, invoiceNo, on = today }) => {
  const payment = await findPayment(db, paymentId);
  if (!payment) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
  const reversal = await findReversal(db, payment.paymentNo);
  if (reversal) throw new AppError('PAYMENT_ALREADY_REVERSED', { reversalNo: reversal.reversalNo });
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  const earlier = await findInvoice(db, payment.paymentNo);
  if (earlier) throw new AppError('ALREADY_INVOICED', earlier);
  const used = await findReceiptOfInvoice(db, invoiceNo);
  if (used) throw new AppError('INVOICE_NO_USED', { invoiceNo, receiptNo: used.receiptNo });
  await insertInvoice(db, { paymentNo: payment.paymentNo, invoiceNo, on, userId: user.userId, userName: user.name, at: now.toISOString() });
  return {};
};
