import { postEntries, type NewEntry, type Posting } from '../../../../db/ledger.ts';
import type { Estate } from '../../../../db/queries/estate.ts';
import { insertReversal } from '../../../../db/queries/payment-undo.ts';
import { formatNumber, insertPaymentLines, insertPayments, nextPaymentNo, takeNumbers } from '../../../../db/queries/payments.ts';
import { countEntries } from '../../../../db/queries/verify.ts';
import type { Db } from '../../../../db/sql.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import type { SignedInUser } from '../../../context.ts';
import { paymentPostings } from '../../payments/postings.ts';
import { UNDO } from '../../payments/undo-payment.ts';
import { RECEIPT_SERIES } from '../../payments/write-payment.ts';
import type { Deed, PaymentDeed, ReversalDeed } from './take-payments.ts';

const REVERSAL_SERIES = UNDO.reversal.series;

export type Desk = { estate: Estate; manager: SignedInUser; cashier: SignedInUser };

/** A deed with the numbers that it takes. */
type Payment = PaymentDeed & { paymentNo: number; receiptNo: string; entryId: number; postings: Posting[] };
type Reversal = ReversalDeed & { reversalNo: string; entryId: number; original: Payment };

/** Writes the deeds of one month, in order of time, as registering and reversing them one by one would. */
export async function writePayments(db: Db, desk: Desk, deeds: readonly Deed[]): Promise<void> {
  const { payments, reversals } = await numberDeeds(db, deeds);
  const entries = [...payments.map((payment) => entryOfPayment(payment, desk)), ...reversals.map((reversal) => entryOfReversal(reversal, desk))];
  await postEntries(db, entries.sort((left, right) => left.entryId - right.entryId));
  await insertPayments(db, payments.map((payment) => rowOf(payment, desk)));
  await insertPaymentLines(db, payments.flatMap(({ paymentNo, lines }) => lines.map((line, index) => ({ paymentNo, line: index + 1, ...line }))));
  for (const { original, reversalNo, at, reason, entryId } of reversals) {
    await insertReversal(db, { paymentNo: original.paymentNo, reversalNo, kind: 'reversal', on: localDay(at), reason, userId: desk.manager.userId, userName: desk.manager.name, at: at.toISOString(), entryId });
  }
}

async function numberDeeds(db: Db, deeds: readonly Deed[]): Promise<{ payments: Payment[]; reversals: Reversal[] }> {
  const payments = new Map<PaymentDeed, Payment>();
  const reversals: Reversal[] = [];
  const [first] = deeds;
  if (!first) return { payments: [], reversals };
  const year = Number(localDay(first.at).slice(0, 4));
  const count = deeds.filter(({ kind }) => kind === 'payment').length;
  const receipt = await takeNumbers(db, RECEIPT_SERIES, year, count);
  const reversal = count < deeds.length ? await takeNumbers(db, REVERSAL_SERIES, year, deeds.length - count) : 0;
  const paymentNo = await nextPaymentNo(db);
  const entry = (await countEntries(db)) + 1;
  deeds.forEach((deed, index) => {
    const entryId = entry + index;
    if (deed.kind === 'payment') {
      const { account: { homeId }, method, prepaidFen, lines } = deed;
      const postings = paymentPostings({ homeId, method, prepaidFen, lines: lines.map(({ billId, amountFen }) => ({ billId, homeId, amountFen, fund: 'property' })) });
      payments.set(deed, { ...deed, entryId, postings, paymentNo: paymentNo + payments.size, receiptNo: formatNumber(RECEIPT_SERIES, year, receipt + payments.size) });
      return;
    }
    const original = payments.get(deed.of);
    if (!original) throw new RangeError('a reversal before its payment');
    reversals.push({ ...deed, entryId, original, reversalNo: formatNumber(REVERSAL_SERIES, year, reversal + reversals.length) });
  });
  return { payments: [...payments.values()], reversals };
}

type NumberedEntry = NewEntry & { entryId: number };

function entryOfPayment({ entryId, at, account, receivedOn, receiptNo, postings }: Payment, { cashier }: Desk): NumberedEntry {
  return { entryId, on: receivedOn, kind: 'payment', memo: `收款 ${account.home.label} ${receiptNo}`, by: cashier.userId, at, postings };
}

function entryOfReversal({ entryId, at, original, reversalNo }: Reversal, { manager }: Desk): NumberedEntry {
  const { account, receiptNo, postings } = original;
  return {
    entryId, on: localDay(at), kind: 'reversal', memo: `红冲 ${account.home.label} ${receiptNo} ${reversalNo}`, by: manager.userId, at, reverses: original.entryId,
    postings: postings.map((posting) => ({ ...posting, amountFen: -posting.amountFen })),
  };
}

function rowOf(payment: Payment, { estate, cashier }: Desk): Parameters<typeof insertPayments>[1][number] {
  const { paymentNo, paymentId, account, receivedOn, method, transactionNo, amountFen, prepaidFen, prepaidMonths, tenderedFen, payer, payerRole, receiptNo, at, entryId } = payment;
  return {
    paymentNo, paymentId, homeId: account.homeId, receivedOn, method, transactionNo, amountFen, prepaidFen,
    prepaidFrom: prepaidMonths?.from ?? null, prepaidTo: prepaidMonths?.to ?? null, prepaidRateE4: prepaidMonths ? account.rateE4 : null, tenderedFen, payer, payerRole, note: '', receiptNo,
    label: account.home.label, areaDm2: account.home.areaDm2, officeName: estate.officeName, officePhone: estate.phone, cashier: cashier.name, userId: cashier.userId, registeredAt: at.toISOString(), registeredOn: localDay(at), entryId,
    bonusFen: 0, promotionId: null,
  };
}
