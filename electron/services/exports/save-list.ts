import { contract } from '../../../shared/contract/index.ts';
import type { Endpoint } from '../../../shared/contract/define.ts';
import { capitalAmount } from '../../../shared/domain/capitals.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { writeCsv, writeXlsx, type Table, type TableValue } from '../../files/write-table.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { OpenSheet } from './list-type.ts';
import { lists } from './lists.ts';

/** Saves the rows of a list query for the input its screen has; who may not see the list may not save it. */
export const saveList: Handler<'exports.save'> = async ({ office, session, user, ...common }, { list, input, format, file }) => {
  const { roles }: Endpoint = contract[list];
  if (!user) throw new AppError('NOT_SIGNED_IN', {});
  if (typeof roles !== 'string' && !roles.includes(user.role)) throw new AppError('ROLE_NOT_ALLOWED', { role: user.role, allowed: [...roles] });
  spareBooks(file, office.dataFolder);
  const { dataFolder, version } = office;
  const sheets = await office.database.read((db) => lists[list]({ ...common, db, user, dataFolder, version, locked: session.locked }, input));
  const table: Table = { sheets: sheets.map((sheet) => ({ ...sheet, totals: totalsOf(sheet) })) };
  await (format === 'xlsx' ? writeXlsx : writeCsv)(file, table);
  return { file, rows: sheets.reduce((sum, { rows }) => sum + rows.length, 0) };
};

/** The sums of the columns that have one, and the last amount among them in capitals. */
function totalsOf({ columns, sums, rows }: OpenSheet): TableValue[][] {
  if (rows.length === 0 || !sums.includes(true)) return [];
  const total = columns.map((_, index): TableValue => (sums[index] ? sumFen(rows.map((row) => Number(row[index] ?? 0))) : index === 0 ? '合计' : null));
  const amount = columns.findLastIndex(({ kind }, index) => kind === 'fen' && sums[index]);
  if (amount < 0) return [total];
  const capitals = columns.map((_, index): TableValue => (index === 0 ? `${columns[amount]?.title.replace(' ¥', '') ?? ''}大写：${capitalAmount(Number(total[amount]))}` : null));
  return [total, capitals];
}
