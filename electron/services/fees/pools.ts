import { findItem, listVersions } from '../../../db/queries/fee-items.ts';
import { findPool, listPoolRows, upsertPool } from '../../../db/queries/pools.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { calendarPeriod } from '../../../shared/domain/fee-cycle.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { cycleOf, versionOn } from './draft-bills.ts';

/**
 * Says what a pool cost in a month; until a bill of it stands, it may be said again. A pool of a longer cycle has its
 * cost in the last month of the period. Throws NO_SUCH_ITEM, MONTH_BEFORE_OPENING, NOT_A_POOL, POOL_NOT_DUE, POOL_ALREADY_BILLED.
 */
export const setPool: Handler<'fees.setPool'> = async ({ db, user, now }, { item: code, month, amountFen, note }) => {
  const item = await findItem(db, code);
  if (!item) throw new AppError('NO_SUCH_ITEM', { item: code });
  const estate = await getEstate(db);
  if (lastDay(month) < estate.opensOn) throw new AppError('MONTH_BEFORE_OPENING', { month, opensOn: estate.opensOn });
  const version = versionOn(await listVersions(db, item.feeItemId), firstDay(month));
  if (version?.basis !== 'pool') throw new AppError('NOT_A_POOL', { item: code, month });
  const due = addMonths(calendarPeriod(cycleOf(version, estate), month).end, -1);
  if (due !== month) throw new AppError('POOL_NOT_DUE', { item: code, month, due });
  const pool = await findPool(db, item.feeItemId, month);
  if (pool && pool.bills > 0) throw new AppError('POOL_ALREADY_BILLED', { item: code, month, billedFen: pool.billedFen });
  await upsertPool(db, { feeItemId: item.feeItemId, month, amountFen, note, userId: user.userId, at: now.toISOString() });
  return {};
};

export const listPools: Handler<'fees.listPools'> = async ({ db }) => ({ items: await listPoolRows(db) });
