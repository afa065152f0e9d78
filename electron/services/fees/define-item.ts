import { PROPERTY_FEE } from '../../../db/queries/bills.ts';
import { findBilledSpan, findItem, hasBills, insertItem, insertScopeRates, insertVersion, listItemRows, listScopeRates, listUnknown, listVersions, renameItem, spreadPropertyRate, type FeeItem, type FeeVersion, type ScopeRate } from '../../../db/queries/fee-items.ts';
import type { Db } from '../../../db/sql.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { homeType } from '../../../shared/contract/homes.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { isFixed, versionOn } from './draft-bills.ts';

type ItemInput = Input<'fees.defineItem'>;

/** The accounts that an item of each fund may be posted on; the first is the default, the last that of one-off items. */
const ACCOUNTS: Readonly<Record<ItemInput['fund'], readonly string[]>> = { property: ['5001', '5051'], agency: ['2241.02'], common: ['2241.03'] };

/** Makes a fee item, or a new version of one from a day; what was issued keeps its own. */
export const defineItem: Handler<'fees.defineItem'> = async (context, input) => {
  const { db } = context;
  const known = await findItem(db, input.code);
  if (known && isFixed(known)) throw new AppError('ITEM_IS_FIXED', { item: input.code });
  if (input.to !== undefined && input.to <= input.from) throw new AppError('DATES_REVERSED', { from: input.from, to: input.to });
  const account = accountOf(input, known);
  checkBasis(input, known?.feeItemId === PROPERTY_FEE);
  await checkScopes(db, input.rates);
  const splitItemId = await splitItemOf(db, input);
  if (known) await checkVersion(db, input, known);
  const item = known ? await renamed(db, known, input.name) : await insertItem(db, { code: input.code, name: input.name, fund: input.fund, account });
  const version = await writeVersion(context, input, item, splitItemId);
  return { feeItemId: item.feeItemId, version };
};

function accountOf({ code, fund, basis, account }: ItemInput, known: FeeItem | undefined): string {
  const own = ACCOUNTS[fund];
  if (account !== undefined && !own.includes(account)) throw new AppError('ACCOUNT_NOT_OF_FUND', { account, fund });
  if (known && (known.fund !== fund || (account ?? known.account) !== known.account)) throw new AppError('ITEM_FUND_DIFFERS', { item: code, fund: known.fund, account: known.account });
  return known?.account ?? account ?? (basis === 'once' ? own.at(-1) : own[0]) ?? '';
}

function checkBasis({ code, basis, cycle, rateE4, rates, split, splitItem }: ItemInput, isProperty: boolean): void {
  if (isProperty && basis !== 'area') throw new AppError('ITEM_BY_AREA', { item: code });
  const hasRate = rateE4 !== undefined || rates.length > 0;
  // Each home has a property fee rate of its own.
  if (!hasRate && !isProperty && basis !== 'pool' && basis !== 'once') throw new AppError('RATE_MISSING', { item: code });
  if (hasRate && basis === 'pool') throw new AppError('POOL_HAS_NO_RATE', { item: code });
  if (basis === 'pool' && (split === undefined || (split === 'quantity' && splitItem === undefined))) throw new AppError('SPLIT_MISSING', { item: code });
  if (cycle === 'handover-year' && (basis === 'meter' || basis === 'pool')) throw new AppError('CYCLE_NOT_OF_BASIS', { cycle, basis });
}

/** Throws RATE_REPEATED, NO_SUCH_BUILDING, NO_SUCH_HOME_TYPE, NO_HOME_OF_LABEL. */
async function checkScopes(db: Db, rates: readonly ScopeRate[]): Promise<void> {
  const seen = new Set<string>();
  for (const { scope, key } of rates) {
    if (seen.has(`${scope} ${key}`)) throw new AppError('RATE_REPEATED', { key });
    seen.add(`${scope} ${key}`);
    if (scope === 'type' && !homeType.options.some((type) => type === key)) throw new AppError('NO_SUCH_HOME_TYPE', { type: key });
  }
  const keysOf = (scope: ScopeRate['scope']): string[] => rates.filter((rate) => rate.scope === scope).map(({ key }) => key);
  const [building] = await listUnknown(db, 'building', keysOf('building'));
  if (building !== undefined) throw new AppError('NO_SUCH_BUILDING', { building });
  const [label] = await listUnknown(db, 'label', keysOf('home'));
  if (label !== undefined) throw new AppError('NO_HOME_OF_LABEL', { label });
}

async function splitItemOf(db: Db, { basis, split, splitItem, from }: ItemInput): Promise<number | null> {
  if (basis !== 'pool' || split !== 'quantity' || splitItem === undefined) return null;
  const item = await findItem(db, splitItem);
  if (!item) throw new AppError('NO_SUCH_ITEM', { item: splitItem });
  if (versionOn(await listVersions(db, item.feeItemId), from)?.basis !== 'meter') throw new AppError('ITEM_NOT_METERED', { item: splitItem });
  return item.feeItemId;
}

/** Throws VERSION_OVERLAPS and VERSION_BEFORE_ISSUED_BILL. */
async function checkVersion(db: Db, { from, to, cycle, basis }: ItemInput, { feeItemId }: FeeItem): Promise<void> {
  const versions = await listVersions(db, feeItemId);
  const next = versions.find((version) => version.from >= from);
  const before = versions.findLast((version) => version.from < from);
  // An open version ends where the new one begins; one that ends by itself must have ended.
  const reaches = before && before.ownTo !== null && before.ownTo > from ? before : undefined;
  const overlapping = reaches ?? (next && (next.from === from || (to !== undefined && to > next.from)) ? next : undefined);
  if (overlapping) throw new AppError('VERSION_OVERLAPS', { from: overlapping.from, to: overlapping.to });
  const billed = await findBilledSpan(db, feeItemId);
  if (!billed) return;
  // Years from handover end on as many days as there are homes: a new version counts for those that begin under it.
  const fromHandover = cycle === 'handover-year' && before?.cycle === 'handover-year' && basis === before.basis;
  if (fromHandover ? from <= billed.lastFrom : from < billed.lastTo) throw new AppError('VERSION_BEFORE_ISSUED_BILL', { from, billedTo: fromHandover ? billed.lastFrom : billed.lastTo });
}

/** Once a bill of it was issued, an item keeps its name: what is on paper does not change. */
async function renamed(db: Db, item: FeeItem, name: string): Promise<FeeItem> {
  if (name === item.name) return item;
  if (await hasBills(db, item.feeItemId)) throw new AppError('ITEM_NAME_DIFFERS', { item: item.code, name: item.name });
  await renameItem(db, item.feeItemId, name);
  return { ...item, name };
}

async function writeVersion({ db, user, now }: Context, input: ItemInput, { feeItemId }: FeeItem, splitItemId: number | null): Promise<number> {
  const { basis, cycle, firstPeriod, split } = input;
  const isPool = basis === 'pool';
  const feeVersionId = await insertVersion(db, {
    feeItemId, from: input.from, to: input.to ?? null, basis, rateE4: input.rateE4 ?? null, cycle: basis === 'once' ? 'none' : cycle, firstRule: basis === 'area' || basis === 'home' ? (firstPeriod ?? null) : null,
    split: isPool ? (split ?? null) : null, splitItemId, unit: input.unit, vacancy: input.vacancy, lateFee: input.lateFee, userId: user.userId, at: now.toISOString(),
  });
  await insertScopeRates(db, feeVersionId, input.rates);
  if (feeItemId === PROPERTY_FEE) await spreadPropertyRate(db, feeVersionId);
  return (await listVersions(db, feeItemId)).findIndex((version) => version.feeVersionId === feeVersionId) + 1;
}

export const listItems: Handler<'fees.listItems'> = async ({ db }) => {
  const items = await listItemRows(db);
  const versions = await listVersions(db);
  const rates = await listScopeRates(db, versions.map(({ feeVersionId }) => feeVersionId));
  const codeOf = new Map(items.map(({ feeItemId, code }) => [feeItemId, code]));
  const shown = ({ feeVersionId, from, to, basis, rateE4, cycle, firstRule, split, splitItemId, unit, vacancy, lateFee }: FeeVersion, index: number) => ({
    version: index + 1, from, to, basis, rateE4, rates: rates.filter((rate) => rate.feeVersionId === feeVersionId).map(({ scope, key, rateE4: scoped }) => ({ scope, key, rateE4: scoped })), cycle, firstPeriod: firstRule,
    split, splitItem: splitItemId === null ? null : (codeOf.get(splitItemId) ?? null), unit, vacancy, lateFee,
  });
  return { items: items.map((item) => ({ ...item, fixed: isFixed(item), versions: versions.filter(({ feeItemId }) => feeItemId === item.feeItemId).map(shown) })) };
};
