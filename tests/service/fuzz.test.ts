import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { row } from '../../db/sql.ts';
import { PATH_FIELDS } from '../../electron/app-paths.ts';
import { contract, isEndpoint, type EndpointName } from '../../shared/contract/index.ts';
import type { Endpoint } from '../../shared/contract/define.ts';
import { rosterFile } from '../support/builders.ts';
import { givenHistory } from '../support/history.ts';
import { openOffice, sessionOf, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
let folder: string;
let paths: string[];
beforeAll(async () => {
  folder = temporaryFolder();
  office = await openOffice({ dataFolder: folder });
  await givenHistory(office);
  mkdirSync(join(folder, 'a-folder'));
  writeFileSync(join(folder, 'garbage.xlsx'), 'PK\u0003\u0004 garbage');
  // Only these: what a renderer makes up is stopped before the dispatcher, and a test must not write anywhere.
  paths = ['out.csv', 'garbage.xlsx', 'a-folder', 'none/out.csv', 'garbage.xlsx/out.csv', `${'长'.repeat(200)}.csv`, 'nul\0.csv', '名\ud800.csv'].map((name) => join(folder, name));
  paths.push(rosterFile([{ room: '777' }, { room: '778', areaDm2: 1 }]));
});
afterAll(() => office.close());

type JsonSchema = { type?: string; enum?: unknown[]; const?: unknown; anyOf?: JsonSchema[]; oneOf?: JsonSchema[]; items?: JsonSchema; properties?: Record<string, JsonSchema>; required?: string[] };

const TEXTS = ['', ' ', '2026-11-05', '2026-11', '2025-12', '2027-12', '2026-02-30', '3-2-501', '王', 'wxl', '2671', '1122', '3', '2', '%', "' or 1=1 --", '\0', '\ud800', '💰'.repeat(20), '1e999', '-1', 'NaN', '2026-11-05|1|1|0', '2026-11-05|99999999999999999999|1|-9', '__proto__', 'x'.repeat(61), 'x'.repeat(5000)];
const UUIDS = ['00000000-0000-4000-8000-000000000000', 'FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF'];
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom(...UUIDS), fc.string({ unit: 'binary', maxLength: 30 }));
const whole = fc.oneof(fc.constantFrom(0, 1, 2, 3, 4, 5, -1, 99, 1000, 2 ** 31, 2 ** 53, 1e12, 1e13, 0.5, Number.NaN, Number.POSITIVE_INFINITY), fc.integer());

/** Values that are often what the schema wants, and sometimes anything at all. */
function near(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  // A made-up path would be written to, wherever the tests run.
  const anything = PATH_FIELDS.includes(name) ? fc.anything().filter((value) => typeof value !== 'string') : fc.anything();
  return fc.oneof({ weight: 12, arbitrary: fit(schema, name) }, { weight: 1, arbitrary: anything });
}

function fit(schema: JsonSchema, name: string): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fit(choice, name)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (PATH_FIELDS.includes(name)) return fc.nat().map((at) => paths[at % paths.length]);
  if (schema.type === 'string') return text;
  if (schema.type === 'integer' || schema.type === 'number') return whole;
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'array') return fc.array(near(schema.items ?? {}, ''), { maxLength: 4 });
  if (schema.type === 'object') {
    const properties = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, near(value, key)] as const);
    return fc.record(Object.fromEntries(properties), { requiredKeys: schema.required ?? [] });
  }
  return fc.anything();
}

/** How many rows each table has and what the postings come to: a refused call must leave it as it was. */
function fingerprint(): Promise<unknown> {
  const tables = ['entry', 'posting', 'bill', 'payment', 'payment_line', 'payment_reversal', 'home', 'person', 'occupancy', 'fee_rate', 'user', 'audit', 'receipt_print'];
  return row(office.raw, `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}, (select sum(abs(amount_fen)) from posting) as turnover, (select sum(last_no) from receipt_series) as numbers, (select sum(password_hash is null) + sum(failures) from user) as users`);
}

async function callAnything(name: string, input: unknown): Promise<void> {
  const before = await fingerprint();
  const reply = await office.dispatch({ session: sessionOf('manager') }, name, input);
  expect(office.bugs.splice(0)).toEqual([]);
  expect(typeof reply.ok).toBe('boolean');
  if (!reply.ok) {
    expect(reply.code).toMatch(/^[A-Z_]+$/);
    // A wrong password is refused and yet counted.
    if (!['WRONG_PASSWORD', 'TOO_MANY_FAILURES'].includes(reply.code)) expect(await fingerprint()).toEqual(before);
  }
  structuredClone(reply);
}

/** Hashing a password is slow on purpose. */
const SLOW: readonly EndpointName[] = ['users.signIn', 'users.unlock', 'users.add', 'users.setPassword', 'estate.create'];
/** Would be judged by what it does, not by its reply: it replaces the books. */
const endpoints = Object.keys(contract).filter(isEndpoint).filter((name) => name !== 'backup.restore');

describe('the dispatcher', () => {
  it.each(endpoints)('%s always answers a Reply, and a refused call leaves the books as they were', async (name) => {
    const endpoint: Endpoint = contract[name];
    const schema = z.toJSONSchema(endpoint.input, { unrepresentable: 'any', io: 'input' }) as JsonSchema;
    await fc.assert(fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: fit(schema, '') }, { weight: 1, arbitrary: fc.anything() }), (input) => callAnything(name, input)), { numRuns: SLOW.includes(name) ? 8 : 60 });
  });

  it('answers any name at all', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', ...endpoints.map((name) => `${name} `))), fc.anything(), callAnything), { numRuns: 200 });
  });

  it('answers names that are no text', async () => {
    for (const name of [undefined, null, 7, {}, [], Symbol('x')]) {
      const reply = await office.dispatch({ session: sessionOf('manager') }, name as string, {});
      expect(reply).toMatchObject({ ok: false, code: 'NO_SUCH_ENDPOINT' });
    }
  });

  it('answers an object whose constructor cannot be named', async () => {
    const nameless: unknown = Object.assign(Object.create(null), { constructor: { name: Object.create(null) as unknown } });
    expect(await office.dispatch({ session: sessionOf('manager') }, 'backup.create', { file: nameless })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
  });

  it('and the books are sound after all that', async () => {
    expect(await office.get('ledger.trialBalance', {})).toMatchObject({ sumFen: 0 });
    expect(await office.get('ledger.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});
