import { z } from 'zod';
import { command, count, everyRole, fenSchema, id, isoDate, isoMonth, nothing, pageLimit, positiveFen, query } from './define.ts';

export const skipReason = z.enum(['UNSOLD', 'NOT_HANDED_OVER', 'NO_RATE', 'ALREADY_ISSUED', 'MERGED', 'NOT_DUE', 'NO_METER', 'NO_READING', 'READING_FALLS', 'NO_USE', 'NO_POOL', 'POOL_SPENT', 'NO_SHARE']);
export const skippedHome = z.object({ label: z.string(), reason: skipReason, /** Code of the fee item. */ item: z.string() });

export const feeBasis = z.enum(['area', 'home', 'meter', 'pool', 'once']);
export type FeeBasis = z.infer<typeof feeBasis>;
export const billBasis = z.enum([...feeBasis.options, 'opening', 'late']);
export const feeCycle = z.enum(['month', 'quarter', 'half-year', 'year', 'handover-year']);
export type FeeCycle = z.infer<typeof feeCycle>;
export const firstPeriodRule = z.enum(['full', 'half', 'days']);
export const poolSplit = z.enum(['area', 'homes', 'quantity']);
/** Deposits and the maintenance fund are never billed as a fee item. */
export const billedFund = z.enum(['property', 'common', 'agency']);

/** 0.0001 yuan, above zero, at most 1,000 yuan. */
export const rateE4 = z.int().positive().max(10_000_000);
/** 0.0001 of the item's unit (m³, kWh …). */
export const quantityE4 = z.int().nonnegative().max(100_000_000_000_000);
export const itemCode = z.string().regex(/^[a-z][a-z0-9-]{0,29}$/);
const reason = z.string().trim().min(1).max(200);

/** A rate for a part of the homes: a building's name, a home type, or a home's number. The narrowest wins. */
export const scopeRate = z.object({ scope: z.enum(['building', 'type', 'home']), key: z.string().min(1).max(20), rateE4 });

export const feeItemVersion = z.object({
  /** 1, 2, 3 … in order of `from`. */ version: count, from: z.string(), /** Half-open; null until a later version begins. */ to: z.string().nullable(),
  basis: feeBasis, rateE4: z.int().nullable(), rates: z.array(scopeRate), cycle: feeCycle.or(z.literal('none')), firstPeriod: firstPeriodRule.nullable(),
  split: poolSplit.nullable(), splitItem: z.string().nullable(), unit: z.string(), vacancy: z.boolean(), lateFee: z.boolean(),
});

const decision = z.enum(['pending', 'approved', 'rejected']);
const decided = { state: decision, requestedBy: z.string(), requestedAt: z.string(), decidedBy: z.string().nullable(), decidedAt: z.string().nullable(), decisionNote: z.string() };

export const fees = {
  /**
   * A fee item, or a new version of one, from a day. An open version before it ends there. Refused: VERSION_OVERLAPS,
   * VERSION_BEFORE_ISSUED_BILL, ITEM_IS_FIXED (opening arrears, late fees, parking), ITEM_FUND_DIFFERS, ACCOUNT_NOT_OF_FUND,
   * RATE_MISSING, SPLIT_MISSING, NO_SUCH_ITEM (splitItem), NO_SUCH_BUILDING, NO_SUCH_HOME.
   */
  'fees.defineItem': command({
    roles: ['manager'],
    input: z.object({
      code: itemCode, name: z.string().trim().min(1).max(30), fund: billedFund,
      /** Default: 5001 property, 5051 property and one-off, 2241.02 agency, 2241.03 common. */
      account: z.enum(['5001', '5051', '2241.02', '2241.03']).optional(),
      from: isoDate, to: isoDate.optional(), basis: feeBasis,
      /** Per m², home or unit and month. Pools have none. */ rateE4: rateE4.optional(), rates: z.array(scopeRate).max(2000).default([]),
      cycle: feeCycle.default('month'), firstPeriod: firstPeriodRule.optional(), split: poolSplit.optional(), /** Whose metered quantities weigh a pool. */ splitItem: itemCode.optional(),
      unit: z.string().trim().max(10).default(''), /** Vacancy discounts apply. */ vacancy: z.boolean().default(false), /** Late fees apply. */ lateFee: z.boolean().default(false),
    }),
    output: z.object({ feeItemId: id, version: count }),
  }),
  'fees.listItems': query({
    roles: everyRole,
    input: nothing,
    output: z.object({ items: z.array(z.object({ feeItemId: id, code: z.string(), name: z.string(), fund: z.string(), account: z.string(), /** Made by the program: opening arrears, late fees. */ fixed: z.boolean(), versions: z.array(feeItemVersion) })) }),
  }),
  /** Issues what falls due in a month for all items, or the named ones. */
  'fees.issueBills': command({
    roles: ['manager'],
    input: z.object({ month: isoMonth, items: z.array(itemCode).max(100).optional(), commit: z.boolean() }),
    output: z.object({ issued: count, amountFen: fenSchema, /** Vacancy discounts in it, which are not subtracted. */ reducedFen: fenSchema, skipped: z.array(skippedHome) }),
  }),
  /** The draft of a month: totals by item and building, every home with its amount or its reason. Writes nothing. */
  'fees.previewBills': query({
    roles: everyRole,
    input: z.object({ month: isoMonth, items: z.array(itemCode).max(100).optional() }),
    output: z.object({
      issued: count, amountFen: fenSchema, reducedFen: fenSchema, skipped: z.array(skippedHome), /** Prepayments that issuing would apply. */ prepaidFen: fenSchema,
      items: z.array(z.object({ item: z.string(), name: z.string(), bills: count, amountFen: z.int(), reducedFen: z.int() })),
      buildings: z.array(z.object({ building: z.string(), homes: count, amountFen: z.int() })),
      lines: z.array(z.object({
        item: z.string(), itemName: z.string(), label: z.string(), basis: billBasis, areaDm2: z.int().nullable(), rateE4: z.int().nullable(), quantityE4: z.int().nullable(), unit: z.string(), months: count,
        share: z.object({ numerator: z.int(), denominator: z.int() }), from: z.string(), to: z.string(), amountFen: z.int(), reducedFen: z.int(),
      })),
    }),
  }),
  /** Months from opening to the next one, newest first: what was billed and what of it is paid. */
  'fees.listMonths': query({
    roles: everyRole,
    input: nothing,
    output: z.object({ items: z.array(z.object({ month: z.string(), bills: count, billedFen: z.int(), openFen: z.int(), issuedAt: z.string().nullable() })) }),
  }),
  'fees.listBills': query({
    roles: everyRole,
    input: z.object({ month: isoMonth.optional(), item: itemCode.optional(), search: z.string().max(60).optional(), openOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({
      items: z.array(z.object({
        billId: id, homeId: id, label: z.string(), item: z.string(), itemName: z.string(), fund: z.string(), from: z.string(), to: z.string(), basis: billBasis, areaDm2: z.int().nullable(), rateE4: z.int().nullable(), quantityE4: z.int().nullable(), unit: z.string(), months: count, note: z.string(),
        amountFen: z.int(), waivedFen: z.int(), /** Collected and prepayment used: amount − waived − open, 0 for a cancelled one. */ paidFen: z.int(), openFen: z.int(), dueOn: z.string(), entryId: id,
        cancelled: z.object({ on: z.string(), reason: z.string(), by: z.string(), entryId: id }).nullable(),
      })),
      next: z.string().optional(),
    }),
  }),
  /** Undoes a bill by its mirror: what was paid on it becomes the home's prepayment in the same fund. Refused: NO_SUCH_BILL, BILL_ALREADY_CANCELLED. */
  'fees.cancelBill': command({
    roles: ['manager'],
    input: z.object({ billId: id, reason }),
    output: z.object({ cancelledFen: fenSchema, /** Paid before, now held for the home. */ toPrepaidFen: fenSchema, entryId: id }),
  }),
  /** Cancels a bill and issues it again with another amount, same item, home and period. Both stay visible. */
  'fees.correctBill': command({ roles: ['manager'], input: z.object({ billId: id, amountFen: positiveFen, reason }), output: z.object({ billId: id, openFen: fenSchema }) }),
  /** Bills one home once (repairs, cards): an amount, or a quantity at the item's rate. */
  'fees.chargeOnce': command({
    roles: ['cashier', 'manager'],
    input: z.object({ homeId: id, item: itemCode, amountFen: positiveFen.optional(), quantityE4: quantityE4.positive().optional(), note: z.string().trim().max(100).default(''), dueOn: isoDate.optional() }),
    output: z.object({ billId: id, amountFen: fenSchema }),
  }),
  /** What a shared pool cost in a month; it may change until a bill of it stands. Refused: NO_SUCH_ITEM, NOT_A_POOL, POOL_ALREADY_BILLED. */
  'fees.setPool': command({ roles: ['manager', 'office'], input: z.object({ item: itemCode, month: isoMonth, amountFen: positiveFen, note: z.string().trim().max(100).default('') }), output: nothing }),
  'fees.listPools': query({ roles: everyRole, input: nothing, output: z.object({ items: z.array(z.object({ item: z.string(), name: z.string(), month: z.string(), amountFen: z.int(), billedFen: z.int(), bills: count, note: z.string() })) }) }),
  /** The rate versions of the property fee: how many homes have which rate from which day. */
  'fees.listRates': query({ roles: everyRole, input: nothing, output: z.object({ items: z.array(z.object({ from: z.string(), rateE4: z.int(), homes: count })) }) }),
  /** A new version for all homes, a building, or one home. Bills already issued keep theirs. */
  'fees.setRate': command({
    roles: ['manager'],
    input: z.object({ from: isoDate, rateE4, building: z.string().max(20).optional(), homeId: id.optional() }),
    output: z.object({ homes: count }),
  }),

  /** The desk asks, the manager decides. Refused: NO_SUCH_BILL, WAIVER_EXCEEDS_BALANCE. */
  'fees.requestWaiver': command({ roles: ['cashier', 'manager', 'office'], input: z.object({ billId: id, amountFen: positiveFen, reason }), output: z.object({ waiverId: id }) }),
  /** Posts it on its own account, or rejects it. Refused: NO_SUCH_WAIVER, ALREADY_DECIDED, WAIVER_EXCEEDS_BALANCE. */
  'fees.approveWaiver': command({ roles: ['manager'], input: z.object({ waiverId: id, approve: z.boolean().default(true), note: z.string().trim().max(200).default('') }), output: z.object({ state: decision, /** What the bill still owes. */ openFen: fenSchema }) }),
  'fees.listWaivers': query({
    roles: everyRole,
    input: z.object({ state: decision.optional(), limit: pageLimit.default(200), after: z.int().optional() }),
    output: z.object({ items: z.array(z.object({ waiverId: id, billId: id, homeId: id, label: z.string(), itemName: z.string(), from: z.string(), to: z.string(), billedFen: z.int(), openFen: z.int(), amountFen: z.int(), reason: z.string(), ...decided })), next: z.int().optional() }),
  }),
  /** A vacancy discount: `offPermille` off the items that allow it, by the days of `[from, to)`. Refused: VACANCY_OVERLAPS, DATES_REVERSED. */
  'fees.requestVacancy': command({ roles: ['cashier', 'manager', 'office'], input: z.object({ homeId: id, from: isoDate, to: isoDate, offPermille: z.int().min(1).max(1000), reason }), output: z.object({ vacancyId: id }) }),
  'fees.approveVacancy': command({ roles: ['manager'], input: z.object({ vacancyId: id, approve: z.boolean().default(true), note: z.string().trim().max(200).default('') }), output: z.object({ state: decision }) }),
  'fees.listVacancies': query({
    roles: everyRole,
    input: z.object({ state: decision.optional(), limit: pageLimit.default(200), after: z.int().optional() }),
    output: z.object({ items: z.array(z.object({ vacancyId: id, homeId: id, label: z.string(), from: z.string(), to: z.string(), offPermille: z.int(), reason: z.string(), ...decided })), next: z.int().optional() }),
  }),
  /** A versioned rule: who pays `months` or more of the property fee ahead in `[from, to)` gets `bonusDays`. Refused: PROMOTION_OVERLAPS, DATES_REVERSED. */
  'fees.setPromotion': command({ roles: ['manager'], input: z.object({ name: z.string().trim().min(1).max(40), from: isoDate, to: isoDate, months: z.int().min(1).max(12), bonusDays: z.int().min(1).max(366) }), output: z.object({ promotionId: id }) }),
  'fees.listPromotions': query({ roles: everyRole, input: nothing, output: z.object({ items: z.array(z.object({ promotionId: id, name: z.string(), from: z.string(), to: z.string(), months: z.int(), bonusDays: z.int(), payments: count, givenFen: z.int(), by: z.string() })) }) }),
  /** What was given away in `[from, to]`, by kind, item and who approved it; equals accounts 5001.91 to 5001.93. What was taken back counts −1 on its own day. Refused: DATES_REVERSED. */
  'fees.listReductions': query({
    roles: everyRole,
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.object({ items: z.array(z.object({ kind: z.enum(['vacancy', 'waiver', 'promotion']), itemName: z.string(), by: z.string(), count: z.int(), amountFen: z.int() })), totalFen: z.int() }),
  }),
};
