import type { fees as zh } from '../zh/fees.ts';

/** Bills: months, draft, issued bills, rates. */
export const fees: typeof zh = {
  title: 'Bills', bills: 'Bills', rates: 'Rates', months: 'Months', allMonths: 'All bills', month: 'Property fee {{month}}', notIssued: 'not issued', billed: 'Billed ¥', open: 'Open ¥', issuedAt: 'issued {{when}}', noMonths: 'The books have not begun', paidShare: '{{share}} paid',
  search: 'Room / name', searchLabel: 'Search bills', openOnly: 'Open only', home: 'Home', item: 'Item', period: 'Period', basis: 'Area × rate', due: 'Due', paid: 'Paid ¥', rows: '{{count}} bills', rowsMore: '{{count}} bills and more below', none: 'No bill fits these filters', noneNote: 'Change them and look again.', sum: 'Total', before: 'before the books began', seeEntry: 'See entry',
  another: 'Bill the rest', makeDraft: 'Make bills', draft: 'Draft of {{month}}', draftNote: 'A draft is a preview: nothing is posted before you issue it', close: 'Drop the draft',
  count: 'Bills', countValue: '{{count}}', amount: 'Billed in total', prepaid: 'Prepayments applied', skipped: 'Skipped', skippedValue: '{{count}} homes',
  by: 'Contents of the draft', byBuilding: 'By building', byHome: 'By home {{count}}', bySkipped: 'Skipped {{count}}', building: 'Building', buildingName: 'Building {{name}}', homes: 'Homes', amountYuan: 'Amount ¥', reason: 'Reason', anyReason: 'Any reason', noSkipped: 'No home is skipped', nothing: 'There is nothing to bill for this month', nothingNote: 'Each skipped home has its reason.',
  issue: 'Issue {{count}} bills ¥{{amount}}', issuing: 'Issuing bills', issued: '{{count}} bills issued, ¥{{amount}} in total; {{skipped}} homes skipped.', issuedNone: 'No new bills: all of them were issued before.', onlyManager: 'Only a manager may issue bills',
  ratesNote: 'Each version applies to bills from its day on; issued bills keep theirs', from: 'From', rate: 'Rate (yuan/m² a month)', rateHomes: 'Homes', noRates: 'No rates yet', noRatesNote: 'Importing a roster brings each home’s rate.', newRate: 'New rate', scope: 'For', everyHome: 'All homes', setRate: 'Set the new rate', rateDone: 'Set for {{count}} homes: {{rate}} yuan from {{from}}.', badRate: 'Write a rate such as 1.50, with four decimals at most', needFrom: 'Choose the day it begins', ratesOnlyManager: 'Only a manager may change rates', rateHint: 'Four decimals at most',
};
