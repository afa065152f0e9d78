export const chargingTabs = ['income', 'use', 'sessions', 'review', 'accounts', 'settlements', 'meters', 'tariffs', 'devices'] as const;
export type ChargingTab = (typeof chargingTabs)[number];

/** The part in the address, e.g. `#/charging?tab=sessions&search=4329`. */
export function chargingTab(params: URLSearchParams): ChargingTab {
  return chargingTabs.find((one) => one === params.get('tab')) ?? 'income';
}
