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

export type SampleMove = { entryId: number; on: string; /** HH:MM:SS local. */ clock: string; kind: 'banking' | 'cost' | 'transfer' | 'deposit' | 'deposit-return' | 'refund' | 'charging-topup' | 'charging-payback'; /** In positive, out negative. */ amountFen: number; /** Of money given back that of the payment. */ transactionNo: string; payer: string };

/** What moved an account within days beside payments: deposits and their returns, what is paid ahead for charging, refunds in part, cash that was banked. Index: posting_account. */
export function listSampleMoves(db: Db, account: string, from: string, to: string): Promise<SampleMove[]> {
  return rows(db, `with moved as (select entry_id, sum(amount_fen) as fen from posting where account = ? and fund in ('property', 'common', 'agency', 'deposit', 'maintenance') and on_date between ? and ? group by entry_id)
    select e.entry_id as entryId, e.on_date as "on", time(e.posted_at, '+8 hours', '-97 seconds') as clock, e.kind, m.fen as amountFen, coalesce(d.transaction_no, td.transaction_no, p.transaction_no, ct.transaction_no, cbt.transaction_no, '') as transactionNo, coalesce(d.payer, t.payee, f.payee, ct.payer, cb.payee, '') as payer
    from moved m join entry e using (entry_id) left join deposit d on d.entry_id = e.entry_id left join deposit_return t on t.entry_id = e.entry_id left join deposit td on td.deposit_no = t.deposit_no
      left join refund f on f.entry_id = e.entry_id left join payment p on p.payment_no = f.payment_no
      left join charging_topup ct on ct.entry_id = e.entry_id left join charging_payback cb on cb.entry_id = e.entry_id left join charging_topup cbt on cbt.topup_no = cb.topup_no
    where e.kind in ('banking', 'cost', 'transfer', 'deposit', 'deposit-return', 'refund', 'charging-topup', 'charging-payback') and m.fen <> 0 order by e.entry_id`, [account, from, to]);
}

/** What an account holds of each fund; index: posting_account. */
export function sumHeldOn(db: Db, account: string): Promise<{ fund: string; amountFen: number }[]> {
  return rows(db, 'select fund, sum(amount_fen) as amountFen from posting where account = ? group by fund having sum(amount_fen) <> 0 order by fund', [account]);
}
