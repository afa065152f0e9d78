import type { UseDim, UseRow } from '../../../db/queries/charging-use.ts';
import type { ChargerKind } from '../../../shared/contract/charging.ts';
import { averageWatts, classOf, keptReason, lengthBounds, powerBounds, WEEK_HOURS, weekHour } from '../../../shared/domain/charging-use.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';

/** Sessions, seconds and energy of each class, one after the other. */
type Classes = Float64Array;
type KindUse = Record<'heat' | 'length' | 'power', Classes>;
/** Uses of a month, kept while a file is read. */
export type MonthUse = { kinds: Map<ChargerKind, KindUse>; stops: Map<number, Map<string, Classes>> };
export type UsedSession = { deviceId: number; startedAt: number; endedAt: number; energy: number; stop: string };

const [FIGURES, HOUR] = [3, 3600];

export const monthUse = (): MonthUse => ({ kinds: new Map(), stops: new Map() });

/** Adds a session to the month it ended in, or with `sign` −1 takes it away. */
export function gatherUse(use: MonthUse, kind: ChargerKind, session: UsedSession, sign: 1 | -1): void {
  const seconds = session.endedAt - session.startedAt;
  let own = use.kinds.get(kind);
  if (!own) use.kinds.set(kind, (own = { heat: new Float64Array(WEEK_HOURS * FIGURES), length: new Float64Array(lengthBounds.length * FIGURES), power: new Float64Array(powerBounds[kind].length * FIGURES) }));
  spreadHours(own.heat, session, sign);
  add(own.length, classOf(lengthBounds, (seconds - (seconds % 60)) / 60), sign, seconds, session.energy);
  add(own.power, classOf(powerBounds[kind], averageWatts(session.energy, seconds)), sign, seconds, session.energy);
  let stops = use.stops.get(session.deviceId);
  if (!stops) use.stops.set(session.deviceId, (stops = new Map<string, Classes>()));
  const reason = keptReason(session.stop);
  let stop = stops.get(reason);
  if (!stop) stops.set(reason, (stop = new Float64Array(FIGURES)));
  add(stop, 0, sign, seconds, session.energy);
}

/** Seconds go to the hours that a session really ran in; the session and its energy to the one it started in. */
function spreadHours(heat: Classes, { startedAt, endedAt, energy }: UsedSession, sign: 1 | -1): void {
  const [start, end] = [startedAt + LOCAL_SECONDS, endedAt + LOCAL_SECONDS];
  let cell = weekHour(start);
  let hourEnds = start - (start % HOUR) + HOUR;
  add(heat, cell, sign, Math.min(end, hourEnds) - start, energy);
  for (; hourEnds < end; hourEnds += HOUR) {
    cell = cell === WEEK_HOURS - 1 ? 0 : cell + 1;
    const at = cell * FIGURES + 1;
    heat[at] = (heat[at] ?? 0) + sign * Math.min(HOUR, end - hourEnds);
  }
}

function add(classes: Classes, place: number, sign: 1 | -1, seconds: number, energy: number): void {
  const at = place * FIGURES;
  classes[at] = (classes[at] ?? 0) + sign;
  classes[at + 1] = (classes[at + 1] ?? 0) + sign * seconds;
  classes[at + 2] = (classes[at + 2] ?? 0) + sign * energy;
}

const two = (value: number): string => String(value).padStart(2, '0');
const hourKey = (cell: number): string => `${(cell - (cell % 24)) / 24 + 1}|${two(cell % 24)}`;

/** Rows of a month; what came to nothing is left out. */
export function useRows(month: string, { kinds, stops }: MonthUse): UseRow[] {
  const list: UseRow[] = [];
  const push = (dim: UseDim, classes: Classes, keyOf: (place: number) => string): void => {
    for (let at = 0; at < classes.length; at += FIGURES) {
      const [sessions = 0, seconds = 0, energy = 0] = classes.subarray(at, at + FIGURES);
      if (sessions !== 0 || seconds !== 0) list.push({ dim, month, key: keyOf(at / FIGURES), sessions, seconds, energy });
    }
  };
  for (const [kind, { heat, length, power }] of kinds) {
    push('heat', heat, (cell) => `${kind}|${hourKey(cell)}`);
    push('length', length, (place) => `${kind}|${lengthBounds[place] ?? 0}`);
    push('power', power, (place) => `${kind}|${powerBounds[kind][place] ?? 0}`);
  }
  for (const [deviceId, reasons] of stops) for (const [reason, classes] of reasons) push('stop', classes, () => `${deviceId}|${reason}`);
  return list;
}
