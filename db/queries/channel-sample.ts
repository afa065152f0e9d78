import { row, rows, type Db } from '../sql.ts';

export type SamplePayment = { paymentNo: number; receivedOn: string; /** HH:MM:SS local. */ clock: string; transactionNo: string; amountFen: number; payer: string; receiptNo: string };

/** Standing payments of a month by a method, in their order: what the channel must have seen too. */
export function listSamplePayments(db: Db, method: string, from: string, to: string): Promise<SamplePayment[]> {
  return rows(db, `select p.payment_no as paymentNo, p.received_on as receivedOn, time(p.registered_at, '+8 hours', '-97 seconds') as clock, coalesce(p.transaction_no, '') as transactionNo, p.amount_fen as amountFen, p.payer, p.receipt_no as receiptNo
    from payment p where p.method = ? and p.received_on between ? and ? and not exists (select 1 from payment_reversal r where r.payment_no = p.payment_no) order by p.payment_no`, [method, from, to]);
}

/** The month of the last payment. */
export async function lastPaidMonth(db: Db): Promise<string | undefined> {
  return (await row<{ month: string | null }>(db, 'select substr(max(received_on), 1, 7) as month from payment'))?.month ?? undefined;
}
