import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import type { Promotion } from '../../../../shared/domain/promotion.ts';
import type { Context } from '../../../context.ts';
import type { HomeAccount } from './accounts.ts';
import { planBoardVisit } from './board.ts';
import { planCorrections } from './corrections.ts';
import { openCharging, planCharging, type Charging } from './charging.ts';
import { openCosts, planCosts, type Costs } from './costs.ts';
import { planDeposits, type HeldDeposit } from './deposits.ts';
import { callAt, clock, instantOf, type Desk, type Staff } from './desk.ts';
import { planDoorCards } from './door-cards.ts';
import { planDunning } from './dunning.ts';
import { defineItems, meteredBuildings, promise, setLiftPool, WATER_MONTHS } from './fee-items.ts';
import { mergeNeighbours, planBothPaid, planPurchase, type Neighbours } from './neighbours.ts';
import { planSales } from './new-owners.ts';
import { openMarket, planMarket, type Market } from './market.ts';
import { openParking, planParking, type Parking } from './parking.ts';
import { openPlot, type Plot } from './plot.ts';
import { createRandom } from './random.ts';
import type { Drawer } from './shifts.ts';
import { registerTenants } from './tenants.ts';
import type { Step } from './timeline.ts';
import { planUndone } from './undone-payments.ts';
import { grantVacancies, planVacancies } from './vacancies.ts';
import { planWaivers } from './waivers.ts';
import { readWater, type WaterMeters } from './water-meters.ts';

/** The last months of a sample, in which all of the office's work is done. */
export const OFFICE_MONTHS = 12;
/** The last of them, in which shifts are counted. */
export const COUNTED_MONTHS = 2;

/** What the office remembers of its last year from month to month. */
export type OfficeYear = {
  seed: number; desk: Desk; accounts: readonly HomeAccount[]; /** With water meters. */ metered: ReadonlySet<string>; waterId: number; promotion: Promotion & { promotionId: number };
  meters: WaterMeters; /** For a vacancy discount. */ asked: Set<HomeAccount>; deposits: HeldDeposit[]; drawer: Drawer; toMerge: Neighbours | undefined; parking: Parking; charging: Charging | undefined; market: Market | undefined; costs: Costs | undefined;
};
type Place = { month: string; ago: number };

/** On the first morning: before the desk opens and the month's bills are issued at eight. */
const AT = { rules: clock('07:32'), vacancies: clock('07:36'), tenants: clock('07:38'), merge: clock('07:39'), meters: clock('07:40'), pools: clock('07:45') } as const;

/** Begins the last year: its fee items, the promotion, the discounts and tenants that are known then. */
export async function openOfficeYear(context: Context, { seed, desk, accounts, month }: Pick<OfficeYear, 'seed' | 'desk' | 'accounts'> & { month: string }, lastMonth: string): Promise<OfficeYear> {
  const from = firstDay(month);
  const call = (by: Staff, second: number): Context => callAt(context, desk, by, instantOf(from, second));
  const metered = meteredBuildings(accounts);
  const { waterId } = await defineItems(call('manager', AT.rules), metered, { from, waterFrom: firstDay(addMonths(lastMonth, 1 - WATER_MONTHS)) });
  const promotion = await promise(call('manager', AT.rules), { from, lastMonth });
  const asked = new Set<HomeAccount>();
  await grantVacancies(context, desk, openPlot({ month, ago: OFFICE_MONTHS - 1, freshFrom: 0, random: createRandom(seed, 'vacancies'), accounts }), asked, AT.vacancies);
  await registerTenants(call('office', AT.tenants), createRandom(seed, 'tenants'), accounts, month);
  const parking = await openParking(context, { seed, desk, accounts, month }, lastMonth);
  const charging = await openCharging(context, { seed, desk, accounts, month }, parking.residents.map(({ plate }) => plate));
  const market = await openMarket(context, { seed, desk, accounts, month });
  const costs = charging && (await openCosts(call('manager', AT.rules), { seed, desk, homes: accounts.length, month }));
  return { parking, charging, market, costs, seed, desk, accounts, metered, waterId, promotion, meters: new Map(), asked, deposits: [], drawer: { keptFen: undefined }, toMerge: undefined };
}

/** What comes before a month's bills: a merge, the readings of the meters, what the lifts cost. */
export async function openOfficeMonth(context: Context, year: OfficeYear, { month, ago }: Place): Promise<void> {
  const { seed, desk, accounts, metered, waterId, meters, toMerge } = year;
  const from = firstDay(month);
  const call = (by: Staff, second: number): Context => callAt(context, desk, by, instantOf(from, second));
  if (toMerge) await mergeNeighbours(call('manager', AT.merge), toMerge);
  year.toMerge = undefined;
  const sold = accounts.filter(({ merged, home: { status, handoverOn } }) => !merged && status !== 'unsold' && (handoverOn ?? '') <= from);
  if (ago < WATER_MONTHS) await readWater(call('office', AT.meters), createRandom(seed, `water ${month}`), { waterId, month, ago, homes: sold.filter(({ home }) => metered.has(home.building)), meters });
  await setLiftPool(call('office', AT.pools), createRandom(seed, `lifts ${month}`), { month, months: OFFICE_MONTHS - ago, homes: sold.length });
}

/** What happens in a month beside the everyday, the rarest first, and the homes it happens to. */
export function planOfficeMonth(year: OfficeYear, { month, ago, freshFrom }: Place & { freshFrom: number }): { plot: Plot; steps: Step[] } {
  const { accounts, metered, asked, deposits } = year;
  const plot = openPlot({ month, ago, freshFrom, random: createRandom(year.seed, `office ${month}`), accounts });
  const bothPaid = planBothPaid(plot, accounts);
  const purchase = planPurchase(plot, accounts, metered);
  year.toMerge = purchase.pair;
  return { plot, steps: [
    ...bothPaid, ...purchase.steps, ...planSales(plot), ...planCorrections(plot), ...planVacancies(plot, asked), ...planUndone(plot), ...planWaivers(plot), ...planDeposits(plot, deposits), ...planDoorCards(plot), ...planDunning(plot), ...planParking(year.parking, { month, ago, accounts }), ...planCharging(year.charging, { month, ago }), ...planMarket(year.market, { month, ago }), ...planCosts(year.costs, { month, ago }), ...(year.charging ? planBoardVisit({ month, ago }) : []),
  ] };
}
