/** What is refused of the shop, of costs, of closing months and of statements. Money is fen, months YYYY-MM, days YYYY-MM-DD. */
export type MonthEndRefusals = {
  /** A closed month takes no posting; the manager can reopen it. */
  PERIOD_CLOSED: { month: string; on: string };
};
