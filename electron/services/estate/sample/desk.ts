import type { Estate } from '../../../../db/queries/estate.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import type { Context, SignedInUser } from '../../../context.ts';

/** The manager, the cashier at the desk, and the clerk behind it. */
export type Staff = 'manager' | 'cashier' | 'office';
export type Desk = { estate: Estate } & Record<Staff, SignedInUser>;

/** The same call as one of the office would have made it at a past instant; its own progress is not the sample's. */
export function callAt(context: Context, desk: Desk, by: Staff, now: Date): Context {
  return { ...context, user: desk[by], now, today: localDay(now), progress: () => undefined };
}

/** The instant of a local day (UTC+8) and a second in it. */
export function instantOf(day: string, second: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + second * 1000);
}

/** The second of a day at which a clock shows `HH:MM`. */
export function clock(text: string): number {
  return Number(text.slice(0, 2)) * 3600 + Number(text.slice(3)) * 60;
}
