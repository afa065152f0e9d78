import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type PaymentRow = {
  paymentNo: number; paymentId: string; homeId: number; receivedOn: string; method: PaymentMethod; transactionNo: string | null; amountFen: number; prepaidFen: number;
  /** The whole months that the prepayment is for, half-open; null when it is only a sum. */
  prepaidFrom: string | null; prepaidTo: string | null; prepaidRateE4: number | null;
  tenderedFen: number | null; payer: string; payerRole: 'owner' | 'tenant' | 'other'; note: string; receiptNo: string; label: string; areaDm2: number; officeName: string; officePhone: string; cashier: string;
  userId: number | null; registeredAt: string; registeredOn: string; entryId: number;
};

const COLUMNS = {
  paymentNo: 'payment_no', paymentId: 'payment_id', homeId: 'home_id', receivedOn: 'received_on', method: 'method', transactionNo: 'transaction_no', amountFen: 'amount_fen', prepaidFen: 'prepaid_fen',
  prepaidFrom: 'prepaid_from', prepaidTo: 'prepaid_to', prepaidRateE4: 'prepaid_rate_e4', tenderedFen: 'tendered_fen', payer: 'payer', payerRole: 'payer_role', note: 'note', receiptNo: 'receipt_no', label: 'label', areaDm2: 'area_dm2', officeName: 'office_name', officePhone: 'office_phone',
  cashier: 'cashier', userId: 'user_id', registeredAt: 'registered_at', registeredOn: 'registered_on', entryId: 'entry_id',
} as const satisfies Record<keyof PaymentRow, string>;
const FIELDS = Object.keys(COLUMNS) as (keyof PaymentRow)[];
const SELECT = FIELDS.map((field) => `p.${COLUMNS[field]} as ${field}`).join(', ');

export function findPayment(db: Db, paymentId: string): Promise<PaymentRow | undefined> {
  return row(db, `select ${SELECT} from payment p where p.payment_id = ?`, [paymentId]);
}

/** The living (not reversed) payment that used a transaction number; index: payment_transaction_no. */
export function findPaymentByTransactionNo(db: Db, transactionNo: string): Promise<{ receiptNo: string } | undefined> {
  return row(db, `select receipt_no as receiptNo from payment p where transaction_no = ? and not exists (select 1 from payment_reversal r where r.payment_no = p.payment_no)`, [transactionNo]);
}

export function findLastPayment(db: Db, homeId: number): Promise<{ receivedOn: string; method: PaymentMethod; amountFen: number } | undefined> {
  return row(db, `select received_on as receivedOn, method, amount_fen as amountFen from payment p where home_id = ? and not exists (select 1 from payment_reversal r where r.payment_no = p.payment_no)
    order by payment_no desc limit 1`, [homeId]);
}

/** Adds payments, in one statement; `payment_no` runs without gaps. */
export async function insertPayments(db: Db, payments: readonly PaymentRow[]): Promise<void> {
  const columns = FIELDS.map((field) => COLUMNS[field]);
  await run(db, `insert into payment (${columns.join(', ')}) select * from ${jsonTable(columns)}`, [JSON.stringify(payments.map((payment) => FIELDS.map((field) => payment[field])))]);
}

export async function nextPaymentNo(db: Db): Promise<number> {
  return ((await row<{ last: number | null }>(db, 'select max(payment_no) as last from payment'))?.last ?? 0) + 1;
}

export type PaymentLineRow = { paymentNo: number; line: number; billId: number; amountFen: number; paidBeforeFen: number };

export async function insertPaymentLines(db: Db, lines: readonly PaymentLineRow[]): Promise<void> {
  if (lines.length === 0) return;
  await run(db, `insert into payment_line (payment_no, line, bill_id, amount_fen, paid_before_fen) select * from ${jsonTable(['payment_no', 'line', 'bill_id', 'amount_fen', 'paid_before_fen'])}`,
    [JSON.stringify(lines.map(({ paymentNo, line, billId, amountFen, paidBeforeFen }) => [paymentNo, line, billId, amountFen, paidBeforeFen]))]);
}

/**
 * Takes the next numbers of a gapless series inside the caller's transaction: a rollback gives them back.
 * Returns the first of `count`.
 */
export async function takeNumbers(db: Db, series: string, year: number, count: number): Promise<number> {
  const found = await row<{ last: number }>(db, `insert into receipt_series (series, year, last_no) values (?, ?, ?)
    on conflict (series, year) do update set last_no = last_no + excluded.last_no returning last_no as last`, [series, year, count]);
  return (found?.last ?? 0) - count + 1;
}

/**
 * How a number is printed.
 * @example formatNumber('SJ', 2026, 4188) // 'SJ-2026-004188'
 */
export function formatNumber(series: string, year: number, no: number): string {
  return `${series}-${year}-${String(no).padStart(6, '0')}`;
}

export type ReversalRow = { paymentNo: number; reversalNo: string; on: string; reason: string; userId: number | null; userName: string; at: string; entryId: number };

export function findReversal(db: Db, paymentNo: number): Promise<ReversalRow | undefined> {
  return row(db, `select payment_no as paymentNo, reversal_no as reversalNo, on_date as "on", reason, user_id as userId, user_name as userName, at, entry_id as entryId from payment_reversal where payment_no = ?`, [paymentNo]);
}

export async function insertReversal(db: Db, reversal: ReversalRow): Promise<void> {
  await run(db, 'insert into payment_reversal (payment_no, reversal_no, on_date, reason, user_id, user_name, at, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [reversal.paymentNo, reversal.reversalNo, reversal.on, reversal.reason, reversal.userId, reversal.userName, reversal.at, reversal.entryId]);
}

export type ReceiptLineRow = {
  billId: number; itemName: string; fund: string; from: string; to: string; areaDm2: number | null; rateE4: number | null; numerator: number; denominator: number; billedFen: number; paidBeforeFen: number; amountFen: number;
};

/** A receipt's lines in the order of the payment. */
export function listReceiptLines(db: Db, paymentNo: number): Promise<ReceiptLineRow[]> {
  return rows(db, `select l.bill_id as billId, i.name as itemName, i.fund, b.from_on as "from", b.to_on as "to", b.area_dm2 as areaDm2, b.rate_e4 as rateE4, b.share_numerator as numerator, b.share_denominator as denominator,
    b.amount_fen as billedFen, l.paid_before_fen as paidBeforeFen, l.amount_fen as amountFen
    from payment_line l join bill b using (bill_id) join fee_item i using (fee_item_id) where l.payment_no = ? order by l.line`, [paymentNo]);
}

export async function insertPrint(db: Db, print: { paymentNo: number; at: string; userId: number; paper: string }): Promise<void> {
  await run(db, 'insert into receipt_print (payment_no, at, user_id, paper) values (?, ?, ?, ?)', [print.paymentNo, print.at, print.userId, print.paper]);
}

/** How often a receipt was printed; index: receipt_print_payment. */
export async function countPrints(db: Db, paymentNo: number): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from receipt_print where payment_no = ?', [paymentNo]))?.count ?? 0;
}

export type PaymentItem = {
  paymentNo: number; paymentId: string; receiptNo: string; receivedOn: string; registeredAt: string; homeId: number; label: string; content: string; firstFrom: string; lastTo: string;
  prepaidFen: number; method: PaymentMethod; amountFen: number; cashier: string; reversalNo: string | null; entryId: number;
};
export type PaymentFilter = { on?: string | undefined; homeId?: number | undefined; search?: string | undefined };

/** Receipts, newest first; keyset by `payment_no`; indexes payment_home, payment_registered_on. */
export function listPayments(db: Db, filter: PaymentFilter, page: { before: number; limit: number }): Promise<PaymentItem[]> {
  const { where, bindings } = paymentWhere(filter);
  return rows(db, `select p.payment_no as paymentNo, p.payment_id as paymentId, p.receipt_no as receiptNo, p.received_on as receivedOn, p.registered_at as registeredAt, p.home_id as homeId, p.label,
    coalesce((select group_concat(name, '、') from (select distinct i.name from payment_line l join bill b using (bill_id) join fee_item i using (fee_item_id) where l.payment_no = p.payment_no)), '') as content,
    coalesce((select min(b.from_on) from payment_line l join bill b using (bill_id) where l.payment_no = p.payment_no), '') as firstFrom,
    coalesce((select max(b.to_on) from payment_line l join bill b using (bill_id) where l.payment_no = p.payment_no), '') as lastTo,
    p.prepaid_fen as prepaidFen, p.method, p.amount_fen as amountFen, p.cashier, r.reversal_no as reversalNo, p.entry_id as entryId
    from payment p left join payment_reversal r using (payment_no) where ${where} and p.payment_no < ? order by p.payment_no desc limit ?`, [...bindings, page.before, page.limit]);
}

/** Number and sum of the receipts that stand (reversed ones are counted, not summed). */
export async function sumPayments(db: Db, filter: PaymentFilter): Promise<{ total: number; totalFen: number }> {
  const { where, bindings } = paymentWhere(filter);
  const found = await row<{ total: number; totalFen: number | null }>(db, `select count(*) as total, sum(case when r.payment_no is null then p.amount_fen else 0 end) as totalFen
    from payment p left join payment_reversal r using (payment_no) where ${where}`, bindings);
  return { total: found?.total ?? 0, totalFen: found?.totalFen ?? 0 };
}

function paymentWhere({ on, homeId, search }: PaymentFilter): { where: string; bindings: (string | number)[] } {
  const conditions = ['1'];
  const bindings: (string | number)[] = [];
  if (on) { conditions.push('p.registered_on = ?'); bindings.push(on); }
  if (homeId) { conditions.push('p.home_id = ?'); bindings.push(homeId); }
  if (search) { conditions.push(`(p.label = ? or instr(p.receipt_no, ?) > 0 or p.transaction_no = ? or instr(p.payer, ?) > 0)`); bindings.push(search, search, search, search); }
  return { where: conditions.join(' and '), bindings };
}

/** What was taken on a day by method, without what was reversed; the reversed receipts are only counted. */
export function sumByMethod(db: Db, on: string): Promise<{ method: string; amountFen: number; receipts: number; reversed: number }[]> {
  return rows(db, `select p.method, sum(case when r.payment_no is null then p.amount_fen else 0 end) as amountFen, count(*) - count(r.payment_no) as receipts, count(r.payment_no) as reversed
    from payment p left join payment_reversal r using (payment_no) where p.registered_on = ? group by p.method order by p.method`, [on]);
}

export type PayingHome = { homeId: number; label: string; areaDm2: number; ownerName: string; openFen: number; prepaidFen: number; rateE4: number | null; /** The last month billed; null before the first. */ billedMonth: string | null; opensOn: string; officeName: string; officePhone: string };

/** All that registering a payment must know of a home and the estate, in one look-up by key. */
export function findPayingHome(db: Db, homeId: number, on: string): Promise<PayingHome | undefined> {
  return row(db, `select h.home_id as homeId, h.label, h.area_dm2 as areaDm2,
    coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '') as ownerName,
    coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '1122'), 0) as openFen,
    coalesce((select -sum(amount_fen) from posting where home_id = h.home_id and account = '2203'), 0) as prepaidFen,
    case when h.status = 'unsold' then null else (select rate_e4 from fee_rate r where r.fee_item_id = 1 and r.home_id = h.home_id and r.from_on <= ? order by r.from_on desc limit 1) end as rateE4,
    (select max(month) from bill b where b.home_id = h.home_id and b.fee_item_id = 1) as billedMonth, e.opens_on as opensOn, e.office_name as officeName, e.phone as officePhone
    from home h, estate e where h.home_id = ?`, [on, homeId]);
}
