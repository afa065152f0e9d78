import type { CallInput, Output } from '../../../../shared/contract/index.ts';

export const barrierViews = ['findings', 'byLease', 'faults', 'files'] as const;
export type BarrierView = (typeof barrierViews)[number];
export type FindingKind = NonNullable<CallInput<'barrier.findings'>['kind']>;
export type FindingState = NonNullable<CallInput<'barrier.findings'>['state']>;
export type FindingItem = Output<'barrier.findings'>['items'][number];

export const findingKinds: readonly FindingKind[] = ['overstay', 'no-lease', 'outside-lease', 'unused'];
export const findingStates: readonly FindingState[] = ['open', 'charged', 'dismissed'];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What the address says, e.g. `#/parking?tab=barrier&view=findings&kind=overstay&lease=12`. Without a state the open ones are shown; `all`: every one. */
export type BarrierRoute = { view: BarrierView; importing: boolean; month?: string | undefined; kind?: FindingKind | undefined; state: FindingState | 'all'; leaseId?: number | undefined; leaseNo?: string | undefined; fileId?: number | undefined; search?: string | undefined };

/** Reads the address; unknown values are dropped. */
export function readBarrierRoute(params: URLSearchParams): BarrierRoute {
  const text = (name: string) => params.get(name) || undefined;
  const number = (name: string) => (/^\d{1,15}$/.test(params.get(name) ?? '') ? Number(params.get(name)) : undefined);
  const state = params.get('state');
  return {
    view: barrierViews.find((view) => view === params.get('view')) ?? 'findings', importing: params.get('import') === '1', month: MONTH.test(params.get('month') ?? '') ? text('month') : undefined, kind: findingKinds.find((kind) => kind === params.get('kind')),
    state: state === 'all' ? 'all' : (findingStates.find((one) => one === state) ?? 'open'), leaseId: number('lease'), leaseNo: text('no'), fileId: number('file'), search: text('search'),
  };
}

/** The parameters of an address for `goTo('parking', …)`. */
export function barrierParams({ view, importing, month, kind, state, leaseId, leaseNo, fileId, search }: BarrierRoute): Record<string, string | number> {
  const wanted = { tab: 'barrier', view: view === 'findings' ? undefined : view, import: importing ? '1' : undefined, month, kind, state: state === 'open' ? undefined : state, lease: leaseId, no: leaseNo, file: fileId, search };
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}
