import type { English } from '../english.ts';
import type { payments as zh } from '../zh/payments.ts';

/** The front desk and its receipts. */
export const payments: English<typeof zh> = {
  desk: 'Front desk',
  find: 'Find a home', findPlaceholder: 'Room / name / pinyin / end of phone', findExample: 'e.g. 32501, lxx, 2671', findNone: 'Nothing found for “{{text}}”. Try the room, a name, pinyin initials or the end of a phone number.',
  found: 'Matches', recent: 'Just now', choose: 'Find a home first', chooseNote: 'Type a room, a name, pinyin initials or the end of a phone number, and press Enter.',
  owes: 'Arrears', prepaid: 'Prepaid', areaAndRate: 'Built-up area, monthly rate', areaRate: '{{area}} m² × {{rate}} yuan', noRate: '{{area}} m², no rate', lastPayment: 'Last payment', neverPaid: 'None yet', show: 'Show', showPhone: 'Show the phone of {{name}}', noPeople: 'Nobody recorded',
  bills: 'Open bills: {{count}}', checked: '{{count}} chosen', noBills: 'No open bills', noBillsNote: 'Coming property fees can be prepaid.',
  item: 'Item', fund: 'Fund', period: 'Period', billed: 'Billed ¥', paid: 'Paid ¥', open: 'Open ¥', now: 'Pays now ¥', due: 'Due', notNow: 'not now', checkBill: 'Choose {{item}} {{period}}', nowFor: 'Pays now {{item}} {{period}}',
  key: { check: 'choose', all: 'all', edit: 'amount', prepay: 'prepay' },
  overdue: '{{date}}, {{count}} days late', overdue_one: '{{date}}, {{count}} day late', dueToday: '{{date}}, due today', notDue: '{{date}}, not due',
  prepay: 'Prepaid fee', prepayNote: 'applied when billed; the rest is refundable', prepayFrom: 'from {{month}}', months: '{{count}} months', months_one: '{{count}} month', notWhole: 'part of a month', mostMonths: 'max. 12 months', fewer: 'One month less', moreMonths: 'One month more', prepayTimes: '{{fee}} × {{count}}', checkPrepay: 'Choose prepayment',
  sum: 'Total', panel: 'Payment', total: 'Total now', totalOf: '{{count}} bills {{bills}} + prepaid {{prepay}}', totalOf_one: '{{count}} bill {{bills}} + prepaid {{prepay}}', totalBills: '{{count}} bills', totalBills_one: '{{count}} bill', totalPrepay: 'Prepayment', totalNothing: 'Nothing chosen yet',
  payer: 'Payer (printed on the receipt)', payerOther: 'Other…', payerName: 'Name of the payer', payerOwner: 'Owner {{name}}', payerTenant: 'Tenant {{name}}',
  method: 'Method', tendered: 'Cash received', change: 'Change', short: 'Short by', exact: 'Exact {{amount}}', transactionNo: 'Transaction no.', transactionRequired: 'required for a transfer', transactionOptional: 'scan it or leave it empty',
  preview: 'Preview, {{paper}}', previewNo: 'Numbered when registered', receipt: 'Receipt', payerIs: 'Payer', cashier: 'Cashier', sealPlace: 'Seal', receivedCash: 'Received', sheetsOf: ' ({{count}})',
  registerPrint: 'Take and print', registerOnly: 'Take only', registering: 'Registering', notAllowed: 'Your role may look but not take money',
  problem: { unreadable: 'Not an amount such as 162.60', tooMuch: 'At most {{amount}}', nothing: 'Choose a bill or type an amount first', negative: 'The amount must be above zero' },
  done: 'Registered', doneChange: 'Change', doneNext: 'Next customer', doneNextHint: 'Just type the next home', donePrepaid: 'Prepaid ¥{{amount}}', doneOpen: 'Still owes ¥{{amount}}', donePaid: 'Nothing owed', keepOn: 'Take more from this home', printing: 'Printing', printed: 'Sent to the printer', notPrinted: 'Registered, but it was not printed', openReceipt: 'See receipt',
  today: 'Today’s receipts: {{count}}', range: '{{first}} to {{last}}', reversedCount: '; {{count}} reversed', reprintLast: 'reprint last', noReceipts: 'No receipts today yet',
  no: 'Number', time: 'Time', who: 'For', content: 'Content', way: 'Method', amount: 'Amount ¥', state: 'State', normal: 'valid', reversed: 'Reversed', actions: 'Actions',
  reverse: 'Reverse', reverseReason: 'Why is {{no}} reversed?', reverseConfirm: 'Reverse it', reverseNote: 'Its mirror entry is posted; the receipt is kept and stamped.',
  view: 'View', receiptTitle: 'Receipt {{no}}', paper: 'Paper', a5: 'A5 landscape', mm80: '80 mm thermal', prints_one: 'Printed once; the next is marked as a reprint', prints: 'Printed {{count}} times; the next is marked as a reprint', neverPrinted: 'Never printed', entry: 'See entry',
  paperText: {
    date: 'Date', home: 'Home', area: 'Area', quantity: 'Quantity × price', before: 'Paid before', waived: 'Waived', nowPaid: 'Paid now', capitals: 'In words', figures: 'In figures', way: 'Method', sign: 'Payer’s signature', invoice: 'Invoice no.', seal: 'Receipt seal', first: 'First print', again: 'Reprint {{count}}', reprint: 'Reprint',
    share: '{{numerator}}/{{denominator}} month', prepayment: 'Prepayments are applied when billed; what is not yet due is refundable.', footer: 'This receipt is not a tax invoice and can be exchanged for one.', service: 'Service {{phone}}',
  },
};
