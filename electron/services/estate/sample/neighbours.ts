import { localDay } from '../../../../shared/domain/period.ts';
import type { Context } from '../../../context.ts';
import { mergeHomes } from '../../homes/merge-homes.ts';
import { transferHome } from '../../homes/transfer-home.ts';
import type { HomeAccount } from './accounts.ts';
import { takeOver } from './new-owners.ts';
import { payAtDesk, planPayment } from './pay-at-desk.ts';
import { quietTime, isInhabited, later, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

/** Two homes on one landing that become one: the second is a part of the first from the next month on. */
export type Neighbours = { first: HomeAccount; second: HomeAccount };

/** Months before the last in which somebody buys the home next door, and those in which an owner of two homes pays for both on one receipt. */
export const BOUGHT = 3;
const BOTH_PAID = new Set([6, 1]);

/** One buys the home next door; its seller pays what it owes first. Answers the two, to be made one home as the next month begins. */
export function planPurchase(plot: Plot, accounts: readonly HomeAccount[], metered: ReadonlySet<string>): { steps: Step[]; pair: Neighbours | undefined } {
  if (plot.ago !== BOUGHT) return { steps: [], pair: undefined };
  const isFree = (account: HomeAccount): boolean => isInhabited(account) && account.prepaidFen === 0 && account.tenant === '' && !metered.has(account.home.building) && !plot.taken.has(account);
  const neighbourOf = ({ homeId, home }: HomeAccount): HomeAccount | undefined => {
    const next = accounts[homeId];
    return next && next.home.building === home.building && next.home.unit === home.unit && next.home.room.slice(0, -2) === home.room.slice(0, -2) && next.home.ownerName !== home.ownerName && isFree(next) ? next : undefined;
  };
  const first = plot.take((account) => isFree(account) && neighbourOf(account) !== undefined);
  const second = first && plot.take((account) => account === neighbourOf(first));
  if (!first || !second) return { steps: [], pair: undefined };
  const at = quietTime(plot.month, 13, '11:50');
  const payment = planPayment(plot, second, at, 'card');
  const buyer = { name: first.home.ownerName, phone: first.home.phone };
  const buy: Step = { at: later(at, 15), by: 'manager', run: async (context) => {
    await transferHome(context, { homeId: second.homeId, on: localDay(at), owners: [buyer], arrears: 'buyer', prepayment: 'buyer', note: `${first.home.label} 业主买下` });
    takeOver(second, buyer, localDay(at));
  } };
  return { steps: [{ at, by: 'cashier', run: (context) => payAtDesk(context, payment) }, buy], pair: { first, second } };
}

/** Makes neighbours one home from today. */
export async function mergeNeighbours(context: Context, { first, second }: Neighbours): Promise<void> {
  const { areaDm2 } = await mergeHomes(context, { into: first.homeId, homeIds: [second.homeId], on: context.today, note: '打通合并为一户' });
  first.home = { ...first.home, areaDm2 };
  second.merged = true;
}

/** An owner of two homes pays for both on one receipt. */
export function planBothPaid(plot: Plot, accounts: readonly HomeAccount[]): Step[] {
  if (!BOTH_PAID.has(plot.ago)) return [];
  const owes = (account: HomeAccount): boolean => isInhabited(account) && account.prepaidFen === 0 && account.open.length > 0;
  const nextOf = ({ homeId, home }: HomeAccount): HomeAccount | undefined => {
    const next = accounts[homeId];
    return next && next.home.ownerName === home.ownerName && next.home.phone === home.phone && owes(next) && !next.merged && !plot.taken.has(next) ? next : undefined;
  };
  const first = plot.take((account) => owes(account) && nextOf(account) !== undefined);
  const second = first && plot.take((account) => account === nextOf(first));
  if (!first || !second) return [];
  const at = quietTime(plot.month, 15, '11:47');
  const payment = planPayment(plot, first, at, 'wechat');
  plot.paying.add(second);
  return [{ at, by: 'cashier', run: (context) => payAtDesk(context, payment, { also: [second] }) }];
}
