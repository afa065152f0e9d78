import { listDeposits as listDepositRows, listReturns, sumDeposits } from '../../../db/queries/deposits.ts';
import type { Handler } from '../../context.ts';

export const listDeposits: Handler<'deposits.list'> = async ({ db }, { limit, after, ...filter }) => {
  const deposits = await listDepositRows(db, filter, { before: after ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 });
  const page = deposits.slice(0, limit);
  const returns = await listReturns(db, page.map(({ depositNo }) => depositNo));
  const items = page.map((deposit) => ({ ...deposit, heldFen: deposit.amountFen - deposit.returnedFen - deposit.retainedFen, returns: returns.filter(({ depositNo }) => depositNo === deposit.depositNo) }));
  const sums = await sumDeposits(db, filter);
  return deposits.length > limit ? { items, ...sums, next: page.at(-1)?.depositNo } : { items, ...sums };
};
