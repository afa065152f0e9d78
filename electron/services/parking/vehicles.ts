import { getChangingHome } from '../../../db/queries/home-changes.ts';
import { countVehicles, endVehicleOn, findPlates, getVehicle, insertVehicle, listOwnersOfPlate, listVehicles as listVehicleRows } from '../../../db/queries/vehicles.ts';
import { readPlate } from '../../../shared/domain/plate.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Registers a car with a home or company from a day; the one that had it has it until then. Throws PLATE_INVALID, NO_SUCH_HOME, HOME_MERGED, VEHICLE_KNOWN, DATES_REVERSED (another has it from a later day). */
export const addVehicle: Handler<'parking.addVehicle'> = async ({ db, user, now, today }, { plate: text, homeId, from = today, note }) => {
  const read = readPlate(text);
  if (!read) throw new AppError('PLATE_INVALID', { plate: text });
  await getChangingHome(db, homeId, from);
  const owners = await listOwnersOfPlate(db, read.plate, from);
  const known = owners.find((owner) => owner.homeId === homeId);
  if (known) throw new AppError('VEHICLE_KNOWN', { plate: read.plate, label: known.label });
  for (const owner of owners) {
    if (owner.from >= from) throw new AppError('DATES_REVERSED', { from: owner.from, to: from });
    await endVehicleOn(db, owner.vehicleId, from);
  }
  return { vehicleId: await insertVehicle(db, { ...read, homeId, from, note, userId: user.userId, userName: user.name, at: now.toISOString() }), plate: read.plate };
};

/** `on` is the first day on which it is the home's no more. Throws NO_SUCH_VEHICLE, DATES_REVERSED. */
export const endVehicle: Handler<'parking.endVehicle'> = async ({ db }, { vehicleId, on }) => {
  const { from, to } = await getVehicle(db, vehicleId);
  if (on < from || (to !== null && on > to)) throw new AppError('DATES_REVERSED', { from: on < from ? from : on, to: on < from ? on : (to ?? on) });
  await endVehicleOn(db, vehicleId, on);
  return {};
};

/** Cars by plate, with the lease on which each parks today. */
export const listVehicles: Handler<'parking.listVehicles'> = async ({ db, today }, { limit, after, ...filter }) => {
  const [plate = '', vehicleId = ''] = (after ?? '').split('|');
  const items = await listVehicleRows(db, filter, { on: today, after: { plate, vehicleId: /^\d{1,15}$/.test(vehicleId) ? Number(vehicleId) : 0 }, limit: limit + 1 });
  const last = items.length > limit ? items[limit - 1] : undefined;
  return { items: items.slice(0, limit), total: await countVehicles(db, filter, today), ...(last && { next: `${last.plate}|${last.vehicleId}` }) };
};

const HITS = 50;

/** Whose car it is: an empty text finds nothing. */
export const findPlate: Handler<'parking.findPlate'> = async ({ db, today }, { text }) => ({ items: text.trim() === '' ? [] : await findPlates(db, text, today, HITS) });
