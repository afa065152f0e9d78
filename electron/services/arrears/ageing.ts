import { listByAge, sumByAge } from '../../../db/queries/ageing.ts';
import { isLarge } from '../../../db/queries/open-bills.ts';
import { ageBuckets } from '../../../shared/domain/arrears.ts';
import { fen, sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';

export const ageing: Handler<'arrears.ageing'> = async ({ db, today }, { on = today, ...filter }) => {
  const sums = new Map((await sumByAge(db, on, filter, await isLarge(db))).map((sum) => [sum.bucket, sum]));
  const buckets = ageBuckets.map((bucket, index) => ({ bucket, homes: sums.get(index)?.homes ?? 0, amountFen: fen(sums.get(index)?.amountFen ?? 0) }));
  return { buckets, totalFen: sumFen(buckets.map(({ amountFen }) => amountFen)) };
};

export const arrearsTable: Handler<'arrears.table'> = async ({ db, today }, { on = today, by, ...filter }) => {
  const items = await listByAge(db, on, by, filter, await isLarge(db));
  return { items, totalFen: sumFen(items.map(({ amountFen }) => amountFen)) };
};
