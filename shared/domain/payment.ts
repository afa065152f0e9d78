import { AppError } from '../errors.ts';
import { fen, sumFen, type Fen } from './money.ts';
import { addMonths, firstDay } from './period.ts';

export const PREPAYMENT_MONTHS = 12;

export type OpenBill = { billId: number; homeId: number; openFen: number };
export type PaymentLine = { billId: number; amountFen: number };

/**
 * Checks a payment's lines against the bills they pay and returns what is left over as prepayment.
 * Throws NO_SUCH_BILL, BILL_REPEATED, BILL_OF_ANOTHER_HOME, PAYMENT_EXCEEDS_BALANCE, LINES_EXCEED_AMOUNT.
 */
export function allocatePayment(
  payment: { homeId: number; amountFen: number; lines: readonly PaymentLine[] },
  bills: readonly OpenBill[],
): Fen {
  const byId = new Map(bills.map((bill) => [bill.billId, bill]));
  const seen = new Set<number>();
  for (const { billId, amountFen } of payment.lines) {
    const bill = byId.get(billId);
    if (!bill) throw new AppError('NO_SUCH_BILL', { billId });
    if (seen.has(billId)) throw new AppError('BILL_REPEATED', { billId });
    seen.add(billId);
    if (bill.homeId !== payment.homeId) throw new AppError('BILL_OF_ANOTHER_HOME', { billId });
    if (amountFen > bill.openFen) throw new AppError('PAYMENT_EXCEEDS_BALANCE', { billId, balanceFen: bill.openFen });
  }
  const linesFen = sumFen(payment.lines.map((line) => line.amountFen));
  if (linesFen > payment.amountFen) throw new AppError('LINES_EXCEED_AMOUNT', { amountFen: payment.amountFen, linesFen });
  return fen(payment.amountFen - linesFen);
}

/**
 * Refuses a prepayment that, with what the home already holds, would pay for more than twelve months
 * at today's monthly fee (domain.md 4). Throws PREPAYMENT_TOO_FAR.
 */
export function checkPrepayment(prepaidFen: number, heldFen: number, monthlyFeeFen: number): void {
  if (prepaidFen === 0) return;
  const maximumFen = Math.max(0, PREPAYMENT_MONTHS * monthlyFeeFen - heldFen);
  if (prepaidFen > maximumFen) throw new AppError('PREPAYMENT_TOO_FAR', { maximumFen, months: PREPAYMENT_MONTHS });
}

/**
 * The whole months that a prepayment pays for, half-open, after those the home has paid ahead already;
 * undefined when it is a sum that makes no whole months.
 * @example prepaymentPeriod(32_520, 0, 16_260, '2026-11') // { from: '2026-11-01', to: '2027-01-01' }
 */
export function prepaymentPeriod(prepaidFen: number, heldFen: number, monthlyFeeFen: number, firstMonth: string): { from: string; to: string } | undefined {
  const whole = prepaidFen > 0 && monthlyFeeFen > 0 && prepaidFen % monthlyFeeFen === 0 && heldFen % monthlyFeeFen === 0;
  if (!whole) return undefined;
  const start = addMonths(firstMonth, heldFen / monthlyFeeFen);
  return { from: firstDay(start), to: firstDay(addMonths(start, prepaidFen / monthlyFeeFen)) };
}

/** Spreads a typed amount over open bills, oldest first; what is left over is prepayment. */
export function spreadOldestFirst(amountFen: number, bills: readonly { billId: number; openFen: number }[]): PaymentLine[] {
  let left = amountFen;
  const lines: PaymentLine[] = [];
  for (const { billId, openFen } of bills) {
    const part = Math.min(left, openFen);
    if (part <= 0) continue;
    lines.push({ billId, amountFen: part });
    left -= part;
  }
  return lines;
}
