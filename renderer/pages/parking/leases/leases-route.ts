import type { LeaseKind, LeaseState } from '../../../../shared/contract/parking.ts';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { isDay } from '../../../../shared/domain/period.ts';
import { wantedParams } from '../parking-route.ts';

export const leaseKinds: readonly LeaseKind[] = ['resident', 'daytime'];
export const leaseStates: readonly LeaseState[] = ['running', 'signed', 'draft', 'suspended', 'ended'];
/** Days before the end from which a lease is on the reminder list. */
export const REMIND_DAYS = 30;

/** What the address of the leases says, e.g. `#/parking?tab=leases&kind=daytime&lease=12`. */
export type LeasesRoute = {
  kind?: LeaseKind | undefined; state?: LeaseState | undefined; zone?: string | undefined; search?: string | undefined; owing: boolean; ending: boolean; /** A company's contract, or a home's leases. */ contractNo?: string | undefined; homeId?: number | undefined;
  leaseId?: number | undefined;
  /** The form of a new lease, and what it begins with. */ making: boolean; space?: string | undefined; from?: string | undefined;
};

/** Reads the address; unknown values are dropped. */
export function readLeasesRoute(params: URLSearchParams): LeasesRoute {
  const text = (name: string) => params.get(name) || undefined;
  const number = (name: string) => (/^\d{1,15}$/.test(params.get(name) ?? '') ? Number(params.get(name)) || undefined : undefined);
  const from = params.get('from') ?? '';
  return {
    kind: leaseKinds.find((kind) => kind === params.get('kind')), state: leaseStates.find((state) => state === params.get('state')), zone: text('zone'), search: text('search'), owing: params.get('owing') === '1', ending: params.get('ending') === '1',
    contractNo: text('contract'), homeId: number('home'), leaseId: number('lease'), making: params.get('new') === '1', space: text('space'), from: isDay(from) ? from : undefined,
  };
}

/** The parameters of an address for `goToParking`. */
export function leasesParams({ kind, state, zone, search, owing, ending, contractNo, homeId, leaseId, making, space, from }: LeasesRoute): Record<string, string | number> {
  return wantedParams({ tab: 'leases', kind, state, zone, search, owing: owing ? 1 : undefined, ending: ending ? 1 : undefined, contract: contractNo, home: homeId, lease: leaseId, new: making ? 1 : undefined, space: making ? space : undefined, from: making ? from : undefined });
}

/** What the list asks for. */
export function leasesFilter({ kind, state, zone, search, owing, ending, contractNo, homeId }: LeasesRoute): Omit<CallInput<'parking.listLeases'>, 'limit' | 'after'> {
  return { ...(kind && { kind }), ...(state && { state }), ...(zone && { zone }), ...(search && { search }), ...(owing && { owing }), ...(ending && { endsWithin: REMIND_DAYS }), ...(contractNo && { contractNo }), ...(homeId !== undefined && { homeId }) };
}
