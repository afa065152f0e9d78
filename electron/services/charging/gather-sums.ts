import { addSums, type SumDim, type SumRow, type Sums } from '../../../db/queries/charging-sums.ts';
import { addUse } from '../../../db/queries/charging-use.ts';
import type { Db } from '../../../db/sql.ts';
import type { Booking, NewSession } from '../../../db/queries/charging-sessions.ts';
import { secondOf } from '../../../shared/domain/cell-moment.ts';
import type { Difference } from '../../../shared/domain/charging-change.ts';
import { LOCAL_SECONDS } from '../../../shared/domain/period.ts';
import type { ChargerKind } from '../../../shared/contract/charging.ts';
import { gatherUse, monthUse, useRows, type MonthUse } from './gather-use.ts';

const DAY_SECONDS = 86_400;

/** Sums of sessions by day and their use by month, kept while a file is read. */
export type Gathered = { days: Map<number, Map<string, Sums>>; months: Map<string, MonthUse>; /** The month's use of each day. */ useOf: Map<number, MonthUse>; keys: Keys };
type Facts = Pick<NewSession, 'deviceId' | 'tariffId' | 'startedAt' | 'endedAt' | 'energy' | 'energyFen' | 'serviceFen' | 'extraFen' | 'lines' | 'stop'>;

export const gatherer = (): Gathered => ({ days: new Map(), months: new Map(), useOf: new Map(), keys: { device: new Map(), tariff: new Map(), ev: kindKeys('ev'), ebike: kindKeys('ebike') } });

/** Adds a session to the sums of the day it ended on and to its month's use, or with `sign` −1 takes it away. */
export function gather(gathered: Gathered, kind: ChargerKind, session: Facts, sign: 1 | -1 = 1): void {
  const end = session.endedAt + LOCAL_SECONDS;
  const inDay = end % DAY_SECONDS;
  const day = (end - inDay) / DAY_SECONDS;
  let sums = gathered.days.get(day);
  if (!sums) gathered.days.set(day, (sums = new Map<string, Sums>()));
  gatherUse(useOfDay(gathered, day), kind, session, sign);
  const whole = { sessions: sign, energy: sign * session.energy, energyFen: sign * session.energyFen, serviceFen: sign * session.serviceFen, extraFen: sign * session.extraFen, seconds: sign * (session.endedAt - session.startedAt) };
  const keys = gathered.keys[kind];
  add(sums, keys.kind, whole);
  add(sums, keyOf(gathered.keys.device, 'device ', session.deviceId), whole);
  add(sums, keyOf(gathered.keys.tariff, 'tariff ', session.tariffId), whole);
  add(sums, keys.hours[(inDay - (inDay % 3600)) / 3600] ?? '', whole);
  const main = mainLine(session.lines);
  for (const line of session.lines) {
    const mine = line === main;
    add(sums, keyOf(keys.periods, `period ${kind}|`, line[0]), { sessions: mine ? sign : 0, energy: sign * line[1], energyFen: sign * line[2], serviceFen: sign * line[3], extraFen: mine ? whole.extraFen : 0, seconds: mine ? whole.seconds : 0 });
  }
}

function useOfDay({ months, useOf }: Gathered, day: number): MonthUse {
  const known = useOf.get(day);
  if (known) return known;
  const month = dayText(day).slice(0, 7);
  const use = months.get(month) ?? monthUse();
  months.set(month, use);
  useOf.set(day, use);
  return use;
}

type Changed = { kind: ChargerKind; deviceId: number; tariffId: number; endedAt: number; lines: Facts['lines'] };

/** Adds what a change differs by to a day's sums, where the session itself counts: it is no session more, and no longer. Idle and parking stay with the period that most of the first bill's energy was in. */
export function gatherChange({ days, keys }: Gathered, on: string, { kind, deviceId, tariffId, endedAt, lines }: Changed, { parts, ...difference }: Difference): void {
  const whole = { sessions: 0, ...difference, seconds: 0 };
  const inDay = (endedAt + LOCAL_SECONDS) % DAY_SECONDS;
  const sums = new Map<string, Sums>();
  days.set(secondOf(`${on} 00:00:00`) / DAY_SECONDS, sums);
  for (const key of [`kind ${kind}`, `device ${deviceId}`, `tariff ${tariffId}`, keys[kind].hours[(inDay - (inDay % 3600)) / 3600] ?? '']) add(sums, key, whole);
  for (const { code, energy, energyFen, serviceFen } of parts) add(sums, `period ${kind}|${code}`, { sessions: 0, energy, energyFen, serviceFen, extraFen: 0, seconds: 0 });
  add(sums, `period ${kind}|${mainLine(lines)?.[0] ?? ''}`, { ...whole, energy: 0, energyFen: 0, serviceFen: 0 });
}

/** The line with the most energy, of equal ones the first. */
function mainLine(lines: Facts['lines']): Facts['lines'][number] | undefined {
  let [main] = lines;
  for (const line of lines) if (main && line[1] > main[1]) main = line;
  return main;
}

/** Keys of the sums, each made once: putting texts together for half a million sessions is what gathering would mostly do. */
type Keys = { device: Map<number, string>; tariff: Map<number, string>; ev: KindKeys; ebike: KindKeys };
type KindKeys = { kind: string; hours: string[]; periods: Map<string, string> };

const kindKeys = (kind: ChargerKind): KindKeys => ({ kind: `kind ${kind}`, hours: Array.from({ length: 24 }, (_, hour) => `hour ${kind}|${String(hour).padStart(2, '0')}`), periods: new Map() });

function keyOf<Name extends string | number>(known: Map<Name, string>, head: string, name: Name): string {
  let key = known.get(name);
  if (key === undefined) known.set(name, (key = `${head}${name}`));
  return key;
}

function add(sums: Map<string, Sums>, key: string, more: Sums): void {
  const known = sums.get(key);
  if (!known) {
    sums.set(key, { ...more });
    return;
  }
  known.sessions += more.sessions;
  known.energy += more.energy;
  known.energyFen += more.energyFen;
  known.serviceFen += more.serviceFen;
  known.extraFen += more.extraFen;
  known.seconds += more.seconds;
}

const dayText = (day: number): string => dayOfSecond(day * DAY_SECONDS);

const MOST_DAYS = 20_000;
const dayTexts = new Map<number, string>();

/** The local day of a local second; each is written once. */
export function dayOfSecond(second: number): string {
  const day = Math.floor(second / DAY_SECONDS);
  let text = dayTexts.get(day);
  if (text === undefined) {
    if (dayTexts.size >= MOST_DAYS) dayTexts.clear();
    dayTexts.set(day, (text = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)));
  }
  return text;
}

/** So many rows go into the books at once, that the window is served between. */
const ROWS_AT_ONCE = 4000;

/** Writes what was gathered into the kept sums and uses, in the transaction of its sessions. */
export async function addGathered(db: Db, gathered: Gathered): Promise<void> {
  let waiting: SumRow[] = [];
  for (const list of sumRows(gathered)) {
    for (const one of list) waiting.push(one);
    if (waiting.length < ROWS_AT_ONCE) continue;
    await addSums(db, waiting);
    waiting = [];
  }
  await addSums(db, waiting);
  await addUse(db, [...gathered.months].flatMap(([month, use]) => useRows(month, use)));
}

/** Rows of each day and then of each month; what came to nothing is left out. */
function* sumRows({ days }: Gathered): Generator<SumRow[]> {
  const months = new Map<string, Map<string, Sums>>();
  for (const [day, sums] of days) {
    const text = dayText(day);
    yield rowsOf(text, sums);
    const month = months.get(text.slice(0, 7)) ?? new Map<string, Sums>();
    months.set(text.slice(0, 7), month);
    for (const [name, one] of sums) add(month, name, one);
  }
  for (const [month, sums] of months) yield rowsOf(month, sums);
}

function rowsOf(bucket: string, sums: ReadonlyMap<string, Sums>): SumRow[] {
  const list: SumRow[] = [];
  for (const [name, one] of sums) {
    if (one.sessions === 0 && one.energy === 0 && one.energyFen === 0 && one.serviceFen === 0 && one.extraFen === 0) continue;
    const space = name.indexOf(' ');
    list.push({ dim: name.slice(0, space) as SumDim, bucket, key: name.slice(space + 1), sessions: one.sessions, energy: one.energy, energyFen: one.energyFen, serviceFen: one.serviceFen, extraFen: one.extraFen, seconds: one.seconds });
  }
  return list;
}

/** What each day came to, in the order of the days. */
export function bookingsOf({ days }: Gathered): Omit<Booking, 'entryId'>[] {
  return [...days.keys()].sort((one, other) => one - other).flatMap((day) => {
    const kinds = [...(days.get(day) ?? [])].filter(([name]) => name.startsWith('kind ')).map(([, sums]) => sums);
    const total = kinds.reduce((sum, one) => ({ sessions: sum.sessions + one.sessions, energy: sum.energy + one.energy, energyFen: sum.energyFen + one.energyFen, serviceFen: sum.serviceFen + one.serviceFen, extraFen: sum.extraFen + one.extraFen }), { sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0 });
    return total.sessions === 0 ? [] : [{ on: dayText(day), ...total }];
  });
}
