import { row, rows, run, type Db } from '../sql.ts';
import type { By } from './charging-meters.ts';
import { STANDS } from './market.ts';

/** The reference price of a sale's day: the latest from a day not after it; primary key. */
export const REFERENCE = (product: string, on: string, column = 'reference_fen'): string => `(select r.${column} from market_reference r where r.product_id = ${product} and r.from_on <= ${on} order by r.from_on desc, r.version desc limit 1)`;

export type NewReference = { productId: number; from: string; referenceFen: number; shopFen: number | null; source: string };

/** A price from a day on, as a new version of that day. */
export async function insertReference(db: Db, { productId, from, referenceFen, shopFen, source }: NewReference, by: By): Promise<void> {
  await run(db, 'insert into market_reference (product_id, from_on, version, reference_fen, shop_fen, source, user_id, user_name, at) select ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ?, ? from market_reference where product_id = ? and from_on = ?',
    [productId, from, referenceFen, shopFen, source, by.userId, by.userName, by.at, productId, from]);
}

export type ReferenceOn = { from: string; referenceFen: number; shopFen: number | null; source: string };

/** What holds of a product on a day; primary key. */
export function findReference(db: Db, productId: number, on: string): Promise<ReferenceOn | undefined> {
  return row(db, 'select from_on as "from", reference_fen as referenceFen, shop_fen as shopFen, source from market_reference where product_id = ? and from_on <= ? order by from_on desc, version desc limit 1', [productId, on]);
}

export type ReferenceRow = ReferenceOn & { product: string; by: string; at: string };

/** Prices in force of each day that has one, the latest first. */
export function listReferences(db: Db, product: string | undefined): Promise<ReferenceRow[]> {
  return rows(db, `select p.name as product, r.from_on as "from", r.reference_fen as referenceFen, r.shop_fen as shopFen, r.source, r.user_name as by, r.at from market_reference r join market_product p using (product_id)
    where r.version = (select max(o.version) from market_reference o where o.product_id = r.product_id and o.from_on = r.from_on)${product === undefined ? '' : ' and p.name = ?'} order by r.from_on desc, p.name`, product === undefined ? [] : [product]);
}

export type BoardRow = { productId: number; product: string; soldFen: number | null; soldOn: string | null; shopFen: number | null; referenceFen: number | null; referenceOn: string | null; source: string | null };

/** Products with the last price they were sold at and their reference, up to a day; indexes: market_sale_product, primary key. */
export function listBoard(db: Db, on: string): Promise<BoardRow[]> {
  const sold = (column: string): string => `(select s.${column} from market_sale s where s.product_id = p.product_id and s.on_day <= ? and ${STANDS('sale', 's.sale_id')} order by s.on_day desc, s.sale_id desc limit 1)`;
  return rows(db, `select p.product_id as productId, p.name as product, ${sold('price_fen')} as soldFen, ${sold('on_day')} as soldOn, ${REFERENCE('p.product_id', '?', 'shop_fen')} as shopFen, ${REFERENCE('p.product_id', '?')} as referenceFen, ${REFERENCE('p.product_id', '?', 'from_on')} as referenceOn, ${REFERENCE('p.product_id', '?', 'source')} as source
    from market_product p order by p.product_id`, [on, on, on, on, on, on]);
}

/** From which villages products came within days; index: market_delivery_day. */
export function listVillages(db: Db, from: string, to: string): Promise<{ productId: number; village: string }[]> {
  return rows(db, `select distinct d.product_id as productId, s.village from market_delivery d join market_supplier s using (supplier_id) where d.on_day between ? and ? and ${STANDS('delivery', 'd.delivery_id')} order by s.village`, [from, to]);
}
