import { listOpenBills as listOpenBillRows } from '../../../db/queries/bills.ts';
import { getHome } from '../../../db/queries/homes.ts';
import { countPrints, findPayment, findReversal, listPayments as listPaymentRows, listReceiptLines, sumPayments, type PaymentRow } from '../../../db/queries/payments.ts';
import type { Db } from '../../../db/sql.ts';
import type { ReceiptFacts } from '../../../shared/contract/payments.ts';
import { localTime } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

export const listOpenBills: Handler<'payments.listOpenBills'> = async ({ db, today }, { homeId }) => {
  const home = await getHome(db, homeId, today);
  const bills = await listOpenBillRows(db, homeId);
  return { items: bills.map((bill) => ({ ...bill, paidFen: bill.amountFen - bill.openFen })), prepaidFen: home.prepaidFen };
};

export const listPayments: Handler<'payments.list'> = async ({ db }, { limit, after, ...filter }) => {
  const items = await listPaymentRows(db, filter, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const sums = await sumPayments(db, filter);
  const page = items.slice(0, limit);
  return items.length > limit ? { items: page, ...sums, next: page.at(-1)?.paymentNo } : { items: page, ...sums };
};

export const getReceipt: Handler<'payments.getReceipt'> = async ({ db }, { paymentId }) => {
  const payment = await findPayment(db, paymentId);
  if (!payment) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
  return receiptFactsOf(db, payment);
};

/** Everything the paper shows: frozen with the payment, but for the count of prints and a reversal. */
export async function receiptFactsOf(db: Db, payment: PaymentRow): Promise<ReceiptFacts> {
  const lines = (await listReceiptLines(db, payment.paymentNo)).map(({ numerator, denominator, ...line }) => ({ ...line, share: { numerator, denominator }, waivedFen: 0 }));
  const reversal = await findReversal(db, payment.paymentNo);
  const prepayment = { billId: null, itemName: '预收物业费', fund: 'property', from: payment.prepaidFrom ?? '', to: payment.prepaidTo ?? '', areaDm2: payment.areaDm2, rateE4: payment.prepaidRateE4, share: null, paidBeforeFen: 0, waivedFen: 0, billedFen: payment.prepaidFen, amountFen: payment.prepaidFen };
  return {
    ...payment, time: localTime(new Date(payment.registeredAt)), prints: await countPrints(db, payment.paymentNo),
    lines: payment.prepaidFen > 0 ? [...lines, prepayment] : lines,
    reversal: reversal ? { no: reversal.reversalNo, on: reversal.on, reason: reversal.reason, by: reversal.userName } : null,
  };
}
