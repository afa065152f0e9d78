import { z } from 'zod';
import { command, count, everyRole, host, isoDate, isoMonth, nothing, query } from './define.ts';

export const estateName = z.string().trim().min(1).max(60);
export const password = z.string().min(1).max(200);
export const userName = z.string().trim().min(1).max(40);

export const estateSettings = z.object({
  name: estateName,
  /** Printed as the issuer of receipts, e.g. 汇悦新天地物业服务中心. */
  officeName: z.string().trim().min(1).max(60),
  phone: z.string().trim().max(40),
  firstMonthRule: z.enum(['full', 'half', 'days']),
  /** Day of the month on which a bill falls due. */
  dueDay: z.int().min(1).max(28),
  /** Minutes without a key or a click after which the window locks; 0 never. */
  idleMinutes: z.int().min(0).max(240),
  /** Late fee per day in 10⁻⁶ of the principal (500 is 0.05%); 0: off. */
  lateFeeRateE6: z.int().min(0).max(100_000),
  /** Days after the due date within which paying costs nothing; after them the fee runs from the day after the due date. */
  lateFeeGraceDays: z.int().min(0).max(365),
  /** All late fees of a bill together, in permille of its amount. */
  lateFeeCapPermille: z.int().min(0).max(10_000),
  /** The current collection rate that the office aims at; 0: none. */
  collectionTargetPermille: z.int().min(0).max(1000),
});

export const estate = {
  'estate.status': query({
    roles: 'anyone',
    whileLocked: true,
    input: nothing,
    output: z.object({ state: z.enum(['empty', 'ready']), name: z.string(), opensOn: z.string(), today: z.string(), dataFolder: z.string(), version: z.string() }),
  }),
  'estate.create': command({
    roles: 'anyone',
    input: z.object({ name: estateName, opensOn: isoDate, manager: z.object({ name: userName, password }) }),
    output: z.object({ estateId: z.int() }),
  }),
  /** Fills an empty data folder with the deterministic sample estate. */
  'estate.createSample': command({
    roles: 'anyone',
    input: z.object({
      homes: z.int().min(1).max(200_000).default(855), years: z.int().min(1).max(30).default(3),
      seed: z.int().min(0).max(4_294_967_295).default(7), until: isoMonth.default('2026-10'), password,
    }),
    output: z.object({ estateId: z.int(), homes: z.int(), bills: z.int(), payments: z.int(), postings: z.int() }),
  }),
  'estate.getSettings': query({ roles: everyRole, input: nothing, output: estateSettings.extend({ opensOn: z.string() }) }),
  'estate.changeSettings': command({ roles: ['manager'], input: estateSettings.partial(), output: estateSettings }),
  /** Bills, receipts and money of a day, and whether the books balance: the status bar. */
  'estate.dayStatus': query({
    roles: everyRole,
    input: nothing,
    output: z.object({
      today: z.string(), /** Payments and deposits of the day that stand, and its payments that were undone. */ receipts: count, reversed: count,
      /** Taken on the day, less all that was given back on it, of whatever day. */ totalFen: z.int(),
      byMethod: z.array(z.object({ method: z.string(), amountFen: z.int() })),
      trialBalanceFen: z.int(), lastBackupAt: z.string().nullable(), /** The last closed month. */ closedThrough: z.string().nullable(),
    }),
  }),
  /** Opens the native dialog; the answered path is then allowed as a `file` input. Null: cancelled. */
  'files.pickToOpen': host({ roles: 'anyone', input: z.object({ kind: z.enum(['roster', 'backup', 'barrier', 'photo', 'evidence']) }), output: z.object({ file: z.string().nullable() }) }),
  'files.pickToSave': host({
    roles: 'signed-in',
    input: z.object({ name: z.string().min(1).max(120), extension: z.enum(['xlsx', 'csv', 'pdf', 'journal', 'sqlite', 'json', 'html', 'jpg', 'png', 'webp']) }),
    output: z.object({ file: z.string().nullable() }),
  }),
};
