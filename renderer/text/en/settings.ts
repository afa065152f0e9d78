import type { settings as zh } from '../zh/settings.ts';

/** Settings of the estate, backups, this machine. */
export const settings: typeof zh = {
  title: 'Settings', part: { estate: 'Estate', users: 'People', backups: 'Backups', machine: 'This machine' },
  note: { estate: 'Names on receipts, rules of billing, locking', users: 'Who may do what', backups: 'One each day at the first start; the newest thirty are kept', machine: 'Language, my password, where the data lies' },
  name: 'Name of the estate', officeName: 'Issuer of receipts', officeNameHint: 'printed on every receipt', phone: 'Service phone', opensOn: 'The books begin', opensOnHint: 'cannot be changed',
  firstMonthRule: 'First month’s fee', firstMonth: { days: 'by days, from handover to month end', half: 'half a month when handed over after the 15th', full: 'the whole month' }, dueDay: 'Due on day of the month', dueDayHint: '1 to 28', idleMinutes: 'Lock after minutes without use', idleHint: '0 never locks, at most 240',
  late: { title: 'Late fees', rate: '% of what is owed, per day', rateHint: '0 charges nothing; 0.05 is five in ten thousand', badRate: 'A percentage from 0 to 10 with at most four decimals', grace: 'Days of grace', graceHint: 'paid within them, it costs nothing; after them it runs from the day after the due date', cap: 'At most this % of the bill', capHint: 'all late fees of a bill together', badCap: 'A percentage from 0 to 1000 with at most one decimal', off: 'No late fees are charged now.', example: 'For example, a bill of 100 yuan: {{list}}.', exampleDays: '{{amount}} after {{count}} days', comma: ', ' },
  save: 'Save settings', saved: 'Saved.', readOnly: 'Only a manager may change these.', badNumber: 'A whole number from {{from}} to {{to}}', needed: 'This is needed',
  backupNow: 'Back up now', backupTo: 'Save a copy to…', backingUp: 'Backing up', backupDone: 'Backed up to {{file}}, {{size}} MB, opened and checked.', backupAt: 'Time', backupFile: 'File', backupSize: 'Size MB', noBackups: 'No backups yet', noBackupsNote: 'Make the first with “Back up now”.', folder: 'Kept in {{folder}}',
  restore: 'Restore', restoreFile: 'Restore another file…', restoreAsk: 'Put “{{file}}” in place of the present books?', restoreNote: 'What was posted after that backup will not be in the books. The present books are kept beside them. Everyone has to sign in again.', restoreYes: 'Put this backup in place', restoring: 'Restoring', restored: 'Restored. The books before are kept as {{file}}. Please sign in again.', restoreOnlyManager: 'Only a manager may restore a backup.',
  language: 'Language', languages: { zh: '中文', en: 'English' }, dataFolder: 'Data folder', version: 'Version', today: 'Today',
};
