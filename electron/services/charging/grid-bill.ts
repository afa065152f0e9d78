import { postEntry, reverseEntry } from '../../../db/ledger.ts';
import { findGridEntry, GRID_COST, insertGridEntry, listBillsOfMonths } from '../../../db/queries/charging-grid.ts';
import { insertGridBill, listGridBill, type GridLine } from '../../../db/queries/charging-meters.ts';
import { getEstate } from '../../../db/queries/estate.ts';
import { checkOpen } from '../../../db/queries/periods.ts';
import { lastDay } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Out of it the common fund pays the grid. */
const COMMON_BANK = '1002.02';

/** A month's bill as a new version, and its cost into the books on the month's last day; the entry of the version before is reversed. */
export const addGridBill: Handler<'charging.addGridBill'> = async ({ db, user, now, today }, { month, lines }) => {
  const named = lines.map(({ period = '', energy, costFen }) => ({ period, energy, costFen }));
  const twice = named.find(({ period }, index) => named.findIndex((one) => one.period === period) !== index);
  if (twice) throw new AppError('GRID_BILL_TWICE', { month, period: twice.period });
  const [standing] = await listBillsOfMonths(db, month, month);
  // One from before bills were booked is entered again so that it is.
  if (standing?.booked && sameLines(named, await listGridBill(db, month))) return { version: standing.version };
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  const { opensOn } = await getEstate(db);
  const on = laterOf(opensOn, lastDay(month) < today ? lastDay(month) : today);
  await checkOpen(db, on);
  const version = await insertGridBill(db, month, named, by);
  const [bill] = await listBillsOfMonths(db, month, month);
  const before = await findGridEntry(db, month);
  if (before) await reverseEntry(db, before.entryId, { on: laterOf(on, before.on), memo: `冲正 电网电费 ${month} 第 ${version - 1} 版`, by: user.userId, at: now });
  const costFen = bill?.costFen ?? 0;
  const entryId = costFen === 0 ? null : await postEntry(db, { on, kind: 'charging-grid', memo: `电网电费 ${month} 第 ${version} 版`, by: user.userId, at: now, postings: [{ account: GRID_COST, fund: 'common', amountFen: costFen }, { account: COMMON_BANK, fund: 'common', amountFen: -costFen }] });
  await insertGridEntry(db, month, version, entryId);
  return { version };
};

const laterOf = (one: string, other: string): string => (one > other ? one : other);

function sameLines(given: readonly GridLine[], known: readonly GridLine[]): boolean {
  return given.length === known.length && given.every((line) => known.some(({ period, energy, costFen }) => period === line.period && energy === line.energy && costFen === line.costFen));
}
