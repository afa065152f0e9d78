import type { PeriodCheck, PeriodFacts } from './domain/period-details.ts';

/** What is refused of the shop, of costs, of closing months and of statements. Money is fen, months YYYY-MM, days YYYY-MM-DD. */
export type MonthEndRefusals = {
  /** A closed month takes no posting; the manager can reopen it. */
  PERIOD_CLOSED: { month: string; on: string };
  NO_SUCH_STATEMENT: { statementId: number };
  /** `most` months at a time. */
  STATEMENT_TOO_LONG: { from: string; to: string; most: number };
  STATEMENT_BEFORE_OPENING: { from: string; opensOn: string };
  STATEMENT_PUBLISHED: { number: string; version: number };
  /** Who prepared it does not review it. */
  STATEMENT_OWN_REVIEW: { name: string };
  /** Checks by name. */
  STATEMENT_DOES_NOT_ADD_UP: { checks: string[] };
  PERIOD_NOT_CLOSED: { months: string[] };
  STATEMENT_STALE: { number: string };
  NO_SUCH_LINE: { line: string };
  /** Only what is published hangs, and is objected to. */
  STATEMENT_NOT_PUBLISHED: { number: string; version: number };
  NO_SUCH_POSTING: { postingId: number };
  POSTING_BEFORE_PUBLISHING: { from: string; publishedOn: string };
  /** The same version hangs there since `from`. */
  POSTING_TWICE: { place: string; from: string };
  POSTING_ENDED: { place: string; on: string };
  PHOTO_TOO_LARGE: { file: string; bytes: number; limitBytes: number };
  PHOTO_NOT_IMAGE: { file: string };
  NO_SUCH_PHOTO: { digest: string };
  NO_SUCH_OBJECTION: { objectionId: string };
  OBJECTION_ANSWERED: { on: string; by: string };
  /** Weights of the shop are grams, prices fen of a kg. Terms are half-open; `agreementId` is the one that is in the way. */
  MARKET_AGREEMENT_OVERLAPS: { agreementId: number; shopkeeper: string; from: string; to: string };
  MARKET_AGREEMENT_DAYS: { from: string; to: string };
  NO_SUCH_AGREEMENT: { agreementId: number };
  /** `soldGrams` is what was to be sold, `availableGrams` what there was for it, allowance included. */
  MARKET_SOLD_MORE: { product: string; on: string; soldGrams: number; availableGrams: number };
  /** What is taken away was sold already. */
  MARKET_STOCK_NEEDED: { product: string; on: string; shortGrams: number };
  /** More than a fen off quantity × price; `line` counts from 1. */
  MARKET_AMOUNT: { line: number; product: string; amountFen: number; expectedFen: number };
  MARKET_IN_FUTURE: { on: string };
  MARKET_REFERENCE_TWICE: { product: string; on: string };
  /** The id of a form stands for other contents already. */
  MARKET_FORM_REUSED: { formId: string };
  NO_SUCH_SUPPLIER: { supplierId: number };
  MARKET_COLUMNS_MISSING: { missing: string[]; headers: string[] };
  NO_SUCH_MARKET_ROW: { kind: string; id: number };
  MARKET_ROW_VOID: { kind: string; id: number };
  MARKET_ANSWERED: { complaintId: number };
  MARKET_ANSWER_BEFORE: { on: string; answeredOn: string };
  PERIOD_NOT_OVER: { month: string; today: string };
  /** `through` is the last closed month. */
  PERIOD_ALREADY_CLOSED: { month: string; through: string };
  /** Months are closed in order: `first` comes before this one. */
  PERIOD_EARLIER_OPEN: { month: string; first: string };
  /** What is not right yet, by the names of `periods.check`, with what was found. */
  PERIOD_NOT_READY: { month: string; items: { name: PeriodCheck; detail: string; facts: PeriodFacts }[] };
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
