import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import { insertBills, listBillableHomes, listPrepaid, nextBillId, PROPERTY_FEE, type BillableHome, type NewBill } from '../../../db/queries/bills.ts';
import { postEntry, type Posting } from '../../../db/ledger.ts';
import { billPropertyFee, type SkipReason } from '../../../shared/domain/fee.ts';
import { sumFen, type Fen } from '../../../shared/domain/money.ts';
import { addDays, addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';

export type DraftBill = Omit<NewBill, 'amountFen'> & { amountFen: Fen; label: string; building: string; to: string };
export type Draft = { bills: DraftBill[]; skipped: { label: string; reason: SkipReason }[]; estate: Estate };

const MONTHS_AHEAD = 12;

/** What issuing a month would bill, home by home, and why the others are skipped. Writes nothing. */
export async function draftBills({ db, today }: Context, month: string): Promise<Draft> {
  const estate = await getEstate(db);
  if (lastDay(month) < estate.opensOn) throw new AppError('MONTH_BEFORE_OPENING', { month, opensOn: estate.opensOn });
  const latest = addMonths(laterOf(today, estate.opensOn).slice(0, 7), MONTHS_AHEAD);
  if (month > latest) throw new AppError('MONTH_TOO_FAR', { month, latest });
  const draft: Draft = { bills: [], skipped: [], estate };
  const to = addDays(lastDay(month), 1);
  for (const home of await listBillableHomes(db, month)) addHome(draft, home, month, to);
  return draft;
}

function addHome(draft: Draft, home: BillableHome, month: string, to: string): void {
  const fee = billPropertyFee(home, month, draft.estate.firstMonthRule);
  if (home.issued || 'skip' in fee) {
    draft.skipped.push({ label: home.label, reason: home.issued ? 'ALREADY_ISSUED' : 'skip' in fee ? fee.skip : 'NO_RATE' });
    return;
  }
  draft.bills.push({
    homeId: home.homeId, label: home.label, building: home.building, from: fee.from, to, areaDm2: home.areaDm2,
    rateE4: fee.rateE4, shareNumerator: fee.share.numerator, shareDenominator: fee.share.denominator, amountFen: fee.amountFen,
  });
}

/**
 * Issues the property fee of a month: one entry with a receivable for each home, and one that applies
 * prepayments. A home that has its bill is skipped, so that issuing twice issues nothing twice.
 */
export const issueBills: Handler<'fees.issueBills'> = async (context, { month, commit }) => {
  const draft = await draftBills(context, month);
  const result = { issued: draft.bills.length, amountFen: sumFen(draft.bills.map((bill) => bill.amountFen)), skipped: draft.skipped };
  if (commit && draft.bills.length > 0) await writeBills(context, draft, month, result.amountFen);
  return result;
};

/** Issues a draft, its bills numbered in its order, and applies what the homes have prepaid. */
export async function writeBills(context: Context, draft: Draft, month: string, totalFen: Fen): Promise<void> {
  const { db, progress, checkCancelled } = context;
  const total = draft.bills.length;
  const firstBillId = await nextBillId(db);
  const numbered = draft.bills.map(({ homeId, amountFen }, index) => ({ billId: firstBillId + index, homeId, amountFen }));
  progress({ done: 0, total, label: 'POSTING' });
  const postings: Posting[] = numbered.map((bill) => ({ account: '1122', fund: 'property', ...bill }));
  postings.push({ account: '5001', fund: 'property', amountFen: -totalFen });
  const on = entryDay(month, context.today, draft.estate.opensOn);
  const entryId = await postEntry(db, { on, kind: 'bill', memo: `物业费 ${month}`, by: context.user.userId, at: context.now, postings });
  checkCancelled();
  progress({ done: total >> 1, total, label: 'BILLS' });
  const dueOn = `${month}-${String(draft.estate.dueDay).padStart(2, '0')}`;
  await insertBills(db, { firstBillId, feeItemId: PROPERTY_FEE, month, to: addDays(lastDay(month), 1), dueOn, entryId }, draft.bills);
  await applyPrepayments(context, numbered, month, on);
  progress({ done: total, total, label: 'BILLS' });
}

type NumberedBill = { billId: number; homeId: number; amountFen: Fen };

async function applyPrepayments({ db, user, now }: Context, bills: readonly NumberedBill[], month: string, on: string): Promise<void> {
  const held = await listPrepaid(db);
  const postings: Posting[] = prepaymentsFor(bills, held).flatMap(({ bill, usedFen }) => [
    { account: '2203', fund: 'property', homeId: bill.homeId, amountFen: usedFen },
    { account: '1122', fund: 'property', homeId: bill.homeId, billId: bill.billId, amountFen: -usedFen },
  ]);
  if (postings.length > 0) await postEntry(db, { on, kind: 'prepayment-use', memo: `预收抵扣 物业费 ${month}`, by: user.userId, at: now, postings });
}

/** How much of each home's prepayment its new bill takes. */
export function prepaymentsFor<Bill extends { homeId: number; amountFen: number }>(bills: readonly Bill[], held: ReadonlyMap<number, number>): { bill: Bill; usedFen: number }[] {
  return bills
    .map((bill) => ({ bill, usedFen: Math.min(bill.amountFen, held.get(bill.homeId) ?? 0) }))
    .filter(({ usedFen }) => usedFen > 0);
}

/** Revenue is booked on the month's first day, but neither in the future nor before the books begin. */
function entryDay(month: string, today: string, opensOn: string): string {
  return laterOf(opensOn, firstDay(month) < today ? firstDay(month) : today);
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}
