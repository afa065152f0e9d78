import type { English } from '../english.ts';
import type { chargingForms as zh } from '../zh/charging-forms.ts';

/** Forms of charging: terms of a tariff and who has it, devices, a file's columns, overlaps, the work list. */
export const chargingForms: English<typeof zh> = {
  terms: {
    basisLabel: 'Billed by', basis: { energy: 'kWh', hour: 'Hour', power: 'Power tier' }, idle: 'Idle fee ¥/min', grace: 'Idle grace, min', parking: 'Parking ¥/hour', free: 'Free parking, min', note: 'Note', badAmount: 'Write a number such as 12.50', badMinutes: 'Whole minutes, at most 10,080',
    upto: 'Power up to W', above: 'Any power above', hourPrice: '¥ per hour', addTier: 'Add a tier',
    variant: 'Kind of day {{number}}: {{days}}', otherDays: 'All other days', everyDay: 'Every day', allOf: '{{months}}', someOf: '{{weekdays}} of {{months}}', run: '{{first}} to {{last}}', months: 'Months', weekdays: 'Weekdays', copy: 'Copy the periods of other days', earlier: 'Move up', removeVariant: 'Remove', addVariant: 'Add a kind of day', addVariantNote: 'Weekends, summer: days with periods of their own', order: 'A day belongs to the first kind that fits.',
    allDays: 'Without months and weekdays this kind is every day, and those below are never used.', ofDays: '{{days}}: ', bandOf: 'Prices of {{days}}', rowsHint: 'Enter goes to the next row, or adds the period that is missing', unpriced: 'Some periods have no name or price yet.', trialWaits: 'Once the day is covered and priced, a session is billed here.', badMoment: 'Write {{day}} 21:50', unplugged: 'Unplugged (empty: at the end)', extra: '{{name}} ¥{{amount}} ({{minutes, number}} min)', plus: ' + ', equals: ' = ', comma: ', ', list: ', ', stop: '. ', colon: ': ', how: '({{method}}).', usedOld: 'sessions billed: {{sessions, number}}',
    month: { m1: 'Jan', m2: 'Feb', m3: 'Mar', m4: 'Apr', m5: 'May', m6: 'Jun', m7: 'Jul', m8: 'Aug', m9: 'Sep', m10: 'Oct', m11: 'Nov', m12: 'Dec' },
    said: { minimum: 'Minimum ¥{{amount}}', cap: 'Cap ¥{{amount}}', start: 'Start fee ¥{{amount}}', idle: 'Idle ¥{{amount}} a minute', idleGrace: 'Idle ¥{{amount}} a minute after {{minutes, number}} minutes', parking: 'Parking ¥{{amount}} an hour', parkingFree: 'Parking ¥{{amount}} an hour after {{minutes, number}} minutes', hour: '¥{{amount}} an hour', tier: 'up to {{upto, number}} W ¥{{amount}} an hour', tierAbove: 'higher ¥{{amount}} an hour' },
  },
  assign: {
    open: 'Give to devices', title: 'Who has {{name}}', from: 'From', whom: 'For', kind: 'All: {{kind}}', devices: 'Chosen devices', kindNote: 'Devices added later have it, too; what a device was given by itself from that day or later stands.', devicesNote: 'Sessions that were billed stand.', noDevices: 'There are no devices of this kind yet.', now: 'Today: ', nowOf: '{{name}} {{count, number}}', all: 'All', without: 'Without a tariff ({{count, number}})', others: 'With another tariff', none: 'None', next: '{{tariff}} from {{from}}', before: 'It holds from {{from}} only: sessions before wait for review.', saveKind: 'Use for all from this day', save: 'Use for {{count, number}} devices', save_one: 'Use for {{count, number}} device', done: '{{name}} is used by {{count, number}} devices from {{from}}.', done_one: '{{name}} is used by {{count, number}} device from {{from}}.',
  },
  deviceChange: {
    title: 'Change', rated: 'Rated W (of one connector)', from: 'In service from', to: 'Until (not that day)', open: 'open', stops: 'Stops when full', mustStop: 'E-bike sockets have to stop when full.', badNumber: 'Write a whole number', toBeforeFrom: 'It has to end after it begins', save: 'Save', back: 'Undo', done: '{{code}} is changed.', stands: 'Code and kind stand, and so do sessions that were billed.', next: 'Later tariff', sessions: '{{count, number}} sessions', sessions_one: '{{count, number}} session', safety: 'Fire safety', search: 'Code, place, platform, meter', noneFound: 'No such devices', count: '{{count, number}} devices', count_one: '{{count, number}} device',
  },
  sheet: {
    head: 'Column of the file', is: 'What it is', samples: 'Samples', unused: 'Not used', needed: '{{column}} (needed)', times: 'Times', local: 'Beijing time', utc: 'UTC', unit: { kWh: 'Energy in kWh', Wh: 'Energy in Wh' }, workbook: 'Excel workbook', delimiter: { comma: 'commas', semicolon: 'semicolons', tab: 'tabs' }, readBy: { mapping: 'columns as chosen here', profile: 'columns as kept for this platform', heads: 'columns told by their heads', nothing: 'not all recognised' }, remembered: 'Kept as the format of “{{platform}}” once it is booked.', touched: 'The columns are changed: see the result before you book.',
  },
  overlap: { only: 'Only overlaps', with: 'Charging at the same time', short: 'overlap' },
  fix: { yuan: '¥', anyReason: 'Any reason', count: '{{count, number}} lines', count_one: '{{count, number}} line', noneOfReason: 'No lines of this reason', others: 'Other columns', inKwh: '{{column}} (kWh)', inYuan: '{{column}} ¥' },
};
