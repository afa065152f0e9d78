declare module 'knex/lib/dialects/sqlite3/index.js' {
  import type { Knex } from 'knex';
  export default class SqliteClient extends Knex.Client {
    override _query(connection: unknown, query: { sql: string }): Promise<unknown>;
  }
}
