import type { HeldMinutes } from '../../shared/domain/parking-occupancy.ts';
import { rows, tuples, type Db } from '../sql.ts';

/** Zones with the number of their spaces, in plan order; one or all. */
export function listZoneSizes(db: Db, zone: string | undefined): Promise<{ zone: string; spaces: number }[]> {
  return rows(db, `select zone, count(*) as spaces from parking_space ${zone === undefined ? '' : 'where zone = ?'} group by zone order by min(sort_key)`, zone === undefined ? [] : [zone]);
}

/** What leases hold of the week on days within `[from, to)`, by zone; leases of the same days and minutes are counted. One pass over the spans, their windows by primary key. */
export async function listHeldMinutes(db: Db, { from, to }: { from: string; to: string }, zone: string | undefined): Promise<Map<string, HeldMinutes[]>> {
  const found = await tuples<readonly [string, string, string, number, number, number]>(db, ['zone', 'begins', 'ends', 'from_minute', 'to_minute', 'count(*)'], `from (
      select s.zone, max(n.from_on, ?) as begins, min(coalesce(n.to_on, ?), ?) as ends, w.from_minute, w.to_minute
      from lease_span n join lease l using (lease_id) join parking_space s using (space_id) join lease_window w on w.lease_id = n.lease_id
      where l.state <> 'draft' and n.from_on < ? and (n.to_on is null or (n.to_on > ? and n.to_on > n.from_on)) ${zone === undefined ? '' : 'and s.zone = ?'})
    group by zone, begins, ends, from_minute, to_minute`, [from, to, to, to, from, ...(zone === undefined ? [] : [zone])]);
  const byZone = new Map<string, HeldMinutes[]>();
  for (const [name, begins, ends, fromMinute, toMinute, leases] of found) {
    const held = { from: begins, to: ends, minutes: { from: fromMinute, to: toMinute }, leases };
    const list = byZone.get(name);
    if (list) list.push(held); else byZone.set(name, [held]);
  }
  return byZone;
}
