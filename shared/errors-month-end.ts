import type { PeriodCheck, PeriodFacts } from './domain/period-details.ts';

/** What is refused of the shop, of costs, of closing months and of statements. Money is fen, months YYYY-MM, days YYYY-MM-DD. */
export type MonthEndRefusals = {
  /** A closed month takes no posting; the manager can reopen it. */
  PERIOD_CLOSED: { month: string; on: string };
  PERIOD_NOT_OVER: { month: string; today: string };
  /** `through` is the last closed month. */
  PERIOD_ALREADY_CLOSED: { month: string; through: string };
  PERIOD_NOT_CLOSED: { month: string };
  /** Months are closed in order: `first` comes before this one. */
  PERIOD_EARLIER_OPEN: { month: string; first: string };
  /** What is not right yet, by the names of `periods.check`, with what was found. */
  PERIOD_NOT_READY: { month: string; items: { name: PeriodCheck; detail: string; facts: PeriodFacts }[] };
};
