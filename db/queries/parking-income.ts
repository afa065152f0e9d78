import { bucketIndex } from './ageing.ts';
import { openAsOf } from './open-bills.ts';
import type { LeaseKind, SpaceTitle } from '../../shared/contract/parking.ts';
import { row, rows, tuples, type Db } from '../sql.ts';

/** Residents at the market price, daytime, other, and the subsidy: each entry of parking in the common income is on one of these. */
export const PARKING_ACCOUNTS = { resident: '2241.03.01', daytime: '2241.03.02', other: '2241.03.03', subsidy: '2241.03.09' } as const;
const OF_PARKING = `account in (${Object.values(PARKING_ACCOUNTS).map((account) => `'${account}'`).join(', ')}) and fund = 'common'`;

/** Days `[from, to)`. */
export type DayRange = { from: string; to: string };

/** What each month's entries changed on each account of parking, credit positive; index: posting_account. */
export function sumByMonth(db: Db, { from, to }: DayRange): Promise<{ month: string; account: string; fen: number }[]> {
  return rows(db, `select substr(on_date, 1, 7) as month, account, -sum(amount_fen) as fen from posting where ${OF_PARKING} and on_date >= ? and on_date < ? group by 1, 2`, [from, to]);
}

export type IncomeEntry = { entryId: number; on: string; memo: string; account: string; amountFen: number };

/** The entries behind that, an account of an entry in one line, in the order that they were posted; index: posting_account. */
export function listIncomeEntries(db: Db, { from, to }: DayRange): Promise<IncomeEntry[]> {
  return rows(db, `select s.entry_id as entryId, e.on_date as "on", e.memo, s.account, s.fen as amountFen
    from (select entry_id, account, -sum(amount_fen) as fen from posting where ${OF_PARKING} and on_date >= ? and on_date < ? group by 1, 2) s join entry e using (entry_id)
    order by e.on_date, s.entry_id, s.account`, [from, to]);
}

/** Spaces and the months in which leases hold them on at least a day, by space; one pass over the spans. */
export function listMonthsLet(db: Db): Promise<(readonly [spaceId: number, from: string, to: string | null])[]> {
  return tuples(db, ['n.space_id', 'n.from_on', 'n.to_on'], `from lease_span n join lease l using (lease_id) where l.state <> 'draft' and (n.to_on is null or n.to_on > n.from_on) order by n.space_id, n.from_on`);
}

/** `charged`: parts of charges with the sign and month of the entry that billed them or took them back, within days bound twice. */
const CHARGED = `charged as (select p.*, c.lease_id, b.fee_item_id, 1 as sign, e.on_date from entry e join bill b on b.entry_id = e.entry_id join parking_charge c on c.bill_id = b.bill_id join parking_charge_part p on p.bill_id = c.bill_id
    where e.on_date >= ? and e.on_date < ? and e.kind = 'bill'
  union all select p.*, c.lease_id, b.fee_item_id, -1, x.on_date from bill_cancel x join bill b on b.bill_id = x.bill_id join parking_charge c on c.bill_id = x.bill_id join parking_charge_part p on p.bill_id = c.bill_id
    where x.on_date >= ? and x.on_date < ?)`;

export type ChargedStretch = { /** Of the entry. */ month: string; from: string; to: string; /** Charged as a whole month. */ whole: 0 | 1; count: number };

/**
 * Days that residents were charged for on common spaces, by month of the entry, less those taken back; stretches alike
 * are counted. A stretch that costs a full month's price counts as a month, however many days it has.
 * Indexes: entry_on_date, bill_entry.
 */
export function listChargedStretches(db: Db, { from, to }: DayRange): Promise<ChargedStretch[]> {
  return rows(db, `with ${CHARGED} select substr(on_date, 1, 7) as month, from_on as "from", to_on as "to",
      amount_fen = monthly_fen and (market_fen is null or amount_fen + subsidy_fen = max(market_fen, monthly_fen)) as whole, sum(sign) as count
    from charged where fee_item_id = (select fee_item_id from fee_item where code = 'parking-resident') group by 1, 2, 3, 4 having sum(sign) <> 0`, [from, to, from, to]);
}

export type SpaceYield = { space: string; zone: string; title: SpaceTitle; residentPaidFen: number; subsidyFen: number; daytimeFen: number };

/** What was charged for each space by entries of some days, less what was taken back; spaces that were neither let nor charged are left out by the caller. */
export function listSpaceYields(db: Db, { from, to }: DayRange, zone: string | undefined): Promise<(SpaceYield & { spaceId: number })[]> {
  return rows(db, `with ${CHARGED}, summed as (select space_id, sum(case when l.kind = 'resident' then sign * amount_fen else 0 end) as resident_fen, sum(sign * subsidy_fen) as subsidy_fen,
      sum(case when l.kind = 'daytime' then sign * amount_fen else 0 end) as daytime_fen from charged join lease l using (lease_id) group by space_id)
    select s.space_id as spaceId, s.code as space, s.zone, s.title, coalesce(y.resident_fen, 0) as residentPaidFen, coalesce(y.subsidy_fen, 0) as subsidyFen, coalesce(y.daytime_fen, 0) as daytimeFen
    from parking_space s left join summed y using (space_id) ${zone === undefined ? '' : 'where s.zone = ?'} order by s.sort_key`, [from, to, from, to, ...(zone === undefined ? [] : [zone])]);
}

/** Spaces and leases of common spaces on a day, and what the daytime ones bring in a month; one pass over the spans. */
export async function readBasis(db: Db, on: string): Promise<{ commonSpaces: number; residentLeases: number; daytimeSpaces: number; daytimeMonthFen: number }> {
  const spaces = await row<{ count: number }>(db, `select count(*) as count from parking_space where title = 'common'`);
  const held = await row<{ residentLeases: number; daytimeSpaces: number; daytimeMonthFen: number | null }>(db, `select count(distinct case when l.kind = 'resident' then l.lease_id end) as residentLeases,
      count(distinct case when l.kind = 'daytime' then n.space_id end) as daytimeSpaces, sum(case when l.kind = 'daytime' then n.monthly_fen end) as daytimeMonthFen
    from lease_span n join lease l using (lease_id) join parking_space s using (space_id) where s.title = 'common' and l.state <> 'draft' and n.from_on <= ? and (n.to_on is null or n.to_on > ?)`, [on, on]);
  return { commonSpaces: spaces?.count ?? 0, residentLeases: held?.residentLeases ?? 0, daytimeSpaces: held?.daytimeSpaces ?? 0, daytimeMonthFen: held?.daytimeMonthFen ?? 0 };
}

export type ExpiringLease = { leaseId: number; leaseNo: string; kind: LeaseKind; homeId: number; label: string; space: string; to: string; monthlyFen: number };

/** Leases whose last stretch ends after a day and on or before another, in the order of their ends; index: lease_span_ends. */
export function listExpiring(db: Db, after: string, until: string): Promise<ExpiringLease[]> {
  return rows(db, `select l.lease_id as leaseId, l.lease_no as leaseNo, l.kind, l.home_id as homeId, h.label, s.code as space, n.to_on as "to", n.monthly_fen as monthlyFen
    from lease_span n join lease l using (lease_id) join home h using (home_id) join parking_space s using (space_id)
    where n.to_on > ? and n.to_on <= ? and n.to_on > n.from_on and l.state <> 'draft'
      and not exists (select 1 from lease_span m where m.lease_id = n.lease_id and (m.to_on is null or (m.to_on > n.to_on and m.to_on > m.from_on)))
    order by n.to_on, s.sort_key`, [after, until]);
}

export type OwedKind = LeaseKind | 'other';

/** What parking owes on a day by payer, kind and place of the bucket, as the ageing of all bills counts it; the oldest debts first. */
export async function listParkingOwed(db: Db, on: string, large: boolean): Promise<{ homeId: number; label: string; kind: OwedKind; bucket: number; fen: number; oldestDueOn: string }[]> {
  const [open, bucket] = [await openAsOf(db, on, large), bucketIndex('o.due_on', on)];
  return rows(db, `with ${open.sql}, parking as (${OPEN_PARKING}), owed as (select home_id, kind, ${bucket.sql} as bucket, sum(fen) as fen, min(due_on) as due_on from parking o group by 1, 2, 3)
    select o.home_id as homeId, h.label, o.kind, o.bucket, o.fen, o.due_on as oldestDueOn from owed o join home h using (home_id) order by o.due_on, h.sort_key, o.kind`, [...open.bindings, ...bucket.bindings]);
}

/** Agency charges are of the kind of their lease. */
const OPEN_PARKING = `select o.bill_id, o.home_id, o.due_on, o.fen, case i.code when 'parking-resident' then 'resident' when 'parking-daytime' then 'daytime' when 'parking-other' then 'other'
    else coalesce((select l.kind from parking_charge c join lease l using (lease_id) where c.bill_id = o.bill_id), 'other') end as kind
  from open o join fee_item i using (fee_item_id) where i.code in ('parking-resident', 'parking-daytime', 'parking-other', 'parking-agency')`;
