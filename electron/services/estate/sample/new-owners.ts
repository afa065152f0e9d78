import { nextBillId } from '../../../../db/queries/bills.ts';
import type { Input } from '../../../../shared/contract/index.ts';
import { localDay } from '../../../../shared/domain/period.ts';
import { transferHome } from '../../homes/transfer-home.ts';
import type { HomeAccount } from './accounts.ts';
import { payAtDesk, planPayment } from './pay-at-desk.ts';
import { makeName, makePhone } from './people.ts';
import { quietTime, isInhabited, later, type Plot } from './plot.ts';
import type { Step } from './timeline.ts';

type Terms = Pick<Input<'homes.transfer'>, 'arrears' | 'prepayment' | 'note'>;
type Sale = { ago: number; day: number; fits: (account: HomeAccount) => boolean; /** The seller pays everything first. */ settled: boolean; terms: Terms };

const SALES: readonly Sale[] = [
  { ago: 9, day: 14, fits: (one) => isInhabited(one) && one.prepaidFen === 0, settled: true, terms: { arrears: 'buyer', prepayment: 'buyer', note: '二手房过户，费用已结清' } },
  { ago: 6, day: 19, fits: (one) => isInhabited(one) && one.open.length >= 3, settled: false, terms: { arrears: 'seller', prepayment: 'buyer', note: '买卖合同约定：过户前欠费由卖方承担' } },
  { ago: 4, day: 23, fits: (one) => isInhabited(one) && one.prepaidFen > one.monthFeeFen, settled: false, terms: { arrears: 'buyer', prepayment: 'refund', note: '二手房过户，预收退卖方' } },
  { ago: 1, day: 16, fits: ({ home }) => home.status === 'unsold', settled: false, terms: { arrears: 'buyer', prepayment: 'buyer', note: '首次售出' } },
];

/** The homes that are sold in a month: one after all was paid, one whose debt stays with the seller, one whose prepayment goes back, and one for the first time. */
export function planSales(plot: Plot): Step[] {
  return SALES.filter(({ ago }) => ago === plot.ago).flatMap((sale) => {
    const account = plot.take(sale.fits);
    return account ? saleSteps(plot, account, sale, { name: makeName(plot.random), phone: makePhone(plot.random) }) : [];
  });
}

function saleSteps(plot: Plot, account: HomeAccount, { day, settled, terms }: Sale, buyer: { name: string; phone: string }): Step[] {
  const at = quietTime(plot.month, day, '12:10');
  const payment = planPayment(plot, account, at, 'card', settled);
  const transfer: Step = { at: later(at, 12), by: 'manager', run: async (context) => {
    await transferHome(context, { homeId: account.homeId, on: localDay(at), owners: [buyer], refundMethod: 'transfer', ...terms });
    if (terms.arrears === 'seller') account.ownFrom = await nextBillId(context.db);
    takeOver(account, buyer, localDay(at));
  } };
  return settled ? [{ at, by: 'cashier', run: (context) => payAtDesk(context, payment) }, transfer] : [transfer];
}

/** What the sample remembers of a home's owner after a sale. */
export function takeOver(account: HomeAccount, { name, phone }: { name: string; phone: string }, on: string): void {
  const { home } = account;
  account.home = { ...home, ownerName: name, phone, ...(home.status === 'unsold' ? { status: 'occupied', handoverOn: on } : {}) };
  account.tenant = '';
  account.tenantPays = false;
}
