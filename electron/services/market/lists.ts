import { findMarketRow, isVoided } from '../../../db/queries/market.ts';
import { insertAnswer, insertComplaint, insertInspection, listComplaints as listComplaintRows, listDeliveries as listDeliveryRows, listInspections as listInspectionRows, listSales as listSaleRows, listWaste as listWasteRows, sumDeliveries, sumSales } from '../../../db/queries/market-lists.ts';
import { listReferences as listReferenceRows } from '../../../db/queries/market-prices.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { byOf, plainOf, voidedOf } from './agreements.ts';

const LAST: readonly [string, number] = ['9999', Number.MAX_SAFE_INTEGER];

/** The place after which a list goes on: `2026-10-05|17`. */
function placeOf(after: string | undefined): readonly [string, number] {
  const [on = '', number = ''] = (after ?? '').split('|');
  return /^\d+$/.test(number) ? [on, Number(number)] : LAST;
}

export const listDeliveries: Handler<'market.listDeliveries'> = async ({ db }, { limit, after, ...filter }) => {
  const found = await listDeliveryRows(db, filter, { before: placeOf(after), limit: limit + 1 });
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { items: found.slice(0, limit).map((one) => ({ ...plainOf(one), voided: voidedOf(one) })), total: await sumDeliveries(db, filter), ...(last && { next: `${last.on}|${String(last.deliveryId)}` }) };
};

export const listSales: Handler<'market.listSales'> = async ({ db }, { limit, after, ...filter }) => {
  const found = await listSaleRows(db, filter, { before: placeOf(after), limit: limit + 1 });
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { items: found.slice(0, limit).map((one) => ({ ...plainOf(one), voided: voidedOf(one) })), total: await sumSales(db, filter), ...(last && { next: `${last.on}|${String(last.saleId)}` }) };
};

export const listWaste: Handler<'market.listWaste'> = async ({ db }, filter) => ({ items: (await listWasteRows(db, filter)).map((one) => ({ ...plainOf(one), voided: voidedOf(one) })) });
export const listInspections: Handler<'market.listInspections'> = async ({ db }, filter) => ({ items: (await listInspectionRows(db, filter)).map((one) => ({ ...plainOf(one), passed: one.passed === 1, voided: voidedOf(one) })) });
export const listComplaints: Handler<'market.listComplaints'> = async ({ db }, filter) => ({ items: (await listComplaintRows(db, filter)).map((one) => ({ ...plainOf(one), voided: voidedOf(one) })) });
export const listReferences: Handler<'market.listReferences'> = async ({ db }, { product }) => ({ items: await listReferenceRows(db, product) });

export const addInspection: Handler<'market.addInspection'> = async (context, input) => {
  if (input.on > context.today) throw new AppError('MARKET_IN_FUTURE', { on: input.on });
  return { inspectionId: await insertInspection(context.db, input, byOf(context)) };
};

export const addComplaint: Handler<'market.addComplaint'> = async (context, { on, complaint }) => {
  if (on > context.today) throw new AppError('MARKET_IN_FUTURE', { on });
  return { complaintId: await insertComplaint(context.db, on, complaint, byOf(context)) };
};

export const answerComplaint: Handler<'market.answerComplaint'> = async (context, { complaintId, answer, answeredOn }) => {
  const { db, today } = context;
  const found = await findMarketRow(db, 'complaint', complaintId);
  if (!found) throw new AppError('NO_SUCH_MARKET_ROW', { kind: 'complaint', id: complaintId });
  if (await isVoided(db, 'complaint', complaintId)) throw new AppError('MARKET_ROW_VOID', { kind: 'complaint', id: complaintId });
  if (answeredOn < found.on) throw new AppError('MARKET_ANSWER_BEFORE', { on: found.on, answeredOn });
  if (answeredOn > today) throw new AppError('MARKET_IN_FUTURE', { on: answeredOn });
  if ((await listComplaintRows(db, { openOnly: false })).some((one) => one.complaintId === complaintId && one.answer !== null)) throw new AppError('MARKET_ANSWERED', { complaintId });
  await insertAnswer(db, complaintId, answer, answeredOn, byOf(context));
  return {};
};
