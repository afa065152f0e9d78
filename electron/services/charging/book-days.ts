import { postEntries, type NewEntry } from '../../../db/ledger.ts';
import type { Booking } from '../../../db/queries/charging-sessions.ts';
import type { Context } from '../../context.ts';

/** What a platform holds for the owners, and where its days are income of the common fund. */
export const PLATFORM_RECEIVABLE = '1122.01';
export const CHARGING_INCOME = { energyFen: '2241.03.11', serviceFen: '2241.03.12', extraFen: '2241.03.13' } as const;

/** One entry for each day, on that day: the platform owes it, energy charge and service fee are income apart. */
export async function bookDays({ db, user, now }: Context, days: readonly Omit<Booking, 'entryId'>[], platform: string): Promise<Booking[]> {
  const entries = days.map((day): NewEntry => {
    const income = (Object.keys(CHARGING_INCOME) as (keyof typeof CHARGING_INCOME)[]).flatMap((part) => (day[part] === 0 ? [] : [{ account: CHARGING_INCOME[part], fund: 'common' as const, amountFen: -day[part] }]));
    const totalFen = day.energyFen + day.serviceFen + day.extraFen;
    return { on: day.on, kind: 'charging', memo: `充电 ${platform} ${day.sessions} 单`, by: user.userId, at: now, postings: totalFen === 0 ? [] : [{ account: PLATFORM_RECEIVABLE, fund: 'common', amountFen: totalFen }, ...income] };
  });
  const numbers = await postEntries(db, entries.filter(({ postings }) => postings.length > 0));
  let next = 0;
  return days.map((day, index) => ({ ...day, entryId: entries[index]?.postings.length ? (numbers[next++] ?? null) : null }));
}
