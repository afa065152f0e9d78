import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { common } from './common.ts';
import { roster } from './roster.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const name = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

const fields: Record<string, string> = {
  name: 'Name', officeName: 'Issuer of receipts', phone: 'Phone', opensOn: 'Day the books begin', 'manager.name': 'Manager’s name', 'manager.password': 'Manager’s password', password: 'Password', present: 'Present password',
  month: 'Month', from: 'From', to: 'To', on: 'Date', receivedOn: 'Date of payment', method: 'Method', transactionNo: 'Transaction no.', amountFen: 'Amount', tenderedFen: 'Cash received',
  lines: 'Lines', payer: 'Payer', note: 'Note', reason: 'Reason', rateE4: 'Rate', building: 'Building', unit: 'Unit', search: 'Search text', text: 'Search text', homeId: 'Home', file: 'File', sheet: 'Sheet',
  dueDay: 'Due day', idleMinutes: 'Minutes until locking', firstMonthRule: 'Rule of the first month', role: 'Role', homes: 'Homes', years: 'Years', until: 'Last month',
};
const rules: Record<string, string> = {
  DATE: 'must be a date such as 2026-11-01', MONTH: 'must be a month such as 2026-11', too_small: 'is too small or missing', too_big: 'is too large or too long', invalid_type: 'is missing or of the wrong kind',
  invalid_value: 'is not one of the choices', invalid_format: 'has the wrong form', unrecognized_keys: 'has unknown parts', not_multiple_of: 'must be whole',
};

/** A sentence for every refusal: what was refused, and what to do. */
export const refusals: RefusalWords = {
  BAD_INPUT: ({ issues }) =>
    issues.length === 0 ? 'The input does not fit.' : `${issues.slice(0, 3).map(({ path, rule }) => `“${fields[path] ?? fields[path.split('.')[0] ?? ''] ?? path}” ${rules[rule] ?? 'does not fit'}`).join('; ')}.`,
  NO_SUCH_ENDPOINT: ({ endpoint }) => `The program has no function “${endpoint}”.`,
  INTERNAL: ({ reference }) => `The program failed; see the log, reference ${reference}. Nothing was written.`,
  CANCELLED: () => 'Cancelled; nothing was written.',
  BUSY: () => 'The step before is not finished; please wait.',
  NEEDS_WINDOW: ({ endpoint }) => `“${endpoint}” only works in the window.`,

  NOT_SIGNED_IN: () => 'Nobody is signed in, or the session has ended.',
  ROLE_NOT_ALLOWED: ({ allowed }) => `Your role may not do this; it takes: ${allowed.map((role) => (common.roles as Record<string, string>)[role] ?? role).join(', ')}.`,
  SESSION_LOCKED: () => 'The window is locked; unlock it first.',
  WRONG_PASSWORD: ({ failures, waitSeconds }) => `Wrong password, failure ${failures}. ${waitSeconds > 0 ? `Try again in ${waitSeconds} seconds.` : ''}`,
  TOO_MANY_FAILURES: ({ waitSeconds }) => `Too many failures; try again in ${waitSeconds} seconds.`,
  PASSWORD_TOO_SHORT: ({ minimum }) => `A password has at least ${minimum} characters.`,
  USER_EXISTS: ({ name: user }) => `There already is someone called “${user}”.`,
  NO_SUCH_USER: () => 'There is no such user, or not any more.',
  LAST_MANAGER: () => 'This is the last manager; one has to stay.',

  FOLDER_NOT_EMPTY: () => 'The data folder already holds books; they are not overwritten.',
  NO_ESTATE: () => 'There is no estate yet.',
  FOLDER_READ_ONLY: ({ folder }) => `The data folder cannot be written: ${folder}. Choose another or change its permissions.`,
  DISK_FULL: () => 'The disk is full; nothing was written. Make room and try again.',
  DATABASE_BUSY: () => 'Another program is writing to the books; try again shortly.',
  DATABASE_DAMAGED: ({ file, detail }) => `The books in ${name(file)} are damaged (${detail}). The file was not changed; a backup can be restored.`,
  DATABASE_FOREIGN: ({ file }) => `${name(file)} is not a file of Mingbai; it was not changed.`,
  DATABASE_TOO_NEW: ({ file, version, supported }) => `${name(file)} is of a newer version (${version}); this program knows up to ${supported}. Please update it.`,
  MIGRATION_FAILED: ({ file, migration, backup }) => `Upgrading ${name(file)} failed at “${migration}”; the books are as they were. The backup before: ${name(backup)}.`,

  FILE_NOT_FOUND: ({ file }) => `There is no file ${name(file)}.`,
  FILE_NOT_PICKED: ({ file }) => `Please choose the file ${name(file)} again.`,
  FILE_TOO_LARGE: ({ file, bytes, limitBytes }) => `${name(file)} has ${Math.ceil(bytes / 1_048_576)} MB; at most ${Math.floor(limitBytes / 1_048_576)} MB.`,
  FILE_ENCRYPTED: ({ file }) => `${name(file)} has a password. Save a copy without it in Excel and import that.`,
  FILE_NOT_WORKBOOK: ({ file, hint }) => `${name(file)} is not a workbook that can be read. ${hint === 'OLD_XLS' ? 'It is an old .xls; save it as .xlsx in Excel.' : 'Use .xlsx or .csv.'}`,
  FILE_NOT_WRITABLE: ({ file }) => `${name(file)} cannot be written. It may be open in another program; close it and try again.`,
  NO_HEADER_ROW: ({ sheets, missing }) => `No header row was found in ${sheets.join(', ')}; missing: ${missing.map((field) => (roster.field as Record<string, string>)[field] ?? field).join(', ')}.`,
  NO_SUCH_SHEET: ({ sheet, sheets }) => `There is no sheet “${sheet}”, only ${sheets.join(', ')}.`,
  ROSTER_HAS_ERRORS: ({ errors }) => {
    const [first] = errors;
    return `The roster has ${errors.length} errors; nothing was imported. ${first ? `The first: row ${first.row}, “${first.header}”.` : ''}`;
  },

  NO_SUCH_HOME: () => 'There is no such home.',
  NO_SUCH_PERSON: () => 'This home has no such person.',
  MONTH_BEFORE_OPENING: ({ month, opensOn }) => `${month} is before the books began (${opensOn}); it cannot be billed.`,
  MONTH_TOO_FAR: ({ month, latest }) => `${month} is too early to bill; at most ${latest}.`,
  RATE_VERSION_EXISTS: ({ from }) => `There already is a rate from ${from}.`,
  RATE_BEFORE_ISSUED_BILL: ({ from, billedTo }) => `Bills are issued up to ${billedTo}; the rate cannot change from ${from}.`,

  NO_SUCH_PAYMENT: () => 'There is no such payment.',
  NO_SUCH_BILL: () => 'There is no such bill; it may just have changed. Open the home again.',
  BILL_OF_ANOTHER_HOME: () => 'This bill belongs to another home.',
  BILL_REPEATED: () => 'The same bill is listed twice.',
  PAYMENT_EXCEEDS_BALANCE: ({ balanceFen }) => `More than this bill still owes; at most ${yuan(balanceFen)}.`,
  LINES_EXCEED_AMOUNT: ({ amountFen, linesFen }) => `The bills sum to ${yuan(linesFen)}, more than the payment of ${yuan(amountFen)}.`,
  PREPAYMENT_TOO_FAR: ({ maximumFen, months }) => `At most ${months} months can be prepaid; this home can still prepay ${yuan(maximumFen)}.`,
  PAYMENT_ID_REUSED: () => 'This form was already registered with other contents. Open the home again.',
  TRANSACTION_NO_MISSING: ({ method }) => `${(common.method as Record<string, string>)[method] ?? method} needs a transaction number.`,
  TRANSACTION_NO_USED: ({ transactionNo, receiptNo }) => `Transaction ${transactionNo} was already used on receipt ${receiptNo}.`,
  CASH_TENDERED_TOO_SMALL: ({ amountFen, tenderedFen }) => `${yuan(tenderedFen)} received is not enough for ${yuan(amountFen)}.`,
  DATE_IN_FUTURE: ({ date, today }) => `${date} has not come yet; today is ${today}.`,
  DATE_BEFORE_OPENING: ({ date, opensOn }) => `${date} is before the books began (${opensOn}).`,
  PAYMENT_ALREADY_REVERSED: ({ reversalNo }) => `This receipt was already reversed by ${reversalNo}.`,

  ENTRY_NOT_BALANCED: ({ fund, sumFen }) => `The entry does not balance (${fund} by ${yuan(sumFen)}); it was not posted.`,
  NO_SUCH_ENTRY: ({ entryId }) => `There is no entry ${entryId}.`,
  NO_SUCH_ACCOUNT: ({ account }) => `There is no account ${account}.`,
  BACKUP_NOT_USABLE: ({ file, detail }) => `The backup ${name(file)} cannot be used: ${detail}.`,
  PRINT_FAILED: ({ detail }) => `It was not printed: ${detail}. It can be saved as PDF.`,
};
