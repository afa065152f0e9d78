import type { Handlers } from './context.ts';
import { saveList } from './services/exports/save-list.ts';
import { createBackupNow, listBackups, restoreBackup } from './services/ledger/backups.ts';
import { getEntry, listAccounts, listAudit, listPostings, trialBalance, verify } from './services/ledger/books.ts';
import { exportHledger, exportLedger } from './services/ledger/export-ledger.ts';

/** The books, their backups and saved lists. */
export const bookHandlers: Pick<Handlers, 'ledger.listAccounts' | 'ledger.listPostings' | 'ledger.getEntry' | 'ledger.trialBalance' | 'ledger.export' | 'ledger.exportHledger' | 'ledger.verify' | 'ledger.listAudit' | 'exports.save' | 'backup.create' | 'backup.list' | 'backup.restore'> = {
  'ledger.listAccounts': listAccounts,
  'ledger.listPostings': listPostings,
  'ledger.getEntry': getEntry,
  'ledger.trialBalance': trialBalance,
  'ledger.export': exportLedger,
  'ledger.exportHledger': exportHledger,
  'ledger.verify': verify,
  'ledger.listAudit': listAudit,
  'exports.save': saveList,
  'backup.create': createBackupNow,
  'backup.list': listBackups,
  'backup.restore': restoreBackup,
};
