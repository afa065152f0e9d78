import { listReductions as listReductionRows } from '../../../db/queries/reductions.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** What was given away, and by whom. Throws DATES_REVERSED. */
export const listReductions: Handler<'fees.listReductions'> = async ({ db }, { from, to }) => {
  if (to < from) throw new AppError('DATES_REVERSED', { from, to });
  const items = await listReductionRows(db, from, to);
  return { items, totalFen: sumFen(items.map(({ amountFen }) => amountFen)) };
};
