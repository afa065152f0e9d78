import { z } from 'zod';
import { command, count, everyRole, fenSchema, id, isoDate, isoMonth, nothing, pageLimit, query } from './define.ts';

export const skipReason = z.enum(['UNSOLD', 'NOT_HANDED_OVER', 'NO_RATE', 'ALREADY_ISSUED']);
export const skippedHome = z.object({ label: z.string(), reason: skipReason });

export const fees = {
  'fees.issueBills': command({
    roles: ['manager'],
    input: z.object({ month: isoMonth, commit: z.boolean() }),
    output: z.object({ issued: count, amountFen: fenSchema, skipped: z.array(skippedHome) }),
  }),
  /** The draft of a month: totals by building, every home with its amount or its reason. Writes nothing. */
  'fees.previewBills': query({
    roles: everyRole,
    input: z.object({ month: isoMonth }),
    output: z.object({
      issued: count, amountFen: fenSchema, skipped: z.array(skippedHome), /** Prepayments that issuing would apply. */ prepaidFen: fenSchema,
      buildings: z.array(z.object({ building: z.string(), homes: count, amountFen: z.int() })),
      lines: z.array(z.object({ label: z.string(), areaDm2: z.int(), rateE4: z.int(), from: z.string(), to: z.string(), amountFen: z.int() })),
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
    input: z.object({ month: isoMonth.optional(), search: z.string().max(60).optional(), openOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({
      items: z.array(z.object({ billId: id, homeId: id, label: z.string(), itemName: z.string(), from: z.string(), to: z.string(), areaDm2: z.int().nullable(), rateE4: z.int().nullable(), amountFen: z.int(), paidFen: z.int(), openFen: z.int(), dueOn: z.string(), entryId: id })),
      next: z.string().optional(),
    }),
  }),
  /** The rate versions of the property fee: how many homes have which rate from which day. */
  'fees.listRates': query({ roles: everyRole, input: nothing, output: z.object({ items: z.array(z.object({ from: z.string(), rateE4: z.int(), homes: count })) }) }),
  /** A new version for all homes, a building, or one home. Bills already issued keep theirs. */
  'fees.setRate': command({
    roles: ['manager'],
    input: z.object({ from: isoDate, rateE4: z.int().positive().max(10_000_000), building: z.string().max(20).optional(), homeId: id.optional() }),
    output: z.object({ homes: count }),
  }),
};
