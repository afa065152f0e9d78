import { listChargedDays, listIdleLeases, listRecalls, listSpansToCharge, listSpansToChargeOf, listWholeEnds, listWindowsOnSpaces, type LeaseSpanFacts } from '../../../db/queries/parking-charges.ts';
import { listPriceRows } from '../../../db/queries/parking-prices.ts';
import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import type { Db } from '../../../db/sql.ts';
import type { LeaseKind, SpaceTitle } from '../../../shared/contract/parking.ts';
import { advanceOf, chargeParts, coveredAfter, type ChargePart, type Days, type LeaseToCharge, type MarketPrice } from '../../../shared/domain/lease-charge.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { intersect } from '../../../shared/domain/week-windows.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';

export type ParkingItem = 'parking-resident' | 'parking-daytime' | 'parking-other' | 'parking-agency';
export type SkipReason = 'ALREADY_CHARGED' | 'DRAFT' | 'SUSPENDED' | 'MONTH_COVERED' | 'NOT_DUE' | 'NOTHING_TO_CHARGE';
/** One bill to be: parts of one lease that go to the same item. */
export type DraftCharge = { leaseId: number; leaseNo: string; kind: LeaseKind; homeId: number; label: string; item: ParkingItem; space: string; parts: ChargePart[]; amountFen: number; subsidyFen: number };
export type SkippedLease = { leaseId: number; leaseNo: string; space: string; label: string; reason: SkipReason };
export type ChargeDraft = { month: string; estate: Estate; charges: DraftCharge[]; skipped: SkippedLease[] };

/** Where the money of a space goes: only common ones earn common income. */
export function itemOf(kind: LeaseKind, title: SpaceTitle): ParkingItem {
  if (title !== 'common') return 'parking-agency';
  return kind === 'resident' ? 'parking-resident' : 'parking-daytime';
}

type Lease = { facts: LeaseSpanFacts; spans: LeaseSpanFacts[] };

/** One lease as the rule of charging takes it. */
export function toCharge(spans: readonly LeaseSpanFacts[], rest: Pick<LeaseToCharge, 'charged' | 'covered' | 'lastByDays'>): LeaseToCharge {
  return {
    proration: spans[0]?.proration ?? 'days', ...rest,
    spans: spans.map(({ spaceId, from, to, monthlyFen, kind, title }) => ({ spaceId, from, to, monthlyFen, subsidised: kind === 'resident' && title === 'common' })),
  };
}

const MONTHS_AHEAD = 12;

/** What issuing a month would charge, lease by lease, and why others are left out. Writes nothing. Throws MONTH_BEFORE_OPENING, MONTH_TOO_FAR. */
export async function draftCharges(context: Context, month: string): Promise<ChargeDraft> {
  const { db, today } = context;
  const estate = await getEstate(db);
  if (lastDay(month) < estate.opensOn) throw new AppError('MONTH_BEFORE_OPENING', { month, opensOn: estate.opensOn });
  const latest = addMonths((today > estate.opensOn ? today : estate.opensOn).slice(0, 7), MONTHS_AHEAD);
  if (month > latest) throw new AppError('MONTH_TOO_FAR', { month, latest });
  const days = { from: firstDay(month), to: firstDay(addMonths(month, 1)) };
  const reach = { from: days.from, to: firstDay(`${String(Number(month.slice(0, 4)) + 1)}-01`) };
  const leases = byLease(await listSpansToCharge(db, reach));
  context.checkCancelled();
  const charged = await listChargedDays(db, days.from);
  const covered = await coveredDays(db, reach);
  const recalls = await listRecalls(db);
  const prices = await listPriceRows(db);
  const draft: ChargeDraft = { month, estate, charges: [], skipped: (await listIdleLeases(db, days)).map(({ state, ...idle }) => ({ ...idle, reason: state === 'draft' ? 'DRAFT' as const : 'SUSPENDED' as const })) };
  for (const lease of leases) addLease(draft, lease, { days, prices, charged: charged.get(lease.facts.leaseId) ?? [], covered: covered.get(lease.facts.leaseId) ?? [], recalledOn: recalls.get(lease.facts.leaseId) });
  return draft;
}

function byLease(spans: readonly LeaseSpanFacts[]): Lease[] {
  const list: Lease[] = [];
  for (const span of spans) {
    const last = list.at(-1);
    if (last?.facts.leaseId === span.leaseId) last.spans.push(span); else list.push({ facts: span, spans: [span] });
  }
  return list;
}

type Around = { days: Days; prices: readonly MarketPrice[]; charged: readonly (Days & { month: string })[]; covered: readonly (Days & { spaceId: number })[]; recalledOn: string | undefined };

function addLease(draft: ChargeDraft, { facts, spans }: Lease, { days, prices, charged, covered, recalledOn }: Around): void {
  const { month } = draft;
  const advance = advanceOf(facts.cycle, month);
  const lease = toCharge(spans, { charged, covered, lastByDays: recalledOn?.slice(0, 7) ?? null });
  const parts = chargeParts(lease, advance, prices);
  const charges = groupByItem(spans, parts).filter(({ amountFen }) => amountFen > 0);
  draft.charges.push(...charges);
  if (charges.length > 0) return;
  const held = spans.find(({ from, to }) => from < days.to && (to === null || to > days.from));
  if (!held) return;
  const earlier = charged.find(({ from, to }) => from < days.to && to > days.from);
  const reason = earlier ? (earlier.month < month ? 'NOT_DUE' : 'ALREADY_CHARGED') : covered.some(({ from }) => from === days.from) ? 'MONTH_COVERED' : 'NOTHING_TO_CHARGE';
  draft.skipped.push({ leaseId: facts.leaseId, leaseNo: facts.leaseNo, space: held.space, label: facts.label, reason });
}

/** The parts of a lease as bills, one for each item. */
export function groupByItem(spans: readonly LeaseSpanFacts[], parts: readonly ChargePart[]): DraftCharge[] {
  const groups = new Map<ParkingItem, DraftCharge>();
  for (const part of parts) {
    const span = spans.find(({ spaceId }) => spaceId === part.spaceId);
    if (!span) continue;
    const item = itemOf(span.kind, span.title);
    const group = groups.get(item) ?? { leaseId: span.leaseId, leaseNo: span.leaseNo, kind: span.kind, homeId: span.homeId, label: span.label, item, space: span.space, parts: [], amountFen: 0, subsidyFen: 0 };
    group.parts.push(part);
    group.amountFen += part.amountFen;
    group.subsidyFen += part.subsidyFen;
    groups.set(item, group);
  }
  return [...groups.values()];
}

/** For each lease the days that a whole-month lease before it on its space was charged with, where their windows meet. */
export async function coveredDays(db: Db, reach: Days, leaseId?: number): Promise<Map<number, (Days & { spaceId: number })[]>> {
  const covered = new Map<number, (Days & { spaceId: number })[]>();
  const ends = await listWholeEnds(db, reach);
  if (ends.length === 0) return covered;
  const spaceIds = [...new Set(ends.map(({ spaceId }) => spaceId))];
  const windows = await listWindowsOnSpaces(db, spaceIds);
  const later = (leaseId === undefined ? await listSpansToCharge(db, reach) : await listSpansToChargeOf(db, leaseId)).filter(({ spaceId }) => spaceIds.includes(spaceId));
  for (const end of ends) {
    const days = coveredAfter(end.to);
    if (!days) continue;
    for (const span of later) {
      if (span.leaseId === end.leaseId || span.spaceId !== end.spaceId || span.from < end.to || span.from >= days.to) continue;
      if (intersect(windows.get(span.leaseId) ?? [], end.spans).length === 0) continue;
      covered.set(span.leaseId, [...(covered.get(span.leaseId) ?? []), { ...days, spaceId: end.spaceId }]);
    }
  }
  return covered;
}
