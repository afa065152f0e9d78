export const parkingTabs = ['plan', 'leases', 'charges', 'vehicles', 'subsidy', 'income', 'barrier'] as const;
export type ParkingTab = (typeof parkingTabs)[number];

/** The part in the address, e.g. `#/parking?tab=leases&lease=12`; each part reads its own parameters. */
export function parkingTab(params: URLSearchParams): ParkingTab {
  return parkingTabs.find((one) => one === params.get('tab')) ?? 'plan';
}
