import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const PROBLEMS_SHOWN = 100;

/** Reductions that are not posted on the account of their kind, entry by entry. */
export function wrongReductionAccounts(db: Db): Promise<Problem[]> {
  return rows(db, `with posted as (select p.entry_id, p.account, sum(p.amount_fen) as fen from entry e join posting p using (entry_id) where e.kind = 'reduction' and p.account <> '1122' group by p.entry_id, p.account),
      told as (select entry_id, case kind when 'vacancy' then '5001.91' else '5001.92' end as account, sum(amount_fen) as fen from reduction group by entry_id, kind)
    select 'BILL' as kind, coalesce(t.entry_id, p.entry_id) || ' ' || coalesce(t.account, p.account) as subject, coalesce(t.fen, 0) || ' ≠ ' || coalesce(p.fen, 0) as detail
    from told t full join posted p on p.entry_id = t.entry_id and p.account = t.account where t.fen is not p.fen limit ${PROBLEMS_SHOWN}`);
}

/** Pools of which living bills collect more than they cost. */
export function overspentPools(db: Db): Promise<Problem[]> {
  return rows(db, `select 'POOL' as kind, i.name || ' ' || p.month as subject, sum(b.amount_fen) || ' > ' || p.amount_fen as detail from pool p join fee_item i using (fee_item_id) join bill b on b.month = p.month and b.fee_item_id = p.fee_item_id
    where not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id) group by p.fee_item_id, p.month having sum(b.amount_fen) > p.amount_fen limit ${PROBLEMS_SHOWN}`);
}
