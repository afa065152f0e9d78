import { z } from 'zod';
import { instalmentSteps } from '../domain/instalments.ts';
import { costFund, costTarget } from './costs.ts';
import { command, count, everyRole, filePath, id, isoDate, nothing, positiveFen, query, word } from './define.ts';

const text = (most: number) => z.string().trim().max(most).refine((words) => !/\p{Cc}/u.test(words), { error: 'CONTROL' }).default('');
export const instalmentStates = ['paid', 'waiting', 'overdue', 'due', 'ahead'] as const;
const instalment = z.object({ instalmentId: id, no: count, dueOn: z.string(), amountFen: count, /** `waiting`: its voucher is not approved yet; `due`: within 30 days. */ state: z.enum(instalmentStates), costId: z.string().nullable(), costNo: z.string().nullable() });

export const costContracts = {
  /**
   * Enters a contract with its instalments: typed (`instalments`), or the total split evenly over the steps of its term `[from, to)`. `code` is what sheets print (GG-01). The same formId again answers what it made.
   * Refused: COST_ID_REUSED, CONTRACT_TERM, CONTRACT_CODE_TAKEN, COST_TARGET, COST_INSTALMENTS_SUM, CONTRACT_SCHEDULE and those of attachments.
   */
  'costs.addContract': command({
    roles: ['manager', 'office'],
    input: z.object({
      formId: z.uuid(), code: word(20), title: word(40), counterparty: word(60), direction: z.enum(['cost', 'income']), fund: costFund, target: costTarget, from: isoDate, to: isoDate, place: text(60), standard: text(60), totalFen: positiveFen,
      every: z.enum(instalmentSteps).optional(), instalments: z.array(z.object({ dueOn: isoDate, amountFen: positiveFen })).min(1).max(400).optional(), attachments: z.array(filePath).max(20).default([]),
    }),
    output: z.object({ contractId: id, code: z.string(), instalments: count }),
  }),
  /** Contracts with their instalments, those that run first. Amounts are fen. */
  'costs.listContracts': query({
    roles: everyRole, input: nothing,
    output: z.object({ items: z.array(z.object({
      contractId: id, code: z.string(), title: z.string(), counterparty: z.string(), direction: z.enum(['cost', 'income']), fund: costFund, target: z.string(), from: z.string(), to: z.string(), place: z.string(), standard: z.string(), totalFen: count, settledFen: count, overdueFen: count, nextDueOn: z.string().nullable(), state: z.enum(['ahead', 'running', 'ended']), by: z.string(),
      instalments: z.array(instalment), files: z.array(z.object({ digest: z.string(), name: z.string(), mediaType: z.string(), bytes: count })),
    })), totals: z.object({ overdue: count, overdueFen: count, due: count, dueFen: count }) }),
  }),
};
