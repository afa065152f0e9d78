import { z } from 'zod';
import { command, count, everyRole, fenSchema, id, pageLimit, query } from './define.ts';

export const homeStatus = z.enum(['unsold', 'vacant', 'occupied', 'let']);
export const homeItem = z.object({
  homeId: id, label: z.string(), areaDm2: z.int(), status: homeStatus, ownerName: z.string(), openFen: fenSchema, prepaidFen: fenSchema,
});
export const person = z.object({ personId: id, role: z.enum(['owner', 'tenant']), name: z.string(), /** 138****2671 */ maskedPhone: z.string() });

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
    output: z.object({ items: z.array(z.object({ homeId: id, label: z.string(), ownerName: z.string(), status: homeStatus, matched: z.enum(['room', 'name', 'pinyin', 'phone']), maskedPhone: z.string() })) }),
  }),
  'homes.get': query({
    roles: everyRole,
    input: z.object({ homeId: id }),
    output: homeItem.extend({
      building: z.string(), unit: z.string(), room: z.string(), floor: z.string(), handoverOn: z.string().nullable(), note: z.string(),
      /** 0.0001 yuan per m² and month, the version in force today; null when none. */
      rateE4: z.int().nullable(), monthlyFeeFen: z.int(), /** `YYYY-MM`: the first month that money paid ahead now would be for. */ prepaidFrom: z.string(), people: z.array(person),
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
};
