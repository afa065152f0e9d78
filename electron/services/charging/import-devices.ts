import { findDevice, insertDevice } from '../../../db/queries/charging-devices.ts';
import { readDeviceSheet, type DeviceIssue, type SheetDevice } from '../../../shared/domain/device-sheet.ts';
import type { Handler } from '../../context.ts';
import { readTables } from '../../files/read-table.ts';
import { differenceOf } from './devices.ts';

const FIELDS: Readonly<Record<string, DeviceIssue['field']>> = { kind: 'kind', connectors: 'connectors', ratedW: 'rated', place: 'place', platform: 'platform', meter: 'meter', from: 'from', to: 'to' };

/** Adds the devices of a file; with any issue nothing is added. */
export const importDevices: Handler<'charging.importDevices'> = async ({ db, now, checkCancelled }, { file, commit }) => {
  const { devices, issues } = readDeviceSheet((await readTables(file)).sheets);
  checkCancelled();
  const added = new Map<string, SheetDevice>();
  let unchanged = 0;
  for (const device of devices) {
    const facts = { ...device, stopsWhenFull: Number(device.stopsWhenFull) };
    const twice = added.get(device.code);
    const known = await findDevice(db, device.code);
    const difference = known && differenceOf(known, facts);
    if (twice) issues.push({ row: device.row, field: 'code', value: device.code, reason: 'REPEATED', code: device.code });
    else if (difference) issues.push({ row: device.row, field: FIELDS[difference.field] ?? 'code', value: difference.given, reason: 'DIFFERS', code: device.code });
    else if (known) unchanged += 1;
    else added.set(device.code, device);
  }
  if (commit && issues.length === 0) for (const device of added.values()) await insertDevice(db, { ...device, stopsWhenFull: Number(device.stopsWhenFull) }, now.toISOString());
  return { added: added.size, unchanged, written: commit && issues.length === 0, issues: issues.sort((one, other) => one.row - other.row) };
};
