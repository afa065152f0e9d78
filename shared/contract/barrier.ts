import { z } from 'zod';
import { stayFaults } from '../domain/barrier-types.ts';
import { command, count, everyRole, fenSchema, filePath, id, isoMonth, pageLimit, query } from './define.ts';

/** What is wrong with a line of the file: kept and listed, judged no further. */
export const stayFault = z.enum(stayFaults);
export type StayFault = z.infer<typeof stayFault>;
export const findingKind = z.enum([/** Parked without a lease or voucher. */ 'no-lease', /** Outside the windows of its lease. */ 'overstay', /** Used before or after the days of its lease. */ 'outside-lease', /** A let space whose plates never came. */ 'unused']);
export type FindingKind = z.infer<typeof findingKind>;
export const findingState = z.enum(['open', 'charged', 'dismissed']);

const findingItem = z.object({
  findingId: id, kind: findingKind, state: findingState, plate: z.string(), leaseId: id.nullable(), leaseNo: z.string(), label: z.string(), lessee: z.string(), space: z.string(), /** The day of its first minute; of an unused space the file's last. */ on: z.string(), inAt: z.string().nullable(), outAt: z.string().nullable(), lane: z.string(), minutes: count, /** What is proposed: nothing is posted without the desk. */ proposedFen: z.int(), chargedFen: z.int(), billId: id.nullable(), decidedBy: z.string(), reason: z.string(),
});

export const barrier = {
  /**
   * Reads an entry and exit file (plate, in, out, lane) of a barrier system as .csv or .xlsx: one line for each stay, or one for each passage. Repeated lines are skipped, faulty ones kept and listed, and findings made against leases and vouchers.
   * Refused: BARRIER_FILE_SEEN, BARRIER_COLUMNS_MISSING, BARRIER_FILE_EMPTY and those of files.
   */
  'barrier.import': command({
    roles: ['manager', 'cashier', 'office'],
    input: z.object({ file: filePath, /** Headers of the columns, where they are not recognised. */ mapping: z.object({ plate: z.string(), in: z.string().optional(), out: z.string().optional(), lane: z.string().optional(), direction: z.string().optional(), at: z.string().optional() }).optional(), commit: z.boolean() }),
    output: z.object({ fileId: id.nullable(), rows: count, stays: count, repeats: count, faults: z.array(z.object({ row: count, plate: z.string(), fault: stayFault, value: z.string() })), from: z.string(), to: z.string(), findings: z.object({ noLease: count, overstay: count, outsideLease: count, unused: count }), proposedFen: fenSchema }),
  }),
  'barrier.files': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ fileId: id, name: z.string(), from: z.string(), to: z.string(), rows: count, stays: count, faults: count, by: z.string(), at: z.string() })) }) }),
  'barrier.faults': query({ roles: everyRole, input: z.object({ fileId: id.optional(), limit: pageLimit.default(200), after: z.int().optional() }), output: z.object({ items: z.array(z.object({ stayId: id, file: z.string(), row: count, plate: z.string(), fault: stayFault, value: z.string(), inAt: z.string().nullable(), outAt: z.string().nullable(), lane: z.string() })), total: count, next: z.int().optional() }) }),
  'barrier.findings': query({ roles: everyRole, input: z.object({ month: isoMonth.optional(), kind: findingKind.optional(), state: findingState.optional(), leaseId: id.optional(), search: z.string().max(60).optional(), limit: pageLimit.default(200), after: z.int().optional() }), output: z.object({ items: z.array(findingItem), total: count, minutes: count, proposedFen: z.int(), next: z.int().optional() }) }),
  /** Overstay minutes and proposals of a month by lease. */
  'barrier.byLease': query({ roles: everyRole, input: z.object({ month: isoMonth }), output: z.object({ items: z.array(z.object({ leaseId: id, leaseNo: z.string(), label: z.string(), lessee: z.string(), space: z.string(), stays: count, overstayStays: count, overstayMinutes: count, proposedFen: z.int(), chargedFen: z.int(), lastSeen: z.string().nullable() })) }) }),
  /** The desk charges what a finding proposes, or another amount: an overstay bill. Refused: NO_SUCH_FINDING, FINDING_DECIDED, AMOUNT_OR_QUANTITY (nothing proposed and none given), FINDING_NOT_CHARGEABLE (an unused space, a car that nobody here is known to have). */
  'barrier.charge': command({ roles: ['manager', 'cashier'], input: z.object({ findingId: id, amountFen: z.int().positive().max(100_000_000).optional() }), output: z.object({ billId: id, amountFen: fenSchema }) }),
  'barrier.dismiss': command({ roles: ['manager', 'cashier'], input: z.object({ findingIds: z.array(id).min(1).max(1000), reason: z.string().trim().min(1).max(200) }), output: z.object({ dismissed: count }) }),
};
