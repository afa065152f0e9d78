import type { Fund } from '../contract/ledger.ts';
import { commonSources, costAccount, costColumns, COMMON_INTEREST, OTHER_SPENDING, otherIncomeAccounts, PARKING_SUBSIDY, TO_MAINTENANCE, type CommonSource } from './common-sources.ts';
import { addMonths } from './period.ts';
import { roleOf } from './statement-accounts.ts';

/** Months, both included. */
export type MonthSpan = { from: string; to: string };
export const comparisons = ['before', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** How many months a span has. */
export function countMonths({ from, to }: MonthSpan): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
}

/**
 * The span that another is compared with: as many months just before it, or the same of the year before.
 * @example comparedSpan({ from: '2026-07', to: '2026-09' }, 'before') // { from: '2026-04', to: '2026-06' }
 */
export function comparedSpan(span: MonthSpan, how: Comparison): MonthSpan | null {
  if (how === 'none') return null;
  const back = how === 'year' ? 12 : countMonths(span);
  return { from: addMonths(span.from, -back), to: addMonths(span.to, -back) };
}

/** What waits for the manager, in the order of the board. */
export const waitingKinds = ['costs', 'objections', 'complaints', 'instalments', 'notPosted', 'hangingOld', 'chargingReview', 'channelExceptions', 'lapsing', 'waivers', 'vacancies', 'unclosed'] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** Where the common fund stands, by source; `owed` is what is billed and not paid, which is no money yet. */
export const balanceSources = ['parking-resident', 'parking-daytime', 'parking-other', 'subsidy', 'charging', 'advertising', 'telecom', 'venue', 'interest', 'maintenance', 'spending', 'rest', 'owed'] as const;
export type BalanceSource = (typeof balanceSources)[number];

const PARKING_INCOME: Readonly<Record<string, BalanceSource>> = { '2241.03.01': 'parking-resident', '2241.03.02': 'parking-daytime', '2241.03.03': 'parking-other' };
const CHARGING = /^2241\.03\.1\d$/;
const sourceOf = (source: CommonSource): BalanceSource => (source === 'charging-car' || source === 'charging-ebike' ? 'charging' : source);
const KNOWN = new Map<string, BalanceSource>([
  ...Object.entries(PARKING_INCOME), ...commonSources.flatMap((source) => costColumns.map((column) => [costAccount(source, column), sourceOf(source)] as const)),
  ...Object.entries(otherIncomeAccounts).map(([source, account]) => [account, source as BalanceSource] as const),
  [PARKING_SUBSIDY, 'subsidy'], [COMMON_INTEREST, 'interest'], [TO_MAINTENANCE, 'maintenance'], [OTHER_SPENDING, 'spending'],
]);

/** Which source an account of the common income belongs to; accounts of costs stand with their source. */
export function balanceSourceOf(account: string): BalanceSource {
  return KNOWN.get(account) ?? (CHARGING.test(account) ? 'charging' : 'rest');
}

/** Accounts that costs of some sources are booked on. */
export function costAccountsOf(sources: readonly CommonSource[]): string[] {
  return sources.flatMap((source) => costColumns.map((column) => costAccount(source, column)));
}

/** Parts of the common fund's money, by the statement's own rule, so that both balances are one. Platforms' debts for charging are on their way as what the channels hold is; what is paid ahead or not yet claimed is held, not earned. */
export const moneyParts = ['special', 'basic', 'cash', 'transit', 'held'] as const;
export type MoneyPart = (typeof moneyParts)[number];

/** @example moneyPartOf('1012.01') // 'transit' */
export function moneyPartOf(account: string): MoneyPart | null {
  const role = roleOf(account);
  if (role !== 'money') return role === 'held' ? 'held' : null;
  if (account.startsWith('1002')) return account === '1002.02' ? 'special' : 'basic';
  return account.startsWith('1001') ? 'cash' : 'transit';
}

/** What can have moved since the last visit: groups of accounts with a sign, so that more of it is positive. */
export type Subject = { name: 'arrears' | 'platforms' | 'prepaid' | 'deposits' | 'agency' | 'income' | 'costs' | 'other' | `money-${Fund}` | `common-${BalanceSource}`; sign: 1 | -1 };

/** @example subjectOf('2241.03.02', 'common') // { name: 'common-parking-daytime', sign: -1 } */
export function subjectOf(account: string, fund: Fund): Subject {
  if (account === '1122') return { name: 'arrears', sign: 1 };
  if (account.startsWith('1122.')) return { name: 'platforms', sign: 1 };
  if (account.startsWith('10')) return { name: `money-${fund}`, sign: 1 };
  if (account.startsWith('2203')) return { name: 'prepaid', sign: -1 };
  if (account === '2241.01') return { name: 'deposits', sign: -1 };
  if (account.startsWith('2241.03')) return { name: `common-${balanceSourceOf(account)}`, sign: -1 };
  if (account.startsWith('2241')) return { name: 'agency', sign: -1 };
  if (/^(5001|5051|5301)/.test(account)) return { name: 'income', sign: -1 };
  return /^(5401|5402|5711)/.test(account) ? { name: 'costs', sign: 1 } : { name: 'other', sign: 1 };
}
