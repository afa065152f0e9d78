import { lastBilledMonth, listBilledMonths, listBills as listBillRows, listPrepaid } from '../../../db/queries/bills.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { listHomes } from '../../../db/queries/homes.ts';
import { insertRates, lastBilledDay, listRates as listRateRows } from '../../../db/queries/rates.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { draftBills } from './issue-bills.ts';
import { prepaymentsFor } from './write-bills.ts';

export const previewBills: Handler<'fees.previewBills'> = async (context, { month }) => {
  const { bills, skipped } = await draftBills(context, month);
  const buildings = new Map<string, { building: string; homes: number; amountFen: number }>();
  for (const { building, amountFen } of bills) {
    const sum = buildings.get(building) ?? { building, homes: 0, amountFen: 0 };
    buildings.set(building, { building, homes: sum.homes + 1, amountFen: sum.amountFen + amountFen });
  }
  const prepaid = prepaymentsFor(bills.map(({ homeId, amountFen }) => ({ homeId, owedFen: amountFen })), await listPrepaid(context.db, 'property'));
  return {
    issued: bills.length, amountFen: sumFen(bills.map((bill) => bill.amountFen)), skipped, reducedFen: 0, items: [], prepaidFen: sumFen(prepaid.map(({ usedFen }) => usedFen)),
    buildings: [...buildings.values()],
    lines: bills.map((bill) => ({ item: 'property', itemName: '物业费', basis: 'area' as const, quantityE4: null, unit: '', months: 1, share: { numerator: bill.shareNumerator, denominator: bill.shareDenominator }, reducedFen: 0, label: bill.label, areaDm2: bill.areaDm2 ?? 0, rateE4: bill.rateE4 ?? 0, from: bill.from, to: bill.to, amountFen: bill.amountFen })),
  };
};

/** From the month after this one back to the opening, with or without bills. */
export const listMonths: Handler<'fees.listMonths'> = async ({ db, today }) => {
  const estate = await getEstate(db);
  const issued = new Map((await listBilledMonths(db)).map((month) => [month.month, month]));
  const opening = estate.opensOn.slice(0, 7);
  const last = [addMonths(today.slice(0, 7), 1), (await lastBilledMonth(db)) ?? '', opening].reduce((a, b) => (a > b ? a : b));
  const items = [];
  for (let month = last; month >= opening; month = addMonths(month, -1)) {
    items.push(issued.get(month) ?? { month, bills: 0, billedFen: 0, openFen: 0, issuedAt: null });
  }
  return { items };
};

const SEARCH_LIMIT = 1000;

export const listBills: Handler<'fees.listBills'> = async ({ db }, { month, search, openOnly, limit, after }) => {
  const homeIds = search ? (await listHomes(db, { search }, { after: '', limit: SEARCH_LIMIT })).map((home) => home.homeId) : undefined;
  const items = await listBillRows(db, { month, homeIds, openOnly }, { after: Number(after ?? 0) || 0, limit: limit + 1 });
  const page = items.slice(0, limit).map(({ cancelledOn, cancelReason, cancelledBy, cancelEntryId, ...bill }) => ({
    ...bill, paidFen: cancelledOn === null ? bill.amountFen - bill.waivedFen - bill.openFen : 0,
    cancelled: cancelledOn === null ? null : { on: cancelledOn, reason: cancelReason ?? '', by: cancelledBy ?? '', entryId: cancelEntryId ?? 0 },
  }));
  return items.length > limit ? { items: page, next: String(page.at(-1)?.billId) } : { items: page };
};

export const listRates: Handler<'fees.listRates'> = async ({ db }) => ({ items: await listRateRows(db) });

/** Throws RATE_BEFORE_ISSUED_BILL: a version never reaches back into months that were billed. */
export const setRate: Handler<'fees.setRate'> = async ({ db }, { from, rateE4, ...where }) => {
  const billedTo = await lastBilledDay(db, where);
  if (billedTo && from < billedTo) throw new AppError('RATE_BEFORE_ISSUED_BILL', { from, billedTo });
  return { homes: await insertRates(db, { from, rateE4 }, where) };
};
