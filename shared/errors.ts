import type { ChargingRefusals } from './errors-charging.ts';
import type { MonthEndRefusals } from './errors-month-end.ts';

/**
 * The closed list of expected refusals. Anything else that goes wrong is a bug: it is logged with a
 * reference and answered as INTERNAL. Sentences for these codes are made in the renderer.
 * Money in details is fen, areas 0.01 m², dates YYYY-MM-DD.
 */
export type Refusals = {
  /** The call does not fit its schema; `path` names the field. */
  BAD_INPUT: { issues: { path: string; rule: string; expected?: string | undefined }[] };
  NO_SUCH_ENDPOINT: { endpoint: string };
  INTERNAL: { reference: string };
  CANCELLED: Record<string, never>;
  BUSY: Record<string, never>;
  NEEDS_WINDOW: { endpoint: string };

  NOT_SIGNED_IN: Record<string, never>;
  ROLE_NOT_ALLOWED: { role: string; allowed: string[] };
  SESSION_LOCKED: Record<string, never>;
  WRONG_PASSWORD: { failures: number; waitSeconds: number };
  TOO_MANY_FAILURES: { waitSeconds: number };
  PASSWORD_TOO_SHORT: { minimum: number };
  USER_EXISTS: { name: string };
  NO_SUCH_USER: { userId: number };
  LAST_MANAGER: Record<string, never>;

  FOLDER_NOT_EMPTY: Record<string, never>;
  NO_ESTATE: Record<string, never>;
  FOLDER_READ_ONLY: { folder: string };
  DISK_FULL: Record<string, never>;
  DATABASE_BUSY: Record<string, never>;
  DATABASE_DAMAGED: { file: string; detail: string };
  DATABASE_FOREIGN: { file: string };
  DATABASE_TOO_NEW: { file: string; version: number; supported: number };
  MIGRATION_FAILED: { file: string; migration: string; backup: string; detail: string };

  FILE_NOT_FOUND: { file: string };
  FILE_NOT_PICKED: { file: string };
  FILE_TOO_LARGE: { file: string; bytes: number; limitBytes: number };
  FILE_ENCRYPTED: { file: string };
  FILE_NOT_WORKBOOK: { file: string; hint?: 'OLD_XLS' };
  FILE_NOT_WRITABLE: { file: string };
  NO_HEADER_ROW: { sheets: string[]; missing: string[] };
  NO_SUCH_SHEET: { sheet: string; sheets: string[] };
  ROSTER_HAS_ERRORS: {
    created: number; updated: number; unchanged: number; merged: number;
    errors: { row: number; column: string; header: string; value: string; reason: string; label: string }[];
    homes: number; areaDm2: number; openingArrearsFen: number;
  };

  NO_SUCH_HOME: { homeId: number };
  NO_SUCH_PERSON: { personId: number };
  HOME_MERGED: { label: string; into: string; on: string };
  TRANSFER_BEFORE_ISSUED_BILL: { on: string; billedFrom: string };
  TRANSFER_BEFORE_OWNER: { on: string; ownerFrom: string };
  OWNER_REPEATED: { name: string };
  SAME_OWNERS: { names: string };
  PREPAYMENT_HELD: { label: string; prepaidFen: number };
  TENANCY_OVERLAPS: { name: string; from: string; to: string | null };
  STATUS_BEFORE_ISSUED_BILL: { from: string; billedFrom: string };
  SAME_STATUS: { status: string; from: string };
  MERGE_INTO_ITSELF: { label: string };
  MERGE_BEFORE_ISSUED_BILL: { label: string; on: string; billedTo: string };
  MERGE_BEFORE_MERGE: { on: string; mergedOn: string };
  DATES_REVERSED: { from: string; to: string };

  NO_SUCH_WAIVER: { waiverId: number };
  NO_SUCH_VACANCY: { vacancyId: number };
  ALREADY_DECIDED: { state: string; by: string };
  WAIVER_EXCEEDS_BALANCE: { billId: number; balanceFen: number };
  VACANCY_OVERLAPS: { from: string; to: string };
  PROMOTION_OVERLAPS: { name: string; from: string; to: string };
  MONTH_BEFORE_OPENING: { month: string; opensOn: string };
  MONTH_TOO_FAR: { month: string; latest: string };
  RATE_VERSION_EXISTS: { from: string };
  RATE_BEFORE_ISSUED_BILL: { from: string; billedTo: string };

  NO_SUCH_BUILDING: { building: string };
  NO_SUCH_HOME_TYPE: { type: string };
  NO_HOME_OF_LABEL: { label: string };
  VERSION_OVERLAPS: { from: string; to: string | null };
  VERSION_BEFORE_ISSUED_BILL: { from: string; billedTo: string };
  /** Opening arrears and late fees are made by the program. */
  ITEM_IS_FIXED: { item: string };
  ITEM_FUND_DIFFERS: { item: string; fund: string; account: string };
  ITEM_NAME_DIFFERS: { item: string; name: string };
  ITEM_BY_AREA: { item: string };
  ACCOUNT_NOT_OF_FUND: { account: string; fund: string };
  RATE_MISSING: { item: string };
  RATE_REPEATED: { key: string };
  SPLIT_MISSING: { item: string };
  POOL_HAS_NO_RATE: { item: string };
  CYCLE_NOT_OF_BASIS: { cycle: string; basis: string };
  NOT_A_POOL: { item: string; month: string };
  POOL_NOT_DUE: { item: string; month: string; due: string };
  POOL_ALREADY_BILLED: { item: string; month: string; billedFen: number };
  POOL_EXCEEDED: { item: string; month: string; remainingFen: number };
  NOT_ONE_OFF: { item: string };
  /** Neither an amount nor a quantity, or both. */
  AMOUNT_OR_QUANTITY: { item: string };
  AMOUNT_TOO_SMALL: { item: string };
  DUE_BEFORE_TODAY: { dueOn: string; today: string };
  NO_SUCH_ITEM: { item: string };
  ITEM_NOT_METERED: { item: string };
  METER_READINGS_HAVE_ERRORS: {
    accepted: number; bases: number; replaced: number; unchanged: number; unread: number;
    errors: { row: number; column: string; header: string; value: string; reason: string; label: string; ours: string }[];
  };
  NO_METER: { homeId: number };
  NO_SUCH_READING: { readingId: number };
  READING_ALREADY_CORRECTED: { readingId: number; correctedBy: number };
  READING_BILLED: { billId: number };
  READING_FALLS: { lastE4: number; lastOn: string };
  READING_BEFORE_LAST: { on: string; lastOn: string };
  METER_NO_DIFFERS: { meterNo: string; ours: string };

  NO_SUCH_PAYMENT: { paymentId: string };
  NO_SUCH_BILL: { billId: number };
  BILL_ALREADY_CANCELLED: { billId: number };
  BILL_OF_ANOTHER_HOME: { billId: number };
  BILL_REPEATED: { billId: number };
  PAYMENT_EXCEEDS_BALANCE: { billId: number; balanceFen: number };
  LINES_EXCEED_AMOUNT: { amountFen: number; linesFen: number };
  PREPAYMENT_TOO_FAR: { maximumFen: number; months: number };
  PAYMENT_ID_REUSED: { paymentId: string };
  TRANSACTION_NO_MISSING: { method: string };
  TRANSACTION_NO_USED: { transactionNo: string; receiptNo: string };
  CASH_TENDERED_TOO_SMALL: { amountFen: number; tenderedFen: number };
  DATE_IN_FUTURE: { date: string; today: string };
  DATE_BEFORE_OPENING: { date: string; opensOn: string };
  PAYMENT_ALREADY_REVERSED: { reversalNo: string };
  PAYMENT_PARTLY_REFUNDED: { refundedFen: number };
  PAYMENT_OF_ANOTHER: { cashier: string };
  NOT_TODAY: { registeredOn: string; today: string };
  DAY_CLOSED: { reportNo: string };
  LATE_FEE_EXCEEDS: { billId: number; lateFen: number };
  REFUND_EXCEEDS_PAYMENT: { refundableFen: number };
  REFUND_EXCEEDS_PREPAYMENT: { refundableFen: number };
  INVOICE_NO_USED: { invoiceNo: string; receiptNo: string };
  ALREADY_INVOICED: { invoiceNo: string };
  NO_SUCH_DEPOSIT: { depositId: string };
  RETURN_EXCEEDS_DEPOSIT: { heldFen: number };

  CHANNEL_FILE_SEEN: { file: string; at: string };
  CHANNEL_FILE_EMPTY: { file: string };
  CHANNEL_FILE_WRONG_CHANNEL: { channel: string; found: string };
  /** A line outside the month asked for, before the books began, or in the future. */
  CHANNEL_FILE_WRONG_MONTH: { month: string; row: number; on: string };
  /** What differs: no summary, a line cut off, the number of lines, sums in fen, or the balance after a line. */
  CHANNEL_FILE_TRUNCATED: { what: 'summary' | 'row' | 'count' | 'amount' | 'refund' | 'fee' | 'balance'; row: number; expected: number; found: number };
  CHANNEL_COLUMNS_MISSING: { missing: string[]; headers: string[] };
  CHANNEL_LINE_UNREADABLE: { row: number; column: string; value: string };
  CHANNEL_LINE_SEEN: { row: number; transactionNo: string; file: string };
  CHANNEL_LINE_RESOLVED: { lineId: number };
  CHANNEL_LINE_SETTLED: { lineId: number };
  NO_SUCH_CHANNEL_LINE: { lineId: number };
  ACTION_NOT_FOR_LINE: { action: string; kind: string };
  ENTRY_ALREADY_MATCHED: { entryId: number; file: string; row: number };
  ENTRY_OF_OTHER_CHANNEL: { entryId: number };
  MATCH_AMOUNT_DIFFERS: { lineFen: number; entriesFen: number };
  NOTHING_TO_SETTLE: { channel: string; through: string };
  SETTLEMENT_HAS_EXCEPTIONS: { lines: number };
  SETTLEMENT_DIFFERS: { expectedFen: number };
  NO_SUCH_SETTLEMENT: { settlementId: number };
  SETTLEMENT_ALREADY_UNDONE: { settlementId: number };

  SHIFT_ALREADY_OPEN: { openedAt: string };
  SHIFT_NOT_OPEN: Record<string, never>;
  SHIFT_CLOSED: { reportNo: string };
  SHIFT_NOT_CLOSED: { shiftId: number };
  SHIFT_OF_ANOTHER: { userName: string };
  NO_SUCH_SHIFT: { shiftId: number };
  NO_SUCH_REPORT: { reportNo: string };
  COUNT_DIFFERS: { countedFen: number; notesFen: number };
  BANKED_EXCEEDS_CASH: { bankedFen: number; cashFen: number };
  WITNESS_IS_CASHIER: { name: string };
  SHIFTS_STILL_OPEN: { names: string[] };
  DAY_ALREADY_CLOSED: { on: string; reportNo: string };
  NOTHING_TO_CLOSE: { on: string };

  /** The figures computed from documents and from the ledger differ; `key` is the group (a building, an item, a month) or empty. */
  RATES_DISAGREE: { from: string; to: string; figure: string; key: string; documents: number; ledger: number };
  NOTHING_TO_DUN: Record<string, never>;
  NO_SUCH_NOTICE: { noticeNo: string };
  SERVED_BEFORE_NOTICE: { noticeNo: string; on: string };
  PROMISE_DATE_MISSING: { outcome: string };
  PROMISE_IN_PAST: { promisedOn: string; today: string };

  NO_SUCH_SPACE: { space: string };
  /** A space of this code is known with another value; `field` names it. */
  SPACE_DIFFERS: { space: string; field: string; ours: string; given: string };
  SPACES_HAVE_ERRORS: { added: number; unchanged: number; errors: { row: number; column: string; header: string; value: string; reason: string; code: string }[] };
  TITLE_OF_LET_SPACE: { space: string };
  SPACE_BLOCKED: { space: string; from: string; to: string | null; reason: string };
  NO_SUCH_BLOCK: { blockId: number };
  /** The first minute of the week that both hold: `weekday` 1 is Monday, `[from, to)` in HH:MM. */
  SPACE_TAKEN: { leaseId: number; weekday: number; from: string; to: string; space: string };
  PLATE_TAKEN: { leaseId: number; plate: string };
  PLATE_INVALID: { plate: string };
  PLATE_REPEATED: { plate: string };
  RESOLUTION_NEEDED: { space: string };
  CONSENT_NEEDED: { space: string };
  /** A resident lease is a home's; a lease has one payer. */
  LESSEE_NOT_OF_KIND: { kind: string };
  HOME_UNSOLD: { label: string };
  WINDOW_EMPTY: { from: string; to: string };
  WINDOWS_OVERLAP: { weekday: number; from: string; to: string };
  PRICES_EXIST: { from: string };
  PRICES_REVERSED: { marketFen: number; residentFen: number };
  NO_PRICES: { from: string };
  /** Charges up to `chargedTo` (half-open) stand at the old price. */
  PRICE_BEFORE_CHARGE: { from: string; chargedTo: string };
  NO_SUCH_LEASE: { leaseId: number };
  LEASE_NOT_DRAFT: { leaseId: number };
  LEASE_NOT_SIGNED: { leaseId: number };
  LEASE_ENDED: { leaseId: number; on: string };
  /** The day lies outside what the lease holds, `[from, to)`. */
  LEASE_DAY_OUTSIDE: { on: string; from: string; to: string | null };
  LEASE_SUSPENDED: { from: string; to: string | null };
  LEASE_NOT_SUSPENDED: { leaseId: number };
  NOTICE_TOO_SHORT: { earliest: string };
  SAME_SPACE: { space: string };
  COMPANY_EXISTS: { name: string; companyId: number };
  NO_SUCH_COMPANY: { companyId: number };
  VEHICLE_KNOWN: { plate: string; label: string };
  NO_SUCH_VEHICLE: { vehicleId: number };
  NO_SUCH_VOUCHER: { voucherNo: string };
  VOUCHER_USED: { voucherNo: string; at: string };
  VOUCHER_EXPIRED: { voucherNo: string; through: string };
  VOUCHER_NOT_YET: { voucherNo: string; from: string };
  VOUCHER_WITHDRAWN: { voucherNo: string };
  VOUCHER_OF_OTHER_PLATE: { voucherNo: string; plate: string };
  BARRIER_FILE_SEEN: { file: string; at: string };
  BARRIER_FILE_EMPTY: { file: string };
  BARRIER_COLUMNS_MISSING: { missing: string[]; headers: string[] };
  NO_SUCH_FINDING: { findingId: number };
  FINDING_DECIDED: { findingId: number; state: string };
  FINDING_NOT_CHARGEABLE: { findingId: number; kind: string };
  NOTICE_NOT_DUE: { leaseNo: string; kind: string };

  ENTRY_NOT_BALANCED: { fund: string; sumFen: number };
  NO_SUCH_ENTRY: { entryId: number };
  NO_SUCH_ACCOUNT: { account: string };
  BACKUP_NOT_USABLE: { file: string; detail: string };
  PRINT_FAILED: { detail: string };
} & ChargingRefusals & MonthEndRefusals;

export type RefusalCode = keyof Refusals;

/** The only class of the house: an expected refusal, thrown anywhere, answered by the dispatcher. */
export class AppError<Code extends RefusalCode = RefusalCode> extends Error {
  readonly code: Code;
  readonly details: Refusals[Code];
  constructor(code: Code, details: Refusals[Code]) {
    super(code);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

export type Refusal = { [Code in RefusalCode]: { ok: false; code: Code; details: Refusals[Code] } }[RefusalCode];
export type Reply<Value> = { ok: true; value: Value } | Refusal;

/** Tells an expected refusal from anything else that was thrown. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** Turns a thrown refusal into its reply. */
export function refusalOf(error: AppError): Refusal {
  // The pair (code, details) was checked when the error was made; the union cannot see it.
  return { ok: false, code: error.code, details: error.details } as Refusal;
}
