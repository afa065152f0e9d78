import type { English } from '../english.ts';
import type { periods as zh } from '../zh/periods.ts';

/** Closing months. */
export const periods: English<typeof zh> = {
  title: 'Month close', monthName: '{{year}}-{{month}}', months: 'Months', year: '{{year}}', yearBefore: 'Year before', yearAfter: 'Year after',
  none: 'No month was closed yet: the first may be any month that is over, and takes those before it along.', through: 'Closed through {{month}}: it and all before take no entry',
  state: { closed: 'closed', open: 'open', running: 'running' }, closedBy: '{{by}} {{at}}', noMonths: 'No books in this year',
  finding: { closed: '{{month}} is closed and takes no entry', running: '{{month}} is not over; this is what it will need', ready: '{{month}} can be closed', waiting: '{{month}}: {{count, number}} things to mend', waiting_one: '{{month}}: one thing to mend' },
  list: 'Checks before closing', again: 'Check again', checking: 'Checking', ok: 'passed', todo: 'to mend', note: 'note', look: 'View', mend: { earlierMonths: 'Close it', daysClosed: 'Close days', channelsSettled: 'Reconcile', sessionsReviewed: 'Decide', meterBill: 'Enter the bill', platformsSettled: 'Settlements', costsApproved: 'Approve', bankProperty: 'Account book', bankCommon: 'Account book', crossTotals: 'Trial balance', booksVerified: 'Verify' },
  bank: 'Bank statement', bankOf: 'Balance of the bank’s statement at the end of {{month}}, {{account}}', books: 'Books', difference: 'Difference', equal: 'equal', save: 'Save', badAmount: 'Write the amount like 1,234.56',
  close: 'Close {{month}}', closeNote: 'After that {{month}} and all before take no entry; to change them they must be reopened.', closeFirst: 'The first to be closed: {{month}} and the {{count, number}} months before it.', closeFirst_one: 'The first to be closed: {{month}} and the month before it.', onlyManager: 'The manager closes and reopens months.',
  done: '{{month}} is closed.', reopen: 'Reopen', reopenMonths: 'This reopens {{months}}; statements published for them are marked as superseded.', reason: 'Reason', confirmReopen: 'Reopen now', leave: 'Leave closed', reopened: '{{months}} reopened.',
  history: 'History', noHistory: 'No month was closed yet', event: { close: 'Closed', reopen: 'Reopened' }, at: 'When', what: 'What', span: 'Months', by: 'By',
  to: '{{from}} to {{to}}',
};
