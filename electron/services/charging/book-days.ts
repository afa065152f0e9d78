import { postEntries, type NewEntry, type Posting } from '../../../db/ledger.ts';
import type { Booking } from '../../../db/queries/charging-sessions.ts';
import type { Context } from '../../context.ts';
import { DISCOUNT_ACCOUNT, PREPAID_ACCOUNT, UNBILLED_ACCOUNT, type PaidDay } from './accounts/pay-sessions.ts';

/** What a platform holds for the owners, and where its days are income of the common fund. */
export const PLATFORM_RECEIVABLE = '1122.01';
export const CHARGING_INCOME = { energyFen: '2241.03.11', serviceFen: '2241.03.12', extraFen: '2241.03.13' } as const;

type Amounts = Record<keyof typeof CHARGING_INCOME, number>;
const NOTHING_PAID: PaidDay = { prepaidFen: 0, discountFen: 0, unbilledFen: 0 };

/** Income, or what is taken back of it, against what the platform holds, or where the office collects (`paid`), what accounts paid, plans took off and homes will be billed; no postings where nothing differs. */
export function incomePostings(amounts: Amounts, paid?: PaidDay): Posting[] {
  const income = (Object.keys(CHARGING_INCOME) as (keyof Amounts)[]).map((part) => [CHARGING_INCOME[part], -amounts[part]] as const);
  const against = paid ? [[PREPAID_ACCOUNT, paid.prepaidFen], [DISCOUNT_ACCOUNT, paid.discountFen], [UNBILLED_ACCOUNT, paid.unbilledFen]] as const : [[PLATFORM_RECEIVABLE, amounts.energyFen + amounts.serviceFen + amounts.extraFen]] as const;
  return [...against, ...income].filter(([, amountFen]) => amountFen !== 0).map(([account, amountFen]) => ({ account, fund: 'common', amountFen }));
}

/** One entry for each day, on that day: energy charge and service fee are income apart. `paid` is who paid, by day, where the office collects itself. */
export async function bookDays({ db, user, now }: Context, days: readonly Omit<Booking, 'entryId'>[], platform: string, paid?: ReadonlyMap<string, PaidDay>): Promise<Booking[]> {
  const entries = days.map((day): NewEntry => ({ on: day.on, kind: 'charging', memo: `充电 ${platform} ${day.sessions} 单`, by: user.userId, at: now, postings: incomePostings(day, paid && (paid.get(day.on) ?? NOTHING_PAID)) }));
  const numbers = await postEntries(db, entries.filter(({ postings }) => postings.length > 0));
  let next = 0;
  return days.map((day, index) => ({ ...day, entryId: entries[index]?.postings.length ? (numbers[next++] ?? null) : null }));
}
