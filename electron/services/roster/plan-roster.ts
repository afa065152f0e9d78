import { lastBilledMonth, PROPERTY_FEE } from '../../../db/queries/bills.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { listVersions } from '../../../db/queries/fee-items.ts';
import { listKnownHomes, type KnownHome } from '../../../db/queries/roster.ts';
import { maskPhone } from '../../../shared/domain/address.ts';
import { longestCycle } from '../../../shared/domain/fee-cycle.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { addMonths, firstDay } from '../../../shared/domain/period.ts';
import { parseRoster, type RosterFile, type RosterHome, type RosterIssue } from '../../../shared/domain/roster.ts';
import type { Context } from '../../context.ts';
import { readTables } from '../../files/read-table.ts';

export type Change = { field: string; from: string; to: string };
export type Update = { home: RosterHome; known: KnownHome; changes: Change[] };
export type PlanIssue = Omit<RosterIssue, 'column' | 'reason'> & { column: string; reason: string };

/** What an import would do, decided before anything is written. */
export type Plan = { file: RosterFile; sheets: string[]; creates: RosterHome[]; updates: Update[]; unchanged: RosterHome[]; issues: PlanIssue[] };

/** Reads a workbook and compares it with the books. Throws the refusals of readTables and parseRoster. */
export async function planRoster(context: Context, source: { file: string; sheet?: string | undefined }): Promise<Plan> {
  const { sheets } = await readTables(source.file);
  const file = parseRoster(sheets, source.sheet === undefined ? {} : { sheet: source.sheet });
  const known = await listKnownHomes(context.db, context.today, await dayOfNewRates(context));
  const plan: Plan = { file, sheets: sheets.map(({ name }) => name), creates: [], updates: [], unchanged: [], issues: [...file.issues] };
  for (const home of file.homes) place(plan, home, known.get(home.label));
  plan.issues.sort((left, right) => left.row - right.row);
  return plan;
}

/** The day from which a rate of a roster holds: this month's first, and never within a month that was billed. */
export async function dayOfNewRates({ db, today }: Context): Promise<string> {
  const { opensOn } = await getEstate(db);
  const billed = await lastBilledMonth(db, longestCycle(await listVersions(db, PROPERTY_FEE)));
  const months = [today.slice(0, 7), opensOn.slice(0, 7), ...(billed ? [addMonths(billed, 1)] : [])];
  return firstDay(months.reduce((left, right) => (left > right ? left : right)));
}

function place(plan: Plan, home: RosterHome, known: KnownHome | undefined): void {
  if (!known) {
    plan.creates.push(home);
    return;
  }
  // What a home owed when the books began is a fact of that day: once opened it is corrected by payment or waiver.
  if (known.openingFen > 0 && home.arrearsFen !== known.openingFen) {
    plan.issues.push({ row: home.row, column: 'arrears', header: plan.file.headers.arrears ?? '', value: formatFen(home.arrearsFen), reason: 'OPENING_ARREARS_FIXED', label: home.label });
    return;
  }
  const changes = changesOf(home, known);
  if (changes.length > 0) plan.updates.push({ home, known, changes });
  else plan.unchanged.push(home);
}

function changesOf(home: RosterHome, known: KnownHome): Change[] {
  const pairs: [string, string | number | null, string | number | null][] = [
    ['owner', known.ownerName, home.ownerName], ['phone', known.phone, home.phone], ['area', known.areaDm2, home.areaDm2], ['handover', known.handoverOn, home.handoverOn],
    ['status', known.status, home.status], ['rate', known.rateE4, home.rateE4], ['arrears', known.openingFen, home.arrearsFen], ['note', known.note, home.note],
  ];
  return pairs.filter(([, from, to]) => from !== to).map(([field, from, to]) => ({ field, from: shown(field, from), to: shown(field, to) }));
}

/** A preview and its saved copy go to people who may not see phones. */
function shown(field: string, value: string | number | null): string {
  return field === 'phone' ? maskPhone(String(value ?? '')) : String(value ?? '');
}

/** The counts and totals that import and preview answer. */
export function summarisePlan(plan: Plan) {
  const accepted = [...plan.creates, ...plan.updates.map(({ home }) => home), ...plan.unchanged];
  return {
    created: plan.creates.length, updated: plan.updates.length, unchanged: plan.unchanged.length, merged: plan.file.merged.length,
    errors: plan.issues.map(({ row, column, header, value, reason, label }) => ({ row, column, header, value, reason, label })),
    homes: accepted.length, areaDm2: accepted.reduce((sum, home) => sum + home.areaDm2, 0), openingArrearsFen: accepted.reduce((sum, home) => sum + home.arrearsFen, 0),
  };
}
