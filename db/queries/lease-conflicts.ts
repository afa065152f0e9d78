import type { Hold } from '../../shared/domain/lease-conflict.ts';
import type { Span } from '../../shared/domain/week-windows.ts';
import { rows, type Db } from '../sql.ts';

/** A signed lease's days on a space, with what it holds of the week. */
export type SpaceHold = Hold & { leaseId: number; leaseNo: string; spaceId: number };

type Row = { leaseId: number; leaseNo: string; spaceId: number; from: string; to: string | null; spans: string };
const HOLD = `select n.lease_id as leaseId, l.lease_no as leaseNo, n.space_id as spaceId, n.from_on as "from", n.to_on as "to",
  (select json_group_array(json_object('from', w.from_minute, 'to', w.to_minute)) from lease_window w where w.lease_id = n.lease_id) as spans from`;

function holdsOf(found: readonly Row[]): SpaceHold[] {
  return found.map(({ spans, ...hold }) => ({ ...hold, spans: (JSON.parse(spans) as Span[]).sort((left, right) => left.from - right.from) }));
}

/**
 * What signed leases hold of a space on days of `[from, to)`, earliest first, but those of one lease. Ended spans that lie
 * before are skipped by the index lease_span_space (space, end, beginning); windows by primary key.
 */
export async function listHolds(db: Db, spaceId: number, { from, to }: Pick<Hold, 'from' | 'to'>, exceptLease = 0): Promise<SpaceHold[]> {
  const until = to ?? '9999-12-31';
  const found = await rows<Row>(db, `${HOLD} (select * from lease_span where space_id = ? and to_on is null and from_on < ?
      union all select * from lease_span where space_id = ? and to_on > ? and from_on < ? and from_on < to_on) n join lease l using (lease_id)
    where n.lease_id <> ? order by n.from_on, n.lease_id`, [spaceId, until, spaceId, from, until, exceptLease]);
  return holdsOf(found);
}

/** The same of all spaces, or those of a zone: for looking where something fits. */
export async function listAllHolds(db: Db, { from, to }: Pick<Hold, 'from' | 'to'>, zone: string | undefined): Promise<Map<number, SpaceHold[]>> {
  const until = to ?? '9999-12-31';
  const found = await rows<Row>(db, `${HOLD} parking_space s join lease_span n on n.space_id = s.space_id and (n.to_on is null or n.to_on > ?) and n.from_on < ? and (n.to_on is null or n.from_on < n.to_on)
    join lease l using (lease_id) ${zone === undefined ? '' : 'where s.zone = ?'}`, zone === undefined ? [from, until] : [from, until, zone]);
  const bySpace = new Map<number, SpaceHold[]>();
  for (const hold of holdsOf(found)) {
    const list = bySpace.get(hold.spaceId);
    if (list) list.push(hold); else bySpace.set(hold.spaceId, [hold]);
  }
  return bySpace;
}

export type PlateHold = { plate: string; leaseId: number; leaseNo: string; homeId: number };

/** Plates of a list that are on another signed lease on a day of `[from, to)`; index: lease_plate primary key. */
export function listPlateHolds(db: Db, plates: readonly string[], { from, to }: Pick<Hold, 'from' | 'to'>, exceptLease = 0): Promise<PlateHold[]> {
  return rows(db, `select p.plate, p.lease_id as leaseId, l.lease_no as leaseNo, l.home_id as homeId from lease_plate p join lease l using (lease_id)
    where p.plate in (select value from json_each(?)) and l.state <> 'draft' and p.lease_id <> ? and p.from_on < ? and (p.to_on is null or (p.to_on > ? and p.to_on > p.from_on)) order by p.plate, p.lease_id`,
  [JSON.stringify(plates), exceptLease, to ?? '9999-12-31', from]);
}
