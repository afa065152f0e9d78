import { jsonTable, row, rows, run, type Db } from '../sql.ts';

export type ReadingRow = { meter: string; period: string; second: number; energy: number };

/** Every reading of a meter, or of all, in the order of time; unique index. Seconds are UTC. */
export function listReadings(db: Db, meterId?: number): Promise<ReadingRow[]> {
  return rows(db, `select m.code as meter, r.period, r.read_at as second, r.energy from charging_reading r join charging_meter m using (meter_id) ${meterId === undefined ? '' : 'where r.meter_id = ?'} order by m.code, r.period, r.read_at`, meterId === undefined ? [] : [meterId]);
}

export type By = { userId: number; userName: string; at: string };

export async function insertReadings(db: Db, meterId: number, list: readonly Omit<ReadingRow, 'meter'>[], by: By): Promise<void> {
  await run(db, `insert into charging_reading (meter_id, period, read_at, energy, user_id, user_name, at) select ?, period, read_at, energy, ?, ?, ? from ${jsonTable(['period', 'read_at', 'energy'])} where 1`, [meterId, by.userId, by.userName, by.at, JSON.stringify(list.map(({ period, second, energy }) => [period, second, energy]))]);
}

export type GridLine = { period: string; energy: number; costFen: number };

/** Answers the version. */
export async function insertGridBill(db: Db, month: string, lines: readonly GridLine[], by: By): Promise<number> {
  const version = ((await row<{ last: number | null }>(db, 'select max(version) as last from charging_grid_bill where month = ?', [month]))?.last ?? 0) + 1;
  await run(db, `insert into charging_grid_bill (month, version, period, energy, cost_fen, user_id, user_name, at) select ?, ?, period, energy, cost_fen, ?, ?, ? from ${jsonTable(['period', 'energy', 'cost_fen'])} where 1`, [month, version, by.userId, by.userName, by.at, JSON.stringify(lines.map(({ period, energy, costFen }) => [period, energy, costFen]))]);
  return version;
}

/** The last version of a month's bill; primary key. */
export function listGridBill(db: Db, month: string): Promise<GridLine[]> {
  return rows(db, 'select period, energy, cost_fen as costFen from charging_grid_bill where month = ? and version = (select max(version) from charging_grid_bill where month = ?)', [month, month]);
}
