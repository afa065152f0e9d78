export const feesTabs = ['bills', 'items', 'meters', 'pools', 'reductions'] as const;
export type FeesTab = (typeof feesTabs)[number];
export type MeterShow = 'all' | 'metered' | 'unread' | 'blocked' | 'none';
const meterShows: readonly MeterShow[] = ['all', 'metered', 'unread', 'blocked', 'none'];

/** What the address of the bills says, e.g. `#/fees?month=2026-10&draft=1`. */
export type FeesRoute = {
  tab: FeesTab; month?: string | undefined; draft: boolean; search?: string | undefined; openOnly: boolean; /** Code of a fee item. */ item?: string | undefined;
  /** The bill whose facts stand beside the list. */ bill?: number | undefined; /** The form that charges one home. */ charge: boolean;
  /** Meters: a building, which homes, the home whose readings stand beside them, the import. */ building?: string | undefined; show: MeterShow; home?: number | undefined; importing: boolean;
};

export type FeesPartProps = { route: FeesRoute; onChange: (changes: Partial<FeesRoute>) => void };

/** The month that stands for the bills of all months. */
export const ALL_MONTHS = 'all';
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads the address; unknown values are dropped. `rates` is where the rates used to be. */
export function readFeesRoute(params: URLSearchParams): FeesRoute {
  const month = params.get('month') ?? '';
  const tab = params.get('tab');
  const number = (name: string): number | undefined => Number(params.get(name)) || undefined;
  return {
    tab: tab === 'rates' ? 'items' : (feesTabs.find((one) => one === tab) ?? 'bills'), month: month === ALL_MONTHS || MONTH.test(month) ? month : undefined,
    draft: params.get('draft') === '1', search: params.get('search') || undefined, openOnly: params.get('open') === '1', item: params.get('item') || undefined, bill: number('bill'), charge: params.get('charge') === '1',
    building: params.get('building') || undefined, show: meterShows.find((one) => one === params.get('show')) ?? 'all', home: number('home'), importing: params.get('import') === '1',
  };
}

/** The parameters of an address for `linkTo('fees', …)`. */
export function feesParams({ tab, month, draft, search, openOnly, item, bill, charge, building, show, home, importing }: FeesRoute): Record<string, string | number> {
  const wanted = {
    tab: tab === 'bills' ? undefined : tab, month, draft: draft ? 1 : undefined, search, open: openOnly ? 1 : undefined, item, bill, charge: charge ? 1 : undefined,
    building, show: show === 'all' ? undefined : show, home, import: importing ? 1 : undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}
