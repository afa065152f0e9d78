import type { CallInput } from '../../../../shared/contract/index.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { monthOf, rate as rateText } from '../../../text/formats.ts';
import { parseRate } from '../parse-rate.ts';
import type { FeeItem } from './version-words.ts';

type Input = CallInput<'fees.defineItem'>;
export type ScopeDraft = { scope: 'building' | 'type' | 'home'; key: string; rate: string };

/** What is typed into the form of an item or a version; rates as they are typed. */
export type ItemDraft = {
  name: string; code: string; fund: Input['fund']; basis: Input['basis']; rate: string; unit: string; cycle: NonNullable<Input['cycle']>; firstPeriod: NonNullable<Input['firstPeriod']> | '';
  split: NonNullable<Input['split']>; splitItem: string | undefined; rates: ScopeDraft[]; from: string | undefined; to: string | undefined; vacancy: boolean; lateFee: boolean;
};

/** Codes that common items take by their names; others are numbered. */
const CODES: Readonly<Record<string, string>> = { 水费: 'water', 电费: 'power', 热力费: 'heat', 暖气费: 'heat', 燃气费: 'gas', 热水费: 'hot-water', 垃圾费: 'garbage', 垃圾清运费: 'garbage', 电梯费: 'lift', 电梯公摊: 'lift', 维修费: 'repair', 门禁卡: 'card', 停车费: 'parking' };

/** A code for an item of this name that no other has. */
export function codeFor(name: string, items: readonly FeeItem[]): string {
  const taken = new Set(items.map(({ code }) => code));
  const wanted = CODES[name.trim()];
  if (wanted !== undefined && !taken.has(wanted)) return wanted;
  let number = items.length + 1;
  while (taken.has(`item-${String(number)}`)) number += 1;
  return `item-${String(number)}`;
}

/** What the form begins with: nothing for a new item, the newest rule for a new version. */
export function draftOf(item: FeeItem | undefined, today: string): ItemDraft {
  const version = item?.versions.at(-1);
  const from = firstDay(addMonths(monthOf(today), 1));
  return {
    name: item?.name ?? '', code: item?.code ?? '', fund: billedFund(item?.fund), basis: version?.basis ?? 'home', rate: rateTyped(version?.rateE4), unit: version?.unit ?? '',
    cycle: version === undefined || version.cycle === 'none' ? 'month' : version.cycle, firstPeriod: version?.firstPeriod ?? '', split: version?.split ?? 'area', splitItem: version?.splitItem ?? undefined,
    rates: (version?.rates ?? []).map(({ scope, key, rateE4 }) => ({ scope, key, rate: rateText(rateE4) })), from, to: undefined, vacancy: version?.vacancy ?? false, lateFee: version?.lateFee ?? false,
  };
}

const rateTyped = (rateE4: number | null | undefined): string => (rateE4 === null || rateE4 === undefined ? '' : rateText(rateE4));

function billedFund(fund: string | undefined): Input['fund'] {
  return fund === 'common' || fund === 'agency' ? fund : 'property';
}

export const usesRate = ({ basis }: Pick<ItemDraft, 'basis'>): boolean => basis !== 'pool';
export const usesScopes = ({ basis }: Pick<ItemDraft, 'basis'>): boolean => basis === 'area' || basis === 'home' || basis === 'meter';
export const usesFirst = ({ basis }: Pick<ItemDraft, 'basis'>): boolean => basis === 'area' || basis === 'home';

export type DraftProblem = 'needName' | 'badCode' | 'needRate' | 'needKey' | 'needSplitItem' | 'needFrom' | 'toBeforeFrom';
export type DraftProblems = Partial<Record<'name' | 'code' | 'rate' | 'splitItem' | 'from' | 'to', DraftProblem>> & { /** By row. */ rates: readonly (DraftProblem | undefined)[] };

export type DraftProps = { draft: ItemDraft; change: (changes: Partial<ItemDraft>) => void; problems: DraftProblems | undefined; items: readonly FeeItem[] };

/** What of a draft is wrong, in words' keys; main decides the rest. `perHome`: the homes have rates of their own. */
export function problemsOf(draft: ItemDraft, perHome: boolean): DraftProblems {
  const { name, code, basis, rate, rates, from, to, split, splitItem } = draft;
  const problems: DraftProblems = { rates: usesScopes(draft) ? rates.map((one) => (one.key.trim() === '' ? 'needKey' : parseRate(one.rate) === undefined ? 'needRate' : undefined)) : [] };
  if (name.trim() === '') problems.name = 'needName';
  if (!/^[a-z][a-z0-9-]{0,29}$/.test(code)) problems.code = 'badCode';
  const mayLack = perHome || basis === 'once' || (usesScopes(draft) && rates.length > 0);
  if (usesRate(draft) && (rate.trim() === '' ? !mayLack : parseRate(rate) === undefined)) problems.rate = 'needRate';
  if (basis === 'pool' && split === 'quantity' && splitItem === undefined) problems.splitItem = 'needSplitItem';
  if (from === undefined) problems.from = 'needFrom';
  else if (to !== undefined && to <= from) problems.to = 'toBeforeFrom';
  return problems;
}

/** The call that a draft without problems makes. */
export function inputOf(draft: ItemDraft): Input {
  const { name, code, fund, basis, rate, unit, cycle, firstPeriod, split, splitItem, rates, from = '', to, vacancy, lateFee } = draft;
  const rateE4 = usesRate(draft) ? parseRate(rate) : undefined;
  return {
    code, name, fund, from, basis, unit: basis === 'meter' || basis === 'once' ? unit : '', vacancy, lateFee, ...(to !== undefined && { to }), ...(rateE4 !== undefined && { rateE4 }), ...(basis !== 'once' && { cycle }),
    ...(usesScopes(draft) && { rates: rates.map((one) => ({ scope: one.scope, key: one.key.trim(), rateE4: parseRate(one.rate) ?? 0 })) }), ...(usesFirst(draft) && firstPeriod !== '' && { firstPeriod }),
    ...(basis === 'pool' && { split, ...(split === 'quantity' && splitItem !== undefined && { splitItem }) }),
  };
}
