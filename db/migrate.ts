import type { Knex } from 'knex';
import { AppError } from '../shared/errors.ts';
import type { Database } from './connection.ts';
import { firstDay } from './migrations/0001-first-day.ts';
import { feesComplete } from './migrations/0002-fees.ts';
import { homesChangeHands } from './migrations/0003-homes.ts';
import { meters } from './migrations/0004-meters.ts';
import { shifts } from './migrations/0005-shifts.ts';
import { channels } from './migrations/0006-channels.ts';
import { arrears } from './migrations/0007-arrears.ts';
import { parking } from './migrations/0008-parking.ts';
import { barrier } from './migrations/0009-barrier.ts';
import { vehicles } from './migrations/0010-vehicles.ts';
import { leaseNotices } from './migrations/0011-lease-notices.ts';
import { parkingDecisions } from './migrations/0012-parking-decisions.ts';
import { charging } from './migrations/0013-charging.ts';
import { chargingMeters } from './migrations/0014-charging-meters.ts';
import { chargingUse } from './migrations/0015-charging-use.ts';
import { chargingGrid } from './migrations/0016-charging-grid.ts';
import { chargingSettlements } from './migrations/0017-charging-settlements.ts';
import { chargingAccounts } from './migrations/0018-charging-accounts.ts';
import { commonAccounts } from './migrations/0019-common-accounts.ts';
import { market } from './migrations/0020-market.ts';
import { costs } from './migrations/0021-costs.ts';
import { statements } from './migrations/0023-statements.ts';
import { statementPostings } from './migrations/0024-statement-postings.ts';
import { board } from './migrations/0025-board.ts';
import { row, run } from './sql.ts';

export type Migration = { name: string; sql: string };

/** Forward only and additive; a landed one is never edited (a snapshot test compares). */
export const migrations: readonly Migration[] = [firstDay, feesComplete, homesChangeHands, meters, shifts, channels, arrears, parking, barrier, vehicles, leaseNotices, parkingDecisions, charging, chargingMeters, chargingUse, chargingGrid, chargingSettlements, chargingAccounts, commonAccounts, market, costs, statements, statementPostings, board];

/** The number of migrations a file has had. */
export async function schemaVersion(db: Knex): Promise<number> {
  return (await row<{ user_version: number }>(db, 'pragma user_version'))?.user_version ?? 0;
}

/**
 * Brings the books to this program's schema. `backUp` is called before the first change of a file that
 * has had migrations before. A failing migration leaves the file as it was.
 * Throws DATABASE_TOO_NEW, MIGRATION_FAILED.
 */
export async function migrate(database: Database, backUp: () => Promise<string>, list: readonly Migration[] = migrations): Promise<void> {
  const version = await schemaVersion(database.outer);
  if (version > list.length) throw new AppError('DATABASE_TOO_NEW', { file: database.file, version, supported: list.length });
  if (version === list.length) return;
  const backup = version > 0 ? await backUp() : '';
  let current = '';
  try {
    await database.write(async (db) => {
      // Another process may have migrated while this one waited for the lock.
      for (const migration of list.slice(await schemaVersion(db))) {
        current = migration.name;
        for (const statement of statementsOf(migration.sql)) await run(db, statement);
      }
      await run(db, `pragma user_version = ${list.length}`);
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    // A full disk is not the migration's fault; the caller names it.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL') throw error;
    throw new AppError('MIGRATION_FAILED', { file: database.file, migration: current, backup, detail });
  }
}

/** Splits a script into statements; a trigger's body stays whole. */
export function statementsOf(script: string): string[] {
  const statements: string[] = [];
  let pending = '';
  for (const line of script.split('\n')) {
    if (line.startsWith('--')) continue;
    pending += `${line}\n`;
    const inTrigger = /^\s*create trigger/i.test(pending) && !/\bend;\s*$/i.test(pending);
    if (!inTrigger && /;\s*$/.test(line)) {
      statements.push(pending.trim().replace(/;$/, ''));
      pending = '';
    }
  }
  if (pending.trim()) statements.push(pending.trim());
  return statements;
}
