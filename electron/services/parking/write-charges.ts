import { findItem, listVersions } from '../../../db/queries/fee-items.ts';
import { insertCharges, insertSubsidyReturn, listNextVersions, subsidyOf, type NewCharge } from '../../../db/queries/parking-charges.ts';
import { nextEntryId, postEntry } from '../../../db/ledger.ts';
import { lastDayOf } from '../../../shared/domain/lease-charge.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { writeBillBatch } from '../fees/write-bills.ts';
import type { DraftCharge, ParkingItem } from './draft-charges.ts';

/** Where residents are at the market price, and what it costs that they pay less. */
export const RESIDENT_INCOME = '2241.03.01';
export const SUBSIDY = '2241.03.09';

type Batch = { month: string; /** The day of the entries. */ on: string; dueOn: string; memo: string; charges: readonly DraftCharge[] };

/** Bills charges, those of an item as one entry, posts their subsidy as another, and keeps how each came about. Answers the bills in the order of the charges. */
export async function writeCharges(context: Context, batch: Batch): Promise<number[]> {
  const billIds = new Map<DraftCharge, number>();
  for (const item of new Set(batch.charges.map((charge) => charge.item))) {
    const own = batch.charges.filter((charge) => charge.item === item);
    const first = await writeItem(context, item, { ...batch, charges: own });
    own.forEach((charge, index) => billIds.set(charge, first + index));
  }
  return batch.charges.map((charge) => billIds.get(charge) ?? 0);
}

async function writeItem(context: Context, code: ParkingItem, { month, on, dueOn, memo, charges }: Batch): Promise<number> {
  const { db, user, now } = context;
  const { item, feeVersionId } = await parkingItem(context, code);
  const versions = await listNextVersions(db, month, item.feeItemId);
  const bills = charges.map(({ homeId, parts, amountFen, space }) => {
    const version = versions.get(homeId) ?? 0;
    versions.set(homeId, version + 1);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) throw new RangeError('a charge without days');
    return { homeId, from: first.from, to: last.to, areaDm2: null, rateE4: null, quantityE4: null, months: monthsOf(first.from, lastDayOf(last)), shareNumerator: 1, shareDenominator: 1, amountFen, version, note: `车位 ${space}` };
  });
  const { firstBillId } = await writeBillBatch(context, { item, month, basis: 'once', feeVersionId, on, dueOn, memo: `${item.name} ${memo}`, bills });
  const subsidyFen = charges.reduce((sum, charge) => sum + charge.subsidyFen, 0);
  const subsidyEntryId = subsidyFen === 0 ? null : await nextEntryId(db);
  await insertCharges(db, charges.map(({ leaseId, parts }, index): NewCharge => ({ billId: firstBillId + index, leaseId, subsidyEntryId, parts })));
  if (subsidyFen > 0) await postSubsidy(context, { on, memo: `停车补贴 ${memo}`, subsidyFen, by: user.userId, at: now });
  return firstBillId;
}

function postSubsidy({ db }: Context, { on, memo, subsidyFen, by, at }: { on: string; memo: string; subsidyFen: number; by: number; at: Date }): Promise<number> {
  return postEntry(db, { on, kind: 'subsidy', memo, by, at, postings: [
    { account: RESIDENT_INCOME, fund: 'common', amountFen: -subsidyFen },
    { account: SUBSIDY, fund: 'common', amountFen: subsidyFen },
  ] });
}

/** Takes back the subsidy of a charge that is cancelled on a day; other bills have none. */
export async function returnSubsidy(context: Context, billId: number, on: string, memo: string): Promise<void> {
  const { db, user, now } = context;
  const subsidyFen = await subsidyOf(db, billId);
  if (subsidyFen === 0) return;
  const entryId = await postSubsidy(context, { on, memo, subsidyFen: -subsidyFen, by: user.userId, at: now });
  await insertSubsidyReturn(db, billId, entryId);
}

/** A parking item with its version. */
export async function parkingItem({ db }: Context, code: ParkingItem) {
  const item = await findItem(db, code);
  if (!item) throw new AppError('NO_SUCH_ITEM', { item: code });
  const [version] = await listVersions(db, item.feeItemId);
  return { item, feeVersionId: version?.feeVersionId ?? null };
}

function monthsOf(first: string, last: string): number {
  return (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1;
}
