import { listDevices } from '../../../db/queries/charging-devices.ts';
import { listFiles as listFileRows, listPlatforms as listPlatformRows, listSums, type KeyedSums, type Stretch } from '../../../db/queries/charging-sums.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** Days as whole months and the days at the edges, so that a year reads twelve sums and not 365. */
export function stretchesOf(from: string, to: string): Stretch[] {
  if (to < from) return [];
  const [first, last] = [from === firstDay(from.slice(0, 7)) ? from.slice(0, 7) : addMonths(from.slice(0, 7), 1), to === lastDay(to.slice(0, 7)) ? to.slice(0, 7) : addMonths(to.slice(0, 7), -1)];
  if (first > last) return [{ from, to }];
  return [...(from < firstDay(first) ? [{ from, to: lastDay(addMonths(first, -1)) }] : []), { from: first, to: last }, ...(to > lastDay(last) ? [{ from: firstDay(addMonths(last, 1)), to }] : [])];
}

type Row = { key: string; sessions: number; energy: number; energyFen: number; serviceFen: number; extraFen: number };

export const income: Handler<'charging.income'> = async ({ db }, { from, to, by, kind }) => {
  const stretches = by === 'day' ? [{ from, to }] : stretchesOf(from, to);
  const dim = by === 'day' || by === 'month' ? 'kind' : by;
  const devices = by === 'device' ? new Map((await listDevices(db)).map((device) => [String(device.deviceId), device])) : new Map<string, { code: string; kind: string }>();
  const kindOf = ({ key }: KeyedSums): string => (by === 'device' ? (devices.get(key)?.kind ?? '') : (key.split('|')[0] ?? ''));
  const keyOf = ({ bucket, key }: KeyedSums): string => (by === 'day' ? bucket : by === 'month' ? bucket.slice(0, 7) : by === 'device' ? (devices.get(key)?.code ?? key) : key.slice(key.indexOf('|') + 1));
  const found = new Map<string, Row>();
  for (const sums of await listSums(db, dim, stretches, by === 'day' || by === 'month')) {
    if (kind !== undefined && kindOf(sums) !== kind) continue;
    const key = keyOf(sums);
    const row = found.get(key) ?? { key, sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0 };
    found.set(key, { key, sessions: row.sessions + sums.sessions, energy: row.energy + sums.energy, energyFen: row.energyFen + sums.energyFen, serviceFen: row.serviceFen + sums.serviceFen, extraFen: row.extraFen + sums.extraFen });
  }
  return { rows: [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1)) };
};

export const listPlatforms: Handler<'charging.listPlatforms'> = async ({ db }) => ({ items: (await listPlatformRows(db)).map(({ platformId: _, ...item }) => item) });
export const listFiles: Handler<'charging.listFiles'> = async ({ db }) => ({ items: await listFileRows(db) });
