import type { RefusalWords } from '../refusal-words.ts';
import { marketRefusals } from './market-refusals.ts';

/** Sentences for refusals of the shop, of costs, of closing months and of statements. */
export const monthEndRefusals: Pick<RefusalWords, 'PERIOD_CLOSED' | keyof typeof marketRefusals> = {
  PERIOD_CLOSED: ({ month, on }) => `${month} is closed and takes no entry dated ${on}; the manager can reopen it.`,
  ...marketRefusals,
};
