import { listChargedOnSpaces, listRecalls, listSpansOfLeavers, listWindowsOf, type ChargedDays } from '../../../db/queries/parking-charges.ts';
import type { Db } from '../../../db/sql.ts';
import { common, type Days, type SpaceDays } from '../../../shared/domain/lease-charge.ts';
import { coveredOf, coversOf } from '../../../shared/domain/lease-cover.ts';
import { grouped } from '../../../shared/domain/grouped.ts';
import { intersect } from '../../../shared/domain/week-windows.ts';
import { byLease, type ChargedLease } from './charge-parts.ts';

/** Days that each lease need not pay, by lease; leases that pay all of their own are not in it. */
export type FreeDays = ReadonlyMap<number, SpaceDays[]>;

/** What others paid for with whole months that they began and left, for all of some leases; `reach` begins and ends with a month. */
export async function coveredDays(db: Db, leases: readonly ChargedLease[], reach: Days, recalls: ReadonlyMap<number, string>): Promise<FreeDays> {
  const leavers = leases.filter(({ facts, spans }) => facts.proration === 'whole' && spans.some(({ to }) => to !== null && to > reach.from && to < reach.to && !to.endsWith('-01')));
  const spaces = new Set(leavers.flatMap(({ spans }) => spans.map(({ spaceId }) => spaceId)));
  const there = leases.filter(({ spans }) => spans.some(({ spaceId }) => spaces.has(spaceId)));
  if (leavers.length === 0 || there.length === 1) return new Map();
  const windows = await listWindowsOf(db, there.map(({ facts }) => facts.leaseId));
  const windowsOf = ({ facts: { leaseId } }: ChargedLease) => windows.get(leaseId) ?? [];
  const covers = coversOf(leavers.map((lease) => ({ leaseId: lease.facts.leaseId, windows: windowsOf(lease), spans: lease.spans, lastByDays: recalls.get(lease.facts.leaseId)?.slice(0, 7) ?? null })), reach);
  const bySpace = grouped(covers, ({ spaceId }) => spaceId);
  return new Map(there.flatMap((lease) => {
    const near = lease.spans.flatMap(({ spaceId }) => bySpace.get(spaceId) ?? []);
    const own = coveredOf({ leaseId: lease.facts.leaseId, windows: windowsOf(lease) }, near);
    return own.length > 0 ? [[lease.facts.leaseId, own] as const] : [];
  }));
}

/** The same for one lease, whose stretches may not be written down yet. */
export async function coveredDaysOf(db: Db, lease: ChargedLease, reach: Days): Promise<SpaceDays[]> {
  const { leaseId } = lease.facts;
  const leavers = byLease(await listSpansOfLeavers(db, reach)).filter(({ facts }) => facts.leaseId !== leaseId);
  return (await coveredDays(db, [...leavers, lease], reach, await listRecalls(db))).get(leaseId) ?? [];
}

/** What charges of other leases have, in hours that a lease holds as well, of the days that are to be charged on a space. */
export async function takenDays(db: Db, wanted: readonly { leaseId: number; days: readonly SpaceDays[] }[], charged: readonly ChargedDays[]): Promise<FreeDays> {
  if (charged.length === 0) return new Map();
  const bySpace = grouped(charged, ({ spaceId }) => spaceId);
  const meeting = wanted.flatMap(({ leaseId, days }) => {
    const others = days.flatMap((own) => (bySpace.get(own.spaceId) ?? []).filter((other) => other.leaseId !== leaseId && common(own, other)));
    return others.length > 0 ? [{ leaseId, others }] : [];
  });
  if (meeting.length === 0) return new Map();
  const windows = await listWindowsOf(db, [...new Set(meeting.flatMap(({ leaseId, others }) => [leaseId, ...others.map((other) => other.leaseId)]))]);
  return new Map(meeting.flatMap(({ leaseId, others }) => {
    const taken = others.filter((other) => intersect(windows.get(leaseId) ?? [], windows.get(other.leaseId) ?? []).length > 0);
    return taken.length > 0 ? [[leaseId, taken] as const] : [];
  }));
}

/** The same for one lease. */
export async function takenDaysOf(db: Db, { facts: { leaseId }, spans }: ChargedLease, days: Days): Promise<SpaceDays[]> {
  const spaceIds = [...new Set(spans.map(({ spaceId }) => spaceId))];
  const charged = await listChargedOnSpaces(db, spaceIds, days.from, leaseId);
  return (await takenDays(db, [{ leaseId, days: spaceIds.map((spaceId) => ({ ...days, spaceId })) }], charged)).get(leaseId) ?? [];
}
