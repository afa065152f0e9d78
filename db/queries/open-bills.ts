import { OPENING_ARREARS } from './bills.ts';
import { row, type Db } from '../sql.ts';

/** Fee item 3: late fees, which are owed but are in no collection rate. */
export const LATE_FEES = 3;

/** A common table expression `open (bill_id, home_id, fee_item_id, month, due_on, fen)` and what is bound to it. */
export type OpenBills = { sql: string; bindings: (string | number)[] };

/** Up to so many bills everything is added up from the rows at each call. */
const BILLS_ADDED_UP = 200_000;

/** Whether a pass over all bills takes too long: queries then read the kept sums. */
export async function isLarge(db: Db): Promise<boolean> {
  return ((await row<{ last: number | null }>(db, 'select max(bill_id) as last from bill'))?.last ?? 0) > BILLS_ADDED_UP;
}

const RECEIVABLES = `p.account = '1122' and p.fund in ('property', 'common', 'agency', 'deposit', 'maintenance')`;

/**
 * What each bill owed at the end of a day; bills that owed nothing are left out. The sum over all is account 1122 of that
 * day. Small books: one pass over posting_account. Large ones: `open_bill` less what was posted later (posting_account).
 */
export async function openAsOf(db: Db, on: string, large: boolean): Promise<OpenBills> {
  if (!large) {
    return {
      sql: `open as materialized (select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, s.fen from (select bill_id, sum(amount_fen) as fen from posting p where ${RECEIVABLES} and p.on_date <= ? and bill_id is not null
        group by bill_id having sum(amount_fen) <> 0) s join bill b using (bill_id))`,
      bindings: [on],
    };
  }
  const later = await row(db, `select 1 from posting p where ${RECEIVABLES} and p.on_date > ? limit 1`, [on]);
  if (!later) return { sql: 'open as (select bill_id, home_id, fee_item_id, month, due_on, ledger_fen as fen from open_bill where ledger_fen <> 0)', bindings: [] };
  // Summed by bill before anything is joined: most of what was billed later was paid later, and falls out.
  return {
    sql: `later as materialized (select bill_id, sum(amount_fen) as fen from posting p where ${RECEIVABLES} and p.on_date > ? and bill_id is not null group by bill_id having sum(amount_fen) <> 0),
      open as materialized (select o.bill_id, o.home_id, o.fee_item_id, o.month, o.due_on, o.ledger_fen - coalesce(l.fen, 0) as fen from open_bill o left join later l on l.bill_id = o.bill_id where o.ledger_fen <> coalesce(l.fen, 0)
        union all select b.bill_id, b.home_id, b.fee_item_id, b.month, b.due_on, -l.fen from later l join bill b on b.bill_id = l.bill_id where l.bill_id not in (select bill_id from open_bill))`,
    bindings: [on],
  };
}

export type BillFilter = { building?: string | undefined; item?: string | undefined };
type Condition = { sql: string; bindings: (string | number)[] };

/** The conditions of a filter on rows with `home_id` and `fee_item_id`. */
export function billCondition({ building, item }: BillFilter, alias: string): Condition {
  const parts: string[] = [];
  const bindings: string[] = [];
  if (building) { parts.push(`${alias}.home_id in (select home_id from home where building = ?)`); bindings.push(building); }
  if (item) { parts.push(`${alias}.fee_item_id = (select fee_item_id from fee_item where code = ?)`); bindings.push(item); }
  return { sql: parts.join(' and ') || '1', bindings };
}

/** Bills that are in collection rates as bills of their month. */
export const RATED = `not in (${OPENING_ARREARS}, ${LATE_FEES})`;
