import { formatFen } from '../../../shared/domain/money.ts';
import type { costRefusals as zh } from '../zh/cost-refusals.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const KINDS: Record<string, string> = { purchase: 'purchase', payroll: 'payroll', income: 'income', interest: 'interest', maintenance: 'to the maintenance fund', transfer: 'transfer' };
const FUNDS: Record<string, string> = { property: 'the property fee', common: 'common income' };
const STATES: Record<string, string> = { waiting: 'still waits for approval', approved: 'is approved', rejected: 'was rejected', reversed: 'was reversed' };
const DIFFERS = { direction: 'it goes the other way or is of another fund', amount: 'another amount', target: 'another account' } as const;
const SCHEDULES = { NEITHER: 'choose a step, or type each instalment', BOTH: 'either a step or typed instalments, not both', ORDER: 'their days run from early to late', TOO_MANY: 'there are too many, some would be of nothing' } as const;

/** What is refused of cost vouchers and contracts. */
export const costRefusals: typeof zh = {
  NO_SUCH_COST: () => 'There is no such voucher.',
  COST_ID_REUSED: () => 'This form was entered with other contents already; begin a new one.',
  COST_IN_FUTURE: ({ on }) => `The day of payment, ${on}, is yet to come.`,
  COST_FUND: ({ kind, fund }) => `A voucher “${KINDS[kind] ?? kind}” is none of ${FUNDS[fund] ?? fund}.`,
  COST_TARGET: ({ line, kind, fund }) => `Line ${line}: “${KINDS[kind] ?? kind}” of ${FUNDS[fund] ?? fund} has no such target, or none was chosen.`,
  COST_POST: ({ line }) => `Line ${line}: payroll names post and headcount, other vouchers do not.`,
  COST_ACCOUNT: ({ account, fund }) => `The money of ${FUNDS[fund] ?? fund} is not on account “${account}”; choose another.`,
  COST_NEEDS_RESOLUTION: () => 'A transfer to the maintenance fund needs the number and day of the owners’ resolution.',
  COST_EXCEEDS_FUND: ({ account, amountFen, balanceFen }) => `Account ${account} holds ${yuan(balanceFen)}; ${yuan(amountFen)} cannot leave it.`,
  COST_NEEDS_EVIDENCE: ({ amountFen, limitFen }) => `${yuan(amountFen)} is above ${yuan(limitFen)}: attach a photo or PDF of the invoice.`,
  COST_NOT_WAITING: ({ costNo, state }) => `${costNo} ${STATES[state] ?? state}; it cannot be decided again.`,
  COST_NOT_APPROVED: ({ costNo, state }) => `${costNo} ${STATES[state] ?? state}; only an approved voucher can be reversed.`,
  NO_SUCH_INSTALMENT: () => 'The contract has no such instalment.',
  COST_INSTALMENT_PAID: ({ code, no, costNo }) => `Instalment ${no} of ${code} is settled by ${costNo} already.`,
  COST_INSTALMENT_DIFFERS: ({ code, no, what, amountFen, dueFen }) => `This voucher is not instalment ${no} of ${code}: ${DIFFERS[what]} (voucher ${yuan(amountFen)}, contract ${yuan(dueFen)}).`,
  CONTRACT_TERM: ({ from, to }) => `A term begins before it ends: ${from} to ${to} does not.`,
  CONTRACT_CODE_TAKEN: ({ code }) => `There is a contract ${code} already.`,
  COST_INSTALMENTS_SUM: ({ totalFen, sumFen }) => `The instalments come to ${yuan(sumFen)}, not to the total of ${yuan(totalFen)}.`,
  CONTRACT_SCHEDULE: ({ why }) => `The instalments are wrong: ${SCHEDULES[why]}.`,
  ATTACHMENT_KIND: ({ file }) => `“${file}” is neither a photo (jpg, png, webp) nor a PDF.`,
  NO_SUCH_ATTACHMENT: () => 'There is no such attachment.',
};
