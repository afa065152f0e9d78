import type { ChargerKind } from '../../shared/contract/charging.ts';
import type { TariffTerms } from '../../shared/domain/charging-tariff.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type TariffRow = TariffTerms & { tariffId: number; name: string; version: number; kind: ChargerKind; from: string; note: string; by: string; at: string };
type Stored = Omit<TariffRow, 'variants' | 'tiers'> & { variants: string; tiers: string };

const SELECT = `t.tariff_id as tariffId, t.name, t.version, t.kind, t.from_on as "from", t.basis, t.minimum_fen as minimumFen, t.cap_fen as capFen, t.start_fen as startFen, t.idle_fen as idleFen, t.idle_grace_minutes as idleGraceMinutes,
  t.parking_fen as parkingFen, t.parking_free_minutes as parkingFreeMinutes, t.variants, t.tiers, t.note, t.user_name as by, t.at`;
const read = (stored: Stored): TariffRow => ({ ...stored, variants: JSON.parse(stored.variants) as TariffTerms['variants'], tiers: JSON.parse(stored.tiers) as TariffTerms['tiers'] });

/** The version of a tariff that holds on a day: the last one from that day or before; before the first there is none. Index: unique (name, version). */
export async function findTariffOn(db: Db, name: string, on: string): Promise<TariffRow | undefined> {
  const found = await row<Stored>(db, `select ${SELECT} from charging_tariff t where t.name = ? and t.from_on <= ? order by t.from_on desc, t.version desc limit 1`, [name, on]);
  return found && read(found);
}

/** The version by which a session was billed. */
export async function findTariffVersion(db: Db, tariffId: number): Promise<TariffRow | undefined> {
  const found = await row<Stored>(db, `select ${SELECT} from charging_tariff t where t.tariff_id = ?`, [tariffId]);
  return found && read(found);
}

export async function listTariffs(db: Db, name?: string): Promise<TariffRow[]> {
  const found = await rows<Stored>(db, `select ${SELECT} from charging_tariff t ${name === undefined ? '' : 'where t.name = ?'} order by t.name, t.version desc`, name === undefined ? [] : [name]);
  return found.map(read);
}

export type NewTariff = Omit<TariffRow, 'tariffId' | 'by'> & { userId: number; by: string };

/** Answers the version's number. */
export async function insertTariff(db: Db, tariff: NewTariff): Promise<number> {
  const made = await row<{ tariffId: number }>(db, `insert into charging_tariff (name, version, kind, from_on, basis, minimum_fen, cap_fen, start_fen, idle_fen, idle_grace_minutes, parking_fen, parking_free_minutes, variants, tiers, note, user_id, user_name, at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning tariff_id as tariffId`,
  [tariff.name, tariff.version, tariff.kind, tariff.from, tariff.basis, tariff.minimumFen, tariff.capFen, tariff.startFen, tariff.idleFen, tariff.idleGraceMinutes, tariff.parkingFen, tariff.parkingFreeMinutes,
    JSON.stringify(tariff.variants), JSON.stringify(tariff.tiers), tariff.note, tariff.userId, tariff.by, tariff.at]);
  return made?.tariffId ?? 0;
}

export type Assignment = { tariff: string; deviceId: number | null; kind: ChargerKind | null; from: string };

/** Who has which tariff from when, the surest last: later days over earlier ones, a device's own over its kind's, later lines over earlier ones. */
export function listAssignments(db: Db): Promise<Assignment[]> {
  return rows(db, `select tariff, device_id as deviceId, kind, from_on as "from" from charging_assignment order by from_on, device_id is not null, assignment_id`);
}

export async function insertAssignments(db: Db, list: readonly Assignment[], by: { userId: number; userName: string; at: string }): Promise<void> {
  for (const { tariff, deviceId, kind, from } of list) {
    await run(db, 'insert into charging_assignment (tariff, device_id, kind, from_on, user_id, user_name, at) values (?, ?, ?, ?, ?, ?, ?)', [tariff, deviceId, kind, from, by.userId, by.userName, by.at]);
  }
}

/** How many sessions each version has priced, from the sums of months. */
export async function countSessionsByTariff(db: Db): Promise<Map<number, number>> {
  const found = await rows<{ tariffId: number; count: number }>(db, `select cast(key as integer) as tariffId, sum(sessions) as count from charging_sum where dim = 'tariff' and length(bucket) = 7 group by key`);
  return new Map(found.map(({ tariffId, count }) => [tariffId, count]));
}
