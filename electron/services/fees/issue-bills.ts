import { listPrepaid } from '../../../db/queries/bills.ts';
import { insertMeterBills } from '../../../db/queries/meters.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import type { Fund } from '../../../shared/contract/ledger.ts';
import { sumFen, type Fen } from '../../../shared/domain/money.ts';
import { firstDay } from '../../../shared/domain/period.ts';
import type { Context, Handler } from '../../context.ts';
import { draftBills, type Draft, type DraftBill, type ItemDraft } from './draft-bills.ts';
import { cutFen, prepaymentsFor, writeBillBatch } from './write-bills.ts';

/**
 * Issues what falls due in a month: for each item one entry with a receivable for each home, and those that apply
 * discounts and prepayments. A home that has its bill is skipped, so that issuing twice issues nothing twice.
 */
export const issueBills: Handler<'fees.issueBills'> = async (context, { month, items, commit }) => {
  const draft = await draftOpen(context, month, items);
  if (commit) await writeBills(context, draft);
  const { issued, amountFen, reducedFen } = sumBills(draft.items.flatMap(({ bills }) => bills));
  return { issued, amountFen, reducedFen, skipped: draft.skipped };
};

export const previewBills: Handler<'fees.previewBills'> = async (context, { month, items }) => {
  const draft = await draftOpen(context, month, items);
  const bills = draft.items.flatMap((each) => each.bills);
  return {
    ...sumBills(bills), skipped: draft.skipped, prepaidFen: await prepaidFen(context, draft), buildings: sumBuildings(bills),
    items: draft.items.map(({ item: { code, name }, bills: own }) => {
      const { issued, ...sums } = sumBills(own);
      return { item: code, name, bills: issued, ...sums };
    }),
    lines: draft.items.flatMap(({ item: { code, name }, version: { basis, unit }, bills: own }) => own.map((bill) => ({
      item: code, itemName: name, label: bill.label, basis, areaDm2: bill.areaDm2, rateE4: bill.rateE4, quantityE4: bill.quantityE4, unit, months: bill.months,
      share: { numerator: bill.shareNumerator, denominator: bill.shareDenominator }, from: bill.from, to: bill.to, amountFen: bill.amountFen, reducedFen: cutFen(bill.cuts),
    }))),
  };
};

/** What falls due, unless its first bills would be dated in a closed month; those that are issued again are today's. Throws PERIOD_CLOSED. */
async function draftOpen(context: Context, month: string, items: string[] | undefined): Promise<Draft> {
  const draft = await draftBills(context, month, items);
  if (draft.items.some(({ bills }) => bills.some(({ version }) => version === 0))) await checkOpen(context.db, entryDay(month, context.today, draft.estate.opensOn));
  return draft;
}

function sumBills(bills: readonly DraftBill[]): { issued: number; amountFen: Fen; reducedFen: Fen } {
  return { issued: bills.length, amountFen: sumFen(bills.map(({ amountFen }) => amountFen)), reducedFen: sumFen(bills.map(({ cuts }) => cutFen(cuts))) };
}

function sumBuildings(bills: readonly DraftBill[]): { building: string; homes: number; amountFen: number }[] {
  const buildings = new Map<string, { homes: Set<number>; amountFen: number }>();
  for (const { building, homeId, amountFen } of bills) {
    const sum = buildings.get(building) ?? { homes: new Set(), amountFen: 0 };
    sum.homes.add(homeId);
    sum.amountFen += amountFen;
    buildings.set(building, sum);
  }
  return [...buildings].map(([building, { homes, amountFen }]) => ({ building, homes: homes.size, amountFen }));
}

/** The prepayments that issuing a draft would apply, fund by fund. */
async function prepaidFen({ db }: Context, { items }: Draft): Promise<Fen> {
  const funds = new Set<Fund>(items.map(({ item }) => item.fund));
  let total = 0;
  for (const fund of funds) {
    const bills = items.flatMap(({ item, bills: own }) => (item.fund === fund ? own.map(({ homeId, amountFen, cuts }) => ({ homeId, owedFen: amountFen - cutFen(cuts) })) : []));
    total += sumFen(prepaymentsFor(bills, await listPrepaid(db, fund)).map(({ usedFen }) => usedFen));
  }
  return sumFen([total]);
}

/** Issues a draft: the bills of each item numbered in its order, those issued again after the others. */
export async function writeBills(context: Context, draft: Draft): Promise<void> {
  const total = sumFen(draft.items.map(({ bills }) => bills.length));
  let done = 0;
  for (const each of draft.items) {
    const first = each.bills.filter(({ version }) => version === 0);
    const again = first.length === each.bills.length ? [] : each.bills.filter(({ version }) => version > 0);
    await writeItem(context, draft, each, { bills: first, on: entryDay(draft.month, context.today, draft.estate.opensOn), done, total });
    // A month whose books were read long ago does not change: a bill that is issued again is today's.
    await writeItem(context, draft, each, { bills: again, on: laterOf(draft.estate.opensOn, context.today), done: done + first.length, total });
    done += each.bills.length;
  }
  context.progress({ done: total, total, label: 'BILLS' });
}

type Part = { bills: readonly DraftBill[]; on: string; done: number; total: number };

async function writeItem(context: Context, { month, estate }: Draft, { item, version, usage }: ItemDraft, { bills, on, done, total }: Part): Promise<void> {
  if (bills.length === 0) return;
  context.progress({ done, total, label: 'POSTING' });
  context.checkCancelled();
  const dueOn = `${month}-${String(estate.dueDay).padStart(2, '0')}`;
  const { firstBillId } = await writeBillBatch(context, { item, month, basis: version.basis, feeVersionId: version.feeVersionId, on, dueOn, memo: `${item.name} ${month}`, bills });
  if (version.basis !== 'meter') return;
  await insertMeterBills(context.db, item.feeItemId, bills.flatMap(({ homeId }, index) => {
    const used = usage.get(homeId);
    return used && !('skip' in used) ? [{ billId: firstBillId + index, homeId, usage: used }] : [];
  }));
}

/** Revenue is booked on the month's first day, but neither in the future nor before the books begin. */
function entryDay(month: string, today: string, opensOn: string): string {
  return laterOf(opensOn, firstDay(month) < today ? firstDay(month) : today);
}

function laterOf(left: string, right: string): string {
  return left > right ? left : right;
}
