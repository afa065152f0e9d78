import type { Output } from '../contract/index.ts';
import { ageBuckets, type AgeBucket } from './arrears.ts';
import { collectionRatios, permille, tenths } from './collection.ts';
import { divideHalfUp, formatFen, sumFen } from './money.ts';
import { addMonths } from './period.ts';

type Summary = Output<'board.summary'>;
/** What a chart says in one sentence: which sentence, and what stands in it. Words are the window's and the paper's. */
export type Finding<Kind extends string> = { kind: Kind; values: Record<string, string | number> };

/** Whole yuan, rounded half up, without a sign: 307997 is `3,080`. */
export function wholeYuan(fen: number): string {
  return formatFen(Number(divideHalfUp(BigInt(Math.abs(fen)), 100n)) * 100).slice(0, -3);
}

/** Whole percent of a part, rounded half up; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Number(divideHalfUp(BigInt(part) * 100n, BigInt(whole)));
}

const monthNo = (month: string): number => Number(month.slice(5));

/** How many of the last months have it, counted back from the last. */
function streak<Month>(months: readonly Month[], has: (month: Month) => boolean): number {
  const miss = months.findLastIndex((month) => !has(month));
  return months.length - 1 - miss;
}

export type ChargingFinding = Finding<'none' | 'lacks' | 'lacksFirst' | 'run' | 'gain' | 'loss' | 'even'> & { /** The month that lost most, if any did. */ worst: string | null };

/** Whether chargers earn: for how many months on end, what the last month left or that its bill is missing, and which month lost most. */
export function chargingFinding(months: Summary['charging']['months']): ChargingFinding {
  const last = months.at(-1);
  const used = months.filter(({ incomeFen, costFen }) => incomeFen !== 0 || costFen !== 0);
  if (!last || used.length === 0) return { kind: 'none', values: {}, worst: null };
  const known = used.filter(({ netFen }) => netFen !== null);
  const lost = known.filter(({ netFen }) => (netFen ?? 0) < 0).sort((one, other) => (one.netFen ?? 0) - (other.netFen ?? 0))[0];
  const newest = known.at(-1);
  const worst: Finding<string>['values'] = lost && lost !== newest ? { worstMonth: monthNo(lost.month), worst: wholeYuan(lost.netFen ?? 0) } : {};
  const values = { month: monthNo(last.month), income: wholeYuan(last.incomeFen), ...worst };
  if (last.netFen === null) return newest ? { kind: 'lacks', values: { ...values, before: monthNo(newest.month), net: (newest.netFen ?? 0) < 0 ? `−${wholeYuan(newest.netFen ?? 0)}` : wholeYuan(newest.netFen ?? 0) }, worst: lost?.month ?? null } : { kind: 'lacksFirst', values, worst: null };
  const count = streak(months, ({ netFen, incomeFen }) => netFen !== null && netFen > 0 && incomeFen !== 0);
  const kind = last.netFen < 0 ? 'loss' : last.netFen === 0 ? 'even' : count > 1 ? 'run' : 'gain';
  return { kind, values: { ...values, count, net: wholeYuan(last.netFen) }, worst: lost?.month ?? null };
}

export type ParkingFinding = Finding<'none' | 'noSubsidy' | 'run' | 'covered' | 'short'> & { /** Since when daytime income has paid for the subsidy without a break; null where it always has or does not. */ since: string | null };

/** Whether what daytime leases and others bring pays for the subsidy, and for how many months on end. */
export function parkingFinding(months: Summary['parking']['months']): ParkingFinding {
  const last = months.at(-1);
  if (!last || months.every(({ daytimeFen, otherFen, subsidyFen, residentPaidFen }) => daytimeFen === 0 && otherFen === 0 && subsidyFen === 0 && residentPaidFen === 0)) return { kind: 'none', values: {}, since: null };
  const values = { month: monthNo(last.month), left: wholeYuan(last.leftFen), daytime: wholeYuan(last.daytimeFen) };
  if (months.every(({ subsidyFen }) => subsidyFen === 0)) return { kind: 'noSubsidy', values, since: null };
  if (last.leftFen < 0) return { kind: 'short', values, since: null };
  const count = streak(months, ({ leftFen, subsidyFen }) => leftFen >= 0 && subsidyFen > 0);
  const since = count > 1 && count < months.length ? addMonths(last.month, 1 - count) : null;
  return { kind: count > 1 ? 'run' : 'covered', values: { ...values, count }, since };
}

/** The first of the ages over a year. */
const OLD = ageBuckets.indexOf('y1-2');

export type AgeingFinding = Finding<'none' | 'old' | 'largest' | 'notDue'> & { /** Those that it speaks of. */ marked: readonly AgeBucket[] };

/** What is owed, and how much of it for over a year when that is a quarter or more; else the age that holds most. */
export function ageingFinding({ buckets, totalFen }: Summary['ageing']): AgeingFinding {
  const [first] = buckets;
  if (!first || totalFen <= 0) return { kind: 'none', values: {}, marked: [] };
  const oldFen = sumFen(buckets.slice(OLD).map(({ amountFen }) => amountFen));
  const total = wholeYuan(totalFen);
  if (4 * oldFen >= totalFen) return { kind: 'old', values: { total, percent: percentOf(oldFen, totalFen) }, marked: ageBuckets.slice(OLD) };
  const most = buckets.reduce((best, one) => (one.amountFen > best.amountFen ? one : best), first);
  return { kind: most.bucket === 'notDue' ? 'notDue' : 'largest', values: { total, percent: percentOf(most.amountFen, totalFen), bucket: most.bucket }, marked: [most.bucket] };
}

const [DAY, WEEK, WORKDAYS, QUIET] = [24, 7, 5, 300] as const;

export type HeatFinding = Finding<'none' | 'peak' | 'peakQuiet'>;

/** The hour of the day that is busiest over the week, and the longest stretch of hours on working days with less than three in ten in use. */
export function heatFinding(heat: Summary['heat']): HeatFinding {
  if (heat.every(({ seconds }) => seconds === 0)) return { kind: 'none', values: {} };
  const mean = (hour: number, days: number): number => divideUp(sumFen(heat.filter((cell) => cell.hour === hour && cell.weekday <= days).map((cell) => cell.permille)), days);
  const hours = Array.from({ length: DAY }, (_, hour) => hour);
  const peak = hours.reduce((best, hour) => (mean(hour, WEEK) > mean(best, WEEK) ? hour : best), 0);
  const values = { hour: peak, share: roundTenth(mean(peak, WEEK)), kind: heat[0]?.kind ?? 'ebike' };
  const quiet = longestRun(hours.map((hour) => mean(hour, WORKDAYS) < QUIET));
  return quiet.length < 2 ? { kind: 'peak', values } : { kind: 'peakQuiet', values: { ...values, from: quiet.from, to: quiet.from + quiet.length } };
}

const divideUp = (sum: number, count: number): number => Number(divideHalfUp(BigInt(sum), BigInt(count)));
const roundTenth = (value: number): number => Number(divideHalfUp(BigInt(value), 10n));

function longestRun(flags: readonly boolean[]): { from: number; length: number } {
  let best = { from: 0, length: 0 };
  let from = 0;
  flags.forEach((flag, index) => {
    if (!flag) from = index + 1;
    else if (index + 1 - from > best.length) best = { from, length: index + 1 - from };
  });
  return best;
}

/** Where the steps of the heat map begin, in permille. */
export const heatBounds = [150, 300, 450, 600, 750, 850] as const;

/** The step of a share: 0 below 15 %, 6 from 85 % on. */
export const heatStep = (permille: number): number => heatBounds.filter((bound) => permille >= bound).length;

export type DeviceFinding = Finding<'none' | 'top' | 'topIdle' | 'topFailing'>;

/** How much of the service fee the two best devices bring, and which stands idle longest, else which fails more than its neighbours. */
export function deviceFinding(devices: Summary['devices']): DeviceFinding {
  const wholeFen = sumFen(devices.map(({ serviceFen }) => serviceFen));
  if (wholeFen <= 0) return { kind: 'none', values: {} };
  const best = devices.slice(0, devices.length > 4 ? 2 : 1);
  const values = { count: best.length, best: best.map(({ device }) => device).join('、'), percent: percentOf(sumFen(best.map(({ serviceFen }) => serviceFen)), wholeFen) };
  const idle = devices.filter(({ state }) => state === 'IDLE').sort((one, other) => (other.idleDays ?? 0) - (one.idleDays ?? 0))[0];
  if (idle) return { kind: 'topIdle', values: { ...values, device: idle.device, days: idle.idleDays ?? 0 } };
  const failing = devices.find(({ state }) => state === 'FAILING');
  return failing ? { kind: 'topFailing', values: { ...values, device: failing.device } } : { kind: 'top', values };
}

/** How many leases end soon, and how much of what daytime leases bring ends with them. */
export function expiringFinding({ items, daytimeMonthFen, until }: Summary['expiring']): Finding<'none' | 'some'> {
  const daytime = items.filter(({ kind }) => kind === 'daytime');
  const daytimeFen = sumFen(daytime.map(({ monthlyFen }) => monthlyFen));
  return { kind: items.length === 0 ? 'none' : 'some', values: { count: items.length, daytime: daytime.length, percent: percentOf(daytimeFen, daytimeMonthFen), until: until.slice(5) } };
}

export type ShopFinding = Finding<'none' | 'dearer' | 'saved' | 'rentOnly'>;

/** What the shop gave: rent in kind and savings; said plainly where it was dearer than its references, or sold nothing. */
export function shopFinding({ waivedRentFen, savingFen, salesFen }: Pick<NonNullable<Summary['shop']>, 'waivedRentFen' | 'savingFen' | 'salesFen'>): ShopFinding {
  const values = { rent: wholeYuan(waivedRentFen), saving: wholeYuan(savingFen) };
  if (salesFen === 0) return { kind: waivedRentFen === 0 ? 'none' : 'rentOnly', values };
  return { kind: savingFen < 0 ? 'dearer' : 'saved', values };
}

export type RateFinding = Finding<'none' | 'above' | 'below' | 'same' | 'up' | 'down' | 'only'>;

/** The last month's current rate beside the target, or where none is set beside the month before. */
export function rateFinding(trend: Summary['collection']['trend'], targetPermille: number): RateFinding {
  const rated = trend.flatMap((one) => { const rate = permille(collectionRatios(one).current); return rate === undefined ? [] : [{ month: one.month, rate }]; });
  const [last, before] = [rated.at(-1), rated.at(-2)];
  if (!last) return { kind: 'none', values: {} };
  const values = { month: monthNo(last.month), rate: tenths(last.rate) };
  if (targetPermille > 0) return { kind: last.rate >= targetPermille ? 'above' : 'below', values: { ...values, target: tenths(targetPermille), points: tenths(Math.abs(last.rate - targetPermille)) } };
  if (!before) return { kind: 'only', values };
  const points = last.rate - before.rate;
  return { kind: points === 0 ? 'same' : points > 0 ? 'up' : 'down', values: { ...values, before: monthNo(before.month), points: tenths(Math.abs(points)) } };
}

/** The common balance and the source that brought most of it; residents by what they paid themselves, since the subsidy is spent as it comes in. */
export function sourceFinding({ now, sources }: Summary['common']): Finding<'none' | 'top' | 'short'> {
  const subsidyFen = sources.find(({ source }) => source === 'subsidy')?.balanceFen ?? 0;
  const brought = sources.map(({ source, balanceFen }) => ({ source, fen: source === 'parking-resident' ? balanceFen + subsidyFen : balanceFen }));
  const [first] = brought;
  if (!first) return { kind: 'none', values: {} };
  const top = brought.reduce((best, one) => (one.fen > best.fen ? one : best), first);
  return { kind: now.balanceFen < 0 || top.fen <= 0 ? 'short' : 'top', values: { balance: `${now.balanceFen < 0 ? '−' : ''}${wholeYuan(now.balanceFen)}`, source: top.source } };
}

/** All money in hand and how much of it is the common fund's: the owners', not the company's. */
export function cashFinding(cash: Summary['cash']): Finding<'none' | 'some'> {
  const totalFen = sumFen(cash.map((one) => one.totalFen));
  const commonFen = cash.find(({ fund }) => fund === 'common')?.totalFen ?? 0;
  return { kind: totalFen <= 0 ? 'none' : 'some', values: { total: wholeYuan(totalFen), percent: percentOf(Math.max(0, commonFen), Math.max(1, totalFen)) } };
}

export type ChangeOf = { differenceFen: number; /** Of what it was, in tenths of a percent; null of nothing. */ permille: number | null };

/** How an amount differs from another. */
export function changeOf(nowFen: number, thenFen: number): ChangeOf {
  return { differenceFen: nowFen - thenFen, permille: thenFen > 0 ? Number(divideHalfUp(BigInt(Math.abs(nowFen - thenFen)) * 1000n, BigInt(thenFen))) : null };
}
