export const statementsTabs = ['sheets', 'wall', 'verify', 'rules'] as const;
export type StatementsTab = (typeof statementsTabs)[number];

/** The part in the address and the statement that is open, e.g. `#/statements?id=3`. */
export function statementsRoute(params: URLSearchParams): { tab: StatementsTab; id: number | undefined } {
  const id = Number(params.get('id'));
  return { tab: statementsTabs.find((one) => one === params.get('tab')) ?? 'sheets', id: Number.isSafeInteger(id) && id > 0 ? id : undefined };
}

export const spans = ['month', 'quarter', 'year'] as const;
export type Span = (typeof spans)[number];
const MONTHS: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

const pad = (month: number): string => String(month).padStart(2, '0');

/** The months of the span that a month lies in, both included. */
export function spanAround(span: Span, month: string): { from: string; to: string } {
  const [year, no] = [month.slice(0, 4), Number(month.slice(5))];
  const length = MONTHS[span];
  const first = no - ((no - 1) % length);
  return { from: `${year}-${pad(first)}`, to: `${year}-${pad(first + length - 1)}` };
}

/** The last span that is over by today: the statement that is due. */
export function lastFullSpan(span: Span, today: string): { from: string; to: string } {
  const [year, no] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const length = MONTHS[span];
  const first = no - ((no - 1) % length) - length;
  return first > 0 ? spanAround(span, `${year}-${pad(first)}`) : spanAround(span, `${year - 1}-${pad(first + 12)}`);
}
