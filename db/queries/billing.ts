import type { HomeForBilling } from '../../shared/domain/fee.ts';
import type { Billed } from '../../shared/domain/fee-plan.ts';
import type { Vacancy } from '../../shared/domain/fee-split.ts';
import { rows, tuples, type Db } from '../sql.ts';
import { AREA_ON, STATUS_ON } from './home-facts.ts';

/** Every home by address, or one, with its area and status on a day. */
export async function listHomesForBilling(db: Db, on: string, homeId?: number): Promise<HomeForBilling[]> {
  const list = await tuples<readonly [number, string, string, string, HomeForBilling['status'], number, string | null, number]>(db,
    ['h.home_id', 'h.label', 'h.building', 'h.home_type', STATUS_ON, AREA_ON, 'h.handover_on', 'coalesce(h.merged_on <= ?, 0)'], `from dwelling h ${homeId === undefined ? '' : 'where h.home_id = ?'} order by h.sort_key`, [on, on, on, ...(homeId === undefined ? [] : [homeId])]);
  return list.map(([homeId, label, building, homeType, status, areaDm2, handoverOn, merged]) => ({ homeId, label, building, homeType, status, areaDm2, handoverOn, merged: merged === 1 }));
}

/** The newest rate of its own that each home has of an item on a day, and since when; by primary key, oldest first. */
export async function listOwnRates(db: Db, feeItemId: number, on: string): Promise<Map<number, { from: string; rateE4: number }>> {
  const list = await tuples<readonly [number, string, number]>(db, ['home_id', 'from_on', 'rate_e4'], 'from fee_rate where fee_item_id = ? and from_on <= ? order by home_id, from_on', [feeItemId, on]);
  return new Map(list.map(([homeId, from, rateE4]) => [homeId, { from, rateE4 }]));
}

/**
 * What each home has been billed of an item in a month, and the living bills of the months around it whose periods
 * reach past a day; index: the unique one on month.
 */
export async function listBilled(db: Db, feeItemId: number, month: string, around: { months: readonly string[]; after: string }): Promise<Map<number, Billed>> {
  const list = await tuples<readonly [number, number, number, number, string, string]>(db,
    ['b.home_id', 'b.month = ?', 'b.version', 'not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id)', 'b.from_on', 'b.to_on'],
    'from bill b where b.month in (select value from json_each(?)) and b.fee_item_id = ? and (b.month = ? or b.to_on > ?)', [month, JSON.stringify(around.months), feeItemId, month, around.after]);
  const billed = new Map<number, { nextVersion: number; issued: boolean; living: { from: string; to: string }[] }>();
  for (const [homeId, isMonth, version, isLiving, from, to] of list) {
    const own = billed.get(homeId) ?? { nextVersion: 0, issued: false, living: [] };
    if (isMonth) own.nextVersion = Math.max(own.nextVersion, version + 1);
    if (isMonth && isLiving) own.issued = true;
    if (isLiving) own.living.push({ from, to });
    billed.set(homeId, own);
  }
  return billed;
}

export type ApprovedVacancy = Vacancy & { homeId: number; reason: string; userId: number | null; userName: string };

/** Approved vacancies that reach into a period, of all homes or one, by day. */
export function listApprovedVacancies(db: Db, period: { from: string; to: string }, homeId?: number): Promise<ApprovedVacancy[]> {
  return rows(db, `select vacancy_id as vacancyId, home_id as homeId, from_on as "from", to_on as "to", off_permille as offPermille, reason, decided_by as userId, coalesce(decided_name, '') as userName
    from vacancy where state = 'approved' and from_on < ? and to_on > ? ${homeId === undefined ? '' : 'and home_id = ?'} order by from_on, vacancy_id`, [period.to, period.from, ...(homeId === undefined ? [] : [homeId])]);
}

/** What living bills of an item and month were based on, by home, in 0.0001 of its unit; index: the unique one on month. */
export async function listBilledQuantities(db: Db, feeItemId: number, month: string): Promise<Map<number, number>> {
  const list = await tuples<readonly [number, number]>(db, ['b.home_id', 'sum(b.quantity_e4)'],
    'from bill b where b.month = ? and b.fee_item_id = ? and b.quantity_e4 is not null and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id) group by b.home_id', [month, feeItemId]);
  return new Map(list);
}
