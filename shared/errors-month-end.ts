/** What is refused of the shop, of costs, of closing months and of statements. Money is fen, months YYYY-MM, days YYYY-MM-DD. */
export type MonthEndRefusals = {
  /** A closed month takes no posting; the manager can reopen it. */
  PERIOD_CLOSED: { month: string; on: string };
  NO_SUCH_COST: { costId: string };
  /** The id of a form stands for another voucher or contract already. */
  COST_ID_REUSED: { costId: string };
  COST_IN_FUTURE: { on: string };
  /** A kind of voucher that the fund does not have. */
  COST_FUND: { kind: string; fund: string };
  /** A line, from 1, names none or another thing than its kind of voucher and fund have. */
  COST_TARGET: { line: number; kind: string; fund: string };
  /** A line of pay without post or headcount. */
  COST_POST: { line: number };
  COST_ACCOUNT: { account: string; fund: string };
  COST_NEEDS_RESOLUTION: { kind: string };
  /** More than the account holds of the fund. */
  COST_EXCEEDS_FUND: { account: string; amountFen: number; balanceFen: number };
  COST_NEEDS_EVIDENCE: { amountFen: number; limitFen: number };
  COST_NOT_WAITING: { costNo: string; state: string };
  COST_NOT_APPROVED: { costNo: string; state: string };
  NO_SUCH_INSTALMENT: { instalmentId: number };
  COST_INSTALMENT_PAID: { code: string; no: number; costNo: string };
  /** A voucher that is not the instalment it names. */
  COST_INSTALMENT_DIFFERS: { code: string; no: number; what: 'direction' | 'amount' | 'target'; amountFen: number; dueFen: number };
  CONTRACT_TERM: { from: string; to: string };
  CONTRACT_CODE_TAKEN: { code: string };
  COST_INSTALMENTS_SUM: { totalFen: number; sumFen: number };
  /** Instalments are either typed, in order, or planned by a step. */
  CONTRACT_SCHEDULE: { why: 'NEITHER' | 'BOTH' | 'ORDER' | 'TOO_MANY' };
  /** Neither a photo nor a PDF, by its content. */
  ATTACHMENT_KIND: { file: string };
  NO_SUCH_ATTACHMENT: { digest: string };
};
