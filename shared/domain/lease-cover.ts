import { common, without, type Days, type SpaceDays } from './lease-charge.ts';
import { addMonths, firstDay } from './period.ts';
import { intersect, type Span } from './week-windows.ts';

/** A whole-month lease: where it holds at what price, in order and apart, and in which minutes of a week. */
export type WholeLease = {
  leaseId: number; windows: readonly Span[]; spans: readonly { spaceId: number; from: string; to: string | null; monthlyFen: number }[];
  /** The month that a recall turned into days. */ lastByDays: string | null;
};
/** Days of a space that a lease paid for with a month it began, and does not hold. */
export type Cover = SpaceDays & { leaseId: number; windows: readonly Span[] };

/**
 * What whole-month leases paid and left: a month is paid by the lease that began it, so the rest of the month after it
 * ended, or while it is suspended, is paid on the space it left. A lease that is covered itself pays nothing and covers
 * nobody; nor does one without a price, or one that a recall let pay by days.
 */
export function coversOf(leases: readonly WholeLease[], reach: Days): Cover[] {
  const covers: Cover[] = [];
  for (const { lease, month } of leases.flatMap((lease) => monthsLeft(lease, reach).map((month) => ({ lease, month }))).sort(byBeginning)) {
    const days = { from: firstDay(month), to: firstDay(addMonths(month, 1)) };
    const first = firstPaid(lease, days, coveredOf(lease, covers));
    if (first !== undefined) covers.push(...leftOf(lease, { from: first, to: days.to }));
  }
  return covers;
}

/** The days that others paid for on the spaces of a lease, where they hold a minute of the week that it holds. */
export function coveredOf({ leaseId, windows }: Pick<WholeLease, 'leaseId' | 'windows'>, covers: readonly Cover[]): SpaceDays[] {
  return covers.filter((cover) => cover.leaseId !== leaseId && intersect(cover.windows, windows).length > 0);
}

/** Months of the reach in which a lease holds a day and, later, none. */
function monthsLeft({ spans, lastByDays }: WholeLease, reach: Days): string[] {
  const months = spans.flatMap(({ to }, index) => (to !== null && to > reach.from && to < reach.to && !to.endsWith('-01') && spans[index + 1]?.from !== to ? [to.slice(0, 7)] : []));
  return [...new Set(months)].filter((month) => month !== lastByDays);
}

type Left = { lease: WholeLease; month: string };

/** Earlier months first; within a month who began it first. */
function byBeginning(left: Left, right: Left): number {
  const begins = ({ lease, month }: Left): string => {
    const first = lease.spans.find(({ to }) => to === null || to > firstDay(month))?.from ?? '';
    return first > firstDay(month) ? first : firstDay(month);
  };
  return begins(left) < begins(right) ? -1 : begins(left) > begins(right) ? 1 : left.lease.leaseId - right.lease.leaseId;
}

/** The day from which a lease pays a month; undefined when it pays nothing for it. */
function firstPaid({ spans }: WholeLease, month: Days, covered: readonly SpaceDays[]): string | undefined {
  for (const span of spans) {
    const held = common(month, span);
    const [first] = held ? without(held, covered.filter(({ spaceId }) => spaceId === span.spaceId)) : [];
    if (first) return span.monthlyFen > 0 ? first.from : undefined;
  }
  return undefined;
}

/** What of some days a lease does not hold, on the space that it left last. */
function leftOf({ leaseId, windows, spans }: WholeLease, days: Days): Cover[] {
  const held = spans.flatMap((span) => {
    const own = common(days, span);
    return own ? [{ ...own, spaceId: span.spaceId }] : [];
  });
  return without(days, held).flatMap((left) => {
    const before = held.findLast(({ to }) => to <= left.from);
    return before ? [{ ...left, spaceId: before.spaceId, leaseId, windows }] : [];
  });
}
