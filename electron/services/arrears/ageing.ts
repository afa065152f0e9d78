import { listByAge, sumByAge } from '../../../db/queries/ageing.ts';
import { isLarge, type BillFilter } from '../../../db/queries/open-bills.ts';
import type { Db } from '../../../db/sql.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { ageBuckets } from '../../../shared/domain/arrears.ts';
import { fen, sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';

type Ageing = Output<'arrears.ageing'>;

export const ageing: Handler<'arrears.ageing'> = async ({ db, today }, { on = today, ...filter }) => readAgeing(db, on, filter, await isLarge(db));

/** What was owed by age at the end of a day; `large`: from what is kept of each bill. */
export async function readAgeing(db: Db, on: string, filter: BillFilter, large: boolean): Promise<Ageing> {
  const sums = new Map((await sumByAge(db, on, filter, large)).map((sum) => [sum.bucket, sum]));
  const buckets = ageBuckets.map((bucket, index) => ({ bucket, homes: sums.get(index)?.homes ?? 0, amountFen: fen(sums.get(index)?.amountFen ?? 0) }));
  return { buckets, totalFen: sumFen(buckets.map(({ amountFen }) => amountFen)) };
}

export const arrearsTable: Handler<'arrears.table'> = async ({ db, today }, { on = today, by, ...filter }) => {
  const items = await listByAge(db, on, by, filter, await isLarge(db));
  return { items, totalFen: sumFen(items.map(({ amountFen }) => amountFen)) };
};
