import { getEstate } from '../../../db/queries/estate.ts';
import { paidLateFen } from '../../../db/queries/late-charges.ts';
import { chargedTo, listChargesOf, listParts, listRecalls, listSpansToChargeOf, type ChargeRow, type LeaseSpanFacts, type ParkingItem, type PartRow } from '../../../db/queries/parking-charges.ts';
import { listPriceRows } from '../../../db/queries/parking-prices.ts';
import type { Db } from '../../../db/sql.ts';
import { chargeParts, type ChargePart, type Days, type LeaseToCharge, type MarketPrice } from '../../../shared/domain/lease-charge.ts';
import { fen, sumFen, type Fen } from '../../../shared/domain/money.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { cancelBillRow } from '../fees/cancel-bill.ts';
import { groupByItem, toCharge, type ChargedLease, type DraftCharge } from './charge-parts.ts';
import { coveredDaysOf, takenDaysOf } from './shared-days.ts';
import { writeCharges } from './write-charges.ts';

/** A standing charge that other days or prices change, and what takes its place. */
export type ChargeChange = { charge: ChargeRow; paidFen: number; afterFen: number; again: DraftCharge[] };
export type Settlement = { refundFen: Fen; heldFen: Fen };
export type SettlementPlan = Settlement & { changes: ChargeChange[] };

/**
 * What a lease's standing charges would be if it held other spans. Each is computed again for its own days, so that
 * nothing is charged for days that no charge had; those that stay the same are not in it. Writes nothing.
 */
export async function planSettlement({ db }: Pick<Context, 'db'>, leaseId: number, spans: readonly LeaseSpanFacts[], recalledOn?: string): Promise<SettlementPlan> {
  const charges = (await listChargesOf(db, leaseId)).filter(({ cancelled }) => !cancelled);
  const known = spans.length > 0 ? [...spans] : (await listSpansToChargeOf(db, leaseId)).slice(0, 1).map((span) => ({ ...span, to: span.from }));
  const [first, facts] = [charges[0], known[0]];
  if (!first || !facts) return { changes: [], refundFen: fen(0), heldFen: fen(0) };
  const lease: ChargedLease = { facts, spans: known };
  const reach = { from: firstDay(first.from.slice(0, 7)), to: firstDay(addMonths(charges.map(({ to }) => to).sort().at(-1)?.slice(0, 7) ?? '', 1)) };
  const around = { covered: await coveredDaysOf(db, lease, reach), taken: await takenDaysOf(db, lease, reach), lastByDays: (recalledOn ?? (await listRecalls(db, leaseId)).get(leaseId))?.slice(0, 7) ?? null };
  const prices = await listPriceRows(db);
  const parts = await listParts(db, charges.map(({ billId }) => billId));
  const changes = charges.flatMap((charge): ChargeChange[] => {
    const before = parts.filter(({ billId }) => billId === charge.billId);
    const after = partsAgain(toCharge(lease, { ...around, charged: parts.filter(({ billId }) => billId !== charge.billId) }), before, prices);
    if (sameParts(before, after)) return [];
    const again = groupByItem(lease, after);
    return [{ charge, paidFen: charge.amountFen - charge.openFen - charge.reducedFen, afterFen: sumFen(again.map(({ amountFen }) => amountFen)), again }];
  });
  return { changes, ...(await sumsOf({ db }, changes)) };
}

/** The days of a charge as another timeline charges them: by days part by part, by whole months each month once. */
function partsAgain(lease: LeaseToCharge, before: readonly PartRow[], prices: readonly MarketPrice[]): ChargePart[] {
  const isByDays = (month: string): boolean => lease.proration === 'days' || lease.lastByDays === month;
  const stretches = before.filter(({ from }) => isByDays(from.slice(0, 7))).map(({ from, to }): Days => ({ from, to }));
  const months = new Set(before.map(({ from }) => from.slice(0, 7)).filter((month) => !isByDays(month)));
  for (const month of months) stretches.push({ from: firstDay(month), to: firstDay(addMonths(month, 1)) });
  return stretches.flatMap((days) => chargeParts(lease, days, prices)).sort((left, right) => (left.from < right.from ? -1 : 1));
}

function sameParts(left: readonly ChargePart[], right: readonly ChargePart[]): boolean {
  const said = (parts: readonly ChargePart[]): string => JSON.stringify(parts.map(({ spaceId, from, to, amountFen, subsidyFen }) => [spaceId, from, to, amountFen, subsidyFen]));
  return said(left) === said(right);
}

/**
 * What a settlement takes off; and what of it was paid, less what pays the charges that take the old ones' place, and
 * with what was paid of late fees on them.
 */
async function sumsOf({ db }: Pick<Context, 'db'>, changes: readonly ChargeChange[]): Promise<Settlement> {
  const left = new Map<boolean, number>();
  const add = (item: ParkingItem, amountFen: number): unknown => left.set(item === 'parking-agency', (left.get(item === 'parking-agency') ?? 0) + amountFen);
  for (const { charge, paidFen, again } of changes) {
    add(charge.item, paidFen);
    for (const { item, amountFen } of again) add(item, -amountFen);
  }
  const lateFen = await paidLateFen(db, changes.map(({ charge }) => charge.billId));
  return { refundFen: sumFen(changes.map(({ charge, afterFen }) => charge.amountFen - afterFen)), heldFen: sumFen([lateFen, ...[...left.values()].map((one) => Math.max(0, one))]) };
}

/** Cancels the charges that change and issues again what is left of each, today. */
export async function settle(context: Context, { changes, refundFen, heldFen }: SettlementPlan, reason: string): Promise<Settlement> {
  const { opensOn } = await getEstate(context.db);
  const on = context.today > opensOn ? context.today : opensOn;
  // All are undone first: what was paid on one may pay what is left of another.
  for (const { charge } of changes) await cancelBillRow(context, { billId: charge.billId, reason });
  await writeCharges(context, changes.flatMap(({ charge: { month, dueOn }, again }) => again.map((charge) => ({ ...charge, month, dueOn, on }))), ' 更正');
  return { refundFen, heldFen };
}

/** That no standing charge has a day from one on, whose price is to change. Throws PRICE_BEFORE_CHARGE. */
export async function checkUncharged(db: Db, leaseId: number, from: string): Promise<void> {
  const to = await chargedTo(db, leaseId);
  if (to !== null && to > from) throw new AppError('PRICE_BEFORE_CHARGE', { from, chargedTo: to });
}
