import { listHeldChanges, listPrepaidHomes, listPrepaidMovements, sumPrepaid } from '../../../db/queries/prepayments.ts';
import { getHome, listHomes } from '../../../db/queries/homes.ts';
import { pricePropertyFee } from '../../../shared/domain/fee.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { bonusHeld } from '../../../shared/domain/promotion.ts';
import type { Handler } from '../../context.ts';
import { readUnserved } from './refund-payment.ts';

const WHOLE = { numerator: 1, denominator: 1 };
const SEARCH_LIMIT = 1000;

export const listPrepaid: Handler<'payments.listPrepaid'> = async ({ db, today }, { limit, after, search }) => {
  const homeIds = search ? (await listHomes(db, { search }, { after: '', limit: SEARCH_LIMIT })).map(({ homeId }) => homeId) : undefined;
  const homes = await listPrepaidHomes(db, homeIds, today, { after: after ?? '', limit: limit + 1 });
  const page = homes.slice(0, limit);
  const changes = await listHeldChanges(db, page.map(({ homeId }) => homeId));
  const items = page.map(({ areaDm2, rateE4, ...home }) => ({ ...home, bonusFen: bonusHeld(changes.get(home.homeId) ?? []).heldFen, monthlyFeeFen: rateE4 === null ? 0 : pricePropertyFee(areaDm2, rateE4, WHOLE) }));
  const totalFen = await sumPrepaid(db, homeIds);
  return homes.length > limit ? { items, totalFen, next: page.at(-1)?.sortKey } : { items, totalFen };
};

export const prepaidStatement: Handler<'payments.prepaidStatement'> = async ({ db, today }, { homeId }) => {
  const { label } = await getHome(db, homeId, today);
  const movements = await listPrepaidMovements(db, homeId);
  let balanceFen = 0;
  const items = movements.map((movement) => ({ ...movement, balanceFen: (balanceFen += movement.amountFen) }));
  return { label, prepaidFen: sumFen(movements.map(({ amountFen }) => amountFen)), refundableFen: (await readUnserved(db, homeId)).refundableFen, items };
};
