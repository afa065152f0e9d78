import type { English } from '../english.ts';
import type { chargingCompare as zh } from '../zh/charging-compare.ts';

/** This year's income of charging beside last year's. */
export const chargingCompare: English<typeof zh> = {
  compare: {
    against: 'Against last year', name: 'Charging income by year', now: 'This year', last: 'Last year', difference: 'Difference', chart: 'Charging income of this year and the last', note: '¥, by the day of the end; {{from}} to {{to}}, against {{lastFrom}} to {{lastTo}}', topMore: '; {{key}} gained most, ¥{{amount}}', since: '; last year’s figures begin on {{since}}', topLess: '; {{key}} lost most, ¥{{amount}}',
    finding: { none: 'No charging income this year or last', noLast: 'No figures of last year; this year ¥{{now}}', noNow: 'No charging income yet this year; last year ¥{{last}}', same: 'The same as last year, ¥{{now}}', more: '{{percent, number}}% more than last year: ¥{{now}}, then ¥{{last}}', less: '{{percent, number}}% less than last year: ¥{{now}}, then ¥{{last}}', moreBit: 'Less than 1% above last year: ¥{{now}}, then ¥{{last}}', lessBit: 'Less than 1% below last year: ¥{{now}}, then ¥{{last}}' },
  },
};
