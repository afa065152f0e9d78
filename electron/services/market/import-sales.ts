import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { findFile, findProduct, insertFile, insertSales, listSalesByKey, needProduct } from '../../../db/queries/market.ts';
import { findReference } from '../../../db/queries/market-prices.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { readScaleSheet, type ScaleIssue, type ScaleRow } from '../../../shared/domain/scale-sheet.ts';
import type { Context, Handler } from '../../context.ts';
import { readBounded, readTables } from '../../files/read-table.ts';
import { byOf } from './agreements.ts';
import { changeOf, findShortages } from './stock.ts';

type Answer = Output<'market.importSales'>;

export const importSales: Handler<'market.importSales'> = async (context, { file, mapping, commit }) => {
  const { db, today } = context;
  const digest = createHash('sha256').update(await readBounded(file)).digest('hex');
  const sheet = readScaleSheet((await readTables(file)).sheets, { mapping: mapping?.columns, today });
  context.checkCancelled();
  const seen = (await findFile(db, digest)) ?? null;
  const { fresh, repeats, conflicts } = await compare(db, sheet.rows);
  const [first] = fresh.map(({ on }) => on).sort();
  if (commit && first !== undefined) await checkOpen(db, first);
  const issues = [...sheet.issues, ...conflicts, ...(await oversold(db, fresh))].sort((one, other) => one.row - other.row);
  const written = commit && issues.length === 0 && fresh.length > 0;
  if (written) await writeRows(context, fresh, { name: basename(file), digest });
  return { ...(await factsOf(db, fresh)), repeats, issues, written, seen };
};

/** Writes rows of a scale that were looked at. */
export async function writeRows(context: Context, fresh: readonly ScaleRow[], file: { name: string; digest: string }): Promise<void> {
  const by = byOf(context);
  const products = new Map<string, number>();
  for (const { product } of fresh) if (!products.has(product)) products.set(product, await needProduct(context.db, product, by.at));
  const fileId = await insertFile(context.db, file.name, file.digest, by);
  await insertSales(context.db, fresh.map(({ product, key, on, grams, priceFen, amountFen }) => ({ key, productId: products.get(product) ?? 0, on, grams, priceFen, amountFen })), fileId, by);
}

/** What is new; the same again is a repeat, and a ticket that says something else contradicts it. */
async function compare(db: Db, read: readonly ScaleRow[]): Promise<{ fresh: ScaleRow[]; repeats: number; conflicts: ScaleIssue[] }> {
  const known = new Map((await listSalesByKey(db, read.map(({ key }) => key))).map((sale) => [sale.key, sale]));
  const fresh: ScaleRow[] = [];
  const conflicts: ScaleIssue[] = [];
  let repeats = 0;
  for (const one of read) {
    const earlier = known.get(one.key);
    if (!earlier) fresh.push(one);
    else if (earlier.grams === one.grams && earlier.priceFen === one.priceFen && earlier.amountFen === one.amountFen) repeats += 1;
    else conflicts.push({ row: one.row, field: 'no', value: `${one.product} ${one.on}`, reason: 'DIFFERS' });
  }
  return { fresh, repeats, conflicts };
}

/** The row with which more of a product was sold than there was. A product that is not known yet never came. */
async function oversold(db: Db, fresh: readonly ScaleRow[]): Promise<ScaleIssue[]> {
  const ids = new Map<string, number>();
  for (const { product } of fresh) if (!ids.has(product)) ids.set(product, (await findProduct(db, product)) ?? -ids.size - 1);
  const shortages = await findShortages(db, fresh.map(({ product, on, grams }) => changeOf(ids.get(product) ?? 0, on, { sold: grams })));
  return shortages.flatMap(({ productId, on }) => {
    const row = fresh.findLast((one) => ids.get(one.product) === productId && one.on === on);
    return row ? [{ row: row.row, field: 'grams' as const, value: `${row.product} ${on}`, reason: 'SOLD_MORE' as const }] : [];
  });
}

async function factsOf(db: Db, fresh: readonly ScaleRow[]): Promise<Pick<Answer, 'rows' | 'from' | 'to' | 'soldGrams' | 'salesFen' | 'above' | 'products'>> {
  const days = fresh.map(({ on }) => on).sort();
  const products = new Map<string, Answer['products'][number]>();
  const references = new Map<string, number | undefined>();
  let above = 0;
  for (const { product, on, grams, amountFen, priceFen } of fresh) {
    const sum = products.get(product) ?? { product, rows: 0, grams: 0, amountFen: 0 };
    products.set(product, { product, rows: sum.rows + 1, grams: sum.grams + grams, amountFen: sum.amountFen + amountFen });
    const key = `${product}|${on}`;
    if (!references.has(key)) references.set(key, await referenceOn(db, product, on));
    const referenceFen = references.get(key);
    if (referenceFen !== undefined && priceFen > referenceFen) above += 1;
  }
  return { rows: fresh.length, from: days[0] ?? null, to: days.at(-1) ?? null, soldGrams: fresh.reduce((sum, { grams }) => sum + grams, 0), salesFen: sumFen(fresh.map(({ amountFen }) => amountFen)), above, products: [...products.values()] };
}

async function referenceOn(db: Db, product: string, on: string): Promise<number | undefined> {
  const productId = await findProduct(db, product);
  return productId === undefined ? undefined : (await findReference(db, productId, on))?.referenceFen;
}
