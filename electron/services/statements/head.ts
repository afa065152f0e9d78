import { getStatement, listStatements, readKept, type StatementRow } from '../../../db/queries/statements.ts';
import type { Db } from '../../../db/sql.ts';
import { statementContent, type StatementContent, type StatementHead } from '../../../shared/contract/statement-content.ts';
import { localDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';

/** A statement as lists show it; a published one is superseded by a newer version, or once a month of it was reopened. */
export function headOf(row: StatementRow): StatementHead {
  const { statementId, kind, number, version, from, to, preparedAt, preparedBy, publishedAt, publishedBy, digest, code, reviewedAt, closedThrough } = row;
  const why = publishedAt === null ? null : supersededWhy(row);
  const state = publishedAt === null ? (reviewedAt === null ? 'draft' : 'reviewed') : why === null ? 'published' : 'superseded';
  return { statementId, kind, number, version, from, to, state, preparedAt, preparedBy, publishedAt, publishedBy, digest, code, supersededWhy: why, closed: closedThrough !== null && closedThrough >= to };
}

function supersededWhy({ newer, reopenedMonth, reopenedAt }: StatementRow): string | null {
  if (newer > 0) return `已公布第 ${newer} 版`;
  return reopenedMonth === null || reopenedAt === null ? null : `${localDay(new Date(reopenedAt))} 反结账 ${reopenedMonth}，待出新版`;
}

export async function readContent(db: Db, statementId: number): Promise<StatementContent> {
  return statementContent.parse(JSON.parse((await readKept(db, statementId)).content));
}

export const listStatementHeads: Handler<'statements.list'> = async ({ db }, { kind }) => ({ items: (await listStatements(db, kind)).map(headOf) });

export const getStatementContent: Handler<'statements.get'> = async ({ db }, { statementId }) => ({ head: headOf(await getStatement(db, statementId)), content: await readContent(db, statementId) });
