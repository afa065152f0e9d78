import { z } from 'zod';
import { settlementColumns, settlementFaults } from '../domain/settlement-sheet.ts';
import { command, count, everyRole, filePath, id, isoDate, query, word } from './define.ts';

/** A day's amount of a platform; below zero where more went back than came in. */
const dayFen = z.int().min(-1_000_000_000_000).max(1_000_000_000_000);
const sums = { days: count, repeats: count, /** Days that stand otherwise: they stay out. */ conflicts: z.array(z.string()), grossFen: z.int(), commissionFen: z.int(), netFen: z.int(), /** New days that the books have otherwise. */ differences: z.array(z.object({ on: z.string(), bookedFen: z.int(), grossFen: z.int() })) };
export const settlementState = z.enum(['equal', 'differs', 'unsettled', 'unbooked', 'decided']);
const figures = { sessions: count, bookedFen: z.int(), commissionFen: z.int(), /** Booked less settled of settled days: what the platform settled too little. */ differenceFen: z.int(), decidedFen: z.int(), /** What is left of the day: booked less settled less decided. */ owedFen: z.int() };
const platform = word(40);

export const chargingSettlements = {
  /**
   * Reads what a platform settled, a row a day (日期, 订单数, 交易金额, 手续费, 结算金额, 到账日期, 流水号), or a row an order, summed by day. Each payment is an entry on its day: bank and commission against the receivable; commission is a cost of the owners' income.
   * The same day again is a repeat where it says the same, else a conflict, which stays out; under another number, and no more than the day still owes after late sessions, it is a further payment. With any issue nothing is written, nor without `commit`. `paidOn` is of rows that name no day of payment.
   * Refused: NO_SUCH_PLATFORM, SETTLEMENT_OF_OFFICE, SETTLEMENT_COLUMNS_MISSING, SETTLEMENT_IN_FUTURE and those of files.
   */
  'charging.importSettlement': command({
    roles: ['manager', 'office'], input: z.object({ file: filePath, platform, mapping: z.object({ columns: z.partialRecord(z.enum(settlementColumns), z.string().max(60)) }).optional(), paidOn: isoDate.optional(), commit: z.boolean() }),
    output: z.object({ ...sums, issues: z.array(z.object({ row: count, field: z.enum(settlementColumns), value: z.string(), reason: z.enum(settlementFaults) })), written: z.boolean(), /** The same bytes came before. */ seen: z.object({ file: z.string(), at: z.string() }).nullable() }),
  }),
  /** The same, typed: one payment of some days. Refused: NO_SUCH_PLATFORM, SETTLEMENT_OF_OFFICE, SETTLEMENT_IN_FUTURE, SETTLEMENT_DAY_TWICE, SETTLEMENT_DAY_AFTER, SETTLEMENT_COMMISSION. */
  'charging.addSettlement': command({
    roles: ['manager', 'office'], input: z.object({ platform, paidOn: isoDate, reference: z.string().trim().max(60).refine((text) => !/\p{Cc}/u.test(text), { error: 'CONTROL' }).default(''), lines: z.array(z.object({ on: isoDate, grossFen: dayFen, commissionFen: dayFen })).min(1).max(400) }),
    output: z.object({ settlementId: id.nullable(), entryId: id.nullable(), ...sums }),
  }),
  /** Takes back a settlement that was entered by mistake: its entry is reversed today, its days wait again. Refused: NO_SUCH_SETTLEMENT, SETTLEMENT_ALREADY_UNDONE. */
  'charging.undoSettlement': command({ roles: ['manager'], input: z.object({ settlementId: id, reason: word(200) }), output: z.object({ entryId: id.nullable() }) }),
  /**
   * Platforms day by day, the latest first, both ends included: what was booked and changed on it, what was settled of it. `unsettled` waits, `unbooked` was settled without a session, `decided` was written off; what comes to a day later opens it again.
   * `totals` are those of the rows that are answered; `receivableFen` is what is owed in all, of whatever day. Refused: NO_SUCH_PLATFORM.
   */
  'charging.listSettlements': query({
    roles: everyRole, input: z.object({ platform: platform.optional(), from: isoDate, to: isoDate, state: settlementState.optional() }),
    output: z.object({ items: z.array(z.object({ platform: z.string(), on: z.string(), grossFen: z.int().nullable(), ...figures, state: settlementState, settlementId: id.nullable(), paidOn: z.string().nullable(), reference: z.string(), /** Of the last decision. */ reason: z.string() })), totals: z.object({ ...figures, grossFen: z.int() }), receivableFen: z.int() }),
  }),
  /** Writes off what is left of a platform's day, to 2241.03.14; also of a day that the platform settles with another one. Refused: NO_SUCH_PLATFORM, SETTLEMENT_NOTHING_LEFT. */
  'charging.decideSettlement': command({ roles: ['manager'], input: z.object({ platform, on: isoDate, reason: word(200) }), output: z.object({ /** What the platform settled too little. */ amountFen: z.int(), entryId: id }) }),
};
