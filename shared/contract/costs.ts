import { z } from 'zod';
import { commonSources, costColumns, feeCosts } from '../domain/common-sources.ts';
import { costKinds } from '../domain/cost-target.ts';
import { command, count, everyRole, filePath, host, id, isoDate, isoMonth, nothing, pageLimit, positiveFen, query, word } from './define.ts';

const note = (most: number) => z.string().trim().max(most).refine((text) => !/\p{Cc}/u.test(text), { error: 'CONTROL' }).default('');
export const costFund = z.enum(['property', 'common']);
/** `{source, column}`: the cost of a source of common income; `{source}`: its income; `{feeCost}`: one of the nine lines of the fees; `{other: true}`: other spending of the common fund. */
export const costTarget = z.union([z.strictObject({ source: z.enum(commonSources), column: z.enum(costColumns).optional() }), z.strictObject({ feeCost: z.enum(feeCosts) }), z.strictObject({ other: z.literal(true) })]);
const shares = z.array(z.object({ to: costTarget, share: z.int().positive().max(1_000_000) })).min(2).max(20);
/** To one target, or to several by shares (70 : 30). Payroll names post and headcount, never a person; without a target it is staff cost. Interest and transfers have no target. */
const line = z.object({ to: costTarget.optional(), shares: shares.optional(), amountFen: positiveFen, what: note(60), post: note(20), headcount: z.int().positive().max(10_000).optional() });

export const costStates = ['waiting', 'approved', 'rejected', 'reversed'] as const;
const state = z.enum(costStates);
const costId = z.uuid();
const attached = z.object({ digest: z.string(), name: z.string(), mediaType: z.string(), bytes: count });
const head = {
  costId: z.string(), costNo: z.string(), kind: z.enum(costKinds), fund: costFund, paidOn: z.string(), payee: z.string(), what: z.string(), amountFen: count, state,
  /** Targets as words: `fee.cleaning`, `parking-resident.energy`, `advertising`, `other`. */ targets: z.string(), attachments: count, by: z.string(), decidedBy: z.string(), entryId: id.nullable(),
};
const written = z.object({ costId: z.string(), costNo: z.string(), amountFen: count, state });
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const filter = { state: state.optional(), fund: costFund.optional(), kind: z.enum(costKinds).optional(), month: isoMonth.optional(), search: z.string().trim().max(60).optional() };

export const costs = {
  /**
   * Enters a voucher; nothing is in the ledger until it is approved. The same costId again answers what it made. Amounts are positive fen, whichever way the money goes; `attachments` are paths of photos or PDFs (jpeg, png, webp, pdf, 10 MB each).
   * `account` is where the money is, by default the fund's own bank account; a transfer goes from it to `toAccount`. `resolution` is for transfers to the maintenance fund. `instalmentId`: the instalment of a contract that it settles.
   * Refused: COST_ID_REUSED, COST_IN_FUTURE, PERIOD_CLOSED, COST_FUND, COST_TARGET, COST_POST, COST_ACCOUNT, COST_NEEDS_RESOLUTION, COST_EXCEEDS_FUND, COST_NEEDS_EVIDENCE, COST_INSTALMENT_PAID, COST_INSTALMENT_DIFFERS, NO_SUCH_INSTALMENT, ATTACHMENT_KIND, FILE_NOT_FOUND, FILE_TOO_LARGE.
   */
  'costs.register': command({
    roles: ['manager', 'office'],
    input: z.object({
      costId, kind: z.enum(costKinds), fund: costFund, paidOn: isoDate, payee: word(60), what: word(60), invoiceNo: note(40), account: z.string().max(20).optional(), toAccount: z.string().max(20).optional(),
      resolution: z.object({ number: word(40), on: isoDate }).optional(), instalmentId: id.optional(), lines: z.array(line).min(1).max(60), attachments: z.array(filePath).max(20).default([]),
    }),
    output: written,
  }),
  /** Books a voucher on the day it was paid. Who entered it may approve it as well where he is the manager; the voucher says so. Refused: NO_SUCH_COST, COST_NOT_WAITING, COST_EXCEEDS_FUND, PERIOD_CLOSED. */
  'costs.approve': command({ roles: ['manager'], input: z.object({ costId }), output: written.extend({ entryId: id }) }),
  /** Sends a voucher back for good; it keeps its number. Refused: NO_SUCH_COST, COST_NOT_WAITING. */
  'costs.reject': command({ roles: ['manager'], input: z.object({ costId, reason: word(200) }), output: written }),
  /** Undoes an approved voucher by the mirror of its entry, dated today; its instalment waits again. Refused: NO_SUCH_COST, COST_NOT_APPROVED, PERIOD_CLOSED. */
  'costs.reverse': command({ roles: ['manager'], input: z.object({ costId, reason: word(200) }), output: written.extend({ entryId: id }) }),
  /** Vouchers, the latest day first; `totals` are of all that the filter takes: out (costs, maintenance), in (income, interest), moved between own accounts; rejected and reversed ones count in none. */
  'costs.list': query({
    roles: everyRole, input: z.object({ ...filter, limit: pageLimit.default(200), after: z.string().max(60).optional() }),
    output: z.object({ items: z.array(z.object(head)), next: z.string().optional(), totals: z.object({ vouchers: count, outFen: count, inFen: count, movedFen: count }) }),
  }),
  'costs.get': query({
    roles: everyRole, input: z.object({ costId: z.string().max(60) }),
    output: z.object({
      ...head, invoiceNo: z.string(), account: z.string(), toAccount: z.string().nullable(), resolutionNo: z.string(), resolutionOn: z.string().nullable(), instalment: z.object({ instalmentId: id, code: z.string(), no: count, dueOn: z.string() }).nullable(), at: z.string(), /** The same person entered and approved it. */ ownApproval: z.boolean(),
      lines: z.array(z.object({ item: count, target: z.string(), account: z.string(), share: count, /** Of its item, when it has several. */ ofShares: count, what: z.string(), post: z.string(), headcount: count, amountFen: count })), files: z.array(attached), decisions: z.array(z.object({ kind: z.enum(['approve', 'reject', 'reverse']), entryId: id.nullable(), reason: z.string(), by: z.string(), at: z.string() })),
    }),
  }),
  /** What waits for the manager. */
  'costs.waiting': query({ roles: everyRole, input: nothing, output: z.object({ count, amountFen: count }) }),
  /** The bytes of an attachment. Refused: NO_SUCH_ATTACHMENT. */
  'costs.attachment': query({ roles: ['manager', 'office', 'auditor'], input: z.object({ digest }), output: attached.extend({ base64: z.string() }) }),
  'costs.saveAttachment': host({ roles: ['manager', 'office', 'auditor'], input: z.object({ digest, file: filePath }), output: z.object({ file: z.string(), bytes: count }) }),
  'costs.settings': query({ roles: everyRole, input: nothing, output: z.object({ version: count, /** A cost above it needs an attachment. */ evidenceAboveFen: count }) }),
  'costs.changeSettings': command({ roles: ['manager'], input: z.object({ evidenceAboveFen: z.int().nonnegative().max(1_000_000_000_000) }), output: z.object({ version: count }) }),
  /** Costs by month as the ledger has them, in fen; `key` is one of the nine lines (by 'fee'), or a source of common income, 'charging' (grid and commission) and 'spending' (by 'source'). Both months included. */
  'costs.analysis': query({ roles: everyRole, input: z.object({ from: isoMonth, to: isoMonth, by: z.enum(['fee', 'source']) }), output: z.object({ rows: z.array(z.object({ month: z.string(), key: z.string(), amountFen: z.int() })), totalFen: z.int() }) }),
};
