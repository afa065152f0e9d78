import { getEstate } from '../../../db/queries/estate.ts';
import { listChargedDays, listChargesOf, listParts, listRecalls, listSpansToChargeOf, type ChargeRow, type LeaseSpanFacts } from '../../../db/queries/parking-charges.ts';
import { listPriceRows } from '../../../db/queries/parking-prices.ts';
import { chargeParts, common, type ChargePart } from '../../../shared/domain/lease-charge.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { sumFen, type Fen } from '../../../shared/domain/money.ts';
import type { Context } from '../../context.ts';
import { cancelBillRow } from '../fees/cancel-bill.ts';
import { coveredDays, groupByItem, toCharge, type DraftCharge } from './draft-charges.ts';
import { writeCharges } from './write-charges.ts';

/** A standing charge that other days or prices change, and what takes its place. */
export type ChargeChange = { charge: ChargeRow; paidFen: number; afterFen: number; again: DraftCharge[] };
export type Settlement = { refundFen: Fen; heldFen: Fen };

/**
 * What a lease's standing charges would be under other spans; those that stay the same are not in it. Each charge is
 * computed again for its own days, so that nothing is charged for days that no charge had. Writes nothing.
 */
export async function planSettlement({ db }: Pick<Context, 'db'>, leaseId: number, spans: readonly LeaseSpanFacts[], recalledOn?: string): Promise<ChargeChange[]> {
  const charges = (await listChargesOf(db, leaseId)).filter(({ cancelled }) => !cancelled);
  const [first] = charges;
  if (!first) return [];
  const parts = await listParts(db, charges.map(({ billId }) => billId));
  const prices = await listPriceRows(db);
  const everything = await listSpansToChargeOf(db, leaseId);
  const known = spans.length > 0 ? spans : everything.slice(0, 1).map((span) => ({ ...span, to: span.from }));
  const lastByDays = (recalledOn ?? (await listRecalls(db, leaseId)).get(leaseId))?.slice(0, 7) ?? null;
  const covered = (await coveredDays(db, { from: first.from, to: firstDay(addMonths(charges.at(-1)?.to.slice(0, 7) ?? '', 1)) }, leaseId)).get(leaseId) ?? [];
  return charges.flatMap((charge): ChargeChange[] => {
    const before = parts.filter(({ billId }) => billId === charge.billId);
    const others = parts.filter(({ billId }) => billId !== charge.billId);
    const lease = toCharge(known, { charged: others, covered, lastByDays });
    const after = before.flatMap((part) => (lease.proration === 'whole' && lastByDays !== part.from.slice(0, 7) ? wholeAgain(lease, part, prices) : chargeParts(lease, part, prices)));
    if (sameParts(before, after)) return [];
    const again = groupByItem(known, after).filter(({ amountFen }) => amountFen > 0);
    const paidFen = charge.amountFen - charge.openFen - charge.reducedFen;
    return [{ charge, paidFen, afterFen: sumFen(again.map(({ amountFen }) => amountFen)), again }];
  });
}

/** A whole month stays charged where a day of it is still held within the part's own days. */
function wholeAgain(lease: ReturnType<typeof toCharge>, part: ChargePart, prices: Parameters<typeof chargeParts>[2]): ChargePart[] {
  return lease.spans.some((span) => common(part, span)) ? chargeParts(lease, part, prices) : [];
}

function sameParts(left: readonly ChargePart[], right: readonly ChargePart[]): boolean {
  const said = (parts: readonly ChargePart[]): string => JSON.stringify(parts.map(({ spaceId, from, to, amountFen, subsidyFen }) => [spaceId, from, to, amountFen, subsidyFen]));
  return said(left) === said(right);
}

/** What a settlement takes off, and what of it was paid and is held from then on. */
export function sumsOf(changes: readonly ChargeChange[]): Settlement {
  return {
    refundFen: sumFen(changes.map(({ charge, afterFen }) => charge.amountFen - afterFen)),
    heldFen: sumFen(changes.map(({ paidFen, afterFen }) => Math.max(0, paidFen - afterFen))),
  };
}

/** Cancels the charges that change and issues again what is left of each, today. */
export async function settle(context: Context, changes: readonly ChargeChange[], reason: string): Promise<Settlement> {
  const { opensOn } = await getEstate(context.db);
  const on = context.today > opensOn ? context.today : opensOn;
  // All are undone first: what was paid on one may pay what is left of another.
  for (const { charge } of changes) await cancelBillRow(context, { billId: charge.billId, reason });
  for (const { charge: { month, dueOn }, again } of changes) if (again.length > 0) await writeCharges(context, { month, on, dueOn, memo: `${month} 更正`, charges: again });
  return sumsOf(changes);
}

/** The charged days of a lease beyond a day, for refusing a new price before them; null when there are none. */
export async function chargedBeyond({ db }: Pick<Context, 'db'>, leaseId: number, from: string): Promise<string | null> {
  const days = (await listChargedDays(db, from, leaseId)).get(leaseId) ?? [];
  return days.length === 0 ? null : days.map(({ to }) => to).sort().at(-1) ?? null;
}
