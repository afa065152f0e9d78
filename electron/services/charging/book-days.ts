import { postEntries, type NewEntry, type Posting } from '../../../db/ledger.ts';
import type { Booking } from '../../../db/queries/charging-sessions.ts';
import type { Context } from '../../context.ts';

/** What a platform holds for the owners, and where its days are income of the common fund. */
export const PLATFORM_RECEIVABLE = '1122.01';
export const CHARGING_INCOME = { energyFen: '2241.03.11', serviceFen: '2241.03.12', extraFen: '2241.03.13' } as const;

type Amounts = Record<keyof typeof CHARGING_INCOME, number>;

/** Income, or what is taken back of it, against what the platform holds; no postings where nothing differs. */
export function incomePostings(amounts: Amounts): Posting[] {
  const postings = (Object.keys(CHARGING_INCOME) as (keyof Amounts)[]).map((part): Posting => ({ account: CHARGING_INCOME[part], fund: 'common', amountFen: -amounts[part] }));
  return [{ account: PLATFORM_RECEIVABLE, fund: 'common' as const, amountFen: amounts.energyFen + amounts.serviceFen + amounts.extraFen }, ...postings].filter(({ amountFen }) => amountFen !== 0);
}

/** One entry for each day, on that day: the platform owes it, energy charge and service fee are income apart. */
export async function bookDays({ db, user, now }: Context, days: readonly Omit<Booking, 'entryId'>[], platform: string): Promise<Booking[]> {
  const entries = days.map((day): NewEntry => ({ on: day.on, kind: 'charging', memo: `充电 ${platform} ${day.sessions} 单`, by: user.userId, at: now, postings: incomePostings(day) }));
  const numbers = await postEntries(db, entries.filter(({ postings }) => postings.length > 0));
  let next = 0;
  return days.map((day, index) => ({ ...day, entryId: entries[index]?.postings.length ? (numbers[next++] ?? null) : null }));
}
