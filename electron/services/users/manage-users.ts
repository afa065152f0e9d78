import { findUser, findUserByName, insertUser, listUsers as listUserRows, updatePassword, updateUser } from '../../../db/queries/users.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';
import { hashPassword, verifyPassword } from './password.ts';

export const currentUser: Handler<'users.current'> = ({ user, locked }) => Promise.resolve({ user: user.userId ? user : null, locked });

export const listNames: Handler<'users.names'> = async ({ db }) => ({ names: (await listUserRows(db)).filter((user) => user.active).map((user) => user.name) });

export const listUsers: Handler<'users.list'> = async ({ db }) => ({
  items: (await listUserRows(db)).map(({ userId, name, role, active, createdAt }) => ({ userId, name, role, active: active === 1, createdAt })),
});

export const addUser: Handler<'users.add'> = async ({ db, now }, { name, role, password }) => {
  if (await findUserByName(db, name)) throw new AppError('USER_EXISTS', { name });
  const passwordHash = await hashPassword(password);
  return { userId: await insertUser(db, { name, role, passwordHash, createdAt: now.toISOString() }) };
};

/** Changes role or switches an account off; an office always keeps one active manager. */
export const changeUser: Handler<'users.change'> = async ({ db }, { userId, role, active }) => {
  const user = await findUser(db, userId);
  if (!user) throw new AppError('NO_SUCH_USER', { userId });
  const next = { role: role ?? user.role, active: active === undefined ? user.active : active ? 1 : 0 } as const;
  const others = (await listUserRows(db)).some((other) => other.userId !== userId && other.role === 'manager' && other.active);
  if (!others && (next.role !== 'manager' || !next.active)) throw new AppError('LAST_MANAGER', {});
  await updateUser(db, userId, next);
  return {};
};

export const setPassword: Handler<'users.setPassword'> = async ({ db, user }, { userId, password, present }) => {
  const target = await findUser(db, userId);
  if (!target) throw new AppError('NO_SUCH_USER', { userId });
  const own = userId === user.userId;
  if (!own && user.role !== 'manager') throw new AppError('ROLE_NOT_ALLOWED', { role: user.role, allowed: ['manager'] });
  if (own && !(await verifyPassword(present ?? '', target.passwordHash))) throw new AppError('WRONG_PASSWORD', { failures: 1, waitSeconds: 0 });
  await updatePassword(db, userId, await hashPassword(password));
  return {};
};
