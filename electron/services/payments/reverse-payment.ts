import { listPrepaidUses } from '../../../db/queries/bills.ts';
import { findPayingHome, findPayment, findReversal, formatNumber, insertReversal, takeNumbers, type PaymentRow } from '../../../db/queries/payments.ts';
import { postEntry, reverseEntry, type Posting } from '../../../db/ledger.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';

export const REVERSAL_SERIES = 'HC';

/**
 * Undoes all that a payment did, by mirror entries: its bills open again, and prepayment that has paid
 * later bills is taken back from them, newest first. Throws NO_SUCH_PAYMENT, PAYMENT_ALREADY_REVERSED.
 */
export const reversePayment: Handler<'payments.reverse'> = async (context, { paymentId, reason }) => {
  const { db, user, now, today } = context;
  const payment = await findPayment(db, paymentId);
  if (!payment) throw new AppError('NO_SUCH_PAYMENT', { paymentId });
  const earlier = await findReversal(db, payment.paymentNo);
  if (earlier) throw new AppError('PAYMENT_ALREADY_REVERSED', { reversalNo: earlier.reversalNo });
  await giveBackUsedPrepayment(context, payment);
  const year = Number(today.slice(0, 4));
  const reversalNo = formatNumber(REVERSAL_SERIES, year, await takeNumbers(db, REVERSAL_SERIES, year, 1));
  const on = today > payment.receivedOn ? today : payment.receivedOn;
  const entryId = await reverseEntry(db, payment.entryId, { on, memo: `红冲 ${payment.label} ${payment.receiptNo} ${reversalNo}`, by: user.userId, at: now });
  await insertReversal(db, { paymentNo: payment.paymentNo, reversalNo, on, reason, userId: user.userId, userName: user.name, at: now.toISOString(), entryId });
  return { receiptNo: payment.receiptNo, reversalNo };
};

async function giveBackUsedPrepayment({ db, user, now, today }: Context, payment: PaymentRow): Promise<void> {
  if (payment.prepaidFen === 0) return;
  const home = await findPayingHome(db, payment.homeId, today);
  let missing = payment.prepaidFen - (home?.prepaidFen ?? 0);
  if (missing <= 0) return;
  const postings: Posting[] = [];
  for (const use of await listPrepaidUses(db, payment.homeId)) {
    const amountFen = Math.min(missing, use.usedFen);
    if (amountFen <= 0) break;
    const common = { fund: use.fund as Fund, homeId: use.homeId };
    postings.push({ ...common, account: '1122', billId: use.billId, amountFen }, { ...common, account: '2203', amountFen: -amountFen });
    missing -= amountFen;
  }
  await postEntry(db, { on: today, kind: 'prepayment-return', memo: `退回预收抵扣 ${payment.label} ${payment.receiptNo}`, by: user.userId, at: now, postings });
}
