import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { By } from './charging-accounts.ts';

export type Collects = 'platform' | 'office';

export async function collectsOf(db: Db, platformId: number): Promise<Collects> {
  return (await row<{ collects: Collects }>(db, 'select collects from charging_platform where platform_id = ?', [platformId]))?.collects ?? 'platform';
}

/** Answers false where sessions of the platform are in the books already. */
export async function setCollects(db: Db, platformId: number, collects: Collects): Promise<boolean> {
  if ((await collectsOf(db, platformId)) === collects) return true;
  if ((await row<{ used: number }>(db, 'select exists (select 1 from charging_session where platform_id = ?) as used', [platformId]))?.used === 1) return false;
  await run(db, 'update charging_platform set collects = ? where platform_id = ?', [collects, platformId]);
  return true;
}

/** Whose cards, labels and plates sessions may name: cards also after they were replaced, homes that were not merged, vehicles with their days: from a merge on for the home that theirs became a part of. */
export async function listPayers(db: Db): Promise<{ cards: { name: string; id: number }[]; homes: { name: string; id: number }[]; plates: { name: string; id: number; from: string; to: string | null }[] }> {
  return {
    cards: await rows(db, 'select card_no as name, account_id as id from charging_card'), homes: await rows(db, 'select label as name, home_id as id from home where merged_into is null'),
    plates: await rows(db, `with recursive kept (name, id, from_on, to_on, vehicle_id, merges) as (select plate, home_id, from_on, to_on, vehicle_id, 0 from vehicle where to_on is null or to_on > from_on
        union all select k.name, h.merged_into, max(k.from_on, h.merged_on), k.to_on, k.vehicle_id, k.merges + 1 from kept k join home h on h.home_id = k.id and h.merged_into is not null where k.to_on is null or k.to_on > h.merged_on)
      select name, id, from_on as "from", to_on as "to" from kept order by from_on desc, vehicle_id desc, merges desc`),
  };
}

export type PayingSession = { sessionId: number; /** Local days of its end and of its start. */ on: string; began: string; energy: number; energyFen: number; serviceFen: number; extraFen: number; card: string; customer: string; plate: string };

/** Sessions of a batch in the order they ended, whatever the order of its file. */
export function listPayingSessions(db: Db, batchId: number): Promise<PayingSession[]> {
  return rows(db, `select session_id as sessionId, date(ended_at + 28800, 'unixepoch') as "on", date(started_at + 28800, 'unixepoch') as began, energy, energy_fen as energyFen, service_fen as serviceFen, extra_fen as extraFen, card_no as card, customer, plate
    from charging_session where batch_id = ? order by ended_at, order_no`, [batchId]);
}

export type PlanUse = { planId: number; accountId: number; kind: 'card' | 'quota'; covers: 'service' | 'all'; from: string; to: string | null; energy: number | null };

/** Plans of accounts, in the order they are used: free quotas first, then the card that ends first. Index: charging_plan_account. */
export function listPlansOf(db: Db, accountIds: readonly number[]): Promise<PlanUse[]> {
  return rows(db, `select n.plan_id as planId, n.account_id as accountId, p.kind, p.covers, n.from_on as "from", n.to_on as "to", p.energy from json_each(?) o cross join charging_plan n on n.account_id = o.value join charging_product p using (product_id)
    order by p.kind = 'card', n.to_on, n.plan_id`, [JSON.stringify(accountIds)]);
}

/** What plans have covered, by the month a session ended in; index: charging_cover_plan. */
export function listCovered(db: Db, planIds: readonly number[]): Promise<{ planId: number; month: string; energy: number }[]> {
  return rows(db, `select c.plan_id as planId, strftime('%Y-%m', s.ended_at + 28800, 'unixepoch') as month, sum(c.energy) as energy from json_each(?) o cross join charging_cover c on c.plan_id = o.value join charging_session s using (session_id) group by 1, 2`, [JSON.stringify(planIds)]);
}

export type NewCharge = { sessionId: number; accountId: number | null; homeId: number | null; amountFen: number; discountFen: number };
export type NewCover = { sessionId: number; planId: number; energy: number; discountFen: number };

export async function insertCharges(db: Db, charges: readonly NewCharge[], coverList: readonly NewCover[]): Promise<void> {
  await run(db, `insert into charging_charge (session_id, account_id, home_id, amount_fen, discount_fen) select * from ${jsonTable(['session_id', 'account_id', 'home_id', 'amount_fen', 'discount_fen'])} where 1`, [JSON.stringify(charges.map((one) => [one.sessionId, one.accountId, one.homeId, one.amountFen, one.discountFen]))]);
  await run(db, `insert into charging_cover (session_id, plan_id, energy, discount_fen) select * from ${jsonTable(['session_id', 'plan_id', 'energy', 'discount_fen'])} where 1`, [JSON.stringify(coverList.map((one) => [one.sessionId, one.planId, one.energy, one.discountFen]))]);
}

export type ProductRow = { productId: number; name: string; kind: 'card' | 'quota'; priceFen: number; energy: number | null; days: number | null; covers: 'service' | 'all'; note: string };
const PRODUCT = 'p.product_id as productId, p.name, p.kind, p.price_fen as priceFen, p.energy, p.days, p.covers, p.note';

export function findProduct(db: Db, name: string): Promise<ProductRow | undefined> {
  return row(db, `select ${PRODUCT} from charging_product p where p.name = ?`, [name]);
}

export function listProducts(db: Db): Promise<(ProductRow & { plans: number })[]> {
  return rows(db, `select ${PRODUCT}, (select count(*) from charging_plan n where n.product_id = p.product_id) as plans from charging_product p order by p.kind, p.product_id`);
}

export async function insertProduct(db: Db, one: Omit<ProductRow, 'productId'>, by: By): Promise<number> {
  const made = await row<{ id: number }>(db, 'insert into charging_product (name, kind, price_fen, energy, days, covers, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning product_id as id', [one.name, one.kind, one.priceFen, one.energy, one.days, one.covers, one.note, by.userId, by.userName, by.at]);
  return made?.id ?? 0;
}

export type NewPlan = { formId: string; accountId: number; productId: number; from: string; to: string | null; priceFen: number; reason: string; entryId: number | null };

export async function insertPlan(db: Db, plan: NewPlan, by: By): Promise<number> {
  const made = await row<{ id: number }>(db, 'insert into charging_plan (form_id, account_id, product_id, from_on, to_on, price_fen, reason, user_id, user_name, at, entry_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning plan_id as id',
    [plan.formId, plan.accountId, plan.productId, plan.from, plan.to, plan.priceFen, plan.reason, by.userId, by.userName, by.at, plan.entryId]);
  return made?.id ?? 0;
}

export function findPlan(db: Db, formId: string): Promise<{ planId: number; accountId: number; productId: number; to: string | null } | undefined> {
  return row(db, 'select plan_id as planId, account_id as accountId, product_id as productId, to_on as "to" from charging_plan where form_id = ?', [formId]);
}

export async function endPlan(db: Db, planId: number, on: string): Promise<void> {
  await run(db, 'update charging_plan set to_on = ? where plan_id = ?', [on, planId]);
}

export type PlanRow = { planId: number; product: string; kind: 'card' | 'quota'; covers: 'service' | 'all'; from: string; to: string | null; priceFen: number; energy: number | null; reason: string; by: string };

export function listPlans(db: Db, accountId: number): Promise<PlanRow[]> {
  return rows(db, `select n.plan_id as planId, p.name as product, p.kind, p.covers, n.from_on as "from", n.to_on as "to", n.price_fen as priceFen, p.energy, n.reason, n.user_name as by from charging_plan n join charging_product p using (product_id) where n.account_id = ? order by n.plan_id desc`, [accountId]);
}

export type UnbilledRow = { sessionId: number; homeId: number; label: string; energy: number; energyFen: number; serviceFen: number; extraFen: number; from: string; to: string };
export type BilledPart = 'energy' | 'service' | 'extra';

export type ChargeRow = { accountId: number | null; homeId: number | null; /** What is paid or to be billed, after changes. */ amountFen: number; billed: number };

/** Who pays a session that the office bills; primary key. */
export function findCharge(db: Db, sessionId: number): Promise<ChargeRow | undefined> {
  return row(db, `select c.account_id as accountId, c.home_id as homeId, c.amount_fen + (select coalesce(sum(amount_fen), 0) from charging_adjustment a where a.session_id = c.session_id) as amountFen,
    exists (select 1 from charging_billed b where b.session_id = c.session_id and not exists (select 1 from bill_cancel x where x.bill_id = b.bill_id)) as billed from charging_charge c where c.session_id = ?`, [sessionId]);
}

export async function insertAdjustment(db: Db, one: { changeId: number; sessionId: number; amountFen: number; discountFen: number }): Promise<void> {
  await run(db, 'insert into charging_adjustment (change_id, session_id, amount_fen, discount_fen) values (?, ?, ?, ?)', [one.changeId, one.sessionId, one.amountFen, one.discountFen]);
}

/** What of a session `s` is in no bill that stands, as changes left it. */
const unbilled = (part: BilledPart): string => `case when exists (select 1 from charging_billed b where b.session_id = s.session_id and b.part = '${part}' and not exists (select 1 from bill_cancel x where x.bill_id = b.bill_id)) then 0 else s.${part}_fen + (select coalesce(sum(x.${part}_fen), 0) from charging_change x where x.session_id = s.session_id) end`;
export const UNBILLED = `select c.session_id, c.home_id, s.energy, ${unbilled('energy')} as energy_fen, ${unbilled('service')} as service_fen, ${unbilled('extra')} as extra_fen, s.started_at, s.ended_at from charging_charge c join charging_session s using (session_id) where c.home_id is not null`;

/** Sessions of homes that ended before a second, with what of them no bill holds, by home; index: charging_charge_home. */
export function listUnbilled(db: Db, before: number): Promise<UnbilledRow[]> {
  return rows(db, `select u.session_id as sessionId, u.home_id as homeId, h.label, u.energy, u.energy_fen as energyFen, u.service_fen as serviceFen, u.extra_fen as extraFen, date(u.started_at + 28800, 'unixepoch') as "from", date(u.ended_at + 28800, 'unixepoch') as "to"
    from (${UNBILLED}) u join home h using (home_id) where u.ended_at < ? and u.energy_fen + u.service_fen + u.extra_fen > 0 order by h.sort_key, u.ended_at, u.session_id`, [before]);
}

export async function insertBilled(db: Db, list: readonly { sessionId: number; billId: number; part: BilledPart }[]): Promise<void> {
  await run(db, `insert into charging_billed (session_id, bill_id, part) select * from ${jsonTable(['session_id', 'bill_id', 'part'])} where 1`, [JSON.stringify(list.map(({ sessionId, billId, part }) => [sessionId, billId, part]))]);
}
