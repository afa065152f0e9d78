export const costTabs = ['vouchers', 'contracts', 'analysis'] as const;
export type CostTab = (typeof costTabs)[number];

/** The part in the address, e.g. `#/costs?tab=vouchers&state=waiting`. */
export function costTab(params: URLSearchParams): CostTab {
  return costTabs.find((one) => one === params.get('tab')) ?? 'vouchers';
}
