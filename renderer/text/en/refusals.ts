import { formatE4 } from '../../../shared/domain/meter.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { dateTime } from '../formats.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { barrier } from './barrier.ts';
import { channels } from './channels.ts';
import { chargingAccountRefusals } from './charging-account-refusals.ts';
import { chargingChangeRefusals } from './charging-change-refusals.ts';
import { chargingRefusals } from './charging-refusals.ts';
import { costRefusals } from './cost-refusals.ts';
import { monthEndRefusals } from './month-end-refusals.ts';
import { common } from './common.ts';
import { roster } from './roster.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const name = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

const barrierColumns: Record<string, string> = barrier.column;
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const spaceFields: Record<string, string> = { zone: 'zone', title: 'title', kind: 'kind', floor: 'floor', ownerHomeId: 'owner', row: 'row in the plan', column: 'column in the plan' };
const spaceWords: Record<string, string> = { owner: 'an owner’s', developer: 'the developer’s', common: 'common', 'civil-defence': 'civil defence', standard: 'standard', wide: 'wide', charging: 'charging', disabled: 'accessible', '': 'none' };
const noticeKinds: Record<string, string> = { expiry: 'notice of its end', recall: 'notice of recall', price: 'notice of a new price', end: 'notice of termination' };
const channelNames: Record<string, string> = channels.channel;

function channelBroken(what: string, row: number, expected: number, found: number): string {
  if (what === 'summary') return 'The file is incomplete: its summary is missing. Download it again; nothing was imported.';
  if (what === 'row') return `The file is incomplete: row ${row} is cut off. Download it again; nothing was imported.`;
  if (what === 'count') return `The file is incomplete: its summary says ${expected} lines, it has ${found}. Nothing was imported.`;
  if (what === 'balance') return `The balance of row ${row} should be ${yuan(expected)} and is ${yuan(found)}: lines are missing in between. Nothing was imported.`;
  return `The file is incomplete: its summary says ${yuan(expected)} for ${what === 'fee' ? 'fees' : what === 'refund' ? 'refunds' : 'payments'}, its lines sum to ${yuan(found)}. Nothing was imported.`;
}

const fields: Record<string, string> = {
  name: 'Name', officeName: 'Issuer of receipts', phone: 'Phone', opensOn: 'Day the books begin', 'manager.name': 'Manager’s name', 'manager.password': 'Manager’s password', password: 'Password', present: 'Present password',
  month: 'Month', from: 'From', to: 'To', on: 'Date', receivedOn: 'Date of payment', method: 'Method', transactionNo: 'Transaction no.', amountFen: 'Amount', tenderedFen: 'Cash received',
  lines: 'Lines', payer: 'Payer', note: 'Note', reason: 'Reason', rateE4: 'Rate', building: 'Building', unit: 'Unit', search: 'Search text', text: 'Search text', homeId: 'Home', file: 'File', sheet: 'Sheet',
  floatFen: 'Float', countedFen: 'Counted', bankedFen: 'Banked', notes: 'Notes and coins', witness: 'Second name', slipNo: 'Slip no.',
  code: 'Code', fund: 'Fund', account: 'Account', basis: 'Basis', cycle: 'Cycle', rates: 'Rates', quantityE4: 'Quantity', dueOn: 'Due day', item: 'Fee item', items: 'Fee items', billId: 'Bill',
  dueDay: 'Due day', idleMinutes: 'Minutes until locking', firstMonthRule: 'Rule of the first month', role: 'Role', homes: 'Homes', years: 'Years', until: 'Last month',
  owners: 'New owner', into: 'Merged into', homeIds: 'Homes to merge', areaDm2: 'Area', offPermille: 'Discount', months: 'Months', bonusDays: 'Days given',
};
const rules: Record<string, string> = {
  PHONE: 'needs a valid phone number',
  DATE: 'must be a date such as 2026-11-01', MONTH: 'must be a month such as 2026-11', too_small: 'is too small or missing', too_big: 'is too large or too long', invalid_type: 'is missing or of the wrong kind',
  invalid_value: 'is not one of the choices', invalid_format: 'has the wrong form', unrecognized_keys: 'has unknown parts', not_multiple_of: 'must be whole',
};

const collectionFigures: Record<string, string> = {
  billedFen: 'billed', cancelledFen: 'cancelled', collectedFen: 'collected', openingFen: 'opening debt', arrearsCollectedFen: 'collected of older debt', householdsBilled: 'homes billed', householdsPaid: 'homes paid up',
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
  HOME_MERGED: ({ label, into, on }) => `${label} is a part of ${into} since ${on}; please act on ${into}.`,
  TRANSFER_BEFORE_ISSUED_BILL: ({ on, billedFrom }) => `Bills of periods from ${billedFrom} were issued to the present owner; a transfer cannot be dated ${on}. Cancel those bills first, or take ${billedFrom} or later.`,
  TRANSFER_BEFORE_OWNER: ({ on, ownerFrom }) => `The present owner began on ${ownerFrom}; a transfer cannot be dated before it (${on}).`,
  OWNER_REPEATED: ({ name: owner }) => `The new owner “${owner}” is written twice.`,
  SAME_OWNERS: ({ names }) => `The new owners are the present ones: ${names}.`,
  PREPAYMENT_HELD: ({ label, prepaidFen }) => `${label} still holds a prepayment of ${yuan(prepaidFen)}; choose how it is given back, or give it back first.`,
  TENANCY_OVERLAPS: ({ name: tenant, from, to }) => `It overlaps the tenancy of “${tenant}” (from ${from}${to ? ` to ${to}` : ''}).`,
  STATUS_BEFORE_ISSUED_BILL: ({ from, billedFrom }) => `Bills of periods from ${billedFrom} were issued by the present status; it cannot change from ${from}. Cancel those bills first, or take a later day.`,
  SAME_STATUS: ({ status, from }) => `From ${from} on the status already is “${(common.homeStatus as Record<string, string>)[status] ?? status}”.`,
  MERGE_INTO_ITSELF: ({ label }) => `${label} cannot become a part of itself.`,
  MERGE_BEFORE_ISSUED_BILL: ({ label, on, billedTo }) => `${label} is billed up to ${billedTo} (excluded); it cannot be merged on ${on}. Take ${billedTo} or later, or cancel bills first.`,
  MERGE_BEFORE_MERGE: ({ on, mergedOn }) => `Homes were merged on ${mergedOn}; another merge cannot be dated before it (${on}).`,
  DATES_REVERSED: ({ from, to }) => `The end ${to} must be later than the beginning ${from}.`,

  NO_SUCH_WAIVER: () => 'There is no such request for a waiver.',
  NO_SUCH_VACANCY: () => 'There is no such request for a vacancy discount.',
  ALREADY_DECIDED: ({ state, by }) => `${by} has already ${state === 'approved' ? 'approved' : 'rejected'} it; that stands.`,
  WAIVER_EXCEEDS_BALANCE: ({ balanceFen }) => `More than can still be waived of this bill; at most ${yuan(balanceFen)} (requests that wait are taken off).`,
  VACANCY_OVERLAPS: ({ from, to }) => `It overlaps the vacancy from ${from} to ${to}.`,
  PROMOTION_OVERLAPS: ({ name: rule, from, to }) => `It overlaps the promotion “${rule}” (${from} to ${to}); a day has only one.`,
  MONTH_BEFORE_OPENING: ({ month, opensOn }) => `${month} is before the books began (${opensOn}); it cannot be billed.`,
  MONTH_TOO_FAR: ({ month, latest }) => `${month} is too early to bill; at most ${latest}.`,
  RATE_VERSION_EXISTS: ({ from }) => `There already is a rate from ${from}.`,
  RATE_BEFORE_ISSUED_BILL: ({ from, billedTo }) => `Bills are issued up to ${billedTo}; the rate cannot change from ${from}.`,

  NO_SUCH_BUILDING: ({ building }) => `There is no building “${building}”.`,
  NO_SUCH_HOME_TYPE: ({ type }) => `There is no home type “${type}”.`,
  NO_HOME_OF_LABEL: ({ label }) => `There is no home ${label}.`,
  VERSION_OVERLAPS: ({ from, to }) => `It overlaps the version from ${from}${to ? ` to ${to}` : ''}.`,
  VERSION_BEFORE_ISSUED_BILL: ({ from, billedTo }) => `Bills reach to ${billedTo}; a new version cannot begin on ${from}. Choose a later day, or cancel those bills first.`,
  ITEM_IS_FIXED: () => 'Opening arrears, late fees, parking and charging are billed by the program alone.',
  ITEM_FUND_DIFFERS: ({ item, fund, account }) => `The fee item “${item}” goes to ${(common.fund as Record<string, string>)[fund] ?? fund}, account ${account}, and stays there. Make another item instead.`,
  ITEM_NAME_DIFFERS: ({ name: known }) => `Bills of this item were issued: it keeps its name, “${known}”.`,
  ITEM_BY_AREA: () => 'The property fee is by area alone.',
  ACCOUNT_NOT_OF_FUND: ({ account, fund }) => `Account ${account} is not of ${(common.fund as Record<string, string>)[fund] ?? fund}.`,
  RATE_MISSING: () => 'A rate is missing.',
  RATE_REPEATED: ({ key }) => `There are two rates for “${key}”.`,
  SPLIT_MISSING: () => 'Say how the pool is split, and by whose meters if by quantity.',
  POOL_HAS_NO_RATE: () => 'A pool is split from its total and has no rate.',
  CYCLE_NOT_OF_BASIS: () => 'Meters and pools cannot have years from handover.',
  NOT_A_POOL: ({ month }) => `This item is no pool in ${month}.`,
  POOL_NOT_DUE: ({ month, due }) => `The cost of this pool belongs to the last month of its period, ${due}, not to ${month}.`,
  POOL_ALREADY_BILLED: ({ month, billedFen }) => `${yuan(billedFen)} of the pool of ${month} were billed; its total stays.`,
  POOL_EXCEEDED: ({ month, remainingFen }) => `Only ${yuan(remainingFen)} of the pool of ${month} are left.`,
  NOT_ONE_OFF: () => 'This item is no one-off charge today; issue its bills instead.',
  AMOUNT_OR_QUANTITY: () => 'Give an amount or a quantity, and not both.',
  AMOUNT_TOO_SMALL: () => 'This quantity comes to less than a fen.',
  DUE_BEFORE_TODAY: ({ dueOn, today }) => `The due day ${dueOn} is before today, ${today}.`,
  NO_SUCH_ITEM: ({ item }) => `There is no fee item "${item}".`,
  ITEM_NOT_METERED: ({ item }) => `Fee item "${item}" is not charged by meter.`,
  METER_READINGS_HAVE_ERRORS: ({ errors }) => {
    const [first] = errors;
    return `The readings have ${errors.length} faults; nothing was imported.${first ? ` The first: row ${first.row}${first.header ? `, "${first.header}"` : ''}.` : ''}`;
  },
  NO_METER: () => 'This home has no such meter yet; enter its base first.',
  NO_SUCH_READING: () => 'There is no such reading.',
  READING_ALREADY_CORRECTED: () => 'This reading was corrected before; correct the newest one.',
  READING_BILLED: ({ billId }) => `Bill ${billId} was made from this reading. Cancel that bill first, correct the reading, then bill again.`,
  READING_FALLS: ({ lastE4, lastOn }) => `Below the reading of ${lastOn}, ${formatE4(lastE4)}. For a new meter use Replace; for a slip correct the reading first.`,
  READING_BEFORE_LAST: ({ on, lastOn }) => `There is a reading of ${lastOn}; one of ${on} must be later. To change a reading use Correct.`,
  METER_NO_DIFFERS: ({ meterNo, ours }) => `Meter number ${meterNo} is not the one we have, ${ours}. For a new meter use Replace.`,

  NO_SUCH_PAYMENT: () => 'There is no such payment.',
  BILL_ALREADY_CANCELLED: () => 'This bill was cancelled before.',
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
  PAYMENT_ALREADY_REVERSED: ({ reversalNo }) => `This receipt was already voided, reversed or refunded: ${reversalNo}.`,
  PAYMENT_PARTLY_REFUNDED: ({ refundedFen }) => `${yuan(refundedFen)} of this payment was already given back, so it cannot be voided or reversed. The rest can be refunded.`,
  PAYMENT_OF_ANOTHER: ({ cashier }) => `This receipt is ${cashier}’s. Only they or the manager can void it.`,
  NOT_TODAY: ({ registeredOn }) => `This receipt is from ${registeredOn}; only today’s can be voided. The manager can reverse or refund it.`,
  DAY_CLOSED: ({ reportNo }) => `This receipt is in the closed report ${reportNo} and cannot be voided. The manager can reverse or refund it.`,
  LATE_FEE_EXCEEDS: ({ lateFen }) => (lateFen === 0 ? 'This bill has no late fee to take today.' : `More than the late fee of this bill, which is ${yuan(lateFen)}.`),
  REFUND_EXCEEDS_PAYMENT: ({ refundableFen }) => (refundableFen === 0 ? 'This payment was given back in full.' : `More than can still be given back of this payment, which is ${yuan(refundableFen)}.`),
  REFUND_EXCEEDS_PREPAYMENT: ({ refundableFen }) => (refundableFen === 0 ? 'This home holds no prepayment to give back.' : `More than the prepayment that can be given back, which is ${yuan(refundableFen)}. A bonus is not paid out.`),
  INVOICE_NO_USED: ({ invoiceNo, receiptNo }) => `Invoice no. ${invoiceNo} was used for receipt ${receiptNo}.`,
  ALREADY_INVOICED: ({ invoiceNo }) => `This receipt was already exchanged for invoice ${invoiceNo}.`,
  NO_SUCH_DEPOSIT: () => 'There is no such deposit.',
  RETURN_EXCEEDS_DEPOSIT: ({ heldFen }) => (heldFen === 0 ? 'All of this deposit was already returned or kept.' : `More than is still held, which is ${yuan(heldFen)}.`),

  CHANNEL_FILE_SEEN: ({ file, at }) => `This file was imported on ${at.slice(0, 10)} as ${name(file)}. Nothing was written again.`,
  CHANNEL_FILE_EMPTY: ({ file }) => `${name(file)} has no transactions and does not say which days it is for.`,
  CHANNEL_FILE_WRONG_CHANNEL: ({ channel, found }) => `This looks like a file of ${channelNames[found] ?? found}, not of ${channelNames[channel] ?? channel}. Choose the other channel.`,
  CHANNEL_FILE_WRONG_MONTH: ({ month, row, on }) => `Row ${row} is of ${on}: outside ${month}, before the books began, or in the future. Nothing was imported.`,
  CHANNEL_FILE_TRUNCATED: ({ what, row, expected, found }) => channelBroken(what, row, expected, found),
  CHANNEL_COLUMNS_MISSING: ({ missing }) => `The file lacks columns${missing.length > 0 ? `: ${missing.map((column) => (channels.column as Record<string, string>)[column] ?? column).join(', ')}` : ''}. Say which column is which, or choose another file.`,
  CHANNEL_LINE_UNREADABLE: ({ row, column, value }) => `Row ${row}, “${column}”, says “${value}”, which cannot be read. Nothing was imported.`,
  CHANNEL_LINE_SEEN: ({ row, transactionNo, file }) => `Row ${row}${transactionNo ? ` (${transactionNo})` : ''} was imported before with ${name(file)}. Nothing was imported.`,
  CHANNEL_LINE_RESOLVED: () => 'This line was decided already. Reopen it first.',
  CHANNEL_LINE_SETTLED: () => 'This line was settled to the bank. Undo that settlement first.',
  NO_SUCH_CHANNEL_LINE: () => 'There is no such line; the list may have changed.',
  ACTION_NOT_FOR_LINE: ({ action, kind }) => `A line of the kind “${(channels.kind as Record<string, string>)[kind] ?? kind}” cannot be decided this way (${(channels.action as Record<string, string>)[action] ?? action}).`,
  ENTRY_ALREADY_MATCHED: ({ file, row }) => `This entry is already row ${row} of ${name(file)}.`,
  ENTRY_OF_OTHER_CHANNEL: () => 'This entry is not money of this channel.',
  MATCH_AMOUNT_DIFFERS: ({ lineFen, entriesFen }) => `The amounts differ: ${yuan(lineFen)} in the file, ${yuan(entriesFen)} in the books. A wrong receipt is undone and issued again.`,
  NOTHING_TO_SETTLE: ({ through }) => `Nothing waits to be settled up to ${through}.`,
  SETTLEMENT_HAS_EXCEPTIONS: ({ lines }) => `These days still have ${lines} exceptions; decide on them first.`,
  SETTLEMENT_DIFFERS: ({ expectedFen }) => `What arrived does not fit these days; ${yuan(expectedFen)} was expected.`,
  NO_SUCH_SETTLEMENT: () => 'There is no such settlement.',
  SETTLEMENT_ALREADY_UNDONE: () => 'This settlement was undone before.',

  SHIFT_ALREADY_OPEN: ({ openedAt }) => `Your shift is open since ${dateTime(openedAt)}. Close it before you open another.`,
  SHIFT_NOT_OPEN: () => 'You have no open shift to close.',
  SHIFT_CLOSED: ({ reportNo }) => `This shift was closed with report ${reportNo}, which stands.`,
  SHIFT_NOT_CLOSED: () => 'This shift is still open and has no report yet.',
  SHIFT_OF_ANOTHER: ({ userName }) => `This is the shift of ${userName}, who has to close it.`,
  NO_SUCH_SHIFT: () => 'There is no such shift.',
  NO_SUCH_REPORT: ({ reportNo }) => `There is no report ${reportNo}.`,
  COUNT_DIFFERS: ({ countedFen, notesFen }) => `The notes and coins come to ${yuan(notesFen)}, not to the ${yuan(countedFen)} that were counted. Please count again.`,
  BANKED_EXCEEDS_CASH: ({ bankedFen, cashFen }) => `${yuan(bankedFen)} cannot be banked: there is only ${yuan(cashFen)} in cash.`,
  WITNESS_IS_CASHIER: () => 'The second name must be another person’s.',
  SHIFTS_STILL_OPEN: ({ names }) => `Shifts are still open: ${names.join(', ')}. The day can be closed after them.`,
  DAY_ALREADY_CLOSED: ({ on, reportNo }) => `${on} is closed with report ${reportNo}. Later payments go to the next day close.`,
  NOTHING_TO_CLOSE: ({ on }) => `${on} has no shift and no payment to close.`,

  RATES_DISAGREE: ({ from, to, figure, key, documents, ledger }) => {
    const show = (value: number) => (figure.startsWith('households') ? `${value} homes` : yuan(value));
    return `The rates of ${from === to ? from : `${from} to ${to}`} are not shown: ${collectionFigures[figure] ?? figure}${key ? ` (${key})` : ''} is ${show(documents)} by the documents and ${show(ledger)} by the ledger. Verify the books under Ledger.`;
  },
  NOTHING_TO_DUN: () => 'No overdue bill fits these filters; no notice was made.',
  NO_SUCH_NOTICE: ({ noticeNo }) => `There is no notice ${noticeNo}.`,
  SERVED_BEFORE_NOTICE: ({ noticeNo, on }) => `${noticeNo} was made on ${on} and cannot have been served before.`,
  PROMISE_DATE_MISSING: ({ outcome }) => (outcome === 'promised' ? 'A promise needs the day that was promised.' : 'Only a promise has a day.'),
  PROMISE_IN_PAST: ({ promisedOn }) => `The promised day ${promisedOn} has passed.`,

  NO_SUCH_SPACE: ({ space }) => `There is no space ${space}.`,
  SPACE_DIFFERS: ({ space, field, ours, given }) => `Space ${space} is known with another ${spaceFields[field] ?? field}: “${spaceWords[ours] ?? ours}”, not “${spaceWords[given] ?? given}”.`,
  SPACES_HAVE_ERRORS: ({ errors }) => `${errors.length === 1 ? 'A row has an error' : `${errors.length} rows have errors`}; nothing was imported. Correct the file, or import the sound rows only.`,
  TITLE_OF_LET_SPACE: ({ space }) => `Space ${space} was charged under its title; the title stands.`,
  SPACE_BLOCKED: ({ space, from, to, reason }) => `Space ${space} is blocked from ${from}${to === null ? '' : ` until ${to}`} (${reason}) and cannot be let.`,
  NO_SUCH_BLOCK: ({ blockId }) => `There is no block ${blockId}.`,
  SPACE_TAKEN: ({ weekday, from, to, space }) => `Space ${space} is let: another lease holds ${weekdays[weekday - 1] ?? ''} ${from}–${to}.`,
  PLATE_TAKEN: ({ plate }) => `${plate} is on another lease on these days.`,
  PLATE_INVALID: ({ plate }) => `“${plate}” is no plate: seven characters when blue, eight when green, a province first.`,
  PLATE_REPEATED: ({ plate }) => `${plate} stands there twice.`,
  RESOLUTION_NEEDED: ({ space }) => `${space} is a common space: letting it to outsiders needs the number of the owners’ resolution.`,
  CONSENT_NEEDED: ({ space }) => `${space} is an owner’s space: letting it to anyone else needs the owner’s consent.`,
  LESSEE_NOT_OF_KIND: ({ kind }) => (kind === 'resident' ? 'A resident lease is a home’s, not a company’s.' : 'A daytime lease has one payer: a company or a home.'),
  HOME_UNSOLD: ({ label }) => `${label} is not sold yet and cannot lease.`,
  WINDOW_EMPTY: ({ from, to }) => `The window ${from}–${to} has no length.`,
  WINDOWS_OVERLAP: ({ weekday, from, to }) => `${weekdays[weekday - 1] ?? ''} ${from}–${to} is in two windows.`,
  PRICES_EXIST: ({ from }) => `There are prices from ${from} already.`,
  PRICES_REVERSED: ({ marketFen, residentFen }) => `The resident price ${yuan(residentFen)} is above the market price ${yuan(marketFen)}.`,
  NO_PRICES: ({ from }) => `No market and resident price is in force on ${from}.`,
  PRICE_BEFORE_CHARGE: ({ from, chargedTo }) => `Charges up to ${chargedTo} stand at the old price; a new one cannot begin on ${from}.`,
  NO_SUCH_LEASE: ({ leaseId }) => `There is no lease ${leaseId}.`,
  LEASE_NOT_DRAFT: () => 'This lease is signed and no draft.',
  LEASE_NOT_SIGNED: () => 'This lease is not signed yet.',
  LEASE_ENDED: ({ on }) => `This lease ended on ${on}.`,
  LEASE_DAY_OUTSIDE: ({ on, from, to }) => `${on} lies outside the lease, which runs from ${from}${to === null ? '' : ` up to ${to}`}.`,
  LEASE_SUSPENDED: ({ from, to }) => `This lease is suspended from ${from}${to === null ? '' : ` until ${to}`}.`,
  LEASE_NOT_SUSPENDED: () => 'This lease is not suspended.',
  NOTICE_TOO_SHORT: ({ earliest }) => `The notice is too short: ${earliest} is the earliest day.`,
  SAME_SPACE: ({ space }) => `The lease is in ${space} already.`,
  COMPANY_EXISTS: ({ name: company }) => `There is a company “${company}” already.`,
  NO_SUCH_COMPANY: ({ companyId }) => `There is no company ${companyId}.`,
  VEHICLE_KNOWN: ({ plate, label }) => `${plate} is registered with ${label} already.`,
  NO_SUCH_VEHICLE: ({ vehicleId }) => `There is no vehicle ${vehicleId}.`,
  NO_SUCH_VOUCHER: ({ voucherNo }) => `There is no voucher ${voucherNo}.`,
  VOUCHER_USED: ({ voucherNo, at }) => `Voucher ${voucherNo} was used at ${dateTime(at)}.`,
  VOUCHER_EXPIRED: ({ voucherNo, through }) => `Voucher ${voucherNo} was good through ${through}.`,
  VOUCHER_NOT_YET: ({ voucherNo, from }) => `Voucher ${voucherNo} is good from ${from} on.`,
  VOUCHER_WITHDRAWN: ({ voucherNo }) => `Voucher ${voucherNo} was withdrawn.`,
  VOUCHER_OF_OTHER_PLATE: ({ voucherNo, plate }) => `Voucher ${voucherNo} is for ${plate}.`,
  BARRIER_FILE_SEEN: ({ file, at }) => `This file was imported at ${dateTime(at)} as ${name(file)}. Nothing was written again.`,
  BARRIER_FILE_EMPTY: ({ file }) => `${name(file)} has no entry or exit.`,
  BARRIER_COLUMNS_MISSING: ({ missing, headers }) => `These columns were not found: ${missing.map((column) => barrierColumns[column] ?? column).join(', ')}.${headers.length > 0 ? ` The file’s columns are: ${headers.join(', ')}.` : ''}`,
  NO_SUCH_FINDING: ({ findingId }) => `There is no finding ${findingId}.`,
  FINDING_DECIDED: ({ state }) => (state === 'charged' ? 'A bill was issued for this finding.' : 'This finding was dismissed.'),
  FINDING_NOT_CHARGEABLE: ({ kind }) => (kind === 'unused' ? 'An unused space has nothing to charge.' : 'Nobody is known to have this car: no bill can be issued.'),
  NOTICE_NOT_DUE: ({ leaseNo, kind }) => `Lease ${leaseNo} needs no ${noticeKinds[kind] ?? 'notice'} now.`,

  ENTRY_NOT_BALANCED: ({ fund, sumFen }) => `The entry does not balance (${fund} by ${yuan(sumFen)}); it was not posted.`,
  NO_SUCH_ENTRY: ({ entryId }) => `There is no entry ${entryId}.`,
  NO_SUCH_ACCOUNT: ({ account }) => `There is no account ${account}.`,
  BACKUP_NOT_USABLE: ({ file, detail }) => `The backup ${name(file)} cannot be used: ${detail}.`,
  ...chargingRefusals,
  ...monthEndRefusals,
  ...costRefusals,
  ...chargingAccountRefusals, ...chargingChangeRefusals,
  PRINT_FAILED: ({ detail }) => `It was not printed: ${detail}. It can be saved as PDF.`,
};
