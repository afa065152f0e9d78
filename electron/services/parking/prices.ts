import { insertPrice, listPriceRows, subsidisedTo } from '../../../db/queries/parking-prices.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** A new version of the market and resident price; what was charged with a subsidy keeps its own. */
export const setPrices: Handler<'parking.setPrices'> = async ({ db, user, now }, { from, marketFen, residentFen, resolutionNo }) => {
  if (residentFen > marketFen) throw new AppError('PRICES_REVERSED', { marketFen, residentFen });
  if ((await listPriceRows(db)).some((price) => price.from === from)) throw new AppError('PRICES_EXIST', { from });
  const chargedTo = await subsidisedTo(db);
  if (chargedTo !== null && from < chargedTo) throw new AppError('PRICE_BEFORE_CHARGE', { from, chargedTo });
  await insertPrice(db, { from, marketFen, residentFen, resolutionNo, userId: user.userId, userName: user.name, at: now.toISOString() });
  return {};
};

export const listPrices: Handler<'parking.listPrices'> = async ({ db }) => ({ items: (await listPriceRows(db)).reverse() });
