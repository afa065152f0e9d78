import { setImmediate } from 'node:timers/promises';
import { insertBills, nextBillId, OPENING_ARREARS, PROPERTY_FEE } from '../../../db/queries/bills.ts';
import { getEstate, type Estate } from '../../../db/queries/estate.ts';
import { listVersions, spreadPropertyRate } from '../../../db/queries/fee-items.ts';
import { upsertStatuses } from '../../../db/queries/home-changes.ts';
import { endOwnerships, insertHomes, insertOwners, nextHomeId, updateHomes, upsertRates, type NewHome, type KnownHome, type Ownership } from '../../../db/queries/roster.ts';
import { nextEntryId, postEntry, type Posting } from '../../../db/ledger.ts';
import { compactOf, floorOf, sortKeyOf } from '../../../shared/domain/address.ts';
import { addDays, firstDay } from '../../../shared/domain/period.ts';
import type { RosterHome } from '../../../shared/domain/roster.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { dayOfNewRates, planRoster, summarisePlan, type Plan, type Update } from './plan-roster.ts';

type Placed = { homeId: number; home: RosterHome };

/**
 * Imports an owner workbook in one transaction. `refuse` with errors writes nothing and answers
 * ROSTER_HAS_ERRORS; `skip` imports the homes without errors. The same file again changes nothing.
 */
export const importRoster: Handler<'roster.import'> = async (context, { commit, onError, ...source }) => {
  const estate = await getEstate(context.db);
  const plan = await planRoster(context, source);
  context.checkCancelled();
  const summary = summarisePlan(plan);
  if (onError === 'refuse' && plan.issues.length > 0) throw new AppError('ROSTER_HAS_ERRORS', summary);
  if (commit) await writePlan(context, plan, estate);
  return summary;
};

/** Makes the homes of a plan, with their owners, rates and opening arrears, and writes its changes. */
export async function writePlan(context: Context, plan: Pick<Plan, 'creates' | 'updates'>, estate: Estate): Promise<void> {
  const { db, progress, checkCancelled } = context;
  const total = plan.creates.length + plan.updates.length;
  const firstId = await nextHomeId(db);
  const created = plan.creates.map((home, index) => ({ homeId: firstId + index, home }));
  progress({ done: 0, total, label: 'HOMES' });
  const [owners] = await Promise.all([ownersOf(created), insertHomes(db, created.map(newHomeOf))]);
  await insertOwners(db, owners, estate.opensOn);
  await writeFirstRates(context, created, estate);
  checkCancelled();
  await writeUpdates(context, plan.updates);
  const changed = plan.updates.filter(({ changes }) => changes.some(({ field }) => field === 'arrears'));
  await openArrears(context, [...created, ...changed.map(({ home, known }) => ({ homeId: known.homeId, home }))], estate);
  progress({ done: total, total, label: 'HOMES' });
}

/** Field by field: copying ten thousand homes by spreading them takes as long as writing them. */
function newHomeOf({ homeId, home }: Placed): NewHome {
  const { building, unit, room, label, areaDm2, status, handoverOn, note } = home;
  return { homeId, building, unit, room, floor: floorOf(room), label, compact: compactOf(home), sortKey: sortKeyOf(home), areaDm2, status, handoverOn, note };
}

/** A new home's rate holds from the month in which the books begin, and anew under each version of the fee up to today; later ones bring their own. */
async function writeFirstRates({ db, today }: Context, created: readonly Placed[], { opensOn }: Estate): Promise<void> {
  const [first] = created;
  if (!first) return;
  const rates = created.map(({ homeId, home }) => ({ homeId, rateE4: home.rateE4 }));
  const opens = firstDay(opensOn.slice(0, 7));
  await upsertRates(db, rates, opens);
  for (const { feeVersionId, from } of await listVersions(db, PROPERTY_FEE)) {
    if (from > today) await spreadPropertyRate(db, feeVersionId, first.homeId);
    else if (from > opens) await upsertRates(db, rates, from);
  }
}

async function ownersOf(placed: readonly Placed[]): Promise<Ownership[]> {
  // Initials are found while the database writes: let it begin.
  await setImmediate();
  // The dictionary weighs more than the rest of the program; only an import pays for it.
  const { initialsOf } = await import('../../files/pinyin.ts');
  return placed.filter(({ home }) => home.ownerName || home.phone)
    .map(({ homeId, home }) => ({ homeId, name: home.ownerName, phone: home.phone, phoneTail: home.phone.slice(-4), initials: initialsOf(home.ownerName) }));
}

async function writeUpdates(context: Context, updates: readonly Update[]): Promise<void> {
  if (updates.length === 0) return;
  const { db, user, now, today } = context;
  const changing = (...fields: string[]): Placed[] => updates.filter(({ changes }) => changes.some(({ field }) => fields.includes(field))).map(({ home, known }) => ({ homeId: known.homeId, home }));
  await updateHomes(db, updates.map(({ home, known }) => ({ ...home, homeId: known.homeId })));
  const resettled = updates.filter(({ changes }) => changes.some(({ field }) => field === 'status'));
  await upsertStatuses(db, resettled.map(({ home, known }) => ({ homeId: known.homeId, from: dayOfNewStatus(home, known, today), status: home.status, note: '名册', userId: user.userId, userName: user.name, at: now.toISOString() })), today);
  const owners = changing('owner', 'phone');
  await endOwnerships(db, owners.map(({ homeId }) => homeId), today);
  await insertOwners(db, await ownersOf(owners), today);
  await upsertRates(db, changing('rate').map(({ homeId, home }) => ({ homeId, rateE4: home.rateE4 })), await dayOfNewRates(context));
}

/**
 * The day from which a status of a roster holds: today, but a home that was unsold is billed from its handover, at
 * the latest from this month's first day; never before the status that it replaces began.
 */
function dayOfNewStatus({ handoverOn }: RosterHome, known: KnownHome, today: string): string {
  const month = firstDay(today.slice(0, 7));
  const day = known.status !== 'unsold' ? today : handoverOn !== null && handoverOn < month ? handoverOn : month;
  return day > known.statusFrom ? day : known.statusFrom;
}

/** What homes owed before the books began: one bill each, due the day before, against 3999. */
async function openArrears({ db, user, now }: Context, placed: readonly Placed[], { opensOn }: Estate): Promise<void> {
  const owing = placed.filter(({ home }) => home.arrearsFen > 0);
  if (owing.length === 0) return;
  const firstBillId = await nextBillId(db);
  const postings: Posting[] = owing.map(({ homeId, home }, index) => ({ account: '1122', fund: 'property', homeId, billId: firstBillId + index, amountFen: home.arrearsFen }));
  postings.push({ account: '3999', fund: 'property', amountFen: -owing.reduce((sum, { home }) => sum + home.arrearsFen, 0) });
  const entryId = await nextEntryId(db);
  await insertBills(db, { firstBillId, feeItemId: OPENING_ARREARS, month: 'opening', dueOn: addDays(opensOn, -1), basis: 'opening', feeVersionId: null, entryId },
    owing.map(({ homeId, home }) => ({ homeId, from: opensOn, to: opensOn, areaDm2: null, rateE4: null, quantityE4: null, months: 1, shareNumerator: 1, shareDenominator: 1, amountFen: home.arrearsFen, version: 0, note: '' })));
  await postEntry(db, { on: opensOn, kind: 'opening', memo: '期初欠费', by: user.userId, at: now, postings });
}
