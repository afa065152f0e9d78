import { listDevices, type DeviceRow } from '../../../db/queries/charging-devices.ts';
import { listSums, type KeyedSums } from '../../../db/queries/charging-sums.ts';
import { listLastDays, listUse } from '../../../db/queries/charging-use.ts';
import type { ChargerKind } from '../../../shared/contract/charging.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { secondOf } from '../../../shared/domain/cell-moment.ts';
import { failsMore, IDLE_DAYS, isFailure, lengthBounds, powerBounds, secondsOfWeekHour, WEEK_HOURS, type Failures } from '../../../shared/domain/charging-use.ts';
import { divideHalfUp } from '../../../shared/domain/money.ts';
import { addMonths, daysBetween, firstDay, LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import type { Context, Handler } from '../../context.ts';

type Usage = Output<'charging.usage'>;
type Used = Awaited<ReturnType<typeof listUse>>;
/** Local seconds, half-open. */
type Span = { from: number; to: number };
type Stop = Usage['devices'][number]['stops'][number];
/** A device with what is known of it within the months. */
type Known = { device: DeviceRow; service: Span; sums: KeyedSums | undefined; stops: Stop[]; failures: number };

const midnight = (day: string): number => secondOf(`${day} 00:00:00`);
const permilleOf = (part: number, whole: number): number | null => (whole === 0 ? null : Number(divideHalfUp(BigInt(part) * 1000n, BigInt(whole))));
const mostFirst = (one: Stop, other: Stop): number => other.sessions - one.sessions || (one.reason < other.reason ? -1 : 1);

/** Reads kept sums and uses only, so that it takes as long for three million sessions as for a few. */
export const usage: Handler<'charging.usage'> = async ({ db, now, today }, { from, to, kind }) => {
  const span = { from: midnight(firstDay(from)), to: Math.min(midnight(firstDay(addMonths(to, 1))), Math.floor(now.getTime() / 1000) + LOCAL_SECONDS) };
  const sums = new Map((await listSums(db, 'device', [{ from, to }], false)).map((one) => [Number(one.key), one]));
  const stops = stopsByDevice(await listUse(db, 'stop', from, to));
  const known = (await listDevices(db)).filter((device) => kind === undefined || device.kind === kind).map((device): Known => {
    const own = stops.get(device.deviceId) ?? [];
    return { device, service: serviceOf(device, span), sums: sums.get(device.deviceId), stops: own, failures: failuresOf(own) };
  }).filter(({ service, sums: used }) => service.to > service.from || used !== undefined);
  const kinds = (['ev', 'ebike'] as const).filter((one) => known.some(({ device }) => device.kind === one));
  const last = await listLastDays(db);
  const [heat, lengths, powers] = [await listUse(db, 'heat', from, to), await listUse(db, 'length', from, to), await listUse(db, 'power', from, to)];
  return {
    kinds: kinds.map((one) => wholeKind(one, known)), devices: known.map((one) => usedDevice(one, known, last.get(one.device.deviceId) ?? null, today)),
    heat: kinds.flatMap((one) => heatOf(one, heat, known)),
    lengths: kinds.flatMap((one) => spreadOf(one, lengthBounds, lengths)), powers: kinds.flatMap((one) => spreadOf(one, powerBounds[one], powers)),
    reasons: reasonsOf(known),
  };
};

/** When a device was in service within a span; empty where it ends before it begins. */
function serviceOf({ from, to }: DeviceRow, span: Span): Span {
  return { from: from === null ? span.from : Math.max(span.from, midnight(from)), to: to === null ? span.to : Math.min(span.to, midnight(to)) };
}

function wholeKind(kind: ChargerKind, known: readonly Known[]): Usage['kinds'][number] {
  const own = known.filter(({ device }) => device.kind === kind);
  const sum = (of: (one: Known) => number): number => own.reduce((total, one) => total + of(one), 0);
  return { kind, devices: own.length, connectors: sum(({ device }) => device.connectors), sessions: sum(({ sums }) => sums?.sessions ?? 0), utilisationPermille: permilleOf(sum(({ sums }) => sums?.seconds ?? 0), sum(capacityOf)) };
}

/** Connectors × seconds in service. */
const capacityOf = ({ device, service }: Known): number => device.connectors * Math.max(0, service.to - service.from);

function stopsByDevice(used: Used): Map<number, Stop[]> {
  const found = new Map<number, Stop[]>();
  for (const { key, sessions } of used) {
    const bar = key.indexOf('|');
    const deviceId = Number(key.slice(0, bar));
    const own = found.get(deviceId) ?? [];
    found.set(deviceId, own);
    own.push({ reason: key.slice(bar + 1), sessions });
  }
  for (const own of found.values()) own.sort(mostFirst);
  return found;
}

const failuresOf = (stops: readonly Stop[]): number => stops.reduce((sum, { reason, sessions }) => sum + (isFailure(reason) ? sessions : 0), 0);

function usedDevice(known: Known, all: readonly Known[], lastOn: string | null, today: Context['today']): Usage['devices'][number] {
  const { device, sums, stops, failures } = known;
  const own: Failures = { sessions: sums?.sessions ?? 0, failures };
  const others = { sessions: 0, failures: 0 };
  for (const other of all) {
    if (other.device.kind !== device.kind || other.device === device) continue;
    others.sessions += other.sums?.sessions ?? 0;
    others.failures += other.failures;
  }
  const seconds = sums?.seconds ?? 0;
  const state = failsMore(own, others) ? 'FAILING' : isIdle(device, lastOn, today) ? 'IDLE' : null;
  return {
    device: device.code, kind: device.kind, place: device.place, connectors: device.connectors, sessions: own.sessions, energy: sums?.energy ?? 0, seconds, utilisationPermille: permilleOf(seconds, capacityOf(known)),
    lastOn, idleDays: lastOn === null ? null : Math.max(0, daysBetween(lastOn, today)), stops, failures, failurePermille: permilleOf(failures, own.sessions), neighboursPermille: permilleOf(others.failures, others.sessions), state,
  };
}

/** A device that was never used is idle once it has been in service for as long. */
function isIdle({ from, to }: DeviceRow, lastOn: string | null, today: string): boolean {
  const inService = (from === null || from <= today) && (to === null || to > today);
  const since = lastOn ?? from;
  return inService && (since === null || daysBetween(since, today) >= IDLE_DAYS);
}

function heatOf(kind: ChargerKind, used: Used, known: readonly Known[]): Usage['heat'] {
  const byKey = new Map(used.map((one) => [one.key, one]));
  const devices = known.filter(({ device }) => device.kind === kind);
  return Array.from({ length: WEEK_HOURS }, (_, cell) => {
    const [weekday, hour] = [(cell - (cell % 24)) / 24 + 1, cell % 24];
    const one = byKey.get(`${kind}|${weekday}|${String(hour).padStart(2, '0')}`);
    const whole = devices.reduce((sum, { device, service }) => sum + device.connectors * secondsOfWeekHour(cell, service.from, service.to), 0);
    return { kind, weekday, hour, seconds: one?.seconds ?? 0, sessions: one?.sessions ?? 0, permille: permilleOf(one?.seconds ?? 0, whole) ?? 0 };
  });
}

function spreadOf(kind: ChargerKind, bounds: readonly number[], used: Used): Usage['lengths'] {
  const byKey = new Map(used.map((one) => [one.key, one.sessions]));
  return bounds.map((from, place) => ({ kind, from, to: bounds[place + 1] ?? null, sessions: byKey.get(`${kind}|${from}`) ?? 0 }));
}

function reasonsOf(known: readonly Known[]): Usage['reasons'] {
  const found = new Map<string, number>();
  for (const { stops } of known) for (const { reason, sessions } of stops) found.set(reason, (found.get(reason) ?? 0) + sessions);
  return [...found].map(([reason, sessions]) => ({ reason, sessions, failing: isFailure(reason) })).sort(mostFirst);
}
