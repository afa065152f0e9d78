import { endPlates, getLeaseRow, insertPlates, listPlatesOf } from '../../../db/queries/leases.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { checkInside, noteEvent } from './change-spans.ts';
import { checkPlates, readPlates } from './lease-terms.ts';

/** The plates of a lease from a day on: others leave on it, new ones come, those that stay are not touched. */
export const changePlates: Handler<'parking.changePlates'> = async (context, { leaseId, from, plates: texts, reason }) => {
  const { db } = context;
  const lease = await getLeaseRow(db, leaseId);
  if (lease.state === 'ended') throw new AppError('LEASE_ENDED', { leaseId, on: lease.endedOn ?? '' });
  checkInside(lease, from);
  const plates = readPlates(texts);
  const days = { from, to: lease.to };
  if (lease.state === 'signed') await checkPlates(db, plates, days, leaseId);
  const present = await listPlatesOf(db, leaseId);
  const staying = present.filter((one) => one.from <= from && one.to === lease.to && plates.includes(one.plate)).map(({ plate }) => plate);
  const leaving = [...new Set(present.map(({ plate }) => plate))].filter((plate) => !staying.includes(plate));
  await endPlates(db, leaseId, from, leaving);
  await insertPlates(db, leaseId, plates.filter((plate) => !staying.includes(plate)), days);
  await noteEvent(context, leaseId, 'plates', from, { plates: plates.join('、') }, reason);
  return {};
};
