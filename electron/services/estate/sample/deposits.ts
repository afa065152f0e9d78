import { addMonths, localDay } from '../../../../shared/domain/period.ts';
import { returnDeposit } from '../../deposits/return-deposit.ts';
import { takeDeposit } from '../../deposits/take-deposit.ts';
import { chargeOnce } from '../../fees/charge-once.ts';
import { RUBBISH } from './fee-items.ts';
import { payAtDesk, planPayment } from './pay-at-desk.ts';
import { quietTime, isInhabited, later, type Plot } from './plot.ts';
import { transactionNoOf } from './take-payments.ts';
import type { Step } from './timeline.ts';

/** A renovation deposit that is held, and when it goes back. */
export type HeldDeposit = { depositId: string; backIn: string; day: number };

const DEPOSIT_FEN = 200_000;
const METHODS = ['wechat', 'transfer', 'alipay'] as const;
/** Days of a month on which renovations begin; twice as many in spring. */
const DAYS = [6, 21] as const;
const LASTS_MONTHS = 3;
/** By months before the last; in all others nothing is kept. */
const KEPT: Readonly<Record<number, { fen: number; reason: string }>> = { 7: { fen: 30_000, reason: '电梯轿厢刮花，按装修协议扣 300 元' }, 5: { fen: 50_000, reason: '擅自改动外立面，恢复费用 500 元' } };
const RETURNED = { fen: 0, reason: '验收合格，全额退还' };

/** Renovations that begin in a month (deposit, then rubbish by area, paid at once) and those that end in it. */
export function planDeposits(plot: Plot, held: HeldDeposit[]): Step[] {
  const { month } = plot;
  const ending = held.filter(({ backIn }) => backIn === month).map((deposit): Step => {
    const { fen, reason } = KEPT[plot.ago] ?? RETURNED;
    return { at: quietTime(month, deposit.day, '13:12'), by: 'manager', run: (context) => returnDeposit(context, { depositId: deposit.depositId, retainedFen: fen, reason }) };
  });
  const isSpring = ['-03', '-04', '-05'].some((end) => month.endsWith(end));
  return [...ending, ...DAYS.slice(0, isSpring ? 2 : 1).flatMap((day) => renovation(plot, held, day))];
}

function renovation(plot: Plot, held: HeldDeposit[], day: number): Step[] {
  const { month, random, take } = plot;
  const account = take((one) => isInhabited(one) && one.prepaidFen === 0);
  if (!account) return [];
  const at = quietTime(month, day, '11:44');
  const { homeId, home: { areaDm2 } } = account;
  const method = random.pick(METHODS);
  const deposit = { depositId: random.uuid(), homeId, kind: 'renovation', amountFen: DEPOSIT_FEN, receivedOn: localDay(at), method, transactionNo: transactionNoOf(random, method, localDay(at), homeId) ?? '', note: '装修押金' } as const;
  const payment = planPayment(plot, account, at, 'wechat');
  held.push({ depositId: deposit.depositId, backIn: addMonths(month, LASTS_MONTHS), day: day + 3 });
  return [
    { at, by: 'cashier', run: (context) => takeDeposit(context, deposit) },
    { at: later(at, 2), by: 'cashier', run: (context) => chargeOnce(context, { homeId, item: RUBBISH, quantityE4: areaDm2 * 100, note: '按建筑面积' }) },
    { at: later(at, 4), by: 'cashier', run: (context) => payAtDesk(context, payment) },
  ];
}
