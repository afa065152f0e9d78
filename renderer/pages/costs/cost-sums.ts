import type { Output } from '../../../shared/contract/index.ts';

export type CostRow = Output<'costs.analysis'>['rows'][number];

/** What each item came to, the most first. */
export function sumByKey(rows: readonly CostRow[]): { key: string; amountFen: number }[] {
  const sums = new Map<string, number>();
  for (const { key, amountFen } of rows) sums.set(key, (sums.get(key) ?? 0) + amountFen);
  return [...sums].map(([key, amountFen]) => ({ key, amountFen })).filter(({ amountFen }) => amountFen !== 0).sort((one, other) => other.amountFen - one.amountFen);
}
