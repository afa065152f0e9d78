import { getChangingHome } from '../../../db/queries/home-changes.ts';
import { decide, findVacancyIn, getVacancy, insertVacancy, listVacancies as listVacancyRows } from '../../../db/queries/reductions.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

/** Asks for a vacancy discount of a home over `[from, to)`; days of another request that waits or was approved are refused. */
export const requestVacancy: Handler<'fees.requestVacancy'> = async ({ db, user, now }, { homeId, from, to, offPermille, reason }) => {
  await getChangingHome(db, homeId, from);
  if (to <= from) throw new AppError('DATES_REVERSED', { from, to });
  const other = await findVacancyIn(db, homeId, { from, to });
  if (other) throw new AppError('VACANCY_OVERLAPS', other);
  return { vacancyId: await insertVacancy(db, { homeId, from, to, offPermille, reason, userId: user.userId, userName: user.name, at: now.toISOString() }) };
};

/** Decides a request. Bills issued from then on carry the discount; those that stand keep their amount. */
export const approveVacancy: Handler<'fees.approveVacancy'> = async ({ db, user, now }, { vacancyId, approve, note }) => {
  const { state, decidedBy } = await getVacancy(db, vacancyId);
  if (state !== 'pending') throw new AppError('ALREADY_DECIDED', { state, by: decidedBy ?? '' });
  const decided = approve ? 'approved' : 'rejected';
  await decide(db, 'vacancy', vacancyId, { state: decided, note, userId: user.userId, userName: user.name, at: now.toISOString() });
  return { state: decided };
};

/** Requests, newest first. */
export const listVacancies: Handler<'fees.listVacancies'> = async ({ db }, { state, limit, after }) => {
  const items = await listVacancyRows(db, { state, before: after, limit: limit + 1 });
  const page = items.slice(0, limit);
  return items.length > limit ? { items: page, next: page.at(-1)?.vacancyId } : { items: page };
};
