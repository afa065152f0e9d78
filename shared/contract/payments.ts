import { z } from 'zod';
import { command, count, everyRole, fenSchema, filePath, host, id, isoDate, nothing, pageLimit, positiveFen, query } from './define.ts';
import { billBasis } from './fees.ts';

export const paymentMethods = ['cash', 'wechat', 'alipay', 'card', 'transfer'] as const;
export const paymentMethod = z.enum(paymentMethods);
export type PaymentMethod = z.infer<typeof paymentMethod>;

export const openBill = z.object({
  billId: id, homeId: id, label: z.string(), item: z.string(), itemName: z.string(), fund: z.string(), from: z.string(), to: z.string(), basis: billBasis, areaDm2: z.int().nullable(), rateE4: z.int().nullable(), quantityE4: z.int().nullable(), unit: z.string(), months: count, note: z.string(),
  amountFen: fenSchema, waivedFen: fenSchema, paidFen: fenSchema, openFen: fenSchema, dueOn: z.string(),
  /** The late fee that paying this bill on the asked day would bill (0 when the rule is off), and for how many days. */
  lateFen: fenSchema, lateDays: count, /** A waiver that waits for the manager. */ pendingWaiverFen: fenSchema,
});

export const receiptLine = z.object({
  /** null: prepayment or bonus */ billId: id.nullable(), /** The home of the line: one owner's homes can share a receipt. */ label: z.string(), itemName: z.string(), fund: z.string(), from: z.string(), to: z.string(),
  basis: billBasis.nullable(), areaDm2: z.int().nullable(), rateE4: z.int().nullable(), quantityE4: z.int().nullable(), unit: z.string(), months: count, share: z.object({ numerator: z.int(), denominator: z.int() }).nullable(), note: z.string(),
  billedFen: z.int(), paidBeforeFen: z.int(), waivedFen: z.int(), amountFen: z.int(),
});

/** Everything a receipt prints (domain.md 5); frozen when the payment was registered. */
export const receiptFacts = z.object({
  paymentId: z.string(), receiptNo: z.string(), officeName: z.string(), officePhone: z.string(), receivedOn: z.string(), /** HH:MM local */ time: z.string(),
  payer: z.string(), payerRole: z.enum(['owner', 'tenant', 'other']), label: z.string(), homeId: id, areaDm2: z.int(),
  lines: z.array(receiptLine), amountFen: z.int(), method: paymentMethod, transactionNo: z.string().nullable(), tenderedFen: z.int().nullable(),
  /** Given by a promotion, added to the prepayment, not part of the amount. */ bonus: z.object({ name: z.string(), days: count, amountFen: z.int() }).nullable(),
  cashier: z.string(), note: z.string(), prints: count,
  reversal: z.object({ kind: z.enum(['void', 'reversal', 'refund']), no: z.string(), on: z.string(), reason: z.string(), by: z.string() }).nullable(),
  refunds: z.array(z.object({ no: z.string(), on: z.string(), amountFen: z.int(), reason: z.string() })), invoiceNo: z.string().nullable(),
});
export type ReceiptFacts = z.infer<typeof receiptFacts>;

export const paymentItem = z.object({
  paymentId: z.string(), receiptNo: z.string(), receivedOn: z.string(), registeredAt: z.string(), homeId: id, label: z.string(), content: z.string(),
  firstFrom: z.string(), lastTo: z.string(), prepaidFen: z.int(), method: paymentMethod, amountFen: z.int(), cashier: z.string(), entryId: id,
  reversalNo: z.string().nullable(), reversalKind: z.enum(['void', 'reversal', 'refund']).nullable(), /** Given back, in parts or whole. */ refundedFen: z.int(), invoiceNo: z.string().nullable(), /** The caller may still void it. */ voidable: z.boolean(),
});
const reason = z.string().trim().min(1).max(200);

export const payments = {
  /** With `ofOwner`, also the bills of the other homes of this home's owners. Late fees are those of day `on` (default today). */
  'payments.listOpenBills': query({
    roles: everyRole,
    input: z.object({ homeId: id, on: isoDate.optional(), ofOwner: z.boolean().optional() }),
    output: z.object({
      items: z.array(openBill), prepaidFen: fenSchema, lateFen: fenSchema,
      /** Other homes of the same owners, with what they owe. */ otherHomes: z.array(z.object({ homeId: id, label: z.string(), openFen: z.int() })),
      /** The promotion in force on that day, and what paying its months ahead would add. */ promotion: z.object({ name: z.string(), months: z.int(), bonusDays: z.int(), bonusFen: z.int() }).nullable(),
    }),
  }),
  'payments.register': command({
    roles: ['cashier', 'manager'],
    input: z.object({
      /** Made by the form, so that a double click or a retry cannot pay twice. */
      paymentId: z.uuid(), homeId: id, receivedOn: isoDate, method: paymentMethod, transactionNo: z.string().trim().max(64).optional(),
      /** Lines may name bills of other homes of the same owner. */
      amountFen: positiveFen, lines: z.array(z.object({ billId: id, amountFen: positiveFen })).max(500),
      /** Late fees taken with this payment: `billId` is the late principal among `lines`. What is not taken stays open as a bill of its own. */
      lateFees: z.array(z.object({ billId: id, amountFen: positiveFen })).max(500).optional(),
      /** Cash only: what was handed over; the change is printed. */
      tenderedFen: positiveFen.optional(), payer: z.string().trim().max(40).optional(), payerRole: z.enum(['owner', 'tenant', 'other']).optional(),
      note: z.string().trim().max(200).optional(),
    }),
    output: z.object({ receiptNo: z.string(), prepaidFen: fenSchema, openFen: fenSchema, bonusFen: fenSchema, /** Late fees billed by this payment. */ lateFen: fenSchema }),
  }),
  /** After the day is closed: undone by its mirror, naming the original. Refused: NO_SUCH_PAYMENT, PAYMENT_ALREADY_REVERSED, PAYMENT_PARTLY_REFUNDED. */
  'payments.reverse': command({
    roles: ['manager'],
    input: z.object({ paymentId: z.uuid(), reason }),
    output: z.object({ receiptNo: z.string(), reversalNo: z.string() }),
  }),
  /** The same day, before the close: stamped 作废 and kept. Refused: DAY_CLOSED, NOT_TODAY, PAYMENT_OF_ANOTHER, … */
  'payments.void': command({ roles: ['cashier', 'manager'], input: z.object({ paymentId: z.uuid(), reason }), output: z.object({ receiptNo: z.string(), voidNo: z.string() }) }),
  /** Gives money back by the way it came. Without an amount: all that is left, and everything the payment did is undone. In part: prepayment first, then the last lines; their bills open again. Refused: REFUND_EXCEEDS_PAYMENT. */
  'payments.refund': command({ roles: ['manager'], input: z.object({ paymentId: z.uuid(), amountFen: positiveFen.optional(), reason }), output: z.object({ refundNo: z.string(), refundedFen: fenSchema, remainingFen: fenSchema }) }),
  /** Gives back the unserved part of what a home holds. A promotion's bonus in it lapses. Refused: REFUND_EXCEEDS_PREPAYMENT. */
  'payments.refundPrepayment': command({
    roles: ['manager'],
    input: z.object({ homeId: id, amountFen: positiveFen.optional(), method: paymentMethod, payee: z.string().trim().max(40).default(''), reason }),
    output: z.object({ refundNo: z.string(), refundedFen: fenSchema, lapsedBonusFen: fenSchema, prepaidFen: fenSchema }),
  }),
  /** Homes that hold prepayment, by address; and of one home every movement with the balance after it. */
  'payments.listPrepaid': query({
    roles: everyRole,
    input: z.object({ search: z.string().max(60).optional(), limit: pageLimit.default(200), after: z.string().max(80).optional() }),
    output: z.object({ items: z.array(z.object({ homeId: id, label: z.string(), ownerName: z.string(), prepaidFen: z.int(), /** Of it given by promotions. */ bonusFen: z.int(), monthlyFeeFen: z.int(), lastReceivedOn: z.string().nullable() })), totalFen: z.int(), next: z.string().optional() }),
  }),
  'payments.prepaidStatement': query({
    roles: everyRole,
    input: z.object({ homeId: id }),
    output: z.object({ label: z.string(), prepaidFen: z.int(), refundableFen: z.int(), items: z.array(z.object({ on: z.string(), kind: z.string(), memo: z.string(), fund: z.string(), amountFen: z.int(), balanceFen: z.int(), entryId: id })) }),
  }),
  /** The tax invoice that replaced a receipt. Refused: INVOICE_NO_USED, ALREADY_INVOICED. */
  'payments.markInvoiced': command({ roles: ['cashier', 'manager', 'office'], input: z.object({ paymentId: z.uuid(), invoiceNo: z.string().trim().min(1).max(40), on: isoDate.optional() }), output: nothing }),
  /** Receipts, newest first; of a home, also those of its owner's other homes that pay a bill of it. The sum is of what stands: amounts less refunds. */
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
