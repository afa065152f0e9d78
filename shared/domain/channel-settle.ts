import { AppError } from '../errors.ts';
import { addDays } from './period.ts';

/** A channel's unsettled lines of a day: what they come to after its fees, and how many of them nobody has decided on. */
export type UnsettledDay = { on: string; netFen: number; exceptions: number };
export type DayRange = { from: string; through: string };

/** WeChat pays a day the next day; a holiday's days come together. */
const LATEST_DAYS = 10;

/**
 * The whole days that a transfer pays: those that end last before it and sum to its amount, and have no exception left; of several ranges the
 * one that ends latest, then the shortest. Undefined when none fits. `days` are in order.
 */
export function findSettledDays(days: readonly UnsettledDay[], amountFen: number, on: string): DayRange | undefined {
  const ends = days.filter((day) => day.on <= on && day.on >= addDays(on, -LATEST_DAYS)).reverse();
  // The day of the transfer itself is the unlikeliest: it has not ended yet.
  const ordered = [...ends.filter((day) => day.on < on), ...ends.filter((day) => day.on === on)];
  for (const end of ordered) {
    const from = beginningOf(days.slice(0, days.indexOf(end) + 1), amountFen);
    if (from !== undefined) return { from, through: end.on };
  }
  return undefined;
}

function beginningOf(days: readonly UnsettledDay[], amountFen: number): string | undefined {
  let sumFen = 0;
  for (const day of [...days].reverse()) {
    if (day.exceptions > 0) return undefined;
    sumFen += day.netFen;
    if (sumFen === amountFen) return day.on;
  }
  return undefined;
}

/** Checks that the days come to what arrived. Throws SETTLEMENT_HAS_EXCEPTIONS, SETTLEMENT_DIFFERS. */
export function checkSettlement(days: readonly UnsettledDay[], netFen: number): void {
  const exceptions = days.reduce((sum, day) => sum + day.exceptions, 0);
  if (exceptions > 0) throw new AppError('SETTLEMENT_HAS_EXCEPTIONS', { lines: exceptions });
  const expectedFen = days.reduce((sum, day) => sum + day.netFen, 0);
  if (expectedFen !== netFen) throw new AppError('SETTLEMENT_DIFFERS', { expectedFen });
}

export type FundSum = { fund: string; amountFen: number };
export type SettlementPosting = { account: string; fund: string; amountFen: number };

/**
 * A settlement's postings: each fund's money leaves the channel's account and reaches the bank; the fee is the company's, whosever money it
 * was taken from, so that no fund but `property` ever pays it. Each fund sums to zero.
 * @example settlementPostings('1012.01', [{ fund: 'property', amountFen: 10_000 }], 60)
 * // 1012.01 −10000, 1002.01 +9940, 5603 +60, all in property
 */
export function settlementPostings(account: string, sums: readonly FundSum[], feeFen: number): SettlementPosting[] {
  const funds = new Map(sums.map(({ fund, amountFen }) => [fund, amountFen]));
  if (feeFen !== 0 && !funds.has('property')) funds.set('property', 0);
  const postings = [...funds].flatMap(([fund, amountFen]) => {
    const own = fund === 'property' ? feeFen : 0;
    return [{ account, fund, amountFen: 0 - amountFen }, { account: '1002.01', fund, amountFen: amountFen - own }, { account: '5603', fund, amountFen: own }];
  });
  return postings.filter(({ amountFen }) => amountFen !== 0);
}

/** What moves between the funds of channel and bank when settled money turns out to be of other funds than it was settled in. */
export function regroupPostings(account: string, before: readonly FundSum[], after: readonly FundSum[]): SettlementPosting[] {
  const moved = new Map<string, number>();
  for (const { fund, amountFen } of after) moved.set(fund, (moved.get(fund) ?? 0) + amountFen);
  for (const { fund, amountFen } of before) moved.set(fund, (moved.get(fund) ?? 0) - amountFen);
  return [...moved].filter(([, amountFen]) => amountFen !== 0).flatMap(([fund, amountFen]) => [{ account, fund, amountFen: 0 - amountFen }, { account: '1002.01', fund, amountFen }]);
}
