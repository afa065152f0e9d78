import { getStatement } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementContent, StatementHead } from '../../../shared/contract/statement-content.ts';
import { headOf, readContent } from './head.ts';

/** A statement with its content; `newer` is the version that was published after it, 0 for none. Throws NO_SUCH_STATEMENT. */
export async function readStatement(db: Db, statementId: number): Promise<{ head: StatementHead; content: StatementContent; newer: number }> {
  const row = await getStatement(db, statementId);
  return { head: headOf(row), content: await readContent(db, statementId), newer: row.newer };
}
