import { z } from 'zod';
import { count, everyRole, fenSchema, filePath, host, id, isoDate, nothing, pageLimit, query } from './define.ts';

export const funds = ['property', 'common', 'agency', 'deposit', 'maintenance'] as const;
export const fund = z.enum(funds);
export type Fund = z.infer<typeof fund>;

const bookRow = z.object({
  entryId: id, /** Unique with entryId. */ line: z.int(), on: z.string(), kind: z.string(), memo: z.string(), account: z.string(), accountName: z.string(), fund,
  homeId: id.nullable(), label: z.string().nullable(), /** Debit positive, credit negative. */ amountFen: z.int(), balanceFen: z.int(),
});
const bookFilter = { from: isoDate.optional(), to: isoDate.optional() };
const page = { limit: pageLimit.default(200), after: z.string().max(120).optional() };

/** Which rows a journal, account or home ledger shows; the same for screen and export. */
export const bookSelection = z.discriminatedUnion('book', [
  z.object({ book: z.literal('journal'), ...bookFilter, search: z.string().max(60).optional() }),
  z.object({ book: z.literal('account'), account: z.string().max(20), fund: fund.optional(), ...bookFilter }),
  z.object({ book: z.literal('home'), homeId: id, ...bookFilter }),
]);
export type BookSelection = z.infer<typeof bookSelection>;
export type BookRow = z.infer<typeof bookRow>;

const auditor = ['manager', 'office', 'auditor'] as const;

export const ledger = {
  'ledger.listAccounts': query({ roles: everyRole, input: nothing, output: z.object({ items: z.array(z.object({ account: z.string(), name: z.string() })) }) }),
  /** Postings in entry order (journal) or by day (account, home), with the running balance after each. */
  'ledger.listPostings': query({
    roles: everyRole,
    input: z.object({ selection: bookSelection, ...page }),
    output: z.object({ openingFen: z.int(), items: z.array(bookRow), next: z.string().optional() }),
  }),
  'ledger.getEntry': query({
    roles: everyRole,
    input: z.object({ entryId: id }),
    output: z.object({ entryId: id, on: z.string(), postedAt: z.string(), kind: z.string(), memo: z.string(), by: z.string(), reverses: id.nullable(), reversedBy: id.nullable(), hash: z.string(), postings: z.array(bookRow) }),
  }),
  'ledger.trialBalance': query({
    roles: everyRole,
    input: z.object({ on: isoDate.optional() }),
    output: z.object({ accounts: z.array(z.object({ account: z.string(), name: z.string(), fund, balanceFen: fenSchema })), sumFen: fenSchema }),
  }),
  'ledger.export': host({
    roles: everyRole,
    input: z.object({ selection: z.union([bookSelection, z.object({ book: z.literal('trialBalance'), on: isoDate.optional() })]), format: z.enum(['xlsx', 'csv']), file: filePath }),
    output: z.object({ file: z.string(), rows: count }),
  }),
  'ledger.exportHledger': host({ roles: auditor, input: z.object({ file: filePath }), output: z.object({ entries: count, postings: count }) }),
  'ledger.verify': query({
    roles: everyRole,
    input: nothing,
    output: z.object({ ok: z.boolean(), entries: count, problems: z.array(z.object({ kind: z.string(), subject: z.string(), detail: z.string() })) }),
  }),
  'ledger.listAudit': query({
    roles: ['manager', 'auditor'],
    input: z.object({ limit: pageLimit.default(200), after: z.int().optional() }),
    output: z.object({ items: z.array(z.object({ auditId: id, at: z.string(), user: z.string(), endpoint: z.string(), input: z.string() })), next: z.int().optional() }),
  }),
};

export const backups = {
  'backup.create': host({ roles: ['manager', 'office'], input: z.object({ file: filePath.optional() }), output: z.object({ file: z.string(), bytes: count }) }),
  'backup.list': query({ roles: everyRole, input: nothing, output: z.object({ folder: z.string(), items: z.array(z.object({ file: z.string(), bytes: count, at: z.string() })) }) }),
  /** Replaces the books by a verified backup; today's file is kept beside it. Everyone is signed out. */
  'backup.restore': host({ roles: ['manager'], input: z.object({ file: filePath }), output: z.object({ keptAs: z.string() }) }),
};
