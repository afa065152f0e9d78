import { postEntry, reverseEntry, type EntryKind, type Posting } from '../../../db/ledger.ts';
import { findCost, insertDecision, listCostLines, type CostRow } from '../../../db/queries/costs.ts';
import type { Db } from '../../../db/sql.ts';
import { isIncome, type CostKind } from '../../../shared/domain/cost-target.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, Handler } from '../../context.ts';
import { checkHeld } from './register-cost.ts';

const ENTRY_KINDS = { purchase: 'cost', payroll: 'cost', income: 'income', interest: 'interest', maintenance: 'to-maintenance', transfer: 'transfer' } as const satisfies Record<CostKind, EntryKind>;

/** Throws NO_SUCH_COST. */
export async function needCost(db: Db, costId: string): Promise<CostRow> {
  const cost = await findCost(db, costId);
  if (!cost) throw new AppError('NO_SUCH_COST', { costId });
  return cost;
}

/** Throws NO_SUCH_COST, COST_NOT_WAITING. */
async function needWaiting(db: Db, costId: string): Promise<CostRow> {
  const cost = await needCost(db, costId);
  if (cost.state !== 'waiting') throw new AppError('COST_NOT_WAITING', { costNo: cost.costNo, state: cost.state });
  return cost;
}

const byOf = ({ user, now }: Context) => ({ userId: user.userId, userName: user.name, at: now.toISOString() });
const written = ({ costId, costNo, amountFen }: CostRow, state: CostRow['state']) => ({ costId, costNo, amountFen, state });

/** Lines on one side, by account, and the money on the other. */
async function postingsOf(db: Db, { costId, kind, fund, account, amountFen }: CostRow): Promise<Posting[]> {
  const sign = isIncome(kind) ? -1 : 1;
  const sums = new Map<string, number>();
  for (const line of await listCostLines(db, costId)) sums.set(line.account, (sums.get(line.account) ?? 0) + line.amountFen);
  return [...[...sums].map(([target, fen]) => ({ account: target, fund, amountFen: sign * fen })), { account, fund, amountFen: -sign * amountFen }];
}

export const approveCost: Handler<'costs.approve'> = async (context, { costId }) => {
  const { db, user, now } = context;
  const cost = await needWaiting(db, costId);
  await checkHeld(db, cost);
  const entryId = await postEntry(db, { on: cost.paidOn, kind: ENTRY_KINDS[cost.kind], memo: `${cost.what} ${cost.costNo}`, by: user.userId, at: now, postings: await postingsOf(db, cost) });
  await insertDecision(db, costId, { kind: 'approve', entryId, reason: '' }, byOf(context));
  return { ...written(cost, 'approved'), entryId };
};

export const rejectCost: Handler<'costs.reject'> = async (context, { costId, reason }) => {
  const cost = await needWaiting(context.db, costId);
  await insertDecision(context.db, costId, { kind: 'reject', entryId: null, reason }, byOf(context));
  return written(cost, 'rejected');
};

export const reverseCost: Handler<'costs.reverse'> = async (context, { costId, reason }) => {
  const { db, user, now, today } = context;
  const cost = await needCost(db, costId);
  if (cost.state !== 'approved' || cost.entryId === null) throw new AppError('COST_NOT_APPROVED', { costNo: cost.costNo, state: cost.state });
  const entryId = await reverseEntry(db, cost.entryId, { kind: ENTRY_KINDS[cost.kind], on: today, memo: `红冲 ${cost.what} ${cost.costNo}：${reason}`, by: user.userId, at: now });
  await insertDecision(db, costId, { kind: 'reverse', entryId, reason }, byOf(context));
  return { ...written(cost, 'reversed'), entryId };
};
