import type { Output } from '../../../shared/contract/index.ts';

export type HomeStatus = Output<'homes.list'>['items'][number]['status'];
export const statuses = ['occupied', 'let', 'vacant', 'unsold'] as const satisfies readonly HomeStatus[];

/** What the address of the homes says, e.g. `#/homes?building=3&unit=2&view=floors&home=12`. */
export type HomesRoute = {
  view: 'list' | 'floors';
  building?: string | undefined;
  unit?: string | undefined;
  search?: string | undefined;
  status?: HomeStatus | undefined;
  owing: boolean;
  homeId?: number | undefined;
};

/** Reads the address; unknown values are dropped. */
export function readHomesRoute(params: URLSearchParams): HomesRoute {
  const text = (name: string) => params.get(name) || undefined;
  const homeId = Number(params.get('home'));
  return {
    view: params.get('view') === 'floors' ? 'floors' : 'list',
    building: text('building'), unit: text('unit'), search: text('search'), status: statuses.find((status) => status === params.get('status')),
    owing: params.get('owing') === '1', homeId: Number.isSafeInteger(homeId) && homeId > 0 ? homeId : undefined,
  };
}

/** The parameters of an address for `linkTo('homes', …)`. */
export function homesParams({ view, building, unit, search, status, owing, homeId }: HomesRoute): Record<string, string | number> {
  const wanted = { view: view === 'floors' ? view : undefined, building, unit, search, status, owing: owing ? 1 : undefined, home: homeId };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}

/** What an address asks `homes.list`. */
export function homesFilter({ building, unit, search, status, owing }: HomesRoute) {
  return { ...(building && { building }), ...(unit && { unit }), ...(search && { search }), ...(status && { status }), ...(owing && { owing }) };
}
