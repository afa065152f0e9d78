import { postEntries, type NewEntry, type Posting } from '../../../db/ledger.ts';
import type { Booking } from '../../../db/queries/charging-sessions.ts';
import type { Context } from '../../context.ts';
import { DISCOUNT_ACCOUNT, PREPAID_ACCOUNT, UNBILLED_ACCOUNT, type PaidDay } from './accounts/pay-sessions.ts';

/** What a platform holds for the owners, and where its days are income of the common fund. */
export const PLATFORM_RECEIVABLE = '1122.01';
export const CHARGING_INCOME = { energyFen: '2241.03.11', serviceFen: '2241.03.12', extraFen: '2241.03.13' } as const;

const NOTHING_PAID: PaidDay = { prepaidFen: 0, discountFen: 0, unbilledFen: 0 };

/** What stands against a platform's income: its debt, or where the office collects, what accounts paid, plans took off and homes will be billed. */
function againstIncome(totalFen: number, paid: PaidDay | undefined): Posting[] {
  const sides = paid ? [[PREPAID_ACCOUNT, paid.prepaidFen], [DISCOUNT_ACCOUNT, paid.discountFen], [UNBILLED_ACCOUNT, paid.unbilledFen]] as const : [[PLATFORM_RECEIVABLE, totalFen]] as const;
  return sides.filter(([, amountFen]) => amountFen !== 0).map(([account, amountFen]) => ({ account, fund: 'common', amountFen }));
}

/** One entry for each day, on that day: energy charge and service fee are income apart. `paid` is who paid, by day, where the office collects itself. */
export async function bookDays({ db, user, now }: Context, days: readonly Omit<Booking, 'entryId'>[], platform: string, paid?: ReadonlyMap<string, PaidDay>): Promise<Booking[]> {
  const entries = days.map((day): NewEntry => {
    const income = (Object.keys(CHARGING_INCOME) as (keyof typeof CHARGING_INCOME)[]).flatMap((part) => (day[part] === 0 ? [] : [{ account: CHARGING_INCOME[part], fund: 'common' as const, amountFen: -day[part] }]));
    const totalFen = day.energyFen + day.serviceFen + day.extraFen;
    return { on: day.on, kind: 'charging', memo: `充电 ${platform} ${day.sessions} 单`, by: user.userId, at: now, postings: totalFen === 0 ? [] : [...againstIncome(totalFen, paid && (paid.get(day.on) ?? NOTHING_PAID)), ...income] };
  });
  const numbers = await postEntries(db, entries.filter(({ postings }) => postings.length > 0));
  let next = 0;
  return days.map((day, index) => ({ ...day, entryId: entries[index]?.postings.length ? (numbers[next++] ?? null) : null }));
}
