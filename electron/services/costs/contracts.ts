import { insertAttachments, type Evidence } from '../../../db/queries/attachments.ts';
import { findContract, insertContract, listContractFiles, listContracts as listRows, listInstalments, type ContractRow, type InstalmentRow } from '../../../db/queries/cost-contracts.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { fundFits, targetAccount, targetWord } from '../../../shared/domain/cost-target.ts';
import { planInstalments } from '../../../shared/domain/instalments.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { readEvidence } from './evidence.ts';

type ContractInput = Input<'costs.addContract'>;
type Item = Output<'costs.listContracts'>['items'][number];
const DUE_DAYS = 30;
const MOST = 400;

export const addContract: Handler<'costs.addContract'> = async (context, input) => {
  const { formId } = input;
  const earlier = await findContract(context.db, { formId });
  if (earlier) {
    const own = (await listInstalments(context.db)).filter(({ contractId }) => contractId === earlier.contractId);
    if (!isSameContract(earlier, own, input)) throw new AppError('COST_ID_REUSED', { costId: formId });
    return { contractId: earlier.contractId, code: earlier.code, instalments: own.length };
  }
  return writeContract(context, input, await readEvidence(input.attachments));
};

const SAME = ['code', 'title', 'counterparty', 'direction', 'fund', 'from', 'to', 'place', 'standard', 'totalFen'] as const;

/** Whether a form that is sent again says what it said. */
function isSameContract(earlier: ContractRow, instalments: readonly InstalmentRow[], input: ContractInput): boolean {
  const again = scheduleOf(input);
  return SAME.every((field) => earlier[field] === input[field]) && earlier.target === targetWord(input.target) && again.length === instalments.length && again.every(({ dueOn, amountFen }, index) => instalments[index]?.dueOn === dueOn && instalments[index].amountFen === amountFen);
}

/** Checks a contract and keeps it with its instalments and papers. Throws CONTRACT_TERM, CONTRACT_CODE_TAKEN, COST_FUND, COST_TARGET, CONTRACT_SCHEDULE, COST_INSTALMENTS_SUM. */
export async function writeContract({ db, user, now }: Context, input: ContractInput, files: readonly Evidence[]): Promise<Output<'costs.addContract'>> {
  const { formId, code, title, counterparty, direction, fund, target, from, to, place, standard, totalFen } = input;
  if (from >= to) throw new AppError('CONTRACT_TERM', { from, to });
  if (await findContract(db, { code })) throw new AppError('CONTRACT_CODE_TAKEN', { code });
  const kind = direction === 'income' ? 'income' : 'purchase';
  if (!fundFits(kind, fund)) throw new AppError('COST_FUND', { kind, fund });
  const account = targetAccount(kind, fund, target);
  if (account === undefined) throw new AppError('COST_TARGET', { line: 1, kind, fund });
  const instalments = scheduleOf(input);
  const by = { userId: user.userId, userName: user.name, at: now.toISOString() };
  await insertAttachments(db, files, by);
  const contractId = await insertContract(db, { formId, code, title, counterparty, direction, fund, account, target: targetWord(target), from, to, place, standard, totalFen }, instalments, files.map(({ digest }) => digest), by);
  return { contractId, code, instalments: instalments.length };
}

/** What was typed, or planned. Throws CONTRACT_SCHEDULE, COST_INSTALMENTS_SUM. */
function scheduleOf({ every, instalments, totalFen, from, to }: ContractInput): { dueOn: string; amountFen: number }[] {
  if ((every === undefined) === (instalments === undefined)) throw new AppError('CONTRACT_SCHEDULE', { why: every === undefined ? 'NEITHER' : 'BOTH' });
  const list = instalments ?? (every === undefined ? [] : planInstalments(totalFen, { from, to, every }));
  if (list.length > MOST || list.some(({ amountFen }) => amountFen === 0)) throw new AppError('CONTRACT_SCHEDULE', { why: 'TOO_MANY' });
  if (list.some(({ dueOn }, index) => index > 0 && dueOn <= (list[index - 1]?.dueOn ?? ''))) throw new AppError('CONTRACT_SCHEDULE', { why: 'ORDER' });
  const sum = sumFen(list.map(({ amountFen }) => amountFen));
  if (sum !== totalFen) throw new AppError('COST_INSTALMENTS_SUM', { totalFen, sumFen: sum });
  return list;
}

function stateOf({ costId, approved, dueOn }: InstalmentRow, today: string): Item['instalments'][number]['state'] {
  if (costId !== null) return approved === 1 ? 'paid' : 'waiting';
  return dueOn < today ? 'overdue' : dueOn <= addDays(today, DUE_DAYS) ? 'due' : 'ahead';
}

function itemOf({ formId: _, account: __, ...contract }: ContractRow, rows: readonly InstalmentRow[], files: Item['files'], today: string): Item {
  const instalments = rows.map((row) => ({ instalmentId: row.instalmentId, no: row.no, dueOn: row.dueOn, amountFen: row.amountFen, costId: row.costId, costNo: row.costNo, state: stateOf(row, today) }));
  const sumOf = (state: string): number => sumFen(instalments.filter((one) => one.state === state).map(({ amountFen }) => amountFen));
  return {
    ...contract, instalments, files, settledFen: sumOf('paid'), overdueFen: sumOf('overdue'), nextDueOn: instalments.find(({ costId }) => costId === null)?.dueOn ?? null,
    state: contract.to <= today ? 'ended' : contract.from > today ? 'ahead' : 'running',
  };
}

const ORDER = { running: 0, ahead: 1, ended: 2 } as const;

export const listContracts: Handler<'costs.listContracts'> = async ({ db, today }) => {
  const [instalments, files] = [await listInstalments(db), await listContractFiles(db)];
  const items = (await listRows(db)).map((contract) => itemOf(contract, instalments.filter(({ contractId }) => contractId === contract.contractId), files.filter(({ contractId }) => contractId === contract.contractId).map(({ contractId: _, ...file }) => file), today));
  const of = (state: string) => items.flatMap((item) => item.instalments.filter((one) => one.state === state));
  const [overdue, due] = [of('overdue'), of('due')];
  return {
    items: items.toSorted((one, other) => ORDER[one.state] - ORDER[other.state] || one.code.localeCompare(other.code)),
    totals: { overdue: overdue.length, overdueFen: sumFen(overdue.map(({ amountFen }) => amountFen)), due: due.length, dueFen: sumFen(due.map(({ amountFen }) => amountFen)) },
  };
};
