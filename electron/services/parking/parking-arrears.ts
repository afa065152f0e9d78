import { isLarge } from '../../../db/queries/open-bills.ts';
import { listParkingOwed, sumParkingByAge } from '../../../db/queries/parking-income.ts';
import { ageBuckets } from '../../../shared/domain/arrears.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';
import { debtorsOf } from '../arrears/list-arrears.ts';

/** What parking is owed today, of the same bills and in the same buckets as the ageing of everything. */
export const parkingArrears: Handler<'parking.arrears'> = async ({ db, today }) => {
  const large = await isLarge(db);
  const sums = await sumParkingByAge(db, today, large);
  const owed = await listParkingOwed(db, today, large);
  const debtors = await debtorsOf(db, today, [...new Set(owed.map(({ homeId }) => homeId))]);
  const fenOf = (index: number, kind: string): number => sums.find((sum) => sum.bucket === index && sum.kind === kind)?.fen ?? 0;
  return {
    buckets: ageBuckets.map((bucket, index) => ({ bucket, residentFen: fenOf(index, 'resident'), daytimeFen: fenOf(index, 'daytime'), otherFen: fenOf(index, 'other') })),
    items: owed.map((item) => ({ ...item, lessee: debtors.get(item.homeId)?.debtor ?? '' })),
    totalFen: sumFen(owed.map(({ openFen }) => openFen)),
  };
};
