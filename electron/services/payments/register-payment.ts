import { listBillsById, type OpenBillRow } from '../../../db/queries/bills.ts';
import { findPayingHome, findPayment, findPaymentByTransactionNo, formatNumber, insertPaymentLines, insertPayments, nextPaymentNo, takeNumbers, type PayingHome, type PaymentRow } from '../../../db/queries/payments.ts';
import { postEntry, type Posting } from '../../../db/ledger.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import type { PaymentMethod } from '../../../shared/contract/payments.ts';
import { fen, sumFen } from '../../../shared/domain/money.ts';
import { allocatePayment, checkPrepayment, prepaymentPeriod } from '../../../shared/domain/payment.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { firstUnbilledMonth, monthlyFeeOf } from './prepaid-months.ts';

export const RECEIPT_SERIES = 'SJ';

/** Where money of each method arrives. Channels hold it in transit until they settle (domain.md 3). */
const MONEY_ACCOUNT: Record<PaymentMethod, string> = { cash: '1001', wechat: '1012.01', alipay: '1012.02', card: '1002.01', transfer: '1002.01' };

type PaymentInput = Input<'payments.register'>;

/**
 * Takes a payment: its lines pay bills, what they leave over is prepayment; answers the receipt number
 * and what the home then holds and owes. The same paymentId again answers the same receipt.
 */
export const registerPayment: Handler<'payments.register'> = async (context, input) => {
  const { db } = context;
  const earlier = await findPayment(db, input.paymentId);
  if (earlier) return repeatReceipt(context, input, earlier);
  const home = await findPayingHome(db, input.homeId, input.receivedOn);
  if (!home) throw new AppError('NO_SUCH_HOME', { homeId: input.homeId });
  await checkPayment(context, input, home);
  const bills = await listBillsById(db, input.lines.map((line) => line.billId));
  const prepaidFen = allocatePayment(input, bills);
  checkPrepayment(prepaidFen, home.prepaidFen, monthlyFeeOf(home));
  const receiptNo = await writePayment(context, input, home, bills, prepaidFen);
  const linesFen = sumFen(input.lines.map((line) => line.amountFen));
  return { receiptNo, prepaidFen: home.prepaidFen + prepaidFen, openFen: home.openFen - linesFen };
};

async function repeatReceipt({ db }: Context, input: PaymentInput, earlier: PaymentRow): Promise<{ receiptNo: string; prepaidFen: number; openFen: number }> {
  const same = earlier.homeId === input.homeId && earlier.amountFen === input.amountFen;
  if (!same) throw new AppError('PAYMENT_ID_REUSED', { paymentId: input.paymentId });
  const home = await findPayingHome(db, input.homeId, input.receivedOn);
  return { receiptNo: earlier.receiptNo, prepaidFen: home?.prepaidFen ?? 0, openFen: home?.openFen ?? 0 };
}

async function checkPayment({ db, today }: Context, input: PaymentInput, home: PayingHome): Promise<void> {
  const { receivedOn, method, amountFen, tenderedFen } = input;
  if (receivedOn > today) throw new AppError('DATE_IN_FUTURE', { date: receivedOn, today });
  if (receivedOn < home.opensOn) throw new AppError('DATE_BEFORE_OPENING', { date: receivedOn, opensOn: home.opensOn });
  if (tenderedFen !== undefined && tenderedFen < amountFen) throw new AppError('CASH_TENDERED_TOO_SMALL', { amountFen, tenderedFen });
  const transactionNo = input.transactionNo ?? '';
  if (method === 'transfer' && !transactionNo) throw new AppError('TRANSACTION_NO_MISSING', { method });
  const used = transactionNo ? await findPaymentByTransactionNo(db, transactionNo) : undefined;
  if (used) throw new AppError('TRANSACTION_NO_USED', { transactionNo, receiptNo: used.receiptNo });
}

/** What the receipt says of money paid ahead: from the month after the last billed one. */
function prepaidMonths(home: PayingHome, prepaidFen: number, today: string): Pick<PaymentRow, 'prepaidFrom' | 'prepaidTo' | 'prepaidRateE4'> {
  const months = prepaymentPeriod(prepaidFen, home.prepaidFen, monthlyFeeOf(home), firstUnbilledMonth(home, today));
  return { prepaidFrom: months?.from ?? null, prepaidTo: months?.to ?? null, prepaidRateE4: months ? home.rateE4 : null };
}

async function writePayment({ db, user, now, today }: Context, input: PaymentInput, home: PayingHome, bills: readonly OpenBillRow[], prepaidFen: number): Promise<string> {
  const year = Number(today.slice(0, 4));
  const receiptNo = formatNumber(RECEIPT_SERIES, year, await takeNumbers(db, RECEIPT_SERIES, year, 1));
  const byId = new Map(bills.map((bill) => [bill.billId, bill]));
  const lines = input.lines.map((line) => ({ ...line, fund: (byId.get(line.billId)?.fund ?? 'property') as Fund }));
  const postings = paymentPostings({ homeId: home.homeId, method: input.method, prepaidFen, lines });
  const entryId = await postEntry(db, { on: input.receivedOn, kind: 'payment', memo: `收款 ${home.label} ${receiptNo}`, by: user.userId, at: now, postings });
  const paymentNo = await nextPaymentNo(db);
  await insertPayments(db, [{
    paymentNo, paymentId: input.paymentId, homeId: home.homeId, receivedOn: input.receivedOn, method: input.method, transactionNo: input.transactionNo || null, amountFen: input.amountFen, prepaidFen, ...prepaidMonths(home, prepaidFen, today),
    tenderedFen: input.method === 'cash' ? (input.tenderedFen ?? null) : null, payer: input.payer || home.ownerName, payerRole: input.payerRole ?? 'owner', note: input.note ?? '', receiptNo, label: home.label, areaDm2: home.areaDm2,
    officeName: home.officeName, officePhone: home.officePhone, cashier: user.name, userId: user.userId, registeredAt: now.toISOString(), registeredOn: today, entryId,
  }]);
  await insertPaymentLines(db, lines.map(({ billId, amountFen }, index) => {
    const bill = byId.get(billId);
    return { paymentNo, line: index + 1, billId, amountFen, paidBeforeFen: bill ? bill.amountFen - bill.openFen : 0 };
  }));
  return receiptNo;
}

type PaymentForBooks = { homeId: number; method: PaymentMethod; prepaidFen: number; lines: readonly { billId: number; amountFen: number; fund: Fund }[] };

/** A payment's postings: money by fund on the left, the bills it pays and the prepayment on the right. */
export function paymentPostings({ homeId, method, prepaidFen, lines }: PaymentForBooks): Posting[] {
  const received = new Map<Fund, number>();
  for (const { fund, amountFen } of lines) received.set(fund, (received.get(fund) ?? 0) + amountFen);
  if (prepaidFen > 0) received.set('property', (received.get('property') ?? 0) + prepaidFen);
  const money: Posting[] = [...received].map(([fund, amountFen]) => ({ account: MONEY_ACCOUNT[method], fund, amountFen: fen(amountFen) }));
  const paid: Posting[] = lines.map(({ billId, amountFen, fund }) => ({ account: '1122', fund, homeId, billId, amountFen: -amountFen }));
  const ahead: Posting[] = prepaidFen > 0 ? [{ account: '2203', fund: 'property', homeId, amountFen: -prepaidFen }] : [];
  return [...money, ...paid, ...ahead];
}
