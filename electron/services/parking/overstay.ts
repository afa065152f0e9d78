import { nextVersion } from '../../../db/queries/bill-changes.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { findItem, listVersions } from '../../../db/queries/fee-items.ts';
import { getChangingHome } from '../../../db/queries/home-changes.ts';
import { getLeaseRow, listSpansOf } from '../../../db/queries/leases.ts';
import { getSpace } from '../../../db/queries/parking-spaces.ts';
import type { Db } from '../../../db/sql.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { versionOn } from '../fees/draft-bills.ts';
import { writeBillBatch } from '../fees/write-bills.ts';

/** What somebody parked outside a lease: of a lease, or of a home whose car has none. Minutes are priced by the lease, unless an amount was agreed. */
export type Overstay = { leaseId: number | null; /** The payer where there is no lease. */ homeId?: number | undefined; on: string; minutes?: number | undefined; amountFen?: number | undefined; plate: string; note: string };

const OTHER = 'parking-other';

/** Registers an overstay of a lease: minutes or an amount. */
export const chargeOverstay: Handler<'parking.chargeOverstay'> = async (context, input) => {
  if ((input.minutes === undefined) === (input.amountFen === undefined)) throw new AppError('AMOUNT_OR_QUANTITY', { item: OTHER });
  return writeOverstay(context, input);
};

/**
 * Bills an overstay, due today: income of the owners on a common space, else agency money. Each hour begun counts whole.
 * Throws NO_SUCH_LEASE, LEASE_NOT_SIGNED, NO_SUCH_HOME, HOME_MERGED, DATE_IN_FUTURE, RATE_MISSING (minutes, and the lease has no overstay fee).
 */
export async function writeOverstay(context: Context, overstay: Overstay): Promise<{ billId: number; amountFen: number }> {
  const { db, today } = context;
  const { on } = overstay;
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  const { homeId, code, space, overstayFen } = await payerOf(db, overstay);
  const { opensOn } = await getEstate(db);
  const day = today > opensOn ? today : opensOn;
  const { label } = await getChangingHome(db, homeId, day);
  const item = await findItem(db, code);
  const version = item && versionOn(await listVersions(db, item.feeItemId), day);
  if (!item || !version) throw new AppError('NO_SUCH_ITEM', { item: code });
  const amountFen = overstay.amountFen ?? priceOf(overstay.minutes ?? 0, overstayFen);
  const month = day.slice(0, 7);
  const note = [space, overstay.plate, overstay.minutes === undefined ? '' : `${overstay.minutes} 分钟`, overstay.note].filter(Boolean).join(' ').slice(0, 200);
  const bill = { homeId, from: on, to: addDays(on, 1), areaDm2: null, rateE4: null, quantityE4: null, months: 1, shareNumerator: 1, shareDenominator: 1, amountFen, version: await nextVersion(db, { month, feeItemId: item.feeItemId, homeId }), note };
  const { firstBillId } = await writeBillBatch(context, { item, month, basis: 'once', feeVersionId: version.feeVersionId, on: day, dueOn: day, memo: [item.name, label, note].join(' '), bills: [bill] });
  return { billId: firstBillId, amountFen };
}

/** For each hour begun. Throws RATE_MISSING. */
function priceOf(minutes: number, overstayFen: number): number {
  if (overstayFen === 0) throw new AppError('RATE_MISSING', { item: OTHER });
  return overstayFen * Math.ceil(minutes / 60);
}

/** Who pays, for which space, and into which item. */
async function payerOf(db: Db, { leaseId, homeId = 0, on }: Overstay): Promise<{ homeId: number; code: string; space: string; overstayFen: number }> {
  if (leaseId === null) return { homeId, code: OTHER, space: '', overstayFen: 0 };
  const lease = await getLeaseRow(db, leaseId);
  const spans = await listSpansOf(db, leaseId);
  // On a day without a span it is the one before it, else the first.
  const span = spans.filter(({ from }) => from <= on).at(-1) ?? spans[0];
  if (lease.state === 'draft' || !span) throw new AppError('LEASE_NOT_SIGNED', { leaseId });
  const { title, code } = await getSpace(db, span.space);
  return { homeId: lease.homeId, code: title === 'common' ? OTHER : 'parking-agency', space: code, overstayFen: lease.overstayFen };
}
