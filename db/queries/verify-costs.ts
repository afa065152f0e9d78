import { rows, type Db } from '../sql.ts';
import type { Problem } from './verify.ts';

const SHOWN = 100;
const OWN_KINDS = `('cost', 'income', 'interest', 'to-maintenance', 'transfer')`;

/** Vouchers against their lines, entries and mirrors, by account and amount; and entries of their kinds that no voucher has. */
export async function wrongCosts(db: Db): Promise<Problem[]> {
  return [await wrongLines(db), await wrongEntries(db), await wrongMirrors(db), await strangeEntries(db)].flat();
}

function wrongLines(db: Db): Promise<Problem[]> {
  return rows(db, `select 'COST' as kind, v.cost_no as subject, v.amount_fen || ' ≠ ' || coalesce(sum(l.amount_fen), 0) as detail from cost_voucher v left join cost_line l using (cost_id) group by v.cost_id having v.amount_fen <> coalesce(sum(l.amount_fen), 0) limit ${SHOWN}`);
}

/** What each voucher moves of each account: lines on one side, money on the other. */
const WANTED = `select d.entry_id, v.cost_no, v.fund, v.paid_on, v.kind, l.account, sum(l.amount_fen) * case when v.kind in ('income', 'interest') then -1 else 1 end as fen from cost_decision d join cost_voucher v using (cost_id) join cost_line l using (cost_id) where d.kind = 'approve' group by d.entry_id, l.account
  union all select d.entry_id, v.cost_no, v.fund, v.paid_on, v.kind, v.account, v.amount_fen * case when v.kind in ('income', 'interest') then 1 else -1 end from cost_decision d join cost_voucher v using (cost_id) where d.kind = 'approve'`;

/** Entries of vouchers that post another amount, account, fund, day or kind than the voucher has. */
function wrongEntries(db: Db): Promise<Problem[]> {
  return rows(db, `with wanted as (${WANTED}), posted as (select p.entry_id, p.account, p.fund, p.on_date, sum(p.amount_fen) as fen from cost_decision d join posting p on p.entry_id = d.entry_id where d.kind = 'approve' group by p.entry_id, p.account, p.fund, p.on_date)
    select 'COST' as kind, coalesce(w.cost_no, 'entry ' || p.entry_id) as subject, coalesce(w.account, p.account) || ' ' || coalesce(w.fen, 0) || ' ≠ ' || coalesce(p.fen, 0) as detail
      from wanted w full join posted p on p.entry_id = w.entry_id and p.account = w.account and p.fund = w.fund and p.on_date = w.paid_on where w.fen is not p.fen
    union all select 'COST', v.cost_no, e.kind from cost_decision d join cost_voucher v using (cost_id) join entry e using (entry_id)
      where d.kind = 'approve' and e.kind <> case v.kind when 'income' then 'income' when 'interest' then 'interest' when 'maintenance' then 'to-maintenance' when 'transfer' then 'transfer' else 'cost' end limit ${SHOWN}`);
}

/** Vouchers taken back whose entry was not mirrored by the one they name, and mirrors of approvals that no voucher knows. */
function wrongMirrors(db: Db): Promise<Problem[]> {
  return rows(db, `select 'COST' as kind, v.cost_no as subject, r.entry_id || ' ≠ ' || coalesce(e.entry_id, 0) as detail from cost_decision r join cost_voucher v using (cost_id) left join cost_decision d on d.cost_id = r.cost_id and d.kind = 'approve' left join entry e on e.reverses = d.entry_id where r.kind = 'reverse' and r.entry_id is not e.entry_id
    union all select 'COST', v.cost_no, 'entry ' || e.entry_id from cost_decision d join cost_voucher v using (cost_id) join entry e on e.reverses = d.entry_id where d.kind = 'approve' and not exists (select 1 from cost_decision r where r.cost_id = d.cost_id and r.kind = 'reverse') limit ${SHOWN}`);
}

/** Entries of the kinds of vouchers that are no voucher's. */
function strangeEntries(db: Db): Promise<Problem[]> {
  return rows(db, `select 'COST' as kind, 'entry ' || e.entry_id as subject, e.kind as detail from entry e where e.kind in ${OWN_KINDS} and not exists (select 1 from cost_decision d where d.entry_id = e.entry_id) limit ${SHOWN}`);
}
