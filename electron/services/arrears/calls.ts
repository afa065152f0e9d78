import { insertCall, listCallsOfHome, listHomesToCall, sumHomesToCall } from '../../../db/queries/dunning-calls.ts';
import { getHome } from '../../../db/queries/homes.ts';
import { isLarge } from '../../../db/queries/open-bills.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { debtorsOf } from './list-arrears.ts';

export const logCall: Handler<'dunning.logCall'> = async ({ db, user, now, today }, { homeId, outcome, promisedOn, note }) => {
  await getHome(db, homeId, today);
  if ((outcome === 'promised') !== (promisedOn !== undefined)) throw new AppError('PROMISE_DATE_MISSING', { outcome });
  if (promisedOn !== undefined && promisedOn < today) throw new AppError('PROMISE_IN_PAST', { promisedOn, today });
  return { callId: await insertCall(db, { homeId, on: today, outcome, promisedOn: promisedOn ?? null, note, userId: user.userId, userName: user.name, at: now.toISOString() }) };
};

export const listCalls: Handler<'dunning.calls'> = async ({ db, today }, { limit, after = 0, ...filter }) => {
  const large = await isLarge(db);
  const found = await listHomesToCall(db, today, filter, { skip: after, limit: limit + 1 }, large);
  const page = found.slice(0, limit);
  const debtors = await debtorsOf(db, today, page.map(({ homeId }) => homeId));
  const items = page.map((home) => {
    const { debtor = '', maskedPhone = '', payer = '' } = debtors.get(home.homeId) ?? {};
    return { ...home, debtor, maskedPhone, payer };
  });
  return { items, ...(await sumHomesToCall(db, today, filter, large)), ...(found.length > limit ? { next: after + limit } : {}) };
};

export const callsOfHome: Handler<'dunning.callsOfHome'> = async ({ db, today }, { homeId }) => {
  await getHome(db, homeId, today);
  return { items: await listCallsOfHome(db, homeId) };
};
