import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { row, rows, type Db } from '../sql.ts';
import type { UndoKind } from './payment-undo.ts';

export type PaymentItem = {
  paymentNo: number; paymentId: string; receiptNo: string; receivedOn: string; registeredAt: string; homeId: number; label: string; content: string; firstFrom: string; lastTo: string;
  prepaidFen: number; method: PaymentMethod; amountFen: number; cashier: string; reversalNo: string | null; reversalKind: UndoKind | null; entryId: number; refundedFen: number; invoiceNo: string | null; voidable: 0 | 1;
};
export type PaymentFilter = { on?: string | undefined; homeId?: number | undefined; search?: string | undefined };
/** Who looks, and on which day: what may be voided depends on both. */
export type Viewer = { userId: number; role: string; today: string };

/** What was given back of a payment without undoing it whole; index: refund_payment. */
const REFUNDED = 'coalesce((select sum(amount_fen) from refund f where f.payment_no = p.payment_no), 0)';
/** Registered today, in no closed shift or day, by the viewer or seen by the manager; index: shift_user, days are few. */
const VOIDABLE = `r.payment_no is null and p.registered_on = ? and (? = 'manager' or (? = 'cashier' and p.user_id = ?)) and ${REFUNDED} = 0
  and not exists (select 1 from shift s where s.user_id = p.user_id and s.to_entry >= p.entry_id and s.from_entry < p.entry_id) and not exists (select 1 from day_close d where d.to_entry >= p.entry_id)`;

/** Receipts, newest first; keyset by `payment_no`; indexes: payment_home, payment_line_bill, payment_registered_on. */
export function listPayments(db: Db, filter: PaymentFilter, page: { before: number; limit: number }, { userId, role, today }: Viewer): Promise<PaymentItem[]> {
  const { where, bindings } = paymentWhere(filter);
  return rows(db, `select p.payment_no as paymentNo, p.payment_id as paymentId, p.receipt_no as receiptNo, p.received_on as receivedOn, p.registered_at as registeredAt, p.home_id as homeId, p.label,
    coalesce((select group_concat(name, '、') from (select distinct i.name from payment_line l join bill b using (bill_id) join fee_item i using (fee_item_id) where l.payment_no = p.payment_no)), '') as content,
    coalesce((select min(b.from_on) from payment_line l join bill b using (bill_id) where l.payment_no = p.payment_no), '') as firstFrom,
    coalesce((select max(b.to_on) from payment_line l join bill b using (bill_id) where l.payment_no = p.payment_no), '') as lastTo,
    p.prepaid_fen as prepaidFen, p.method, p.amount_fen as amountFen, p.cashier, r.reversal_no as reversalNo, r.kind as reversalKind, p.entry_id as entryId,
    case when r.kind = 'refund' then p.amount_fen else ${REFUNDED} end as refundedFen, (select invoice_no from payment_invoice i where i.payment_no = p.payment_no) as invoiceNo, ${VOIDABLE} as voidable
    from payment p left join payment_reversal r using (payment_no) where ${where} and p.payment_no < ? order by p.payment_no desc limit ?`, [today, role, role, userId, ...bindings, page.before, page.limit]);
}

/** Number of the receipts, and what was kept of those that stand: undone ones are counted, not summed, and refunds are taken off. */
export async function sumPayments(db: Db, filter: PaymentFilter): Promise<{ total: number; totalFen: number }> {
  const { where, bindings } = paymentWhere(filter);
  const found = await row<{ total: number; totalFen: number | null }>(db, `select count(*) as total, sum(case when r.payment_no is null then p.amount_fen - coalesce(f.fen, 0) else 0 end) as totalFen
    from payment p left join payment_reversal r using (payment_no) left join (select payment_no, sum(amount_fen) as fen from refund where payment_no is not null group by payment_no) f using (payment_no) where ${where}`, bindings);
  return { total: found?.total ?? 0, totalFen: found?.totalFen ?? 0 };
}

function paymentWhere({ on, homeId, search }: PaymentFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (on) { conditions.push('p.registered_on = ?'); bindings.push(on); }
  // A receipt of one owner's homes is a receipt of each of them.
  if (homeId) { conditions.push('p.payment_no in (select payment_no from payment where home_id = ? union select l.payment_no from bill b join payment_line l using (bill_id) where b.home_id = ?)'); bindings.push(homeId, homeId); }
  if (search) {
    conditions.push('(p.label = ? or instr(p.receipt_no, ?) > 0 or p.transaction_no = ? or instr(p.payer, ?) > 0 or exists (select 1 from payment_invoice i where i.payment_no = p.payment_no and i.invoice_no = ?))');
    bindings.push(search, search, search, search, search);
  }
  return { where: conditions.join(' and '), bindings };
}

export type DaySum = { method: PaymentMethod; receipts: number; reversed: number; amountFen: number };

/**
 * What a day brought by method: payments, deposits and top-ups taken on it, less all that was given back on it, of whatever day
 * (voids, reversals, refunds, returned deposits and balances). `receipts` stand, `reversed` are the day's own that were undone;
 * indexes: payment_registered_on, payment_reversal_on_date, refund_on_date, deposit_registered_on, deposit_return_on_date, charging_topup_registered_on, charging_payback_on.
 */
export function sumDay(db: Db, on: string): Promise<DaySum[]> {
  return rows(db, `select method, sum(stands) as receipts, sum(undone) as reversed, sum(fen) as amountFen from (
      select p.method, r.payment_no is null as stands, r.payment_no is not null as undone, p.amount_fen as fen from payment p left join payment_reversal r using (payment_no) where p.registered_on = ?
      union all select method, 1, 0, amount_fen from deposit where registered_on = ?
      union all select p.method, 0, 0, -p.amount_fen from payment_reversal r join payment p using (payment_no) where r.on_date = ?
      union all select method, 0, 0, -amount_fen from refund where on_date = ?
      union all select method, 0, 0, -returned_fen from deposit_return where on_date = ?
      union all select t.method, v.topup_no is null, v.topup_no is not null, t.amount_fen from charging_topup t left join charging_payback v on v.topup_no = t.topup_no and v.kind = 'void' where t.registered_on = ?
      union all select method, 0, 0, -amount_fen from charging_payback where on_date = ?)
    group by method order by method`, [on, on, on, on, on, on, on]);
}
