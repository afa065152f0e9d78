import type { OpenBillRow } from '../../../db/queries/bills.ts';
import { insertPaymentLines, insertPayments, nextPaymentNo, takeNumber, type PayingHome, type PaymentRow } from '../../../db/queries/payments.ts';
import { postEntry } from '../../../db/ledger.ts';
import type { Input } from '../../../shared/contract/index.ts';
import type { LateFee } from '../../../shared/domain/late-fee.ts';
import { prepaymentPeriod } from '../../../shared/domain/payment.ts';
import type { Context } from '../../context.ts';
import { billLateFees } from './late-fees.ts';
import { paymentPostings, type LineForBooks } from './postings.ts';
import { firstUnbilledMonth, monthlyFeeOf } from './prepaid-months.ts';

export const RECEIPT_SERIES = 'SJ';

/** A payment that was checked, with all that it does. */
export type CheckedPayment = {
  input: Input<'payments.register'>; home: PayingHome; bills: readonly OpenBillRow[]; /** By the bill that is late. */ late: ReadonlyMap<number, LateFee>;
  prepaidFen: number; bonusFen: number; promotionId: number | null;
};
type Line = LineForBooks & { paidBeforeFen: number };

/** Writes a payment under the next receipt number: its late fees as bills, its entry, its document with the lines. */
export async function writePayment(context: Context, payment: CheckedPayment): Promise<{ receiptNo: string; lines: readonly LineForBooks[] }> {
  const { db, user, now, today } = context;
  const { input, home, prepaidFen, bonusFen, promotionId } = payment;
  const receiptNo = await takeNumber(db, RECEIPT_SERIES, today);
  const paymentNo = await nextPaymentNo(db);
  const lines = await linesOf(context, payment, paymentNo, receiptNo);
  const { homeId, label, areaDm2, officeName, officePhone } = home;
  const { receivedOn, method, amountFen } = input;
  const postings = paymentPostings({ homeId, method, prepaidFen, bonusFen, lines });
  const entryId = await postEntry(db, { on: receivedOn, kind: 'payment', memo: `收款 ${label} ${receiptNo}`, by: user.userId, at: now, postings });
  await insertPayments(db, [{
    paymentNo, paymentId: input.paymentId, homeId, receivedOn, method, transactionNo: input.transactionNo || null, amountFen, prepaidFen, ...prepaidMonths(home, prepaidFen, today), bonusFen, promotionId,
    tenderedFen: method === 'cash' ? (input.tenderedFen ?? null) : null, ...payerOf(input, home), note: input.note ?? '', receiptNo, label, areaDm2,
    officeName, officePhone, cashier: user.name, userId: user.userId, registeredAt: now.toISOString(), registeredOn: today, entryId,
  }]);
  await insertPaymentLines(db, lines.map(({ billId, amountFen: paidFen, paidBeforeFen }, index) => ({ paymentNo, line: index + 1, billId, amountFen: paidFen, paidBeforeFen })));
  return { receiptNo, lines };
}

/** The bills in the order of the form, then the late fees that are taken with them. */
async function linesOf(context: Context, { input, home, bills, late }: CheckedPayment, paymentNo: number, receiptNo: string): Promise<Line[]> {
  const byId = new Map(bills.map((bill) => [bill.billId, bill]));
  const charged = [...late].flatMap(([billId, fee]) => {
    const bill = byId.get(billId);
    return bill ? [{ bill, fee }] : [];
  });
  const lateBills = await billLateFees(context, { paymentNo, rateE6: home.lateFeeRateE6, receiptNo, label: home.label }, charged);
  const paid = input.lines.flatMap(({ billId, amountFen }): Line[] => {
    const bill = byId.get(billId);
    return bill ? [{ billId, homeId: bill.homeId, fund: bill.fund, amountFen, paidBeforeFen: bill.amountFen - bill.waivedFen - bill.openFen }] : [];
  });
  const paidLate = (input.lateFees ?? []).flatMap(({ billId, amountFen }): Line[] => {
    const bill = lateBills.get(billId);
    return bill ? [{ ...bill, amountFen, paidBeforeFen: 0 }] : [];
  });
  return [...paid, ...paidLate];
}

/** Who is named; else the tenant who pays instead of the owner, else the owners. */
function payerOf({ payer, payerRole }: CheckedPayment['input'], { ownerName, tenantName, payingTenant }: PayingHome): Pick<PaymentRow, 'payer' | 'payerRole'> {
  if (payer) return { payer, payerRole: payerRole ?? 'owner' };
  const role = payerRole ?? (payingTenant ? 'tenant' : 'owner');
  return { payer: role === 'tenant' ? payingTenant || tenantName : ownerName, payerRole: role };
}

/** What the receipt says of money paid ahead: from the month after the last billed one. */
function prepaidMonths(home: PayingHome, prepaidFen: number, today: string): Pick<PaymentRow, 'prepaidFrom' | 'prepaidTo' | 'prepaidRateE4'> {
  const months = prepaymentPeriod(prepaidFen, home.prepaidFen, monthlyFeeOf(home), firstUnbilledMonth(home, today));
  return { prepaidFrom: months?.from ?? null, prepaidTo: months?.to ?? null, prepaidRateE4: months ? home.rateE4 : null };
}
