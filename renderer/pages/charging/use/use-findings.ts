import type { Output } from '../../../../shared/contract/index.ts';
import { divideHalfUp } from '../../../../shared/domain/money.ts';

type Usage = Output<'charging.usage'>;
export type UsedDevice = Usage['devices'][number];
export type HeatCell = Usage['heat'][number];
export type SpreadClass = Usage['lengths'][number];
export type StopReason = Usage['reasons'][number];

/** Whole percent of a part, rounded half up; 0 of nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Number(divideHalfUp(BigInt(part) * 100n, BigInt(whole)));
}

/** Thousandths as percent with a decimal: 173 is `17.3%`; `—` where there are none. */
export function percentOf(permille: number | null): string {
  return permille === null ? '—' : `${((permille - (permille % 10)) / 10).toLocaleString('en-US')}.${permille % 10}%`;
}

/** The steps of the heat scale above 0: lightness tells a share of the busiest hour, since chargers are rarely all in use. */
export const HEAT_STEPS = 6;

/** 0 for an hour without use, else 1 to 6 in even steps up to the busiest. */
export function heatStep(permille: number, most: number): number {
  return permille <= 0 || most <= 0 ? 0 : Math.min(HEAT_STEPS, Math.floor((permille * HEAT_STEPS - 1) / most) + 1);
}

/** Devices by how much they were used, the most first. */
export function byUse(devices: readonly UsedDevice[]): UsedDevice[] {
  return devices.toSorted((one, other) => (other.utilisationPermille ?? -1) - (one.utilisationPermille ?? -1));
}

export type UseFinding = { kind: 'none' } | { kind: 'one' | 'even' | 'spread' | 'unused'; most: UsedDevice; least: UsedDevice; /** Devices without a session. */ unused: number };

/** Which device is used most and which least, or how many not at all; `even` where the most used is not half as much again as the least. */
export function useFinding(devices: readonly UsedDevice[]): UseFinding {
  const known = byUse(devices).filter(({ utilisationPermille }) => utilisationPermille !== null);
  const [most, least] = [known[0], known.at(-1)];
  if (!most || !least || most.sessions === 0) return { kind: 'none' };
  const facts = { most, least, unused: known.filter(({ sessions }) => sessions === 0).length };
  if (facts.unused > 0) return { kind: 'unused', ...facts };
  if (most === least) return { kind: 'one', ...facts };
  return { kind: (most.utilisationPermille ?? 0) * 2 <= (least.utilisationPermille ?? 0) * 3 ? 'even' : 'spread', ...facts };
}

export type HeatFinding = { kind: 'none' } | { kind: 'flat' | 'peak' | 'peakEmpty'; most: HeatCell; least: HeatCell; /** Hours in which nobody ever charged. */ empty: number };

/** The busiest hour of the week and the quietest, the first of several; or in how many nobody charges. */
export function heatFinding(heat: readonly HeatCell[]): HeatFinding {
  const [first] = heat;
  if (!first || heat.every(({ seconds }) => seconds === 0)) return { kind: 'none' };
  const most = heat.reduce((best, cell) => (cell.permille > best.permille ? cell : best), first);
  const least = heat.reduce((best, cell) => (cell.permille < best.permille ? cell : best), first);
  const empty = heat.filter(({ seconds }) => seconds === 0).length;
  return { kind: empty > 0 ? 'peakEmpty' : most.permille === least.permille ? 'flat' : 'peak', most, least, empty };
}

export type SpreadFinding = { kind: 'none' } | { kind: 'top' | 'half'; top: SpreadClass; /** Percent. */ share: number; sessions: number; /** Half of the sessions stay below. */ half: number };

/** The class with the most sessions, and below which bound half of them stay. */
export function spreadFinding(classes: readonly SpreadClass[]): SpreadFinding {
  const sessions = classes.reduce((sum, one) => sum + one.sessions, 0);
  const [first] = classes;
  if (!first || sessions === 0) return { kind: 'none' };
  const top = classes.reduce((best, one) => (one.sessions > best.sessions ? one : best), first);
  let below = 0;
  const middle = classes.find((one) => (below += one.sessions) * 2 >= sessions);
  const facts = { top, share: shareOf(top.sessions, sessions), sessions, half: middle?.to ?? 0 };
  // Where the first class has half of all itself, once is enough.
  return { kind: facts.half > 0 && middle !== first ? 'half' : 'top', ...facts };
}

export type ReasonFinding = { kind: 'none' | 'sound' } | { kind: 'failing'; failures: number; sessions: number; permille: number; worst: StopReason };

/** How many sessions ended by a failure, and by which most. */
export function reasonFinding(reasons: readonly StopReason[]): ReasonFinding {
  const sessions = reasons.reduce((sum, one) => sum + one.sessions, 0);
  if (sessions === 0) return { kind: 'none' };
  const failing = reasons.filter((one) => one.failing);
  const [worst] = failing;
  if (!worst) return { kind: 'sound' };
  const failures = failing.reduce((sum, one) => sum + one.sessions, 0);
  return { kind: 'failing', failures, sessions, permille: Number(divideHalfUp(BigInt(failures) * 1000n, BigInt(sessions))), worst };
}

export type TroubleFinding = { kind: 'none' | 'failing' | 'idle' | 'both'; failing: UsedDevice[]; idle: UsedDevice[] };

/** Devices that fail more than their neighbours, the worst first, and those that nobody uses, the longest first. */
export function troubleFinding(devices: readonly UsedDevice[]): TroubleFinding {
  const failing = devices.filter(({ state }) => state === 'FAILING').sort((one, other) => (other.failurePermille ?? 0) - (one.failurePermille ?? 0));
  const idle = devices.filter(({ state }) => state === 'IDLE').sort((one, other) => (other.idleDays ?? Infinity) - (one.idleDays ?? Infinity) || 0);
  const kind = failing.length > 0 ? (idle.length > 0 ? 'both' : 'failing') : idle.length > 0 ? 'idle' : 'none';
  return { kind, failing, idle };
}
