import { findProduct, insertSales, listSalesByKey, needProduct, type KnownSale } from '../../../db/queries/market.ts';
import { findReference, insertReference } from '../../../db/queries/market-prices.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { isWithinAFen, weighedFen } from '../../../shared/domain/market.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { byOf } from './agreements.ts';
import { checkSameForm } from './same-form.ts';
import { changeOf, findShortages } from './stock.ts';

type Line = Input<'market.addSales'>['lines'][number];
/** Whence a reference is that came with the sales. */
const WITH_SALES = '随销售登记';

export const addSales: Handler<'market.addSales'> = async (context, { formId, on, lines }) => {
  const { db, today } = context;
  if (on > today) throw new AppError('MARKET_IN_FUTURE', { on });
  await checkOpen(db, on);
  const keyOf = (index: number): string | null => (formId === undefined ? null : `form ${formId}#${String(index + 1)}`);
  // One key more than there are lines tells a form that was longer.
  const known = formId === undefined ? [] : await listSalesByKey(db, [...lines, null].map((_, index) => keyOf(index) ?? ''));
  lines.forEach(({ product, grams, priceFen, amountFen }, index) => {
    if (amountFen !== undefined && !isWithinAFen(amountFen, grams, priceFen)) throw new AppError('MARKET_AMOUNT', { line: index + 1, product, amountFen, expectedFen: weighedFen(grams, priceFen) });
  });
  if (known.length > 0) {
    checkSameForm(formId, isSameForm(known, on, lines, keyOf));
    return { sales: known.length, amountFen: sumFen(known.map(({ amountFen }) => amountFen)), above: await listAbove(context, on, lines) };
  }
  const by = byOf(context);
  const products = new Map<string, number>();
  for (const { product } of lines) if (!products.has(product)) products.set(product, await needProduct(db, product, by.at));
  const sales = lines.map(({ product, grams, priceFen, amountFen }, index) => ({ key: keyOf(index), productId: products.get(product) ?? 0, on, grams, priceFen, amountFen: amountFen ?? weighedFen(grams, priceFen) }));
  await setReferences(context, on, lines, products);
  const [short] = await findShortages(db, sales.map(({ productId, grams }) => changeOf(productId, on, { sold: grams })));
  const name = [...products].find(([, productId]) => productId === short?.productId)?.[0] ?? '';
  if (short) throw new AppError('MARKET_SOLD_MORE', { product: name, on: short.on, soldGrams: short.sold, availableGrams: Math.max(0, short.sold + short.left) });
  await insertSales(db, sales, null, by);
  return { sales: sales.length, amountFen: sumFen(sales.map(({ amountFen }) => amountFen)), above: await listAbove(context, on, lines) };
};

function isSameForm(known: readonly KnownSale[], on: string, lines: readonly Line[], keyOf: (index: number) => string | null): boolean {
  const byKey = new Map(known.map((sale) => [sale.key, sale]));
  return known.length === lines.length && lines.every(({ product, grams, priceFen, amountFen = weighedFen(grams, priceFen) }, index) => {
    const sale = byKey.get(keyOf(index) ?? '');
    return sale?.on === on && sale.product === product && sale.grams === grams && sale.priceFen === priceFen && sale.amountFen === amountFen;
  });
}

/** References that came with lines: one for a product, and new only where another holds. */
async function setReferences({ db, user, now }: Context, on: string, lines: readonly Line[], products: ReadonlyMap<string, number>): Promise<void> {
  const given = new Map<string, number>();
  for (const { product, referenceFen } of lines) {
    if (referenceFen === undefined) continue;
    if ((given.get(product) ?? referenceFen) !== referenceFen) throw new AppError('MARKET_REFERENCE_TWICE', { product, on });
    given.set(product, referenceFen);
  }
  for (const [product, referenceFen] of given) {
    const productId = products.get(product) ?? 0;
    const holds = await findReference(db, productId, on);
    if (holds?.referenceFen !== referenceFen) await insertReference(db, { productId, from: on, referenceFen, shopFen: null, source: WITH_SALES }, byOf({ user, now }));
  }
}

/** Lines that were sold above the reference of their day. */
async function listAbove({ db }: Context, on: string, lines: readonly Line[]): Promise<{ product: string; priceFen: number; referenceFen: number }[]> {
  const references = new Map<string, number | undefined>();
  for (const { product } of lines) {
    const productId = await findProduct(db, product);
    references.set(product, productId === undefined ? undefined : (await findReference(db, productId, on))?.referenceFen);
  }
  return lines.flatMap(({ product, priceFen }) => {
    const referenceFen = references.get(product);
    return referenceFen !== undefined && priceFen > referenceFen ? [{ product, priceFen, referenceFen }] : [];
  });
}

export const setReference: Handler<'market.setReference'> = async (context, { from, source, items }) => {
  // What residents saved in a closed month may stand on a sheet already.
  await checkOpen(context.db, from);
  const by = byOf(context);
  const seen = new Set<string>();
  for (const { product, referenceFen, shopFen } of items) {
    if (seen.has(product)) throw new AppError('MARKET_REFERENCE_TWICE', { product, on: from });
    seen.add(product);
    await insertReference(context.db, { productId: await needProduct(context.db, product, by.at), from, referenceFen, shopFen: shopFen ?? null, source }, by);
  }
  return { set: items.length };
};
