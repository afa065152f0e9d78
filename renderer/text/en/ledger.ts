import type { English } from '../english.ts';
import type { ledger as zh } from '../zh/ledger.ts';

/** The books: journal, account and home ledgers, trial balance, verification, audit. */
export const ledger: English<typeof zh> = {
  title: 'Books',
  book: { journal: 'Journal', account: 'Account', home: 'Home', trial: 'Trial balance', verify: 'Verify', audit: 'Audit' },
  note: { journal: 'In order of entries; click a row for its entry', account: 'One account line by line, debit balances positive', home: 'One home line by line; positive is owed, negative prepaid', trial: 'Balances by fund; the sum has to be 0.00', verify: 'Checks the books from the first entry on', audit: 'Who did what and when' },
  entryNo: 'Entry', day: 'Date', kindHead: 'Kind', memo: 'Memo', account: 'Account', fund: 'Fund', home: 'Home', debit: 'Debit ¥', credit: 'Credit ¥', balance: 'Balance ¥', balanceOwed: 'Owed / prepaid(−) ¥',
  from: 'From', to: 'To', on: 'As of', allFunds: 'All funds', chooseAccount: 'Choose an account', chooseHome: 'Find a home: room / name / pinyin', search: 'Memo, home, amount', searchLabel: 'Search the journal', homeFound: '{{label}} {{owner}}',
  openingBalance: 'Opening balance', rows: '{{count, number}} rows', rows_one: '{{count, number}} row', rowsMore: '{{count, number}} rows and more below', needAccount: 'Choose an account first', needHome: 'Find a home first', needHomeNote: 'Type a room, a name or pinyin initials and choose it.',
  noRows: 'No postings in this range', clearFilter: 'Clear filter',
  exportHledger: 'Export hledger', exported: 'Exported {{entries, number}} entries with {{postings, number}} postings to {{file}}', exporting: 'Exporting',
  entry: 'Entry {{no}}', postedAt: 'Posted', by: 'By', reverses: 'Reverses entry {{no}}', reversedBy: 'Reversed by entry {{no}}', hash: 'Hash', system: 'program', closeEntry: 'Close the entry', homeBook: 'Home ledger', accountBook: 'Account ledger',
  trialSum: 'Total', trialDebit: 'Debit ¥', trialCredit: 'Credit ¥', trialBalanced: 'Debits equal credits, difference 0.00', trialUnbalanced: 'Difference {{amount}}; verify the books now', fundSum: '{{fund}}, subtotal', trialEmpty: 'The books have no postings yet',
  verifyRun: 'Verify again', verifyStart: 'Verify now', verifyIdle: 'Not verified yet', verifyIdleNote: 'Verifying computes the hash chain again from the first entry and compares bills, payments and receipt numbers with their postings.', verifyOk: 'The books are sound', verifyOkNote_one: '{{count, number}} entry checked: debits equal credits, bills and payments agree with their postings, receipt numbers have no gap, the hash chain is whole.', verifyOkNote: '{{count, number}} entries checked: debits equal credits, bills and payments agree with their postings, receipt numbers have no gap, the hash chain is whole.', verifyBad: 'Problems found: {{count, number}}', verifyBadNote_one: '{{count, number}} entry checked. Take no more money for now; compare with a backup and call whoever maintains this program.', verifyBadNote: '{{count, number}} entries checked. Take no more money for now; compare with a backup and call whoever maintains this program.', verifying: 'Checking entry by entry; many entries take some seconds', problem: 'Problem', subject: 'Where', detail: 'Details',
  auditAt: 'Time', auditWho: 'Who', auditWhat: 'Did what', auditInput: 'With what', noAudit: 'No audit records yet', auditNotAllowed: 'The audit is for managers and auditors.', nobody: '(before sign-in)',
  kind: { opening: 'Opening', bill: 'Billing', payment: 'Payment', 'prepayment-use': 'Prepayment used', 'prepayment-return': 'Prepayment returned', reversal: 'Reversal', cancel: 'Bill cancelled', reduction: 'Reduction', 'late-fee': 'Late fee', refund: 'Refund', deposit: 'Deposit', 'deposit-return': 'Deposit returned', shift: 'Over or short', banking: 'Banking', settlement: 'Settlement', subsidy: 'Parking subsidy' },
  problemKind: {
    HASH: 'Entry was changed: its hash differs', CHAIN: 'Hash chain is broken', ENTRY_GAP: 'Entry numbers have a gap', UNBALANCED: 'Entry does not balance', BILL: 'Bill differs from its postings', OVERPAID: 'Bill was paid beyond its amount', PAYMENT: 'Payment differs from its postings', DEPOSIT: 'Deposit differs from its postings', PREPAYMENT: 'Prepayment differs from its postings', POOL: 'More was billed than a pool cost', RECEIPT_GAP: 'Receipt numbers have a gap', SHIFT: 'Shift or day report differs from its postings', CHANNEL: 'Channel line differs from its postings', PARKING: 'Parking leases, charges and postings differ', SUM: 'Kept sums differ from their rows',
  },
  accountName: {
    '1001': 'Cash', '1002': 'Bank', '1002_01': 'Bank, main account', '1002_02': 'Bank, common income', '1012': 'Other money', '1012_01': 'Other money, WeChat', '1012_02': 'Other money, Alipay',
    '1122': 'Receivables', '2203': 'Prepayments', '2241': 'Other payables', '2241_01': 'Other payables, deposits', '2241_02': 'Other payables, agency', '2241_03': 'Other payables, common income', '2241_03_01': 'Common income, parking (residents)', '2241_03_02': 'Common income, parking (daytime)', '2241_03_03': 'Common income, parking (other)', '2241_03_09': 'Common income, parking subsidy', '2241_09': 'Other payables, unidentified', '3999': 'Opening balances',
    '5001': 'Main income', '5051': 'Other income', '5301': 'Extraordinary income', '5401': 'Main costs', '5402': 'Other costs', '5711': 'Extraordinary costs',
  },
  inputComma: ', ', inputInner: '({{parts}})', inputCount: '{{count, number}} items', inputCount_one: '{{count, number}} item', inputDestination: 'output', inputYes: 'yes', inputNo: 'no',
  input: {
    name: 'name', password: 'password', present: 'present password', role: 'role', userId: 'user', active: 'in use', homeId: 'home no.', personId: 'person', month: 'month', commit: 'post', onError: 'on errors', file: 'file', sheet: 'sheet', from: 'from', to: 'to', rateE4: 'rate', building: 'building',
    paymentId: 'payment', receivedOn: 'received on', method: 'method', transactionNo: 'transaction no.', amountFen: 'amount', tenderedFen: 'cash received', lines: 'lines', payer: 'payer', payerRole: 'payer is', note: 'note', reason: 'reason', paper: 'paper', selection: 'selection', format: 'format',
    book: 'book', account: 'account', fund: 'fund', on: 'as of', search: 'search', opensOn: 'books begin', manager: 'manager', homes: 'homes', years: 'years', seed: 'seed', until: 'until', officeName: 'issuer', phone: 'phone', firstMonthRule: 'first month', dueDay: 'due day', idleMinutes: 'lock after minutes',
    channel: 'channel', lineId: 'line', action: 'action', through: 'through', netFen: 'arrived', profile: 'bank', mapping: 'columns', entryIds: 'entries', feeFen: 'fee', settlementId: 'settlement', folder: 'folder',
  },
  inputValue: {
    manager: 'manager', cashier: 'cashier', office: 'office', auditor: 'auditor', skip: 'skip', refuse: 'import nothing', cash: 'cash', wechat: 'WeChat', alipay: 'Alipay', card: 'card', transfer: 'transfer', owner: 'owner', tenant: 'tenant', other: 'other',
    journal: 'journal', account: 'account', home: 'home', trialBalance: 'trial balance', property: 'property fee', common: 'common income', agency: 'agency money', deposit: 'deposits', maintenance: 'maintenance fund', full: 'whole month', half: 'half a month', days: 'by days', a5: 'A5', printer: 'printer', pdf: 'PDF',
    bank: 'bank', match: 'match', register: 'register', reissue: 'reissue', hold: 'hold', fee: 'charge', settle: 'settle', ignore: 'ignore', reopen: 'reopen', refund: 'refund',
  },
  act: {
    'estate.create': 'Began the books', 'estate.createSample': 'Made the sample estate', 'estate.changeSettings': 'Changed settings', 'users.add': 'Added a user', 'users.change': 'Changed a user', 'users.setPassword': 'Set a password', 'users.signIn': 'Signed in', 'users.signOut': 'Signed out', 'users.lock': 'Locked', 'users.unlock': 'Unlocked',
    'roster.import': 'Imported a roster', 'homes.revealPhone': 'Looked at a phone', 'fees.issueBills': 'Issued bills', 'fees.setRate': 'Changed a rate', 'payments.register': 'Took a payment', 'payments.reverse': 'Reversed a receipt', 'payments.printReceipt': 'Printed a receipt',
    'channels.rematch': 'Matched channels again', 'channels.import': 'Imported a channel’s file', 'channels.resolve': 'Decided on a channel line', 'channels.settle': 'Settled a channel', 'channels.undoSettlement': 'Undid a settlement', 'estate.writeSampleFiles': 'Wrote sample channel files',
    'ledger.export': 'Exported a ledger', 'ledger.exportHledger': 'Exported hledger', 'backup.create': 'Made a backup', 'backup.restore': 'Restored a backup',
  },
};
