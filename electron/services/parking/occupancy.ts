import { listHeldMinutes, listZoneSizes } from '../../../db/queries/parking-occupancy.ts';
import { occupancyOf } from '../../../shared/domain/parking-occupancy.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** How full each zone was in each hour of the week, over a month's real calendar. */
export const occupancy: Handler<'parking.occupancy'> = async ({ db }, { month, zone }) => {
  const sizes = await listZoneSizes(db, zone);
  const held = await listHeldMinutes(db, { from: firstDay(month), to: firstDay(addMonths(month, 1)) }, zone);
  return { spaces: sizes.reduce((sum, { spaces }) => sum + spaces, 0), zones: sizes.map((size) => ({ ...size, permille: occupancyOf(month, size.spaces, held.get(size.zone) ?? []) })) };
};
