import { z } from 'zod';
import { command, count, everyRole, filePath, id, isoDate, isoMonth, pageLimit, query } from './define.ts';
import { itemCode, quantityE4 } from './fees.ts';

const writers = ['manager', 'office'] as const;
const meterNo = z.string().trim().max(30);
const search = z.string().max(60).optional();

export const readingKind = z.enum(['base', 'normal', 'final']);

/** A refused cell: `reason` says why (READING_FALLS, PREVIOUS_DIFFERS, METER_DIFFERS, UNKNOWN_HOME, UNKNOWN_ITEM, IN_FUTURE, BEFORE_LAST, NO_SUCH_DAY, MISSING, NOT_A_NUMBER, NEGATIVE, TOO_MANY_DECIMALS, TOO_LARGE, REPEATED). */
export const readingIssue = z.object({ row: z.int(), column: z.string(), header: z.string(), value: z.string(), reason: z.string(), label: z.string(), /** What the books have instead, where that is the reason. */ ours: z.string() });

export const readingsSummary = z.object({
  /** Rows that are or would be stored, bases and replacements included. */ accepted: count,
  /** Of them the first reading of a home's meter, which is never billed. */ bases: count, /** Of them a new meter for an old one. */ replaced: count,
  /** Rows that the books already have, and exact repeats. */ unchanged: count, /** Rows without a reading. */ unread: count,
  errors: z.array(readingIssue),
});

export const readingRow = z.object({
  row: z.int(), action: z.enum(['base', 'reading', 'replace', 'unchanged', 'unread', 'refused']), label: z.string(), item: z.string(), itemName: z.string(), meterNo: z.string(), readOn: z.string(),
  lastE4: z.int().nullable(), valueE4: z.int().nullable(), /** Since the last reading. */ usedE4: z.int().nullable(), issues: z.array(readingIssue),
});

const source = {
  file: filePath, sheet: z.string().max(100).optional(),
  /** Of rows that name none; without it, the only metered item there is. */ item: itemCode.optional(),
  /** Of rows in a table without dates; without it the date above the table, else today. */ readOn: isoDate.optional(),
};

export const meters = {
  /**
   * Reads an office's list of readings (.xlsx, .csv). Writes only with `commit`; with errors `refuse` writes nothing
   * and answers METER_READINGS_HAVE_ERRORS, `skip` takes the other rows. The same file again changes nothing.
   * Refused also: NO_HEADER_ROW, NO_SUCH_SHEET, NO_SUCH_ITEM, ITEM_NOT_METERED and what reading a file refuses.
   */
  'meters.importReadings': command({ roles: writers, input: z.object({ ...source, commit: z.boolean(), onError: z.enum(['refuse', 'skip']).default('refuse') }), output: readingsSummary }),
  /** What an import would do, row by row; writes nothing. */
  'meters.previewReadings': query({
    roles: everyRole,
    input: z.object(source),
    output: readingsSummary.extend({ sheet: z.string(), sheets: z.array(z.string()), headerRow: z.int(), headers: z.record(z.string(), z.string()), rows: z.array(readingRow) }),
  }),
  /** The metered items: what they are called and measured in, and how many homes have a meter of each. */
  'meters.listItems': query({ roles: everyRole, input: z.strictObject({}), output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string(), meters: count })) }) }),
  /** The homes of the estate with their meter of an item in a month, in address order. Refused: NO_SUCH_ITEM, ITEM_NOT_METERED. */
  'meters.list': query({
    roles: everyRole,
    input: z.object({
      item: itemCode, month: isoMonth, building: z.string().max(20).optional(), search,
      /** unread: a meter without a reading in the month; blocked: a falling reading; none: no meter; metered: all with one. */ only: z.enum(['metered', 'unread', 'blocked', 'none']).optional(),
      limit: pageLimit.default(1000), after: z.string().optional(),
    }),
    output: z.object({
      items: z.array(z.object({
        homeId: id, label: z.string(), building: z.string(), meterId: id.nullable(), meterNo: z.string(),
        /** The last reading before the month. */ last: z.object({ readingId: id, readOn: z.string(), valueE4: z.int() }).nullable(),
        /** The last reading in the month. */ reading: z.object({ readingId: id, readOn: z.string(), valueE4: z.int(), kind: readingKind }).nullable(),
        /** Used and not billed up to the month's end. */ usedE4: z.int().nullable(), /** Why nothing is. */ skip: z.enum(['NO_METER', 'NO_READING', 'READING_FALLS', 'NO_USE']).nullable(),
        /** The month's living bill. */ bill: z.object({ billId: id, quantityE4: z.int(), amountFen: z.int() }).nullable(),
      })),
      next: z.string().optional(),
    }),
  }),
  /**
   * One reading; the first of a home makes its meter and is a base. The same reading again answers the first.
   * Refused: NO_SUCH_ITEM, ITEM_NOT_METERED, NO_SUCH_HOME, DATE_IN_FUTURE, READING_BEFORE_LAST, READING_FALLS, METER_NO_DIFFERS.
   */
  'meters.record': command({
    roles: writers,
    input: z.object({ homeId: id, item: itemCode, readOn: isoDate, valueE4: quantityE4, meterNo: meterNo.optional() }),
    output: z.object({ readingId: id, kind: readingKind, /** Since the reading before; 0 for a base. */ usedE4: z.int() }),
  }),
  /** A new meter for an old one: what the old one ran until its end is billed with the next reading. Refused as `meters.record`, and NO_METER. */
  'meters.replace': command({
    roles: writers,
    input: z.object({ homeId: id, item: itemCode, on: isoDate, finalE4: quantityE4, newMeterNo: meterNo, baseE4: quantityE4 }),
    output: z.object({ meterId: id, usedE4: z.int() }),
  }),
  /**
   * A new value for a reading; the old one stays in its history. A value above the next reading is taken, and blocks the
   * home's next bill until that one is corrected too. Refused: NO_SUCH_READING, READING_ALREADY_CORRECTED, READING_BILLED
   * (cancel the bill first), READING_FALLS (below the reading before).
   */
  'meters.correct': command({
    roles: writers,
    input: z.object({ readingId: id, valueE4: quantityE4, reason: z.string().trim().min(1).max(200) }),
    output: z.object({ readingId: id, /** The next reading, which is now below this one. */ blockedBy: z.object({ readingId: id, readOn: z.string(), valueE4: z.int() }).nullable() }),
  }),
  /** All readings of a home, newest first, corrected ones included. */
  'meters.history': query({
    roles: everyRole,
    input: z.object({ homeId: id, item: itemCode.optional() }),
    output: z.object({
      items: z.array(z.object({
        readingId: id, item: z.string(), itemName: z.string(), unit: z.string(), meterId: id, meterNo: z.string(), readOn: z.string(), valueE4: z.int(), kind: readingKind,
        /** Since the living reading before, of the same meter. */ usedE4: z.int().nullable(), /** Below the one before it. */ falls: z.boolean(),
        /** The reading that took its place. */ correctedBy: id.nullable(), corrects: id.nullable(), source: z.string(), note: z.string(), by: z.string(), at: z.string(), /** A living bill that is based on it. */ billId: id.nullable(),
      })),
    }),
  }),
};
