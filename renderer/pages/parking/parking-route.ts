import { goTo, linkTo } from '../../route.ts';

export const parkingTabs = ['plan', 'leases', 'charges', 'vehicles', 'subsidy', 'income', 'barrier'] as const;
export type ParkingTab = (typeof parkingTabs)[number];

/** The part in the address, e.g. `#/parking?tab=leases&lease=12`; each part reads its own parameters. */
export function parkingTab(params: URLSearchParams): ParkingTab {
  return parkingTabs.find((one) => one === params.get('tab')) ?? 'plan';
}

/** The address as it is now: an input may settle after another one was changed. */
export function presentParams(): URLSearchParams {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '');
}

/** Parameters with a value; the rest stays out of the address. */
export function wantedParams(values: Record<string, string | number | undefined>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}

/** Goes to an address of parking; `replace` leaves no step behind to go back to. */
export function goToParking(params: Record<string, string | number>, { replace = false } = {}): void {
  if (replace) window.location.replace(linkTo('parking', params));
  else goTo('parking', params);
}
