import { isMonth } from '../../../../shared/domain/period.ts';
import { wantedParams } from '../parking-route.ts';

/** What the address of the income says, e.g. `#/parking?tab=income&until=2026-10&zone=A`: the last of twelve months, and the zone of the heat map. */
export type IncomeRoute = { until?: string | undefined; zone?: string | undefined };
export type IncomeChange = (changes: IncomeRoute) => void;

/** Reads the address; unknown values are dropped. */
export function readIncomeRoute(params: URLSearchParams): IncomeRoute {
  const until = params.get('until') ?? '';
  return { until: isMonth(until) ? until : undefined, zone: params.get('zone') || undefined };
}

/** The parameters of an address for `goToParking`. */
export function incomeParams({ until, zone }: IncomeRoute): Record<string, string | number> {
  return wantedParams({ tab: 'income', until, zone });
}
