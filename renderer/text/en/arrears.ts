import type { English } from '../english.ts';
import type { arrears as zh } from '../zh/arrears.ts';

/** Arrears: ages, notices, calls, collection rates. */
export const arrears: English<typeof zh> = {
  title: 'Arrears', view: { ageing: 'Ages', dunning: 'Notices', calls: 'Calls', rates: 'Collection rates' },
  viewNote: { ageing: 'By due date, opening arrears included; the total is accounts receivable', dunning: 'To the home that owes only; service restarts the limitation', calls: 'Broken promises first, then by what is owed', rates: 'Computed from documents and from postings; shown only when equal' },
  bucket: { notDue: 'Not due', 'd1-30': '1–30 days', 'd31-60': '31–60 days', 'd61-90': '61–90 days', 'd91-180': '91–180 days', 'd181-365': '181–365 days', 'y1-2': '1–2 years', 'y2-3': '2–3 years', 'y3+': 'Over 3 years' },
  ageing: {
    on: 'As of', today: 'As of today', age: 'Age', everyAge: 'All ages', lapsing: 'Lapsing within 90 days', name: 'Arrears by age', note: '¥, by days from the due date; choose a bar to see its homes', chart: 'Arrears by age', homes: 'Homes', sum: 'Total ¥',
    finding: { none: 'Nothing is owed', old: '{{percent}}% is owed for over a year: {{amount}} of {{total}}', largest: '{{total}} is owed, {{percent}}% of it in one age: {{amount}}' },
    least: 'Owed at least ¥', soon: '{{count, number}} bills lapse within 90 days: {{homes, number}} homes, {{amount}}', gone: '{{count, number}} have lapsed: {{homes, number}} homes, {{amount}}', showSoon: 'Show these homes', showAll: 'Show all', toHome: 'Home', lapsedBill: 'lapsed',
    split: 'By building, by item', by: { building: 'Building', item: 'Fee item' }, list: 'Homes that owe', listCount: '{{count, number}} homes', none: 'Nothing is owed', noneNote: 'All bills of this choice are settled.',
    debtor: 'Debtor', former: 'Former owner', phone: 'Phone', payer: 'Tenant who pays', oldest: 'Oldest due', notice: 'Last notice', served: '{{on}} served', noticed: '{{on}} not served', never: 'Never asked', promised: 'Promised', limit: 'Limitation', limits: { running: 'to {{on}}', lapsing: '{{on}}: ask now', lapsed: '{{on}} passed' },
    owed: 'Owed ¥', bills: 'Open bills', due: 'Due', overdue: '{{count, number}} days overdue', left: '{{count, number}} days to lapse', toDesk: 'Take payment',
  },
  rates: {
    period: 'Period', periodName: { month: 'Month', quarter: 'Quarter', year: 'Year' }, named: { month: '{{text}}', quarter: '{{year}} Q{{month}}', year: '{{year}}' }, before: 'Previous period', after: 'Next period', keys: 'other period', hint: 'Click a number for its homes', verify: 'Verify the books under Ledger',
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
  dunning: {
    building: 'Building', everyBuilding: 'All buildings', buildingName: 'Bldg {{name}}', item: 'Fee item', everyItem: 'All items', age: 'With arrears aged', anyAge: 'Any age', least: 'Owing at least ¥', badLeast: 'Write 500 or 500.00', lapsing: 'Only what lapses within 90 days',
    bucket: { 'd1-30': '1–30 days', 'd31-60': '31–60 days', 'd61-90': '61–90 days', 'd91-180': '91–180 days', 'd181-365': '181–365 days', 'y1-2': '1–2 years', 'y2-3': '2–3 years', 'y3+': 'Over 3 years' },
    make: 'Make notices', homes: '{{count, number}} homes', homes_one: '{{count, number}} home', foundNote: 'Overdue bills only, all of each home; a former and a present owner who both owe get one each', nobody: 'No home with overdue bills fits', deadline: 'Days to pay', badDays: 'From 1 to {{most}}', clause: 'Clause', howToPay: 'How to pay', needText: 'May not be empty',
    create: 'Make notices: {{count, number}} homes (PDF)', create_one: 'Make notices: {{count, number}} home (PDF)', enter: 'Enter without PDF', enterNote: 'Keeps numbers and amounts; print later', fileName: 'Notices {{day}}', making: 'Setting pages', made: '{{count, number}} notices made, ¥{{amount}}: {{first}} to {{last}}', made_one: '{{count, number}} notice made, ¥{{amount}}: {{first}}', cancelled: 'Stopped; nothing was kept',
    notices: 'Notices', searchLabel: 'Search notices', search: 'Number / home / name', unservedOnly: 'Only unserved', count: '{{count, number}} notices　¥{{amount}}', count_one: '{{count, number}} notice　¥{{amount}}', none: 'No notices', noneNote: 'Choose on the right whom to write to.', noneFound: 'Try another word, or show all.',
    no: 'Number', home: 'Home', debtor: 'Owner', former: 'former', on: 'Date', deadlineOn: 'Pay by', state: 'Service', amount: 'Demanded ¥', open: 'Still open ¥', settled: 'Settled', unserved: 'Not served', served: 'Served {{when}}', tick: 'Tick {{no}}',
    ticked: '{{count, number}} ticked', tickAll: 'Tick all {{count, number}}', tickNone: 'Tick none', tickHint: 'Tick notices to record service or print again',
    wayLabel: 'Served by', way: { hand: 'Handed over', door: 'Left at door', registered: 'Registered post', wechat: 'WeChat', phone: 'Phone' }, servedOn: 'Served on', servedBy: 'Server', note: 'Note', noteHint: 'Signed by, post number, photo', serve: 'Record {{count, number}}', printAgain: 'Print again', printing: 'Setting pages', printed: '{{count, number}} notices sent to the printer', printed_one: '{{count, number}} notice sent to the printer', againName: 'Notices {{first}} again',
  },
  calls: {
    title: 'Calls', brokenOnly: 'Only broken promises', count: '{{count, number}} homes　overdue ¥{{amount}}', count_one: '{{count, number}} home　overdue ¥{{amount}}', brokenCount: '{{count, number}} broke a promise', none: 'Nobody to call', noneBroken: 'No broken promises', noneNote: 'Nothing is overdue here.', choose: 'Choose a home', chooseNote: 'Click a row, or use ↑↓ and Enter.',
    phone: 'Phone', oldest: 'Oldest due', times: 'Calls', last: 'Last call', overdue: 'Overdue ¥', never: 'Not called yet', broken: 'Promise broken', promisedFor: 'Promised for {{day}}', paidBy: '{{debtor}} (paid by {{payer}})',
    outcome: { promised: 'Will pay', noted: 'Informed', disputed: 'Disputes', refused: 'Refuses', unreachable: 'No answer', 'wrong-number': 'Wrong number' },
    panel: 'Calls about {{home}}', overdueSince: 'overdue, oldest due {{day}}', toDesk: 'To the desk', soFar: 'Calls so far', form: 'What came of it', promisedOn: 'Promised for', needDay: 'Choose a day', inDays3: 'In 3 days', inDays7: 'In 7 days', monthEnd: 'Month end', note: 'Note', noteHint: 'What was said (optional)', save: 'Save, next home',
  },
};
