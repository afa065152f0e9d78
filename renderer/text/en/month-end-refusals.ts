import { periodCheckNames, periodDetail } from '../../../shared/domain/period-details.ts';
import type { MonthEndRefusals } from '../../../shared/errors-month-end.ts';
import type { RefusalWords } from '../refusal-words.ts';

/** Sentences for refusals of the shop, of costs, of closing months and of statements. */
export const monthEndRefusals: Pick<RefusalWords, keyof MonthEndRefusals> = {
  PERIOD_CLOSED: ({ month, on }) => `${month} is closed and takes no entry dated ${on}; the manager can reopen it.`,
  PERIOD_NOT_OVER: ({ month, today }) => `${month} is not over (today is ${today}): it is closed, and its bank balances entered, afterwards.`,
  PERIOD_ALREADY_CLOSED: ({ month, through }) => `${month} is closed already (all months through ${through} are).`,
  PERIOD_NOT_CLOSED: ({ month }) => `${month} is not closed.`,
  PERIOD_EARLIER_OPEN: ({ month, first }) => `Months are closed in order: close ${first} before ${month}.`,
  PERIOD_NOT_READY: ({ month, items }) => `${month} cannot be closed yet. ${items.map(({ name, facts }) => `${periodCheckNames.en[name]}: ${periodDetail('en', name, facts)}`).join('; ')}.`,
};
