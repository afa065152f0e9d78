import { listBackups } from '../../jobs/backups.ts';
import { trialBalance } from '../../../db/queries/books.ts';
import { sumDay } from '../../../db/queries/payment-list.ts';
import { closedThrough } from '../../../db/queries/periods.ts';
import { sumFen } from '../../../shared/domain/money.ts';
import type { Handler } from '../../context.ts';

export const dayStatus: Handler<'estate.dayStatus'> = async ({ db, today, dataFolder }) => {
  const byMethod = await sumDay(db, today);
  const accounts = await trialBalance(db, undefined);
  const [newest] = await listBackups(dataFolder);
  return {
    today, receipts: byMethod.reduce((sum, { receipts }) => sum + receipts, 0), reversed: byMethod.reduce((sum, { reversed }) => sum + reversed, 0), totalFen: sumFen(byMethod.map(({ amountFen }) => amountFen)),
    byMethod: byMethod.filter(({ receipts, amountFen }) => receipts > 0 || amountFen !== 0).map(({ method, amountFen }) => ({ method, amountFen })), trialBalanceFen: sumFen(accounts.map(({ balanceFen }) => balanceFen)), lastBackupAt: newest?.at ?? null, closedThrough: await closedThrough(db),
  };
};
