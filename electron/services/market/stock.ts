import { allowedPermille, listStockDays } from '../../../db/queries/market.ts';
import type { Db } from '../../../db/sql.ts';
import { leastLeft, type StockDay } from '../../../shared/domain/market.ts';

/** A change of a product's stock that is about to be written; below zero takes something back. */
export type StockChange = StockDay & { productId: number };
/** Where too little would be left: the last changed day not after it, what is changed up to it, and what would be left. */
export type Shortage = { productId: number; on: string; sold: number; left: number };

const NONE = { delivered: 0, wasted: 0, sold: 0 };
export const changeOf = (productId: number, on: string, change: Partial<Omit<StockDay, 'on'>>): StockChange => ({ productId, on, ...NONE, ...change });

/** Products of which, with these changes, more would be sold than there was, on the day on which the most lacks. */
export async function findShortages(db: Db, changes: readonly StockChange[]): Promise<Shortage[]> {
  const first = changes.map(({ on }) => on).sort()[0];
  if (first === undefined) return [];
  const permille = await allowedPermille(db);
  const byProduct = new Map<number, StockChange[]>();
  for (const change of changes) push(byProduct, change);
  const known = new Map<number, StockChange[]>();
  for (const day of await listStockDays(db, [...byProduct.keys()], first)) push(known, day);
  return [...byProduct].flatMap(([productId, own]) => {
    const least = leastLeft(known.get(productId) ?? [], own, permille);
    if (!least || least.left >= 0) return [];
    const upTo = own.filter(({ on }) => on <= least.on);
    return [{ productId, on: upTo.map(({ on }) => on).sort().at(-1) ?? least.on, sold: upTo.reduce((sum, { sold }) => sum + sold, 0), left: least.left }];
  });
}

function push(map: Map<number, StockChange[]>, day: StockChange): void {
  const list = map.get(day.productId);
  if (list) list.push(day);
  else map.set(day.productId, [day]);
}
