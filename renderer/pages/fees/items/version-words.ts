import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { rate } from '../../../text/formats.ts';
import { useItemName } from '../item-name.ts';

export type FeeItem = Output<'fees.listItems'>['items'][number];
export type FeeVersion = FeeItem['versions'][number];
type ScopeRate = FeeVersion['rates'][number];

export const PROPERTY = 'property';

/** The version that holds on a day. */
export function versionOn(versions: readonly FeeVersion[], day: string): FeeVersion | undefined {
  return versions.find(({ from, to }) => from <= day && (to === null || day < to));
}

/** The version that holds, else the next one, else the last: what the item is about. */
export function mainVersion(versions: readonly FeeVersion[], today: string): FeeVersion | undefined {
  return versionOn(versions, today) ?? versions.find(({ from }) => from > today) ?? versions.at(-1);
}

/** The names of items by their code. */
export function useNames(items: readonly FeeItem[]): ReadonlyMap<string, string> {
  return useMemo(() => new Map(items.map(({ code, name }) => [code, name])), [items]);
}

export type VersionWords = {
  /** What is multiplied with what: `1.50 元/m²·月`. */
  how: (item: FeeItem, version: FeeVersion) => string;
  cycle: (version: FeeVersion) => string;
  /** The rates of parts: `3 栋 1.80`. */
  scopes: (version: FeeVersion) => string[];
  scope: (rate: ScopeRate) => string;
  /** What a version changed of the one before it. */
  changes: (before: FeeVersion | undefined, version: FeeVersion) => string[];
};

/** Words for the rules of fee items; `names` are those of items by their code. */
export function useVersionWords(names: ReadonlyMap<string, string>): VersionWords {
  const { t } = useTranslation(['fees', 'common']);
  const itemName = useItemName();
  return useMemo(() => wordsOf(t, (code) => itemName(names.get(code) ?? code)), [t, itemName, names]);
}

function wordsOf(t: TFunction<['fees', 'common']>, nameOf: (code: string) => string): VersionWords {
  const split = ({ split: by, splitItem }: FeeVersion) => (by === null ? '' : by === 'quantity' && splitItem !== null ? t('splitByItem', { item: nameOf(splitItem) }) : t(`splitName.${by}`));
  const scope = ({ scope: kind, key }: ScopeRate) => (kind === 'building' ? t('buildingName', { name: key }) : kind === 'type' && isHomeType(key) ? t(`common:homeType.${key}`) : key);
  const scopes = ({ rates }: FeeVersion) => rates.map((one) => t('scopeRate', { key: scope(one), rate: rate(one.rateE4) }));
  const how = ({ code }: FeeItem, version: FeeVersion) => {
    if (version.basis === 'pool') return t('howRate.pool', { split: split(version) });
    if (version.rateE4 === null) return code === PROPERTY ? t('howRate.perHome') : version.basis === 'once' ? t('howRate.typed') : scopes(version).join(t('itemComma'));
    return t(`howRate.${version.basis}`, { rate: rate(version.rateE4), unit: version.unit || t('unitDefault') });
  };
  const yes = (value: boolean) => t(value ? 'yes' : 'no');
  const facts = (version: FeeVersion): [Parameters<typeof changedKey>[0], string][] => [
    ['basis', t(`basisName.${version.basis}`)], ['rate', version.rateE4 === null ? t('noneWord') : rate(version.rateE4)], ['rates', scopes(version).join(t('itemComma')) || t('noneWord')], ['cycle', t(`cycleName.${version.cycle}`)],
    ['firstPeriod', version.firstPeriod === null ? t('firstDefault') : t(`firstName.${version.firstPeriod}`)], ['split', split(version) || t('noneWord')], ['unit', version.unit || t('noneWord')], ['vacancy', yes(version.vacancy)], ['lateFee', yes(version.lateFee)],
  ];
  const changes = (before: FeeVersion | undefined, version: FeeVersion) => {
    if (!before) return [t('first')];
    const old = new Map(facts(before));
    const changed = facts(version).filter(([what, words]) => old.get(what) !== words).map(([what, words]) => t('change', { what: t(changedKey(what)), from: old.get(what) ?? '', to: words }));
    return changed.length > 0 ? changed : [t('same')];
  };
  return { how, cycle: (version) => version.cycle === 'none' ? t('basisName.once') : t('cycleShort', { cycle: t(`cycleName.${version.cycle}`) }), scopes, scope, changes };
}

const changedKey = <What extends 'basis' | 'rate' | 'rates' | 'cycle' | 'firstPeriod' | 'split' | 'unit' | 'vacancy' | 'lateFee'>(what: What) => `changed.${what}` as const;

const HOME_TYPES = ['residence', 'villa', 'shop', 'office', 'garage', 'other'] as const;
export const homeTypes: readonly (typeof HOME_TYPES)[number][] = HOME_TYPES;

function isHomeType(key: string): key is (typeof HOME_TYPES)[number] {
  return HOME_TYPES.some((type) => type === key);
}
