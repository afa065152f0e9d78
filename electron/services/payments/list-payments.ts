import { listPayments as listPaymentRows, sumPayments } from '../../../db/queries/payment-list.ts';
import { findInvoice, findReversal, listRefunds } from '../../../db/queries/payment-undo.ts';
import { countPrints, findPayment, getPromotion, listReceiptLines, type PaymentRow } from '../../../db/queries/payments.ts';
import type { Db } from '../../../db/sql.ts';
import type { ReceiptFacts } from '../../../shared/contract/payments.ts';
import { localTime } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

export const listPayments: Handler<'payments.list'> = async ({ db, user, today }, { limit, after, ...filter }) => {
  const items = await listPaymentRows(db, filter, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 }, { userId: user.userId, role: user.role, today });
  const sums = await sumPayments(db, filter);
  const page = items.slice(0, limit).map((item) => ({ ...item, voidable: item.voidable === 1 }));
  return items.length > limit ? { items: page, ...sums, next: page.at(-1)?.paymentNo } : { items: page, ...sums };
};

export const getReceipt: Handler<'payments.getReceipt'> = async ({ db }, { paymentId }) => {
  const payment = await findPayment(db, paymentId);
  if (!payment) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
  return receiptFactsOf(db, payment);
};

/** Everything the paper shows: frozen with the payment, but for the count of prints, what was undone and the invoice. */
export async function receiptFactsOf(db: Db, payment: PaymentRow): Promise<ReceiptFacts> {
  const lines = (await listReceiptLines(db, payment.paymentNo)).map(({ numerator, denominator, ...line }) => ({ ...line, share: { numerator, denominator } }));
  const reversal = await findReversal(db, payment.paymentNo);
  const promotion = payment.promotionId === null ? undefined : await getPromotion(db, payment.promotionId);
  return {
    ...payment, time: localTime(new Date(payment.registeredAt)), prints: await countPrints(db, payment.paymentNo),
    lines: payment.prepaidFen > 0 ? [...lines, prepaidLine(payment)] : lines,
    bonus: promotion ? { name: promotion.name, days: promotion.bonusDays, amountFen: payment.bonusFen } : null,
    reversal: reversal ? { kind: reversal.kind, no: reversal.reversalNo, on: reversal.on, reason: reversal.reason, by: reversal.userName } : null,
    refunds: (await listRefunds(db, payment.paymentNo)).map(({ no, on, amountFen, reason }) => ({ no, on, amountFen, reason })),
    invoiceNo: (await findInvoice(db, payment.paymentNo))?.invoiceNo ?? null,
  };
}

function prepaidLine({ label, prepaidFrom, prepaidTo, areaDm2, prepaidRateE4, prepaidFen }: PaymentRow): ReceiptFacts['lines'][number] {
  return {
    billId: null, label, itemName: '预收物业费', fund: 'property', from: prepaidFrom ?? '', to: prepaidTo ?? '', basis: null, areaDm2, rateE4: prepaidRateE4, quantityE4: null, unit: '', months: 1, share: null, note: '',
    billedFen: prepaidFen, paidBeforeFen: 0, waivedFen: 0, amountFen: prepaidFen,
  };
}
