import { findInstalment } from '../../../db/queries/cost-contracts.ts';
import { listCostsByMonth } from '../../../db/queries/cost-sheets.ts';
import { costSetting, insertCostSetting, listCostFiles, listCostLines, listCosts as listRows, listDecisions, sumCosts, sumWaiting, type CostRow } from '../../../db/queries/costs.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import { firstDay, lastDay } from '../../../shared/domain/period.ts';
import type { Handler } from '../../context.ts';
import { needCost } from './decide-cost.ts';

const headOf = ({ costId, costNo, kind, fund, paidOn, payee, what, amountFen, state, targets, attachments, by, decidedBy, entryId }: CostRow) => ({ costId, costNo, kind, fund, paidOn, payee, what, amountFen, state, targets, attachments, by, decidedBy, entryId });

export const listCosts: Handler<'costs.list'> = async ({ db }, { limit, after, ...filter }) => {
  const items = await listRows(db, filter, { after, limit: limit + 1 });
  const page = items.slice(0, limit).map(headOf);
  const last = page.at(-1);
  return { items: page, totals: await sumCosts(db, filter), ...(items.length > limit && last && { next: `${last.paidOn}|${last.costNo}` }) };
};

export const getCost: Handler<'costs.get'> = async ({ db }, { costId }) => {
  const cost = await needCost(db, costId);
  const instalment = cost.instalmentId === null ? undefined : await findInstalment(db, cost.instalmentId);
  const { invoiceNo, account, toAccount, resolutionNo, resolutionOn, at, userId, decidedId } = cost;
  return {
    ...headOf(cost), invoiceNo, account, toAccount, resolutionNo, resolutionOn, at, ownApproval: decidedId !== null && decidedId === userId, lines: await listCostLines(db, costId), files: await listCostFiles(db, costId), decisions: await listDecisions(db, costId),
    instalment: instalment ? { instalmentId: instalment.instalmentId, code: instalment.code, no: instalment.no, dueOn: instalment.dueOn } : null,
  };
};

export const waitingCosts: Handler<'costs.waiting'> = ({ db }) => sumWaiting(db);

export const getCostSettings: Handler<'costs.settings'> = ({ db }) => costSetting(db);

export const changeCostSettings: Handler<'costs.changeSettings'> = async ({ db, user, now }, { evidenceAboveFen }) => {
  const standing = await costSetting(db);
  if (standing.evidenceAboveFen === evidenceAboveFen) return { version: standing.version };
  await insertCostSetting(db, standing.version + 1, evidenceAboveFen, { userId: user.userId, userName: user.name, at: now.toISOString() });
  return { version: standing.version + 1 };
};

export const analyseCosts: Handler<'costs.analysis'> = async ({ db }, { from, to, by }) => {
  const rows = await listCostsByMonth(db, by, firstDay(from), lastDay(to));
  return { rows, totalFen: sumFen(rows.map(({ amountFen }) => amountFen)) };
};
