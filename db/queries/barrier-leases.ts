import type { Holding } from '../../shared/domain/barrier-judge.ts';
import type { Span } from '../../shared/domain/week-windows.ts';
import { rows, tuples, type Db } from '../sql.ts';

type PlateOfLease = { plate: string; leaseId: number; from: string; to: string | null; overstayFen: number };
type LeaseDays = { spans: Map<number, { from: string; to: string | null; spaceId: number }[]>; windows: Map<number, Span[]> };

/** The leases that plates are or were on, left out those that never held a day (drafts); index: lease_plate primary key, lease_span_lease. */
export async function listHoldings(db: Db, plates: readonly string[]): Promise<Map<string, Holding[]>> {
  const found = await rows<PlateOfLease>(db, `select p.plate, p.lease_id as leaseId, p.from_on as "from", p.to_on as "to", l.overstay_fen as overstayFen from json_each(?) j cross join lease_plate p on p.plate = j.value join lease l using (lease_id)
    where l.state <> 'draft' and (p.to_on is null or p.to_on > p.from_on) and exists (select 1 from lease_span s where s.lease_id = l.lease_id and (s.to_on is null or s.to_on > s.from_on)) order by p.plate, p.from_on, p.lease_id`, [JSON.stringify(plates)]);
  const { spans, windows } = await daysOfLeases(db, [...new Set(found.map(({ leaseId }) => leaseId))]);
  const holdings = new Map<string, Holding[]>();
  for (const { plate, leaseId, from, to, overstayFen } of found) {
    const holding = { leaseId, overstayFen, plateFrom: from, plateTo: to, spans: spans.get(leaseId) ?? [], windows: windows.get(leaseId) ?? [] };
    const list = holdings.get(plate);
    if (list) list.push(holding); else holdings.set(plate, [holding]);
  }
  return holdings;
}

async function daysOfLeases(db: Db, leaseIds: readonly number[]): Promise<LeaseDays> {
  const json = JSON.stringify(leaseIds);
  const held = await tuples<readonly [number, string, string | null, number]>(db, ['s.lease_id', 's.from_on', 's.to_on', 's.space_id'], 'from json_each(?) j cross join lease_span s on s.lease_id = j.value where s.to_on is null or s.to_on > s.from_on order by s.lease_id, s.from_on', [json]);
  const weekly = await tuples<readonly [number, number, number]>(db, ['w.lease_id', 'w.from_minute', 'w.to_minute'], 'from json_each(?) j cross join lease_window w on w.lease_id = j.value order by w.lease_id, w.from_minute', [json]);
  const spans: LeaseDays['spans'] = new Map(leaseIds.map((leaseId) => [leaseId, []]));
  const windows: LeaseDays['windows'] = new Map(leaseIds.map((leaseId) => [leaseId, []]));
  for (const [leaseId, from, to, spaceId] of held) spans.get(leaseId)?.push({ from, to, spaceId });
  for (const [leaseId, from, to] of weekly) windows.get(leaseId)?.push({ from, to });
  return { spans, windows };
}

export type AbsentLease = Pick<Holding, 'leaseId' | 'spans' | 'windows'> & { plates: string };

/**
 * Leases with plates that hold a space on one of the days (both included) and none of whose plates any file saw on them: neither passing nor, an exit
 * lost or still to come, inside for up to 31 days before. Left out: those whose absence an earlier file found for days that meet these.
 * index: lease_plate_lease, barrier_stay_plate, barrier_finding_lease.
 */
export async function listAbsentLeases(db: Db, days: { from: string; to: string; /** The first moment of a car that may still be inside. */ since: string }): Promise<AbsentLease[]> {
  const { from, to, since } = days;
  const found = await rows<{ leaseId: number; plates: string }>(db, `with held as materialized (select distinct s.lease_id from lease_span s where s.from_on <= ? and (s.to_on is null or (s.to_on > ? and s.to_on > s.from_on))),
    plates as materialized (select p.lease_id, p.plate from held join lease_plate p using (lease_id) where p.from_on <= ? and (p.to_on is null or (p.to_on > ? and p.to_on > p.from_on)))
    select l.lease_id as leaseId, (select group_concat(plate, '、') from (select p.plate from plates p where p.lease_id = l.lease_id order by p.plate)) as plates from held join lease l using (lease_id)
    where l.state <> 'draft' and exists (select 1 from plates p where p.lease_id = l.lease_id)
      and not exists (select 1 from plates p join barrier_stay s on s.plate = p.plate where p.lease_id = l.lease_id and coalesce(s.in_at, s.out_at) between ? and ?
        and (coalesce(s.out_at, s.in_at) >= ? or (s.fault = 'EXIT_LOST' and s.joined_to is null)) and coalesce(s.fault, '') <> 'IN_FUTURE')
      and not exists (select 1 from barrier_finding f join barrier_file e using (file_id) where f.lease_id = l.lease_id and f.kind = 'unused' and e.from_on <= ? and e.to_on >= ?)
    order by l.lease_id`, [to, from, to, from, since, `${to} 23:59:59`, from, to, from]);
  const { spans, windows } = await daysOfLeases(db, found.map(({ leaseId }) => leaseId));
  return found.map(({ leaseId, plates }) => ({ leaseId, plates, spans: spans.get(leaseId) ?? [], windows: windows.get(leaseId) ?? [] }));
}
