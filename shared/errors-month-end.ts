/** What is refused of the shop, of costs, of closing months and of statements. Money is fen, months YYYY-MM, days YYYY-MM-DD. */
export type MonthEndRefusals = {
  /** A closed month takes no posting; the manager can reopen it. */
  PERIOD_CLOSED: { month: string; on: string };
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
  NO_SUCH_SUPPLIER: { supplierId: number };
  MARKET_COLUMNS_MISSING: { missing: string[]; headers: string[] };
  NO_SUCH_MARKET_ROW: { kind: string; id: number };
  MARKET_ROW_VOID: { kind: string; id: number };
  MARKET_ANSWERED: { complaintId: number };
  MARKET_ANSWER_BEFORE: { on: string; answeredOn: string };
};
