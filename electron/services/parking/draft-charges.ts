import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import { listChargedAgain, listChargedDays, listIdleLeases, listRecalls, listSpansToCharge, type ChargedDays } from '../../../db/queries/parking-charges.ts';
import { listPriceRows } from '../../../db/queries/parking-prices.ts';
import type { ChargeSkip } from '../../../shared/contract/parking.ts';
import { grouped } from '../../../shared/domain/grouped.ts';
import { advanceOf, chargeParts, common, type ChargePart, type Days, type MarketPrice, type SpaceDays } from '../../../shared/domain/lease-charge.ts';
import { addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { byLease, groupByItem, toCharge, type ChargedLease, type DraftCharge } from './charge-parts.ts';
import { coveredDays, takenDays } from './shared-days.ts';

export type SkippedLease = { leaseId: number; leaseNo: string; space: string; label: string; reason: ChargeSkip };
export type ChargeDraft = {
  month: string; estate: Estate; charges: DraftCharge[]; skipped: SkippedLease[];
  /** Leases of which a charge was cancelled: what is charged for them now is today's. */ again: ReadonlySet<number>;
};

const MONTHS_AHEAD = 12;

/** What issuing a month would charge, lease by lease, and why others are left out. Writes nothing. Throws MONTH_BEFORE_OPENING, MONTH_TOO_FAR. */
export async function draftCharges(context: Context, month: string): Promise<ChargeDraft> {
  const { db } = context;
  const estate = await getEstate(db);
  checkMonth(month, context.today, estate);
  const days = { from: firstDay(month), to: firstDay(addMonths(month, 1)) };
  // The longest period in advance ends with the year.
  const reach = { from: days.from, to: firstDay(`${Number(month.slice(0, 4)) + 1}-01`) };
  const leases = byLease(await listSpansToCharge(db, reach));
  context.checkCancelled();
  const charged = await listChargedDays(db, days.from);
  const recalls = await listRecalls(db);
  const around: Around = {
    days, prices: await listPriceRows(db), charged: grouped(charged, ({ leaseId }) => leaseId), covered: await coveredDays(db, leases, reach, recalls), taken: new Map(), recalls,
  };
  const due = leases.filter(({ spans }) => spans.some((span) => common(days, span))).map((lease) => ({ lease, parts: partsOf(lease, around) }));
  context.checkCancelled();
  around.taken = await takenDays(db, due.map(({ lease: { facts: { leaseId } }, parts }) => ({ leaseId, days: parts })), charged);
  const draft: ChargeDraft = { month, estate, charges: [], skipped: await listIdle(context, days), again: await listChargedAgain(db, days.from) };
  for (const { lease, parts } of due) addLease(draft, lease, around.taken.has(lease.facts.leaseId) ? partsOf(lease, around) : parts, around);
  return draft;
}

function checkMonth(month: string, today: string, { opensOn }: Estate): void {
  if (lastDay(month) < opensOn) throw new AppError('MONTH_BEFORE_OPENING', { month, opensOn });
  const latest = addMonths((today > opensOn ? today : opensOn).slice(0, 7), MONTHS_AHEAD);
  if (month > latest) throw new AppError('MONTH_TOO_FAR', { month, latest });
}

async function listIdle({ db }: Context, days: Days): Promise<SkippedLease[]> {
  return (await listIdleLeases(db, days)).map(({ state, ...idle }) => ({ ...idle, reason: state === 'draft' ? 'DRAFT' : 'SUSPENDED' }));
}

type Around = {
  days: Days; prices: readonly MarketPrice[]; charged: ReadonlyMap<number, ChargedDays[]>; covered: ReadonlyMap<number, SpaceDays[]>; taken: ReadonlyMap<number, SpaceDays[]>; recalls: ReadonlyMap<number, string>;
};

/** What a lease that holds a day of the month owes from its first day to the end of the period around it. */
function partsOf(lease: ChargedLease, { days, prices, charged, covered, taken, recalls }: Around): ChargePart[] {
  const { leaseId, cycle } = lease.facts;
  const facts = { charged: charged.get(leaseId) ?? [], covered: covered.get(leaseId) ?? [], taken: taken.get(leaseId) ?? [], lastByDays: recalls.get(leaseId)?.slice(0, 7) ?? null };
  return chargeParts(toCharge(lease, facts), advanceOf(cycle, days.from.slice(0, 7)), prices);
}

function addLease(draft: ChargeDraft, lease: ChargedLease, parts: readonly ChargePart[], { days, charged, covered, taken }: Around): void {
  const charges = groupByItem(lease, parts);
  draft.charges.push(...charges);
  if (charges.length > 0) return;
  const { leaseId, leaseNo, label } = lease.facts;
  const held = lease.spans.find((span) => common(days, span));
  const earlier = (charged.get(leaseId) ?? []).find((own) => common(days, own));
  const isCovered = [...(covered.get(leaseId) ?? []), ...(taken.get(leaseId) ?? [])].some((own) => common(days, own));
  const reason = earlier ? (earlier.month < draft.month ? 'NOT_DUE' : 'ALREADY_CHARGED') : isCovered ? 'MONTH_COVERED' : 'NOTHING_TO_CHARGE';
  draft.skipped.push({ leaseId, leaseNo, space: held?.space ?? '', label, reason });
}
