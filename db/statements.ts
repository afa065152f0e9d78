/** What a driver's connection must do so that its statements can be kept. */
export type PreparingConnection = { prepare(sql: string, done: (error: Error | null) => void): Statement };
type Statement = {
  all(bindings: readonly unknown[], done: (error: Error | null, rows: unknown[]) => void): void;
  finalize(done: () => void): void;
};

/** More than the program has of them, so that only searches with many conditions push each other out. */
const KEPT = 200;
/** A kept statement also keeps what was bound to it; a roster of a megabyte should not stay. */
const LONGEST_BINDING = 20_000;
const REUSABLE = /^\s*(?:select|with|insert|update|delete|begin|commit|rollback)\b/i;

const kept = new WeakMap<PreparingConnection, Map<string, Statement>>();

/** False for pragmas, schema changes and bulk data, which are prepared once and dropped. */
export function isReusable(sql: string, bindings: readonly unknown[]): boolean {
  return REUSABLE.test(sql) && !bindings.some((value) => typeof value === 'string' && value.length > LONGEST_BINDING);
}

/**
 * Runs a statement that stays prepared for the next time: preparing again costs more than running, and
 * half of what a payment took. Answers all rows; rejects with what the driver says.
 */
export function runPrepared(connection: PreparingConnection, sql: string, bindings: readonly unknown[]): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    statementFor(connection, sql, reject).all(bindings, (error, rows) => {
      if (error) reject(error);
      else resolve(rows);
    });
  });
}

function statementFor(connection: PreparingConnection, sql: string, reject: (error: Error) => void): Statement {
  const statements = kept.get(connection) ?? new Map<string, Statement>();
  kept.set(connection, statements);
  const statement = statements.get(sql) ?? connection.prepare(sql, (error) => {
    if (!error) return;
    statements.delete(sql);
    reject(error);
  });
  // A map is in the order of insertion: the first is the one that was used longest ago.
  statements.delete(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > KEPT && oldest !== undefined) {
    statements.get(oldest)?.finalize(() => undefined);
    statements.delete(oldest);
  }
  return statement;
}

/** Lets go of a connection's statements; it cannot close before. */
export async function dropStatements(connection: PreparingConnection): Promise<void> {
  const statements = [...(kept.get(connection)?.values() ?? [])];
  kept.delete(connection);
  await Promise.all(statements.map((statement) => new Promise<void>((resolve) => { statement.finalize(resolve); })));
}
