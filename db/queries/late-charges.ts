import type { LateBill } from '../../shared/domain/late-fee.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';

/** A late charge that stands: its bill was not cancelled. */
const STANDING = 'from late_charge c join bill l on l.bill_id = c.bill_id where c.of_bill_id = b.bill_id and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id)';

/** What was charged so far for being late, of those of the bills whose item bears late fees on a day; index: late_charge_of. */
export function listLateStates(db: Db, billIds: readonly number[], on: string): Promise<({ billId: number } & Pick<LateBill, 'chargedFen' | 'chargedTo'>)[]> {
  return rows(db, `select b.bill_id as billId, coalesce((select sum(l.amount_fen) ${STANDING}), 0) as chargedFen, (select max(c.to_on) ${STANDING}) as chargedTo
    from bill b where b.bill_id in (select value from json_each(?)) and b.basis not in ('opening', 'late')
    and (select v.late_fee and (v.to_on is null or v.to_on > ?) from fee_version v where v.fee_item_id = b.fee_item_id and v.from_on <= ? order by v.from_on desc limit 1) = 1`, [JSON.stringify(billIds), on, on]);
}

export type LateCharge = { billId: number; ofBillId: number; paymentNo: number; from: string; to: string; principalFen: number; days: number; rateE6: number };

export async function insertLateCharges(db: Db, charges: readonly LateCharge[]): Promise<void> {
  const columns = ['bill_id', 'of_bill_id', 'payment_no', 'from_on', 'to_on', 'principal_fen', 'days', 'rate_e6'];
  await run(db, `insert into late_charge (${columns.join(', ')}) select * from ${jsonTable(columns)}`,
    [JSON.stringify(charges.map(({ billId, ofBillId, paymentNo, from, to, principalFen, days, rateE6 }) => [billId, ofBillId, paymentNo, from, to, principalFen, days, rateE6]))]);
}

/** Late bills that a payment made and that stand; index: late_charge_payment. */
export async function listLateBillsOf(db: Db, paymentNo: number): Promise<number[]> {
  const found = await rows<{ billId: number }>(db, 'select bill_id as billId from late_charge c where payment_no = ? and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id) order by bill_id', [paymentNo]);
  return found.map(({ billId }) => billId);
}

/** Late bills of a bill that stand; index: late_charge_of. */
export async function listLateBillsFor(db: Db, ofBillId: number): Promise<number[]> {
  const found = await rows<{ billId: number }>(db, 'select bill_id as billId from late_charge c where of_bill_id = ? and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id) order by bill_id', [ofBillId]);
  return found.map(({ billId }) => billId);
}

/** What was paid of the late fees on some bills that stand; indexes: late_charge_of, posting_bill, reduction_bill. */
export async function paidLateFen(db: Db, ofBillIds: readonly number[]): Promise<number> {
  return (await row<{ fen: number }>(db, `select coalesce(sum(b.amount_fen - coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0) - coalesce((select sum(amount_fen) from reduction where bill_id = b.bill_id), 0)), 0) as fen
    from late_charge c join bill b using (bill_id) where c.of_bill_id in (select value from json_each(?)) and not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id)`, [JSON.stringify(ofBillIds)]))?.fen ?? 0;
}

/** The late fees that a payment billed, whatever became of them; index: late_charge_payment. */
export async function sumLateOf(db: Db, paymentNo: number): Promise<number> {
  return (await row<{ fen: number | null }>(db, 'select sum(b.amount_fen) as fen from late_charge c join bill b using (bill_id) where c.payment_no = ?', [paymentNo]))?.fen ?? 0;
}

/** What waits for the manager's decision on each bill; index: waiver_bill. */
export async function listPendingWaivers(db: Db, billIds: readonly number[]): Promise<Map<number, number>> {
  const found = await rows<{ billId: number; fen: number }>(db, `select bill_id as billId, sum(amount_fen) as fen from waiver where bill_id in (select value from json_each(?)) and state = 'pending' group by bill_id`, [JSON.stringify(billIds)]);
  return new Map(found.map(({ billId, fen }) => [billId, fen]));
}
