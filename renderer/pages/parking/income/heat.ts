import type { Output } from '../../../../shared/contract/index.ts';
import { addDays, firstDay } from '../../../../shared/domain/period.ts';

export type Zone = Output<'parking.occupancy'>['zones'][number];

const LEVELS = [150, 300, 450, 600, 750, 850] as const;

/** Steps of the heat scale, in percent, as the legend says them. */
export const heatSteps = LEVELS.map((permille) => permille / 10);

/** The step of the scale that thousandths are in, 0 to 6. */
export function heatLevel(permille: number): number {
  const level = LEVELS.findIndex((least) => permille < least);
  return level === -1 ? LEVELS.length : level;
}

/** The first day of a month that is a weekday (0 is Monday), for showing an hour of the week in the plan. */
export function firstWeekday(month: string, weekday: number): string {
  const first = firstDay(month);
  const of = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(first, (weekday - of + 7) % 7);
}
