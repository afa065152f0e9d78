import { z } from 'zod';
import { command, count, everyRole, filePath, host, id, isoDate, isoMonth, nothing, pageLimit, query, word } from './define.ts';
import { statementCheck, statementContent, statementHead, statementKinds } from './statement-content.ts';

/** Files that a statement is saved as; each has its maker, and each is frozen at publishing. */
export const statementFormats = ['xlsx', 'json', 'html'] as const;
export type StatementFormat = (typeof statementFormats)[number];

const kind = z.enum(statementKinds);
/** What a line sums: entries of the ledger, the amount as the line has it (income positive, and so is what goes out). */
const drilled = z.object({ entryId: id, on: z.string(), kind: z.string(), memo: z.string(), amountFen: z.int() });
/** Versioned: profit cap in 0.01 % of fee income (null: none agreed), whom to call with an objection, working days on the wall, days off beside weekends. */
const settings = z.object({ profitCapPermyriad: z.int().min(0).max(10_000).nullable(), phone: word(40), postingDays: z.int().min(1).max(365), holidays: z.array(isoDate).max(400) });
const figures = { openingFen: z.int(), incomeFen: z.int(), costFen: z.int(), netFen: z.int(), interestFen: z.int(), toMaintenanceFen: z.int(), subsidyFen: z.int(), otherFen: z.int(), closingFen: z.int(), bankFen: z.int().nullable() };

export const statements = {
  /**
   * Computes a statement of months (both included, at most 12) from the ledger on cash basis: money that came and went, bills unpaid are not income. Amounts are fen, outflows positive:
   * opening + net + interest − toMaintenance − subsidy − other = closing. `bankFen` is null until the bank's balance was entered. A draft of the same months is refreshed; after publishing it is a new version.
   * Refused: DATES_REVERSED, STATEMENT_TOO_LONG, STATEMENT_BEFORE_OPENING, DATE_IN_FUTURE (a month that has not begun).
   */
  'statements.prepare': command({
    roles: ['manager', 'office'], input: z.object({ kind, from: isoMonth, to: isoMonth }),
    output: z.object({ statementId: id, version: count, lines: statementContent.shape.lines, ...figures, checks: z.array(statementCheck) }),
  }),
  /** Somebody else than who prepared it looked at the draft. Refused: NO_SUCH_STATEMENT, STATEMENT_PUBLISHED, STATEMENT_OWN_REVIEW. */
  'statements.review': command({ roles: ['manager', 'office'], input: z.object({ statementId: id }), output: z.object({ head: statementHead }) }),
  /**
   * Freezes the content and its files byte for byte under a digest and a code. Refused: NO_SUCH_STATEMENT, STATEMENT_PUBLISHED, PERIOD_NOT_CLOSED (months still open),
   * STATEMENT_STALE (the books say something else by now: prepare again), STATEMENT_DOES_NOT_ADD_UP (checks that fail).
   */
  'statements.publish': command({ roles: ['manager'], input: z.object({ statementId: id }), output: z.object({ head: statementHead }) }),
  /** Every version, the latest period first. */
  'statements.list': query({ roles: everyRole, input: z.object({ kind: kind.optional() }), output: z.object({ items: z.array(statementHead) }) }),
  /** Refused: NO_SUCH_STATEMENT. */
  'statements.get': query({ roles: everyRole, input: z.object({ statementId: id }), output: z.object({ head: statementHead, content: statementContent }) }),
  /** The entries whose sum is a line, oldest first; of a published statement those that stood when it was published. `laterEntries`: dated in its months, posted since. Refused: NO_SUCH_STATEMENT, NO_SUCH_LINE. */
  'statements.drill': query({
    roles: everyRole, input: z.object({ statementId: id, line: z.string().max(80), limit: pageLimit.default(200), /** The entry that the page before ended with. */ after: id.optional() }),
    output: z.object({ entries: z.array(drilled), count, totalFen: z.int(), laterEntries: count, next: id.optional() }),
  }),
  /** Saves a statement; of a published one the very bytes that were frozen. `digest`: SHA-256 of the file, hex. Refused: NO_SUCH_STATEMENT, FILE_NOT_WRITABLE, DISK_FULL. */
  'statements.export': host({ roles: everyRole, input: z.object({ statementId: id, format: z.enum(statementFormats), file: filePath }), output: z.object({ file: z.string(), bytes: count, digest: z.string() }) }),
  /** Checks what is printed on a sheet, the code or what the QR code says, against the frozen version; spaces, dashes, case and O/0, I/L/1 do not matter. */
  'statements.verify': query({ roles: everyRole, input: z.object({ code: z.string().min(1).max(300) }), output: z.object({ state: z.enum(['genuine', 'superseded', 'altered', 'unknown']), head: statementHead.nullable() }) }),
  'statements.settings': query({ roles: everyRole, input: nothing, output: settings }),
  /** A new version each time; what was prepared or published keeps its own. */
  'statements.setSettings': command({ roles: ['manager'], input: settings, output: nothing }),
};
