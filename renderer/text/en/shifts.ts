import type { English } from '../english.ts';
import type { shifts as zh } from '../zh/shifts.ts';

/** Shifts of the cash drawer and the close of the day. */
export const shifts: English<typeof zh> = {
  title: 'Shifts', view: { current: 'This shift', reports: 'Reports', days: 'Day close' },
  viewNote: { current: 'From its opening until now, all of it from entries', reports: 'Frozen when a shift closes', days: 'Once a day is closed nothing of it is voided; later payments go to the next' },
  notOpen: 'No shift is open', pendingNote: 'What is taken now falls into the next shift.', pending: '{{count}} entries since the last close fall into this shift.', pending_one: '{{count}} entry since the last close falls into this shift.',
  since: 'Opened', sinceAt: 'since {{when}}', float: 'Float', floatYuan: 'Float ¥', cashIn: 'Cash in', cashOut: 'Cash out', expected: 'Cash expected', entries: 'Entries', sheetCount: '{{count, number}}',
  open: 'Open shift', openNote: 'Count the float in the drawer, then open.', badAmount: 'must be an amount with at most two decimals',
  taken: 'Money taken', takenNote: 'by item and method', item: 'Item', fund: 'Fund', nothingTaken: 'Nothing was taken or given in this shift yet', nothingTakenReport: 'Nothing was taken or given',
  kind: { receipt: '', void: 'Void', reversal: 'Reversal', refund: 'Refund', 'deposit-return': 'Deposit return', other: 'Other' },
  prepayment: 'Prepaid property fee', deposit: 'Deposit', retained: 'Retained deposit',
  numbers: 'Numbers', missing: 'Missing', noGap: 'none', series: { SJ: 'Receipts', ZF: 'Voids', HC: 'Reversals', TK: 'Refunds', YJ: 'Deposit receipts', YT: 'Deposit returns' },
  undone: 'Voids, reversals, refunds and deposits', noneUndone: 'No voids, reversals, refunds or deposits', documentKind: { void: 'Void', reversal: 'Reversal', refund: 'Refund', deposit: 'Deposit', 'deposit-return': 'Deposit return' }, documentNo: 'Number', ofNo: 'Receipt', time: 'Time', who: 'Home', way: 'Method', amount: 'Amount ¥',
  counting: 'Count the cash', face: 'Face', pieces: 'Pieces', piecesOf: 'How many of {{face}}', yuanFace: '{{value}} yuan', jiaoFace: '{{value}} jiao', badPieces: 'must be whole', counted: 'Cash counted', countedYuan: 'Cash counted ¥', countedHint: 'by note and coin, or type the sum', expectedIs: 'expected {{amount}}',
  short: 'short {{amount}}', over: 'over {{amount}}', even: 'as expected', notCounted: 'not counted yet',
  banked: 'To the bank ¥', bankedShort: 'Banked', bankRest: 'Keep {{amount}}, bank the rest', slipNo: 'Slip no.', slipHint: 'as on the bank’s slip', witness: 'Second name', witnessHint: 'who takes over or checks', note: 'Note',
  close: 'Close shift', tooMuchBanked: 'no more than was counted', keys: 'digits, Enter ↓ next, ↑ back', comma: ', ',
  confirm: 'Close the shift', recount: 'Count again', ask: 'A closed shift stands: nothing in it can be changed or voided.',
  says: { even: '{{expected}} yuan expected and counted.', short: '{{expected}} yuan expected, {{counted}} counted: {{amount}} short, posted as an expense.', over: '{{expected}} yuan expected, {{counted}} counted: {{amount}} over, posted as income.', banked: '{{banked}} yuan to the bank, {{kept}} left in the drawer.', notBanked: 'Nothing to the bank, {{kept}} yuan left in the drawer.' },
  closed: 'Shift closed', printed: 'Sent to the printer', openNext: 'Open a new shift', reportNo: 'Report', cashier: 'Cashier', closedBy: 'Closed by', openedAt: 'Opened', closedAt: 'Closed', difference: 'Over or short', kept: 'Kept', day: 'Day', stillOpen: 'open',
  search: 'Find a shift', searchHint: 'Name / report no.', from: 'From', to: 'To', rows: '{{count, number}} shifts', rows_one: '{{count, number}} shift', noShifts: 'No shifts yet', noShiftsNote: 'Open one under “This shift”.', backToList: 'Back to the list', cash: 'Cash', notes: 'Notes and coins', notesNone: 'not counted by face', bankedOf: 'to the {{account}}', accounts: { '1002.01': 'basic account', '1002.02': 'common-income account' }, period: '{{from}} to {{to}}',
  closeDay: 'Close the day', dayOf: 'Day', openShifts: 'Still open', waiting: 'Shifts are still open: {{names}}. The day can be closed after them.', others: 'Without a shift', othersNote: 'who opened none is counted with the day', cashNet: 'Cash', total: 'Money taken', nothing: 'No shift and no money on this day', dayClosed: '{{day}} is closed with report {{no}}.', showReport: 'Show the report', confirmDay: 'Close the day', askDay: 'After this nobody can void a payment of {{day}}.', daySays: '{{shifts}} shifts, {{total}} yuan taken.', notYet: 'Not yet', days: 'Day reports', dayRows: '{{count, number}} days', dayRows_one: '{{count, number}} day', noDays: 'No day was closed yet', maker: 'Made by', dayClosedAt: 'Closed at', shiftCount: 'Shifts', checker: 'Checked by', mayNotClose: 'Cashiers and managers close the day.',
};
