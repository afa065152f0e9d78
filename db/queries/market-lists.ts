import { row, rows, run, type Db } from '../sql.ts';
import type { By } from './charging-meters.ts';
import { STANDS } from './market.ts';
import { REFERENCE } from './market-prices.ts';

export type Voided = { voidReason: string | null; voidBy: string | null; voidAt: string | null };
const VOID = 'v.reason as voidReason, v.user_name as voidBy, v.at as voidAt';
const join = (kind: string, column: string): string => `left join market_void v on v.kind = '${kind}' and v.row_id = ${column}`;

/** Quantity × (reference − price) of a sale, rounded once, half away from zero, as shared/domain/market.ts does; null without a reference. Products of a sale stay below 2⁶³. */
const saved = (difference: string): string => `(case when ${difference} < 0 then -1 else 1 end) * ((2 * abs(${difference}) + 1000) / 2000)`;
const SAVING = saved('s.grams * (s.reference - s.price_fen)');
/** Sales with the reference of their day. */
const SALES = (where: string): string => `(select s.*, ${REFERENCE('s.product_id', 's.on_day')} as reference from market_sale s where ${where})`;

type Filter = { from?: string | undefined; to?: string | undefined; product?: string | undefined };
type Page = { before: readonly [string, number]; limit: number };
const bounds = ({ from, to, product }: Filter, alias: string): { sql: string[]; values: (string | number)[] } => {
  const sql = [`${alias}.on_day between ? and ?`];
  const values: (string | number)[] = [from ?? '', to ?? '9999'];
  if (product !== undefined) { sql.push(`${alias}.product_id = (select product_id from market_product where name = ?)`); values.push(product); }
  return { sql, values };
};

export type DeliveryRow = Voided & { deliveryId: number; on: string; supplierId: number; supplier: string; village: string; product: string; grams: number; priceFen: number; paidFen: number; note: string; by: string };
type DeliveryFilter = Filter & { village?: string | undefined };

function deliveryBounds(filter: DeliveryFilter): { sql: string[]; values: (string | number)[] } {
  const { sql, values } = bounds(filter, 'd');
  if (filter.village !== undefined) { sql.push('d.supplier_id in (select supplier_id from market_supplier where village = ?)'); values.push(filter.village); }
  return { sql, values };
}

/** Deliveries, the latest first; keyset by day and number. Indexes: market_delivery_day, _product. */
export function listDeliveries(db: Db, filter: DeliveryFilter, { before, limit }: Page): Promise<DeliveryRow[]> {
  const { sql, values } = deliveryBounds(filter);
  return rows(db, `select d.delivery_id as deliveryId, d.on_day as "on", d.supplier_id as supplierId, s.name as supplier, s.village, p.name as product, d.grams, d.price_fen as priceFen, d.paid_fen as paidFen, d.note, d.user_name as by, ${VOID}
    from market_delivery d join market_supplier s using (supplier_id) join market_product p using (product_id) ${join('delivery', 'd.delivery_id')} where ${sql.join(' and ')} and (d.on_day, d.delivery_id) < (?, ?) order by d.on_day desc, d.delivery_id desc limit ?`, [...values, ...before, limit]);
}

/** Of those that stand. */
export async function sumDeliveries(db: Db, filter: DeliveryFilter): Promise<{ rows: number; grams: number; fen: number }> {
  const { sql, values } = deliveryBounds(filter);
  return (await row<{ rows: number; grams: number; fen: number }>(db, `select count(*) as rows, coalesce(sum(d.grams), 0) as grams, coalesce(sum(d.paid_fen), 0) as fen from market_delivery d where ${sql.join(' and ')} and ${STANDS('delivery', 'd.delivery_id')}`, values)) ?? { rows: 0, grams: 0, fen: 0 };
}

export type SaleRow = Voided & { saleId: number; on: string; product: string; grams: number; priceFen: number; amountFen: number; referenceFen: number | null; savingFen: number | null; file: string | null; by: string };
type SaleFilter = Filter & { aboveOnly: boolean };

function saleBounds({ aboveOnly, ...filter }: SaleFilter): { where: string; above: string; values: (string | number)[] } {
  const { sql, values } = bounds(filter, 's');
  return { where: sql.join(' and '), above: aboveOnly ? ` and s.price_fen > s.reference and ${STANDS('sale', 's.sale_id')}` : '', values };
}

/** Sales with their reference, the latest first; keyset by day and number. Indexes: market_sale_day, _product. */
export function listSales(db: Db, filter: SaleFilter, { before, limit }: Page): Promise<SaleRow[]> {
  const { where, above, values } = saleBounds(filter);
  return rows(db, `select s.sale_id as saleId, s.on_day as "on", p.name as product, s.grams, s.price_fen as priceFen, s.amount_fen as amountFen, s.reference as referenceFen, case when s.reference is null then null else ${SAVING} end as savingFen, f.name as file, s.user_name as by, ${VOID}
    from ${SALES(`${where} and (s.on_day, s.sale_id) < (?, ?)`)} s join market_product p using (product_id) left join market_file f using (file_id) ${join('sale', 's.sale_id')} where true${above} order by s.on_day desc, s.sale_id desc limit ?`, [...values, ...before, limit]);
}

/** Of those that stand. */
export async function sumSales(db: Db, filter: SaleFilter): Promise<{ rows: number; grams: number; fen: number; savingFen: number }> {
  const { where, above, values } = saleBounds(filter);
  return (await row<{ rows: number; grams: number; fen: number; savingFen: number }>(db, `select count(*) as rows, coalesce(sum(s.grams), 0) as grams, coalesce(sum(s.amount_fen), 0) as fen, coalesce(sum(${SAVING}), 0) as savingFen from ${SALES(`${where} and ${STANDS('sale', 's.sale_id')}`)} s where true${above}`, values)) ?? { rows: 0, grams: 0, fen: 0, savingFen: 0 };
}

export type SalesSum = { month: string; product: string; sales: number; grams: number; fen: number; savingFen: number; uncomparedFen: number; above: number };

/** Sales that stand by month and product; index: market_sale_day. */
export function sumSalesByMonth(db: Db, from: string, to: string): Promise<SalesSum[]> {
  return rows(db, `select substr(s.on_day, 1, 7) as month, p.name as product, count(*) as sales, sum(s.grams) as grams, sum(s.amount_fen) as fen, coalesce(sum(${SAVING}), 0) as savingFen, coalesce(sum(case when s.reference is null then s.amount_fen end), 0) as uncomparedFen, sum(case when s.price_fen > s.reference then 1 else 0 end) as above
    from ${SALES(`s.on_day between ? and ? and ${STANDS('sale', 's.sale_id')}`)} s join market_product p using (product_id) group by 1, 2 order by 1, 2`, [from, to]);
}

/** What growers were paid, by month and village; index: market_delivery_day. */
export function sumDeliveriesByMonth(db: Db, from: string, to: string): Promise<{ month: string; village: string; deliveries: number; grams: number; fen: number }[]> {
  return rows(db, `select substr(d.on_day, 1, 7) as month, s.village, count(*) as deliveries, sum(d.grams) as grams, sum(d.paid_fen) as fen from market_delivery d join market_supplier s using (supplier_id) where d.on_day between ? and ? and ${STANDS('delivery', 'd.delivery_id')} group by 1, 2 order by 1, 2`, [from, to]);
}

export function sumWasteByMonth(db: Db, from: string, to: string): Promise<{ month: string; grams: number }[]> {
  return rows(db, `select substr(w.on_day, 1, 7) as month, sum(w.grams) as grams from market_waste w where w.on_day between ? and ? and ${STANDS('waste', 'w.waste_id')} group by 1`, [from, to]);
}

export type WasteRow = Voided & { wasteId: number; on: string; product: string; grams: number; reason: string; by: string };
export function listWaste(db: Db, { from = '', to = '9999' }: Filter): Promise<WasteRow[]> {
  return rows(db, `select w.waste_id as wasteId, w.on_day as "on", p.name as product, w.grams, w.reason, w.user_name as by, ${VOID} from market_waste w join market_product p using (product_id) ${join('waste', 'w.waste_id')} where w.on_day between ? and ? order by w.on_day desc, w.waste_id desc`, [from, to]);
}

export type InspectionRow = Voided & { inspectionId: number; on: string; kind: 'price' | 'hygiene'; passed: number; inspector: string; note: string; by: string };
/** Index: market_inspection_day. */
export function listInspections(db: Db, { from = '', to = '9999' }: Filter): Promise<InspectionRow[]> {
  return rows(db, `select i.inspection_id as inspectionId, i.on_day as "on", i.kind, i.passed, i.inspector, i.note, i.user_name as by, ${VOID} from market_inspection i ${join('inspection', 'i.inspection_id')} where i.on_day between ? and ? order by i.on_day desc, i.inspection_id desc`, [from, to]);
}

export type ComplaintRow = Voided & { complaintId: number; on: string; complaint: string; answer: string | null; answeredOn: string | null; by: string };
/** Few; the latest first. */
export function listComplaints(db: Db, { from = '', to = '9999', openOnly }: Filter & { openOnly: boolean }): Promise<ComplaintRow[]> {
  return rows(db, `select c.complaint_id as complaintId, c.on_day as "on", c.complaint, a.answer, a.on_day as answeredOn, c.user_name as by, ${VOID} from market_complaint c left join market_answer a using (complaint_id) ${join('complaint', 'c.complaint_id')} where c.on_day between ? and ?${openOnly ? ' and a.answer is null and v.reason is null' : ''} order by c.on_day desc, c.complaint_id desc`, [from, to]);
}

const lastId = async (db: Db): Promise<number> => (await row<{ id: number }>(db, 'select last_insert_rowid() as id'))?.id ?? 0;

export async function insertInspection(db: Db, { on, kind, passed, inspector, note }: { on: string; kind: 'price' | 'hygiene'; passed: boolean; inspector: string; note: string }, by: By): Promise<number> {
  await run(db, 'insert into market_inspection (on_day, kind, passed, inspector, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, ?)', [on, kind, passed ? 1 : 0, inspector, note, by.userId, by.userName, by.at]);
  return lastId(db);
}

export async function insertComplaint(db: Db, on: string, complaint: string, by: By): Promise<number> {
  await run(db, 'insert into market_complaint (on_day, complaint, user_id, user_name, at) values (?, ?, ?, ?, ?)', [on, complaint, by.userId, by.userName, by.at]);
  return lastId(db);
}

export async function insertAnswer(db: Db, complaintId: number, answer: string, on: string, by: By): Promise<void> {
  await run(db, 'insert into market_answer (complaint_id, answer, on_day, user_id, user_name, at) values (?, ?, ?, ?, ?, ?)', [complaintId, answer, on, by.userId, by.userName, by.at]);
}

export type AgreementRow = Voided & { agreementId: number; version: number; shopkeeper: string; place: string; areaDm2: number; from: string; to: string; imputedRentFen: number; source: string; resolutionNo: string; resolutionOn: string | null; duties: string; note: string; by: string; at: string };

/** The last version of each agreement, the latest term first; few. */
export function listAgreements(db: Db): Promise<AgreementRow[]> {
  return rows(db, `select a.agreement_id as agreementId, a.version, a.shopkeeper, a.place, a.area_dm2 as areaDm2, a.from_on as "from", a.to_on as "to", a.imputed_fen as imputedRentFen, a.source, a.resolution_no as resolutionNo, a.resolution_on as resolutionOn, a.duties, a.note, a.user_name as by, a.at, ${VOID}
    from market_agreement a ${join('agreement', 'a.agreement_id')} where a.version = (select max(o.version) from market_agreement o where o.agreement_id = a.agreement_id) order by a.from_on desc`);
}

export type NewAgreement = Omit<AgreementRow, keyof Voided | 'by' | 'at' | 'duties'> & { duties: string[] };

export async function insertAgreement(db: Db, one: NewAgreement, by: By): Promise<void> {
  await run(db, 'insert into market_agreement (agreement_id, version, shopkeeper, place, area_dm2, from_on, to_on, rent_fen, imputed_fen, source, resolution_no, resolution_on, duties, note, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [one.agreementId, one.version, one.shopkeeper, one.place, one.areaDm2, one.from, one.to, one.imputedRentFen, one.source, one.resolutionNo, one.resolutionOn, JSON.stringify(one.duties), one.note, by.userId, by.userName, by.at]);
}
