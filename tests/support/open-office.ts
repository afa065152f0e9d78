import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, expect } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { insertEstate } from '../../db/queries/estate.ts';
import { insertUser } from '../../db/queries/users.ts';
import { rows } from '../../db/sql.ts';
import type { Office, Ports, Progress, Session } from '../../electron/context.ts';
import { createDispatch, type Dispatch } from '../../electron/dispatch.ts';
import { openOffice as openBooks } from '../../electron/office.ts';
import { roles, type Role } from '../../shared/contract/define.ts';
import type { CallInput, EndpointName, Output } from '../../shared/contract/index.ts';
import type { RefusalCode, Refusals, Reply } from '../../shared/errors.ts';

/** The names of the four users that a test office begins with; user numbers 1 to 4 in this order. */
export const USERS: Readonly<Record<Role, string>> = { manager: '陈经理', cashier: '刘晓燕', office: '文书', auditor: '审计' };

export const OPENS_ON = '2026-01-01';
/** 10:00 in the estate on 5 November 2026. */
export const NOW = '2026-11-05T02:00:00.000Z';

type Caller = Role | Session | null;
type CallOptions = { as?: Caller; signal?: AbortSignal; onProgress?: (progress: Progress) => void };

export type Call = <Name extends EndpointName>(endpoint: Name, input: CallInput<Name>, options?: CallOptions) => Promise<Reply<Output<Name>>>;
export type Get = <Name extends EndpointName>(endpoint: Name, input: CallInput<Name>, options?: CallOptions) => Promise<Output<Name>>;

export type TestCaller = {
  /** What every call takes as now; assign to move time. */
  ctx: { now: Date };
  dispatch: Dispatch;
  /** Calls an endpoint as the manager, or as `as`, and answers its Reply. */
  call: Call;
  /** Calls an endpoint that must succeed and answers its value. */
  get: Get;
  close(): Promise<void>;
};

export type TestOffice = TestCaller & {
  /** The database itself, outside any transaction: to look at rows, and to tamper with them. */
  raw: Knex;
  /** What was logged as a bug. */
  bugs: string[];
  office: Office;
};

/** A session of one of the four users, without the cost of a password. */
export function sessionOf(role: Role): Session {
  return { user: { userId: roles.indexOf(role) + 1, name: USERS[role], role }, locked: false };
}

function callerOf(dispatch: Dispatch): { call: Call; get: Get } {
  const call: Call = async (endpoint, input, { as = 'manager', ...options } = {}) => {
    const session = as === null ? { user: null, locked: false } : typeof as === 'string' ? sessionOf(as) : as;
    return (await dispatch({ session, ...options }, endpoint, input)) as Reply<Output<typeof endpoint>>;
  };
  const get: Get = async (endpoint, input, options) => {
    const reply = await call(endpoint, input, options);
    if (!reply.ok) throw new Error(`${endpoint}: ${reply.code} ${JSON.stringify(reply.details)}`);
    return reply.value;
  };
  return { call, get };
}

type Start = { dataFolder?: string; ports?: Ports; /** False: the books are still empty. */ estate?: boolean; opensOn?: string };

/**
 * Opens books in memory with an estate and its four users, put together as `electron/office.ts` does;
 * users are inserted without a password, whose hash costs more than everything else a test does.
 */
export async function openOffice({ dataFolder = ':memory:', ports = {}, estate = true, opensOn = OPENS_ON }: Start = {}): Promise<TestOffice> {
  const ctx = { now: new Date(NOW) };
  const bugs: string[] = [];
  const database = await openDatabase(':memory:');
  await migrate(database, () => Promise.reject(new Error('a new file needs no backup')));
  if (estate) await database.write((db) => seed(db, opensOn));
  const office: Office = {
    database, dataFolder, ports, version: '0.0.0', clock: () => ctx.now,
    log: { info: () => undefined, error: (message) => bugs.push(message) },
    whileClosed: (work) => work(),
  };
  const dispatch = createDispatch(office);
  return { ctx, bugs, office, dispatch, ...callerOf(dispatch), raw: database.outer, close: () => database.close() };
}

/** A hash that costs nothing to try and that no password gives. */
const NO_PASSWORD = 'no hash: fits no password';

async function seed(db: Knex.Transaction, opensOn: string): Promise<void> {
  await insertEstate(db, { estateId: 1, name: '汇悦新天地', opensOn, officeName: '汇悦新天地物业服务中心', phone: '0854-8230000', firstMonthRule: 'days', dueDay: 25, idleMinutes: 10, createdAt: NOW });
  for (const role of roles) await insertUser(db, { name: USERS[role], role, passwordHash: NO_PASSWORD, createdAt: NOW });
}

/** Opens the books of a folder through `electron/office.ts`, as the window and the terminal do. */
export async function openFolder(dataFolder: string, { now = NOW, ports = {} }: { now?: string; ports?: Ports } = {}): Promise<TestCaller & { bugs: string[]; backUpDaily(): Promise<void> }> {
  const ctx = { now: new Date(now) };
  const bugs: string[] = [];
  const log = { info: () => undefined, error: (message: string) => bugs.push(message) };
  const office = await openBooks({ dataFolder, version: '0.0.0', log, ports, clock: () => ctx.now });
  return { ctx, bugs, ...callerOf(office.dispatch), ...office };
}

/** Fills the empty books of a folder with an estate and the four users, without a password. */
export async function seedFolder(dataFolder: string): Promise<void> {
  const office = await openFolder(dataFolder);
  await office.close();
  const database = await openDatabase(join(dataFolder, 'mingbai.sqlite'));
  await database.write((db) => seed(db, OPENS_ON));
  await database.close();
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that goes away with the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-test-'));
  folders.push(folder);
  return folder;
}

/** A refusal with its details, to compare a Reply with. */
export function refusal<Code extends RefusalCode>(code: Code, details: Refusals[Code]): { ok: false; code: Code; details: Refusals[Code] } {
  return { ok: false, code, details };
}

/** Everything in the books, table by table. */
export async function allTables(raw: Knex): Promise<Record<string, unknown[]>> {
  const tables = await rows<{ name: string }>(raw, `select name from sqlite_master where type = 'table' order by name`);
  const found: Record<string, unknown[]> = {};
  for (const { name } of tables) found[name] = await rows(raw, `select * from ${name}`);
  return found;
}

/** Makes a call and checks that it is refused with this code and details, and that not one row changed. */
export async function expectRefused<Code extends RefusalCode>(office: TestOffice, call: () => Promise<Reply<unknown>>, code: Code, details?: Refusals[Code]): Promise<void> {
  const before = await allTables(office.raw);
  const reply = await call();
  expect(reply).toEqual(details === undefined ? { ok: false, code, details: expect.anything() as unknown } : refusal(code, details));
  expect(await allTables(office.raw)).toEqual(before);
}

/** A new payment id. */
export function paymentId(): string {
  return randomUUID();
}
