import { isMonth } from '../../../../shared/domain/period.ts';
import { wantedParams } from '../parking-route.ts';

export const subsidyViews = ['account', 'simulate', 'prices'] as const;
export type SubsidyView = (typeof subsidyViews)[number];

/** What the address of the subsidy says, e.g. `#/parking?tab=subsidy&month=2026-10`: the month that is open, and the last of the twelve. */
export type SubsidyRoute = { view: SubsidyView; month?: string | undefined; until?: string | undefined };

/** Reads the address; unknown values are dropped. */
export function readSubsidyRoute(params: URLSearchParams): SubsidyRoute {
  const month = (name: string) => { const text = params.get(name) ?? ''; return isMonth(text) ? text : undefined; };
  return { view: subsidyViews.find((view) => view === params.get('view')) ?? 'account', month: month('month'), until: month('until') };
}

/** The parameters of an address for `goToParking`. */
export function subsidyParams({ view, month, until }: SubsidyRoute): Record<string, string | number> {
  return wantedParams({ tab: 'subsidy', view: view === 'account' ? undefined : view, month, until });
}
