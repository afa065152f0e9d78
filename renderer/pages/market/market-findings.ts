import type { Output } from '../../../shared/contract/index.ts';
import { divideHalfUp } from '../../../shared/domain/money.ts';

export type ShopMonth = Output<'market.trend'>['rows'][number];
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Number(divideHalfUp(BigInt(part) * 100n, BigInt(whole))));

export type ShopFinding = { kind: 'none' } | { kind: 'noReference' | 'even'; count: number; salesFen: number } | { kind: 'saved' | 'dearer'; count: number; salesFen: number; savingFen: number; /** Of what the compared sales would have cost at the market. */ share: number };

/** What months with sales sold and saved; those without a reference say nothing of saving. */
export function shopFinding(months: readonly ShopMonth[]): ShopFinding {
  const sold = months.filter(({ sales }) => sales > 0);
  const sum = (of: (month: ShopMonth) => number): number => sold.reduce((total, month) => total + of(month), 0);
  const [count, salesFen, savingFen, uncomparedFen] = [sold.length, sum((month) => month.salesFen), sum((month) => month.savingFen), sum((month) => month.uncomparedFen)];
  if (count === 0) return { kind: 'none' };
  const comparedFen = salesFen - uncomparedFen;
  if (comparedFen === 0) return { kind: 'noReference', count, salesFen };
  if (savingFen === 0) return { kind: 'even', count, salesFen };
  return { kind: savingFen > 0 ? 'saved' : 'dearer', count, salesFen, savingFen: Math.abs(savingFen), share: percent(Math.abs(savingFen), comparedFen + savingFen) };
}

export type GrowerFinding = { kind: 'none' } | { kind: 'top'; count: number; totalFen: number; village: string; share: number };

/** Which village earned the most. */
export function growerFinding(months: readonly ShopMonth[]): GrowerFinding {
  const paid = new Map<string, number>();
  for (const { village, fen } of months.flatMap(({ growers }) => growers)) paid.set(village, (paid.get(village) ?? 0) + fen);
  const [top] = [...paid].sort(([, one], [, other]) => other - one);
  const totalFen = [...paid.values()].reduce((total, fen) => total + fen, 0);
  return top ? { kind: 'top', count: paid.size, totalFen, village: top[0], share: percent(top[1], totalFen) } : { kind: 'none' };
}
