import type { Handlers } from './context.ts';
import { addContract, listContracts } from './services/costs/contracts.ts';
import { approveCost, rejectCost, reverseCost } from './services/costs/decide-cost.ts';
import { getAttachment, saveAttachment } from './services/costs/evidence.ts';
import { analyseCosts, changeCostSettings, getCost, getCostSettings, listCosts, waitingCosts } from './services/costs/list-costs.ts';
import { registerCost } from './services/costs/register-cost.ts';

export const costHandlers: Pick<Handlers, Extract<keyof Handlers, `costs.${string}`>> = {
  'costs.register': registerCost,
  'costs.approve': approveCost,
  'costs.reject': rejectCost,
  'costs.reverse': reverseCost,
  'costs.list': listCosts,
  'costs.get': getCost,
  'costs.waiting': waitingCosts,
  'costs.attachment': getAttachment,
  'costs.saveAttachment': saveAttachment,
  'costs.settings': getCostSettings,
  'costs.changeSettings': changeCostSettings,
  'costs.analysis': analyseCosts,
  'costs.addContract': addContract,
  'costs.listContracts': listContracts,
};
