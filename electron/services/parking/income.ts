import { listMonthsLet, PARKING_ACCOUNTS, sumByMonth, type DayRange } from '../../../db/queries/parking-income.ts';
import type { Db } from '../../../db/sql.ts';
import { addDays, addMonths } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { readMonths } from './income-range.ts';

export type MonthSums = { residentFen: number; daytimeFen: number; otherFen: number; subsidyFen: number };

/** What each month's entries brought by kind, residents at the market price; months without entries are not in it. */
export async function readMonthSums(db: Db, days: DayRange): Promise<Map<string, MonthSums>> {
  const byMonth = new Map<string, MonthSums>();
  for (const { month, account, fen } of await sumByMonth(db, days)) {
    const sums = byMonth.get(month) ?? { residentFen: 0, daytimeFen: 0, otherFen: 0, subsidyFen: 0 };
    if (account === PARKING_ACCOUNTS.resident) sums.residentFen = fen;
    else if (account === PARKING_ACCOUNTS.daytime) sums.daytimeFen = fen;
    else if (account === PARKING_ACCOUNTS.other) sums.otherFen = fen;
    // Spending is a debit.
    else sums.subsidyFen = 0 - fen;
    byMonth.set(month, sums);
  }
  return byMonth;
}

export const NO_SUMS: MonthSums = { residentFen: 0, daytimeFen: 0, otherFen: 0, subsidyFen: 0 };

/** Income of parking by month of the entries, and the spaces that a lease held on a day of the month. */
export const income: Handler<'parking.income'> = async ({ db }, input) => {
  const { months, days } = readMonths(input);
  const sums = await readMonthSums(db, days);
  const spaces = await countSpacesLet(db, months);
  return { months: months.map((month) => ({ month, ...(sums.get(month) ?? NO_SUMS), spacesLet: spaces.get(month) ?? 0 })) };
};

/** How many spaces are held in each month; a space counts once, however many leases hold it. */
async function countSpacesLet(db: Db, months: readonly string[]): Promise<Map<string, number>> {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const counts = new Map(months.map((month) => [month, 0]));
  let [present, through] = [0, ''];
  for (const [spaceId, from, to] of await listMonthsLet(db)) {
    // Stretches come by space and day: what of a space is counted reaches to a month.
    if (spaceId !== present) [present, through] = [spaceId, ''];
    const ends = to === null ? last : addDays(to, -1).slice(0, 7);
    let month = from.slice(0, 7) > first ? from.slice(0, 7) : first;
    if (through !== '' && month <= through) month = addMonths(through, 1);
    for (; month <= ends && month <= last; month = addMonths(month, 1)) {
      counts.set(month, (counts.get(month) ?? 0) + 1);
      through = month;
    }
  }
  return counts;
}
