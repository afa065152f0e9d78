import { findPhoto, findPosting, insertPosting, insertPostingEnd, insertPostingPhoto, listPostingRows, type PostingRow } from '../../../db/queries/statement-postings.ts';
import type { Db } from '../../../db/sql.ts';
import type { StatementPosting } from '../../../shared/contract/statement-postings.ts';
import { localDay } from '../../../shared/domain/period.ts';
import { countWorkdays } from '../../../shared/domain/workdays.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { keepPhoto } from './photo.ts';
import { readStatement } from './read-statement.ts';
import { readSettings } from './settings.ts';

export const addPosting: Handler<'statements.addPosting'> = async ({ db, user, now, today }, { statementId, place, from, until, file }) => {
  const { head, content } = await readStatement(db, statementId);
  if (head.publishedAt === null) throw new AppError('STATEMENT_NOT_PUBLISHED', { number: head.number, version: head.version });
  if (from > today) throw new AppError('DATE_IN_FUTURE', { date: from, today });
  const publishedOn = localDay(new Date(head.publishedAt));
  if (from < publishedOn) throw new AppError('POSTING_BEFORE_PUBLISHING', { from, publishedOn });
  const last = until ?? (content.postedTo < from ? from : content.postedTo);
  if (last < from) throw new AppError('DATES_REVERSED', { from, to: last });
  const hanging = (await listPostingRows(db, statementId)).find((one) => one.place === place && one.endedOn === null);
  if (hanging) throw new AppError('POSTING_TWICE', { place, from: hanging.from });
  const by = { userId: user.userId, by: user.name, at: now.toISOString() };
  const postingId = await insertPosting(db, { statementId, place, from, until: last }, by);
  if (file !== undefined) await insertPostingPhoto(db, postingId, await keepPhoto(db, file), by.at);
  return { postingId, workdays: countWorkdays(from, today, (await readSettings(db)).holidays) };
};

export const addPhoto: Handler<'statements.addPhoto'> = async ({ db, now }, { postingId, file }) => {
  await getPosting(db, postingId);
  const digest = await keepPhoto(db, file);
  await insertPostingPhoto(db, postingId, digest, now.toISOString());
  return { digest };
};

export const endPosting: Handler<'statements.endPosting'> = async ({ db, user, now, today }, { postingId, on, reason }) => {
  const { from, endedOn, place } = await getPosting(db, postingId);
  if (endedOn !== null) throw new AppError('POSTING_ENDED', { place, on: endedOn });
  if (on > today) throw new AppError('DATE_IN_FUTURE', { date: on, today });
  if (on < from) throw new AppError('DATES_REVERSED', { from, to: on });
  await insertPostingEnd(db, postingId, on, reason, { userId: user.userId, by: user.name, at: now.toISOString() });
  return { workdays: countWorkdays(from, on, (await readSettings(db)).holidays) };
};

async function getPosting(db: Db, postingId: number): Promise<PostingRow> {
  const found = await findPosting(db, postingId);
  if (!found) throw new AppError('NO_SUCH_POSTING', { postingId });
  return found;
}

export const listPostings: Handler<'statements.listPostings'> = async ({ db, today }, { statementId }) => {
  const { holidays, postingDays } = await readSettings(db);
  const items = (await listPostingRows(db, statementId)).map(({ photos, ...one }): StatementPosting => ({ ...one, photos: photos === '' ? [] : photos.split(' '), workdays: countWorkdays(one.from, one.endedOn ?? today, holidays) }));
  return { items, wanted: postingDays };
};

export const getPhoto: Handler<'statements.getPhoto'> = async ({ db }, { digest }) => {
  const found = await findPhoto(db, digest);
  if (!found) throw new AppError('NO_SUCH_PHOTO', { digest });
  return { type: found.type, base64: Buffer.from(found.bytes).toString('base64') };
};
