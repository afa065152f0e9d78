import { findPromotionIn, insertPromotion, listPromotions as listPromotionRows } from '../../../db/queries/reductions.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Adds a prepayment promotion over `[from, to)`; a day has at most one. What was given by an earlier one stays. */
export const setPromotion: Handler<'fees.setPromotion'> = async ({ db, user, now }, promotion) => {
  const { from, to } = promotion;
  if (to <= from) throw new AppError('DATES_REVERSED', { from, to });
  const other = await findPromotionIn(db, promotion);
  if (other) throw new AppError('PROMOTION_OVERLAPS', other);
  return { promotionId: await insertPromotion(db, { ...promotion, userId: user.userId, userName: user.name, at: now.toISOString() }) };
};

export const listPromotions: Handler<'fees.listPromotions'> = async ({ db }) => ({ items: await listPromotionRows(db) });
