export const shiftViews = ['current', 'reports', 'days'] as const;
export type ShiftView = (typeof shiftViews)[number];

/** What the address of the shifts says, e.g. `#/shifts?view=reports&report=JB-2026-000001`. */
export type ShiftsRoute = { view: ShiftView; search?: string | undefined; from?: string | undefined; to?: string | undefined; /** The day to close. */ on?: string | undefined; /** The report that is shown. */ report?: string | undefined };

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Reads the address; unknown values are dropped. */
export function readShiftsRoute(params: URLSearchParams, first: ShiftView): ShiftsRoute {
  const day = (name: string): string | undefined => (DAY.test(params.get(name) ?? '') ? (params.get(name) ?? undefined) : undefined);
  return { view: shiftViews.find((view) => view === params.get('view')) ?? first, search: params.get('search') || undefined, from: day('from'), to: day('to'), on: day('on'), report: params.get('report') || undefined };
}

/** The parameters of an address for `linkTo('shifts', …)`. */
export function shiftsParams({ view, search, from, to, on, report }: ShiftsRoute): Record<string, string> {
  const wanted = { view, search, from, to, on, report };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''));
}
