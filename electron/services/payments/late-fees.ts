import { nextVersion } from '../../../db/queries/bill-changes.ts';
import { LATE_FEE, type OpenBillRow } from '../../../db/queries/bills.ts';
import { insertLateCharges, listLateStates } from '../../../db/queries/late-charges.ts';
import type { PayingHome } from '../../../db/queries/payments.ts';
import { lateFee, lateNote, type LateFee, type LateRule } from '../../../shared/domain/late-fee.ts';
import { addDays } from '../../../shared/domain/period.ts';
import type { Context } from '../../context.ts';
import { nameOf } from '../fees/cancel-bill.ts';
import { writeBillBatch, type BillToWrite } from '../fees/write-bills.ts';
import type { LineForBooks } from './postings.ts';

type Settings = Pick<PayingHome, 'lateFeeRateE6' | 'lateFeeGraceDays' | 'lateFeeCapPermille'>;

export function lateRuleOf({ lateFeeRateE6, lateFeeGraceDays, lateFeeCapPermille }: Settings): LateRule {
  return { rateE6: lateFeeRateE6, graceDays: lateFeeGraceDays, capPermille: lateFeeCapPermille };
}

/** What paying each of these bills on a day costs for being late; bills that cost nothing are not in it. */
export async function lateFeesOf({ db }: Pick<Context, 'db'>, rule: LateRule, bills: readonly OpenBillRow[], on: string): Promise<Map<number, LateFee>> {
  const overdue = rule.rateE6 === 0 ? [] : bills.filter(({ dueOn, openFen }) => openFen > 0 && dueOn < on);
  const fees = new Map<number, LateFee>();
  if (overdue.length === 0) return fees;
  const states = new Map((await listLateStates(db, overdue.map(({ billId }) => billId), on)).map((state) => [state.billId, state]));
  for (const bill of overdue) {
    const state = states.get(bill.billId);
    const fee = state && lateFee(rule, { ...bill, ...state }, on);
    if (fee) fees.set(bill.billId, fee);
  }
  return fees;
}

type Late = { bill: OpenBillRow; fee: LateFee };

/** Bills late fees, each as a bill of its own with what it was computed from; answers them by the bill that is late. */
export async function billLateFees(context: Context, { paymentNo, rateE6, receiptNo, label }: { paymentNo: number; rateE6: number; receiptNo: string; label: string }, late: readonly Late[]): Promise<Map<number, Omit<LineForBooks, 'amountFen'>>> {
  const [first] = late;
  if (!first) return new Map();
  const { db } = context;
  const { to: on } = first.fee;
  const month = on.slice(0, 7);
  const versions = new Map<number, number>();
  const bills: BillToWrite[] = [];
  for (const { bill: { homeId, openFen, ...bill }, fee } of late) {
    const version = versions.get(homeId) ?? (await nextVersion(db, { month, feeItemId: LATE_FEE, homeId }));
    versions.set(homeId, version + 1);
    bills.push({
      homeId, from: addDays(fee.from, 1), to: addDays(on, 1), areaDm2: null, rateE4: null, quantityE4: null, months: 1, shareNumerator: 1, shareDenominator: 1, amountFen: fee.amountFen,
      version, note: lateNote(nameOf(bill), openFen, fee.days, rateE6),
    });
  }
  const { firstBillId } = await writeBillBatch(context, {
    item: { feeItemId: LATE_FEE, name: '违约金', fund: 'property', account: '5301' }, month, basis: 'late', feeVersionId: null, on, dueOn: on, memo: `违约金 ${label} ${receiptNo}`, kind: 'late-fee', prepay: false, bills,
  });
  await insertLateCharges(db, late.map(({ bill, fee }, index) => ({ billId: firstBillId + index, ofBillId: bill.billId, paymentNo, from: fee.from, to: fee.to, principalFen: bill.openFen, days: fee.days, rateE6 })));
  return new Map(late.map(({ bill: { billId, homeId } }, index) => [billId, { billId: firstBillId + index, homeId, fund: 'property' as const }]));
}
