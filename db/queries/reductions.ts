import { AppError } from '../../shared/errors.ts';
import { row, rows, run, type Db } from '../sql.ts';

/** Requests for waivers and vacancy discounts, promotions, and what all of them gave away. */

export type State = 'pending' | 'approved' | 'rejected';
type Decision = { state: State; requestedBy: string; requestedAt: string; decidedBy: string | null; decidedAt: string | null; decisionNote: string };
const DECISION = 'r.state, r.requested_name as requestedBy, r.requested_at as requestedAt, r.decided_name as decidedBy, r.decided_at as decidedAt, r.decision_note as decisionNote';
const OPEN = `coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0)`;

export type Author = { userId: number; userName: string; at: string };
type Page = { state?: State | undefined; before?: number | undefined; limit: number };

/** The tail of a page of requests, newest first; keyset by number, index on state. */
function pageOf(number: string, { state, before, limit }: Page): { sql: string; bindings: (string | number)[] } {
  return { sql: `where r.${number} < ? ${state ? 'and r.state = ?' : ''} order by r.${number} desc limit ?`, bindings: [before ?? Number.MAX_SAFE_INTEGER, ...(state ? [state] : []), limit] };
}

export type WaiverRow = Decision & { waiverId: number; billId: number; homeId: number; label: string; itemName: string; from: string; to: string; billedFen: number; openFen: number; amountFen: number; reason: string };

export function listWaivers(db: Db, page: Page): Promise<WaiverRow[]> {
  const { sql, bindings } = pageOf('waiver_id', page);
  return rows(db, `select r.waiver_id as waiverId, b.bill_id as billId, b.home_id as homeId, h.label, i.name as itemName, b.from_on as "from", b.to_on as "to", b.amount_fen as billedFen, ${OPEN} as openFen, r.amount_fen as amountFen, r.reason, ${DECISION}
    from waiver r join bill b using (bill_id) join home h using (home_id) join fee_item i using (fee_item_id) ${sql}`, bindings);
}

/** Throws NO_SUCH_WAIVER. */
export async function getWaiver(db: Db, waiverId: number): Promise<{ billId: number; amountFen: number; reason: string; state: State; decidedBy: string | null }> {
  const waiver = await row<{ billId: number; amountFen: number; reason: string; state: State; decidedBy: string | null }>(db, 'select bill_id as billId, amount_fen as amountFen, reason, state, decided_name as decidedBy from waiver where waiver_id = ?', [waiverId]);
  if (!waiver) throw new AppError('NO_SUCH_WAIVER', { waiverId });
  return waiver;
}

/** What waits for a decision on a bill; index: waiver_bill. */
export async function sumPendingWaivers(db: Db, billId: number): Promise<number> {
  return (await row<{ fen: number | null }>(db, `select sum(amount_fen) as fen from waiver where bill_id = ? and state = 'pending'`, [billId]))?.fen ?? 0;
}

export async function insertWaiver(db: Db, waiver: Author & { billId: number; amountFen: number; reason: string }): Promise<number> {
  const made = await row<{ waiverId: number }>(db, `insert into waiver (bill_id, amount_fen, reason, requested_by, requested_name, requested_at, state) values (?, ?, ?, ?, ?, ?, 'pending') returning waiver_id as waiverId`,
    [waiver.billId, waiver.amountFen, waiver.reason, waiver.userId, waiver.userName, waiver.at]);
  return made?.waiverId ?? 0;
}

/** Decides a request, once: the schema refuses a second decision. */
export async function decide(db: Db, kind: 'waiver' | 'vacancy', id: number, { state, note, userId, userName, at }: Author & { state: State; note: string }): Promise<void> {
  await run(db, `update ${kind} set state = ?, decided_by = ?, decided_name = ?, decided_at = ?, decision_note = ? where ${kind}_id = ?`, [state, userId, userName, at, note, id]);
}

export type VacancyRow = Decision & { vacancyId: number; homeId: number; label: string; from: string; to: string; offPermille: number; reason: string };

export function listVacancies(db: Db, page: Page): Promise<VacancyRow[]> {
  const { sql, bindings } = pageOf('vacancy_id', page);
  return rows(db, `select r.vacancy_id as vacancyId, r.home_id as homeId, h.label, r.from_on as "from", r.to_on as "to", r.off_permille as offPermille, r.reason, ${DECISION} from vacancy r join home h using (home_id) ${sql}`, bindings);
}

/** Throws NO_SUCH_VACANCY. */
export async function getVacancy(db: Db, vacancyId: number): Promise<{ state: State; decidedBy: string | null }> {
  const vacancy = await row<{ state: State; decidedBy: string | null }>(db, 'select state, decided_name as decidedBy from vacancy where vacancy_id = ?', [vacancyId]);
  if (!vacancy) throw new AppError('NO_SUCH_VACANCY', { vacancyId });
  return vacancy;
}

/** A request of the home that waits or was approved and shares a day with `[from, to)`; index: vacancy_home. */
export function findVacancyIn(db: Db, homeId: number, { from, to }: { from: string; to: string }): Promise<{ from: string; to: string } | undefined> {
  return row(db, `select from_on as "from", to_on as "to" from vacancy where home_id = ? and state in ('pending', 'approved') and from_on < ? and to_on > ? order by from_on limit 1`, [homeId, to, from]);
}

export async function insertVacancy(db: Db, vacancy: Author & { homeId: number; from: string; to: string; offPermille: number; reason: string }): Promise<number> {
  const made = await row<{ vacancyId: number }>(db, `insert into vacancy (home_id, from_on, to_on, off_permille, reason, requested_by, requested_name, requested_at, state) values (?, ?, ?, ?, ?, ?, ?, ?, 'pending') returning vacancy_id as vacancyId`,
    [vacancy.homeId, vacancy.from, vacancy.to, vacancy.offPermille, vacancy.reason, vacancy.userId, vacancy.userName, vacancy.at]);
  return made?.vacancyId ?? 0;
}

export type PromotionRow = { promotionId: number; name: string; from: string; to: string; months: number; bonusDays: number; payments: number; givenFen: number; by: string };

/** All promotions, newest first, with the payments that stand and what they were given, less what lapsed by refunds. */
export function listPromotions(db: Db): Promise<PromotionRow[]> {
  return rows(db, `with given as (select p.promotion_id, count(*) as payments, sum(p.bonus_fen - coalesce((select sum(f.bonus_fen) from refund f where f.payment_no = p.payment_no), 0)) as fen
      from payment p where p.promotion_id is not null and not exists (select 1 from payment_reversal r where r.payment_no = p.payment_no) group by p.promotion_id)
    select r.promotion_id as promotionId, r.name, r.from_on as "from", r.to_on as "to", r.months, r.bonus_days as bonusDays, coalesce(given.payments, 0) as payments, coalesce(given.fen, 0) as givenFen, r.user_name as "by"
    from promotion r left join given using (promotion_id) order by r.from_on desc`);
}

export function findPromotionIn(db: Db, { from, to }: { from: string; to: string }): Promise<{ name: string; from: string; to: string } | undefined> {
  return row(db, 'select name, from_on as "from", to_on as "to" from promotion where from_on < ? and to_on > ? order by from_on limit 1', [to, from]);
}

export async function insertPromotion(db: Db, { name, from, to, months, bonusDays, userId, userName, at }: Author & { name: string; from: string; to: string; months: number; bonusDays: number }): Promise<number> {
  const made = await row<{ promotionId: number }>(db, 'insert into promotion (name, from_on, to_on, months, bonus_days, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?) returning promotion_id as promotionId', [name, from, to, months, bonusDays, userId, userName, at]);
  return made?.promotionId ?? 0;
}

export type ReductionSum = { kind: 'vacancy' | 'waiver' | 'promotion'; itemName: string; by: string; count: number; amountFen: number };

/**
 * What was given away from day to day, both included, by kind, item and who approved it (a promotion: who set it).
 * Taken from the documents: what a cancelled bill, an undone payment or a refund took back is subtracted on its own day.
 */
export function listReductions(db: Db, from: string, to: string): Promise<ReductionSum[]> {
  const approver = `case r.kind when 'vacancy' then coalesce((select v.decided_name from vacancy v where v.vacancy_id = r.source_id), r.user_name) else r.user_name end`;
  return rows(db, `with given as (
      select r.kind, b.fee_item_id, ${approver} as approver, r.on_date, 1 as count, r.amount_fen from reduction r join bill b using (bill_id)
      union all select r.kind, b.fee_item_id, ${approver}, c.on_date, -1, -r.amount_fen from reduction r join bill b using (bill_id) join bill_cancel c using (bill_id)
      union all select 'promotion', 1, m.user_name, p.received_on, 1, p.bonus_fen from payment p join promotion m using (promotion_id) where p.bonus_fen > 0
      union all select 'promotion', 1, m.user_name, v.on_date, -1, -p.bonus_fen from payment_reversal v join payment p using (payment_no) join promotion m using (promotion_id) where p.bonus_fen > 0
      union all select 'promotion', 1, coalesce((select m.user_name from payment p join promotion m using (promotion_id) where p.home_id = f.home_id and p.bonus_fen > 0 and (f.payment_no is null or f.payment_no = p.payment_no) order by p.payment_no desc limit 1), ''), f.on_date, 0, -f.bonus_fen from refund f where f.bonus_fen > 0)
    select g.kind, i.name as itemName, g.approver as "by", sum(g.count) as count, sum(g.amount_fen) as amountFen from given g join fee_item i using (fee_item_id)
    where g.on_date >= ? and g.on_date <= ? group by g.kind, i.fee_item_id, i.name, g.approver having sum(g.count) <> 0 or sum(g.amount_fen) <> 0 order by g.kind desc, i.fee_item_id, g.approver`, [from, to]);
}
