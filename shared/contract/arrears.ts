import { z } from 'zod';
import { ageBuckets } from '../domain/arrears.ts';
import { collectionParts } from '../domain/collection.ts';
import { command, count, everyRole, fenSchema, filePath, host, id, isoDate, isoMonth, nothing, pageLimit, query } from './define.ts';
import { itemCode } from './fees.ts';

export const ageBucket = z.enum(ageBuckets);
export const limitation = z.enum(['running', 'lapsing', 'lapsed']);
const building = z.string().min(1).max(20);

/** Which open bills: all of them when empty. */
const billFilter = { building: building.optional(), item: itemCode.optional() };
const homeFilter = {
  ...billFilter, /** Only bills of this age. */ bucket: ageBucket.optional(), /** Only bills that lapse within 90 days. */ lapsing: z.boolean().optional(), /** Homes that owe at least this much of the chosen bills. */ minFen: z.int().positive().max(1_000_000_000_000).optional(),
};
/** In the order of the buckets. */
const amounts = z.array(z.int()).length(ageBuckets.length);

export const arrearsHome = z.object({
  homeId: id, label: z.string(), building: z.string(), /** Present owners, or the former ones who kept the debt. */ debtor: z.string(), /** Owners no more. */ former: z.boolean(), maskedPhone: z.string(), /** The tenant who pays. */ payer: z.string(),
  amounts, amountFen: z.int(), oldestDueOn: z.string(), /** The last day for the first bill that lapses. */ lapsesOn: z.string(), limitation,
  /** The last notice, and when it or an earlier one was served last. */ lastNoticeOn: z.string().nullable(), lastServedOn: z.string().nullable(), /** What was promised in the last call. */ promisedOn: z.string().nullable(),
});
export const arrearsBill = z.object({
  billId: id, homeId: id, label: z.string(), item: z.string(), itemName: z.string(), fund: z.string(), from: z.string(), to: z.string(), amountFen: z.int(), openFen: z.int(), dueOn: z.string(), overdueDays: z.int(), bucket: ageBucket,
  lastServedOn: z.string().nullable(), lapsesOn: z.string(), limitation, /** Until then it can be sued for; negative: lapsed. */ daysLeft: z.int(), entryId: id,
});

export const collectionFigures = z.object({
  current: z.object({ /** Bills of the period, without late fees and opening arrears. */ billedFen: fenSchema, cancelledFen: fenSchema, /** On them to date. */ collectedFen: fenSchema }),
  arrears: z.object({ /** Owed on bills of earlier months when the period began. */ openingFen: fenSchema, /** Of it within the period. */ collectedFen: fenSchema }),
  households: z.object({ /** With a bill of the period. */ billed: count, /** Whose bills of the period are all settled. */ paid: count }),
});
const months = { /** First and last month of the period, both included. */ from: isoMonth, to: isoMonth };

export const dunningWays = ['hand', 'door', 'registered', 'wechat', 'phone'] as const;
export const dunningWay = z.enum(dunningWays);
export const callOutcomes = ['promised', 'noted', 'disputed', 'refused', 'unreachable', 'wrong-number'] as const;
export const callOutcome = z.enum(callOutcomes);
const paperText = z.string().trim().min(1).max(600);
const noticeNo = z.string().max(20);

export const dunningNotice = z.object({
  noticeNo: z.string(), homeId: id, label: z.string(), debtor: z.string(), former: z.boolean(), on: z.string(), deadlineOn: z.string(), amountFen: z.int(), /** What of it is still open. */ openFen: z.int(), bills: count, by: z.string(),
  served: z.array(z.object({ way: dunningWay, on: z.string(), by: z.string(), note: z.string() })),
});

const officeRoles = ['manager', 'cashier', 'office'] as const;

export const arrears = {
  /** What was open on a day by age, from postings up to it: the total is account 1122 of that day, opening arrears included. */
  'arrears.ageing': query({
    roles: everyRole,
    input: z.object({ /** Default: today. */ on: isoDate.optional(), ...billFilter }),
    output: z.object({ buckets: z.array(z.object({ bucket: ageBucket, homes: count, amountFen: fenSchema })).length(ageBuckets.length), totalFen: fenSchema }),
  }),
  /** The same by building or by item; the sums of its columns are the buckets. */
  'arrears.table': query({
    roles: everyRole,
    input: z.object({ on: isoDate.optional(), by: z.enum(['building', 'item']), ...billFilter }),
    output: z.object({ items: z.array(z.object({ key: z.string(), name: z.string(), homes: count, amounts, amountFen: z.int() })), totalFen: z.int() }),
  }),
  /** Homes that owe, in address order, with what they owe of the chosen bills. Names are for the office, never for a public sheet. */
  'arrears.list': query({
    roles: everyRole,
    input: z.object({ on: isoDate.optional(), ...homeFilter, /** Without bills that are not due yet, as notices are. */ overdueOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({ items: z.array(arrearsHome), homes: count, totalFen: z.int(), next: z.string().optional() }),
  }),
  /** The open bills behind a home's arrears, oldest first. */
  'arrears.bills': query({ roles: everyRole, input: z.object({ homeId: id, on: isoDate.optional() }), output: z.object({ items: z.array(arrearsBill), totalFen: z.int() }) }),
  /** Bills whose limitation ends within 90 days, those that lapse first at the top; and what has lapsed already. */
  'arrears.lapsing': query({
    roles: everyRole,
    input: z.object({ on: isoDate.optional(), ...billFilter }),
    output: z.object({ items: z.array(arrearsBill), homes: count, amountFen: z.int(), lapsed: z.object({ homes: count, bills: count, amountFen: z.int() }) }),
  }),

  /** The collection rates of a month, from documents and from the ledger. Refused when the two differ: RATES_DISAGREE. */
  'collection.rates': query({ roles: everyRole, input: z.object({ month: isoMonth }), output: collectionFigures }),
  /** The same for a period, as a whole and by building or item. Refused: RATES_DISAGREE, DATES_REVERSED. */
  'collection.report': query({
    roles: everyRole,
    input: z.object({ ...months, by: z.enum(['building', 'item']).optional() }),
    output: z.object({ total: collectionFigures, items: z.array(collectionFigures.extend({ key: z.string(), name: z.string() })) }),
  }),
  /** Month by month up to one, oldest first. Refused: RATES_DISAGREE. */
  'collection.trend': query({ roles: everyRole, input: z.object({ until: isoMonth, months: z.int().min(1).max(60).default(12) }), output: z.object({ items: z.array(collectionFigures.extend({ month: z.string() })) }) }),
  /** The homes behind a number of the report, in address order; their amounts sum to it. Refused: DATES_REVERSED. */
  'collection.homes': query({
    roles: everyRole,
    input: z.object({ ...months, part: z.enum(collectionParts), ...billFilter, limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({ items: z.array(z.object({ homeId: id, label: z.string(), ownerName: z.string(), bills: count, amountFen: z.int() })), homes: count, totalFen: z.int(), next: z.string().optional() }),
  }),

  /** What a notice says unless one writes otherwise: the words of the last one. */
  'dunning.defaults': query({ roles: everyRole, input: nothing, output: z.object({ clause: z.string(), howToPay: z.string(), deadlineDays: z.int() }) }),
  /**
   * One numbered notice (series CJ) for each home and debtor whose overdue bills fit the filter; with `file` all of them
   * as one PDF with a bookmark for each home. Cancelled or failed, it leaves nothing behind. Refused: NOTHING_TO_DUN.
   */
  'dunning.create': host({
    roles: officeRoles,
    input: z.object({
      filter: z.object({ ...homeFilter, homeIds: z.array(id).min(1).max(10_000).optional() }).default({}), file: filePath.optional(),
      deadlineDays: z.int().min(1).max(90).optional(), clause: paperText.optional(), howToPay: paperText.optional(),
    }),
    output: z.object({ notices: count, amountFen: fenSchema, file: z.string().nullable(), /** null: there are none. */ firstNo: z.string().nullable(), lastNo: z.string().nullable() }),
  }),
  /** Prints notices again as they were, one or many. Refused: NO_SUCH_NOTICE. */
  'dunning.print': host({ roles: officeRoles, input: z.object({ noticeNos: z.array(noticeNo).min(1).max(10_000), to: z.enum(['printer', 'pdf']), file: filePath.optional() }), output: z.object({ file: z.string().nullable() }) }),
  /** How and when notices reached their debtors; only that restarts the limitation. Refused: NO_SUCH_NOTICE, DATE_IN_FUTURE, SERVED_BEFORE_NOTICE. */
  'dunning.recordService': command({
    roles: officeRoles,
    input: z.object({ noticeNos: z.array(noticeNo).min(1).max(10_000), way: dunningWay, servedOn: isoDate, /** Default: the caller. */ by: z.string().trim().max(40).optional(), note: z.string().trim().max(200).default('') }),
    output: z.object({ served: count }),
  }),
  /** Notices, newest first. */
  'dunning.list': query({
    roles: everyRole,
    input: z.object({ homeId: id.optional(), search: z.string().max(60).optional(), unservedOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.int().optional() }),
    output: z.object({ items: z.array(dunningNotice), total: count, amountFen: z.int(), next: z.int().optional() }),
  }),
  /** What came of a call. A promise needs its day, and nothing else has one. Refused: NO_SUCH_HOME, PROMISE_DATE_MISSING, PROMISE_IN_PAST. */
  'dunning.logCall': command({
    roles: officeRoles,
    input: z.object({ homeId: id, outcome: callOutcome, promisedOn: isoDate.optional(), note: z.string().trim().max(200).default('') }),
    output: z.object({ callId: id }),
  }),
  /** Homes to call: promises that passed first, then by what they owe overdue; with their last call. */
  'dunning.calls': query({
    roles: everyRole,
    input: z.object({ ...billFilter, /** Homes whose promise has passed, or all that are overdue. */ brokenOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.int().nonnegative().optional() }),
    output: z.object({
      items: z.array(z.object({
        homeId: id, label: z.string(), debtor: z.string(), maskedPhone: z.string(), payer: z.string(), overdueFen: z.int(), oldestDueOn: z.string(), calls: count, lastCallOn: z.string().nullable(), outcome: callOutcome.nullable(), promisedOn: z.string().nullable(),
        /** A promise whose day has passed while the home still owes. */ broken: z.boolean(), note: z.string(), by: z.string(),
      })),
      total: count, overdueFen: z.int(), brokenHomes: count, next: z.int().optional(),
    }),
  }),
  /** The calls of a home, newest first. */
  'dunning.callsOfHome': query({ roles: everyRole, input: z.object({ homeId: id }), output: z.object({ items: z.array(z.object({ callId: id, on: z.string(), outcome: callOutcome, promisedOn: z.string().nullable(), note: z.string(), by: z.string() })) }) }),
};
