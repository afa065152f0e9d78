import { sumCash } from '../../../db/queries/shift-facts.ts';
import { coverStart, findOpenShift, insertShift, lastEntryNo } from '../../../db/queries/shifts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/**
 * Opens the caller's shift with a float. It begins after the last entry that was counted, so that what was taken
 * between two shifts falls into this one. Throws SHIFT_ALREADY_OPEN.
 */
export const openShift: Handler<'shifts.open'> = async ({ db, user, now, today }, { floatFen }) => {
  const earlier = await findOpenShift(db, user.userId);
  if (earlier) throw new AppError('SHIFT_ALREADY_OPEN', { openedAt: earlier.openedAt });
  const fromEntry = await coverStart(db, user.userId, today);
  const openedAt = now.toISOString();
  const shiftId = await insertShift(db, { userId: user.userId, userName: user.name, openedAt, openedOn: today, floatFen, fromEntry });
  const cash = await sumCash(db, [{ userId: user.userId, fromEntry, toEntry: await lastEntryNo(db) }]);
  return { shiftId, openedAt, openedOn: today, floatFen, expectedFen: floatFen + cash.cashInFen + cash.cashOutFen };
};
