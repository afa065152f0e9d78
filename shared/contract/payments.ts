import { z } from 'zod';
import { command, count, everyRole, fenSchema, filePath, host, id, isoDate, pageLimit, positiveFen, query } from './define.ts';

export const paymentMethods = ['cash', 'wechat', 'alipay', 'card', 'transfer'] as const;
export const paymentMethod = z.enum(paymentMethods);
export type PaymentMethod = z.infer<typeof paymentMethod>;

export const openBill = z.object({
  billId: id, itemName: z.string(), fund: z.string(), from: z.string(), to: z.string(), areaDm2: z.int().nullable(), rateE4: z.int().nullable(),
  amountFen: fenSchema, paidFen: fenSchema, openFen: fenSchema, dueOn: z.string(),
});

export const receiptLine = z.object({
  /** null: prepayment */ billId: id.nullable(), itemName: z.string(), fund: z.string(), from: z.string(), to: z.string(),
  areaDm2: z.int().nullable(), rateE4: z.int().nullable(), share: z.object({ numerator: z.int(), denominator: z.int() }).nullable(),
  billedFen: z.int(), paidBeforeFen: z.int(), waivedFen: z.int(), amountFen: z.int(),
});

/** Everything a receipt prints (domain.md 5); frozen when the payment was registered. */
export const receiptFacts = z.object({
  paymentId: z.string(), receiptNo: z.string(), officeName: z.string(), officePhone: z.string(), receivedOn: z.string(), /** HH:MM local */ time: z.string(),
  payer: z.string(), payerRole: z.enum(['owner', 'tenant', 'other']), label: z.string(), homeId: id, areaDm2: z.int(),
  lines: z.array(receiptLine), amountFen: z.int(), method: paymentMethod, transactionNo: z.string().nullable(), tenderedFen: z.int().nullable(),
  cashier: z.string(), note: z.string(), prints: count, reversal: z.object({ no: z.string(), on: z.string(), reason: z.string(), by: z.string() }).nullable(),
});
export type ReceiptFacts = z.infer<typeof receiptFacts>;

export const paymentItem = z.object({
  paymentId: z.string(), receiptNo: z.string(), receivedOn: z.string(), registeredAt: z.string(), homeId: id, label: z.string(), content: z.string(),
  firstFrom: z.string(), lastTo: z.string(), prepaidFen: z.int(), method: paymentMethod, amountFen: z.int(), cashier: z.string(), reversalNo: z.string().nullable(), entryId: id,
});

export const payments = {
  'payments.listOpenBills': query({ roles: everyRole, input: z.object({ homeId: id }), output: z.object({ items: z.array(openBill), prepaidFen: fenSchema }) }),
  'payments.register': command({
    roles: ['cashier', 'manager'],
    input: z.object({
      /** Made by the form, so that a double click or a retry cannot pay twice. */
      paymentId: z.uuid(), homeId: id, receivedOn: isoDate, method: paymentMethod, transactionNo: z.string().trim().max(64).optional(),
      amountFen: positiveFen, lines: z.array(z.object({ billId: id, amountFen: positiveFen })).max(500),
      /** Cash only: what was handed over; the change is printed. */
      tenderedFen: positiveFen.optional(), payer: z.string().trim().max(40).optional(), payerRole: z.enum(['owner', 'tenant', 'other']).optional(),
      note: z.string().trim().max(200).optional(),
    }),
    output: z.object({ receiptNo: z.string(), prepaidFen: fenSchema, openFen: fenSchema }),
  }),
  'payments.reverse': command({
    roles: ['manager'],
    input: z.object({ paymentId: z.uuid(), reason: z.string().trim().min(1).max(200) }),
    output: z.object({ receiptNo: z.string(), reversalNo: z.string() }),
  }),
  /** Receipts, newest first. */
  'payments.list': query({
    roles: everyRole,
    input: z.object({ on: isoDate.optional(), homeId: id.optional(), search: z.string().max(60).optional(), limit: pageLimit.default(100), after: z.int().optional() }),
    output: z.object({ items: z.array(paymentItem), total: count, totalFen: z.int(), next: z.int().optional() }),
  }),
  'payments.getReceipt': query({ roles: everyRole, input: z.object({ paymentId: z.uuid() }), output: receiptFacts }),
  /** Counts the print, then prints or saves; from the second on the paper is marked 补打 with its number. */
  'payments.printReceipt': host({
    roles: ['cashier', 'manager', 'office'],
    input: z.object({ paymentId: z.uuid(), paper: z.enum(['a5', '80mm']), to: z.enum(['printer', 'pdf']), file: filePath.optional() }),
    output: z.object({ file: z.string().nullable(), prints: count }),
  }),
};
