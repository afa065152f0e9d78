import { countLater, listEntryHeads } from '../../../db/queries/statement-moves.ts';
import { getStatement, readKept, type StatementRow } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import { isIncoming, lineName, placeOf } from '../../../shared/domain/statement-accounts.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { countedOf } from './compute.ts';
import { readContent } from './head.ts';
import { readFlows, type Basis } from './read-flows.ts';

/** An entry behind a line, the amount as the line has it. */
export type LineEntry = { line: string; account: string; entryId: number; on: string; amountFen: number };

/** The entries behind every line of a statement, as they were counted, by day. */
export async function readLineEntries(db: Db, row: StatementRow): Promise<LineEntry[]> {
  const basis = JSON.parse((await readKept(db, row.statementId)).basis) as Basis;
  const { flows } = await readFlows(db, row.kind, countedOf(row), basis);
  return flows.map(({ entryId, on, account, part, fen }) => ({ line: lineName(account, part), account, entryId, on, amountFen: isIncoming(placeOf(row.kind, account, part).section) ? fen : 0 - fen }));
}

export const drillStatement: Handler<'statements.drill'> = async ({ db }, { statementId, line, limit, after }) => {
  const row = await getStatement(db, statementId);
  const { lines } = await readContent(db, statementId);
  if (!lines.some((one) => one.line === line)) throw new AppError('NO_SUCH_LINE', { line });
  const all = (await readLineEntries(db, row)).filter((entry) => entry.line === line);
  const start = after === undefined ? 0 : all.findIndex(({ entryId }) => entryId === after) + 1;
  const page = all.slice(start, start + limit);
  const heads = new Map((await listEntryHeads(db, page.map(({ entryId }) => entryId))).map((head) => [head.entryId, head]));
  const last = page.at(-1);
  return {
    entries: page.map(({ entryId, on, amountFen }) => ({ entryId, on, kind: heads.get(entryId)?.kind ?? '', memo: heads.get(entryId)?.memo ?? '', amountFen })),
    count: all.length, totalFen: all.reduce((sum, { amountFen }) => sum + amountFen, 0), laterEntries: await countLater(db, countedOf(row)), ...(last && start + limit < all.length && { next: last.entryId }),
  };
};
