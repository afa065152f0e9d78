import type { Handlers } from './context.ts';
import { checkPeriod, closePeriod, listPeriods, reopenPeriod, setBankBalance } from './services/periods/periods.ts';

/** The handlers of closing months. */
export const periodHandlers: Pick<Handlers, Extract<keyof Handlers, `periods.${string}`>> = {
  'periods.check': checkPeriod,
  'periods.close': closePeriod,
  'periods.reopen': reopenPeriod,
  'periods.setBankBalance': setBankBalance,
  'periods.list': listPeriods,
};
