import { findUser, findUserByName, updateFailures, type UserRow } from '../../../db/queries/users.ts';
import type { Db } from '../../../db/sql.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Handler, HostContext, SignedInUser } from '../../context.ts';
import { hashPassword, verifyPassword } from './password.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 900;

/** Seconds that the next try waits after this many failures in a row: none for four, then 15, 30, 60 … 900. */
export function waitAfterFailures(failures: number): number {
  if (failures < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FREE_TRIES));
}

/**
 * Checks a name and password and binds the user to the session. An unknown name costs as long as a wrong
 * password and answers the same. Failures are kept in the books, so that a restart forgives nothing.
 */
export const signIn: Handler<'users.signIn'> = async (context, { name, password }) => {
  const user = await context.office.database.read((db) => findUserByName(db, name));
  if (!user?.active) {
    await hashPassword(`${password}######`);
    throw new AppError('WRONG_PASSWORD', { failures: 1, waitSeconds: 0 });
  }
  context.session.user = await checkPassword(context, user, password);
  context.session.locked = false;
  return context.session.user;
};

export const unlock: Handler<'users.unlock'> = async (context, { password }) => {
  const user = await context.office.database.read((db) => findUser(db, context.user?.userId ?? 0));
  if (!user?.active) throw new AppError('NOT_SIGNED_IN', {});
  context.session.user = await checkPassword(context, user, password);
  context.session.locked = false;
  return context.session.user;
};

async function checkPassword({ office, now }: HostContext, { userId }: UserRow, password: string): Promise<SignedInUser> {
  // Counted before it is tried, so that tries that come all at once are each counted; success takes it back.
  const { user, failures, waitSeconds } = await office.database.write((db) => countTry(db, userId, now));
  if (!(await verifyPassword(password, user.passwordHash))) throw new AppError('WRONG_PASSWORD', { failures, waitSeconds });
  await office.database.write((db) => updateFailures(db, userId, 0, null));
  return { userId, name: user.name, role: user.role };
}

async function countTry(db: Db, userId: number, now: Date): Promise<{ user: UserRow; failures: number; waitSeconds: number }> {
  const user = await findUser(db, userId);
  if (!user?.active) throw new AppError('NOT_SIGNED_IN', {});
  const left = user.blockedUntil ? Date.parse(user.blockedUntil) - now.getTime() : 0;
  // More than was ever set means that the clock was put back: nobody is locked out for that.
  if (left > 0 && left <= waitAfterFailures(user.failures) * 1000) throw new AppError('TOO_MANY_FAILURES', { waitSeconds: Math.ceil(left / 1000) });
  const failures = user.failures + 1;
  const waitSeconds = waitAfterFailures(failures);
  await updateFailures(db, userId, failures, waitSeconds ? new Date(now.getTime() + waitSeconds * 1000).toISOString() : null);
  return { user, failures, waitSeconds };
}

export const signOut: Handler<'users.signOut'> = async ({ session }) => {
  session.user = null;
  session.locked = false;
  return Promise.resolve({});
};

export const lock: Handler<'users.lock'> = async ({ session }) => {
  session.locked = true;
  return Promise.resolve({});
};
