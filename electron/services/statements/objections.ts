import { findObjection, insertAnswer, insertObjection, listObjectionRows } from '../../../db/queries/statement-postings.ts';
import type { Db } from '../../../db/sql.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { readStatement } from './read-statement.ts';

const openOf = async (db: Db): Promise<number> => (await listObjectionRows(db, undefined)).filter(({ answer }) => answer === null).length;

export const addObjection: Handler<'statements.addObjection'> = async ({ db, user, now, today }, { objectionId, statementId, on, what }) => {
  if (await findObjection(db, objectionId)) return { open: await openOf(db) };
  const { head } = await readStatement(db, statementId);
  if (head.publishedAt === null) throw new AppError('STATEMENT_NOT_PUBLISHED', { number: head.number, version: head.version });
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  await insertObjection(db, { objectionId, statementId, on, what }, { userId: user.userId, by: user.name, at: now.toISOString() });
  return { open: await openOf(db) };
};

export const answerObjection: Handler<'statements.answerObjection'> = async ({ db, user, now, today }, { objectionId, answer, on }) => {
  const found = await findObjection(db, objectionId);
  if (!found) throw new AppError('NO_SUCH_OBJECTION', { objectionId });
  if (found.answeredOn !== null) throw new AppError('OBJECTION_ANSWERED', { on: found.answeredOn, by: found.answeredBy ?? '' });
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  if (on < found.on) throw new AppError('DATES_REVERSED', { from: found.on, to: on });
  await insertAnswer(db, objectionId, answer, on, { userId: user.userId, by: user.name, at: now.toISOString() });
  return { open: await openOf(db) };
};

export const listObjections: Handler<'statements.listObjections'> = async ({ db }, { statementId }) => {
  const items = await listObjectionRows(db, statementId);
  return { items, open: items.filter(({ answer }) => answer === null).length };
};
