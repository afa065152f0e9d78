import { countSpaces, listPlanLeases, listPlanSpaces, listSpaces as listRows, listZones as listZoneRows } from '../../../db/queries/parking-spaces.ts';
import { grouped } from '../../../shared/domain/grouped.ts';
import { addDays } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** What ends so many days after the day that is looked at counts as expiring. */
const EXPIRING_DAYS = 30;

export const listZones: Handler<'parking.listZones'> = async ({ db, today }) => ({ items: await listZoneRows(db, today) });

export const listSpaces: Handler<'parking.listSpaces'> = async ({ db, today }, { limit, after = '', ...filter }) => {
  const found = await listRows(db, filter, today, { after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(({ sortKey: _, ...space }) => space), total: await countSpaces(db, filter, today), ...(found.length > limit && last && { next: last.sortKey }) };
};

/** One zone on one day, for a plan that is scrubbed through its minutes. */
export const plan: Handler<'parking.plan'> = async ({ db }, { zone, on }) => {
  const until = addDays(on, EXPIRING_DAYS);
  const leases = grouped(await listPlanLeases(db, zone, on), ({ spaceId }) => spaceId);
  return {
    spaces: (await listPlanSpaces(db, zone, on)).map((space) => ({
      ...space, leases: (leases.get(space.spaceId) ?? []).map(({ spaceId: _, ...lease }) => ({ ...lease, expiring: lease.to !== null && lease.to <= until })),
    })),
  };
};
