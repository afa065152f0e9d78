import type { z } from 'zod';
import { arrears } from './arrears.ts';
import { barrier } from './barrier.ts';
import { board } from './board.ts';
import { channels } from './channels.ts';
import { chargingAccounts } from './charging-accounts.ts';
import { chargingGrid } from './charging-grid.ts';
import { chargingChanges } from './charging-changes.ts';
import { chargingMeters } from './charging-meters.ts';
import { chargingSessions } from './charging-sessions.ts';
import { chargingUse } from './charging-use.ts';
import { chargingSettlements } from './charging-settlements.ts';
import { charging } from './charging.ts';
import { costContracts } from './cost-contracts.ts';
import { costs } from './costs.ts';
import { deposits } from './deposits.ts';
import { estate } from './estate.ts';
import { listExports } from './exports.ts';
import { fees } from './fees.ts';
import { homes } from './homes.ts';
import { backups, ledger } from './ledger.ts';
import { market } from './market.ts';
import { meters } from './meters.ts';
import { parkingDesk } from './parking-desk.ts';
import { parkingIncome } from './parking-income.ts';
import { parkingPapers } from './parking-papers.ts';
import { parking } from './parking.ts';
import { payments } from './payments.ts';
import { periods } from './periods.ts';
import { roster } from './roster.ts';
import { shifts } from './shifts.ts';
import { statementPostings } from './statement-postings.ts';
import { statements } from './statements.ts';
import { users } from './users.ts';

/** Every call between processes: one table, from which all types flow. */
export const contract = { ...estate, ...users, ...roster, ...homes, ...fees, ...meters, ...payments, ...deposits, ...channels, ...shifts, ...arrears, ...parking, ...parkingDesk, ...parkingIncome, ...parkingPapers, ...barrier, ...charging, ...chargingSessions, ...chargingChanges, ...chargingSettlements, ...chargingMeters, ...chargingAccounts, ...chargingUse, ...chargingGrid, ...statements, ...statementPostings, ...board, ...market, ...periods, ...costs, ...costContracts, ...ledger, ...backups, ...listExports };

export type Contract = typeof contract;
export type EndpointName = keyof Contract;
/** What a caller may send (defaults may be left out). */
export type CallInput<Name extends EndpointName> = z.input<Contract[Name]['input']>;
/** What a handler receives. */
export type Input<Name extends EndpointName> = z.output<Contract[Name]['input']>;
/** What a caller gets. */
export type Output<Name extends EndpointName> = z.output<Contract[Name]['output']>;

export function isEndpoint(name: string): name is EndpointName {
  return Object.hasOwn(contract, name);
}
