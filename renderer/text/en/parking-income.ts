import type { English } from '../english.ts';
import type { parkingIncome as zh } from '../zh/parking-income.ts';

/** The subsidy account, income and occupancy. */
export const parkingIncome: English<typeof zh> = {
  view: { account: 'Subsidy account', simulate: 'Simulator', prices: 'Prices and resolutions' }, viewLabel: 'Subsidy', viewNote: { account: 'Residents’ months are income at the market price, what they pay less is subsidy; every figure comes from entries', simulate: 'A year on today’s leases and spaces; changes nothing in the books', prices: 'Prices hold from their day; months already charged stay as they are' },
  year: { until: 'Last month', of: '12 months to {{until}}', before: 'A month back', after: 'A month on' },
  kind: { resident: 'Resident', daytime: 'Daytime', other: 'Other' }, account: { resident: 'Residents (market price)', daytime: 'Daytime', other: 'Overstay and other', subsidy: 'Parking subsidy' },
  weekday: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' }, title: { owner: 'Owner', developer: 'Developer', common: 'Common', 'civil-defence': 'Civil defence' },
  legend: 'Legend', paidBy: 'Paid by residents', month: 'Month', market: 'Market ¥', resident: 'Resident ¥', residentMonths: 'Resident months', residentPaid: 'Residents pay ¥', subsidy: 'Subsidy ¥', daytime: 'Daytime ¥', other: 'Other ¥', left: 'Left ¥', carried: 'Carries (months)', noData: 'No data', noPrice: 'No price', total: '12 months', sum: 'Total ¥',
  subsidyFinding: {
    none: 'No parking income in these 12 months', covered: 'Over 12 months daytime and other income pay for the subsidy, {{left}} is left', short: 'Over 12 months the subsidy is {{left}} more than daytime and other income', noSubsidy: 'No subsidy in 12 months; daytime and other income is {{left}}',
  },
  subsidyList: 'Parking subsidy account', subsidyNote: '¥, by date of the entries; resident months are months of rent charged on common spaces', openMonth: 'See how {{month}} adds up',
  sums: {
    panel: 'How {{month}} adds up', atMarket: 'Residents at the market price', paid: 'Paid by residents', spent: 'Parking subsidy', times: '{{months}} months × {{price}}', parts: '{{months}} months, by days or at several prices', daytime: 'Daytime', other: 'Overstay and other', less: 'Less: parking subsidy', left: 'Left',
    carried: 'Daytime {{daytime}} ÷ {{one}} of subsidy a resident month = {{count, number}} resident months; {{months}} were subsidised', carriedNone: 'Residents pay the market price or more: no subsidy', noPrice: 'No market and resident price in this month: no subsidy is posted', entries: 'Entries', entriesNote: 'Credit is positive; they sum to the change of the accounts', none: 'No parking entry in this month', noneNote: 'Once parking is billed, each entry is listed here.', date: 'Date', memo: 'Memo', amount: 'Amount ¥', change: 'Change of the accounts',
  },
  prices: {
    list: 'Prices', from: 'From', difference: 'Subsidy a month', resolution: 'Resolution', by: 'By', none: 'No prices yet', noneNote: 'Residents’ leases of common spaces are subsidised once there is a market and a resident price.', coming: 'To come', inForce: 'In force', past: 'Past', noResolution: 'No resolution given',
    form: 'New prices', day: 'From', marketField: 'Market price (¥ a month)', residentField: 'Resident price (¥ a month)', resolutionField: 'Resolution number', resolutionHint: 'May be left out', set: 'Set prices', bad: 'Write 200 or 200.00', needDay: 'Choose a day', needNo: 'Write the number of the resolution', done: 'Set: from {{from}} the market price is {{market}}, the resident price {{resident}}.', onlyManager: 'The manager sets prices.',
    reprice: 'Residents’ leases at the new price', repriceNote: 'Gives all resident leases of common spaces the resident price of that day; months already charged stay.', look: 'See which', commit: 'Change {{count, number}} leases', commit_one: 'Change {{count, number}} lease', repriced: '{{count, number}} leases changed; charged at the new price from {{from}}.', repriced_one: '{{count, number}} lease changed; charged at the new price from {{from}}.', nothing: 'All have this price already.', home: 'Home', space: 'Space', before: 'Now ¥', after: 'New ¥',
  },
  decisions: { list: 'Resolutions', none: 'No resolution recorded', noneNote: 'Find a good year in the simulator, then record what the owners resolved.', no: 'Resolution', on: 'Resolved on', from: 'From', daytimePrice: 'Daytime price', share: 'Let by day', yearDaytime: 'Year’s daytime ¥', yearSubsidy: 'Year’s subsidy ¥', yearLeft: 'Year’s rest ¥' },
  simulator: {
    controls: 'Try', resident: 'Resident price', daytime: 'Daytime price', share: 'Common spaces let by day', perMonth: '¥ a month', percent: '%', now: 'Now {{value}}', reset: 'Back to now', badYuan: 'Write an amount from 0 to {{most}}', badPercent: 'Write 0 to 100', spaces: '{{let, number}} of {{all, number}} common spaces',
    basis: 'On today: market price {{market}}, {{spaces, number}} common spaces, {{leases, number}} resident leases, {{daytime, number}} let by day', noPrices: 'There is no market and resident price yet, so no subsidy can be worked out', toPrices: 'Set prices',
    compare: 'A year beside a year', present: 'Now', tried: 'Tried', difference: 'Difference', spacesLet: 'Spaces let by day', daytimeYear: 'Daytime income', subsidyYear: 'Parking subsidy', leftYear: 'Left', lineNote: '¥, what is left added up over 12 such months', chart: 'What is left over 12 months', list: 'Parking simulation', cumulated: 'Left so far ¥', presentCumulated: 'Now, so far ¥',
    finding: { same: 'As now: {{left}} is left of a year', moreLeft: '{{left}} is left of a year, {{difference}} more than now', lessLeft: '{{left}} is left of a year, {{difference}} less than now', moreShort: '{{left}} is missing in a year, {{difference}} less than now', lessShort: '{{left}} is missing in a year, {{difference}} more than now', turnsShort: 'Now {{present}} is left of a year, tried {{left}} is missing', turnsLeft: 'Now {{present}} is missing in a year, tried {{left}} is left', sameShort: 'As now: {{left}} is missing in a year' },
    decide: 'Record the resolution', decideNote: 'Keeps the resolution with the figures of this year, and sets the market and resident price from its day.', day: 'In force from', no: 'Resolution number', on: 'Resolved on', market: 'Market price (¥ a month)', note: 'Note', save: 'Record', decided: 'Resolution {{no}} is recorded, in force from {{from}}.', seeDecisions: 'See resolutions', onlyManager: 'The manager records resolutions.',
  },
  income: {
    hint: 'Click a figure or a shape for the entries, leases and plan behind it', name: 'Parking income', note: '¥, by month of the entries; income goes up, subsidy down, below each month its net (thousands of yuan)', chart: 'Parking income and subsidy by month', thousand: '¥ thousand', net: 'Net', netYuan: 'Net ¥', spacesLet: 'Spaces let', residentMarket: 'Residents (market price) ¥', down: ' (down)', openMonth: 'See the subsidy account and entries of {{month}}',
    finding: { none: 'No parking income in these 12 months', coversOnce: '{{month}}: daytime income covers the subsidy, net {{net}}', covers: 'Daytime income has covered the subsidy for {{count}} months, net {{net}} in {{month}}', short: '{{month}}: the subsidy is {{short}} more than daytime income, net {{net}}', noSubsidy: '{{month}}: net parking income {{net}}, no subsidy' },
  },
  heat: {
    name: 'Occupancy', zone: 'Zone', note: 'Zone {{zone}}, {{count, number}} spaces: share let in each hour of {{month}}, %; click a cell for the plan at that hour', note_one: 'Zone {{zone}}, {{count, number}} space: share let in each hour of {{month}}, %; click a cell for the plan at that hour', oclock: 'h', cell: '{{weekday}} {{hour}}:00, {{percent}}%', table: 'Occupancy of zone {{zone}} by hour', hour: 'Hour', scale: 'Let', none: 'No spaces yet', noneNote: 'Import spaces in the plan first.',
    finding: { none: 'Zone {{zone}}: nothing let in {{month}}', flat: 'Zone {{zone}}: {{percent}}% let at every hour of the week', peak: 'Fullest {{weekday}} at {{hour}}:00, {{percent}}%; workdays from 9 to 17 {{day}}%, {{free, number}} spaces free' },
  },
  yield: {
    name: 'Income by space', note: '¥, billed in the 12 months to {{until}}, subsidy included; click a space for its leases', space: 'Space', title_: 'Title', days: 'Days let', paid: 'Residents ¥', spent: 'Subsidy ¥', daytime: 'Daytime ¥', total: 'Total ¥', rest: 'The other {{count, number}} spaces, {{amount}}', rest_one: 'One other space, {{amount}}', none: 'No space was let in these 12 months', noneNote: 'Once leases are signed and billed, spaces are ranked here.', more: '{{count, number}} more',
    finding: { none: 'No space brought anything in these 12 months', unlet: '{{let, number}} spaces let bring {{average}} on average, {{unlet, number}} stand empty', even: 'All {{let, number}} spaces are let and bring {{average}} on average', top: '{{space}} brings {{most}}, {{times}} times the average; {{unlet, number}} stand empty' },
  },
  expiring: {
    name: 'Leases that end', note: '¥ a month, by the last day of the lease; click a month for its leases', leases: 'Leases', monthly: 'A month ¥', who: 'Home / company', space: 'Space', to: 'Last day', none: 'No lease ends within 12 months', noneNote: 'Leases without an end do not end.', inMonth: 'Leases that end in {{month}}', every: 'All months',
    finding: { none: 'No lease ends within 12 months', one: 'One lease ends within 12 months, in {{month}}: {{amount}} a month', some: '{{count, number}} leases end within 12 months: {{amount}} a month; most in {{month}}, {{most}}', soon: '{{count, number}} leases end within 30 days: {{amount}} a month', soon_one: 'One lease ends within 30 days: {{amount}} a month' },
  },
  arrears: {
    name: 'Parking arrears', note: '¥, as of today, by due date; click an age for who', age: 'Age', owed: 'Owed ¥', who: 'Home / company', kind: 'Kind', oldest: 'Oldest due', none: 'Parking is owed nothing', noneNote: 'All parking bills are settled.', every: 'All ages',
    finding: { none: 'Parking is owed nothing', notDue: 'Parking is owed {{total}}, none of it due yet', mostly: 'Parking is owed {{total}}, {{overdue}} overdue, {{percent}}% of that {{kind}}' },
  },
};
