/** What is refused of chargers, tariffs and sessions. Energy is 0.0001 kWh, times are local. */
export type ChargingRefusals = {
  /** Minutes of a day that no period of a tariff covers; `variant` is empty or names which days. */
  TARIFF_GAP: { from: string; to: string; variant: string };
  TARIFF_OVERLAP: { from: string; to: string; variant: string };
  TARIFF_PERIOD_EMPTY: { from: string; to: string; variant: string };
  TARIFF_CLOCK: { from: string; to: string; variant: string };
  DEVICE_DIFFERS: { device: string; field: string; ours: string; given: string };
  DEVICE_DAYS: { device: string; from: string; to: string };
  NO_SUCH_DEVICE: { device: string };
  TARIFF_KIND: { tariff: string; kind: string };
  TARIFF_LIMITS: { minimumFen: number; capFen: number };
  TARIFF_TIERS: { basis: string };
  TARIFF_VERSION_BEFORE: { tariff: string; from: string; latest: string };
  NO_SUCH_TARIFF: { tariff: string };
  ASSIGN_WHAT: { tariff: string };
  SESSION_TIMES: { at: string; why: 'NO_SUCH_TIME' | 'NOT_AFTER_START' | 'TOO_LONG' };
  /** Excel made 2.02600E+23 of an order number: its digits are lost. */
  CHARGING_ORDER_SCIENTIFIC: { row: number; value: string };
  CHARGING_FILE_EMPTY: { file: string };
  CHARGING_FILE_OTHER_PLATFORM: { platform: string; other: string };
  CHARGING_FILE_OTHER_MONTH: { month: string; from: string; to: string };
  NO_SUCH_SESSION: { sessionId: number };
  /** What a correction would leave: the reasons are those of the work list. */
  SESSION_STILL_WRONG: { reason: string; value: string };
  SESSION_NOTHING_TO_CHANGE: { sessionId: number };
  REFUND_ABOVE_SESSION: { standsFen: number };
  NO_SUCH_PLATFORM: { platform: string };
  /** A platform's settlement without a column that is needed; `headers` are those it has. */
  SETTLEMENT_COLUMNS_MISSING: { missing: string[]; headers: string[] };
  /** The office has the money of its own platforms already. */
  SETTLEMENT_OF_OFFICE: { platform: string };
  SETTLEMENT_IN_FUTURE: { on: string };
  SETTLEMENT_DAY_TWICE: { on: string };
  SETTLEMENT_DAY_AFTER: { on: string; paidOn: string };
  SETTLEMENT_COMMISSION: { on: string; grossFen: number; commissionFen: number };
  SETTLEMENT_NOTHING_LEFT: { platform: string; on: string };
  NO_SUCH_REVIEW: { reviewId: number };
  REVIEW_DECIDED: { reviewId: number };
  REVIEW_STILL_WRONG: { reason: string; value: string };
  /** A platform's file without a column that is needed; `headers` are those it has, `samples` up to three cells below each, `columns` what was recognised, by head. `encoding` and `delimiter` are those of a text. */
  CHARGING_COLUMNS_MISSING: { missing: string[]; headers: string[]; samples: string[][]; columns: Partial<Record<string, string>>; encoding: string | null; delimiter: string | null };
  METER_READING_FUTURE: { meter: string; at: string };
  METER_READING_FALLS: { meter: string; at: string; energy: number; before: number };
  METER_READING_DIFFERS: { meter: string; at: string; ours: number; given: number };
  CARD_TAKEN: { cardNo: string; holder: string };
  NO_SUCH_CHARGING_ACCOUNT: { accountId: number };
  NO_SUCH_TOPUP: { no: string };
  /** Only what is there can be paid back. */
  PAYBACK_ABOVE_BALANCE: { balanceFen: number };
  BALANCE_TOO_LOW: { balanceFen: number; priceFen: number };
  PRODUCT_TAKEN: { product: string };
  PRODUCT_TERMS: { product: string; why: 'CARD_DAYS' | 'QUOTA_FREE' | 'QUOTA_ENERGY' | 'QUOTA_DAYS' | 'QUOTA_SPAN' };
  NO_SUCH_PRODUCT: { product: string };
  QUOTA_HELD: { accountId: number };
  /** Its bill stands: a reduction of the bill is the way. */
  SESSION_BILLED: { sessionId: number };
  PLATFORM_IN_USE: { platform: string };
  GRID_BILL_TWICE: { month: string; period: string };
  GRID_PRICE_BEFORE: { from: string; latest: string };
  /** A register's readings; times are local, energy is 0.0001 kWh. */
  REGISTER_OUTSIDE: { at: string };
  REGISTER_TIME_FALLS: { at: string; before: string };
  REGISTER_FALLS: { at: string; energy: number; before: number };
  REGISTER_ABOVE_TOTAL: { at: string; energy: number; total: number };
};
