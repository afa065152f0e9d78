import type { z } from 'zod';
import type { FeeBasis, FeeCycle, firstPeriodRule, poolSplit, scopeRate } from '../../shared/contract/fees.ts';
import type { Fund } from '../../shared/contract/ledger.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import { PROPERTY_FEE } from './bills.ts';

export type FeeItem = { feeItemId: number; code: string; name: string; fund: Fund; account: string };
export type ScopeRate = z.infer<typeof scopeRate>;
export type NewVersion = {
  feeItemId: number; from: string; /** Half-open; null until a later version begins. */ to: string | null; basis: FeeBasis; rateE4: number | null; cycle: FeeCycle | 'none'; firstRule: z.infer<typeof firstPeriodRule> | null;
  split: z.infer<typeof poolSplit> | null; splitItemId: number | null; unit: string; vacancy: boolean; lateFee: boolean;
};
export type FeeVersion = NewVersion & { feeVersionId: number; /** The end that it was given, before any later version. */ ownTo: string | null };

const ITEM = 'fee_item_id as feeItemId, code, name, fund, account';

export function listItemRows(db: Db): Promise<FeeItem[]> {
  return rows(db, `select ${ITEM} from fee_item order by fee_item_id`);
}

export function findItem(db: Db, code: string): Promise<FeeItem | undefined> {
  return row(db, `select ${ITEM} from fee_item where code = ?`, [code]);
}

export async function insertItem(db: Db, { code, name, fund, account }: Omit<FeeItem, 'feeItemId'>): Promise<FeeItem> {
  const made = await row<{ feeItemId: number }>(db, 'insert into fee_item (code, name, fund, account) values (?, ?, ?, ?) returning fee_item_id as feeItemId', [code, name, fund, account]);
  return { feeItemId: made?.feeItemId ?? 0, code, name, fund, account };
}

export async function renameItem(db: Db, feeItemId: number, name: string): Promise<void> {
  await run(db, 'update fee_item set name = ? where fee_item_id = ?', [name, feeItemId]);
}

/** The versions of an item, or of all, by item and day. A version's end is its own or the beginning of the next. */
export async function listVersions(db: Db, feeItemId?: number): Promise<FeeVersion[]> {
  const found = await rows<Omit<FeeVersion, 'vacancy' | 'lateFee' | 'ownTo'> & { vacancy: number; lateFee: number; next: string | null }>(db, `select fee_version_id as feeVersionId, fee_item_id as feeItemId, from_on as "from", to_on as "to", basis, rate_e4 as rateE4, cycle,
    first_rule as firstRule, split, split_item_id as splitItemId, unit, vacancy, late_fee as lateFee, lead(from_on) over (partition by fee_item_id order by from_on) as next
    from fee_version ${feeItemId === undefined ? '' : 'where fee_item_id = ?'} order by fee_item_id, from_on`, feeItemId === undefined ? [] : [feeItemId]);
  return found.map(({ next, to, vacancy, lateFee, ...version }) => ({ ...version, ownTo: to, to: to !== null && next !== null ? (to < next ? to : next) : (to ?? next), vacancy: vacancy === 1, lateFee: lateFee === 1 }));
}

export async function insertVersion(db: Db, version: NewVersion & { userId: number; at: string }): Promise<number> {
  const made = await row<{ id: number }>(db, `insert into fee_version (fee_item_id, from_on, to_on, basis, rate_e4, cycle, first_rule, split, split_item_id, unit, vacancy, late_fee, user_id, created_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning fee_version_id as id`,
  [version.feeItemId, version.from, version.to, version.basis, version.rateE4, version.cycle, version.firstRule, version.split, version.splitItemId, version.unit, Number(version.vacancy), Number(version.lateFee), version.userId, version.at]);
  return made?.id ?? 0;
}

/** The rates of versions for a part of the homes. */
export function listScopeRates(db: Db, feeVersionIds: readonly number[]): Promise<(ScopeRate & { feeVersionId: number })[]> {
  return rows(db, `select fee_version_id as feeVersionId, scope, key, rate_e4 as rateE4 from fee_scope_rate where fee_version_id in (select value from json_each(?)) order by fee_version_id, scope, key`, [JSON.stringify(feeVersionIds)]);
}

export async function insertScopeRates(db: Db, feeVersionId: number, rates: readonly ScopeRate[]): Promise<void> {
  if (rates.length === 0) return;
  await run(db, `insert into fee_scope_rate (fee_version_id, scope, key, rate_e4) select ?, scope, key, rate_e4 from ${jsonTable(['scope', 'key', 'rate_e4'])}`,
    [feeVersionId, JSON.stringify(rates.map(({ scope, key, rateE4 }) => [scope, key, rateE4]))]);
}

/** Gives every home, or those from a number on, the property fee rate that a version has for it, from its first day: a home's rate is read there. */
export async function spreadPropertyRate(db: Db, feeVersionId: number, firstHomeId = 0): Promise<void> {
  const scoped = (scope: string, key: string): string => `(select rate_e4 from fee_scope_rate s where s.fee_version_id = v.fee_version_id and s.scope = '${scope}' and s.key = ${key})`;
  await run(db, `insert into fee_rate (fee_item_id, home_id, from_on, rate_e4) select ${PROPERTY_FEE}, home_id, from_on, rate_e4 from (
      select h.home_id, v.from_on, coalesce(${scoped('home', 'h.label')}, ${scoped('type', 'h.home_type')}, ${scoped('building', 'h.building')}, v.rate_e4) as rate_e4 from dwelling h, fee_version v where v.fee_version_id = ? and h.home_id >= ?)
    where rate_e4 is not null on conflict do update set rate_e4 = excluded.rate_e4`, [feeVersionId, firstHomeId]);
}

/** Where the periods of an item's living bills begin and end at most; undefined before the first. */
export async function findBilledSpan(db: Db, feeItemId: number): Promise<{ lastFrom: string; lastTo: string } | undefined> {
  const found = await row<{ lastFrom: string | null; lastTo: string | null }>(db, `select max(b.from_on) as lastFrom, max(b.to_on) as lastTo from bill b
    where b.fee_item_id = ? and not exists (select 1 from bill_cancel c where c.bill_id = b.bill_id)`, [feeItemId]);
  return found?.lastFrom && found.lastTo ? { lastFrom: found.lastFrom, lastTo: found.lastTo } : undefined;
}

export async function hasBills(db: Db, feeItemId: number): Promise<boolean> {
  return (await row(db, 'select 1 from bill where fee_item_id = ? limit 1', [feeItemId])) !== undefined;
}

/** Of names of buildings or labels of homes, those that no home has. */
export async function listUnknown(db: Db, column: 'building' | 'label', names: readonly string[]): Promise<string[]> {
  return (await rows<{ name: string }>(db, `select value as name from json_each(?) where not exists (select 1 from dwelling h where h.${column} = value)`, [JSON.stringify(names)])).map(({ name }) => name);
}
