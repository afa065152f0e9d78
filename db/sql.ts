import type { Knex } from 'knex';

/** A transaction, or a handle outside one. Services only ever get a transaction. */
export type Db = Knex | Knex.Transaction;
type Bindings = readonly (string | number | bigint | null | Uint8Array)[];

/** All rows of a statement. The row type is the query file's promise; schema tests run every query. */
export async function rows<Row>(db: Db, sql: string, bindings: Bindings = []): Promise<Row[]> {
  const result: unknown = await db.raw(sql, bindings as Knex.RawBinding[]);
  return result as Row[];
}

/** The first row, or undefined. */
export async function row<Row>(db: Db, sql: string, bindings: Bindings = []): Promise<Row | undefined> {
  return (await rows<Row>(db, sql, bindings))[0];
}

/** Runs a statement for its effect. */
export async function run(db: Db, sql: string, bindings: Bindings = []): Promise<void> {
  await db.raw(sql, bindings as Knex.RawBinding[]);
}

/**
 * The rows of one JSON array parameter as a table, so that many rows go in with one statement
 * (set-based: ten times faster than row inserts), in the array's order. SQLite's form, binary within, so
 * that a row is parsed once and not once per column; PostgreSQL would use jsonb_array_elements here.
 * @example `insert into bill (a, b) select a, b from ${jsonTable(['a', 'b'])}`
 */
export function jsonTable(columns: readonly string[]): string {
  return `(select ${columns.map((name, index) => `json_extract(value, '$[${index}]') as ${name}`).join(', ')} from jsonb_each(?))`;
}

/**
 * Reads many rows as one JSON text: far cheaper than one object per row through the driver.
 * `columns` are SQL expressions, `from` is everything after the select list, already ordered.
 */
export async function tuples<Tuple extends readonly unknown[]>(db: Db, columns: readonly string[], from: string, bindings: Bindings = []): Promise<Tuple[]> {
  const names = columns.map((_, index) => `c${index}`);
  const list = columns.map((expression, index) => `${expression} as c${index}`).join(', ');
  const found = await row<{ list: string }>(db, `select json_group_array(json_array(${names.join(', ')})) as list from (select ${list} ${from})`, bindings);
  return JSON.parse(found?.list ?? '[]') as Tuple[];
}

// SQLite takes a negative size as KiB, a positive one as pages.
export const WRITER_CACHE_KIB = -16_000;
const BULK_CACHE_KIB = -128_000;

/**
 * Lends the writer a large page cache for bulk work: a million postings touch more index pages than the
 * everyday cache holds, and writing each of them again and again costs a third of the time.
 */
export async function withLargeCache<Value>(db: Db, work: () => Promise<Value>): Promise<Value> {
  await run(db, `pragma cache_size = ${BULK_CACHE_KIB}`);
  try {
    return await work();
  } finally {
    await run(db, `pragma cache_size = ${WRITER_CACHE_KIB}`);
  }
}
