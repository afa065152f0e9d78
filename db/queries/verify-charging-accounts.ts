import { rows, type Db } from '../sql.ts';
import { UNBILLED } from './charging-payers.ts';
import type { Problem } from './verify.ts';

const SHOWN = 100;
const MONEY = (method: string): string => `case ${method} when 'cash' then '1001' when 'wechat' then '1012.01' when 'alipay' then '1012.02' else '1002.01' end`;
/** What an entry posted on an account, in the common fund; index: posting primary key. */
const posted = (entry: string, account: string): string => `(select coalesce(sum(p.amount_fen), 0) from posting p where p.entry_id = ${entry} and (p.account || '') = ${account} and p.fund = 'common')`;

/** Money paid ahead against its entries and the ledger, sessions against who pays them, plans against what they cover. */
export async function wrongChargingAccounts(db: Db): Promise<Problem[]> {
  return [await wrongMoney(db), await wrongOwners(db), await wrongAdjustments(db), await wrongCharges(db), await wrongDays(db), await wrongBalances(db)].flat();
}

/** Top-ups, paybacks and sold cards whose entries hold something else, and top-ups of which more left than came. */
function wrongMoney(db: Db): Promise<Problem[]> {
  return rows(db, `select 'CHARGING' as kind, t.receipt_no as subject, cast(t.amount_fen as text) as detail from charging_topup t where ${posted('t.entry_id', MONEY('t.method'))} <> t.amount_fen or ${posted('t.entry_id', `'2203.01'`)} <> -t.amount_fen
    union all select 'CHARGING', b.return_no, cast(b.amount_fen as text) from charging_payback b where ${posted('b.entry_id', MONEY('b.method'))} <> -b.amount_fen or ${posted('b.entry_id', `'2203.01'`)} <> b.amount_fen
    union all select 'CHARGING', 'plan ' || n.plan_id, cast(n.price_fen as text) from charging_plan n where n.price_fen <> coalesce(${posted('n.entry_id', `'2203.01'`)}, 0) or n.price_fen <> coalesce(-${posted('n.entry_id', `'2241.03.16'`)}, 0)
    union all select 'CHARGING', t.receipt_no, t.amount_fen || ' < ' || sum(b.amount_fen) from charging_topup t join charging_payback b using (topup_no) group by t.topup_no having sum(b.amount_fen) > t.amount_fen limit ${SHOWN}`);
}

/** Top-ups, sessions and sold cards of an account that their card is none of; what they say of the card is sealed by their entries, or the session's own. */
function wrongOwners(db: Db): Promise<Problem[]> {
  const own = (account: string, card: string): string => `exists (select 1 from charging_card k where k.account_id = ${account} and ${card})`;
  return rows(db, `select 'CHARGING' as kind, t.receipt_no as subject, t.card_no as detail from charging_topup t join entry e using (entry_id) where e.memo <> '充电预存 ' || t.card_no || ' ' || t.receipt_no or not ${own('t.account_id', 'k.card_no = t.card_no')}
    union all select 'CHARGING', s.order_no, s.card_no from charging_charge c join charging_session s using (session_id) where c.account_id is not null and not ${own('c.account_id', 'k.card_no = s.card_no')}
    union all select 'CHARGING', 'plan ' || n.plan_id, e.memo from charging_plan n join charging_product p using (product_id) join entry e using (entry_id) where not ${own('n.account_id', `e.memo = '充电月卡 ' || p.name || ' ' || k.card_no`)} limit ${SHOWN}`);
}

/** Sessions of platforms for which the office collects: each has one payer, who pays what plans do not cover; and plans that covered more than they hold. */
function wrongCharges(db: Db): Promise<Problem[]> {
  return rows(db, `with own as (select s.session_id, s.order_no, s.energy, s.energy_fen + s.service_fen + s.extra_fen as fen, p.collects from charging_session s join charging_platform p using (platform_id) where p.collects = 'office' or s.session_id in (select session_id from charging_charge)),
      covered as (select session_id, sum(energy) as energy, sum(discount_fen) as fen from charging_cover group by session_id),
      used as (select c.plan_id, case p.kind when 'quota' then strftime('%Y-%m', s.ended_at + 28800, 'unixepoch') else '' end as month, sum(c.energy) as energy, p.energy as most from charging_cover c join charging_plan n using (plan_id) join charging_product p using (product_id) join charging_session s using (session_id) group by 1, 2)
    select 'CHARGING' as kind, o.order_no as subject, o.fen || ' ≠ ' || coalesce(c.amount_fen + c.discount_fen, 0) as detail from own o left join charging_charge c using (session_id) left join covered v using (session_id)
      where o.collects <> 'office' or c.session_id is null or o.fen <> c.amount_fen + c.discount_fen or coalesce(v.fen, 0) <> c.discount_fen or coalesce(v.energy, 0) > o.energy
    union all select 'CHARGING', 'plan ' || plan_id || ' ' || month, most || ' < ' || energy from used where energy > most limit ${SHOWN}`);
}

/** Changes of such sessions whose parts are not the change, or that their entry holds otherwise. */
function wrongAdjustments(db: Db): Promise<Problem[]> {
  return rows(db, `select 'CHARGING' as kind, 'change ' || x.change_id as subject, (x.energy_fen + x.service_fen + x.extra_fen) || ' ≠ ' || coalesce(j.amount_fen + j.discount_fen, 0) as detail from charging_change x join charging_charge c using (session_id) left join charging_adjustment j using (change_id)
    where x.energy_fen + x.service_fen + x.extra_fen <> coalesce(j.amount_fen + j.discount_fen, 0) or coalesce(j.discount_fen, 0) <> coalesce(${posted('x.entry_id', `'2241.03.17'`)}, 0)
      or coalesce(j.amount_fen, 0) <> coalesce(${posted('x.entry_id', `case when c.account_id is null then '1122.02' else '2203.01' end`)}, 0) limit ${SHOWN}`);
}

/** Days that the office collected: what accounts paid, plans took off and homes owe, against their entry. */
function wrongDays(db: Db): Promise<Problem[]> {
  return rows(db, `with own as (select s.batch_id, date(s.ended_at + 28800, 'unixepoch') as on_date, sum(case when c.account_id is null then 0 else c.amount_fen end) as prepaid, sum(c.discount_fen) as discount, sum(case when c.home_id is null then 0 else c.amount_fen end) as unbilled
      from charging_charge c join charging_session s using (session_id) group by 1, 2)
    select 'CHARGING' as kind, k.on_date as subject, o.prepaid || ' + ' || o.discount || ' + ' || o.unbilled as detail from own o join charging_booking k using (batch_id, on_date)
    where o.prepaid <> coalesce(${posted('k.entry_id', `'2203.01'`)}, 0) or o.discount <> coalesce(${posted('k.entry_id', `'2241.03.17'`)}, 0) or o.unbilled <> coalesce(${posted('k.entry_id', `'1122.02'`)}, 0) limit ${SHOWN}`);
}

/** What accounts hold is what the ledger owes them, and what no bill holds is what it has yet to bill; bills hold what their sessions came to. */
function wrongBalances(db: Db): Promise<Problem[]> {
  return rows(db, `with held as (select (select coalesce(sum(amount_fen), 0) from charging_topup) - (select coalesce(sum(amount_fen), 0) from charging_payback) - (select coalesce(sum(price_fen), 0) from charging_plan) - (select coalesce(sum(amount_fen), 0) from charging_charge where account_id is not null) - (select coalesce(sum(j.amount_fen), 0) from charging_adjustment j join charging_charge c using (session_id) where c.account_id is not null) as fen),
      owed as (select coalesce(sum(energy_fen + service_fen + extra_fen), 0) as fen from (${UNBILLED})),
      ledger as (select (select coalesce(-sum(amount_fen), 0) from posting where account = '2203.01') as prepaid, (select coalesce(sum(amount_fen), 0) from posting where account = '1122.02') as unbilled),
      bills as (select b.bill_id, b.amount_fen, coalesce(sum(case w.part when 'energy' then s.energy_fen + coalesce(x.energy_fen, 0) when 'service' then s.service_fen + coalesce(x.service_fen, 0) else s.extra_fen + coalesce(x.extra_fen, 0) end), 0) as fen from bill b join fee_item i using (fee_item_id) left join charging_billed w using (bill_id) left join charging_session s using (session_id) left join (select session_id, sum(energy_fen) as energy_fen, sum(service_fen) as service_fen, sum(extra_fen) as extra_fen from charging_change group by session_id) x using (session_id) where not exists (select 1 from bill_cancel z where z.bill_id = b.bill_id) and i.code in ('charging-energy', 'charging-service', 'charging-extra') group by b.bill_id)
    select 'CHARGING' as kind, '2203.01' as subject, prepaid || ' ≠ ' || fen as detail from ledger, held where prepaid <> fen
    union all select 'CHARGING', '1122.02', unbilled || ' ≠ ' || fen from ledger, owed where unbilled <> fen
    union all select 'CHARGING', 'bill ' || bill_id, amount_fen || ' ≠ ' || fen from bills where amount_fen <> fen limit ${SHOWN}`);
}
