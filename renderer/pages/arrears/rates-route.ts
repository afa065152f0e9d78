import { collectionParts, periodMonths, type CollectionPart, type ReportPeriod } from '../../../shared/domain/collection.ts';

export const reportPeriods = Object.keys(periodMonths) as ReportPeriod[];
export const rateGroups = ['building', 'item'] as const;
export type RateGroup = (typeof rateGroups)[number];

/** What the address of the rates says, e.g. `#/arrears?view=rates&period=quarter&month=2026-10&part=collected&key=3`. */
export type RatesRoute = {
  period: ReportPeriod; /** Any month of the period. */ month?: string | undefined; by: RateGroup;
  /** The number whose homes stand beside it, and the building or item that it is of. */ part?: CollectionPart | undefined; key?: string | undefined;
};
export type RatesChange = (changes: Partial<RatesRoute>) => void;

/** Reads the address; unknown values are dropped. */
export function readRatesRoute(params: URLSearchParams): RatesRoute {
  const month = params.get('month') ?? '';
  return {
    period: reportPeriods.find((one) => one === params.get('period')) ?? 'month', month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    by: rateGroups.find((one) => one === params.get('by')) ?? 'building', part: collectionParts.find((one) => one === params.get('part')), key: params.get('key') || undefined,
  };
}

/** The parameters of an address for `linkTo('arrears', …)`. */
export function ratesParams({ period, month, by, part, key }: RatesRoute): Record<string, string> {
  const wanted = { view: 'rates', period: period === 'month' ? undefined : period, month, by: by === 'building' ? undefined : by, part, key: part && key };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
