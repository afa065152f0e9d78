import type { Output } from '../../../../shared/contract/index.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';

export type Compared = Output<'charging.compareIncome'>['rows'][number];
type Earned = Compared['now'];

export const totalOf = ({ energyFen, serviceFen, extraFen }: Earned): number => energyFen + serviceFen + extraFen;
export const differenceOf = ({ now, last }: Compared): number => totalOf(now) - totalOf(last);

/** By how many percent an amount is above another, rounded half away from zero; null where there is nothing to compare with. */
export function percentAbove(nowFen: number, lastFen: number): number | null {
  return lastFen <= 0 ? null : Number(divideHalfUp(BigInt(nowFen - lastFen) * 100n, BigInt(lastFen)));
}

export type CompareFinding = { kind: 'none' | 'noLast' | 'noNow' | 'same' | 'more' | 'less' | 'moreBit' | 'lessBit'; nowFen: number; lastFen: number; differenceFen: number; percent: number; /** What changed most. */ top: Compared | undefined };

/** What this year brought beside the same days of the last, and what changed most. */
export function compareFinding(rows: readonly Compared[]): CompareFinding {
  const [nowFen, lastFen] = [rows.reduce((sum, { now }) => sum + totalOf(now), 0), rows.reduce((sum, { last }) => sum + totalOf(last), 0)];
  const differenceFen = nowFen - lastFen;
  const top = rows.length > 1 ? rows.reduce((best, row) => (Math.abs(differenceOf(row)) > Math.abs(differenceOf(best)) ? row : best)) : undefined;
  const facts = { nowFen, lastFen, differenceFen, percent: Math.abs(percentAbove(nowFen, lastFen) ?? 0), top: differenceFen === 0 ? undefined : top };
  if (lastFen === 0) return { kind: nowFen === 0 ? 'none' : 'noLast', ...facts };
  if (nowFen === 0) return { kind: 'noNow', ...facts };
  if (differenceFen === 0) return { kind: 'same', ...facts };
  return { kind: differenceFen > 0 ? (facts.percent > 0 ? 'more' : 'moreBit') : facts.percent > 0 ? 'less' : 'lessBit', ...facts };
}
