import { z } from 'zod';
import { command, count, everyRole, fenSchema, id, isoDate, isoMonth, pageLimit, positiveFen, query, word } from './define.ts';
import { leaseKind } from './parking.ts';

const note = z.string().trim().max(200).default('');
const companyName = word(40);
const plate = z.string().trim().min(1).max(12);

export const voucherState = z.enum(['issued', 'used', 'expired', 'withdrawn']);
export const companyItem = z.object({
  companyId: id, name: z.string(), contact: z.string(), phone: z.string(), note: z.string(), leases: count, spaces: count, monthlyFen: z.int(), openFen: z.int(), prepaidFen: z.int(), depositHeldFen: z.int(),
});
export const vehicleItem = z.object({
  vehicleId: id, plate: z.string(), energy: z.enum(['blue', 'green']), homeId: id, label: z.string(), ownerName: z.string(), from: z.string(), to: z.string().nullable(), note: z.string(),
  /** The lease it parks on today. */ leaseId: id.nullable(), space: z.string().nullable(), leaseKind: leaseKind.nullable(),
});

export const parkingDesk = {
  /** A company that leases; its number is also that of its account, wherever a homeId pays, owes or is refunded. Refused: COMPANY_EXISTS. */
  'parking.addCompany': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ name: companyName, contact: z.string().trim().max(40).default(''), phone: z.string().trim().max(40).default(''), note }), output: z.object({ companyId: id }) }),
  'parking.changeCompany': command({ roles: ['manager', 'office'], input: z.object({ companyId: id, contact: z.string().trim().max(40), phone: z.string().trim().max(40), note }), output: z.object({}) }),
  'parking.listCompanies': query({ roles: everyRole, input: z.object({ search: z.string().max(60).optional(), owing: z.boolean().optional() }), output: z.object({ items: z.array(companyItem), openFen: z.int() }) }),
  /** One company's month: every charge of its leases, what was paid, what is open. */
  'parking.companyStatement': query({
    roles: everyRole,
    input: z.object({ companyId: id, month: isoMonth }),
    output: z.object({
      companyId: id, name: z.string(), month: z.string(), openingFen: z.int(), lines: z.array(z.object({ billId: id, leaseNo: z.string(), contractNo: z.string(), itemName: z.string(), space: z.string(), plates: z.array(z.string()), from: z.string(), to: z.string(), windows: z.string(), monthlyFen: z.int(), amountFen: z.int(), openFen: z.int(), dueOn: z.string() })),
      payments: z.array(z.object({ receiptNo: z.string(), receivedOn: z.string(), method: z.string(), amountFen: z.int() })), chargedFen: z.int(), paidFen: z.int(), closingFen: z.int(),
    }),
  }),

  /** A car of a home or company, from a day; it leaves the one that had it. Refused: PLATE_INVALID, VEHICLE_KNOWN (it is there already), NO_SUCH_HOME. */
  'parking.addVehicle': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ plate, homeId: id, from: isoDate.optional(), note }), output: z.object({ vehicleId: id, plate: z.string() }) }),
  'parking.endVehicle': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ vehicleId: id, on: isoDate }), output: z.object({}) }),
  'parking.listVehicles': query({ roles: everyRole, input: z.object({ homeId: id.optional(), search: z.string().max(60).optional(), present: z.boolean().default(true), limit: pageLimit.default(200), after: z.string().max(20).optional() }), output: z.object({ items: z.array(vehicleItem), total: count, next: z.string().optional() }) }),
  /** Whose car it is: vehicles and leases whose plate holds the text. */
  'parking.findPlate': query({ roles: everyRole, input: z.object({ text: z.string().max(12) }), output: z.object({ items: z.array(z.object({ plate: z.string(), homeId: id, label: z.string(), ownerName: z.string(), leaseId: id.nullable(), space: z.string().nullable(), openFen: z.int() })) }) }),

  /** Numbered visitor vouchers (访客停车券) for a home or company. Refused: NO_SUCH_HOME, DATES_REVERSED. */
  'parking.issueVouchers': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ homeId: id, count: z.int().min(1).max(100).default(1), hours: z.int().min(1).max(168).default(4), validFrom: isoDate.optional(), /** The last day it can be used. */ validThrough: isoDate, plate: plate.optional(), note }), output: z.object({ vouchers: z.array(z.string()) }) }),
  /** Refused: NO_SUCH_VOUCHER, VOUCHER_USED, VOUCHER_EXPIRED, VOUCHER_NOT_YET, VOUCHER_WITHDRAWN, VOUCHER_OF_OTHER_PLATE, PLATE_INVALID. */
  'parking.useVoucher': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ voucherNo: z.string().trim().min(1).max(30), plate }), output: z.object({ voucherNo: z.string(), label: z.string(), hours: z.int() }) }),
  'parking.withdrawVoucher': command({ roles: ['manager', 'cashier', 'office'], input: z.object({ voucherNo: z.string().trim().min(1).max(30), reason: z.string().trim().min(1).max(200) }), output: z.object({}) }),
  'parking.listVouchers': query({
    roles: everyRole,
    input: z.object({ state: voucherState.optional(), homeId: id.optional(), search: z.string().max(60).optional(), limit: pageLimit.default(200), after: z.int().optional() }),
    output: z.object({ items: z.array(z.object({ voucherId: id, voucherNo: z.string(), homeId: id, label: z.string(), state: voucherState, hours: z.int(), validFrom: z.string(), validThrough: z.string(), plate: z.string(), usedAt: z.string().nullable(), usedPlate: z.string(), by: z.string(), note: z.string() })), total: count, counts: z.object({ issued: count, used: count, expired: count, withdrawn: count }), next: z.int().optional() }),
  }),

  /** An overstay line, registered by the desk: so many minutes at the lease's fee for each hour begun, or an amount. A bill of the lease's payer, due today. Refused: NO_SUCH_LEASE, AMOUNT_OR_QUANTITY, RATE_MISSING (the lease has no overstay fee). */
  'parking.chargeOverstay': command({ roles: ['manager', 'cashier'], input: z.object({ leaseId: id, on: isoDate, minutes: z.int().positive().max(100_000).optional(), amountFen: positiveFen.optional(), plate: z.string().trim().max(12).default(''), note }), output: z.object({ billId: id, amountFen: fenSchema }) }),
};
