import { divideHalfUp } from '../../../../shared/domain/money.ts';
import { correctBill } from '../../fees/correct-bill.ts';
import type { HomeAccount, OpenBill } from './accounts.ts';
import { WATER } from './fee-items.ts';
import { payAtDesk, planPayment } from './pay-at-desk.ts';
import { quietTime, isInhabited, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

/** `paid`: the home pays before it is found out, and then holds the difference. */
type Case = { ago: number; day: number; item: string; permille: number; reason: string; paid: boolean };

const CASES: readonly Case[] = [
  { ago: 6, day: 8, item: 'property', permille: 950, reason: '面积登记有误，按复测面积更正', paid: false },
  { ago: 3, day: 10, item: WATER, permille: 400, reason: '水表看错一位，按复核读数更正', paid: false },
  { ago: 1, day: 9, item: 'property', permille: 900, reason: '面积登记有误，按产权证面积更正', paid: true },
];

/** Bills of the month that are cancelled and issued again with another amount. */
export function planCorrections(plot: Plot): Step[] {
  return CASES.filter(({ ago }) => ago === plot.ago).flatMap((one) => {
    const freshBill = ({ open }: HomeAccount): OpenBill | undefined => open.find(({ item, billId, amountFen, openFen }) => item === one.item && billId >= plot.freshFrom && openFen === amountFen);
    const account = plot.take((each) => isInhabited(each) && freshBill(each) !== undefined);
    const bill = account && freshBill(account);
    return account && bill ? correction(plot, account, bill, one) : [];
  });
}

function correction(plot: Plot, account: HomeAccount, { billId, amountFen }: OpenBill, { day, permille, reason, paid }: Case): Step[] {
  const right = Math.max(1, Number(divideHalfUp(BigInt(amountFen * permille), 1000n)));
  const correct: Step = { at: quietTime(plot.month, day, '13:36'), by: 'manager', run: (context) => correctBill(context, { billId, amountFen: right, reason }) };
  if (!paid) return [correct];
  const at = quietTime(plot.month, day - 5, '11:52');
  const payment = planPayment(plot, account, at, 'wechat');
  return [{ at, by: 'cashier', run: (context) => payAtDesk(context, payment) }, correct];
}
