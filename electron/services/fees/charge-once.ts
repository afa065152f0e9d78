import { nextVersion } from '../../../db/queries/bill-changes.ts';
import { listHomesForBilling } from '../../../db/queries/billing.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { findItem, listVersions, type FeeVersion } from '../../../db/queries/fee-items.ts';
import { getChangingHome } from '../../../db/queries/home-changes.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { priceFee } from '../../../shared/domain/fee.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { isFixed, ratesOf, versionOn } from './draft-bills.ts';
import { writeBillBatch } from './write-bills.ts';

type ChargeInput = Input<'fees.chargeOnce'>;
const WHOLE = { numerator: 1, denominator: 1 };

/**
 * Bills one home once: an amount, or a quantity at the item's rate, due today or on the day asked for. What the home
 * holds in the fund pays it. Throws NO_SUCH_HOME, HOME_MERGED, NO_SUCH_ITEM, ITEM_IS_FIXED, NOT_ONE_OFF, AMOUNT_OR_QUANTITY,
 * RATE_MISSING, AMOUNT_TOO_SMALL, DUE_BEFORE_TODAY.
 */
export const chargeOnce: Handler<'fees.chargeOnce'> = async (context, input) => {
  const { db, today } = context;
  const { homeId, note, dueOn = today } = input;
  const { opensOn } = await getEstate(db);
  const on = today > opensOn ? today : opensOn;
  const { label } = await getChangingHome(db, homeId, on);
  const item = await findItem(db, input.item);
  if (!item) throw new AppError('NO_SUCH_ITEM', { item: input.item });
  const version = versionOn(await listVersions(db, item.feeItemId), on);
  if (version?.basis !== 'once') throw new AppError('NOT_ONE_OFF', { item: input.item });
  if (isFixed(item)) throw new AppError('ITEM_IS_FIXED', { item: input.item });
  if (dueOn < today) throw new AppError('DUE_BEFORE_TODAY', { dueOn, today });
  const { amountFen, rateE4, quantityE4 } = await priceOnce(context, input, version, on);
  const month = on.slice(0, 7);
  const bill = {
    homeId, from: on, to: addDays(on, 1), areaDm2: null, rateE4, quantityE4, months: 1, shareNumerator: 1, shareDenominator: 1, amountFen,
    version: await nextVersion(db, { month, feeItemId: item.feeItemId, homeId }), note,
  };
  const { firstBillId } = await writeBillBatch(context, { item, month, basis: 'once', feeVersionId: version.feeVersionId, on, dueOn, memo: [item.name, label, note].filter(Boolean).join(' '), bills: [bill] });
  return { billId: firstBillId, amountFen };
};

async function priceOnce({ db }: Context, { item, homeId, amountFen, quantityE4 }: ChargeInput, version: FeeVersion, on: string): Promise<{ amountFen: number; rateE4: number | null; quantityE4: number | null }> {
  if ((amountFen === undefined) === (quantityE4 === undefined)) throw new AppError('AMOUNT_OR_QUANTITY', { item });
  if (quantityE4 === undefined) return { amountFen: amountFen ?? 0, rateE4: null, quantityE4: null };
  const [home] = await listHomesForBilling(db, on, homeId);
  const rateE4 = home && (await ratesOf(db, version, on))(home);
  if (rateE4 === undefined) throw new AppError('RATE_MISSING', { item });
  const priced = priceFee({ basis: 'meter', areaDm2: 0, quantityE4, rateE4, months: 1, share: WHOLE });
  if (priced === 0) throw new AppError('AMOUNT_TOO_SMALL', { item });
  return { amountFen: priced, rateE4, quantityE4 };
}
