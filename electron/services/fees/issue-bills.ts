import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import { listBillableHomes, PROPERTY_FEE, type BillableHome, type NewBill } from '../../../db/queries/bills.ts';
import { billPropertyFee, type SkipReason } from '../../../shared/domain/fee.ts';
import { sumFen, type Fen } from '../../../shared/domain/money.ts';
import { addDays, addMonths, firstDay, lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { writeBillBatch } from './write-bills.ts';

export type DraftBill = Omit<NewBill, 'amountFen'> & { amountFen: Fen; label: string; building: string };
export type Draft = { bills: DraftBill[]; skipped: { label: string; reason: SkipReason; item: string }[]; estate: Estate };

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
    draft.skipped.push({ label: home.label, reason: home.issued ? 'ALREADY_ISSUED' : 'skip' in fee ? fee.skip : 'NO_RATE', item: 'property' });
    return;
  }
  draft.bills.push({
    homeId: home.homeId, label: home.label, building: home.building, from: fee.from, to, areaDm2: home.areaDm2,
    rateE4: fee.rateE4, shareNumerator: fee.share.numerator, shareDenominator: fee.share.denominator, amountFen: fee.amountFen, quantityE4: null, months: 1, version: home.version, note: '',
  });
}

/**
 * Issues the property fee of a month: one entry with a receivable for each home, and one that applies
 * prepayments. A home that has its bill is skipped, so that issuing twice issues nothing twice.
 */
export const issueBills: Handler<'fees.issueBills'> = async (context, { month, commit }) => {
  const draft = await draftBills(context, month);
  const result = { issued: draft.bills.length, amountFen: sumFen(draft.bills.map((bill) => bill.amountFen)), skipped: draft.skipped, reducedFen: 0 };
  if (commit && draft.bills.length > 0) await writeBills(context, draft, month);
  return result;
};

/** Issues a draft, its bills numbered in its order, and applies what the homes have prepaid. */
export async function writeBills(context: Context, draft: Draft, month: string): Promise<void> {
  const total = draft.bills.length;
  context.progress({ done: 0, total, label: 'POSTING' });
  await writeBillBatch(context, {
    item: { feeItemId: PROPERTY_FEE, name: '物业费', fund: 'property', account: '5001' }, month, basis: 'area', feeVersionId: 1, on: entryDay(month, context.today, draft.estate.opensOn),
    dueOn: `${month}-${String(draft.estate.dueDay).padStart(2, '0')}`, memo: `物业费 ${month}`, bills: draft.bills,
  });
  context.progress({ done: total, total, label: 'BILLS' });
}

/** Revenue is booked on the month's first day, but neither in the future nor before the books begin. */
function entryDay(month: string, today: string, opensOn: string): string {
  return laterOf(opensOn, firstDay(month) < today ? firstDay(month) : today);
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}
