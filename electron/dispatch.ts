import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { contract, isEndpoint, type EndpointName } from '../shared/contract/index.ts';
import type { Endpoint } from '../shared/contract/define.ts';
import { localDay } from '../shared/domain/period.ts';
import { AppError, refusalOf, type Reply } from '../shared/errors.ts';
import { insertAudit, insertAuditOf } from '../db/queries/audit.ts';
import { findUser } from '../db/queries/users.ts';
import type { Context, HostContext, Office, Progress, Session, SignedInUser } from './context.ts';
import { handlers } from './handlers.ts';
import { asRefusal } from './known-errors.ts';
import { parseInput } from './parse-input.ts';

export type Caller = { session: Session; signal?: AbortSignal; onProgress?: (progress: Progress) => void };
export type Dispatch = (caller: Caller, endpoint: string, input: unknown) => Promise<Reply<unknown>>;

/** Handlers of every name behind one call; the table of handlers proves each pair. */
type AnyHandler = (context: Context | HostContext, input: unknown) => Promise<unknown>;

/** Before a manager exists, nobody is signed in and the audit has no user. */
const NOBODY: SignedInUser = { userId: 0, name: '', role: 'auditor' };

/**
 * The one way in, for the window and the terminal alike: sender's session → role → parse →
 * transaction → call → audit → commit → Reply. It always answers a Reply and never throws.
 */
export function createDispatch(office: Office): Dispatch {
  return async (caller, name, input) => {
    try {
      if (typeof name !== 'string' || !isEndpoint(name)) throw new AppError('NO_SUCH_ENDPOINT', { endpoint: String(name).slice(0, 80) });
      const endpoint: Endpoint = contract[name];
      checkAllowed(endpoint, caller.session);
      const parsed = parseInput(endpoint, input);
      return { ok: true, value: await call(office, caller, name, parsed) };
    } catch (error) {
      return answerError(office, String(name), error);
    }
  };
}

function checkAllowed(endpoint: Endpoint, { user, locked }: Session): void {
  if (endpoint.roles !== 'anyone') {
    if (!user) throw new AppError('NOT_SIGNED_IN', {});
    if (endpoint.roles !== 'signed-in' && !endpoint.roles.includes(user.role)) {
      throw new AppError('ROLE_NOT_ALLOWED', { role: user.role, allowed: [...endpoint.roles] });
    }
  }
  if (locked && !endpoint.whileLocked) throw new AppError('SESSION_LOCKED', {});
}

async function call(office: Office, { session, signal, onProgress }: Caller, name: EndpointName, input: unknown): Promise<unknown> {
  const now = office.clock();
  const handler = handlers[name] as AnyHandler;
  const checkCancelled = (): void => { if (signal?.aborted) throw new AppError('CANCELLED', {}); };
  const common = { now, today: localDay(now), progress: (progress: Progress) => onProgress?.(progress), checkCancelled };
  const { kind, output, ...endpoint }: Endpoint = contract[name];
  if (kind === 'host') {
    // A host handler acts outside any transaction, so the right to act is looked up before it does.
    if (endpoint.roles !== 'anyone' && !endpoint.whileLocked) await office.database.read((db) => checkStanding(db, session));
    const value = output.parse(await handler({ ...common, office, session, user: session.user }, input));
    if (session.user && !name.startsWith('files.')) await office.database.write((db) => audit(db, session, name, input, now));
    return value;
  }
  const { dataFolder, version } = office;
  // The answer is checked inside the transaction: one that does not fit undoes what was written.
  const inside = async (db: Knex.Transaction): Promise<unknown> => output.parse(await handler({ ...common, db, user: session.user ?? NOBODY, dataFolder, version, locked: session.locked }, input));
  if (kind === 'query') return office.database.read(inside);
  return office.database.write(async (db) => {
    await audit(db, session, name, input, now);
    const value = await inside(db);
    checkCancelled();
    return value;
  });
}

/** Written first: it also finds that the caller's account was switched off meanwhile. Throws NOT_SIGNED_IN. */
async function audit(db: Knex.Transaction, session: Session, endpoint: string, input: unknown, now: Date): Promise<void> {
  const record = { at: now.toISOString(), endpoint, input: JSON.stringify(input, redact) };
  if (!session.user) return insertAudit(db, { ...record, userId: null });
  if (!(await insertAuditOf(db, session.user, record))) signOutStale(session);
}

async function checkStanding(db: Knex.Transaction, session: Session): Promise<void> {
  const found = await findUser(db, session.user?.userId ?? 0);
  if (!found?.active || found.role !== session.user?.role) signOutStale(session);
}

function signOutStale(session: Session): never {
  session.user = null;
  throw new AppError('NOT_SIGNED_IN', {});
}

function redact(key: string, value: unknown): unknown {
  return key === 'password' || key === 'present' ? '***' : value;
}

function answerError(office: Office, endpoint: string, error: unknown): Reply<never> {
  const known = asRefusal(error, { file: office.database.file, folder: office.dataFolder });
  if (known) {
    office.log.info(`refused ${endpoint}: ${known.code}${'detail' in known.details ? ` (${known.details.detail})` : ''}`);
    return refusalOf(known);
  }
  const reference = randomUUID().slice(0, 8);
  office.log.error(`bug ${reference} in ${endpoint}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return { ok: false, code: 'INTERNAL', details: { reference } };
}
