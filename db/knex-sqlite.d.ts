declare module 'knex/lib/dialects/sqlite3/index.js' {
  import type { Knex } from 'knex';
  import type { PreparingConnection } from './statements.ts';
  export type Query = { sql: string; bindings?: readonly unknown[]; response?: unknown };
  export default class SqliteClient extends Knex.Client {
    override _query(connection: PreparingConnection, query: Query): Promise<unknown>;
    override destroyRawConnection(connection: PreparingConnection): Promise<void>;
  }
}
