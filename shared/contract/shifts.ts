import { z } from 'zod';
import { noteFaces } from '../domain/shift.ts';
import { command, count, everyRole, filePath, host, id, isoDate, nothing, pageLimit, query } from './define.ts';
import { paymentMethod } from './payments.ts';

/** Whole fen of a drawer: nothing or more. */
const drawerFen = z.int().nonnegative().max(1_000_000_000_000);
const name = z.string().trim().max(40);

/** Money by the way it came or went; negative where more went than came. */
export const methodSums = z.object({ cash: z.int(), wechat: z.int(), alipay: z.int(), card: z.int(), transfer: z.int(), totalFen: z.int() });
export const matrixKind = z.enum(['receipt', 'void', 'reversal', 'refund', 'deposit-return', 'charging-payback', 'other']);
/** `item` is the code of a fee item, or `prepayment`, `charging-prepaid`, `deposit`, `retained`, or an account; undone money has rows of its own, negative. */
export const matrixRow = z.object({ kind: matrixKind, item: z.string(), itemName: z.string(), fund: z.string(), byMethod: methodSums });
/** The numbers a shift took of a series: runs without a break (other desks took those between), and those that stand on no paper at all. */
export const seriesRange = z.object({ series: z.string(), count, runs: z.array(z.object({ first: z.string(), last: z.string() })), missing: z.array(z.string()) });
export const shiftDocument = z.object({
  kind: z.enum(['void', 'reversal', 'refund', 'deposit', 'deposit-return', 'charging-payback']), no: z.string(), /** The receipt it undoes. */ ofNo: z.string().nullable(), at: z.string(), label: z.string(), method: paymentMethod,
  /** Money in positive, out negative. */ amountFen: z.int(), reason: z.string(), entryId: id,
});
export const noteCount = z.object({ faceFen: z.union(noteFaces.map((face) => z.literal(face))), pieces: count.max(1_000_000) });
export const bankedPart = z.object({ fund: z.string(), account: z.string(), amountFen: z.int() });

/** What the entries of a shift, or of a day, come to: all of it computed from postings. */
const facts = { entries: count, cashInFen: z.int(), cashOutFen: z.int(), matrix: z.array(matrixRow), totals: methodSums, series: z.array(seriesRange), documents: z.array(shiftDocument) };

/** Frozen when the shift closes. */
export const shiftReport = z.object({
  ...facts,
  reportNo: z.string(), shiftId: id, estateName: z.string(), officeName: z.string(), userName: z.string(), /** Who closed it, when the cashier could not. */ closedBy: z.string(), witness: z.string(),
  openedAt: z.string(), closedAt: z.string(), /** Entries in (fromEntry, toEntry] of this user. */ fromEntry: count, toEntry: count,
  floatFen: z.int(), expectedFen: z.int(), countedFen: z.int(), overShortFen: z.int(), notes: z.array(noteCount),
  bankedFen: z.int(), slipNo: z.string(), banked: z.array(bankedPart), /** Left in the drawer. */ keptFen: z.int(), note: z.string(),
});
export type ShiftReport = z.infer<typeof shiftReport>;

const dayShift = z.object({ reportNo: z.string(), userName: z.string(), openedAt: z.string(), closedAt: z.string(), floatFen: z.int(), expectedFen: z.int(), countedFen: z.int(), overShortFen: z.int(), bankedFen: z.int(), totalFen: z.int() });
/** Money that someone took or gave who closed no shift that day. */
const dayOther = z.object({ userName: z.string(), fromEntry: count, toEntry: count, cashFen: z.int(), totalFen: z.int() });

/** Frozen when the day closes: its shifts, and what was done outside of any. */
export const dayReport = z.object({
  ...facts,
  reportNo: z.string(), on: z.string(), estateName: z.string(), officeName: z.string(), userName: z.string(), witness: z.string(), closedAt: z.string(), toEntry: count,
  shifts: z.array(dayShift), others: z.array(dayOther), overShortFen: z.int(), bankedFen: z.int(), note: z.string(),
});
export type DayReport = z.infer<typeof dayReport>;

const openShift = z.object({ shiftId: id, openedAt: z.string(), openedOn: z.string(), floatFen: z.int(), expectedFen: z.int() });
export const shiftItem = z.object({
  shiftId: id, reportNo: z.string().nullable(), userName: z.string(), witness: z.string().nullable(), openedAt: z.string(), closedAt: z.string().nullable(), floatFen: z.int(),
  expectedFen: z.int().nullable(), countedFen: z.int().nullable(), overShortFen: z.int().nullable(), bankedFen: z.int().nullable(), totalFen: z.int().nullable(), dayNo: z.string().nullable(),
});
export const dayItem = z.object({ on: z.string(), reportNo: z.string(), userName: z.string(), closedAt: z.string(), shifts: count, totalFen: z.int(), overShortFen: z.int(), bankedFen: z.int() });

export const shifts = {
  /** One open shift for each user. Refused: SHIFT_ALREADY_OPEN. */
  'shifts.open': command({ roles: ['cashier', 'manager'], input: z.object({ floatFen: drawerFen }), output: openShift }),
  /**
   * Closes the caller's shift: expected is the float and all cash that its entries took, less what they gave; the
   * difference is posted, banked cash too. Refused: SHIFT_NOT_OPEN, SHIFT_CLOSED, SHIFT_OF_ANOTHER, NO_SUCH_SHIFT, COUNT_DIFFERS, BANKED_EXCEEDS_CASH, WITNESS_IS_CASHIER.
   */
  'shifts.close': command({
    roles: ['cashier', 'manager'],
    input: z.object({
      countedFen: drawerFen, /** Default: one's own. A manager closes that of someone who was switched off. */ shiftId: id.optional(),
      /** By note and coin; they must come to what was counted. */ notes: z.array(noteCount).max(noteFaces.length).optional(),
      /** The second name: who takes over, or checks. */ witness: name.default(''), bankedFen: drawerFen.default(0), slipNo: name.default(''), note: z.string().trim().max(200).default(''),
    }),
    output: z.object({ expectedFen: z.int(), overShortFen: z.int(), reportNo: z.string(), shiftId: id, countedFen: z.int(), bankedFen: z.int(), keptFen: z.int() }),
  }),
  /** The caller's open shift, and what its entries come to by now; without one, what has been done since the last and falls into the next. */
  'shifts.current': query({ roles: everyRole, input: nothing, output: z.object({ shift: openShift.nullable(), ...facts }) }),
  /** Shifts, newest first; a cashier sees one's own. */
  'shifts.list': query({
    roles: everyRole,
    input: z.object({ from: isoDate.optional(), to: isoDate.optional(), search: z.string().max(60).optional(), limit: pageLimit.default(100), after: z.int().optional() }),
    output: z.object({ items: z.array(shiftItem), total: count, next: z.int().optional() }),
  }),
  /** A closed shift's report by its number or shift, or a day's by its number. Refused: NO_SUCH_SHIFT, NO_SUCH_REPORT, SHIFT_NOT_CLOSED, SHIFT_OF_ANOTHER. */
  'shifts.get': query({
    roles: everyRole,
    input: z.object({ reportNo: z.string().max(20).optional(), shiftId: id.optional() }).refine(({ reportNo, shiftId }) => (reportNo === undefined) !== (shiftId === undefined), { error: 'ONE_OF', path: ['reportNo'] }),
    output: z.discriminatedUnion('kind', [z.object({ kind: z.literal('shift'), report: shiftReport }), z.object({ kind: z.literal('day'), report: dayReport })]),
  }),
  /** Closes a day: after it, nothing of that day is voided. Refused: SHIFTS_STILL_OPEN, DAY_ALREADY_CLOSED, NOTHING_TO_CLOSE, DATE_IN_FUTURE. */
  'shifts.closeDay': command({
    roles: ['cashier', 'manager'],
    input: z.object({ on: isoDate, witness: name.default(''), note: z.string().trim().max(200).default('') }),
    output: z.object({ reportNo: z.string(), on: z.string(), shifts: count, totalFen: z.int(), overShortFen: z.int(), bankedFen: z.int() }),
  }),
  /** What closing a day now would count, who still stands in the way, and the number if it is closed. */
  'shifts.dayStatus': query({
    roles: everyRole,
    input: z.object({ on: isoDate.optional() }),
    output: z.object({ on: z.string(), reportNo: z.string().nullable(), stillOpen: z.array(z.object({ userName: z.string(), openedAt: z.string() })), shifts: z.array(dayShift), others: z.array(dayOther), totalFen: z.int() }),
  }),
  'shifts.listDays': query({
    roles: everyRole,
    input: z.object({ from: isoDate.optional(), to: isoDate.optional(), limit: pageLimit.default(100), after: isoDate.optional() }),
    output: z.object({ items: z.array(dayItem), total: count, next: z.string().optional() }),
  }),
  /** The frozen report on A4. */
  'shifts.print': host({
    roles: ['cashier', 'manager', 'office'],
    input: z.object({ reportNo: z.string().max(20), to: z.enum(['printer', 'pdf']), file: filePath.optional() }),
    output: z.object({ file: z.string().nullable() }),
  }),
};
