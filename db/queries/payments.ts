import type { Fund } from '../../shared/contract/ledger.ts';
import type { PaymentMethod } from '../../shared/contract/payments.ts';
import { statusOn } from './home-facts.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { BillBasis } from './bills.ts';

export type PaymentRow = {
  paymentNo: number; paymentId: string; homeId: number; receivedOn: string; method: PaymentMethod; transactionNo: string | null; amountFen: number; prepaidFen: number;
  /** The whole months that the prepayment is for, half-open; null when it is only a sum. */
  prepaidFrom: string | null; prepaidTo: string | null; prepaidRateE4: number | null;
  tenderedFen: number | null; payer: string; payerRole: 'owner' | 'tenant' | 'other'; note: string; receiptNo: string; label: string; areaDm2: number; officeName: string; officePhone: string; cashier: string;
  userId: number | null; registeredAt: string; registeredOn: string; entryId: number;
  /** Given by a promotion on top of what was paid ahead. */ bonusFen: number; promotionId: number | null;
};

const COLUMNS = {
  paymentNo: 'payment_no', paymentId: 'payment_id', homeId: 'home_id', receivedOn: 'received_on', method: 'method', transactionNo: 'transaction_no', amountFen: 'amount_fen', prepaidFen: 'prepaid_fen',
  prepaidFrom: 'prepaid_from', prepaidTo: 'prepaid_to', prepaidRateE4: 'prepaid_rate_e4', tenderedFen: 'tendered_fen', payer: 'payer', payerRole: 'payer_role', note: 'note', receiptNo: 'receipt_no', label: 'label', areaDm2: 'area_dm2', officeName: 'office_name', officePhone: 'office_phone',
  cashier: 'cashier', userId: 'user_id', registeredAt: 'registered_at', registeredOn: 'registered_on', entryId: 'entry_id',
  bonusFen: 'bonus_fen', promotionId: 'promotion_id',
} as const satisfies Record<keyof PaymentRow, string>;
const FIELDS = Object.keys(COLUMNS) as (keyof PaymentRow)[];
const SELECT = FIELDS.map((field) => `p.${COLUMNS[field]} as ${field}`).join(', ');

export function findPayment(db: Db, paymentId: string): Promise<PaymentRow | undefined> {
  return row(db, `select ${SELECT} from payment p where p.payment_id = ?`, [paymentId]);
}

/**
 * The receipt that used a transaction number: a payment that was not undone, or a deposit of which anything is held
 * or was retained, or a top-up of which anything was not paid back; indexes: payment_transaction_no, deposit_transaction_no, charging_topup_transaction_no.
 */
export function findReceiptByTransactionNo(db: Db, transactionNo: string): Promise<{ receiptNo: string } | undefined> {
  return row(db, `select receipt_no as receiptNo from payment p where transaction_no = ? and not exists (select 1 from payment_reversal r where r.payment_no = p.payment_no)
    union all select receipt_no from deposit d where transaction_no = ? and amount_fen > coalesce((select sum(returned_fen) from deposit_return r where r.deposit_no = d.deposit_no), 0)
    union all select receipt_no from charging_topup t where transaction_no = ? and amount_fen > coalesce((select sum(amount_fen) from charging_payback b where b.topup_no = t.topup_no), 0) limit 1`, [transactionNo, transactionNo, transactionNo]);
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

/** Takes the next number of a series in the year of a day, as it is printed. */
export async function takeNumber(db: Db, series: string, day: string): Promise<string> {
  const year = Number(day.slice(0, 4));
  return formatNumber(series, year, await takeNumbers(db, series, year, 1));
}

/**
 * How a number is printed.
 * @example formatNumber('SJ', 2026, 4188) // 'SJ-2026-004188'
 */
export function formatNumber(series: string, year: number, no: number): string {
  return `${series}-${year}-${String(no).padStart(6, '0')}`;
}

export type ReceiptLineRow = {
  billId: number; homeId: number; label: string; itemName: string; fund: Fund; from: string; to: string; basis: BillBasis; areaDm2: number | null; rateE4: number | null; quantityE4: number | null; unit: string; months: number;
  numerator: number; denominator: number; note: string; billedFen: number; paidBeforeFen: number; waivedFen: number; amountFen: number; cancelled: 0 | 1;
};

/** A receipt's lines in the order of the payment. What was waived by then is what was posted before it; index: reduction_bill. */
export function listReceiptLines(db: Db, paymentNo: number): Promise<ReceiptLineRow[]> {
  return rows(db, `select l.bill_id as billId, b.home_id as homeId, h.label, i.name as itemName, i.fund, b.from_on as "from", b.to_on as "to", b.basis, b.area_dm2 as areaDm2, b.rate_e4 as rateE4, b.quantity_e4 as quantityE4,
    coalesce(v.unit, '') as unit, b.months, b.share_numerator as numerator, b.share_denominator as denominator, b.note, b.amount_fen as billedFen, l.paid_before_fen as paidBeforeFen,
    coalesce((select sum(r.amount_fen) from reduction r where r.bill_id = l.bill_id and r.entry_id < p.entry_id), 0) as waivedFen, l.amount_fen as amountFen, exists (select 1 from bill_cancel c where c.bill_id = l.bill_id) as cancelled
    from payment_line l join payment p using (payment_no) join bill b using (bill_id) join fee_item i using (fee_item_id) join home h on h.home_id = b.home_id left join fee_version v using (fee_version_id) where l.payment_no = ? order by l.line`, [paymentNo]);
}

export async function insertPrint(db: Db, print: { paymentNo: number; at: string; userId: number; paper: string }): Promise<void> {
  await run(db, 'insert into receipt_print (payment_no, at, user_id, paper) values (?, ?, ?, ?)', [print.paymentNo, print.at, print.userId, print.paper]);
}

/** How often a receipt was printed; index: receipt_print_payment. */
export async function countPrints(db: Db, paymentNo: number): Promise<number> {
  return (await row<{ count: number }>(db, 'select count(*) as count from receipt_print where payment_no = ?', [paymentNo]))?.count ?? 0;
}

export type PayingHome = { homeId: number; label: string; areaDm2: number; ownerName: string; /** Who rents it on that day, and of them who pays instead of the owner. */ tenantName: string; payingTenant: string; openFen: number; prepaidFen: number; rateE4: number | null; /** The day on which the last billed period of the property fee ends; null before the first. */ billedTo: string | null; opensOn: string; officeName: string; officePhone: string; lateFeeRateE6: number; lateFeeGraceDays: number; lateFeeCapPermille: number };

const TENANTS = (which: string): string => `coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'tenant' and o.from_on <= d.on_date and (o.to_on is null or o.to_on > d.on_date)${which}), '')`;

/** All that registering a payment must know of a home and the estate, in one look-up by key. */
export function findPayingHome(db: Db, homeId: number, on: string): Promise<PayingHome | undefined> {
  return row(db, `select h.home_id as homeId, h.label, h.area_dm2 as areaDm2,
    coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '') as ownerName, ${TENANTS('')} as tenantName, ${TENANTS(' and o.pays = 1')} as payingTenant,
    coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '1122'), 0) as openFen,
    coalesce((select -sum(amount_fen) from posting where home_id = h.home_id and account = '2203'), 0) as prepaidFen,
    case when h.merged_into is not null or ${statusOn('d.on_date')} = 'unsold' then null else (select rate_e4 from fee_rate r where r.fee_item_id = 1 and r.home_id = h.home_id and r.from_on <= d.on_date order by r.from_on desc limit 1) end as rateE4,
    (select max(b.to_on) from bill b where b.home_id = h.home_id and b.fee_item_id = 1 and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id)) as billedTo, e.opens_on as opensOn, e.office_name as officeName, e.phone as officePhone,
    e.late_fee_rate_e6 as lateFeeRateE6, e.late_fee_grace_days as lateFeeGraceDays, e.late_fee_cap_permille as lateFeeCapPermille
    from (select ? as on_date) d, home h, estate e where h.home_id = ?`, [on, homeId]);
}

/**
 * The other homes that pay on one receipt with a home: those of its present owners, and those that were merged into
 * it. Owners without a phone are one person with nobody: a name alone may be two people's. Indexes: occupancy primary key, occupancy_person, home_merged_into.
 */
export async function listHomesOfOwners(db: Db, homeId: number): Promise<{ homeId: number; label: string; openFen: number }[]> {
  return rows(db, `select h.home_id as homeId, h.label, coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '1122'), 0) as openFen from home h
    where h.home_id <> ? and h.home_id in (select home_id from home where merged_into = ?
      union select o.home_id from occupancy mine join person p on p.person_id = mine.person_id and p.phone <> '' join occupancy o on o.person_id = p.person_id where mine.home_id = ? and mine.role = 'owner' and mine.to_on is null and o.role = 'owner' and o.to_on is null) order by h.sort_key`, [homeId, homeId, homeId]);
}

export type PromotionRow = { promotionId: number; name: string; months: number; bonusDays: number };

/** The promotion in force on a day; there are few. */
export function findPromotion(db: Db, on: string): Promise<PromotionRow | undefined> {
  return row(db, 'select promotion_id as promotionId, name, months, bonus_days as bonusDays from promotion where from_on <= ? and to_on > ? order by from_on desc limit 1', [on, on]);
}

export function getPromotion(db: Db, promotionId: number): Promise<PromotionRow | undefined> {
  return row(db, 'select promotion_id as promotionId, name, months, bonus_days as bonusDays from promotion where promotion_id = ?', [promotionId]);
}
