import { periodCheckNames, periodDetail } from '../../../shared/domain/period-details.ts';
import type { MonthEndRefusals } from '../../../shared/errors-month-end.ts';
import type { RefusalWords } from '../refusal-words.ts';

/** Sentences for refusals of the shop, of costs, of closing months and of statements. */
export const monthEndRefusals: Pick<RefusalWords, keyof MonthEndRefusals> = {
  PERIOD_CLOSED: ({ month, on }) => `${month} 已经月结，不能再记 ${on} 的账；要改先由经理反结账。`,
  PERIOD_NOT_OVER: ({ month, today }) => `${month} 还没过完（今天 ${today}），过完才能月结、录月末余额。`,
  PERIOD_ALREADY_CLOSED: ({ month, through }) => `${month} 已经月结（已结到 ${through}）。`,
  PERIOD_NOT_CLOSED: ({ month }) => `${month} 没有月结，不用反结账。`,
  PERIOD_EARLIER_OPEN: ({ month, first }) => `月结按月依次做：先结 ${first}，再结 ${month}。`,
  PERIOD_NOT_READY: ({ month, items }) => `${month} 还不能月结——${items.map(({ name, facts }) => `${periodCheckNames.zh[name]}：${periodDetail('zh', name, facts)}`).join('；')}。`,
};
