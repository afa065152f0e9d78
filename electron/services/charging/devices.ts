import { findDevice, insertDevice, listDevices as listDeviceRows, listDeviceUse, updateDevice, type DeviceFacts } from '../../../db/queries/charging-devices.ts';
import type { z } from 'zod';
import type { newDevice } from '../../../shared/contract/charging.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { nextTariffs, tariffNames } from './tariff-of.ts';

/** A device of an input, as it is stored. */
export function factsOf({ from, to, stopsWhenFull, ...rest }: z.output<typeof newDevice>): DeviceFacts {
  return { ...rest, from: from ?? null, to: to ?? null, stopsWhenFull: Number(stopsWhenFull) };
}

/** The first field in which two descriptions differ; what the new one leaves open agrees with anything. */
export function differenceOf(known: DeviceFacts, given: DeviceFacts): { field: string; ours: string; given: string } | undefined {
  const field = (['kind', 'connectors', 'ratedW', 'place', 'platform', 'meter', 'from', 'to'] as const).find((one) => given[one] !== known[one] && given[one] !== '' && given[one] !== null);
  return field && { field, ours: String(known[field] ?? ''), given: String(given[field] ?? '') };
}

function checkDays({ code, from, to }: DeviceFacts): void {
  if (from !== null && to !== null && to <= from) throw new AppError('DEVICE_DAYS', { device: code, from, to });
}

export const addDevices: Handler<'charging.addDevices'> = async ({ db, now }, { devices }) => {
  let [added, unchanged] = [0, 0];
  for (const given of devices.map(factsOf)) {
    const known = await findDevice(db, given.code);
    checkDays(given);
    if (!known) {
      await insertDevice(db, given, now.toISOString());
      added += 1;
      continue;
    }
    const difference = differenceOf(known, given);
    if (difference) throw new AppError('DEVICE_DIFFERS', { device: given.code, ...difference });
    unchanged += 1;
  }
  return { added, unchanged };
};

export const changeDevice: Handler<'charging.changeDevice'> = async ({ db, now }, { code, stopsWhenFull, ...given }) => {
  const known = await findDevice(db, code);
  if (!known) throw new AppError('NO_SUCH_DEVICE', { device: code });
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const changed: DeviceFacts = { ...known, ...named, stopsWhenFull: stopsWhenFull === undefined ? known.stopsWhenFull : Number(stopsWhenFull) };
  checkDays(changed);
  await updateDevice(db, known.deviceId, changed, now.toISOString());
  return {};
};

/** Where batteries may not be charged: ways out of a building. */
const FORBIDDEN = /大堂|大厅|门厅|楼梯|过道|走道|疏散|安全出口|电梯厅|前室/;

export const listDevices: Handler<'charging.listDevices'> = async ({ db, today }, { kind }) => {
  const [devices, use, tariffOf, nextOf] = [await listDeviceRows(db), await listDeviceUse(db), await tariffNames(db, today), await nextTariffs(db, today)];
  return {
    items: devices.filter((device) => kind === undefined || device.kind === kind).map((device) => ({
      ...device, stopsWhenFull: device.stopsWhenFull === 1, tariff: tariffOf(device) ?? null, nextTariff: nextOf(device) ?? null, ...(use.get(device.deviceId) ?? { sessions: 0, lastOn: null }),
      warnings: [...(FORBIDDEN.test(device.place) ? ['LOBBY_OR_STAIRS' as const] : []), ...(device.stopsWhenFull === 1 ? [] : ['NO_FULL_STOP' as const])],
    })),
  };
};
