import { isLarge } from '../../../db/queries/open-bills.ts';
import { listParkingOwed, type OwedKind } from '../../../db/queries/parking-income.ts';
import { ageBuckets } from '../../../shared/domain/arrears.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';
import { debtorsOf } from '../arrears/list-arrears.ts';

type Owed = { homeId: number; label: string; kind: OwedKind; openFen: number; amounts: number[]; oldestDueOn: string };

/** What parking is owed today, of the same bills and in the same buckets as the ageing of everything. */
export const parkingArrears: Handler<'parking.arrears'> = async ({ db, today }) => {
  const found = await listParkingOwed(db, today, await isLarge(db));
  const owed = new Map<string, Owed>();
  for (const { homeId, label, kind, bucket, fen, oldestDueOn } of found) {
    const key = `${homeId} ${kind}`;
    // Rows come by due date: the first of a payer is its oldest.
    const item = owed.get(key) ?? { homeId, label, kind, openFen: 0, amounts: ageBuckets.map(() => 0), oldestDueOn };
    item.openFen += fen;
    item.amounts[bucket] = fen;
    owed.set(key, item);
  }
  const items = [...owed.values()];
  const debtors = await debtorsOf(db, today, [...new Set(items.map(({ homeId }) => homeId))]);
  const fenOf = (index: number, of: OwedKind): number => sumFen(items.map(({ kind, amounts }) => (kind === of ? (amounts[index] ?? 0) : 0)));
  return {
    buckets: ageBuckets.map((bucket, index) => ({ bucket, residentFen: fenOf(index, 'resident'), daytimeFen: fenOf(index, 'daytime'), otherFen: fenOf(index, 'other') })),
    items: items.map((item) => ({ ...item, lessee: debtors.get(item.homeId)?.debtor ?? '' })),
    totalFen: sumFen(items.map(({ openFen }) => openFen)),
  };
};
