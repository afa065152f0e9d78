import type { Fund } from '../../shared/contract/ledger.ts';
import type { HeldChange } from '../../shared/domain/promotion.ts';
import { row, rows, tuples, type Db } from '../sql.ts';

/** What a home holds in each fund, where it is not zero, `property` first; index: posting_home. */
export async function listHeld(db: Db, homeId: number): Promise<Map<Fund, number>> {
  // Grouping in SQL would go by the index that is in order of funds, and look through all that was ever held.
  const found = await rows<{ fund: Fund; fen: number }>(db, `select fund, -amount_fen as fen from posting where home_id = ? and account = '2203'`, [homeId]);
  const sums = new Map<Fund, number>();
  for (const { fund, fen } of found) sums.set(fund, (sums.get(fund) ?? 0) + fen);
  return new Map([...sums].filter(([, fen]) => fen !== 0).sort(([one], [other]) => Number(other === 'property') - Number(one === 'property') || one.localeCompare(other)));
}

// The fund stands outside the condition, which would else look through all that was ever held in it.
const OF_PROPERTY = `sum(case when p.fund = 'property' then p.amount_fen else 0 end)`;

/**
 * Every change of what homes hold in the fund `property`, in order, for those of them that ever got a bonus; the
 * others are left out. Indexes: payment_home, posting_home.
 */
export async function listHeldChanges(db: Db, homeIds: readonly number[]): Promise<Map<number, HeldChange[]>> {
  const list = await tuples<readonly [number, number, number, number]>(db, ['homeId', 'amountFen', 'bonusFen', 'returnedFen'], `from (
    select p.home_id as homeId, p.entry_id, -${OF_PROPERTY} as amountFen, case when e.kind = 'prepayment-return' then -${OF_PROPERTY} else 0 end as returnedFen,
      coalesce((select y.bonus_fen from payment y where y.entry_id = p.entry_id), (select -y.bonus_fen from payment_reversal r join payment y using (payment_no) where r.entry_id = p.entry_id), (select -f.bonus_fen from refund f where f.entry_id = p.entry_id), 0) as bonusFen
    from posting p join entry e using (entry_id) where p.home_id in (select home_id from payment where home_id in (select value from json_each(?)) and bonus_fen > 0) and p.account = '2203'
    group by p.home_id, p.entry_id order by p.home_id, p.entry_id)`, [JSON.stringify(homeIds)]);
  const changes = new Map<number, HeldChange[]>();
  for (const [homeId, amountFen, bonusFen, returnedFen] of list) {
    const own = changes.get(homeId);
    if (own) own.push({ amountFen, bonusFen, returnedFen });
    else changes.set(homeId, [{ amountFen, bonusFen, returnedFen }]);
  }
  return changes;
}

export type PrepaidHome = { homeId: number; label: string; ownerName: string; areaDm2: number; rateE4: number | null; prepaidFen: number; lastReceivedOn: string | null; sortKey: string };

/** One pass over account 2203 (posting_account); the rest by key. */
const HELD = `held as (select home_id, -sum(amount_fen) as fen from posting where account = '2203' and home_id is not null group by home_id having sum(amount_fen) < 0)`;
const AMONG = '(? is null or h.home_id in (select value from json_each(?)))';

/** A page of the homes (all, or the given ones) that hold prepayment, in address order; keyset by `sort_key`. */
export function listPrepaidHomes(db: Db, homeIds: readonly number[] | undefined, on: string, page: { after: string; limit: number }): Promise<PrepaidHome[]> {
  const among = homeIds ? JSON.stringify(homeIds) : null;
  return rows(db, `with ${HELD} select h.home_id as homeId, h.label, h.area_dm2 as areaDm2, held.fen as prepaidFen, h.sort_key as sortKey,
    coalesce((select group_concat(p.name, '、') from occupancy o join person p using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '') as ownerName,
    (select rate_e4 from fee_rate r where r.fee_item_id = 1 and r.home_id = h.home_id and r.from_on <= ? order by r.from_on desc limit 1) as rateE4,
    (select max(y.received_on) from payment y left join payment_reversal x using (payment_no) where y.home_id = h.home_id and y.prepaid_fen > 0 and x.payment_no is null) as lastReceivedOn
    from held join home h using (home_id) where h.sort_key > ? and ${AMONG} order by h.sort_key limit ?`, [on, page.after, among, among, page.limit]);
}

/** What all these homes hold together. */
export async function sumPrepaid(db: Db, homeIds: readonly number[] | undefined): Promise<number> {
  const among = homeIds ? JSON.stringify(homeIds) : null;
  return (await row<{ fen: number | null }>(db, `with ${HELD} select sum(held.fen) as fen from held join home h using (home_id) where ${AMONG}`, [among, among]))?.fen ?? 0;
}

export type PrepaidMovement = { on: string; kind: string; memo: string; fund: Fund; amountFen: number; entryId: number };

/** Every movement of what a home holds, in entry order; a bonus is one of its own, of kind `bonus`. Index: posting_home. */
export function listPrepaidMovements(db: Db, homeId: number): Promise<PrepaidMovement[]> {
  return rows(db, `select p.on_date as "on", case when e.kind = 'payment' and y.bonus_fen > 0 and p.line = (select max(line) from posting l where l.entry_id = p.entry_id and l.account = '2203') then 'bonus' else e.kind end as kind,
    e.memo, p.fund, -p.amount_fen as amountFen, p.entry_id as entryId
    from posting p join entry e using (entry_id) left join payment y on y.entry_id = p.entry_id where p.home_id = ? and p.account = '2203' order by p.entry_id, p.line`, [homeId]);
}
