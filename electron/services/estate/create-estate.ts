import { findEstate, getEstate, insertEstate, updateEstate } from '../../../db/queries/estate.ts';
import { insertUser } from '../../../db/queries/users.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { hashPassword } from '../users/password.ts';

/** Opens the books of an empty data folder and makes its manager. Throws FOLDER_NOT_EMPTY. */
export const createEstate: Handler<'estate.create'> = async ({ db, now }, { name, opensOn, manager }) => {
  if (await findEstate(db)) throw new AppError('FOLDER_NOT_EMPTY', {});
  const createdAt = now.toISOString();
  await insertEstate(db, { estateId: 1, name, opensOn, officeName: `${name}物业服务中心`.slice(0, 60), phone: '', firstMonthRule: 'days', dueDay: 25, idleMinutes: 10, createdAt });
  await insertUser(db, { name: manager.name, role: 'manager', passwordHash: await hashPassword(manager.password), createdAt });
  return { estateId: 1 };
};

export const estateStatus: Handler<'estate.status'> = async ({ db, today, dataFolder, version }) => {
  const estate = await findEstate(db);
  return { state: estate ? 'ready' : 'empty', name: estate?.name ?? '', opensOn: estate?.opensOn ?? '', today, dataFolder, version };
};

export const getSettings: Handler<'estate.getSettings'> = ({ db }) => getEstate(db);

export const changeSettings: Handler<'estate.changeSettings'> = async ({ db }, change) => {
  const settings = { ...(await getEstate(db)), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
  await updateEstate(db, settings);
  return settings;
};
