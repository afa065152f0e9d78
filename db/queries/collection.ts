import type { CollectionFigures, CollectionPart } from '../../shared/domain/collection.ts';
import { row, rows, type Db } from '../sql.ts';
import { OPENING_ARREARS } from './bills.ts';
import { billCondition, LATE_FEES, RATED, type BillFilter } from './open-bills.ts';

/** Which of the two ways: what documents say (bills, receipts, undone receipts, refunds, uses of prepayment …), or postings by the kind of their entry. */
export type Side = 'document' | 'ledger';
export type Months = { from: string; to: string };
/** By what the figures are grouped: nothing, buildings, items, or single months. */
export type Grouping = 'all' | 'building' | 'item' | 'month';
/** The key of a span of months among others. */
export const spanKey = ({ from, to }: Months): string => `${from}/${to}`;
export type GroupFigures = CollectionFigures & { key: string };

/** Sums by item, bill month, building and month of the happening: from the rows (view), or as they were kept. Many periods are compared with each of them: buildings are put together first where none is asked for. */
function movesOf(side: Side, large: boolean, by: Grouping | 'span'): string {
  const figures = ['billed_fen', 'cancelled_fen', 'reduced_fen', 'collected_fen'];
  if (large && by !== 'building' && by !== 'item') return `move as materialized (select fee_item_id, month, on_month, ${figures.map((figure) => `sum(${figure}) as ${figure}`).join(', ')} from ${side}_tally group by 1, 2, 3)`;
  return large
    ? `move as (select * from ${side}_tally)`
    : `move as materialized (select fee_item_id, month, building, on_month, ${figures.map((figure) => `sum(${figure}) as ${figure}`).join(', ')} from ${side}_move group by 1, 2, 3, 4)`;
}

const KEYS: Record<Grouping | 'span', string> = { span: `p.from_month || '/' || p.to_month`, all: `''`, building: 'm.building', item: 'm.fee_item_id', month: 'p.from_month' };
const IN_PERIOD = `m.month between p.from_month and p.to_month and m.fee_item_id ${RATED}`;
/** Bills of earlier months; opening arrears are older than any period. */
const OLDER = `m.fee_item_id <> ${LATE_FEES} and (m.month < p.from_month or m.fee_item_id = ${OPENING_ARREARS})`;
const sumWhen = (condition: string, value: string): string => `coalesce(sum(case when ${condition} then ${value} end), 0)`;

type Sums = { key: string; billedFen: number; cancelledFen: number; collectedFen: number; openingFen: number; arrearsFen: number };

/**
 * What was billed and collected, by one side alone. Debt at the start is what older bills were billed, whenever within
 * the period or before that was entered, less what was taken off them before the period.
 */
async function sumMoves(db: Db, side: Side, periods: readonly Months[], by: Grouping | 'span', large: boolean): Promise<Sums[]> {
  return rows(db, `with ${movesOf(side, large, by)}, period as (select json_extract(value, '$[0]') as from_month, json_extract(value, '$[1]') as to_month from json_each(?))
    select cast(${KEYS[by]} as text) as key, ${sumWhen(IN_PERIOD, 'm.billed_fen')} as billedFen, ${sumWhen(IN_PERIOD, 'm.cancelled_fen')} as cancelledFen, ${sumWhen(IN_PERIOD, 'm.collected_fen')} as collectedFen,
      ${sumWhen(`${OLDER} and m.on_month <= p.to_month`, 'm.billed_fen')} - ${sumWhen(`${OLDER} and m.on_month < p.from_month`, 'm.cancelled_fen + m.reduced_fen + m.collected_fen')} as openingFen,
      ${sumWhen(`${OLDER} and m.on_month between p.from_month and p.to_month`, 'm.collected_fen')} as arrearsFen
    from period p cross join move m group by ${KEYS[by]} order by 1`, [JSON.stringify(periods.map(({ from, to }) => [from, to]))]);
}

/** `period_bill`: the bills of a period with what each owes and whether it was cancelled, by one side alone. */
function periodBills(side: Side, large: boolean): string {
  if (!large) {
    return `period_bill as (select bill_id, home_id, fee_item_id, month, building, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) as fen, sum(cancelled_fen) as cancelled
      from ${side}_move m where m.month between ? and ? and m.fee_item_id ${RATED} group by bill_id)`;
  }
  // Few entries cancel: their own postings are looked up (a cross join keeps SQLite to that order), not all of the account.
  const cancelled = side === 'document' ? 'select bill_id from bill_cancel' : `select p.bill_id from entry e cross join posting p where e.kind = 'cancel' and p.entry_id = e.entry_id and p.account = '1122' and p.bill_id is not null`;
  return `gone as materialized (${cancelled}), period_bill as (select m.bill_id, m.home_id, m.fee_item_id, m.month, h.building, coalesce(o.${side}_fen, 0) as fen, m.bill_id in (select bill_id from gone) as cancelled
    from bill m join home h using (home_id) left join open_bill o on o.bill_id = m.bill_id where m.month between ? and ? and m.fee_item_id ${RATED})`;
}

const HOUSEHOLD_KEYS: Record<Grouping, string> = { all: `''`, building: 'building', item: 'fee_item_id', month: 'month' };

/** Homes with a bill of the period that was not cancelled, and those of them that owe nothing on any of these. */
function countHouseholds(db: Db, side: Side, { from, to }: Months, by: Grouping, large: boolean): Promise<{ key: string; billed: number; paid: number }[]> {
  const key = HOUSEHOLD_KEYS[by];
  return rows(db, `with ${periodBills(side, large)}, household as (select ${key} as key, home_id, max(fen <> 0) as owes from period_bill where cancelled = 0 group by 1, 2)
    select cast(key as text) as key, count(*) as billed, count(*) - sum(owes) as paid from household group by 1 order by 1`, [from, to]);
}

/** The figures of a period (or, grouped by month, of each of its months) by one side alone. */
export async function readCollection(db: Db, side: Side, { from, to }: Months, by: Grouping, periods: readonly Months[], large: boolean): Promise<GroupFigures[]> {
  const sums = await sumMoves(db, side, periods, by, large);
  return withHouseholds(sums, await countHouseholds(db, side, { from, to }, by, large));
}

/** Single months that follow one another and other spans, by `spanKey`: one pass over the kept sums for all of them. */
export async function readSpans(db: Db, side: Side, months: readonly string[], spans: readonly Months[]): Promise<GroupFigures[]> {
  const periods = new Map([...months.map((month) => ({ from: month, to: month })), ...spans].map((span) => [spanKey(span), span]));
  const sums = await sumMoves(db, side, [...periods.values()], 'span', true);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const households = (await countHouseholds(db, side, { from: first, to: last }, 'month', true)).map(({ key, ...counts }) => ({ key: spanKey({ from: key, to: key }), ...counts }));
  for (const span of spans) if (span.from !== span.to || span.from < first) households.push(...(await countHouseholds(db, side, span, 'all', true)).map((counts) => ({ ...counts, key: spanKey(span) })));
  return withHouseholds(sums, households);
}

function withHouseholds(sums: readonly Sums[], list: readonly { key: string; billed: number; paid: number }[]): GroupFigures[] {
  const households = new Map(list.map(({ key, billed, paid }) => [key, { billed, paid }]));
  return sums.map(({ key, billedFen, cancelledFen, collectedFen, openingFen, arrearsFen }) => ({
    key, current: { billedFen, cancelledFen, collectedFen }, arrears: { openingFen, collectedFen: arrearsFen }, households: households.get(key) ?? { billed: 0, paid: 0 },
  }));
}

export type PartHome = { homeId: number; label: string; sortKey: string; ownerName: string; bills: number; amountFen: number };

const PERIOD = `m.month between ? and ? and m.fee_item_id ${RATED}`;
const OLD_BILL = `m.fee_item_id <> ${LATE_FEES} and (m.month < ? or m.fee_item_id = ${OPENING_ARREARS})`;

/** `part (home_id, bill_id, fen)`: the bills behind a number of the report, from the postings' side. */
function partOf(part: CollectionPart, { from, to }: Months): { sql: string; bindings: string[] } {
  const moves = (value: string, where: string, bindings: string[]) => ({ sql: `select * from (select home_id, bill_id, fee_item_id, sum(${value}) as fen from ledger_move m where ${where} group by bill_id) where fen <> 0`, bindings });
  switch (part) {
    case 'billed': return moves('billed_fen', PERIOD, [from, to]);
    case 'cancelled': return moves('cancelled_fen', PERIOD, [from, to]);
    case 'collected': return moves('collected_fen', PERIOD, [from, to]);
    case 'opening': return moves('billed_fen - case when on_month < ? then cancelled_fen + reduced_fen + collected_fen else 0 end', `${OLD_BILL} and on_month <= ?`, [from, from, to]);
    case 'arrearsCollected': return moves('collected_fen', `${OLD_BILL} and on_month between ? and ?`, [from, from, to]);
    case 'householdsBilled': case 'householdsPaid': case 'householdsOwing':
      return { sql: `select home_id, bill_id, fee_item_id, sum(billed_fen - cancelled_fen - reduced_fen - collected_fen) as fen from ledger_move m where ${PERIOD} group by bill_id having sum(cancelled_fen) = 0`, bindings: [from, to] };
  }
}

const HOUSEHOLD_HAVING: Partial<Record<CollectionPart, string>> = { householdsPaid: 'having max(fen <> 0) = 0', householdsOwing: 'having max(fen <> 0) = 1' };

function partHomes(part: CollectionPart, months: Months, filter: BillFilter): { sql: string; bindings: (string | number)[] } {
  const [chosen, where] = [partOf(part, months), billCondition(filter, 'm')];
  return { sql: `part_home as (select home_id, count(*) as bills, sum(fen) as fen from (${chosen.sql}) m where ${where.sql} group by home_id ${HOUSEHOLD_HAVING[part] ?? ''})`, bindings: [...chosen.bindings, ...where.bindings] };
}

/** Buildings in address order. */
export async function listBuildings(db: Db): Promise<string[]> {
  return (await rows<{ building: string }>(db, 'select building from home group by building order by min(sort_key)')).map(({ building }) => building);
}

/** A page of the homes behind a number, in address order; keyset by `sort_key`. One pass over the postings of these bills. */
export function listPartHomes(db: Db, part: CollectionPart, months: Months, filter: BillFilter, page: { after: string; limit: number }): Promise<PartHome[]> {
  const { sql, bindings } = partHomes(part, months, filter);
  return rows(db, `with ${sql} select h.home_id as homeId, h.label, h.sort_key as sortKey, p.bills, p.fen as amountFen,
    coalesce((select group_concat(n.name, '、') from occupancy o join person n using (person_id) where o.home_id = h.home_id and o.role = 'owner' and o.to_on is null), '') as ownerName
    from part_home p join home h using (home_id) where h.sort_key > ? order by h.sort_key limit ?`, [...bindings, page.after, page.limit]);
}

/** How many homes stand behind a number, and their sum. */
export async function sumPartHomes(db: Db, part: CollectionPart, months: Months, filter: BillFilter): Promise<{ homes: number; totalFen: number }> {
  const { sql, bindings } = partHomes(part, months, filter);
  const found = await row<{ homes: number; totalFen: number | null }>(db, `with ${sql} select count(*) as homes, sum(fen) as totalFen from part_home`, bindings);
  return { homes: found?.homes ?? 0, totalFen: found?.totalFen ?? 0 };
}

