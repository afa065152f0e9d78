import { COMMON_INTEREST, costAccount, costColumns, commonSources, feeCostAccount, feeCosts, OTHER_SPENDING, otherIncomeAccounts, TO_MAINTENANCE, type bankAccounts, type CommonSource, type CostColumn, type FeeCost } from './common-sources.ts';
import { splitFen } from './fee-split.ts';

export const costKinds = ['purchase', 'payroll', 'income', 'interest', 'maintenance', 'transfer'] as const;
export type CostKind = (typeof costKinds)[number];
export type CostFund = keyof typeof bankAccounts;

/** What a line stands against: a source of common income (with the column of its cost), one of the nine lines of cost, or other spending of the common fund. */
export type CostTarget = { source: CommonSource; column?: CostColumn | undefined } | { feeCost: FeeCost } | { other: true };
export type CostShare = { to: CostTarget; share: number };

/** The accounts that a fund's money can be on; nothing is paid out of the drawer. */
export const moneyAccounts: Readonly<Record<CostFund, readonly string[]>> = { property: ['1002.01'], common: ['1002.02', '1002.01'] };

const FIXED: Partial<Record<CostKind, string>> = { interest: COMMON_INTEREST, maintenance: TO_MAINTENANCE };
/** The only fund of these kinds is the owners'. */
const COMMON_ONLY: readonly CostKind[] = ['income', 'interest', 'maintenance'];

/** Money goes out of the estate's accounts, and is seen as a cost. */
export const isCost = (kind: CostKind): boolean => kind === 'purchase' || kind === 'payroll';
/** Money comes in. */
export const isIncome = (kind: CostKind): boolean => kind === 'income' || kind === 'interest';
/** Whether its lines name what they stand against. */
export const hasTargets = (kind: CostKind): boolean => isCost(kind) || kind === 'income';
export const fundFits = (kind: CostKind, fund: CostFund): boolean => fund === 'common' || !COMMON_ONLY.includes(kind);

/**
 * The account of a target; undefined where a kind of voucher and a fund have no such one.
 * @example targetAccount('purchase', 'common', { source: 'charging-car', column: 'tax' }) // '2241.03.44.01'
 */
export function targetAccount(kind: CostKind, fund: CostFund, to: CostTarget | undefined): string | undefined {
  if (FIXED[kind] !== undefined) return to === undefined && fund === 'common' ? FIXED[kind] : undefined;
  if (to === undefined) return undefined;
  if (kind === 'income') return fund === 'common' && 'source' in to && to.column === undefined ? otherIncomeAccounts[to.source as keyof typeof otherIncomeAccounts] : undefined;
  if ('feeCost' in to) return fund === 'property' ? feeCostAccount(to.feeCost) : undefined;
  if (fund !== 'common') return undefined;
  return 'other' in to ? OTHER_SPENDING : to.column === undefined ? undefined : costAccount(to.source, to.column);
}

/** Parts of an amount by shares, largest remainder; parts of nothing are left out. */
export function allocate(amountFen: number, shares: readonly CostShare[]): (CostShare & { amountFen: number })[] {
  const parts = splitFen(amountFen, shares.map(({ share }) => share));
  return shares.map((one, index) => ({ ...one, amountFen: parts[index] ?? 0 })).filter((one) => one.amountFen > 0);
}

/** A target as one word, for keys and choices: `charging-car.tax`, `fee.cleaning`, `other`. */
export function targetWord(to: CostTarget): string {
  return 'other' in to ? 'other' : 'feeCost' in to ? `fee.${to.feeCost}` : to.column === undefined ? to.source : `${to.source}.${to.column}`;
}

/** All targets of a kind of voucher in a fund, in the order of the sheets. */
export function targetsOf(kind: CostKind, fund: CostFund): CostTarget[] {
  if (kind === 'income') return fund === 'common' ? (['advertising', 'telecom', 'venue'] as const).map((source) => ({ source })) : [];
  if (!isCost(kind)) return [];
  if (fund === 'property') return feeCosts.map((feeCost) => ({ feeCost }));
  return [...commonSources.flatMap((source) => costColumns.map((column) => ({ source, column }))), { other: true }];
}

/** Words that name a person or a car, which a public sheet may not carry: a mobile number, a plate, somebody called Mr or Ms. */
export function seemsPersonal(text: string): boolean {
  return /(?<!\d)1[3-9]\d{9}(?!\d)|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-Z0-9]{5,6}|先生|女士|师傅|\d+-\d+-\d{3,4}/u.test(text);
}
