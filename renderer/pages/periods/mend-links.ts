import type { Output } from '../../../shared/contract/index.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import { linkTo } from '../../route.ts';

export type PeriodItem = Output<'periods.check'>['items'][number];

/** Where what a check found is mended, or looked at. */
export function mendLink({ name, facts }: PeriodItem, month: string): string {
  const text = (fact: string): string => String(facts[fact] ?? '');
  switch (name) {
    case 'earlierMonths': return linkTo('periods', { month: text('first') || month });
    case 'daysClosed': return linkTo('shifts', { view: 'current', ...(text('from') !== '' && { on: text('from') }) });
    case 'channelsSettled': return linkTo('channels', Number(facts['exceptions']) + Number(facts['missing']) > 0 ? { part: 'work' } : { part: 'overview', month });
    case 'sessionsReviewed': return linkTo('charging', { tab: 'review' });
    case 'meterBill': return linkTo('charging', { tab: 'meters', month: text('first') || month });
    case 'platformsSettled': return linkTo('charging', { tab: 'settlements' });
    case 'costsApproved': return linkTo('costs', { state: 'waiting' });
    case 'bankProperty': case 'bankCommon': return linkTo('ledger', { book: 'account', account: text('account'), from: firstDay(month), to: lastDay(month) });
    case 'crossTotals': return linkTo('ledger', { book: 'trial', on: lastDay(month) });
    case 'booksVerified': return linkTo('ledger', { book: 'verify' });
  }
}
