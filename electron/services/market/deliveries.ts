import { findDeliveryByForm, findMarketRow, findSupplier, findWasteByForm, insertDelivery, insertVoid, insertWaste, isVoided, listProducts as listProductRows, listSuppliers as listSupplierRows, needProduct, needSupplier } from '../../../db/queries/market.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import { maskPhone } from '../../../shared/domain/address.ts';
import { isWithinAFen, leftGrams, priceOf, weighedFen } from '../../../shared/domain/market.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { byOf } from './agreements.ts';
import { checkSameForm } from './same-form.ts';
import { changeOf, findShortages } from './stock.ts';

const isSame = <Row extends Record<string, string | number>>(known: Row, given: Row): boolean => Object.entries(given).every(([name, value]) => known[name] === value);

export const addDelivery: Handler<'market.addDelivery'> = async (context, { formId, supplier, product, on, grams, priceFen, paidFen, note }) => {
  const { db, today } = context;
  const price = priceFen ?? priceOf(paidFen ?? 0, grams);
  const paid = paidFen ?? weighedFen(grams, price);
  const earlier = formId === undefined ? undefined : await findDeliveryByForm(db, formId);
  if (earlier) {
    const { deliveryId, supplierId: of, supplier: name, village, ...known } = earlier;
    const sameSupplier = 'supplierId' in supplier ? supplier.supplierId === of : supplier.name === name && supplier.village === village;
    checkSameForm(formId, sameSupplier && isSame(known, { product, on, grams, priceFen: price, paidFen: paid, note }));
    return { deliveryId, supplierId: of, paidFen: known.paidFen };
  }
  if (on > today) throw new AppError('MARKET_IN_FUTURE', { on });
  await checkOpen(db, on);
  if (priceFen !== undefined && paidFen !== undefined && !isWithinAFen(paidFen, grams, priceFen)) throw new AppError('MARKET_AMOUNT', { line: 1, product, amountFen: paidFen, expectedFen: weighedFen(grams, priceFen) });
  const by = byOf(context);
  const supplierId = 'supplierId' in supplier ? supplier.supplierId : await needSupplier(db, supplier, by);
  if (!(await findSupplier(db, supplierId))) throw new AppError('NO_SUCH_SUPPLIER', { supplierId });
  const deliveryId = await insertDelivery(db, { formId: formId ?? null, supplierId, productId: await needProduct(db, product, by.at), on, grams, priceFen: price, paidFen: paid, note }, by);
  return { deliveryId, supplierId, paidFen: paid };
};

export const addWaste: Handler<'market.addWaste'> = async (context, { formId, product, on, grams, reason }) => {
  const { db, today } = context;
  const earlier = formId === undefined ? undefined : await findWasteByForm(db, formId);
  if (earlier) {
    checkSameForm(formId, isSame(earlier, { wasteId: earlier.wasteId, product, on, grams, reason }));
    return { wasteId: earlier.wasteId };
  }
  if (on > today) throw new AppError('MARKET_IN_FUTURE', { on });
  await checkOpen(db, on);
  const by = byOf(context);
  const productId = await needProduct(db, product, by.at);
  const [short] = await findShortages(db, [changeOf(productId, on, { wasted: grams })]);
  if (short) throw new AppError('MARKET_STOCK_NEEDED', { product, on: short.on, shortGrams: -short.left });
  return { wasteId: await insertWaste(db, { formId: formId ?? null, productId, on, grams, reason }, by) };
};

export const voidEntry: Handler<'market.voidEntry'> = async (context, { kind, id, reason }) => {
  const { db } = context;
  const found = await findMarketRow(db, kind, id);
  if (!found) throw new AppError('NO_SUCH_MARKET_ROW', { kind, id });
  if (await isVoided(db, kind, id)) throw new AppError('MARKET_ROW_VOID', { kind, id });
  if (kind === 'delivery' || kind === 'sale' || kind === 'waste') await checkOpen(db, found.on);
  if (kind === 'delivery' && found.productId !== null) {
    const [short] = await findShortages(db, [changeOf(found.productId, found.on, { delivered: -found.grams })]);
    const name = (await listProductRows(db, found.on)).find(({ productId }) => productId === found.productId)?.product ?? '';
    if (short) throw new AppError('MARKET_STOCK_NEEDED', { product: name, on: short.on, shortGrams: -short.left });
  }
  await insertVoid(db, kind, id, reason, byOf(context));
  return {};
};

export const listSuppliers: Handler<'market.listSuppliers'> = async ({ db }) => ({ items: (await listSupplierRows(db)).map(({ phone, ...supplier }) => ({ ...supplier, maskedPhone: phone === '' ? '' : maskPhone(phone) })) });

export const revealPhone: Handler<'market.revealPhone'> = async ({ db }, { supplierId }) => {
  const found = await findSupplier(db, supplierId);
  if (!found) throw new AppError('NO_SUCH_SUPPLIER', { supplierId });
  return { phone: found.phone };
};

/** What is left to sell today, the allowance not counted. */
export const listProducts: Handler<'market.listProducts'> = async ({ db, today }) => ({
  items: (await listProductRows(db, today)).map(({ productId: _, ...one }) => ({ ...one, leftGrams: leftGrams({ delivered: one.deliveredGrams, wasted: one.wastedGrams, sold: one.soldGrams }, 0) })),
});
