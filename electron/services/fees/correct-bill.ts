import { findBill, nextVersion, type BillRow } from '../../../db/queries/bill-changes.ts';
import { listVersions } from '../../../db/queries/fee-items.ts';
import { copyMeterBill } from '../../../db/queries/meters.ts';
import { findPool } from '../../../db/queries/pools.ts';
import type { Db } from '../../../db/sql.ts';
import { fen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { cancelBillRow, nameOf } from './cancel-bill.ts';
import { cutBills } from './draft-bills.ts';
import { writeBillBatch, type BillToWrite } from './write-bills.ts';

/**
 * Cancels a bill and issues it again with another amount: same item, home and period, today's entry. What was paid on
 * it pays the new one first; approved vacancies are taken off again, waivers must be asked for anew. Throws NO_SUCH_BILL,
 * BILL_ALREADY_CANCELLED, ITEM_IS_FIXED (late fees, parking, charging), POOL_EXCEEDED.
 */
export const correctBill: Handler<'fees.correctBill'> = async (context, { billId, amountFen, reason }) => {
  const { db } = context;
  const { bill } = await cancelBillRow(context, { billId, reason });
  // A late fee follows from what was paid and when, parking from its lease, charging from its sessions; another amount would have no ground.
  if (bill.basis === 'late' || bill.item.startsWith('parking-') || bill.item.startsWith('charging-')) throw new AppError('ITEM_IS_FIXED', { item: bill.item });
  await checkPool(db, bill, amountFen);
  const again: BillToWrite = {
    homeId: bill.homeId, from: bill.from, to: bill.to, areaDm2: null, rateE4: null, quantityE4: null, months: bill.months, shareNumerator: 1, shareDenominator: 1, amountFen, version: await nextVersion(db, bill), note: reason,
  };
  if (await allowsVacancy(db, bill)) await cutBills(db, [again]);
  const { firstBillId } = await writeBillBatch(context, {
    item: { ...bill, name: bill.itemName }, month: bill.month, basis: bill.basis, feeVersionId: bill.feeVersionId, on: laterOf(context.today, bill.on), dueOn: bill.dueOn, memo: `更正 ${bill.label} ${nameOf(bill)}`,
    kind: bill.basis === 'opening' ? 'opening' : 'bill', bills: [again],
  });
  if (bill.basis === 'meter') await copyMeterBill(db, billId, firstBillId);
  return { billId: firstBillId, openFen: fen((await findBill(db, firstBillId))?.openFen ?? 0) };
};

async function allowsVacancy(db: Db, { feeItemId, feeVersionId }: BillRow): Promise<boolean> {
  const version = (await listVersions(db, feeItemId)).find((one) => one.feeVersionId === feeVersionId);
  return version?.vacancy ?? false;
}

/** A pool never collects more than it cost; the bill itself is cancelled already. */
async function checkPool(db: Db, { basis, feeItemId, item, month }: BillRow, amountFen: number): Promise<void> {
  if (basis !== 'pool') return;
  const pool = await findPool(db, feeItemId, month);
  const remainingFen = pool ? pool.amountFen - pool.billedFen : 0;
  if (amountFen > remainingFen) throw new AppError('POOL_EXCEEDED', { item, month, remainingFen });
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}
