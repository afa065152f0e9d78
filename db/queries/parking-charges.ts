import type { LeaseKind, SpaceTitle } from '../../shared/contract/parking.ts';
import type { ChargePart, Days, SpaceDays } from '../../shared/domain/lease-charge.ts';
import type { Span } from '../../shared/domain/week-windows.ts';
import { jsonTable, row, rows, run, tuples, type Db } from '../sql.ts';

/** The fee items of parking: by whom, and whether it is common income. */
export type ParkingItem = 'parking-resident' | 'parking-daytime' | 'parking-other' | 'parking-agency';
/** A signed lease's stretch on a space, for charging. */
export type LeaseSpanFacts = {
  leaseId: number; leaseNo: string; kind: LeaseKind; homeId: number; label: string; proration: 'days' | 'whole'; cycle: 'month' | 'quarter' | 'year';
  spaceId: number; space: string; title: SpaceTitle; from: string; to: string | null; monthlyFen: number;
};
type SpanTuple = readonly [number, string, LeaseKind, number, string, 'days' | 'whole', 'month' | 'quarter' | 'year', number, string, SpaceTitle, string, string | null, number];
const SPAN_COLUMNS = ['l.lease_id', 'l.lease_no', 'l.kind', 'l.home_id', 'h.label', 'l.proration', 'l.cycle', 's.space_id', 's.code', 's.title', 'n.from_on', 'n.to_on', 'n.monthly_fen'];
const SPAN_FROM = `from lease_span n join lease l on l.lease_id = n.lease_id join home h on h.home_id = l.home_id join parking_space s on s.space_id = n.space_id`;

const LIVING = 'not exists (select 1 from bill_cancel x where x.bill_id = c.bill_id)';

const factsOf = ([leaseId, leaseNo, kind, homeId, label, proration, cycle, spaceId, space, title, from, to, monthlyFen]: SpanTuple): LeaseSpanFacts =>
  ({ leaseId, leaseNo, kind, homeId, label, proration, cycle, spaceId, space, title, from, to, monthlyFen });

/** Stretches of signed leases that meet `[from, to)`, by lease and day: one pass over the spans. */
export async function listSpansToCharge(db: Db, { from, to }: Days): Promise<LeaseSpanFacts[]> {
  return (await tuples<SpanTuple>(db, SPAN_COLUMNS, `${SPAN_FROM} where l.state <> 'draft' and n.from_on < ? and (n.to_on is null or (n.to_on > ? and n.from_on < n.to_on)) order by n.lease_id, n.from_on`, [to, from])).map(factsOf);
}

/** All stretches of one lease; index: lease_span_lease. */
export async function listSpansToChargeOf(db: Db, leaseId: number): Promise<LeaseSpanFacts[]> {
  return (await tuples<SpanTuple>(db, SPAN_COLUMNS, `${SPAN_FROM} where n.lease_id = ? and (n.to_on is null or n.from_on < n.to_on) order by n.from_on`, [leaseId])).map(factsOf);
}

/** Stretches that meet `[from, to)` of the whole-month leases that left a space inside a month of it; index: lease_span_ends. */
export async function listSpansOfLeavers(db: Db, { from, to }: Days): Promise<LeaseSpanFacts[]> {
  return (await tuples<SpanTuple>(db, SPAN_COLUMNS, `${SPAN_FROM} where n.lease_id in (select e.lease_id from lease_span e where e.to_on > ? and e.to_on < ? and e.from_on < e.to_on and substr(e.to_on, 9) <> '01')
    and l.proration = 'whole' and l.state <> 'draft' and n.from_on < ? and (n.to_on is null or (n.to_on > ? and n.from_on < n.to_on)) order by n.lease_id, n.from_on`, [from, to, to, from])).map(factsOf);
}

/** Days that a standing charge has on a space, with the month of its bill. */
export type ChargedDays = SpaceDays & { leaseId: number; month: string };
type ChargedTuple = readonly [number, number, string, string, string];
const CHARGED_COLUMNS = ['c.lease_id', 'p.space_id', 'p.from_on', 'p.to_on', 'b.month'];
const CHARGED_FROM = 'from parking_charge c join parking_charge_part p on p.bill_id = c.bill_id join bill b on b.bill_id = c.bill_id';
const chargedOf = ([leaseId, spaceId, from, to, month]: ChargedTuple): ChargedDays => ({ leaseId, spaceId, from, to, month });

/** Days that living charges of all leases have from a day on, by lease and day: one pass over the charges. */
export async function listChargedDays(db: Db, from: string): Promise<ChargedDays[]> {
  return (await tuples<ChargedTuple>(db, CHARGED_COLUMNS, `${CHARGED_FROM} where c.to_on > ? and p.to_on > ? and ${LIVING} order by c.lease_id, p.from_on`, [from, from])).map(chargedOf);
}

/** The same of the other leases that ever held one of some spaces; indexes: lease_span_space, parking_charge_lease. */
export async function listChargedOnSpaces(db: Db, spaceIds: readonly number[], from: string, exceptLease: number): Promise<ChargedDays[]> {
  return (await tuples<ChargedTuple>(db, CHARGED_COLUMNS, `${CHARGED_FROM} where c.lease_id in (select n.lease_id from lease_span n where n.space_id in (select value from json_each(?)) and n.lease_id <> ?)
    and p.space_id in (select value from json_each(?)) and c.to_on > ? and p.to_on > ? and ${LIVING} order by c.lease_id, p.from_on`, [JSON.stringify(spaceIds), exceptLease, JSON.stringify(spaceIds), from, from])).map(chargedOf);
}

/** Where the living charges of one lease end at most; null before the first; index: parking_charge_lease. */
export async function chargedTo(db: Db, leaseId: number): Promise<string | null> {
  return (await row<{ to: string | null }>(db, `select max(c.to_on) as "to" from parking_charge c where c.lease_id = ? and ${LIVING}`, [leaseId]))?.to ?? null;
}

/** Leases with a charge beyond a day that was cancelled: what is charged for them again is today's. */
export async function listChargedAgain(db: Db, from: string): Promise<Set<number>> {
  const found = await rows<{ leaseId: number }>(db, 'select distinct c.lease_id as leaseId from bill_cancel x join parking_charge c using (bill_id) where c.to_on > ?', [from]);
  return new Set(found.map(({ leaseId }) => leaseId));
}

/** What leases hold of a week, by lease; primary key. */
export async function listWindowsOf(db: Db, leaseIds: readonly number[]): Promise<Map<number, Span[]>> {
  const byLease = new Map<number, Span[]>();
  if (leaseIds.length === 0) return byLease;
  const found = await tuples<readonly [number, number, number]>(db, ['lease_id', 'from_minute', 'to_minute'], 'from lease_window where lease_id in (select value from json_each(?)) order by lease_id, from_minute', [JSON.stringify(leaseIds)]);
  for (const [leaseId, from, to] of found) {
    const list = byLease.get(leaseId);
    if (list) list.push({ from, to }); else byLease.set(leaseId, [{ from, to }]);
  }
  return byLease;
}

/** The day on which recalled leases end, by lease. */
export async function listRecalls(db: Db, leaseId?: number): Promise<Map<number, string>> {
  const found = await rows<{ leaseId: number; on: string }>(db, `select lease_id as leaseId, on_date as "on" from lease_event where kind = 'recalled' ${leaseId === undefined ? '' : 'and lease_id = ?'}`, leaseId === undefined ? [] : [leaseId]);
  return new Map(found.map(({ leaseId: lease, on }) => [lease, on]));
}

/** Leases that touch a month and hold no day of it: drafts, and those that are suspended. */
export function listIdleLeases(db: Db, { from, to }: Days): Promise<{ leaseId: number; leaseNo: string; space: string; label: string; state: string }[]> {
  return rows(db, `select l.lease_id as leaseId, l.lease_no as leaseNo, coalesce((select s.code from lease_span n join parking_space s using (space_id) where n.lease_id = l.lease_id order by n.span_id desc limit 1), '') as space, h.label, l.state
    from lease l join home h using (home_id) where l.state <> 'ended' and l.from_on < ? and (l.to_on is null or l.to_on > ?)
      and not exists (select 1 from lease_span n where n.lease_id = l.lease_id and n.from_on < ? and (n.to_on is null or (n.to_on > ? and n.from_on < n.to_on))) order by l.lease_id`, [to, from, to, from]);
}

/** The next free version of bills of an item and month, by home; homes without one are not in it. Index: the unique one on month. */
export async function listNextVersions(db: Db, month: string, feeItemId: number): Promise<Map<number, number>> {
  return new Map(await tuples<readonly [number, number]>(db, ['home_id', 'max(version) + 1'], 'from bill where month = ? and fee_item_id = ? group by home_id', [month, feeItemId]));
}

export type NewCharge = { billId: number; leaseId: number; subsidyEntryId: number | null; parts: readonly ChargePart[] };

/** Writes down what bills charge: the days of each, and its parts. */
export async function insertCharges(db: Db, charges: readonly NewCharge[]): Promise<void> {
  if (charges.length === 0) return;
  const heads = charges.map(({ billId, leaseId, subsidyEntryId, parts }) => {
    const subsidyFen = parts.reduce((sum, part) => sum + part.subsidyFen, 0);
    return [billId, leaseId, parts[0]?.from, parts.at(-1)?.to, subsidyFen, subsidyFen === 0 ? null : subsidyEntryId];
  });
  const head = ['bill_id', 'lease_id', 'from_on', 'to_on', 'subsidy_fen', 'subsidy_entry_id'];
  await run(db, `insert into parking_charge (${head.join(', ')}) select * from ${jsonTable(head)}`, [JSON.stringify(heads)]);
  const part = ['bill_id', 'line', 'space_id', 'from_on', 'to_on', 'monthly_fen', 'market_fen', 'amount_fen', 'subsidy_fen'];
  await run(db, `insert into parking_charge_part (${part.join(', ')}) select * from ${jsonTable(part)}`,
    [JSON.stringify(charges.flatMap(({ billId, parts }) => parts.map((one, index) => [billId, index + 1, one.spaceId, one.from, one.to, one.monthlyFen, one.marketFen, one.amountFen, one.subsidyFen])))]);
}

export type ChargeRow = { billId: number; item: ParkingItem; month: string; from: string; to: string; amountFen: number; openFen: number; reducedFen: number; subsidyFen: number; cancelled: boolean; entryId: number; dueOn: string };

/** A lease's charges, cancelled ones too, oldest first; indexes: parking_charge_lease, posting_bill, reduction_bill. */
export async function listChargesOf(db: Db, leaseId: number): Promise<ChargeRow[]> {
  const found = await rows<Omit<ChargeRow, 'cancelled'> & { cancelled: number }>(db, `select c.bill_id as billId, i.code as item, b.month, c.from_on as "from", c.to_on as "to", b.amount_fen as amountFen,
      coalesce((select sum(amount_fen) from posting where bill_id = b.bill_id and account = '1122'), 0) as openFen, coalesce((select sum(amount_fen) from reduction where bill_id = b.bill_id), 0) as reducedFen,
      c.subsidy_fen as subsidyFen, exists (select 1 from bill_cancel x where x.bill_id = c.bill_id) as cancelled, b.entry_id as entryId, b.due_on as dueOn
    from parking_charge c join bill b using (bill_id) join fee_item i using (fee_item_id) where c.lease_id = ? order by c.from_on, c.bill_id`, [leaseId]);
  return found.map(({ cancelled, ...charge }) => ({ ...charge, cancelled: cancelled === 1 }));
}

export type PartRow = ChargePart & { billId: number; space: string };

/** How some charges came about; primary key. */
export function listParts(db: Db, billIds: readonly number[]): Promise<PartRow[]> {
  return rows(db, `select p.bill_id as billId, p.space_id as spaceId, s.code as space, p.from_on as "from", p.to_on as "to", p.monthly_fen as monthlyFen, p.market_fen as marketFen, p.amount_fen as amountFen, p.subsidy_fen as subsidyFen
    from parking_charge_part p join parking_space s using (space_id) where p.bill_id in (select value from json_each(?)) order by p.bill_id, p.line`, [JSON.stringify(billIds)]);
}

/** The subsidy of a charge that was not taken back yet; 0 for other bills. */
export async function subsidyOf(db: Db, billId: number): Promise<number> {
  return (await row<{ fen: number }>(db, 'select subsidy_fen as fen from parking_charge c where bill_id = ? and not exists (select 1 from parking_subsidy_return r where r.bill_id = c.bill_id)', [billId]))?.fen ?? 0;
}

export async function insertSubsidyReturn(db: Db, billId: number, entryId: number): Promise<void> {
  await run(db, 'insert into parking_subsidy_return (bill_id, entry_id) values (?, ?)', [billId, entryId]);
}

/** The codes of all spaces by number: one pass. */
export async function listSpaceCodes(db: Db): Promise<Map<number, string>> {
  return new Map(await tuples<readonly [number, string]>(db, ['space_id', 'code'], 'from parking_space'));
}
