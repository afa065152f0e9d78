import { listBilledMonths, listBills as listBillRows } from '../../../db/queries/bills.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { listUnknown } from '../../../db/queries/fee-items.ts';
import { getHome, listHomes } from '../../../db/queries/homes.ts';
import { insertRates, lastBilledDay, listRates as listRateRows } from '../../../db/queries/rates.ts';
import { addMonths } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** From the month after this one back to the opening, with or without bills. */
export const listMonths: Handler<'fees.listMonths'> = async ({ db, today }) => {
  const estate = await getEstate(db);
  const months = await listBilledMonths(db);
  const issued = new Map(months.map((month) => [month.month, month]));
  const opening = estate.opensOn.slice(0, 7);
  const last = [addMonths(today.slice(0, 7), 1), months[0]?.month ?? '', opening].reduce((a, b) => (a > b ? a : b));
  const items = [];
  for (let month = last; month >= opening; month = addMonths(month, -1)) {
    items.push(issued.get(month) ?? { month, bills: 0, billedFen: 0, openFen: 0, issuedAt: null });
  }
  return { items };
};

const SEARCH_LIMIT = 1000;

export const listBills: Handler<'fees.listBills'> = async ({ db }, { search, limit, after, ...filter }) => {
  const homeIds = search ? (await listHomes(db, { search }, { after: '', limit: SEARCH_LIMIT })).map((home) => home.homeId) : undefined;
  const items = await listBillRows(db, { ...filter, homeIds }, { after: Number(after ?? 0) || 0, limit: limit + 1 });
  const page = items.slice(0, limit).map(({ cancelledOn, cancelReason, cancelledBy, cancelEntryId, ...bill }) => ({
    ...bill, paidFen: cancelledOn === null ? bill.amountFen - bill.waivedFen - bill.openFen : 0,
    cancelled: cancelledOn === null ? null : { on: cancelledOn, reason: cancelReason ?? '', by: cancelledBy ?? '', entryId: cancelEntryId ?? 0 },
  }));
  return items.length > limit ? { items: page, next: String(page.at(-1)?.billId) } : { items: page };
};

export const listRates: Handler<'fees.listRates'> = async ({ db }) => ({ items: await listRateRows(db) });

/** Throws RATE_BEFORE_ISSUED_BILL: a version never reaches back into months that were billed. Also NO_SUCH_HOME, NO_SUCH_BUILDING. */
export const setRate: Handler<'fees.setRate'> = async ({ db, today }, { from, rateE4, ...where }) => {
  if (where.homeId !== undefined) await getHome(db, where.homeId, today);
  const [unknown] = where.building === undefined ? [] : await listUnknown(db, 'building', [where.building]);
  if (unknown !== undefined) throw new AppError('NO_SUCH_BUILDING', { building: unknown });
  const billedTo = await lastBilledDay(db, where);
  if (billedTo && from < billedTo) throw new AppError('RATE_BEFORE_ISSUED_BILL', { from, billedTo });
  return { homes: await insertRates(db, { from, rateE4 }, where) };
};
