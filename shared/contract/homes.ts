import { z } from 'zod';
import { readPhone } from '../domain/cell-phone.ts';
import { command, count, everyRole, fenSchema, id, isoDate, pageLimit, query } from './define.ts';
import { paymentMethod } from './payments.ts';

export const homeStatus = z.enum(['unsold', 'vacant', 'occupied', 'let']);
export const homeType = z.enum(['residence', 'villa', 'shop', 'office', 'garage', 'other']);
export type HomeType = z.infer<typeof homeType>;
export const homeItem = z.object({
  homeId: id, label: z.string(), areaDm2: z.int(), status: homeStatus, homeType, /** Label of the home that it became a part of, or will. */ mergedInto: z.string().nullable(), ownerName: z.string(), openFen: fenSchema, prepaidFen: fenSchema,
});
export const person = z.object({
  personId: id, role: z.enum(['owner', 'tenant']), name: z.string(), /** 138****2671 */ maskedPhone: z.string(), from: z.string(), /** A tenancy that is known to end. */ to: z.string().nullable(), /** The tenant pays the fees. */ pays: z.boolean(),
});
const personName = z.string().trim().min(1).max(40);
const phone = z.string().trim().max(60).refine((text) => readPhone(text) !== undefined, { error: 'PHONE' });
const note = z.string().trim().max(200).default('');

/** One step in the life of a home. Days are when it took effect; `by` is empty for what a roster brought. */
export const homeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), on: z.string(), status: homeStatus, note: z.string(), by: z.string() }),
  z.object({ kind: z.literal('owner'), on: z.string(), to: z.string().nullable(), name: z.string() }),
  z.object({ kind: z.literal('tenant'), on: z.string(), to: z.string().nullable(), name: z.string(), pays: z.boolean() }),
  z.object({
    kind: z.literal('transfer'), on: z.string(), sellers: z.string(), buyers: z.string(), arrears: z.enum(['seller', 'buyer']), prepayment: z.enum(['buyer', 'refund']),
    /** What the home owed and held when it was recorded. */ openFen: z.int(), prepaidFen: z.int(), note: z.string(), by: z.string(),
  }),
  z.object({ kind: z.literal('merge'), on: z.string(), into: z.string(), homes: z.string(), areaBeforeDm2: z.int(), areaAfterDm2: z.int(), note: z.string(), by: z.string() }),
]);

export const homes = {
  'homes.list': query({
    roles: everyRole,
    input: z.object({
      search: z.string().max(60).optional(), building: z.string().max(20).optional(), unit: z.string().max(20).optional(),
      status: homeStatus.optional(), owing: z.boolean().optional(), limit: pageLimit.default(100), after: z.string().max(80).optional(),
    }),
    output: z.object({ items: z.array(homeItem), next: z.string().optional() }),
  }),
  /** The front desk's box: best matches first, at most twelve. */
  'homes.search': query({
    roles: everyRole,
    input: z.object({ text: z.string().max(60) }),
    output: z.object({ items: z.array(z.object({ homeId: id, label: z.string(), ownerName: z.string(), status: homeStatus, matched: z.enum(['room', 'name', 'pinyin', 'phone', 'plate']), maskedPhone: z.string() })) }),
  }),
  'homes.get': query({
    roles: everyRole,
    input: z.object({ homeId: id }),
    output: homeItem.extend({
      building: z.string(), unit: z.string(), room: z.string(), floor: z.string(), handoverOn: z.string().nullable(), note: z.string(),
      /** 0.0001 yuan per m² and month, the version in force today; null when none. */
      rateE4: z.int().nullable(), monthlyFeeFen: z.int(), /** An account of a company, and no home. */ isCompany: z.boolean(), /** `YYYY-MM`: the first month that money paid ahead now would be for. */ prepaidFrom: z.string(), people: z.array(person),
      mergedOn: z.string().nullable(), /** What former owners still owe of `openFen`, bill by bill; all other bills are the present owners'. */ formerDebts: z.array(z.object({ names: z.string(), until: z.string(), openFen: z.int(), billIds: z.array(id) })),
      lastPayment: z.object({ receivedOn: z.string(), method: z.string(), amountFen: z.int() }).nullable(),
    }),
  }),
  /** Buildings with their units, counts and what is open: the tree left of the list. */
  'homes.tree': query({
    roles: everyRole,
    input: z.object({}),
    output: z.object({ items: z.array(z.object({ building: z.string(), unit: z.string(), homes: count, owing: count, openFen: z.int() })) }),
  }),
  /** One unit floor by floor, for the floor view. */
  'homes.floors': query({
    roles: everyRole,
    input: z.object({ building: z.string().max(20), unit: z.string().max(20) }),
    output: z.object({ floors: z.array(z.object({ floor: z.string(), homes: z.array(homeItem) })) }),
  }),
  /** Shows a phone in full; the audit keeps who looked at whose. */
  'homes.revealPhone': command({ roles: ['manager', 'cashier'], input: z.object({ homeId: id, personId: id }), output: z.object({ phone: z.string() }) }),

  /**
   * The home has new owners from a day. Bills of periods that began before stay the seller's debt or pass to the buyer;
   * what is held as prepayment stays with the home or is given back. A first sale (from unsold) sets status and handover.
   * Refused: NO_SUCH_HOME, HOME_MERGED, DATE_IN_FUTURE, DATE_BEFORE_OPENING, TRANSFER_BEFORE_OWNER, TRANSFER_BEFORE_ISSUED_BILL, OWNER_REPEATED, SAME_OWNERS, PREPAYMENT_HELD, DATES_REVERSED.
   */
  'homes.transfer': command({
    roles: ['manager'],
    input: z.object({
      homeId: id, on: isoDate, owners: z.array(z.object({ name: personName, phone: phone.default('') })).min(1).max(10), arrears: z.enum(['seller', 'buyer']), prepayment: z.enum(['buyer', 'refund']),
      /** How prepayment is given back, and to whom (default: the seller). */ refundMethod: paymentMethod.optional(), payee: z.string().trim().max(40).optional(),
      /** From the day on; default: `occupied` on a first sale, else as it is. */ status: homeStatus.exclude(['unsold']).optional(), /** First sale only; default: the day. */ handoverOn: isoDate.optional(), note,
    }),
    output: z.object({ transferId: id, /** Stays with the seller. */ sellerOpenFen: fenSchema, /** Passes to the buyer. */ buyerOpenFen: fenSchema, refundedFen: fenSchema, refundNo: z.string().nullable() }),
  }),
  /** The tenant of a home from a day; an open tenancy before it ends there. The same tenant and day again changes only `to` and `pays`. Refused: NO_SUCH_HOME, HOME_MERGED, DATES_REVERSED, TENANCY_OVERLAPS. */
  'homes.setTenant': command({
    roles: ['manager', 'cashier', 'office'],
    input: z.object({ homeId: id, name: personName, phone: phone.default(''), from: isoDate, to: isoDate.optional(), /** Receipts and reminders go to the tenant; the debt stays the owner's. */ pays: z.boolean() }),
    output: z.object({ personId: id }),
  }),
  /** Refused: NO_SUCH_PERSON, DATES_REVERSED. */
  'homes.endTenancy': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ homeId: id, personId: id, on: isoDate }), output: z.object({}) }),
  /** A status from a day on, until the next recorded one; billing follows. Refused: NO_SUCH_HOME, HOME_MERGED, STATUS_BEFORE_ISSUED_BILL, SAME_STATUS. */
  'homes.setStatus': command({ roles: ['manager', 'office'], input: z.object({ homeId: id, from: isoDate, status: homeStatus, note }), output: z.object({ /** Today's. */ status: homeStatus }) }),
  /** What the home is, for rates by type. Bills already issued keep theirs. Refused: NO_SUCH_HOME, HOME_MERGED. */
  'homes.setType': command({ roles: ['manager', 'office'], input: z.object({ homeId: id, homeType }), output: z.object({}) }),
  /**
   * Makes homes a part of another from a day: they are billed no more, and its area becomes the sum or the given one.
   * What they owe stays on them and can be paid. Refused: NO_SUCH_HOME, MERGE_INTO_ITSELF, HOME_MERGED, MERGE_BEFORE_ISSUED_BILL, MERGE_BEFORE_MERGE, DATE_BEFORE_OPENING, PREPAYMENT_HELD.
   */
  'homes.merge': command({
    roles: ['manager'],
    input: z.object({ into: id, homeIds: z.array(id).min(1).max(20), on: isoDate, areaDm2: z.int().positive().max(100_000_000).optional(), note }),
    output: z.object({ areaDm2: z.int(), /** Stays on the merged homes. */ openFen: fenSchema }),
  }),
  /** Statuses, owners, tenants, transfers and merges of a home, newest first. */
  'homes.history': query({ roles: everyRole, input: z.object({ homeId: id }), output: z.object({ items: z.array(homeEvent) }) }),
  /** Who owes: present owners by home, and former ones with their bills. */
  'homes.listDebtors': query({
    roles: everyRole,
    input: z.object({ homeId: id.optional(), formerOnly: z.boolean().optional() }),
    output: z.object({
      items: z.array(z.object({ homeId: id, label: z.string(), names: z.string(), maskedPhone: z.string(), /** Owner no more. */ former: z.boolean(), openFen: z.int(), /** Only for former owners. */ billIds: z.array(id), /** The tenant who pays for the present owner. */ payer: z.string() })),
      totalFen: z.int(),
    }),
  }),
};
