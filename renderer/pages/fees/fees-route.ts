/** What the address of the bills says, e.g. `#/fees?month=2026-10&draft=1`. */
export type FeesRoute = { tab: 'bills' | 'rates'; month?: string | undefined; draft: boolean; search?: string | undefined; openOnly: boolean };

/** The month that stands for the bills of all months. */
export const ALL_MONTHS = 'all';
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads the address; unknown values are dropped. */
export function readFeesRoute(params: URLSearchParams): FeesRoute {
  const month = params.get('month') ?? '';
  return {
    tab: params.get('tab') === 'rates' ? 'rates' : 'bills',
    month: month === ALL_MONTHS || MONTH.test(month) ? month : undefined,
    draft: params.get('draft') === '1', search: params.get('search') || undefined, openOnly: params.get('open') === '1',
  };
}

/** The parameters of an address for `linkTo('fees', …)`. */
export function feesParams({ tab, month, draft, search, openOnly }: FeesRoute): Record<string, string | number> {
  const wanted = { tab: tab === 'rates' ? tab : undefined, month, draft: draft ? 1 : undefined, search, open: openOnly ? 1 : undefined };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}
