import { isDay } from '../../../../shared/domain/period.ts';
import { wantedParams } from '../parking-route.ts';

/** What the address of the plan says, e.g. `#/parking?zone=A&on=2026-11-05&minute=600&space=A-017`. */
export type PlanRoute = {
  /** spaces: the register; import: a file of spaces. */
  view: 'plan' | 'spaces' | 'import'; zone?: string | undefined; floor?: string | undefined; on?: string | undefined;
  /** Of the day; without it the minute of now. */ minute?: number | undefined; space?: string | undefined; /** The form that adds spaces. */ adding: boolean;
};

/** Reads the address; unknown values are dropped. */
export function readPlanRoute(params: URLSearchParams): PlanRoute {
  const text = (name: string) => params.get(name) || undefined;
  const minute = Number(params.get('minute') ?? NaN);
  const on = params.get('on') ?? '';
  const view = params.get('view');
  return {
    view: view === 'spaces' || view === 'import' ? view : 'plan', zone: text('zone'), floor: text('floor'), on: isDay(on) ? on : undefined,
    minute: Number.isInteger(minute) && minute >= 0 && minute < 1440 ? minute : undefined, space: text('space'), adding: params.get('add') === '1',
  };
}

/** The parameters of an address for `goToParking`. */
export function planParams({ view, zone, floor, on, minute, space, adding }: PlanRoute): Record<string, string | number> {
  return wantedParams({ tab: 'plan', view: view === 'plan' ? undefined : view, zone, floor, on, minute, space, add: adding ? 1 : undefined });
}
