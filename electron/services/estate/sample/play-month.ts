import { nextBillId } from '../../../../db/queries/bills.ts';
import { firstDay, localDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { draftBills } from '../../fees/draft-bills.ts';
import { writeBills } from '../../fees/issue-bills.ts';
import { addBills, refreshAccounts, type HomeAccount } from './accounts.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { planInvoices } from './invoices.ts';
import { planMonthEnd } from './month-end.ts';
import { COUNTED_MONTHS, OFFICE_MONTHS, openOfficeMonth, planOfficeMonth, type OfficeYear } from './office-year.ts';
import { playParkingMonth } from './parking.ts';
import { planVisits, type Visit } from './plan-visits.ts';
import { workday } from './plot.ts';
import { createRandom, type Random } from './random.ts';
import { planShifts } from './shifts.ts';
import { takePayments, type Deed } from './take-payments.ts';
import { playTimeline, type Step } from './timeline.ts';

export type MonthToPlay = {
  desk: Desk; accounts: readonly HomeAccount[]; random: Random; month: string; /** Months to the last. */ ago: number; /** Of a thousand homes, so many pay. */ perMille: number;
  /** Undefined before the last year. */ year: OfficeYear | undefined;
};

const NOBODY: ReadonlySet<HomeAccount> = new Set();

/** A month's bills are issued before the desk opens. */
const ISSUED_AT = clock('08:00');

/** Issues a month's bills on its first day, takes the payments of its days, and does what else the office does in it. */
export async function playMonth(context: Context, play: MonthToPlay): Promise<void> {
  const { desk, accounts, random, month, ago, perMille, year } = play;
  if (year) await openOfficeMonth(context, year, { month, ago });
  const morning = callAt(context, desk, 'manager', instantOf(firstDay(month), ISSUED_AT));
  const draft = await draftBills(morning, month);
  if (draft.items.every(({ bills }) => bills.length === 0)) return;
  const firstBillId = await nextBillId(context.db);
  await writeBills(morning, draft);
  const billed = addBills(accounts, draft.items, firstBillId);
  const transfers = year ? await playParkingMonth(context, year.parking, { month, firstBillId: await nextBillId(context.db), accounts: new Map(accounts.map((account) => [account.homeId, account])) }) : [];
  const counted = ago < COUNTED_MONTHS && year !== undefined;
  const office = year && planOfficeMonth(year, { month, ago, freshFrom: firstBillId });
  const visits = planVisits(random, billed, { firstBillId, month, perMille, taken: office?.plot.taken ?? NOBODY, paying: office?.plot.paying ?? NOBODY }).map((visit) => (counted ? onWorkday(visit) : visit));
  const deeds = takePayments(random, visits, { promotion: year?.promotion, counted });
  const steps: Step[] = [...transfers, ...(office ? [...office.steps, ...planInvoices(office.plot, deeds)] : []), ...planMonthEnd(month, { counted, last: ago === 0 })];
  if (counted) steps.push(...planShifts(createRandom(year.seed, `drawer ${month}`), year.drawer, deskWork(deeds, office?.steps ?? [])));
  await playTimeline(context, desk, deeds, steps);
  if (office) await refreshAccounts(context.db, [...office.plot.taken]);
}

function onWorkday(visit: Visit): Visit {
  const day = localDay(visit.at);
  return { ...visit, at: new Date(visit.at.getTime() + instantOf(workday(day), 0).getTime() - instantOf(day, 0).getTime()) };
}

/** What needs the cashier. */
function deskWork(deeds: readonly Deed[], steps: readonly Step[]): { at: Date }[] {
  return [...deeds, ...steps.filter(({ by }) => by === 'cashier')];
}

/** Whether the office's last year begins with this month of a sample. */
export function beginsOfficeYear(index: number, months: number): boolean {
  return index === Math.max(0, months - OFFICE_MONTHS);
}
