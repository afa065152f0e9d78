import { z } from 'zod';
import { command, count, everyRole, filePath, host, id, isoDate, isoMonth, pageLimit, positiveFen, query, word } from './define.ts';
import { paymentMethod } from './payments.ts';

const phone = z.string().trim().max(30).regex(/^[\d+\- ]*$/, { error: 'PHONE' });
const cardNo = word(40);
const productKind = z.enum(['card', 'quota']);
const covers = z.enum(['service', 'all']);
/** 0.0001 kWh. */
const units = z.int().positive().max(100_000_000);

const accountItem = z.object({
  accountId: id, /** The card in use. */ cardNo: z.string(), holder: z.string(), phone: z.string(), homeId: id.nullable(), label: z.string(), balanceFen: z.int(), /** Topped up, charged (with products), paid back; balance is the first less the others. */ toppedUpFen: count, chargedFen: z.int(), paidBackFen: count,
  lastOn: z.string().nullable(), /** Products that hold today. */ plans: z.string(),
});
const planItem = z.object({ planId: id, product: z.string(), kind: productKind, covers, from: z.string(), /** The day after the last. */ to: z.string().nullable(), priceFen: count, /** Of the card, or of this month's quota; null without a limit. */ leftEnergy: count.nullable(), reason: z.string(), by: z.string() });
const moveKind = z.enum(['topup', 'charge', 'product', 'payback', 'void', 'change']);
const moveItem = z.object({ kind: moveKind, on: z.string(), /** Receipt, return or order number. */ no: z.string(), text: z.string(), /** In positive. */ amountFen: z.int(), balanceFen: z.int(), entryId: id.nullable(), sessionId: id.nullable(), topUpId: z.string().nullable() });
const productItem = z.object({ productId: id, name: z.string(), kind: productKind, priceFen: count, energy: count.nullable(), days: count.nullable(), covers, note: z.string(), plans: count });
const homeBill = z.object({ homeId: id, label: z.string(), sessions: count, energy: count, energyFen: count, serviceFen: count, extraFen: count });

export const chargingAccounts = {
  /** Opens a prepaid account with its card. Refused: CARD_TAKEN, NO_SUCH_HOME. */
  'charging.openAccount': command({ roles: ['cashier', 'manager'], input: z.object({ cardNo, holder: word(40), phone: phone.default(''), homeId: id.optional() }), output: z.object({ accountId: id }) }),
  /** Whose it is, how to reach them and where they live. Refused: NO_SUCH_CHARGING_ACCOUNT, NO_SUCH_HOME. */
  'charging.changeHolder': command({ roles: ['cashier', 'manager'], input: z.object({ accountId: id, holder: word(40), phone, homeId: id.nullable() }), output: z.object({}) }),
  /** Another card for the account; the old one is ended. Sessions of the old card are still charged to it. Refused: NO_SUCH_CHARGING_ACCOUNT, CARD_TAKEN. */
  'charging.replaceCard': command({ roles: ['cashier', 'manager'], input: z.object({ accountId: id, cardNo, reason: word(200) }), output: z.object({}) }),
  /** Takes money ahead, under a receipt of the series CZ: owed (2203.01, common) until it is charged. The same topUpId again answers the same receipt. Refused: NO_SUCH_CHARGING_ACCOUNT, PAYMENT_ID_REUSED and what all money is refused for. */
  'charging.topUp': command({
    roles: ['cashier', 'manager'],
    input: z.object({ /** Made by the form. */ topUpId: z.uuid(), accountId: id, amountFen: positiveFen.max(10_000_000), receivedOn: isoDate, method: paymentMethod, transactionNo: z.string().trim().max(64).optional(), payer: z.string().trim().max(40).optional() }),
    output: z.object({ receiptNo: z.string(), balanceFen: z.int() }),
  }),
  /** Takes back a wrong top-up of today, before the close: a cashier one's own, the manager any. Its number is of the series ZF. Refused: NO_SUCH_TOPUP, PAYMENT_OF_ANOTHER, NOT_TODAY, DAY_CLOSED, PAYMENT_PARTLY_REFUNDED, PAYBACK_ABOVE_BALANCE (some of it is charged already). */
  'charging.voidTopUp': command({ roles: ['cashier', 'manager'], input: z.object({ topUpId: z.uuid(), reason: word(200) }), output: z.object({ receiptNo: z.string(), voidNo: z.string(), balanceFen: z.int() }) }),
  /** Pays the rest, or a part of it, back to its source: the latest top-ups first, each by the way it came, each with a slip of the series CT. Refused: NO_SUCH_CHARGING_ACCOUNT, PAYBACK_ABOVE_BALANCE. */
  'charging.payBack': command({
    roles: ['manager'],
    input: z.object({ /** Made by the form. */ payBackId: z.uuid(), accountId: id, /** Default: all. */ amountFen: positiveFen.optional(), reason: word(200), payee: z.string().trim().max(40).optional() }),
    output: z.object({ parts: z.array(z.object({ returnNo: z.string(), ofReceiptNo: z.string(), method: paymentMethod, amountFen: count })), balanceFen: z.int() }),
  }),
  /** Accounts by card, phone tail, holder or home; `belowFen` lists those with less. Sums are those of all that match. */
  'charging.listAccounts': query({
    roles: everyRole,
    input: z.object({ search: z.string().trim().max(60).optional(), belowFen: z.int().optional(), limit: pageLimit.default(100), after: z.int().optional() }),
    output: z.object({ items: z.array(accountItem), total: count, balanceFen: z.int(), next: z.int().optional() }),
  }),
  /** One account: cards, products and its statement of days (both included), the earliest first; opening + Σ amounts = closing. Refused: NO_SUCH_CHARGING_ACCOUNT. */
  'charging.getAccount': query({
    roles: everyRole,
    input: z.object({ accountId: id, from: isoDate.optional(), to: isoDate.optional() }),
    output: accountItem.extend({ cards: z.array(z.object({ cardNo: z.string(), endedOn: z.string().nullable(), note: z.string() })), planList: z.array(planItem), openingFen: z.int(), closingFen: z.int(), moves: z.array(moveItem) }),
  }),
  /** A monthly card (price, days, energy it covers) or a free quota (energy of each month). Refused: PRODUCT_TAKEN, PRODUCT_TERMS. */
  'charging.defineProduct': command({ roles: ['manager'], input: z.object({ name: word(40), kind: productKind, priceFen: z.int().nonnegative().max(10_000_000).default(0), energy: units.nullable().default(null), days: z.int().min(1).max(400).nullable().default(null), covers, note: z.string().trim().max(200).default('') }), output: z.object({ productId: id }) }),
  'charging.listProducts': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(productItem) }) }),
  /** Sells a monthly card from the balance. The same formId again changes nothing. Refused: NO_SUCH_CHARGING_ACCOUNT, NO_SUCH_PRODUCT, BALANCE_TOO_LOW. */
  'charging.sellProduct': command({ roles: ['cashier', 'manager'], input: z.object({ formId: z.uuid(), accountId: id, product: word(40), from: isoDate.optional() }), output: z.object({ until: z.string(), balanceFen: z.int() }) }),
  /** Grants a free quota from a day on, or ends it. Refused: NO_SUCH_CHARGING_ACCOUNT, NO_SUCH_PRODUCT, QUOTA_HELD, PRODUCT_TERMS. */
  'charging.grantQuota': command({ roles: ['manager'], input: z.object({ accountId: id, product: word(40), from: isoDate.optional(), /** The last day. */ until: isoDate.optional(), reason: word(200) }), output: z.object({ planId: id }) }),
  /** Whom the users of a platform pay: it, or the office itself. Refused: PLATFORM_IN_USE. */
  'charging.setCollects': command({ roles: ['manager'], input: z.object({ platform: word(40), collects: z.enum(['platform', 'office']) }), output: z.object({}) }),
  /** What homes owe for sessions until a month's end that are not billed yet. */
  'charging.previewHomeBills': query({ roles: everyRole, input: z.object({ month: isoMonth }), output: z.object({ items: z.array(homeBill), sessions: count, totalFen: count }) }),
  /** Bills them: for each home a bill of the energy charge and one of the service fee (and one of idle and parking). Again it bills nothing twice. Refused: DUE_BEFORE_TODAY. */
  'charging.billHomes': command({ roles: ['manager', 'office'], input: z.object({ month: isoMonth, dueOn: isoDate.optional() }), output: z.object({ homes: count, bills: count, sessions: count, totalFen: count }) }),
  /** A top-up's receipt, the slip of a payback, or the statement of an account. Refused: NO_SUCH_TOPUP, NO_SUCH_CHARGING_ACCOUNT, NEEDS_WINDOW. */
  'charging.printAccount': host({
    roles: ['cashier', 'manager', 'office'],
    input: z.object({ what: z.union([z.object({ topUpId: z.uuid() }), z.object({ returnNo: z.string().max(20) }), z.object({ accountId: id, from: isoDate, to: isoDate })]), to: z.enum(['printer', 'pdf']), file: filePath.optional() }),
    output: z.object({ file: z.string().nullable() }),
  }),
};
