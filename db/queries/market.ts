import type { MarketKind } from '../../shared/contract/market.ts';
import type { StockDay } from '../../shared/domain/market.ts';
import { jsonTable, row, rows, run, type Db } from '../sql.ts';
import type { By } from './charging-meters.ts';

/** Rows of a table that were not voided; primary key of market_void. */
export const STANDS = (kind: MarketKind, column: string): string => `not exists (select 1 from market_void v where v.kind = '${kind}' and v.row_id = ${column})`;
const DEFAULT_PERMILLE = 50;

const lastId = async (db: Db): Promise<number> => (await row<{ id: number }>(db, 'select last_insert_rowid() as id'))?.id ?? 0;

/** How much more than was delivered may be sold. */
export async function allowedPermille(db: Db): Promise<number> {
  return (await row<{ permille: number }>(db, 'select allowed_permille as permille from market_rule order by rule_id desc limit 1'))?.permille ?? DEFAULT_PERMILLE;
}

export async function insertRule(db: Db, permille: number, by: By): Promise<void> {
  await run(db, 'insert into market_rule (allowed_permille, user_id, user_name, at) values (?, ?, ?, ?)', [permille, by.userId, by.userName, by.at]);
}

/** The number of a product by its name; made when it is new. */
export async function needProduct(db: Db, name: string, at: string): Promise<number> {
  const known = await findProduct(db, name);
  if (known !== undefined) return known;
  await run(db, 'insert into market_product (name, at) values (?, ?)', [name, at]);
  return lastId(db);
}

export async function findProduct(db: Db, name: string): Promise<number | undefined> {
  return (await row<{ id: number }>(db, 'select product_id as id from market_product where name = ?', [name]))?.id;
}

/** The number of a grower by village and name; made when new, and the phone is kept when it is another. */
export async function needSupplier(db: Db, { name, village, phone }: { name: string; village: string; phone: string }, by: By): Promise<number> {
  let supplierId = (await row<{ id: number }>(db, 'select supplier_id as id from market_supplier where village = ? and name = ?', [village, name]))?.id;
  if (supplierId === undefined) {
    await run(db, 'insert into market_supplier (name, village, user_id, user_name, at) values (?, ?, ?, ?, ?)', [name, village, by.userId, by.userName, by.at]);
    supplierId = await lastId(db);
  }
  if (phone !== '' && phone !== (await findSupplier(db, supplierId))?.phone) await run(db, 'insert into market_supplier_phone (supplier_id, phone, user_id, user_name, at) values (?, ?, ?, ?, ?)', [supplierId, phone, by.userId, by.userName, by.at]);
  return supplierId;
}

const PHONE = `coalesce((select p.phone from market_supplier_phone p where p.supplier_id = s.supplier_id order by p.phone_id desc limit 1), '')`;

/** Index: market_supplier_phone_supplier. */
export function findSupplier(db: Db, supplierId: number): Promise<{ supplierId: number; phone: string } | undefined> {
  return row(db, `select supplier_id as supplierId, ${PHONE} as phone from market_supplier s where supplier_id = ?`, [supplierId]);
}

export type SupplierRow = { supplierId: number; name: string; village: string; phone: string; deliveries: number; grams: number; paidFen: number; lastOn: string | null };

/** Growers by village and name, with what they brought; index: market_delivery_supplier. */
export function listSuppliers(db: Db): Promise<SupplierRow[]> {
  return rows(db, `select s.supplier_id as supplierId, s.name, s.village, ${PHONE} as phone, count(d.delivery_id) as deliveries, coalesce(sum(d.grams), 0) as grams, coalesce(sum(d.paid_fen), 0) as paidFen, max(d.on_day) as lastOn
    from market_supplier s left join market_delivery d on d.supplier_id = s.supplier_id and ${STANDS('delivery', 'd.delivery_id')} group by s.supplier_id order by s.village, s.name`);
}

export type NewDelivery = { formId: string | null; supplierId: number; productId: number; on: string; grams: number; priceFen: number; paidFen: number; note: string };

export type FormDelivery = { deliveryId: number; supplierId: number; supplier: string; village: string; product: string; on: string; grams: number; priceFen: number; paidFen: number; note: string };

export function findDeliveryByForm(db: Db, formId: string): Promise<FormDelivery | undefined> {
  return row(db, `select d.delivery_id as deliveryId, d.supplier_id as supplierId, s.name as supplier, s.village, p.name as product, d.on_day as "on", d.grams, d.price_fen as priceFen, d.paid_fen as paidFen, d.note from market_delivery d join market_supplier s using (supplier_id) join market_product p using (product_id) where d.form_id = ?`, [formId]);
}

export async function insertDelivery(db: Db, one: NewDelivery, by: By): Promise<number> {
  await run(db, 'insert into market_delivery (form_id, supplier_id, product_id, on_day, grams, price_fen, paid_fen, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [one.formId, one.supplierId, one.productId, one.on, one.grams, one.priceFen, one.paidFen, one.note, by.userId, by.userName, by.at]);
  return lastId(db);
}

export function findWasteByForm(db: Db, formId: string): Promise<{ wasteId: number; product: string; on: string; grams: number; reason: string } | undefined> {
  return row(db, `select w.waste_id as wasteId, p.name as product, w.on_day as "on", w.grams, w.reason from market_waste w join market_product p using (product_id) where w.form_id = ?`, [formId]);
}

export async function insertWaste(db: Db, one: { formId: string | null; productId: number; on: string; grams: number; reason: string }, by: By): Promise<number> {
  await run(db, 'insert into market_waste (form_id, product_id, on_day, grams, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)', [one.formId, one.productId, one.on, one.grams, one.reason, by.userId, by.userName, by.at]);
  return lastId(db);
}

export type NewSale = { key: string | null; productId: number; on: string; grams: number; priceFen: number; amountFen: number };

/** Many sales with one statement. */
export async function insertSales(db: Db, sales: readonly NewSale[], fileId: number | null, by: By): Promise<void> {
  await run(db, `insert into market_sale (sale_key, file_id, product_id, on_day, grams, price_fen, amount_fen, user_id, user_name, at) select k, cast(? as integer), p, d, g, f, a, cast(? as integer), ?, ? from ${jsonTable(['k', 'p', 'd', 'g', 'f', 'a'])}`,
    [fileId, by.userId, by.userName, by.at, JSON.stringify(sales.map(({ key, productId, on, grams, priceFen, amountFen }) => [key, productId, on, grams, priceFen, amountFen]))]);
}

export type KnownSale = { key: string; on: string; product: string; grams: number; priceFen: number; amountFen: number };

/** Sales by the keys of their rows, voided ones too; index: the unique key. */
export function listSalesByKey(db: Db, keys: readonly string[]): Promise<KnownSale[]> {
  return rows(db, `select s.sale_key as key, s.on_day as "on", p.name as product, s.grams, s.price_fen as priceFen, s.amount_fen as amountFen from ${jsonTable(['k'])} j join market_sale s on s.sale_key = j.k join market_product p using (product_id)`, [JSON.stringify(keys.map((key) => [key]))]);
}

export async function insertFile(db: Db, name: string, digest: string, by: By): Promise<number> {
  await run(db, 'insert into market_file (name, digest, user_id, user_name, at) values (?, ?, ?, ?, ?)', [name, digest, by.userId, by.userName, by.at]);
  return lastId(db);
}

/** Index: market_file_digest. */
export function findFile(db: Db, digest: string): Promise<{ file: string; at: string } | undefined> {
  return row(db, 'select name as file, at from market_file where digest = ? order by file_id limit 1', [digest]);
}

export type DaysOfProduct = StockDay & { productId: number };

/**
 * What came, spoilt and was sold of products by day, in order; what was before a day is one row with an empty day.
 * Indexes: market_delivery_product, market_waste_product, market_sale_product.
 */
export function listStockDays(db: Db, productIds: readonly number[], from: string): Promise<DaysOfProduct[]> {
  const part = (table: string, kind: MarketKind, columns: string): string => `select t.product_id as productId, case when t.on_day < ? then '' else t.on_day end as "on", ${columns} from ${jsonTable(['p'])} j join market_${table} t on t.product_id = j.p and ${STANDS(kind, `t.${table}_id`)}`;
  const ids = JSON.stringify(productIds.map((one) => [one]));
  return rows(db, `select productId, "on", sum(delivered) as delivered, sum(wasted) as wasted, sum(sold) as sold from (
    ${part('delivery', 'delivery', 't.grams as delivered, 0 as wasted, 0 as sold')} union all ${part('waste', 'waste', '0, t.grams, 0')} union all ${part('sale', 'sale', '0, 0, t.grams')}) as days group by productId, "on" order by productId, "on"`, [from, ids, from, ids, from, ids]);
}

export type ProductRow = { productId: number; product: string; deliveredGrams: number; wastedGrams: number; soldGrams: number; lastOn: string | null };

/** Products with what came, spoilt and was sold, up to a day; the same indexes. */
export function listProducts(db: Db, until: string): Promise<ProductRow[]> {
  const sum = (table: 'delivery' | 'waste' | 'sale', what: string): string => `(select ${what} from market_${table} t where t.product_id = p.product_id and t.on_day <= ? and ${STANDS(table, `t.${table}_id`)})`;
  const grams = 'coalesce(sum(t.grams), 0)';
  return rows(db, `select p.product_id as productId, p.name as product, ${sum('delivery', grams)} as deliveredGrams, ${sum('waste', grams)} as wastedGrams, ${sum('sale', grams)} as soldGrams, ${sum('sale', 'max(t.on_day)')} as lastOn from market_product p order by p.name`, [until, until, until, until]);
}

export type VoidedRow = { productId: number | null; on: string; grams: number };

/** A row that may be voided, with what it is of a product. */
export function findMarketRow(db: Db, kind: Exclude<MarketKind, 'agreement'>, rowId: number): Promise<VoidedRow | undefined> {
  const columns = kind === 'delivery' || kind === 'sale' || kind === 'waste' ? 'product_id as productId, on_day as "on", grams' : 'null as productId, on_day as "on", 0 as grams';
  return row(db, `select ${columns} from market_${kind} where ${kind}_id = ?`, [rowId]);
}

export async function isVoided(db: Db, kind: MarketKind, rowId: number): Promise<boolean> {
  return (await row(db, 'select 1 as found from market_void where kind = ? and row_id = ?', [kind, rowId])) !== undefined;
}

export async function insertVoid(db: Db, kind: MarketKind, rowId: number, reason: string, by: By): Promise<void> {
  await run(db, 'insert into market_void (kind, row_id, reason, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [kind, rowId, reason, by.userId, by.userName, by.at]);
}
