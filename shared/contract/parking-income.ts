import { z } from 'zod';
import { ageBuckets } from '../domain/arrears.ts';
import { command, count, everyRole, isoDate, isoMonth, query } from './define.ts';
import { leaseKind, spaceTitle } from './parking.ts';

const priceFen = z.int().nonnegative().max(100_000_000);
const months = z.object({ from: isoMonth, to: isoMonth });
/** The share of common spaces let by day, 0 to 1. */
const share = z.number().min(0).max(1);
const simulated = { residentFen: priceFen, daytimeFen: priceFen, daytimeShare: share };
const yearFen = z.object({ daytime: z.int(), subsidy: z.int(), left: z.int() });

export const parkingIncome = {
  /**
   * What parking brought to the common income and what was spent of it, by month of the entries: residents at the market price, daytime, other, and the subsidy.
   * residentFen + daytimeFen + otherFen − subsidyFen is the change of 2241.03.01 to 2241.03.09 in the ledger.
   */
  'parking.income': query({ roles: everyRole, input: months, output: z.object({ months: z.array(z.object({ month: z.string(), residentFen: z.int(), daytimeFen: z.int(), otherFen: z.int(), subsidyFen: z.int(), spacesLet: count })) }) }),
  /** Each month of the subsidy account: what came in by day, what the subsidy took, what is left, and how many resident months the daytime income carried. */
  'parking.subsidy': query({
    roles: everyRole,
    input: months.extend({ /** False: without the entries behind each month. */ entries: z.boolean().default(true) }),
    output: z.object({
      months: z.array(z.object({
        month: z.string(), marketFen: z.int().nullable(), residentFen: z.int().nullable(), /** Resident months charged on common spaces, in thousandths (days count in part). */ residentMonthsPermille: z.int(), daytimeFen: z.int(), otherFen: z.int(), residentPaidFen: z.int(), subsidyFen: z.int(), /** daytime + other − subsidy. */ leftFen: z.int(),
        /** Daytime income ÷ the subsidy of one month, whole months. */ carriedMonths: z.int().nullable(), /** Credit positive: they sum to resident paid + subsidy + daytime + other − subsidy. */ entries: z.array(z.object({ entryId: z.int(), on: z.string(), memo: z.string(), account: z.string(), amountFen: z.int() })),
      })),
      totals: z.object({ daytimeFen: z.int(), otherFen: z.int(), residentPaidFen: z.int(), subsidyFen: z.int(), leftFen: z.int() }),
    }),
  }),
  /** A year at other prices, with the leases and spaces of today. Resident months are today's resident leases of common spaces × 12. */
  'parking.simulate': query({
    roles: everyRole, input: z.object(simulated),
    output: z.object({ yearFen, /** What it stands on. */ basis: z.object({ marketFen: z.int(), commonSpaces: count, residentLeases: count, daytimeSpaces: count }), months: z.array(z.object({ month: z.string(), daytime: z.int(), subsidy: z.int(), left: z.int() })) }),
  }),
  /** Where the simulator begins: today's prices, share and averages. */
  'parking.simulationStart': query({ roles: everyRole, input: z.object({}), output: z.object({ marketFen: z.int(), residentFen: z.int(), daytimeFen: z.int(), daytimeShare: z.number(), commonSpaces: count, residentLeases: count, daytimeSpaces: count }) }),
  /** A decision with its resolution: kept with the year it was decided on, and the prices set from its day. Refused: as setPrices. */
  'parking.decide': command({ roles: ['manager'], input: z.object({ ...simulated, from: isoDate, marketFen: priceFen, resolutionNo: z.string().trim().min(1).max(60), resolutionOn: isoDate.optional(), note: z.string().trim().max(200).default('') }), output: z.object({ decisionId: z.int() }) }),
  'parking.listDecisions': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ decisionId: z.int(), from: z.string(), marketFen: z.int(), residentFen: z.int(), daytimeFen: z.int(), daytimeShare: z.number(), resolutionNo: z.string(), resolutionOn: z.string().nullable(), note: z.string(), yearFen, by: z.string(), at: z.string() })) }) }),

  /** Spaces held in each hour of the week of a month, by zone: hour 0 is Monday 00:00. Counted in space-minutes ÷ 60, in thousandths of a space. */
  'parking.occupancy': query({
    roles: everyRole,
    input: z.object({ month: isoMonth, zone: z.string().max(20).optional() }),
    output: z.object({ spaces: count, zones: z.array(z.object({ zone: z.string(), spaces: count, /** 168 numbers: permille of the zone's spaces that are let in that hour, over all such hours of the month. */ permille: z.array(z.int()) })) }),
  }),
  /** What each let space brought in a period: charged, per month let, and its kinds. */
  'parking.yield': query({
    roles: everyRole,
    input: months.extend({ zone: z.string().max(20).optional() }),
    output: z.object({ items: z.array(z.object({ space: z.string(), zone: z.string(), title: spaceTitle, residentPaidFen: z.int(), subsidyFen: z.int(), daytimeFen: z.int(), totalFen: z.int(), daysLet: count })), zones: z.array(z.object({ zone: z.string(), spaces: count, let: count, totalFen: z.int(), perSpaceFen: z.int() })) }),
  }),
  /** Monthly income of leases that end in the coming months. */
  'parking.expiring': query({ roles: everyRole, input: z.object({ months: z.int().min(1).max(24).default(12) }), output: z.object({ months: z.array(z.object({ month: z.string(), residentFen: z.int(), daytimeFen: z.int(), leases: count })), items: z.array(z.object({ leaseId: z.int(), leaseNo: z.string(), kind: leaseKind, label: z.string(), lessee: z.string(), space: z.string(), to: z.string(), monthlyFen: z.int() })) }) }),
  /** What leases owe, by kind and age of the debt (the buckets of arrears), and the leases behind it. */
  'parking.arrears': query({ roles: everyRole, input: z.object({}), output: z.object({ buckets: z.array(z.object({ bucket: z.enum(ageBuckets), residentFen: z.int(), daytimeFen: z.int(), otherFen: z.int() })), items: z.array(z.object({ homeId: z.int(), label: z.string(), lessee: z.string(), kind: leaseKind.or(z.literal('other')), openFen: z.int(), /** Of the buckets in their order. */ amounts: z.array(z.int()), oldestDueOn: z.string() })), totalFen: z.int() }) }),
};
