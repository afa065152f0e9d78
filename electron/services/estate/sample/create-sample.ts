import { nextBillId } from '../../../../db/queries/bills.ts';
import { getEstate, updateEstate } from '../../../../db/queries/estate.ts';
import { nextPaymentNo } from '../../../../db/queries/payments.ts';
import { upsertRates } from '../../../../db/queries/roster.ts';
import { findUserByName, insertUser } from '../../../../db/queries/users.ts';
import { countPostings } from '../../../../db/queries/verify.ts';
import { withLargeCache, type Db } from '../../../../db/sql.ts';
import type { Role } from '../../../../shared/contract/define.ts';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import type { Context, Handler, SignedInUser } from '../../../context.ts';
import { writePlan } from '../../roster/import-roster.ts';
import { hashPassword } from '../../users/password.ts';
import { createEstate } from '../create-estate.ts';
import { openAccounts, type HomeAccount } from './accounts.ts';
import { closeMonths } from './closed-months.ts';
import { callAt, clock, instantOf, type Desk } from './desk.ts';
import { makeHomes, rateRise, type Span } from './make-homes.ts';
import { openOfficeYear, type OfficeYear } from './office-year.ts';
import { payingPerMille } from './plan-visits.ts';
import { beginsOfficeYear, playMonth } from './play-month.ts';
import { createRandom } from './random.ts';

const ESTATE = { name: '汇悦新天地', phone: '0854-0000855', targetPermille: 900 };
const STAFF = { manager: 'manager', cashier: '沈若宁', office: '顾明远' } as const;

/** The time of the first day at which the books are opened. */
const OPENED_AT = clock('07:30');

/**
 * Fills an empty data folder with an estate whose homes, bills and payments follow from the seed alone; the
 * books begin `years` before the end of the month `until`. In the last year the office does everything that it can do,
 * in the last two months its drawer is counted. The manager, the cashier 沈若宁 and the office clerk
 * 顾明远 get the given password. Throws FOLDER_NOT_EMPTY, PASSWORD_TOO_SHORT.
 */
export const createSample: Handler<'estate.createSample'> = (context, input) => withLargeCache(context.db, () => playYears(context, input));

async function playYears(context: Context, input: Input<'estate.createSample'>): Promise<Output<'estate.createSample'>> {
  const { db, progress, checkCancelled } = context;
  const months = input.years * 12;
  const span = { firstMonth: addMonths(input.until, 1 - months), months };
  const desk = await openDesk(context, span, input.password);
  const accounts = await moveIn(context, desk, span, input);
  const random = createRandom(input.seed, 'desk');
  let year: OfficeYear | undefined;
  for (let index = 0; index < months; index += 1) {
    progress({ done: index, total: months, label: 'MONTHS' });
    checkCancelled();
    const month = addMonths(span.firstMonth, index);
    if (beginsOfficeYear(index, months)) year = await openOfficeYear(context, { seed: input.seed, desk, accounts, month }, input.until);
    await playMonth(context, { desk, accounts, random, month, ago: months - 1 - index, perMille: payingPerMille(index, months), year });
  }
  // Only where the whole of an office's work is played.
  if (year?.charging) await closeMonths(context, desk, { firstMonth: span.firstMonth, lastMonth: input.until });
  progress({ done: months, total: months, label: 'MONTHS' });
  return { estateId: 1, homes: accounts.length, bills: (await nextBillId(db)) - 1, payments: (await nextPaymentNo(db)) - 1, postings: await countPostings(db) };
}

/** Opens the books with a manager, a cashier and an office clerk. */
async function openDesk(context: Context, { firstMonth }: Span, password: string): Promise<Desk> {
  const { db } = context;
  const opensOn = firstDay(firstMonth);
  const now = instantOf(opensOn, OPENED_AT);
  await createEstate({ ...context, now }, { name: ESTATE.name, opensOn, manager: { name: STAFF.manager, password } });
  await updateEstate(db, { ...(await getEstate(db)), phone: ESTATE.phone, collectionTargetPermille: ESTATE.targetPermille });
  const addStaff = async (name: string, role: Role): Promise<void> => { await insertUser(db, { name, role, passwordHash: await hashPassword(password), createdAt: now.toISOString() }); };
  await addStaff(STAFF.cashier, 'cashier');
  await addStaff(STAFF.office, 'office');
  return { estate: await getEstate(db), manager: await signedIn(db, STAFF.manager), cashier: await signedIn(db, STAFF.cashier), office: await signedIn(db, STAFF.office) };
}

async function signedIn(db: Db, name: string): Promise<SignedInUser> {
  const user = await findUserByName(db, name);
  if (!user) throw new RangeError(`no user ${name}`);
  return { userId: user.userId, name: user.name, role: user.role };
}

async function moveIn(context: Context, desk: Desk, span: Span, { seed, homes: count }: Input<'estate.createSample'>): Promise<HomeAccount[]> {
  const homes = makeHomes(seed, count, span);
  await writePlan(callAt(context, desk, 'manager', instantOf(desk.estate.opensOn, OPENED_AT)), { creates: homes, updates: [] }, desk.estate);
  const rise = rateRise(count, span);
  const raised = homes.flatMap(({ building }, index) => (building === rise.building ? [{ homeId: index + 1, rateE4: rise.rateE4 }] : []));
  await upsertRates(context.db, raised, rise.from);
  return openAccounts(seed, homes);
}
