import type { LeaseSpanFacts, ParkingItem } from '../../../db/queries/parking-charges.ts';
import type { LeaseKind, SpaceTitle } from '../../../shared/contract/parking.ts';
import type { ChargePart, LeaseToCharge } from '../../../shared/domain/lease-charge.ts';

/** One bill to be: parts of one lease that go to the same item. */
export type DraftCharge = { leaseId: number; leaseNo: string; kind: LeaseKind; homeId: number; label: string; item: ParkingItem; /** Codes of its spaces. */ space: string; parts: ChargePart[]; amountFen: number; subsidyFen: number };
/** A lease with its stretches in order; at least one. */
export type ChargedLease = { facts: LeaseSpanFacts; spans: LeaseSpanFacts[] };

/** Where the money of a space goes: only common ones earn common income. */
export function itemOf(kind: LeaseKind, title: SpaceTitle): ParkingItem {
  if (title !== 'common') return 'parking-agency';
  return kind === 'resident' ? 'parking-resident' : 'parking-daytime';
}

/** Stretches by lease, in the order they come in. */
export function byLease(spans: readonly LeaseSpanFacts[]): ChargedLease[] {
  const list: ChargedLease[] = [];
  for (const span of spans) {
    const last = list.at(-1);
    if (last?.facts.leaseId === span.leaseId) last.spans.push(span); else list.push({ facts: span, spans: [span] });
  }
  return list;
}

/** One lease as the rule of charging takes it. */
export function toCharge({ facts, spans }: ChargedLease, rest: Omit<LeaseToCharge, 'proration' | 'spans'>): LeaseToCharge {
  return {
    proration: facts.proration, ...rest,
    spans: spans.map(({ spaceId, from, to, monthlyFen, kind, title }) => ({ spaceId, from, to, monthlyFen, subsidised: kind === 'resident' && title === 'common' })),
  };
}

/** The parts of a lease as bills, one for each item; an item that comes to nothing has none. */
export function groupByItem({ facts: { leaseId, leaseNo, kind, homeId, label }, spans }: ChargedLease, parts: readonly ChargePart[]): DraftCharge[] {
  const groups = new Map<ParkingItem, DraftCharge>();
  for (const part of parts) {
    const span = spans.find(({ spaceId }) => spaceId === part.spaceId);
    if (!span) continue;
    const item = itemOf(kind, span.title);
    const group = groups.get(item) ?? { leaseId, leaseNo, kind, homeId, label, item, space: span.space, parts: [], amountFen: 0, subsidyFen: 0 };
    if (!group.space.split('、').includes(span.space)) group.space += `、${span.space}`;
    group.parts.push(part);
    group.amountFen += part.amountFen;
    group.subsidyFen += part.subsidyFen;
    groups.set(item, group);
  }
  return [...groups.values()].filter(({ amountFen }) => amountFen > 0);
}
