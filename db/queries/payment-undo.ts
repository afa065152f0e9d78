import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

/** How a payment was undone whole: before the close, after it, or by giving all of it back. */
export type UndoKind = 'void' | 'reversal' | 'refund';
export type ReversalRow = { paymentNo: number; reversalNo: string; kind: UndoKind; on: string; reason: string; userId: number | null; userName: string; at: string; entryId: number };

export function findReversal(db: Db, paymentNo: number): Promise<ReversalRow | undefined> {
  return row(db, `select payment_no as paymentNo, reversal_no as reversalNo, kind, on_date as "on", reason, user_id as userId, user_name as userName, at, entry_id as entryId from payment_reversal where payment_no = ?`, [paymentNo]);
}

export async function insertReversal(db: Db, reversal: ReversalRow): Promise<void> {
  await run(db, 'insert into payment_reversal (payment_no, reversal_no, kind, on_date, reason, user_id, user_name, at, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [reversal.paymentNo, reversal.reversalNo, reversal.kind, reversal.on, reversal.reason, reversal.userId, reversal.userName, reversal.at, reversal.entryId]);
}

/** A refund in part of a payment, or (without a payment) of what a home holds. */
export type NewRefund = {
  refundNo: string; paymentNo: number | null; homeId: number; method: PaymentMethod; amountFen: number; /** Of it prepayment. */ prepaidFen: number; /** Bonus that lapsed with it. */ bonusFen: number;
  on: string; reason: string; payee: string; userId: number; userName: string; at: string; entryId: number; /** Bills that it opens again. */ lines: readonly { billId: number; amountFen: number }[];
};

export async function insertRefund(db: Db, refund: NewRefund): Promise<void> {
  const made = await row<{ refundId: number }>(db, `insert into refund (refund_no, payment_no, home_id, method, amount_fen, prepaid_fen, bonus_fen, on_date, reason, payee, user_id, user_name, at, entry_id)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning refund_id as refundId`,
  [refund.refundNo, refund.paymentNo, refund.homeId, refund.method, refund.amountFen, refund.prepaidFen, refund.bonusFen, refund.on, refund.reason, refund.payee, refund.userId, refund.userName, refund.at, refund.entryId]);
  if (!made || refund.lines.length === 0) return;
  await run(db, `insert into refund_line (refund_id, line, bill_id, amount_fen) select * from ${jsonTable(['refund_id', 'line', 'bill_id', 'amount_fen'])}`,
    [JSON.stringify(refund.lines.map(({ billId, amountFen }, index) => [made.refundId, index + 1, billId, amountFen]))]);
}

export type RefundRow = { no: string; on: string; amountFen: number; prepaidFen: number; bonusFen: number; reason: string };

/** What was given back of a payment in parts, oldest first; index: refund_payment. */
export function listRefunds(db: Db, paymentNo: number): Promise<RefundRow[]> {
  return rows(db, `select refund_no as no, on_date as "on", amount_fen as amountFen, prepaid_fen as prepaidFen, bonus_fen as bonusFen, reason from refund where payment_no = ? order by refund_id`, [paymentNo]);
}

/** What was given back of each line of a payment. */
export async function sumRefundLines(db: Db, paymentNo: number): Promise<Map<number, number>> {
  const found = await rows<{ billId: number; fen: number }>(db, 'select l.bill_id as billId, sum(l.amount_fen) as fen from refund f join refund_line l using (refund_id) where f.payment_no = ? group by l.bill_id', [paymentNo]);
  return new Map(found.map(({ billId, fen }) => [billId, fen]));
}

export type InvoiceRow = { paymentNo: number; invoiceNo: string; on: string; userId: number; userName: string; at: string };

export function findInvoice(db: Db, paymentNo: number): Promise<{ invoiceNo: string } | undefined> {
  return row(db, 'select invoice_no as invoiceNo from payment_invoice where payment_no = ?', [paymentNo]);
}

/** The receipt that an invoice number was used for. */
export function findReceiptOfInvoice(db: Db, invoiceNo: string): Promise<{ receiptNo: string } | undefined> {
  return row(db, 'select p.receipt_no as receiptNo from payment_invoice i join payment p using (payment_no) where i.invoice_no = ?', [invoiceNo]);
}

export async function insertInvoice(db: Db, { paymentNo, invoiceNo, on, userId, userName, at }: InvoiceRow): Promise<void> {
  await run(db, 'insert into payment_invoice (payment_no, invoice_no, invoiced_on, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [paymentNo, invoiceNo, on, userId, userName, at]);
}
