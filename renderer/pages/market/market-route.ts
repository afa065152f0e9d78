export const marketTabs = ['overview', 'board', 'deliveries', 'sales', 'agreements', 'checks'] as const;
export type MarketTab = (typeof marketTabs)[number];

/** The part in the address, e.g. `#/market?tab=sales&from=2026-10-01`. */
export function marketTab(params: URLSearchParams): MarketTab {
  return marketTabs.find((one) => one === params.get('tab')) ?? 'overview';
}
