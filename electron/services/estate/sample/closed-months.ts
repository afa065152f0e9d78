import { sumAccountOn } from '../../../../db/queries/period-checks.ts';
import { bankAccounts } from '../../../../shared/domain/common-sources.ts';
import { addMonths, lastDay } from '../../../../shared/domain/period.ts';
import { monthsBetween } from '../../../../shared/domain/period-states.ts';
import type { Context } from '../../../context.ts';
import { closePeriod, setBankBalance } from '../../periods/periods.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { draftMonth, publishQuarter } from './statements.ts';

/** Months whose closing is told one by one; the first of them takes all before it along. */
const CLOSED_ONE_BY_ONE = 4;
/** The last month runs still, and what the one before it leaves open is what a person sees to; but a quarter that is over is closed whole. */
const LEFT_OPEN = 2;

/** On the twelfth of the month after, when all papers are there: enters what the bank says, closes the month, and puts up the sheets of a quarter that is over; the running month has a draft. Comes after all else, for a closed month takes no entry. */
export async function closeMonths(context: Context, desk: Desk, { firstMonth, lastMonth }: { firstMonth: string; lastMonth: string }): Promise<void> {
  const last = laterOf(addMonths(lastMonth, -LEFT_OPEN), quarterBefore(lastMonth));
  const from = addMonths(last, 1 - CLOSED_ONE_BY_ONE);
  for (const month of monthsBetween(from > firstMonth ? from : firstMonth, last)) {
    const at = (time: string): Date => instantOf(`${addMonths(month, 1)}-12`, clock(time));
    for (const account of [bankAccounts.property, bankAccounts.common]) {
      const { balanceFen, postings } = await sumAccountOn(context.db, account, lastDay(month));
      if (postings > 0) await setBankBalance(callAt(context, desk, 'office', at('16:10')), { month, account, balanceFen });
    }
    await closePeriod(callAt(context, desk, 'manager', at('16:30')), { month });
    await publishQuarter(context, desk, { month, firstMonth });
  }
  await draftMonth(context, desk, lastMonth);
}

/** The last month of the quarter before a month's. */
function quarterBefore(month: string): string {
  return addMonths(month, -(((Number(month.slice(5)) - 1) % 3) + 1));
}

const laterOf = (one: string, other: string): string => (one > other ? one : other);
