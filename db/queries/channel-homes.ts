import { row, rows, type Db } from '../sql.ts';

export type HomeOfLine = { homeId: number; label: string; ownerName: string; openFen: number };
const HOMES_SHOWN = 8;

/**
 * Homes that a payment without a receipt may be of: those whose people the bank names, then those that owe just that amount.
 * One pass over the people, and over the receivables by home (posting_home).
 */
export function findHomesForLine(db: Db, line: { amountFen: number; text: string }): Promise<HomeOfLine[]> {
  const owner = `coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '')`;
  const open = `coalesce((select sum(amount_fen) from posting where home_id = h.home_id and account = '1122'), 0)`;
  return rows(db, `with named as (select distinct o.home_id from person p join occupancy o using (person_id) where length(p.name) > 1 and o.to_on is null and instr(?, p.name) > 0),
    owing as (select home_id from posting where home_id is not null and account = '1122' group by home_id having sum(amount_fen) = ?),
    found as (select home_id, min(rank) as rank from (select home_id, 0 as rank from named union all select home_id, 1 from owing) group by home_id)
    select h.home_id as homeId, h.label, ${owner} as ownerName, ${open} as openFen from found join home h using (home_id) order by rank, openFen <> ?, h.sort_key limit ${HOMES_SHOWN}`, [line.text, line.amountFen, line.amountFen]);
}

/** The standing payment that has one of the numbers, or that a line of the same number was matched with; index: payment_transaction_no. */
export function findPaymentOfNumber(db: Db, numbers: readonly string[]): Promise<{ paymentId: string; receiptNo: string; label: string; amountFen: number } | undefined> {
  const list = JSON.stringify(numbers);
  return row(db, `select p.payment_id as paymentId, p.receipt_no as receiptNo, p.label, p.amount_fen as amountFen from payment p
    where p.payment_no in (select payment_no from payment where transaction_no in (select value from json_each(?))
      union select q.payment_no from channel_line l join channel_match m using (line_id) join payment q using (entry_id) where l.transaction_no in (select value from json_each(?)) and l.kind = 'payment')
    and not exists (select 1 from payment_reversal r where r.payment_no = p.payment_no) order by p.payment_no desc limit 1`, [list, list]);
}

/** The entry of a payment by the number of its form. */
export async function findEntryOfPayment(db: Db, paymentId: string): Promise<number | undefined> {
  return (await row<{ entryId: number }>(db, 'select entry_id as entryId from payment where payment_id = ?', [paymentId]))?.entryId;
}
