import type { callOutcomes } from '../../shared/contract/arrears.ts';
import { row, rows, type Db } from '../sql.ts';
import { billCondition, openAsOf, type BillFilter } from './open-bills.ts';

export type CallOutcome = (typeof callOutcomes)[number];
export type NewCall = { homeId: number; on: string; outcome: CallOutcome; promisedOn: string | null; note: string; userId: number; userName: string; at: string };

export async function insertCall(db: Db, { homeId, on, outcome, promisedOn, note, userId, userName, at }: NewCall): Promise<number> {
  const made = await row<{ callId: number }>(db, `insert into dunning_call (home_id, on_date, outcome, promised_on, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?) returning call_id as callId`,
    [homeId, on, outcome, promisedOn, note, userId, userName, at]);
  return made?.callId ?? 0;
}

export type CallFilter = BillFilter & { brokenOnly?: boolean | undefined };
export type HomeToCall = {
  homeId: number; label: string; overdueFen: number; oldestDueOn: string; calls: number; lastCallOn: string | null; outcome: CallOutcome | null; promisedOn: string | null; broken: boolean; note: string; by: string;
};

/** `due`: homes that owe overdue bills on a day, with their last call; a promise is broken the day after its day. */
async function dueHomes(db: Db, on: string, { brokenOnly, ...filter }: CallFilter, large: boolean): Promise<{ sql: string; bindings: (string | number)[] }> {
  const [open, where] = [await openAsOf(db, on, large), billCondition(filter, 'o')];
  return {
    sql: `${open.sql}, overdue as (select home_id, sum(fen) as fen, min(due_on) as oldest from open o where o.due_on < ? and ${where.sql} group by home_id having sum(fen) > 0),
      last as (select home_id, max(call_id) as call_id, count(*) as calls from dunning_call group by home_id),
      due as (select d.home_id, d.fen, d.oldest, coalesce(l.calls, 0) as calls, c.on_date, c.outcome, c.promised_on, c.note, c.user_name, coalesce(c.promised_on < ?, 0) as broken from overdue d left join last l using (home_id) left join dunning_call c on c.call_id = l.call_id
        ${brokenOnly ? 'where c.promised_on < ?' : ''})`,
    bindings: [...open.bindings, on, ...where.bindings, on, ...(brokenOnly ? [on] : [])],
  };
}

/** A page of homes to call: broken promises first, then by what is overdue. `skip` of them were shown before. */
export async function listHomesToCall(db: Db, on: string, filter: CallFilter, page: { skip: number; limit: number }, large: boolean): Promise<HomeToCall[]> {
  const due = await dueHomes(db, on, filter, large);
  const found = await rows<Omit<HomeToCall, 'broken'> & { broken: number }>(db, `with ${due.sql} select h.home_id as homeId, h.label, d.fen as overdueFen, d.oldest as oldestDueOn, d.calls, d.on_date as lastCallOn, d.outcome, d.promised_on as promisedOn, d.broken, coalesce(d.note, '') as note, coalesce(d.user_name, '') as by
    from due d join home h on h.home_id = d.home_id order by d.broken desc, d.fen desc, h.sort_key limit ? offset ?`, [...due.bindings, page.limit, page.skip]);
  return found.map((home) => ({ ...home, broken: home.broken === 1 }));
}

export async function sumHomesToCall(db: Db, on: string, filter: CallFilter, large: boolean): Promise<{ total: number; overdueFen: number; brokenHomes: number }> {
  const due = await dueHomes(db, on, filter, large);
  const found = await row<{ total: number; overdueFen: number | null; brokenHomes: number | null }>(db, `with ${due.sql} select count(*) as total, sum(fen) as overdueFen, sum(broken) as brokenHomes from due`, due.bindings);
  return { total: found?.total ?? 0, overdueFen: found?.overdueFen ?? 0, brokenHomes: found?.brokenHomes ?? 0 };
}

export type CallRow = { callId: number; on: string; outcome: CallOutcome; promisedOn: string | null; note: string; by: string };

/** The calls of a home, newest first; index: dunning_call_home. */
export function listCallsOfHome(db: Db, homeId: number): Promise<CallRow[]> {
  return rows(db, `select call_id as callId, on_date as "on", outcome, promised_on as promisedOn, note, user_name as by from dunning_call where home_id = ? order by call_id desc`, [homeId]);
}
