import type { ChargerKind } from '../../shared/contract/charging.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type DeviceFacts = { code: string; kind: ChargerKind; connectors: number; ratedW: number; place: string; platform: string; meter: string; from: string | null; to: string | null; stopsWhenFull: number; fireNote: string };
export type DeviceRow = DeviceFacts & { deviceId: number };

const SELECT = `d.device_id as deviceId, d.code, d.kind, d.connectors, d.rated_w as ratedW, d.place, coalesce(p.name, '') as platform, coalesce(m.code, '') as meter, d.from_on as "from", d.to_on as "to", d.stops_when_full as stopsWhenFull, d.fire_note as fireNote`;
const FROM = 'from charging_device d left join charging_platform p using (platform_id) left join charging_meter m using (meter_id)';

/** Every device, as people read the codes. */
export function listDevices(db: Db): Promise<DeviceRow[]> {
  return rows(db, `select ${SELECT} ${FROM} order by d.sort_key`);
}

/** Of a code; unique index. */
export function findDevice(db: Db, code: string): Promise<DeviceRow | undefined> {
  return row(db, `select ${SELECT} ${FROM} where d.code = ?`, [code]);
}

const sortKey = (code: string): string => code.replace(/\d+/g, (digits) => digits.padStart(8, '0'));

/** The number of a platform, made when it is new; null for ''. */
export async function needPlatform(db: Db, name: string, at: string): Promise<number | null> {
  if (name === '') return null;
  await run(db, 'insert into charging_platform (name, at) values (?, ?) on conflict (name) do nothing', [name, at]);
  return (await row<{ platformId: number }>(db, 'select platform_id as platformId from charging_platform where name = ?', [name]))?.platformId ?? null;
}

/** The number of a sub-meter, made when it is new; null for ''. */
export async function needMeter(db: Db, code: string, at: string): Promise<number | null> {
  if (code === '') return null;
  await run(db, `insert into charging_meter (code, place, at) values (?, '', ?) on conflict (code) do nothing`, [code, at]);
  return (await row<{ meterId: number }>(db, 'select meter_id as meterId from charging_meter where code = ?', [code]))?.meterId ?? null;
}

export async function insertDevice(db: Db, device: DeviceFacts, at: string): Promise<void> {
  await run(db, `insert into charging_device (code, sort_key, kind, connectors, rated_w, place, platform_id, meter_id, from_on, to_on, stops_when_full, fire_note, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [device.code, sortKey(device.code), device.kind, device.connectors, device.ratedW, device.place, await needPlatform(db, device.platform, at), await needMeter(db, device.meter, at), device.from, device.to, device.stopsWhenFull, device.fireNote, at]);
}

export async function updateDevice(db: Db, deviceId: number, device: DeviceFacts, at: string): Promise<void> {
  await run(db, 'update charging_device set connectors = ?, rated_w = ?, place = ?, platform_id = ?, meter_id = ?, from_on = ?, to_on = ?, stops_when_full = ?, fire_note = ? where device_id = ?',
    [device.connectors, device.ratedW, device.place, await needPlatform(db, device.platform, at), await needMeter(db, device.meter, at), device.from, device.to, device.stopsWhenFull, device.fireNote, deviceId]);
}

/** How often each device was used, and the last day; from the sums. */
export async function listDeviceUse(db: Db): Promise<Map<number, { sessions: number; lastOn: string }>> {
  const found = await rows<{ deviceId: number; sessions: number; lastOn: string }>(db, `select cast(key as integer) as deviceId, sum(sessions) as sessions, max(bucket) as lastOn from charging_sum where dim = 'device' and length(bucket) = 10 and sessions > 0 group by key`);
  return new Map(found.map(({ deviceId, ...use }) => [deviceId, use]));
}
