import type { English } from '../english.ts';
import type { chargingUse as zh } from '../zh/charging-use.ts';

/** How chargers are used. */
export const chargingUse: English<typeof zh> = {
  kindLabel: 'Kind', weekday: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' }, hourOf: '{{weekday}} {{hour}}:00', minutes: '{{from}}–{{to}} min', below: 'below {{to}}', above: '{{from}} or more', minute: '{{value}} min', hours: '{{from}}–{{to}} h', hour: '{{value}} h', unknown: 'not given',
  state: { FAILING: 'Fails often', IDLE: 'Idle' }, sessions: 'Sessions', device: 'Device', place: 'Place', share: 'Share', total: 'Total',
  use: {
    name: 'Use of devices', note: 'Time in use ÷ connectors × time in service, up to now; all {{devices, number}} devices with {{connectors, number}} connectors: {{mean}} on average', list: 'Utilisation of each device', used: 'In use', energy: 'kWh', hours: 'Hours in use', last: 'Last', connectors: 'Connectors',
    finding: { none: 'Not used in these 12 months', one: '{{device}} is in use {{most}} of the time', even: 'All are used alike: {{device}} most, {{most}}; {{leastDevice}} least, {{least}}', spread: '{{device}} is used most, {{most}}; {{leastDevice}} least, {{least}}', unused: '{{device}} is used most, {{most}}; {{count, number}} were not used at all', unused_one: '{{device}} is used most, {{most}}; one was not used at all' },
  },
  heat: {
    name: 'Busy hours', note: '% of connectors in use in each hour of the week, on average of 12 months', table: 'Connectors in use by hour of the week', oclock: 'Hour', cell: '{{at}}: {{percent}} in use, {{count, number}} sessions started', scale: '% in use', none: 'not in use', point: 'Point at a cell, or use the arrow keys, to read that hour', weekdayHead: 'Day', started: 'Sessions started',
    finding: { none: 'No charging in these 12 months', flat: 'All hours are alike: {{most}} in use', peak: 'Busiest on {{at}}, with {{most}} of connectors in use; quietest on {{leastAt}}, {{least}}', peakEmpty: 'Busiest on {{at}}, with {{most}} of connectors in use; nobody charges in {{count, number}} hours of the week', peakEmpty_one: 'Busiest on {{at}}, with {{most}} of connectors in use; nobody charges in one hour of the week' },
  },
  lengths: { name: 'Length', note: 'How long sessions took; number of sessions', list: 'Length of sessions', class: 'Length', finding: { none: 'No charging in these 12 months', top: 'Most often {{class}}, {{share}}%', half: 'Most often {{class}}, {{share}}%; half of all take less than {{half}}' } },
  powers: { name: 'Power', note: 'Average power of sessions (energy ÷ time); number of sessions', list: 'Average power', class: 'Average power', finding: { none: 'No charging in these 12 months', top: 'Most often {{class}} on average, {{share}}%', half: 'Most often {{class}} on average, {{share}}%; half of all draw less than {{half}}' } },
  reasons: {
    name: 'Stop reasons', note: 'Why sessions stopped; hatched ones count as failures: overload, fault, power cut, offline, emergency stop, overcurrent, heat, communication …', list: 'Stop reasons', reason: 'Stop reason', failing: 'Failure', other: '{{count, number}} others',
    finding: { none: 'No charging in these 12 months', sound: 'No session stopped because of a failure', failing: '{{percent}} of sessions stopped because of a failure ({{count, number}}), most often {{reason}}' },
  },
  trouble: {
    name: 'Devices to look at', note: 'Fails often: 20 sessions and 3 failures at least, twice as often as the others of its kind, and not by chance; idle: in service, and 30 days or more without a session', failures: 'Failures', rate: 'Rate', neighbours: 'Others', idle: 'Without sessions', days: '{{count, number}} days', never: 'never used', stops: 'Stop reasons', list: 'Devices to look at', all: 'Failures and idle days of each device', seeSessions: 'See sessions', none: 'No device to look at', noneNote: 'None fails clearly more than the others, and all in service were used within 30 days.', state: 'State',
    finding: { none: 'No device fails clearly more than the others, and none is idle', failing: '{{failing, number}} devices fail clearly more than the others; {{device}} in {{rate}} of 100 sessions', failing_one: '{{device}} fails clearly more than the others, in {{rate}} of 100 sessions', idle: '{{idle, number}} devices have not been used for 30 days or more', both: '{{failing, number}} devices fail clearly more than the others ({{device}} in {{rate}} of 100 sessions); {{idle, number}} have not been used for 30 days or more' },
  },
};
