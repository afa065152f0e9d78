import type { English } from '../english.ts';
import type { app as zh } from '../zh/app.ts';

/** The frame around all screens: index tabs, status bar, signing in, locking. */
export const app: English<typeof zh> = {
  tabs: {
    payments: { sign: 'P', name: 'Front desk' },
    homes: { sign: 'H', name: 'Homes' },
    fees: { sign: 'B', name: 'Bills' },
    arrears: { sign: 'A', name: 'Arrears' },
    parking: { sign: 'K', name: 'Parking' },
    charging: { sign: 'G', name: 'Charging' },
    market: { sign: 'M', name: 'Shop' },
    shifts: { sign: 'W', name: 'Shifts' },
    channels: { sign: 'C', name: 'Channels' },
    statements: { sign: 'T', name: 'Statements' },
    periods: { sign: 'O', name: 'Closing' },
    costs: { sign: 'E', name: 'Costs' },
    ledger: { sign: 'L', name: 'Ledger' },
    board: { sign: 'D', name: 'Board' },
    settings: { sign: 'S', name: 'Settings' },
    roster: { sign: 'I', name: 'Roster import' },
  },
  mainNavigation: 'Main navigation',
  lock: 'Lock', signOut: 'Sign out',
  statusBar: 'Today',
  today: 'Today', sheets: '{{count}} receipts', sheets_one: '{{count}} receipt', reversed: ' ({{count}} undone)', total: 'Total', closedThrough: '{{month}} closed', balanced: 'Trial balance', unbalanced: 'Out of balance by ¥{{amount}}', backup: 'Backup', noBackup: 'No backup yet', backupAt: 'done {{when}}',
  signedInAs: 'On duty', shift: 'Shift', shiftSince: 'since {{when}}', float: 'float', noShift: 'no shift open',
  signIn: 'Sign in', signInTitle: 'Who is on duty?', password: 'Password', user: 'Name', noNames: 'Nobody can sign in yet', waiting: 'Try again in {{seconds}} seconds',
  locked: 'Locked', unlock: 'Unlock', lockedBy: '{{name}} has locked this window. What was not yet registered is still here.', otherUser: 'Sign in as someone else',
  broken: 'This window failed', brokenNote: 'Everything registered is in the books. Open the page again and retry.', reopen: 'Open again',
};
