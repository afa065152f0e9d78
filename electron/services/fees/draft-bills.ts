import { listApprovedVacancies, listBilled, listBilledQuantities, listHomesForBilling, listOwnRates, type ApprovedVacancy } from '../../../db/queries/billing.ts';
import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import { findItem, listItemRows, listScopeRates, listVersions, type FeeItem, type FeeVersion, type ScopeRate } from '../../../db/queries/fee-items.ts';
import { listUsage } from '../../../db/queries/meters.ts';
import { findPool } from '../../../db/queries/pools.ts';
import type { Db } from '../../../db/sql.ts';
import type { HomeForBilling } from '../../../shared/domain/fee.ts';
import { calendarPeriod, longestCycle, type CycleRule } from '../../../shared/domain/fee-cycle.ts';
import { planItem, type ItemPlan, type ItemToPlan, type PlannedBill, type SkipReason, type UsedQuantity } from '../../../shared/domain/fee-plan.ts';
import { cutByVacancy } from '../../../shared/domain/fee-split.ts';
import type { NoUsage, Usage } from '../../../shared/domain/meter.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import type { BillToWrite } from './write-bills.ts';

export type DraftBill = BillToWrite & { label: string; building: string };
/** What one item bills; `usage` is what metered bills are based on. */
export type ItemDraft = { item: FeeItem; version: FeeVersion; bills: DraftBill[]; usage: ReadonlyMap<number, Usage | NoUsage> };
export type Draft = { month: string; items: ItemDraft[]; skipped: { label: string; reason: SkipReason; item: string }[]; estate: Estate };

const MONTHS_AHEAD = 12;

/**
 * What issuing a month would bill of all items that fall due, or of the named ones, home by home, and why the others
 * are skipped. Writes nothing. Throws MONTH_BEFORE_OPENING, MONTH_TOO_FAR, NO_SUCH_ITEM, ITEM_IS_FIXED.
 */
export async function draftBills(context: Context, month: string, codes?: readonly string[]): Promise<Draft> {
  const { db, today } = context;
  const estate = await getEstate(db);
  if (lastDay(month) < estate.opensOn) throw new AppError('MONTH_BEFORE_OPENING', { month, opensOn: estate.opensOn });
  const latest = addMonths((today > estate.opensOn ? today : estate.opensOn).slice(0, 7), MONTHS_AHEAD);
  if (month > latest) throw new AppError('MONTH_TOO_FAR', { month, latest });
  const due = await listDueItems(db, month, codes);
  const homes = await listHomesForBilling(db, lastDay(month));
  const draft: Draft = { month, items: [], skipped: [], estate };
  for (const each of due) {
    context.checkCancelled();
    await addItem(db, draft, each, homes, codes !== undefined);
  }
  return draft;
}

type DueItem = { item: FeeItem; version: FeeVersion; versions: readonly FeeVersion[] };

/** Items with a version in force on a month's first day, but one-off ones. */
async function listDueItems(db: Db, month: string, codes?: readonly string[]): Promise<DueItem[]> {
  for (const code of codes ?? []) {
    const item = await findItem(db, code);
    if (!item) throw new AppError('NO_SUCH_ITEM', { item: code });
    if (isFixed(item)) throw new AppError('ITEM_IS_FIXED', { item: code });
  }
  const versions = await listVersions(db);
  return (await listItemRows(db)).filter(({ code }) => codes?.includes(code) ?? true).flatMap((item) => {
    const own = versions.filter(({ feeItemId }) => feeItemId === item.feeItemId);
    const version = versionOn(own, firstDay(month));
    return version && version.basis !== 'once' ? [{ item, version, versions: own }] : [];
  });
}

/** Opening arrears, late fees, what leases cost and charging are made by the program alone. */
export function isFixed({ code }: Pick<FeeItem, 'code'>): boolean {
  return code === 'opening' || code === 'late' || code.startsWith('parking-') || code.startsWith('charging-');
}

/** The version in force on a day. */
export function versionOn(versions: readonly FeeVersion[], day: string): FeeVersion | undefined {
  return versions.find(({ from, to }) => from <= day && (to === null || to > day));
}

/** Metered and pooled items fall due when their period ends. */
export function cycleOf({ basis, cycle, firstRule, from, to }: FeeVersion, estate: Estate): CycleRule {
  return { cycle: cycle === 'none' ? 'month' : cycle, afterwards: basis === 'meter' || basis === 'pool', first: firstRule ?? estate.firstMonthRule, from, to };
}

async function addItem(db: Db, draft: Draft, { item, version, versions }: DueItem, homes: readonly HomeForBilling[], named: boolean): Promise<void> {
  const { month, estate } = draft;
  const { feeItemId, code } = item;
  const cycle = cycleOf(version, estate);
  const usage = await usageFor(db, version, month);
  const pool = version.basis === 'pool' ? await findPool(db, feeItemId, month) : undefined;
  const remainingFen = pool ? pool.amountFen - pool.billedFen : 0;
  const billed = await listBilled(db, feeItemId, month, monthsAround(month, cycle, versions));
  const usedOf = await quantitiesOf(db, version, month, usage);
  const plan = planItem({
    basis: version.basis === 'once' ? 'home' : version.basis, cycle, rateOf: await ratesOf(db, version, firstDay(month)), billedOf: (homeId) => billed.get(homeId), usageOf: usedOf,
    pool: pool && version.split ? { remainingFen, split: version.split } : undefined,
  } satisfies ItemToPlan, homes, month);
  if (!named && isIdle(plan)) return;
  for (const { home, reason } of plan.skipped) draft.skipped.push({ label: home.label, reason, item: code });
  const note = pool ? [pool.note, `总额 ${formatFen(remainingFen)} 元`].filter(Boolean).join(' · ') : '';
  const bills = plan.bills.map((bill) => draftBill(bill, note));
  if (version.vacancy) await cutBills(db, bills);
  draft.items.push({ item, version, bills, usage });
}

const IDLE: ReadonlySet<SkipReason> = new Set(['NOT_DUE', 'NOT_HANDED_OVER', 'UNSOLD', 'MERGED']);

/** A quarter's item says nothing in the months between, unless it was asked for. */
function isIdle({ bills, skipped }: ItemPlan): boolean {
  return bills.length === 0 && skipped.some(({ reason }) => reason === 'NOT_DUE') && skipped.every(({ reason }) => IDLE.has(reason));
}

function draftBill({ home, from, to, months, share, areaDm2, rateE4, quantityE4, version, amountFen }: PlannedBill, note: string): DraftBill {
  return { homeId: home.homeId, label: home.label, building: home.building, from, to, areaDm2, rateE4, quantityE4, months, shareNumerator: share.numerator, shareDenominator: share.denominator, amountFen, version, note };
}

/** The months whose bills may reach into a period that falls due in this one: as far as the item's longest cycle. */
function monthsAround(month: string, cycle: CycleRule, versions: readonly FeeVersion[]): { months: string[]; after: string } {
  const longest = longestCycle(versions);
  const { start, end } = calendarPeriod(cycle, month);
  const first = addMonths(start, 1 - longest);
  const last = cycle.cycle === 'handover-year' ? addMonths(month, 12) : addMonths(end, longest === 1 ? -1 : longest - 1);
  const months: string[] = [];
  for (let each = first; each <= last; each = addMonths(each, 1)) months.push(each);
  return { months, after: firstDay(start) };
}

/** The rate of a home: its own since the version began, else that of home, type, building or version, else an older one of its own. */
export async function ratesOf(db: Db, version: FeeVersion, on: string): Promise<(home: HomeForBilling) => number | undefined> {
  const own = await listOwnRates(db, version.feeItemId, on);
  const scoped = scopesOf(await listScopeRates(db, [version.feeVersionId]));
  return ({ homeId, label, homeType, building }) => {
    const mine = own.get(homeId);
    if (mine && mine.from >= version.from) return mine.rateE4;
    return scoped.home.get(label) ?? scoped.type.get(homeType) ?? scoped.building.get(building) ?? version.rateE4 ?? mine?.rateE4;
  };
}

function scopesOf(rates: readonly ScopeRate[]): Record<ScopeRate['scope'], Map<string, number>> {
  const of = (scope: ScopeRate['scope']): Map<string, number> => new Map(rates.filter((rate) => rate.scope === scope).map(({ key, rateE4 }) => [key, rateE4]));
  return { home: of('home'), type: of('type'), building: of('building') };
}

async function usageFor(db: Db, { basis, feeItemId, split, splitItemId }: FeeVersion, month: string): Promise<ReadonlyMap<number, Usage | NoUsage>> {
  if (basis === 'meter') return listUsage(db, feeItemId, month);
  return basis === 'pool' && split === 'quantity' && splitItemId !== null ? listUsage(db, splitItemId, month) : new Map<number, Usage | NoUsage>();
}

/** What a metered bill takes, or what weighs a home in a pool: there, what was billed of the month counts as well. */
async function quantitiesOf(db: Db, { basis, split, splitItemId }: FeeVersion, month: string, usage: ReadonlyMap<number, Usage | NoUsage>): Promise<(homeId: number) => UsedQuantity> {
  const billed = basis === 'pool' && split === 'quantity' && splitItemId !== null ? await listBilledQuantities(db, splitItemId, month) : new Map<number, number>();
  return (homeId) => {
    const used = usage.get(homeId) ?? { skip: 'NO_METER' };
    const billedE4 = billed.get(homeId);
    if (billedE4 === undefined) return used;
    return { quantityE4: billedE4 + ('skip' in used ? 0 : used.quantityE4) };
  };
}

/** Takes approved vacancies off bills, by the days of each one's period. */
export async function cutBills(db: Db, bills: readonly BillToWrite[]): Promise<void> {
  const [first] = bills;
  if (!first) return;
  const period = bills.reduce(({ from, to }, bill) => ({ from: bill.from < from ? bill.from : from, to: bill.to > to ? bill.to : to }), { from: first.from, to: first.to });
  const byHome = new Map<number, ApprovedVacancy[]>();
  for (const vacancy of await listApprovedVacancies(db, period, bills.length === 1 ? first.homeId : undefined)) byHome.set(vacancy.homeId, [...(byHome.get(vacancy.homeId) ?? []), vacancy]);
  if (byHome.size === 0) return;
  for (const bill of bills) {
    const vacancies = byHome.get(bill.homeId);
    if (!vacancies) continue;
    const known = new Map(vacancies.map((vacancy) => [vacancy.vacancyId, vacancy]));
    bill.cuts = cutByVacancy(bill.amountFen, bill, vacancies).flatMap(({ vacancyId, amountFen }) => {
      const vacancy = known.get(vacancyId);
      return vacancy ? [{ vacancyId, amountFen, reason: vacancy.reason, userId: vacancy.userId, userName: vacancy.userName }] : [];
    });
  }
}
