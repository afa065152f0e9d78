import { listBillsById } from '../../../db/queries/bills.ts';
import { sumLateOf } from '../../../db/queries/late-charges.ts';
import { findPayingHome, findPayment, findPromotion, findReceiptByTransactionNo, listHomesOfOwners, type PayingHome, type PaymentRow } from '../../../db/queries/payments.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { fen, sumFen } from '../../../shared/domain/money.ts';
import { allocatePayment, checkPrepayment } from '../../../shared/domain/payment.ts';
import { bonusFor } from '../../../shared/domain/promotion.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { lateFeesOf, lateRuleOf } from './late-fees.ts';
import { monthlyFeeOf } from './prepaid-months.ts';
import { writePayment } from './write-payment.ts';

type PaymentInput = Input<'payments.register'>;
type Registered = Output<'payments.register'>;

/**
 * Takes a payment: its lines pay bills of the home and of its owners' other homes, late fees that this makes due are
 * billed with it, and what is left over is prepayment; answers the receipt number and what the home then holds and
 * owes. The same paymentId again answers the same receipt.
 */
export const registerPayment: Handler<'payments.register'> = async (context, input) => {
  const { db } = context;
  const earlier = await findPayment(db, input.paymentId);
  if (earlier) return repeatReceipt(context, input, earlier);
  const home = await findPayingHome(db, input.homeId, input.receivedOn);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId: input.homeId });
  await checkMoney(context, input, home);
  const bills = await listBillsById(db, input.lines.map((line) => line.billId));
  const late = await lateFeesOf(context, lateRuleOf(home), bills, input.receivedOn);
  const elsewhere = bills.some(({ homeId }) => homeId !== input.homeId) ? await listHomesOfOwners(db, input.homeId) : [];
  const lateFen = new Map([...late].map(([billId, { amountFen }]) => [billId, amountFen]));
  const prepaidFen = allocatePayment(input, bills, { alsoHomes: new Set(elsewhere.map(({ homeId }) => homeId)), lateFen });
  const monthlyFen = monthlyFeeOf(home);
  checkPrepayment(prepaidFen, home.prepaidFen, monthlyFen);
  const promotion = prepaidFen > 0 ? await findPromotion(db, input.receivedOn) : undefined;
  const bonusFen = promotion ? bonusFor(promotion, prepaidFen, monthlyFen) : fen(0);
  const { receiptNo, lines } = await writePayment(context, { input, home, bills, late, prepaidFen, bonusFen, promotionId: bonusFen > 0 ? (promotion?.promotionId ?? null) : null });
  const billedFen = sumFen(bills.filter(({ homeId }) => homeId === input.homeId).map(({ billId }) => lateFen.get(billId) ?? 0));
  const paidFen = sumFen(lines.filter(({ homeId }) => homeId === input.homeId).map(({ amountFen }) => amountFen));
  return { receiptNo, prepaidFen: home.prepaidFen + prepaidFen + bonusFen, openFen: home.openFen + billedFen - paidFen, bonusFen, lateFen: sumFen(lateFen.values()) };
};

async function repeatReceipt({ db }: Context, input: PaymentInput, earlier: PaymentRow): Promise<{ [Field in keyof Registered]: Registered[Field] extends string ? string : number }> {
  const same = earlier.homeId === input.homeId && earlier.amountFen === input.amountFen;
  if (!same) throw new AppError('PAYMENT_ID_REUSED', { paymentId: input.paymentId });
  const home = await findPayingHome(db, input.homeId, input.receivedOn);
  return { receiptNo: earlier.receiptNo, prepaidFen: home?.prepaidFen ?? 0, openFen: home?.openFen ?? 0, bonusFen: earlier.bonusFen, lateFen: await sumLateOf(db, earlier.paymentNo) };
}

type Money = Pick<PaymentInput, 'receivedOn' | 'method' | 'amountFen' | 'tenderedFen' | 'transactionNo'>;

/**
 * What holds for all money that comes in, payment or deposit. Throws DATE_IN_FUTURE, DATE_BEFORE_OPENING,
 * PERIOD_CLOSED, CASH_TENDERED_TOO_SMALL, TRANSACTION_NO_MISSING, TRANSACTION_NO_USED.
 */
export async function checkMoney({ db, today }: Pick<Context, 'db' | 'today'>, { receivedOn, method, amountFen, tenderedFen, transactionNo = '' }: Money, { opensOn }: Pick<PayingHome, 'opensOn'>): Promise<void> {
  if (receivedOn > today) throw new AppError('DATE_IN_FUTURE', { date: receivedOn, today });
  if (receivedOn < opensOn) throw new AppError('DATE_BEFORE_OPENING', { date: receivedOn, opensOn });
  await checkOpen(db, receivedOn);
  if (tenderedFen !== undefined && tenderedFen < amountFen) throw new AppError('CASH_TENDERED_TOO_SMALL', { amountFen, tenderedFen });
  if (method === 'transfer' && !transactionNo) throw new AppError('TRANSACTION_NO_MISSING', { method });
  const used = transactionNo ? await findReceiptByTransactionNo(db, transactionNo) : undefined;
  if (used) throw new AppError('TRANSACTION_NO_USED', { transactionNo, receiptNo: used.receiptNo });
}
