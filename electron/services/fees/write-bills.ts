import { insertReductions } from '../../../db/queries/bill-changes.ts';
import { insertBills, insertPrepaidUses, listPrepaid, nextBillId, type BillBasis, type NewBill } from '../../../db/queries/bills.ts';
import { nextEntryId, postEntry, type EntryKind, type Posting } from '../../../db/ledger.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import type { Context } from '../../context.ts';

/** The account that each kind of reduction is posted on, in the fund of its bill. */
export const REDUCTION_ACCOUNT = { vacancy: '5001.91', waiver: '5001.92' } as const;

/** A part of a bill that an approved vacancy takes off; the name is that of who approved it. */
export type VacancyCut = { vacancyId: number; amountFen: number; reason: string; userId: number | null; userName: string };
export type BillToWrite = NewBill & { cuts?: readonly VacancyCut[] };

export type BillBatch = {
  item: { feeItemId: number; name: string; fund: Fund; account: string };
  month: string; basis: BillBasis; feeVersionId: number | null;
  /** The day of the entry. */ on: string; dueOn: string; memo: string; kind?: EntryKind;
  /** False: what the homes have prepaid stays as it is (late fees). */ prepay?: boolean;
  bills: readonly BillToWrite[];
};

/**
 * Issues the bills of one item and month, numbered in their order: one entry with a receivable for each, one for
 * vacancy discounts, one that applies what the homes hold in the item's fund. At least one bill.
 */
export async function writeBillBatch(context: Context, batch: BillBatch): Promise<{ entryId: number; firstBillId: number }> {
  const { db, user, now } = context;
  const { item: { feeItemId, fund, account }, month, basis, feeVersionId, on, dueOn, memo, bills } = batch;
  const firstBillId = await nextBillId(db);
  const postings: Posting[] = bills.map(({ homeId, amountFen }, index) => ({ account: '1122', fund, homeId, billId: firstBillId + index, amountFen }));
  postings.push({ account, fund, amountFen: -sumFen(bills.map(({ amountFen }) => amountFen)) });
  // Bills first: the entry that seals them adds them to the sums of arrears in one statement (0007-arrears).
  const entryId = await nextEntryId(db);
  await insertBills(db, { firstBillId, feeItemId, month, dueOn, basis, feeVersionId, entryId }, bills);
  context.checkCancelled();
  await postEntry(db, { on, kind: batch.kind ?? 'bill', memo, by: user.userId, at: now, postings });
  await reduceByVacancy(context, batch, firstBillId);
  if (batch.prepay !== false) await usePrepayments(context, batch, firstBillId);
  return { entryId, firstBillId };
}

async function reduceByVacancy({ db, user, now }: Context, { item: { fund }, on, memo, bills }: BillBatch, firstBillId: number): Promise<void> {
  const cuts = bills.flatMap((bill, index) => (bill.cuts ?? []).map((cut) => ({ ...cut, billId: firstBillId + index, homeId: bill.homeId })));
  if (cuts.length === 0) return;
  const account = REDUCTION_ACCOUNT.vacancy;
  const postings: Posting[] = cuts.map(({ homeId, billId, amountFen }) => ({ account: '1122', fund, homeId, billId, amountFen: -amountFen }));
  postings.push({ account, fund, amountFen: sumFen(cuts.map(({ amountFen }) => amountFen)) });
  const entryId = await postEntry(db, { on, kind: 'reduction', memo: `空置优惠 ${memo}`, by: user.userId, at: now, postings });
  await insertReductions(db, cuts.map(({ billId, vacancyId, amountFen, reason, userId, userName }) => ({ billId, kind: 'vacancy', sourceId: vacancyId, amountFen, on, reason, userId, userName, at: now.toISOString(), entryId })));
}

const FEW = 500;

async function usePrepayments({ db, user, now }: Context, { item: { fund }, on, memo, bills }: BillBatch, firstBillId: number): Promise<void> {
  const held = await listPrepaid(db, fund, bills.length <= FEW ? bills.map(({ homeId }) => homeId) : undefined);
  if (held.size === 0) return;
  const uses = prepaymentsFor(bills.map(({ homeId, amountFen, cuts }, index) => ({ billId: firstBillId + index, homeId, owedFen: amountFen - cutFen(cuts) })), held);
  if (uses.length === 0) return;
  const postings: Posting[] = uses.flatMap(({ bill: { homeId, billId }, usedFen }) => [
    { account: '2203', fund, homeId, amountFen: usedFen },
    { account: '1122', fund, homeId, billId, amountFen: -usedFen },
  ]);
  const entryId = await nextEntryId(db);
  await insertPrepaidUses(db, uses.map(({ bill: { homeId, billId }, usedFen }) => ({ entryId, billId, homeId, fund, amountFen: usedFen })));
  await postEntry(db, { on, kind: 'prepayment-use', memo: `预收抵扣 ${memo}`, by: user.userId, at: now, postings });
}

/** What vacancies take off a bill, in fen. */
export function cutFen(cuts: readonly { amountFen: number }[] | undefined): number {
  return cuts && cuts.length > 0 ? sumFen(cuts.map(({ amountFen }) => amountFen)) : 0;
}

/** How much of what each home holds its bills take, in their order. `held` is left as it was. */
export function prepaymentsFor<Bill extends { homeId: number; owedFen: number }>(bills: readonly Bill[], held: ReadonlyMap<number, number>): { bill: Bill; usedFen: number }[] {
  const left = new Map(held);
  const uses: { bill: Bill; usedFen: number }[] = [];
  for (const bill of bills) {
    const heldFen = left.get(bill.homeId) ?? 0;
    const usedFen = Math.min(bill.owedFen, heldFen);
    if (usedFen <= 0) continue;
    left.set(bill.homeId, heldFen - usedFen);
    uses.push({ bill, usedFen });
  }
  return uses;
}
