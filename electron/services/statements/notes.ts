import { insertNotes, listOwnNotes } from '../../../db/queries/statement-postings.ts';
import { getStatement } from '../../../db/queries/statements.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { prepareStatement } from './prepare.ts';

/** The notes belong to the months, so that a new version has them too; the draft is computed again with them. */
export const setNotes: Handler<'statements.setNotes'> = async (context, { statementId, notes }) => {
  const { db, user, now } = context;
  const { publishedAt, number, version, kind, from, to } = await getStatement(db, statementId);
  if (publishedAt !== null) throw new AppError('STATEMENT_PUBLISHED', { number, version });
  await insertNotes(db, { kind, from, to }, notes, { userId: user.userId, by: user.name, at: now.toISOString() });
  await prepareStatement(context, { kind, from, to });
  return { notes };
};

export const listNotes: Handler<'statements.listNotes'> = async ({ db }, { statementId }) => ({ notes: await listOwnNotes(db, await getStatement(db, statementId)) });
