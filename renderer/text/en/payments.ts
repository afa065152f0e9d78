import type { English } from '../english.ts';
import type { payments as zh } from '../zh/payments.ts';

/** The front desk and its receipts. */
export const payments: English<typeof zh> = {
  desk: 'Front desk',
  find: 'Find a home', findPlaceholder: 'Room / name / pinyin / end of phone', findExample: 'e.g. 32501, lxx, 2671', findNone: 'Nothing found for “{{text}}”. Try the room, a name, pinyin initials or the end of a phone number.',
  found: 'Matches', recent: 'Just now', choose: 'Find a home first', chooseNote: 'Type a room, a name, pinyin initials or the end of a phone number, and press Enter.',
  owes: 'Arrears', prepaid: 'Prepaid', areaAndRate: 'Built-up area, monthly rate', areaRate: '{{area}} m² × {{rate}} yuan', noRate: '{{area}} m², no rate', takeDeposit: 'Take a deposit', depositHeld: 'Deposit', tenantPays: 'pays', mergedInto: 'merged into {{home}}', formerOwner: 'Former owner {{name}}', lastPayment: 'Last payment', neverPaid: 'None yet', show: 'Show', showPhone: 'Show the phone of {{name}}', noPeople: 'Nobody recorded',
  bills: 'Open bills: {{count}}', checked: '{{count}} chosen', noBills: 'No open bills', noBillsNote: 'Coming property fees can be prepaid.',
  item: 'Item', fund: 'Fund', period: 'Period', billed: 'Billed ¥', paid: 'Paid ¥', waived: 'Waived ¥', open: 'Open ¥', now: 'Pays now ¥', due: 'Due', notNow: 'not now', checkBill: 'Choose {{item}} {{period}}', nowFor: 'Pays now {{item}} {{period}}',
  key: { check: 'choose', all: 'all', edit: 'amount', prepay: 'prepay', late: 'late fees', waive: 'waive' },
  basis: { pool: 'shared', home: 'per home', once: 'once', opening: 'before the books', comma: ', ' },
  late: 'Late fee', lateDays: '{{count}} days, {{amount}}', lateDays_one: '{{count}} day, {{amount}}', checkLate: 'Take the late fee of {{item}} {{period}}', lateFor: 'Pays now late fee of {{item}} {{period}}', lateStays: 'stays open', lateLeft: 'Late fees {{amount}} stay open',
  waive: 'Waive', waiveBill: 'Ask to waive {{item}} {{period}}', waiveTitle: 'Ask to waive', waiveAmount: 'Waive ¥', waiveReason: 'Reason', waiveAsk: 'Ask the manager', waiveNow: 'Waive it', waiveNote: 'Takes effect when the manager approves; the bill keeps its amount.', waiveNoteManager: 'Takes effect at once, on its own account; the bill keeps its amount.', waiverPending: 'awaits approval {{amount}}', waiverBy: 'asked by {{name}}', approve: 'Approve', reject: 'Reject',
  others: 'Other homes of the same owner', othersCount: 'Same owner, {{count}} more homes', othersCount_one: 'Same owner, {{count}} more home', othersOwe: 'owes {{amount}}', othersAll: 'take together', othersNone: 'this home only', groupOwes: '{{count}} bills, {{amount}} open', groupOwes_one: '{{count}} bill, {{amount}} open',
  overdue: '{{count}} days late', overdue_one: '{{count}} day late', dueToday: 'due today', notDue: 'not due',
  prepay: 'Prepaid fee', prepayNote: 'applied when billed; the rest is refundable', prepayFrom: 'from {{month}}', months: '{{count}} months', months_one: '{{count}} month', notWhole: 'part of a month', mostMonths: 'max. 12 months', fewer: 'One month less', moreMonths: 'One month more', prepayTimes: '{{fee}} × {{count}}', checkPrepay: 'Choose prepayment', offer: '{{months}}: {{count}} days free', bonus: '{{count}} days free {{amount}}', bonus_one: '{{count}} day free {{amount}}',
  sum: 'Total', panel: 'Payment', total: 'Total now', totalOf: '{{count}} bills {{bills}}', totalOf_one: '{{count}} bill {{bills}}', plusLate: 'late fees {{amount}}', plusPrepay: 'prepaid {{amount}}', totalBills: '{{count}} bills', totalBills_one: '{{count}} bill', totalPrepay: 'Prepayment', totalNothing: 'Nothing chosen yet',
  payer: 'Payer (printed on the receipt)', payerOther: 'Other…', payerName: 'Name of the payer', payerOwner: 'Owner {{name}}', payerTenant: 'Tenant {{name}}',
  method: 'Method', tendered: 'Cash received', change: 'Change', short: 'Short by', exact: 'Exact {{amount}}', transactionNo: 'Transaction no.', transactionRequired: 'required for a transfer', transactionOptional: 'scan it or leave it empty',
  preview: 'Preview, {{paper}}', previewNo: 'Numbered when registered', receipt: 'Receipt', payerIs: 'Payer', cashier: 'Cashier', sealPlace: 'Seal', receivedCash: 'Received', sheetsOf: ' ({{count}})',
  registerPrint: 'Take and print', registerOnly: 'Take only', registering: 'Registering', notAllowed: 'Your role may look but not take money',
  problem: { unreadable: 'Not an amount such as 162.60', tooMuch: 'At most {{amount}}', nothing: 'Choose a bill or type an amount first', negative: 'The amount must be above zero' },
  done: 'Registered', doneChange: 'Change', doneNext: 'Next customer', doneNextHint: 'Just type the next home', donePrepaid: 'Prepaid ¥{{amount}}', doneBonus: ', of it ¥{{amount}} given', doneLateLeft: 'Late fees of ¥{{amount}} stay open', doneOpen: 'Still owes ¥{{amount}}', donePaid: 'Nothing owed', keepOn: 'Take more from this home', printing: 'Printing', printed: 'Sent to the printer', notPrinted: 'Registered, but it was not printed', openReceipt: 'See receipt',
  today: 'Today’s receipts: {{count}}', range: '{{first}} to {{last}}', reversedCount: '; {{count}} undone', allReceipts: 'All receipts ›', toReceipts: 'receipts', reprintLast: 'reprint last', toShift: 'shift', noReceipts: 'No receipts today yet',
  no: 'Number', time: 'Time', who: 'For', content: 'Content', way: 'Method', amount: 'Amount ¥', state: 'State', actions: 'Actions',
  stateOf: { normal: 'valid', void: 'Void', reversal: 'Reversed', refund: 'Refunded', part: 'Refunded {{amount}}', invoiced: 'Invoiced' }, invoiceIs: 'Invoice no. {{no}}',
  undo: {
    void: { name: 'Void', reason: 'Why is {{no}} void?', confirm: 'Void it', note: 'The number is kept and not used again; its bills open again, and the shift report prints the reason.' },
    reverse: { name: 'Reverse', reason: 'Why is {{no}} reversed?', confirm: 'Reverse it', note: 'Its mirror entry is posted; the receipt is kept and stamped.' },
    refund: { name: 'Refund', reason: 'Why is {{no}} refunded?', amount: 'Give back ¥', all: 'all, {{amount}}', confirm: 'Give back {{amount}}', note: 'In full: the money goes back the way it came ({{method}}), and all that this receipt did is undone.', notePart: 'In part: prepayment first, then from the last line up, whose bills open again; the money goes back the way it came ({{method}}).' },
    invoice: { name: 'Invoice', reason: 'Invoice that replaces {{no}}', confirm: 'Record it', note: 'Printed on the receipt; it cannot be changed later.' },
  },
  view: 'View', receiptTitle: 'Receipt {{no}}', paper: 'Paper', a5: 'A5 landscape', mm80: '80 mm thermal', prints_one: 'Printed once; the next is marked as a reprint', prints: 'Printed {{count}} times; the next is marked as a reprint', neverPrinted: 'Never printed', entry: 'See entry',
  paperText: {
    date: 'Date', home: 'Home', area: 'Area', quantity: 'Quantity × price', before: 'Paid before', waived: 'Waived', nowPaid: 'Paid now', capitals: 'In words', figures: 'In figures', way: 'Method', sign: 'Payer’s signature', invoice: 'Invoice no.', seal: 'Receipt seal', first: 'First print', again: 'Reprint {{count}}', reprint: 'Reprint',
    share: '{{numerator}}/{{denominator}} month', bonus: '{{count}} days free, {{amount}} added to the prepayment', bonus_one: '{{count}} day free, {{amount}} added to the prepayment', prepayment: 'Prepayments are applied when billed; what is not yet due is refundable.', footer: 'This receipt is not a tax invoice and can be exchanged for one.', service: 'Service {{phone}}',
  },
  records: {
    title: 'Records', receipts: 'Receipts', prepaid: 'Prepaid', deposits: 'Deposits', back: '← Front desk', toDesk: 'Take money',
    note: { receipts: 'by number, newest first', prepaid: 'what homes have paid ahead; applied when billed', deposits: 'money to be returned, not income' },
    searchReceipts: 'Find a receipt', receiptsHint: 'Number / room / payer / transaction', day: 'Received on', rows: '{{count, number}} receipts', rows_one: '{{count, number}} receipt', none: 'No receipts match', noneNote: 'Try other filters.', kept: '{{count, number}} receipts, void and refunds taken off', kept_one: '{{count, number}} receipt, void and refunds taken off', registered: 'Registered', refunded: 'Refunded ¥', everyHome: 'All homes',
    searchHomes: 'Find a home', homesHint: 'Room / name', homes: '{{count, number}} homes', homes_one: '{{count, number}} home', homesMore: 'more than {{count, number}} homes', noPrepaid: 'No home has prepaid', noPrepaidNote: 'At the desk, P takes coming property fees ahead.', monthly: 'Monthly fee ¥', months: 'About', lastReceived: 'Last received', bonus: 'Of it given ¥', held: 'Prepaid ¥',
    statement: 'Prepayment of {{home}}', heldNow: 'Held now', refundable: 'Refundable (not served)', noMovements: 'Nothing was prepaid yet', given: 'Given by a promotion', balance: 'Balance ¥', giveBack: 'Give back what is not served', giveBackNote: 'Only what is not used; what a promotion gave lapses in proportion and is not paid out.', payee: 'To', payeeOwner: 'the owner', gaveBack: 'Gave back {{amount}}, no. {{no}}.', gaveBackLapsed: 'Gave back {{amount}}, no. {{no}}; {{lapsed}} of the gift lapsed.',
  },
};
