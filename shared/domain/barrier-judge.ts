import { secondOf } from './cell-moment.ts';
import { addDays } from './period.ts';
import { intersect, type Span } from './week-windows.ts';

/** A lease that a plate is or was on: the days of the plate, the days and spaces that it holds, and its minutes of the week. Days are half-open. */
export type Holding = {
  leaseId: number; /** For each hour begun. */ overstayFen: number; plateFrom: string; plateTo: string | null; windows: readonly Span[]; spans: readonly { from: string; to: string | null; spaceId: number }[];
};
/** What a used visitor voucher gives on its day, in minutes. */
export type VoucherUse = { on: string; minutes: number };
export type JudgedStay = { inAt: string; outAt: string };
export type StayFinding = { kind: 'no-lease' | 'overstay' | 'outside-lease'; leaseId: number | null; spaceId: number | null; /** The day of its first minute. */ on: string; minutes: number; proposedFen: number };

const DAY = 1440;
const WEEK_DAY = 86_400_000;
/** 1970-01-01 was a Thursday: days since the Monday before it. */
const THURSDAY = 3;

/**
 * What is to be said of the stays of one plate, in their order. A minute is the minute of the clock, from that of the entry to before that of the exit.
 * One that a lease of the plate holds is in order; on a day of its lease any other is overstay of that lease; on a day without, it lies outside the lease
 * that the plate last had (or will have), or has no lease at all. Used vouchers take minutes without a lease away on their day.
 */
export function judgePlate(stays: readonly JudgedStay[], holdings: readonly Holding[], vouchers: readonly VoucherUse[] = []): StayFinding[][] {
  const left = vouchers.map((use) => ({ ...use }));
  return stays.map((stay) => judgeStay(stay, holdings).flatMap((finding) => {
    if (finding.kind === 'overstay') return [finding];
    const minutes = afterVouchers(finding.minutes, stay, left);
    return minutes === 0 ? [] : [{ ...finding, minutes, proposedFen: priceOf(minutes, holdings.find(({ leaseId }) => leaseId === finding.leaseId)) }];
  }));
}

function afterVouchers(minutes: number, { inAt, outAt }: JudgedStay, left: { on: string; minutes: number }[]): number {
  let open = minutes;
  for (const use of left) {
    if (use.on < inAt.slice(0, 10) || use.on > outAt.slice(0, 10)) continue;
    const taken = Math.min(open, use.minutes);
    use.minutes -= taken;
    open -= taken;
  }
  return open;
}

/** The fee of a lease for each hour begun; without a lease nothing is proposed. */
function priceOf(minutes: number, lease: Holding | undefined): number {
  return lease ? lease.overstayFen * Math.ceil(minutes / 60) : 0;
}

function judgeStay(stay: JudgedStay, holdings: readonly Holding[]): StayFinding[] {
  const found = new Map<string, StayFinding>();
  for (const { on, from, to } of daysOfStay(stay)) {
    const present = holdings.filter((holding) => spaceOn(holding, on) !== undefined);
    const outside = to - from - heldMinutes(present, on, from, to);
    if (outside === 0) continue;
    const [lease] = present;
    const near = lease ?? nearest(holdings, on);
    const kind = lease ? 'overstay' : near ? 'outside-lease' : 'no-lease';
    const key = `${kind} ${near?.leaseId ?? ''}`;
    const finding = found.get(key) ?? { kind, leaseId: near?.leaseId ?? null, spaceId: near ? (spaceOn(near, on) ?? nearSpace(near, on)) : null, on, minutes: 0, proposedFen: 0 };
    found.set(key, { ...finding, minutes: finding.minutes + outside });
  }
  return [...found.values()].map((finding) => ({ ...finding, proposedFen: priceOf(finding.minutes, holdings.find(({ leaseId }) => leaseId === finding.leaseId)) }));
}

/** The days of a stay with the minutes of each, half-open. */
function daysOfStay({ inAt, outAt }: JudgedStay): { on: string; from: number; to: number }[] {
  const [begin, end] = [Math.floor(secondOf(inAt) / 60), Math.floor(secondOf(outAt) / 60)];
  const days: { on: string; from: number; to: number }[] = [];
  let on = inAt.slice(0, 10);
  for (let start = begin - (begin % DAY); start < end; start += DAY) {
    days.push({ on, from: Math.max(begin, start) - start, to: Math.min(end, start + DAY) - start });
    on = addDays(on, 1);
  }
  return days;
}

/** Minutes of a part of a day that any of the leases holds; a plate is on one at a time, so that they do not meet. */
function heldMinutes(leases: readonly Holding[], on: string, from: number, to: number): number {
  const dayStart = weekdayOf(on) * DAY;
  const part = [{ from: dayStart + from, to: dayStart + to }];
  return leases.reduce((sum, { windows }) => sum + intersect(part, windows).reduce((held, span) => held + span.to - span.from, 0), 0);
}

/** Monday is 0. */
function weekdayOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) / WEEK_DAY + THURSDAY) % 7;
}

/** The space that a lease gives its plate on a day; undefined when it gives none. */
function spaceOn({ plateFrom, plateTo, spans }: Holding, on: string): number | undefined {
  if (on < plateFrom || (plateTo !== null && on >= plateTo)) return undefined;
  return spans.find(({ from, to }) => from <= on && (to === null || on < to))?.spaceId;
}

/** The lease that a plate had last before a day, else the one it has next. */
function nearest(holdings: readonly Holding[], on: string): Holding | undefined {
  const begun = holdings.filter(({ plateFrom }) => plateFrom <= on).sort((left, right) => (left.plateFrom < right.plateFrom ? 1 : -1));
  return begun[0] ?? [...holdings].sort((left, right) => (left.plateFrom < right.plateFrom ? -1 : 1))[0];
}

function nearSpace({ spans }: Holding, on: string): number | null {
  const before = spans.filter(({ from }) => from <= on).at(-1);
  return (before ?? spans[0])?.spaceId ?? null;
}

/** The lease whose car it is that came at a moment: that of the day, else the one it last had or will have; null without any. */
export function leaseOfEntry(at: string, holdings: readonly Holding[]): number | null {
  const on = at.slice(0, 10);
  return (holdings.find((holding) => spaceOn(holding, on) !== undefined) ?? nearest(holdings, on))?.leaseId ?? null;
}

/** The space that a lease holds last on days `from` to `to` (both included), in any minute of them; undefined when in none. */
export function holdsBetween({ spans, windows }: Pick<Holding, 'spans' | 'windows'>, from: string, to: string): number | undefined {
  let found: number | undefined;
  for (const span of spans) {
    const first = span.from > from ? span.from : from;
    const end = span.to !== null && span.to <= to ? span.to : addDays(to, 1);
    // A week has every weekday.
    for (let day = first, left = 7; day < end && left > 0; day = addDays(day, 1), left -= 1) {
      const start = weekdayOf(day) * DAY;
      if (intersect([{ from: start, to: start + DAY }], windows).length > 0) { found = span.spaceId; break; }
    }
  }
  return found;
}
