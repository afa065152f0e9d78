import type { Role } from '../../shared/contract/define.ts';
import { row, rows, run, type Db } from '../sql.ts';

export type UserRow = { userId: number; name: string; role: Role; passwordHash: string; active: 0 | 1; failures: number; blockedUntil: string | null; createdAt: string };

const COLUMNS = 'user_id as userId, name, role, password_hash as passwordHash, active, failures, blocked_until as blockedUntil, created_at as createdAt';

export function findUserByName(db: Db, name: string): Promise<UserRow | undefined> {
  return row(db, `select ${COLUMNS} from user where name = ?`, [name]);
}

export function findUser(db: Db, userId: number): Promise<UserRow | undefined> {
  return row(db, `select ${COLUMNS} from user where user_id = ?`, [userId]);
}

export function listUsers(db: Db): Promise<UserRow[]> {
  return rows(db, `select ${COLUMNS} from user order by active desc, user_id`);
}

export async function insertUser(db: Db, user: { name: string; role: Role; passwordHash: string; createdAt: string }): Promise<number> {
  const found = await row<{ userId: number }>(db, 'insert into user (name, role, password_hash, active, created_at) values (?, ?, ?, 1, ?) returning user_id as userId', [user.name, user.role, user.passwordHash, user.createdAt]);
  return found?.userId ?? 0;
}

export async function updateUser(db: Db, userId: number, change: { role: Role; active: 0 | 1 }): Promise<void> {
  await run(db, 'update user set role = ?, active = ? where user_id = ?', [change.role, change.active, userId]);
}

export async function updatePassword(db: Db, userId: number, passwordHash: string): Promise<void> {
  await run(db, 'update user set password_hash = ?, failures = 0, blocked_until = null where user_id = ?', [passwordHash, userId]);
}

export async function updateFailures(db: Db, userId: number, failures: number, blockedUntil: string | null): Promise<void> {
  await run(db, 'update user set failures = ?, blocked_until = ? where user_id = ?', [failures, blockedUntil, userId]);
}
