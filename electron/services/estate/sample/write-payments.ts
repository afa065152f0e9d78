import { nextEntryId, postEntries, type NewEntry, type Posting } from '../../../../db/ledger.ts';
import { insertReversal } from '../../../../db/queries/payment-undo.ts';
import { formatNumber, insertPaymentLines, insertPayments, nextPaymentNo, takeNumbers } from '../../../../db/queries/payments.ts';
import type { Db } from '../../../../db/sql.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { paymentPostings } from '../../payments/postings.ts';
import { UNDO } from '../../payments/undo-payment.ts';
import { RECEIPT_SERIES } from '../../payments/write-payment.ts';
import type { Desk } from './desk.ts';
import type { Deed, PaymentDeed, ReversalDeed } from './take-payments.ts';

/** A deed with the numbers that it takes. */
type Payment = PaymentDeed & { paymentNo: number; receiptNo: string; entryId: number; postings: Posting[] };
type Reversal = ReversalDeed & { reversalNo: string; entryId: number; original: Payment };
/** The payments of a month that were written: those still to come may undo them. */
export type WrittenPayments = Map<PaymentDeed, Payment>;

/** Writes deeds of one month, in order of time, as registering and undoing them one by one would. */
export async function writePayments(db: Db, desk: Desk, deeds: readonly Deed[], written: WrittenPayments): Promise<void> {
  const [first] = deeds;
  if (!first) return;
  const { payments, reversals } = await numberDeeds(db, deeds, Number(localDay(first.at).slice(0, 4)), written);
  const entries = [...payments.map((payment) => entryOfPayment(payment, desk)), ...reversals.map((reversal) => entryOfReversal(reversal, desk))];
  await postEntries(db, entries.sort((left, right) => left.entryId - right.entryId));
  if (payments.length > 0) await insertPayments(db, payments.map((payment) => rowOf(payment, desk)));
  await insertPaymentLines(db, payments.flatMap(({ paymentNo, lines }) => lines.map(({ billId, amountFen, paidBeforeFen }, index) => ({ paymentNo, line: index + 1, billId, amountFen, paidBeforeFen }))));
  for (const { original, reversalNo, undo, at, reason, entryId } of reversals) {
    const { userId, name: userName } = desk[UNDONE_BY[undo]];
    await insertReversal(db, { paymentNo: original.paymentNo, reversalNo, kind: undo, on: localDay(at), reason, userId, userName, at: at.toISOString(), entryId });
  }
}

/** Before the close the cashier voids; after it the manager reverses. */
const UNDONE_BY = { void: 'cashier', reversal: 'manager' } as const;

async function numberDeeds(db: Db, deeds: readonly Deed[], year: number, written: WrittenPayments): Promise<{ payments: Payment[]; reversals: Reversal[] }> {
  const payments: Payment[] = [];
  const reversals: Reversal[] = [];
  const entry = await nextEntryId(db);
  const paymentNo = await nextPaymentNo(db);
  const count = deeds.filter(({ kind }) => kind === 'payment').length;
  let receipt = count > 0 ? await takeNumbers(db, RECEIPT_SERIES, year, count) : 0;
  for (const [index, deed] of deeds.entries()) {
    const entryId = entry + index;
    if (deed.kind === 'payment') {
      const { account: { homeId }, method, prepaidFen, bonusFen, lines } = deed;
      const postings = paymentPostings({ homeId, method, prepaidFen, bonusFen, lines: lines.map((line) => ({ ...line, homeId })) });
      const payment = { ...deed, entryId, postings, paymentNo: paymentNo + payments.length, receiptNo: formatNumber(RECEIPT_SERIES, year, receipt) };
      receipt += 1;
      payments.push(payment);
      written.set(deed, payment);
      continue;
    }
    const original = written.get(deed.of);
    if (!original) throw new RangeError('a reversal before its payment');
    const { series } = UNDO[deed.undo];
    reversals.push({ ...deed, entryId, original, reversalNo: formatNumber(series, year, await takeNumbers(db, series, year, 1)) });
  }
  return { payments, reversals };
}

type NumberedEntry = NewEntry & { entryId: number };

function entryOfPayment({ entryId, at, account, receivedOn, receiptNo, postings }: Payment, { cashier }: Desk): NumberedEntry {
  return { entryId, on: receivedOn, kind: 'payment', memo: `收款 ${account.home.label} ${receiptNo}`, by: cashier.userId, at, postings };
}

function entryOfReversal({ entryId, at, original, reversalNo, undo }: Reversal, desk: Desk): NumberedEntry {
  const { account, receiptNo, postings } = original;
  return {
    entryId, on: localDay(at), kind: 'reversal', memo: `${UNDO[undo].word} ${account.home.label} ${receiptNo} ${reversalNo}`, by: desk[UNDONE_BY[undo]].userId, at, reverses: original.entryId,
    postings: postings.map((posting) => ({ ...posting, amountFen: -posting.amountFen })),
  };
}

function rowOf(payment: Payment, { estate, cashier }: Desk): Parameters<typeof insertPayments>[1][number] {
  const { paymentNo, paymentId, account, receivedOn, method, transactionNo, amountFen, prepaidFen, prepaidMonths, tenderedFen, payer, payerRole, receiptNo, at, entryId, bonusFen, promotionId } = payment;
  return {
    paymentNo, paymentId, homeId: account.homeId, receivedOn, method, transactionNo, amountFen, prepaidFen,
    prepaidFrom: prepaidMonths?.from ?? null, prepaidTo: prepaidMonths?.to ?? null, prepaidRateE4: prepaidMonths ? account.rateE4 : null, tenderedFen, payer, payerRole, note: '', receiptNo,
    label: account.home.label, areaDm2: account.home.areaDm2, officeName: estate.officeName, officePhone: estate.phone, cashier: cashier.name, userId: cashier.userId, registeredAt: at.toISOString(), registeredOn: localDay(at), entryId,
    bonusFen, promotionId,
  };
}
