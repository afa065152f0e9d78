import { findItem, listVersions } from '../../../db/queries/fee-items.ts';
import { insertCharges, listNextVersions, type NewCharge } from '../../../db/queries/parking-charges.ts';
import { nextEntryId } from '../../../db/ledger.ts';
import { grouped } from '../../../shared/domain/grouped.ts';
import { lastDayOf } from '../../../shared/domain/lease-charge.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context } from '../../context.ts';
import { writeBillBatch, type BillToWrite } from '../fees/write-bills.ts';
import type { DraftCharge } from './charge-parts.ts';
import { postSubsidy } from './post-subsidy.ts';

/** A charge with the month of its bill, the day of its entry and the day it is due. */
export type DatedCharge = DraftCharge & { month: string; on: string; dueOn: string };

/**
 * Bills charges, those that share item, month and days as one entry, posts what they subsidise as one more for each day,
 * and keeps how each came about. `suffix` ends the memos.
 */
export async function writeCharges(context: Context, charges: readonly DatedCharge[], suffix = ''): Promise<void> {
  const written: (DatedCharge & { billId: number })[] = [];
  for (const batch of grouped(charges, ({ item, month, on, dueOn }) => [item, month, on, dueOn].join()).values()) {
    context.progress({ done: written.length, total: charges.length, label: 'POSTING' });
    context.checkCancelled();
    const first = await writeBatch(context, batch, suffix);
    batch.forEach((charge, index) => written.push({ ...charge, billId: first + index }));
  }
  for (const batch of grouped(written, ({ on }) => on).values()) await keep(context, batch, suffix);
}

async function writeBatch(context: Context, batch: readonly DatedCharge[], suffix: string): Promise<number> {
  const [head] = batch;
  if (!head) throw new RangeError('a batch without charges');
  const { month, on, dueOn } = head;
  const item = await findItem(context.db, head.item);
  if (!item) throw new AppError('NO_SUCH_ITEM', { item: head.item });
  const [version] = await listVersions(context.db, item.feeItemId);
  const versions = await listNextVersions(context.db, month, item.feeItemId);
  const bills = batch.map((charge): BillToWrite => {
    const next = versions.get(charge.homeId) ?? 0;
    versions.set(charge.homeId, next + 1);
    return billOf(charge, next);
  });
  const { firstBillId } = await writeBillBatch(context, { item, month, basis: 'once', feeVersionId: version?.feeVersionId ?? null, on, dueOn, memo: `${item.name} ${month}${suffix}`, bills });
  return firstBillId;
}

function billOf({ homeId, parts, amountFen, space }: DraftCharge, version: number): BillToWrite {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) throw new RangeError('a charge without days');
  return { homeId, from: first.from, to: last.to, areaDm2: null, rateE4: null, quantityE4: null, months: monthsOf(first.from, lastDayOf(last)), shareNumerator: 1, shareDenominator: 1, amountFen, version, note: `车位 ${space}` };
}

/** Charges of one day and their subsidy, as one entry that each of them names. */
async function keep(context: Context, batch: readonly (DatedCharge & { billId: number })[], suffix: string): Promise<void> {
  const { db } = context;
  const subsidyFen = sumFen(batch.map((charge) => charge.subsidyFen));
  const subsidyEntryId = subsidyFen === 0 ? null : await nextEntryId(db);
  await insertCharges(db, batch.map(({ billId, leaseId, parts, subsidyFen: own }): NewCharge => ({ billId, leaseId, subsidyEntryId: own === 0 ? null : subsidyEntryId, parts })));
  const months = [...new Set(batch.map(({ month }) => month))].sort();
  if (subsidyFen > 0) await postSubsidy(context, { on: batch[0]?.on ?? '', memo: `停车补贴 ${months.join('、')}${suffix}`, subsidyFen });
}

function monthsOf(first: string, last: string): number {
  return (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7)) + 1;
}
