import { COMMON_INTEREST, commonSources, costAccount, costColumns, otherIncomeAccounts, OTHER_SPENDING, PARKING_SUBSIDY, TO_MAINTENANCE } from './common-sources.ts';
import type { StatementKind, StatementLine } from '../contract/statement-content.ts';

/** What an account is to a fund's balance: money of ours (also in transit), money owed to it, money held for others, or what came in and went out. */
export type AccountRole = 'money' | 'receivable' | 'held' | 'flow';
export type Section = StatementLine['section'];

export const BILLS_RECEIVABLE = '1122';
/** Owed by homes for sessions that are in no bill yet. */
export const UNBILLED = '1122.02';
/** Where bills of what was owed when the books began stand. */
export const OPENING_ACCOUNT = '3999';
export const RESIDENT_PARKING = '2241.03.01';
export const GRID_COST = '2241.03.19';
export const COMMISSION = '2241.03.18';
export const CHARGING = { energy: '2241.03.11', service: '2241.03.12', extra: '2241.03.13', difference: '2241.03.14', cards: '2241.03.16', discount: '2241.03.17' } as const;
/** What is taken off bills; it lessens what the bill's item brings. */
export const REDUCTIONS: readonly string[] = ['5001.91', '5001.92'];
/** Items of the fund that no source of its own has. */
const COMMON_INCOME = '2241.03';

/** The fund of each kind of statement. */
export const FUND_OF = { common: 'common', fees: 'property' } as const satisfies Record<StatementKind, string>;

const isUnder = (account: string, head: string): boolean => account === head || account.startsWith(`${head}.`);

export function roleOf(account: string): AccountRole {
  if (account === '1122.01' || ['1001', '1002', '1012'].some((head) => isUnder(account, head))) return 'money';
  if (isUnder(account, BILLS_RECEIVABLE)) return 'receivable';
  return isUnder(account, '2203') || account === '2241.09' ? 'held' : 'flow';
}

/** Sources of income by account; those of charging are told apart by the kind of charger. */
const INCOME: Readonly<Record<string, string>> = {
  [RESIDENT_PARKING]: 'parking-resident', '2241.03.02': 'parking-daytime', '2241.03.03': 'parking-other', ...Object.fromEntries(Object.values(CHARGING).map((account) => [account, 'charging'])),
  ...Object.fromEntries(Object.entries(otherIncomeAccounts).map(([source, account]) => [account, source])), [COMMON_INCOME]: 'venue',
};
const COSTS = new Map(commonSources.flatMap((source) => costColumns.map((column) => [costAccount(source, column), { source, column }] as const)));
const OUTSIDE: Readonly<Record<string, Section>> = { [COMMON_INTEREST]: 'interest', [TO_MAINTENANCE]: 'toMaintenance', [PARKING_SUBSIDY]: 'subsidy', [OTHER_SPENDING]: 'other' };

/** Accounts of which lines say the kind of charger. */
export function isOfCharging(account: string): boolean {
  return INCOME[account] === 'charging' || account === COMMISSION || account === GRID_COST;
}

/** Parts of a line's account: the kind of charger, the residents' own money and the subsidy, or the fee item. */
export type Place = { section: Section; source: string; /** False: no line of the sheet is meant for it, and a check says so. */ covered: boolean };

/** Where an account of flow stands on a statement, whatever it holds; the part is that of its line. */
export function placeOf(kind: StatementKind, account: string, part: string): Place {
  return kind === 'fees' ? feePlace(account) : commonPlace(account, part);
}

function feePlace(account: string): Place {
  const section: Section = ['5401', '5402', '5603', '5711'].some((head) => isUnder(account, head)) ? 'cost' : 'income';
  const covered = section === 'cost' || ['5001', '5051', '5301', OPENING_ACCOUNT].some((head) => isUnder(account, head));
  return { section, source: account, covered };
}

function commonPlace(account: string, part: string): Place {
  const outside = OUTSIDE[account];
  if (outside) return { section: outside, source: outside, covered: true };
  const charger = part === 'ebike' ? 'charging-ebike' : 'charging-car';
  if (account === COMMISSION) return { section: 'direct', source: charger, covered: true };
  if (account === GRID_COST) return { section: 'energy', source: charger, covered: true };
  const cost = COSTS.get(account);
  if (cost) return { section: cost.column, source: cost.source, covered: true };
  const source = INCOME[account];
  if (source === 'charging') return { section: 'income', source: charger, covered: true };
  return { section: 'income', source: part === 'subsidy' ? 'parking-subsidy' : (source ?? account), covered: source !== undefined };
}

/** Income and interest are positive as credits, what goes out as debits. */
export const isIncoming = (section: Section): boolean => section === 'income' || section === 'interest';

/** The name of a line, and what it is made of. */
export const lineName = (account: string, part: string): string => (part === '' ? account : `${account}:${part}`);
