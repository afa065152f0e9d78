import { collectionRatios, permille, tenths, type CollectionFigures } from '../../../shared/domain/collection.ts';

export type TrendFinding = { kind: 'none' } | { kind: 'only'; month: string; rate: string } | { kind: 'same' | 'up' | 'down'; month: string; rate: string; before: string; points: string };

/**
 * What twelve months say of the current rate: the last that has one against the one before it that has one, in
 * tenths of a percent as they are shown.
 */
export function trendFinding(items: readonly (CollectionFigures & { month: string })[]): TrendFinding {
  const rated = items.flatMap((item) => {
    const rate = permille(collectionRatios(item).current);
    return rate === undefined ? [] : [{ month: item.month, rate }];
  });
  const last = rated.at(-1);
  const before = rated.at(-2);
  if (!last) return { kind: 'none' };
  if (!before) return { kind: 'only', month: last.month, rate: tenths(last.rate) };
  const points = last.rate - before.rate;
  return { kind: points === 0 ? 'same' : points > 0 ? 'up' : 'down', month: last.month, rate: tenths(last.rate), before: before.month, points: tenths(Math.abs(points)) };
}
