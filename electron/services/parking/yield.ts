import { listMonthsLet, listSpaceYields, type DayRange } from '../../../db/queries/parking-income.ts';
import { listZoneSizes } from '../../../db/queries/parking-occupancy.ts';
import type { Db } from '../../../db/sql.ts';
import { divideHalfUp, sumFen } from '../../../shared/domain/money.ts';
import { daysBetween } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { readMonths } from './income-range.ts';

/** What the entries of a period charged for each space that was let or charged in it, the most first; for common spaces they sum to the ledger. */
export const spaceYield: Handler<'parking.yield'> = async ({ db }, { zone, ...input }) => {
  const { days } = readMonths(input);
  const daysLet = await countDaysLet(db, days);
  const items = (await listSpaceYields(db, days, zone)).map(({ spaceId, ...space }) => ({ ...space, totalFen: space.residentPaidFen + space.subsidyFen + space.daytimeFen, daysLet: daysLet.get(spaceId) ?? 0 }));
  const shown = items.filter(({ totalFen, daysLet: held, residentPaidFen, daytimeFen }) => held > 0 || totalFen !== 0 || residentPaidFen !== 0 || daytimeFen !== 0);
  const zones = (await listZoneSizes(db, zone)).map((size) => {
    const own = shown.filter((item) => item.zone === size.zone);
    const totalFen = sumFen(own.map((item) => item.totalFen));
    return { ...size, let: own.filter((item) => item.daysLet > 0).length, totalFen, perSpaceFen: Number(divideHalfUp(BigInt(totalFen), BigInt(size.spaces))) };
  });
  // The sort is stable: equal ones stay in the order of their codes.
  return { items: shown.sort((left, right) => right.totalFen - left.totalFen), zones };
};

/** Days of a range on which a lease held each space; a day counts once, however many leases hold it. */
async function countDaysLet(db: Db, days: DayRange): Promise<Map<number, number>> {
  const counts = new Map<number, number>();
  let [present, through] = [0, ''];
  for (const [spaceId, from, to] of await listMonthsLet(db)) {
    if (spaceId !== present) [present, through] = [spaceId, days.from];
    const begins = from > through ? from : through;
    const ends = to === null || to > days.to ? days.to : to;
    if (begins >= ends) continue;
    counts.set(spaceId, (counts.get(spaceId) ?? 0) + daysBetween(begins, ends));
    through = ends;
  }
  return counts;
}
