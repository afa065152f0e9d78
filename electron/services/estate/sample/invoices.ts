import { markInvoiced } from '../../payments/mark-invoiced.ts';
import { later, type Plot } from './plot.ts';
import type { Deed, PaymentDeed } from './take-payments.ts';
import type { Step } from './timeline.ts';

const INVOICES = 2;

/** Receipts of a month that are exchanged for a tax invoice a quarter of an hour later. */
export function planInvoices({ random }: Plot, deeds: readonly Deed[]): Step[] {
  const undone = new Set(deeds.flatMap((deed) => (deed.kind === 'reversal' ? [deed.of] : [])));
  const standing = deeds.filter((deed): deed is PaymentDeed => deed.kind === 'payment' && !undone.has(deed));
  return Array.from({ length: Math.min(INVOICES, standing.length) }, (): Step => {
    const [{ at, paymentId } = { at: new Date(0), paymentId: '' }] = standing.splice(random.below(standing.length), 1);
    const invoiceNo = `2652${random.digits(16)}`;
    return { at: later(at, 10), by: 'cashier', postsNothing: true, run: (context) => markInvoiced(context, { paymentId, invoiceNo }) };
  });
}
