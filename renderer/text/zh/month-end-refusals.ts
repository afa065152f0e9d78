import type { RefusalWords } from '../refusal-words.ts';
import { marketRefusals } from './market-refusals.ts';

/** Sentences for refusals of the shop, of costs, of closing months and of statements. */
export const monthEndRefusals: Pick<RefusalWords, 'PERIOD_CLOSED' | keyof typeof marketRefusals> = {
  PERIOD_CLOSED: ({ month, on }) => `${month} 已经月结，不能再记 ${on} 的账；要改先由经理反结账。`,
  ...marketRefusals,
};
