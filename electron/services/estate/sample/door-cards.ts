import { cancelBill } from '../../fees/cancel-bill.ts';
import { chargeOnce } from '../../fees/charge-once.ts';
import { DOOR_CARD } from './fee-items.ts';
import { payAtDesk, planPayment } from './pay-at-desk.ts';
import { quietTime, isInhabited, later, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

const ONE_CARD = 10_000;
const DAY = 4;
/** The month before the last in which a card is charged twice. */
const TWICE = 3;

/** Cards that homes buy in a month, paid in notes at once; one was charged to a home that has had its own. */
export function planDoorCards(plot: Plot): Step[] {
  return [...sale(plot, DAY), ...(plot.ago === TWICE ? mistake(plot) : [])];
}

function sale(plot: Plot, day: number): Step[] {
  const { month, random, take } = plot;
  const account = take((one) => isInhabited(one) && one.prepaidFen === 0);
  if (!account) return [];
  const { homeId } = account;
  const at = quietTime(month, day, '12:03');
  const cards = 1 + random.below(3);
  const payment = planPayment(plot, account, at, 'cash', false);
  return [
    { at, by: 'cashier', run: (context) => chargeOnce(context, { homeId, item: DOOR_CARD, quantityE4: cards * ONE_CARD, note: '补办' }) },
    { at: later(at, 1), by: 'cashier', run: (context) => payAtDesk(context, payment, { only: DOOR_CARD }) },
  ];
}

function mistake({ month, take }: Plot): Step[] {
  const account = take((one) => isInhabited(one) && one.prepaidFen === 0);
  if (!account) return [];
  const { homeId } = account;
  let billId = 0;
  const at = quietTime(month, 12, '12:05');
  return [
    { at, by: 'cashier', run: async (context) => { ({ billId } = await chargeOnce(context, { homeId, item: DOOR_CARD, quantityE4: ONE_CARD, note: '补办' })); } },
    { at: later(at, 70), by: 'manager', run: (context) => cancelBill(context, { billId, reason: '重复开单，该户上周已办卡' }) },
  ];
}
