import { addDays, addMonths, daysBetween, daysInMonth, firstDay } from './period.ts';

/** Where a lease holds at what price, half-open; `common`: its resident months are subsidised. */
export type ChargeSpan = { spaceId: number; from: string; to: string | null; monthlyFen: number; subsidised: boolean };
/** The market price of a month from a day on; in order of the days. */
export type MarketPrice = { from: string; marketFen: number };
export type Days = { from: string; to: string };
export type SpaceDays = Days & { spaceId: number };
export type Proration = 'days' | 'whole';

export type LeaseToCharge = {
  proration: Proration; /** In order, apart. */ spans: readonly ChargeSpan[];
  /** Charged by a charge that stands. */ charged: readonly Days[];
  /** Paid with a month that another lease began on the space (see `coversOf`). */ covered: readonly SpaceDays[];
  /** Of the spaces' days, what charges of other leases in the same hours have that stand. */ taken: readonly SpaceDays[];
  /** A recalled lease pays its last month by days, whatever was agreed. */ lastByDays: string | null;
};

/** What a stretch of one month costs, and how that came about. */
export type ChargePart = Days & { spaceId: number; monthlyFen: number; marketFen: number | null; amountFen: number; subsidyFen: number };

/**
 * What the first `count` of `days` days of a month cost at a price, half up, in fen. Days [i, j) cost the difference of
 * two of these, so that the parts of any split sum to the whole: the largest remainder with ties to the earlier part.
 */
function firstDaysFen(monthlyFen: number, count: number, days: number): number {
  // Prices are below 10⁸ fen: the product is safe.
  return Math.floor((2 * monthlyFen * count + days) / (2 * days));
}

/**
 * The price of days `[from, to)` of one month, in fen.
 * @example priceDays(5000, { from: '2026-10-10', to: '2026-11-01' }) // 3548
 */
export function priceDays(monthlyFen: number, { from, to }: Days): number {
  const month = from.slice(0, 7);
  const days = daysInMonth(month);
  const before = Number(from.slice(8)) - 1;
  return firstDaysFen(monthlyFen, before + daysBetween(from, to), days) - firstDaysFen(monthlyFen, before, days);
}

/**
 * What a lease owes for the days of `[from, to)` that no charge has, month by month in parts of one space and one price.
 * By days: every day held. Whole: a month that was begun counts whole, once, for the space, price and market price of its
 * first day; where another lease was charged for later days of it, the month goes by days. A part of 0 fen is left out.
 * @example chargeParts({ proration: 'whole', spans: [{ spaceId: 1, from: '2026-10-10', to: '2026-11-05', monthlyFen: 5000, subsidised: false }], charged: [], covered: [], taken: [], lastByDays: null }, { from: '2026-10-01', to: '2026-11-01' }, [])
 *   // [{ spaceId: 1, from: '2026-10-10', to: '2026-11-01', monthlyFen: 5000, marketFen: null, amountFen: 5000, subsidyFen: 0 }]
 */
export function chargeParts(lease: LeaseToCharge, { from, to }: Days, prices: readonly MarketPrice[]): ChargePart[] {
  const parts: ChargePart[] = [];
  for (let month = from.slice(0, 7); firstDay(month) < to; month = addMonths(month, 1)) {
    const days = { from: laterOf(from, firstDay(month)), to: earlierOf(to, firstDay(addMonths(month, 1))) };
    const byDays = lease.proration === 'days' || lease.lastByDays === month;
    parts.push(...(byDays ? dayParts(lease, days, prices) : wholePart(lease, month, prices)));
  }
  return parts.filter(({ amountFen, subsidyFen }) => amountFen > 0 || subsidyFen > 0);
}

function dayParts(lease: LeaseToCharge, days: Days, prices: readonly MarketPrice[]): ChargePart[] {
  return lease.spans.flatMap((span) => {
    const held = common(days, span);
    if (!held) return [];
    const others = [...lease.covered, ...lease.taken].filter(({ spaceId }) => spaceId === span.spaceId);
    return without(held, [...lease.charged, ...others]).flatMap((left) => cutByPrice(left, span.subsidised ? prices : []).map(({ marketFen, ...stretch }) => {
      const amountFen = priceDays(span.monthlyFen, stretch);
      return { ...stretch, spaceId: span.spaceId, monthlyFen: span.monthlyFen, marketFen, amountFen, subsidyFen: marketFen === null ? 0 : Math.max(0, priceDays(marketFen, stretch) - amountFen) };
    }));
  });
}

function wholePart(lease: LeaseToCharge, month: string, prices: readonly MarketPrice[]): ChargePart[] {
  const whole = { from: firstDay(month), to: firstDay(addMonths(month, 1)) };
  if (lease.charged.some((days) => common(whole, days))) return [];
  for (const span of lease.spans) {
    const held = common(whole, span);
    const [first] = held ? without(held, lease.covered.filter(({ spaceId }) => spaceId === span.spaceId)) : [];
    if (!first) continue;
    const rest = { from: first.from, to: whole.to };
    // The other came later in the month and was charged before this lease was written down.
    if (lease.taken.some((days) => days.spaceId === span.spaceId && common(rest, days))) return dayParts(lease, rest, prices);
    const marketFen = span.subsidised ? priceOn(prices, first.from) : null;
    return [{ ...rest, spaceId: span.spaceId, monthlyFen: span.monthlyFen, marketFen, amountFen: span.monthlyFen, subsidyFen: marketFen === null ? 0 : Math.max(0, marketFen - span.monthlyFen) }];
  }
  return [];
}

/** The market price in force on a day; null before the first. */
export function priceOn(prices: readonly MarketPrice[], day: string): number | null {
  return prices.findLast(({ from }) => from <= day)?.marketFen ?? null;
}

function cutByPrice({ from, to }: Days, prices: readonly MarketPrice[]): (Days & { marketFen: number | null })[] {
  const edges = [from, ...prices.map((price) => price.from).filter((day) => day > from && day < to), to];
  return edges.slice(0, -1).map((edge, index) => ({ from: edge, to: edges[index + 1] ?? to, marketFen: priceOn(prices, edge) }));
}

/**
 * The days that both have; undefined when there are none.
 * @example common({ from: '2026-10-01', to: '2026-11-01' }, { from: '2026-10-20', to: null }) // { from: '2026-10-20', to: '2026-11-01' }
 */
export function common(left: Days, right: { from: string; to: string | null }): Days | undefined {
  const from = laterOf(left.from, right.from);
  const to = right.to === null ? left.to : earlierOf(left.to, right.to);
  return from < to ? { from, to } : undefined;
}

/**
 * What of some days is left without others, which may overlap.
 * @example without({ from: '2026-10-01', to: '2026-11-01' }, [{ from: '2026-10-05', to: '2026-10-08' }]) // [{ from: '2026-10-01', to: '2026-10-05' }, { from: '2026-10-08', to: '2026-11-01' }]
 */
export function without(days: Days, others: readonly Days[]): Days[] {
  const left: Days[] = [];
  let { from } = days;
  for (const other of [...others].sort((one, two) => (one.from < two.from ? -1 : 1))) {
    if (other.to <= from || other.from >= days.to) continue;
    if (other.from > from) left.push({ from, to: other.from });
    from = laterOf(from, other.to);
  }
  if (from < days.to) left.push({ from, to: days.to });
  return left;
}

const CYCLE_MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The days that issuing a month charges in advance: from its first day to the end of the calendar period around it.
 * @example advanceOf('quarter', '2026-08') // { from: '2026-08-01', to: '2026-10-01' }
 */
export function advanceOf(cycle: keyof typeof CYCLE_MONTHS, month: string): Days {
  const length = CYCLE_MONTHS[cycle];
  const start = addMonths(month, -((Number(month.slice(5, 7)) - 1) % length));
  return { from: firstDay(month), to: firstDay(addMonths(start, length)) };
}

/** The last day that a half-open stretch has. */
export function lastDayOf({ to }: Days): string {
  return addDays(to, -1);
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}

function earlierOf(left: string, right: string): string {
  return left < right ? left : right;
}
