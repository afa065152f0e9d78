import type { PaymentMethod } from '../../../../shared/contract/payments.ts';
import { refundPayment, refundPrepayment } from '../../payments/refund-payment.ts';
import { reversePayment, voidPayment } from '../../payments/reverse-payment.ts';
import type { HomeAccount } from './accounts.ts';
import { payAtDesk, planPayment } from './pay-at-desk.ts';
import { quietTime, isInhabited, later, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

/** What goes wrong at the desk in a month, by months before the last. */
const STORIES: Readonly<Record<number, readonly ((plot: Plot) => Step[])[]>> = {
  8: [wrongHome], 7: [partRefund], 5: [paidTwice], 4: [foundNextDay], 2: [prepaymentBack], 1: [wrongHome], 0: [wrongHome, partRefund],
};

/** Receipts that are voided, reversed, given back whole or in part, and prepayment that is given back. */
export function planUndone(plot: Plot): Step[] {
  return (STORIES[plot.ago] ?? []).flatMap((story) => story(plot));
}

const owesNow = (account: HomeAccount): boolean => isInhabited(account) && account.open.length > 0 && account.prepaidFen === 0;

/** Registered on one home, voided, and registered on its neighbour's. */
function wrongHome(plot: Plot): Step[] {
  const { month, take } = plot;
  const [wrong, right] = [take(owesNow), take(owesNow)];
  if (!wrong || !right) return [];
  const at = quietTime(month, 7, '11:58');
  const [first, second] = [planPayment(plot, wrong, at, 'cash', false), planPayment(plot, right, later(at, 6), 'wechat')];
  return [
    { at, by: 'cashier', run: (context) => payAtDesk(context, first) },
    { at: later(at, 3), by: 'cashier', run: (context) => voidPayment(context, { paymentId: first.paymentId, reason: `收错房号，应为 ${right.home.label}` }) },
    { at: later(at, 6), by: 'cashier', run: (context) => payAtDesk(context, second) },
  ];
}

const AHEAD_MONTHS = 6;
const BACK_MONTHS = 2;

/** Six months paid ahead, two of them given back a week later. */
function partRefund(plot: Plot): Step[] {
  const { month, take } = plot;
  const account = take(owesNow);
  if (!account) return [];
  const at = quietTime(month, 5, '11:55');
  const payment = planPayment(plot, account, at, 'wechat');
  return [
    { at, by: 'cashier', run: (context) => payAtDesk(context, payment, { aheadFen: AHEAD_MONTHS * account.monthFeeFen }) },
    { at: quietTime(month, 12, '13:30'), by: 'manager', run: (context) => refundPayment(context, { paymentId: payment.paymentId, amountFen: BACK_MONTHS * account.monthFeeFen, reason: '业主周转困难，退两个月预收' }) },
  ];
}

function undoneLater(plot: Plot, method: PaymentMethod, undo: (paymentId: string) => Step['run']): Step[] {
  const account = plot.take(owesNow);
  if (!account) return [];
  const at = quietTime(plot.month, 9, '11:46');
  const payment = planPayment(plot, account, at, method, false);
  return [{ at, by: 'cashier', run: (context) => payAtDesk(context, payment) }, { at: quietTime(plot.month, 11, '13:20'), by: 'manager', run: undo(payment.paymentId) }];
}

function paidTwice(plot: Plot): Step[] {
  return undoneLater(plot, 'wechat', (paymentId) => (context) => refundPayment(context, { paymentId, reason: '夫妻二人各付了一次，退还一笔' }));
}

function foundNextDay(plot: Plot): Step[] {
  return undoneLater(plot, 'transfer', (paymentId) => (context) => reversePayment(context, { paymentId, reason: '银行退票，转账未到账' }));
}

function prepaymentBack({ month, take }: Plot): Step[] {
  const account = take((one) => isInhabited(one) && one.prepaidFen > one.monthFeeFen);
  if (!account) return [];
  return [{ at: quietTime(month, 18, '13:40'), by: 'manager', run: (context) => refundPrepayment(context, { homeId: account.homeId, method: 'transfer', payee: '', reason: '业主长期出国，退剩余预收' }) }];
}
