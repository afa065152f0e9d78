import { WATT_SECONDS } from './charging-price.ts';

/** How chargers are used: hours of the week, classes of length and power, and which reasons of stopping are failures. Seconds are local, as if local time were UTC. */
type Kind = 'ev' | 'ebike';

const [HOUR, WEEK] = [3600, 604_800];
/** 1970-01-01 was a Thursday: so many seconds after a Monday. */
const SINCE_MONDAY = 3 * 86_400;
/** Hours of a week; cell 0 is Monday from midnight to one. */
export const WEEK_HOURS = 168;

/** The hour of the week that a second is in. */
export function weekHour(second: number): number {
  const hour = (second - (second % HOUR)) / HOUR;
  return (hour + SINCE_MONDAY / HOUR) % WEEK_HOURS;
}

/**
 * How many seconds of an hour of the week lie between two seconds.
 * @example secondsOfWeekHour(0, at('1970-01-05 00:00:00'), at('1970-01-12 00:30:00')) // 3600 + 1800
 */
export function secondsOfWeekHour(cell: number, from: number, to: number): number {
  return to <= from ? 0 : secondsBefore(cell, to) - secondsBefore(cell, from);
}

function secondsBefore(cell: number, second: number): number {
  const since = second + SINCE_MONDAY;
  const rest = since % WEEK;
  return ((since - rest) / WEEK) * HOUR + Math.min(HOUR, Math.max(0, rest - cell * HOUR));
}

/** Lower bounds of the classes of how long a session took, in minutes. */
export const lengthBounds = [0, 30, 60, 120, 180, 240, 360, 480, 720] as const;
/** Lower bounds of the classes of the average power, in W. */
export const powerBounds = { ev: [0, 3000, 7000, 15_000, 30_000, 60_000, 120_000], ebike: [0, 100, 200, 300, 500, 800] } as const satisfies Record<Kind, readonly number[]>;

/** The place of the class that a value is in. */
export function classOf(bounds: readonly number[], value: number): number {
  let place = bounds.length - 1;
  while (place > 0 && value < (bounds[place] ?? 0)) place -= 1;
  return place;
}

/** The average power in whole W, rounded down. */
export function averageWatts(energy: number, seconds: number): number {
  const wattSeconds = energy * WATT_SECONDS;
  return (wattSeconds - (wattSeconds % seconds)) / seconds;
}

/** How much of a reason of stopping is kept, in characters. */
export const REASON_LENGTH = 40;

/** A reason of stopping as the sums are kept by it. */
export function keptReason(stop: string): string {
  return stop.length <= REASON_LENGTH ? stop : [...stop].slice(0, REASON_LENGTH).join('');
}

/** Whatever else stands there: something broke or was cut off. */
const BROKEN = /(?<![无非未])(?:过载|故障|异常|离线|掉线|急停|过流|过压|欠压|过温|超温|过热|高温|温度过高|漏电|短路|绝缘|接地|通信|通讯|失败|错误)|fault|fail|error|offline|emergency|over-?(?:load|current|voltage|temp|heat)|communication/;
/** These cut off too, unless the reason says that charging had come to its end: 充满断电, 余额不足断电, 时间到断电. */
const CUT = /断电|停电|掉电|失电|跳闸|保护|告警|报警|powerloss|poweroff|outage/;
const ENDED = /充满|满电|已满|充电完成|用户|主动|手动|车辆断开|拔|时间到|定时|时长|余额|欠费|金额|电量到|full|user|balance|timeup/;

/**
 * Whether a session's reason of stopping is a failure of the device, its power or its line: 功率过载, 故障, 异常, 离线, 急停, 过流, 过温, 通信…, and 断电 or 保护 where
 * nothing says that charging was at its end. 充满自停, 用户停止, 车辆断开, 时间到, 余额不足 are none, and neither is a reason that nobody knows or that is missing.
 * @example isFailure('功率过载') // true
 * @example isFailure('充满自动断电') // false
 */
export function isFailure(reason: string): boolean {
  const text = reason.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
  return BROKEN.test(text) || (CUT.test(text) && !ENDED.test(text));
}

export type Failures = { sessions: number; failures: number };
/** Below so many sessions, or so few failures, nothing is said of a device. */
export const [LEAST_SESSIONS, LEAST_FAILURES] = [20, 3] as const;
const [TIMES, DEVIATIONS] = [2n, 3n] as const;

/**
 * Whether a device fails more than its neighbours (the other devices of its kind): both have 20 sessions, it failed three times, at least twice as often as they,
 * and more often than chance explains: the two rates are three standard deviations of their common rate apart. With f failures of s sessions against F of N, P = f + F and M = s + N:
 * (f·N − s·F)²·M ≥ 9·P·(M − P)·s·N, in whole numbers.
 * @example failsMore({ sessions: 100, failures: 30 }, { sessions: 900, failures: 90 }) // true
 */
export function failsMore(own: Failures, others: Failures): boolean {
  if (own.sessions < LEAST_SESSIONS || own.failures < LEAST_FAILURES || others.sessions < LEAST_SESSIONS) return false;
  const [f, s, F, N] = [own.failures, own.sessions, others.failures, others.sessions].map(BigInt) as [bigint, bigint, bigint, bigint];
  const [apart, failed, all] = [f * N - s * F, f + F, s + N];
  return f * N >= TIMES * s * F && apart * apart * all >= DEVIATIONS * DEVIATIONS * failed * (all - failed) * s * N;
}

/** How many days without a session make a device idle. */
export const IDLE_DAYS = 30;
