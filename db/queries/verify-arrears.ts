import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const SHOWN = 100;
const FIGURES = 'billed_fen, cancelled_fen, reduced_fen, collected_fen';
const LEFT = 'billed_fen - cancelled_fen - reduced_fen - collected_fen';

/**
 * Kept sums of 0007-arrears that are not those of their rows: what was billed, cancelled, reduced and collected by item,
 * months and building, and what each bill owes, by documents and by postings. One pass over the documents and one over
 * the postings.
 */
export async function wrongSums(db: Db): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const side of ['document', 'ledger'] as const) {
    problems.push(...(await rows<Problem>(db, `with summed as (select fee_item_id, month, building, on_month, ${FIGURES.split(', ').map((figure) => `sum(${figure}) as ${figure}`).join(', ')} from ${side}_move group by 1, 2, 3, 4),
      wrong as (select * from (select * from summed except select * from ${side}_tally) union select * from (select * from ${side}_tally except select * from summed))
      select distinct 'SUM' as kind, '${side} ' || month || ' ' || building || ' ' || on_month as subject, '' as detail from wrong where not (billed_fen = 0 and cancelled_fen = 0 and reduced_fen = 0 and collected_fen = 0) limit ${SHOWN}`)));
    problems.push(...(await rows<Problem>(db, `with summed as (select bill_id, sum(${LEFT}) as fen from ${side}_move group by bill_id having sum(${LEFT}) <> 0)
      select 'SUM' as kind, '${side} ' || coalesce(s.bill_id, o.bill_id) as subject, coalesce(o.${side}_fen, 0) || ' ≠ ' || coalesce(s.fen, 0) as detail
      from summed s full join open_bill o on o.bill_id = s.bill_id where coalesce(o.${side}_fen, 0) <> coalesce(s.fen, 0) limit ${SHOWN}`)));
  }
  return problems;
}

/** Bills on which documents and postings differ, though each side agrees with its own kept sums. */
export function wrongSides(db: Db): Promise<Problem[]> {
  return rows(db, `select 'BILL' as kind, h.label || ' ' || o.month as subject, o.document_fen || ' ≠ ' || o.ledger_fen as detail from open_bill o join home h using (home_id) where o.document_fen <> o.ledger_fen limit ${SHOWN}`);
}
