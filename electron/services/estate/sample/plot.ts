import { addDays, firstDay } from '../../../../shared/domain/period.ts';
import type { HomeAccount } from './accounts.ts';
import { clock, instantOf } from './desk.ts';
import type { Random } from './random.ts';

/** A month of the last year, as what happens beside the everyday is planned in it. */
export type Plot = {
  month: string;
  /** How many months before the last: 0 is the last. */
  ago: number;
  /** Bills from this one on are the month's. */
  freshFrom: number;
  random: Random;
  /** A home, not handed over in the month itself, that fits and to which nothing else happens in it; undefined where none does, as in tiny estates. */
  take: (fits: (account: HomeAccount) => boolean) => HomeAccount | undefined;
  /** The homes taken so far: they do not come to the desk by themselves. */
  taken: ReadonlySet<HomeAccount>;
  /** Those of them that will pay all that they owe. */
  paying: Set<HomeAccount>;
};

/** Of so many homes something happens to one in a month at most, so that small estates have an everyday too. */
const HOMES_PER_STORY = 8;

export function openPlot({ accounts, random, ...facts }: Pick<Plot, 'month' | 'ago' | 'freshFrom' | 'random'> & { accounts: readonly HomeAccount[] }): Plot {
  const taken = new Set<HomeAccount>();
  const most = Math.ceil(accounts.length / HOMES_PER_STORY);
  const take: Plot['take'] = (fits) => {
    if (taken.size >= most) return undefined;
    const found = accounts.filter((account) => !account.merged && !taken.has(account) && (account.home.handoverOn ?? '') < firstDay(facts.month) && fits(account));
    const account = found.length > 0 ? random.pick(found) : undefined;
    if (account) taken.add(account);
    return account;
  };
  return { ...facts, random, take, taken, paying: new Set() };
}

/** Days on which the office does what it does not do every day: what happens on few days parts the desk's payments seldom. */
const OFFICE_DAYS = [5, 9, 12, 16, 20, 24, 28] as const;

/** An instant of the office's next day from a day of the month on (at the latest the 28th), moved off a Sunday; `time` is one at which nobody waits at the desk: 11:40 to 14:00. */
export function quietTime(month: string, day: number, time: string): Date {
  const next = OFFICE_DAYS.find((one) => one >= day) ?? OFFICE_DAYS[6];
  return instantOf(workday(addDays(firstDay(month), next - 1)), clock(time));
}

/** The day itself; instead of a Sunday the day after, or the one before where that is another month's. */
export function workday(day: string): string {
  if (new Date(`${day}T00:00:00Z`).getUTCDay() !== 0) return day;
  const after = addDays(day, 1);
  return after.slice(0, 7) === day.slice(0, 7) ? after : addDays(day, -1);
}

export function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** It is lived in or let, and was billed before. */
export function isInhabited({ home: { status }, monthFeeFen }: HomeAccount): boolean {
  return (status === 'occupied' || status === 'let') && monthFeeFen > 0;
}
