import { divideHalfUp } from '../../../../shared/domain/money.ts';

export type IncomeMonth = { month: string; residentFen: number; daytimeFen: number; otherFen: number; subsidyFen: number };

/** Everything that came in less the subsidy: the month's change of the accounts of parking. */
export function netFen({ residentFen, daytimeFen, otherFen, subsidyFen }: IncomeMonth): number {
  return residentFen + daytimeFen + otherFen - subsidyFen;
}

/** Whether anything was posted in a month: one without entries has no figures, which is not the same as zero. */
export function hasFigures({ residentFen, daytimeFen, otherFen, subsidyFen }: IncomeMonth): boolean {
  return residentFen !== 0 || daytimeFen !== 0 || otherFen !== 0 || subsidyFen !== 0;
}

export type IncomeFinding = { kind: 'none' } | { kind: 'coversOnce' | 'covers' | 'noSubsidy' | 'short'; month: string; netFen: number; /** Months in a row up to it in which daytime income covered the subsidy. */ count: number; /** By how much the subsidy was more. */ shortFen: number };

/** What the months say: of the last one with figures, whether daytime income covers the subsidy, and since how many months. */
export function incomeFinding(months: readonly IncomeMonth[]): IncomeFinding {
  const known = months.filter(hasFigures);
  const last = known.at(-1);
  if (!last) return { kind: 'none' };
  const facts = { month: last.month, netFen: netFen(last), count: 0, shortFen: Math.max(0, last.subsidyFen - last.daytimeFen) };
  if (last.subsidyFen <= 0) return { kind: 'noSubsidy', ...facts };
  if (last.daytimeFen < last.subsidyFen) return { kind: 'short', ...facts };
  const before = known.findLastIndex((month) => month.daytimeFen < month.subsidyFen || month.subsidyFen <= 0);
  const count = known.length - 1 - before;
  return { kind: count === 1 ? 'coversOnce' : 'covers', ...facts, count };
}

export type HeatFinding = { kind: 'none' } | { kind: 'flat'; percent: number } | { kind: 'peak'; /** 0 is Monday. */ weekday: number; hour: number; percent: number; /** On average from Monday to Friday, 9:00 to 17:00. */ day: number; /** Spaces free then, on average, rounded down. */ free: number };

const [DAY_HOURS, WORKDAYS, FIRST_HOUR, END_HOUR] = [24, 5, 9, 17];
const percentOf = (permille: number): number => Number(divideHalfUp(BigInt(permille), 10n));

/** The fullest hour of the week (the first of several), and how much is free by day on workdays. */
export function heatFinding(permille: readonly number[], spaces: number): HeatFinding {
  const most = Math.max(...permille, 0);
  if (most === 0) return { kind: 'none' };
  if (permille.every((value) => value === most)) return { kind: 'flat', percent: percentOf(most) };
  const at = permille.indexOf(most);
  let day = 0;
  for (let weekday = 0; weekday < WORKDAYS; weekday += 1) for (let hour = FIRST_HOUR; hour < END_HOUR; hour += 1) day += permille[weekday * DAY_HOURS + hour] ?? 0;
  const hours = WORKDAYS * (END_HOUR - FIRST_HOUR);
  return {
    kind: 'peak', weekday: Math.floor(at / DAY_HOURS), hour: at % DAY_HOURS, percent: percentOf(most),
    day: Number(divideHalfUp(BigInt(day), BigInt(hours * 10))), free: Math.floor((spaces * (1000 * hours - day)) / (1000 * hours)),
  };
}

export type YieldFinding = { kind: 'none' } | { kind: 'unlet' | 'even' | 'top'; space: string; mostFen: number; averageFen: number; /** What the best one brings, in averages, in tenths. */ timesTenths: number; let: number; unlet: number };

/** Of spaces by what they brought, the most first: the average of those that brought something, the best one where it stands out, and how many stand empty. */
export function yieldFinding(items: readonly { space: string; totalFen: number }[], zones: readonly { spaces: number; let: number }[]): YieldFinding {
  const paying = items.filter(({ totalFen }) => totalFen > 0);
  const [best] = paying;
  if (!best) return { kind: 'none' };
  const totalFen = paying.reduce((sum, item) => sum + item.totalFen, 0);
  const averageFen = Number(divideHalfUp(BigInt(totalFen), BigInt(paying.length)));
  const timesTenths = Number(divideHalfUp(BigInt(best.totalFen) * 10n, BigInt(Math.max(1, averageFen))));
  const spaces = zones.reduce((sum, zone) => sum + zone.spaces, 0);
  const held = zones.reduce((sum, zone) => sum + zone.let, 0);
  // Twice the average is what people notice.
  const kind = timesTenths >= 20 ? 'top' : held < spaces ? 'unlet' : 'even';
  return { kind, space: best.space, mostFen: best.totalFen, averageFen, timesTenths, let: held, unlet: spaces - held };
}

export type ExpiringFinding = { kind: 'none' } | { kind: 'soon' | 'some' | 'one'; count: number; amountFen: number; month: string; mostFen: number };

type Expiring = { months: readonly { month: string; residentFen: number; daytimeFen: number; leases: number }[]; items: readonly { to: string; monthlyFen: number }[] };

/** What ends within 30 days (up to `soon`), else how much ends in all and in which month the most. */
export function expiringFinding({ months, items }: Expiring, soon: string): ExpiringFinding {
  if (items.length === 0) return { kind: 'none' };
  const most = months.reduce((best, month) => (month.residentFen + month.daytimeFen > best.residentFen + best.daytimeFen ? month : best));
  const sum = (some: readonly { monthlyFen: number }[]): number => some.reduce((fen, { monthlyFen }) => fen + monthlyFen, 0);
  const facts = { month: most.month, mostFen: most.residentFen + most.daytimeFen };
  const near = items.filter(({ to }) => to <= soon);
  if (near.length > 0) return { kind: 'soon', count: near.length, amountFen: sum(near), ...facts };
  return { kind: items.length === 1 ? 'one' : 'some', count: items.length, amountFen: sum(items), ...facts };
}

export const owedKinds = ['resident', 'daytime', 'other'] as const;
export type OwedKind = (typeof owedKinds)[number];
export type OwedBucket = { bucket: string; residentFen: number; daytimeFen: number; otherFen: number };

/** What a kind owes in a bucket. */
export function owedFen(bucket: OwedBucket, kind: OwedKind): number {
  return kind === 'resident' ? bucket.residentFen : kind === 'daytime' ? bucket.daytimeFen : bucket.otherFen;
}

export type OwedFinding = { kind: 'none' } | { kind: 'notDue'; totalFen: number } | { kind: 'mostly'; totalFen: number; overdueFen: number; who: OwedKind; /** Of what is overdue. */ percent: number };

/** How much is owed and overdue, and which kind owes most of what is overdue. */
export function owedFinding(buckets: readonly OwedBucket[]): OwedFinding {
  const sumOf = (some: readonly OwedBucket[], kind: OwedKind): number => some.reduce((sum, bucket) => sum + owedFen(bucket, kind), 0);
  const all = (some: readonly OwedBucket[]): number => owedKinds.reduce((sum, kind) => sum + sumOf(some, kind), 0);
  const totalFen = all(buckets);
  if (totalFen <= 0) return { kind: 'none' };
  const overdue = buckets.filter(({ bucket }) => bucket !== 'notDue');
  const overdueFen = all(overdue);
  if (overdueFen <= 0) return { kind: 'notDue', totalFen };
  const who = owedKinds.reduce((most, kind) => (sumOf(overdue, kind) > sumOf(overdue, most) ? kind : most));
  return { kind: 'mostly', totalFen, overdueFen, who, percent: Number(divideHalfUp(BigInt(sumOf(overdue, who)) * 100n, BigInt(overdueFen))) };
}
