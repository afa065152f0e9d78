import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { AppError, isAppError, refusalOf, type Reply } from '../shared/errors.ts';
import { defaultDataFolder } from './app-folder.ts';
import type { Log, Session } from './context.ts';
import type { OpenOffice } from './office.ts';

const USAGE = `mingbai call <endpoint> '<json>' [--data <folder>] [--user <name>]     password in MINGBAI_PASSWORD
mingbai endpoints
mingbai sample [--homes 855] [--years 3] [--seed 7] [--until 2026-10] [--data <folder>]
`;

/** Diagnostics go to stderr; stdout carries one JSON Reply and nothing else. */
const log: Log = {
  info: (message) => process.stderr.write(`${message}\n`),
  error: (message) => process.stderr.write(`${message}\n`),
};

type Options = { data: string; user: string | undefined };

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv], allowPositionals: true,
    options: { data: { type: 'string' }, user: { type: 'string' }, homes: { type: 'string' }, years: { type: 'string' }, seed: { type: 'string' }, until: { type: 'string' } },
  });
  const options = { data: resolve(values.data ?? defaultDataFolder()), user: values.user };
  const [verb, endpoint = '', json] = positionals;
  if (verb === 'endpoints') return printEndpoints();
  if (verb === 'call' && endpoint) return answer(await callOne(options, endpoint, json));
  if (verb === 'sample') {
    const numbers = Object.fromEntries((['homes', 'years', 'seed'] as const).flatMap((key) => (values[key] === undefined ? [] : [[key, Number(values[key])]])));
    const input = { ...numbers, ...(values.until === undefined ? {} : { until: values.until }), password: process.env['MINGBAI_PASSWORD'] ?? '' };
    return answer(await withOffice(options, (office) => office.dispatch({ session: nobody(), onProgress: showProgress }, 'estate.createSample', input)));
  }
  process.stderr.write(USAGE);
  return 1;
}

function nobody(): Session {
  return { user: null, locked: false };
}

async function callOne(options: Options, endpoint: string, json: string | undefined): Promise<Reply<unknown>> {
  let input: unknown;
  try {
    input = JSON.parse(json === '-' ? readFileSync(0, 'utf8') : (json ?? '{}'));
  } catch {
    return refusalOf(new AppError('BAD_INPUT', { issues: [{ path: '', rule: 'JSON' }] }));
  }
  return withOffice(options, async (office) => {
    const session = nobody();
    const signedIn = await signIn(office, session, options.user);
    if (signedIn && !signedIn.ok) return signedIn;
    return office.dispatch({ session, onProgress: showProgress }, endpoint, input);
  });
}

/** Signs in when a password is given: the named user, or the office's only or first manager-like name. */
async function signIn(office: OpenOffice, session: Session, user: string | undefined): Promise<Reply<unknown> | undefined> {
  const password = process.env['MINGBAI_PASSWORD'];
  if (!password) return undefined;
  const names = await office.dispatch({ session }, 'users.names', {});
  const known = names.ok ? (names.value as { names: string[] }).names : [];
  if (known.length === 0) return undefined;
  const name = user ?? (known.includes('manager') ? 'manager' : known[0]);
  return office.dispatch({ session }, 'users.signIn', { name, password });
}

async function withOffice(options: Options, work: (office: OpenOffice) => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  const { openOffice } = await import('./office.ts');
  try {
    const office = await openOffice({ dataFolder: options.data, version, log, ports: {} });
    try {
      return await work(office);
    } finally {
      await office.close();
    }
  } catch (error) {
    if (isAppError(error)) return refusalOf(error);
    throw error;
  }
}

let shownAt = 0;
function showProgress({ done, total, label }: { done: number; total: number; label: string }): void {
  if (Date.now() - shownAt < 1000) return;
  shownAt = Date.now();
  process.stderr.write(`${label} ${done}${total ? ` / ${total}` : ''}\n`);
}

async function printEndpoints(): Promise<number> {
  const [{ z }, { contract }] = await Promise.all([import('zod'), import('../shared/contract/index.ts')]);
  const list = Object.entries(contract).map(([name, { kind, roles, input, output }]) => ({
    name, kind, roles, input: z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }), output: z.toJSONSchema(output, { unrepresentable: 'any', io: 'input' }),
  }));
  return print({ ok: true, value: { endpoints: list } }, 0);
}

/** 0: done; 1: refused; 2: a bug, whose reference is in the log. */
function answer(reply: Reply<unknown>): Promise<number> {
  return print(reply, reply.ok ? 0 : reply.code === 'INTERNAL' ? 2 : 1);
}

function print(reply: Reply<unknown>, code: number): Promise<number> {
  return new Promise((done) => { process.stdout.write(`${JSON.stringify(reply)}\n`, () => { done(code); }); });
}

main(process.argv.slice(2)).then(
  (code) => { process.exit(code); },
  (error: unknown) => {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    void print({ ok: false, code: 'INTERNAL', details: { reference: 'terminal' } }, 2).then((code) => { process.exit(code); });
  },
);
