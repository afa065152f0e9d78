import type { English } from '../english.ts';
import type { homes as zh } from '../zh/homes.ts';

/** Homes: tree, list, floors, and one home. */
export const homes: English<typeof zh> = {
  title: 'Homes', note_one: '{{count, number}} home, {{owing, number}} owing ¥{{amount}}', note: '{{count, number}} homes, {{owing, number}} owe ¥{{amount}} together', allHomes: 'All homes', tree: 'Buildings', buildingName: 'Building {{name}}', unitName: 'Unit {{name}}', owing: '{{count, number}} owe', owing_one: '{{count, number}} owes', homesCount: '{{count, number}} homes', homesCount_one: '{{count, number}} home',
  view: 'View', list: 'List', floors: 'Floors', importRoster: 'Import a roster', search: 'Room / name / pinyin / end of phone', searchLabel: 'Search homes', anyStatus: 'Any status', owingOnly: 'Owing only',
  label: 'Home', owner: 'Owner', status: 'Status', area: 'Area m²', open: 'Owed ¥', prepaid: 'Prepaid ¥', sum: '{{count, number}} homes in total', sum_one: '{{count, number}} home in total', rowsMore: '{{count, number}} homes and more below', rows: '{{count, number}} homes', rows_one: '{{count, number}} home',
  none: 'No home fits these filters', noneNote: 'Change them and look again.', noHomes: 'No homes yet', noHomesNote: 'Import an owner roster first.', noOwner: 'nobody recorded', clearFilter: 'Clear filters',
  floor: 'Floor {{name}}', owes: 'owes {{amount}}', prepaidOf: 'prepaid {{amount}}', paidUp: 'paid up', legend: 'Homes that owe show the amount',
  people: 'People', show: 'Show', showPhone: 'Show the phone of {{name}}', noPhone: 'no phone', noPeople: 'No owner or tenant recorded', areaFact: 'Built-up area', rateFact: 'Monthly rate', rateValue: '{{rate}} yuan/m²', monthly: 'Fee a month', handover: 'Handed over', noRate: 'no rate', note_: 'Note',
  bills: 'Open bills: {{count, number}}', noBills: 'No open bills', item: 'Item', period: 'Period', due: 'Due', openBill: 'Open ¥', payments: '{{count, number}} payments, ¥{{amount}} together', payments_one: '{{count, number}} payment, ¥{{amount}}', noPayments: 'Nothing paid yet', receipt: 'Receipt', receivedOn: 'Date', method: 'Method', amount: 'Amount ¥', reversed: 'reversed', seeEntry: 'See entry',
  collect: 'Take payment', homeBook: 'Home ledger', closeHome: 'Close the home', before: 'before the books began',
};
