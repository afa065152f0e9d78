import { getChangingHome, listStatuses, setHomeType as writeHomeType, upsertStatuses } from '../../../db/queries/home-changes.ts';
import { getHome } from '../../../db/queries/homes.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/**
 * Records a status from a day on. A day before an issued period is refused; where homes become billed or unbilled
 * (unsold), so is a day within one.
 */
export const setHomeStatus: Handler<'homes.setStatus'> = async ({ db, user, now, today }, { homeId, from, status, note }) => {
  const home = await getChangingHome(db, homeId, from);
  const asBilled = home.status === 'unsold' || status === 'unsold' ? home.billedTo : home.billedFrom;
  if (asBilled && from < asBilled) throw new AppError('STATUS_BEFORE_ISSUED_BILL', { from, billedFrom: asBilled });
  const present = (await listStatuses(db, homeId)).findLast((one) => one.on <= from);
  if (present?.status === status && (present.on !== from || present.note === note)) throw new AppError('SAME_STATUS', { status, from });
  await upsertStatuses(db, [{ homeId, from, status, note, userId: user.userId, userName: user.name, at: now.toISOString() }], today);
  return { status: (await getHome(db, homeId, today)).status };
};

export const setHomeType: Handler<'homes.setType'> = async ({ db, today }, { homeId, homeType }) => {
  await getChangingHome(db, homeId, today);
  await writeHomeType(db, homeId, homeType);
  return {};
};
