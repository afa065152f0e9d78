import type { English } from '../english.ts';
import type { arrears as zh } from '../zh/arrears.ts';

/** Arrears: ages, notices, calls, collection rates. */
export const arrears: English<typeof zh> = {
  title: 'Arrears', view: { ageing: 'Ages', dunning: 'Notices', calls: 'Calls', rates: 'Collection rates' },
  viewNote: { ageing: 'By due date, opening arrears included; the total is accounts receivable', dunning: 'To the home that owes only; service restarts the limitation', calls: 'Broken promises first, then by what is owed', rates: 'Computed from documents and from postings; shown only when equal' },
  rates: {
    period: 'Period', periodName: { month: 'Month', quarter: 'Quarter', year: 'Year' }, named: { month: '{{text}}', quarter: '{{year}} Q{{month}}', year: '{{year}}' }, before: 'Previous period', after: 'Next period', keys: 'other period', hint: 'Click a number for its homes; shown only when documents and postings agree', verify: 'Verify the books under Ledger',
    name: { current: 'Current rate', arrears: 'Arrears rate', combined: 'Combined rate', households: 'Rate of homes' }, short: { current: 'Current', arrears: 'Arrears', combined: 'Combined', households: 'Homes' },
    numerator: { current: 'Collected', arrears: 'Recovered', combined: 'Collected in all', households: 'Settled' }, denominator: { current: 'Due', arrears: 'Opening debt', combined: 'Due in all', households: 'Billed' },
    means: { current: 'Collected to date on bills of the period ÷ (billed − cancelled); waivers not deducted, late fees and opening arrears left out.', arrears: 'Collected in the period of older debt ÷ that debt as the period began.', combined: '(Current + older debt collected) ÷ (opening debt + current due).', households: 'Homes whose bills of the period are all settled ÷ homes billed.' },
    homes: '{{count, number}} homes', homes_one: '{{count, number}} home', seeHomes: 'See the homes behind it', seeHome: 'See the home', seeLedger: 'See its ledger', noHomes: 'No homes', bills: 'Bills', total: 'Total', building: 'Building {{name}}',
    by: 'Group', byName: { building: 'By building', item: 'By item' }, byHead: { building: 'Building', item: 'Item' }, billed: 'Billed ¥', cancelled: 'Cancelled ¥', collected: 'Collected ¥', opening: 'Opening ¥', arrearsCollected: 'Recovered ¥', settled: 'Settled / all',
    part: { billed: 'Billed', cancelled: 'Cancelled', collected: 'Collected', opening: 'Opening debt', arrearsCollected: 'Older debt collected', householdsBilled: 'Homes billed', householdsPaid: 'Homes settled', householdsOwing: 'Homes that owe' },
    empty: 'No bill and no older debt in this period', emptyNote: 'Choose another period; a rate without a denominator is shown as “—”.',
    finding: { none: 'No bills in these 12 months, so no rate', only: '{{month}}: current rate {{rate}}%, no other month to compare', same: '{{month}}: current rate {{rate}}%, as in {{before}}', up: '{{month}}: current rate {{rate}}%, {{points}} points above {{before}}', down: '{{month}}: current rate {{rate}}%, {{points}} points below {{before}}' },
    trendNote: '12 months to {{until}}, %; late payments still raise a current rate', trendLabel: 'Collection rates of 12 months', trendName: 'Collection rates by month', show: { chart: 'Chart', table: 'Table' }, owing: 'Still owing',
  },
};
