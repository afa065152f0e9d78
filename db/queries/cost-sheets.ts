import { commonSources, costAccount, costColumns, feeCostAccount, feeCosts, OTHER_SPENDING } from '../../shared/domain/common-sources.ts';
import { firstDay, lastDay } from '../../shared/domain/period.ts';
import { jsonTable, rows, type Db } from '../sql.ts';
import { GRID_COST } from './charging-grid.ts';

/** What platforms keep of charging. */
const COMMISSION = '2241.03.18';

/** Which account counts for which key of the analysis. */
const KEYS = {
  fee: feeCosts.map((cost) => [feeCostAccount(cost), cost] as const),
  source: [...commonSources.flatMap((source) => costColumns.map((column) => [costAccount(source, column), source] as const)), [GRID_COST, 'charging'], [COMMISSION, 'charging'], [OTHER_SPENDING, 'spending']] as const,
};
/** Approved and not taken back. */
const STANDS = `exists (select 1 from cost_decision d where d.cost_id = v.cost_id and d.kind = 'approve') and not exists (select 1 from cost_decision r where r.cost_id = v.cost_id and r.kind = 'reverse')`;
const FUND = { fee: 'property', source: 'common' } as const;

/** Costs by month and key as the ledger has them, both days included; index: posting_account. */
export function listCostsByMonth(db: Db, by: 'fee' | 'source', from: string, to: string): Promise<{ month: string; key: string; amountFen: number }[]> {
  return rows(db, `select substr(p.on_date, 1, 7) as month, k.key, sum(p.amount_fen) as amountFen from ${jsonTable(['account', 'key'])} k cross join posting p on p.account = k.account and p.fund = ? and p.on_date between ? and ? group by 1, 2 having sum(p.amount_fen) <> 0 order by 1, 2`,
    [JSON.stringify(KEYS[by]), FUND[by], from, to]);
}

/** Pay by post of the property fund's months, both included: what vouchers say that stand, and the most people of a month. For the fee sheet: no names are kept. */
export function listPostsOfPeriod(db: Db, from: string, to: string): Promise<{ post: string; headcount: number; amountFen: number }[]> {
  return rows(db, `with months as (select l.post, substr(v.paid_on, 1, 7) as month, sum(l.headcount) as headcount, sum(l.amount_fen) as fen
      from cost_voucher v join cost_line l using (cost_id) where v.kind = 'payroll' and v.fund = 'property' and v.paid_on between ? and ?
        and ${STANDS} group by l.post, 2)
    select post, max(headcount) as headcount, sum(fen) as amountFen from months group by post order by amountFen desc, post`, [firstDay(from), lastDay(to)]);
}

/** What the costs on accounts were for, by account and words (of pay the post): vouchers that stand, months both included. Words that name who was paid are left out. */
export function listCostTexts(db: Db, fund: 'property' | 'common', from: string, to: string): Promise<{ account: string; what: string; amountFen: number }[]> {
  return rows(db, `select account, what, sum(fen) as amountFen from (
      select l.account, v.payee, case when v.kind = 'payroll' then l.post when l.what = '' then v.what else l.what end as what, l.amount_fen as fen from cost_voucher v join cost_line l using (cost_id) where v.kind in ('purchase', 'payroll') and v.fund = ? and v.paid_on between ? and ? and ${STANDS})
    where instr(what, payee) = 0 group by 1, 2 order by 1, 3 desc, 2`, [fund, firstDay(from), lastDay(to)]);
}

/** What accounts of other common income got through instalments, and gave back of them, in months, both included: by what the ledger has. */
export function sumInstalmentsPaid(db: Db, from: string, to: string): Promise<{ account: string; fen: number }[]> {
  return rows(db, `select p.account, -sum(p.amount_fen) as fen from cost_voucher v cross join cost_decision d using (cost_id) cross join posting p on p.entry_id = d.entry_id and p.on_date between ? and ? where v.instalment_id is not null and v.kind = 'income' and p.account in ('2241.03.21', '2241.03.22', '2241.03.23') group by 1`, [firstDay(from), lastDay(to)]);
}
