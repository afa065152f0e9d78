import type { estate as zh } from '../zh/estate.ts';

/** First start, and the page shown when the books cannot be opened. */
export const estate: typeof zh = {
  wizard: {
    title: 'First start',
    estateTitle: 'The estate and its books', estateName: 'Name of the estate', estateNameHint: 'Printed on receipts; can be changed in the settings',
    opensOn: 'The day the books begin', opensOnHint: 'Arrears from before this day are entered as opening arrears',
    managerTitle: 'The manager’s account', managerName: 'Name', password: 'Password', passwordAgain: 'Password again', passwordHint: 'At least 8 characters. Nobody can recover it, so keep it well.',
    choiceTitle: 'Where to begin',
    import: 'Import a workbook of owners', importNote: 'Choose an Excel or CSV roster, preview it, then import',
    sample: 'Open the sample estate', sampleNote: '855 homes and three years of books to try and to learn with',
    empty: 'Start empty', emptyNote: 'Enter the homes later',
    samplePassword: 'The manager of the sample estate is called manager; choose a password for him', openSample: 'Make the sample estate', skipToSample: 'Look at the sample estate first',
    making: 'Making the sample estate', dataFolder: 'The data are kept in {{folder}}',
    needName: 'Please fill in', needDay: 'Please enter a date such as 2026-11-01', mismatch: 'The two passwords differ', tooShort: 'At least 8 characters',
  },
  recovery: {
    title: 'The books cannot be opened', kept: 'The file was not changed and is still where it was.',
    file: 'File', detail: 'Details', logFile: 'Log', dataFolder: 'Data folder',
    restoreTitle: 'Restore a backup', restoreNote: 'The present file is put aside first, then the backup takes its place.', restore: 'Restore this one', noBackups: 'No backups were found',
    chooseFile: 'Choose another file…', retry: 'Try again', showLog: 'Show the log’s folder', bytes: '{{size}} MB', confirm: 'Really restore the backup of {{when}}?',
  },
};
