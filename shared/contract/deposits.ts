import { z } from 'zod';
import { command, count, everyRole, fenSchema, filePath, host, id, isoDate, pageLimit, positiveFen, query } from './define.ts';
import { paymentMethod } from './payments.ts';

export const depositKind = z.enum(['renovation', 'card', 'other']);
export type DepositKind = z.infer<typeof depositKind>;

export const depositReturn = z.object({ returnNo: z.string(), on: z.string(), returnedFen: z.int(), retainedFen: z.int(), reason: z.string(), payee: z.string(), by: z.string(), entryId: id });
export const depositItem = z.object({
  depositId: z.string(), receiptNo: z.string(), receivedOn: z.string(), homeId: id, label: z.string(), kind: depositKind, payer: z.string(), note: z.string(), method: paymentMethod,
  amountFen: z.int(), returnedFen: z.int(), retainedFen: z.int(), heldFen: z.int(), cashier: z.string(), entryId: id, returns: z.array(depositReturn),
});

export const deposits = {
  /** Refundable money of a home (装修押金): a receipt of its own series YJ, in the fund `deposit`, account 2241.01. */
  'deposits.take': command({
    roles: ['cashier', 'manager'],
    input: z.object({
      /** Made by the form, so that a retry cannot take it twice. */ depositId: z.uuid(), homeId: id, kind: depositKind.default('renovation'), amountFen: positiveFen, receivedOn: isoDate,
      method: paymentMethod, transactionNo: z.string().trim().max(64).optional(), payer: z.string().trim().max(40).optional(), note: z.string().trim().max(200).optional(), /** The lease of a parking space that it secures (停车押金); it is the payer's. */ leaseId: id.optional(),
    }),
    output: z.object({ receiptNo: z.string(), heldFen: fenSchema }),
  }),
  /** Returns all that is held, or a part; what is retained needs its reason and becomes income (5051). Refused: NO_SUCH_DEPOSIT, RETURN_EXCEEDS_DEPOSIT. */
  'deposits.return': command({
    roles: ['manager'],
    input: z.object({
      depositId: z.uuid(), /** Default: all that is held and not retained. */ returnedFen: z.int().nonnegative().optional(), retainedFen: z.int().nonnegative().default(0),
      /** Default: the way it came. */ method: paymentMethod.optional(), payee: z.string().trim().max(40).optional(), reason: z.string().trim().min(1).max(200),
    }),
    output: z.object({ returnNo: z.string(), returnedFen: fenSchema, retainedFen: fenSchema, heldFen: fenSchema }),
  }),
  'deposits.list': query({
    roles: everyRole,
    input: z.object({ homeId: id.optional(), search: z.string().max(60).optional(), heldOnly: z.boolean().optional(), limit: pageLimit.default(200), after: z.int().optional() }),
    output: z.object({ items: z.array(depositItem), total: count, heldFen: z.int(), next: z.int().optional() }),
  }),
  /** The deposit's receipt, or the slip of one of its returns. */
  'deposits.print': host({
    roles: ['cashier', 'manager', 'office'],
    input: z.object({ depositId: z.uuid(), returnNo: z.string().max(20).optional(), to: z.enum(['printer', 'pdf']), file: filePath.optional() }),
    output: z.object({ file: z.string().nullable() }),
  }),
};
