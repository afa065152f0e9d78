export const arrearsViews = ['ageing', 'dunning', 'calls', 'rates'] as const;
export type ArrearsView = (typeof arrearsViews)[number];

/** The view in the address; ages when it names none. */
export function readArrearsView(params: URLSearchParams): ArrearsView {
  return arrearsViews.find((view) => view === params.get('view')) ?? 'ageing';
}
