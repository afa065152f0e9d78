export const recordViews = ['receipts', 'prepaid', 'deposits'] as const;
export type RecordView = (typeof recordViews)[number];

/** What the address of the records says, e.g. `#/payments?view=deposits&of=12&held=1`. */
export type RecordsRoute = {
  view: RecordView;
  search?: string | undefined;
  /** Receipts of a day. */
  on?: string | undefined;
  /** The home whose statement or deposits are shown. */
  homeId?: number | undefined;
  /** The receipt or the deposit that is open beside the list. */
  chosen?: string | undefined;
  /** Also deposits that were returned. */
  everyDeposit: boolean;
};

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads the address; unknown values are dropped. */
export function readRecordsRoute(params: URLSearchParams): RecordsRoute {
  const homeId = Number(params.get('of'));
  const on = params.get('on') ?? '';
  return {
    view: recordViews.find((view) => view === params.get('view')) ?? 'receipts',
    search: params.get('search') || undefined, on: DAY.test(on) ? on : undefined, chosen: params.get('chosen') || undefined,
    homeId: Number.isSafeInteger(homeId) && homeId > 0 ? homeId : undefined, everyDeposit: params.get('every') === '1',
  };
}

/** The parameters of an address for `linkTo('payments', …)`. */
export function recordsParams({ view, search, on, homeId, chosen, everyDeposit }: RecordsRoute): Record<string, string | number> {
  const wanted = { view, search, on, of: homeId, chosen, every: everyDeposit ? 1 : undefined };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}
