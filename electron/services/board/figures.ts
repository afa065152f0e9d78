import type { AccountSum } from '../../../db/queries/board.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { balanceSourceOf, balanceSources, costAccountsOf, moneyPartOf, moneyParts, type BalanceSource, type MonthSpan } from '../../../shared/domain/board.ts';
import { funds } from '../../../shared/contract/ledger.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { NO_SUMS, type MonthSums } from '../parking/income.ts';

type Summary = Output<'board.summary'>;
export type ChargingFigures = Summary['charging']['now'];
export type ParkingFigures = Summary['parking']['now'];
type MarginRow = Output<'charging.margin'>['rows'][number];
/** What accounts moved within a month. */
export type MonthMove = AccountSum & { month: string };

/** The months of a span, oldest first. */
export function monthsOf({ from, to }: MonthSpan): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

const within = ({ from, to }: MonthSpan) => ({ month }: { month: string }): boolean => month >= from && month <= to;
export const CHARGING_COSTS: ReadonlySet<string> = new Set(costAccountsOf(['charging-car', 'charging-ebike']));
export const PARKING_COSTS: ReadonlySet<string> = new Set(costAccountsOf(['parking-resident', 'parking-daytime', 'parking-other']));

/** Costs that were booked on some accounts within months; debits of the common fund. */
function bookedOn(accounts: ReadonlySet<string>, moves: readonly MonthMove[], span: MonthSpan): number {
  return sumFen(moves.filter(within(span)).filter(({ account, fund }) => fund === 'common' && accounts.has(account)).map(({ amountFen }) => amountFen));
}

/** What chargers brought within months by their margin and what was booked beside it; a month that sold or counted something without a bill leaves the net unknown. */
export function chargingOf(rows: readonly MarginRow[], moves: readonly MonthMove[], span: MonthSpan): ChargingFigures {
  const own = rows.filter(within(span));
  const sum = (of: (row: MarginRow) => number): number => sumFen(own.map(of));
  const [energyFen, serviceFen, extraFen, gridCostFen, commissionFen, otherFen] = [sum((row) => row.energyFen), sum((row) => row.serviceFen), sum((row) => row.extraFen), sum((row) => row.gridCostFen ?? 0), sum((row) => row.commissionFen), sum((row) => row.otherFen)];
  const bookedFen = bookedOn(CHARGING_COSTS, moves, span);
  const [incomeFen, costFen] = [energyFen + serviceFen + extraFen, gridCostFen + commissionFen + otherFen + bookedFen];
  const missing = own.filter((row) => row.gridCostFen === null && (row.energy > 0 || (row.metered ?? 0) > 0)).map(({ month }) => month);
  return { incomeFen, energyFen, serviceFen, extraFen, gridCostFen, commissionFen, otherFen, bookedFen, costFen, netFen: missing.length > 0 ? null : incomeFen - costFen, missing };
}

/** What parking brought within months: residents by what they pay themselves (the market price less the subsidy), daytime leases, the rest, less the costs booked on parking. */
export function parkingOf(sums: ReadonlyMap<string, MonthSums>, moves: readonly MonthMove[], span: MonthSpan): ParkingFigures {
  const own = monthsOf(span).map((month) => sums.get(month) ?? NO_SUMS);
  const [daytimeFen, otherFen, subsidyFen] = [sumFen(own.map((one) => one.daytimeFen)), sumFen(own.map((one) => one.otherFen)), sumFen(own.map((one) => one.subsidyFen))];
  const residentPaidFen = sumFen(own.map((one) => one.residentFen)) - subsidyFen;
  const costFen = bookedOn(PARKING_COSTS, moves, span);
  return { residentPaidFen, daytimeFen, otherFen, subsidyFen, costFen, leftFen: daytimeFen + otherFen - subsidyFen, netFen: residentPaidFen + daytimeFen + otherFen - costFen };
}

/** What stood on each account and fund at the end of a month: before the first of the months moved, and what they moved since. */
export function balancesAt(before: readonly AccountSum[], moves: readonly MonthMove[], through: string): AccountSum[] {
  const sums = new Map<string, AccountSum>();
  for (const { account, fund, amountFen } of [...before, ...moves.filter(({ month }) => month <= through)]) {
    const key = `${account} ${fund}`;
    sums.set(key, { account, fund, amountFen: (sums.get(key)?.amountFen ?? 0) + amountFen });
  }
  return [...sums.values()];
}

/** The common fund's money by part; what is paid ahead counts against it, and the balance is their sum. */
export function commonOf(balances: readonly AccountSum[]): Summary['common']['now'] {
  const sums = Object.fromEntries(moneyParts.map((part) => [part, 0])) as Summary['common']['now']['parts'];
  for (const { account, fund, amountFen } of balances) {
    const part = fund === 'common' ? moneyPartOf(account) : null;
    // What is held is a credit; it is told as a positive amount.
    if (part) sums[part] += part === 'held' ? 0 - amountFen : amountFen;
  }
  return { balanceFen: sums.special + sums.basic + sums.cash + sums.transit - sums.held, parts: sums };
}

/** The balance by source: what each brought less what it cost, and what of it is not paid yet. All of the fund sums to zero, so that these sum to the money. */
export function sourcesOf(balances: readonly AccountSum[], moves: readonly MonthMove[], span: MonthSpan): Summary['common']['sources'] {
  const standing = bySource(balances);
  const moved = bySource(moves.filter(within(span)));
  return balanceSources.map((source) => ({ source, movedFen: moved.get(source) ?? 0, balanceFen: standing.get(source) ?? 0 })).filter(({ movedFen, balanceFen }) => movedFen !== 0 || balanceFen !== 0);
}

function bySource(list: readonly AccountSum[]): Map<BalanceSource, number> {
  const sums = new Map<BalanceSource, number>();
  for (const { account, fund, amountFen } of list) {
    if (fund !== 'common' || moneyPartOf(account) !== null) continue;
    const source = account.startsWith('1122') ? 'owed' : balanceSourceOf(account);
    sums.set(source, (sums.get(source) ?? 0) - amountFen);
  }
  return sums;
}

/** Money in hand of each fund that has any. */
export function cashOf(balances: readonly AccountSum[]): Summary['cash'] {
  return funds.map((fund) => {
    const sum = (prefix: string): number => sumFen(balances.filter((one) => one.fund === fund && one.account.startsWith(prefix)).map(({ amountFen }) => amountFen));
    const [cashFen, bankFen, transitFen] = [sum('1001'), sum('1002'), sum('1012')];
    return { fund, cashFen, bankFen, transitFen, totalFen: cashFen + bankFen + transitFen };
  }).filter(({ cashFen, bankFen, transitFen }) => cashFen !== 0 || bankFen !== 0 || transitFen !== 0);
}
