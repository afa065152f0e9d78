import { AppError } from '../errors.ts';
import { fen, sumFen, type Fen } from './money.ts';
import { addMonths, firstDay } from './period.ts';

export const PREPAYMENT_MONTHS = 12;

export type OpenBill = { billId: number; homeId: number; openFen: number };
export type PaymentLine = { billId: number; amountFen: number };

/** Late fees are named by the bill that is late. */
export type PaymentToAllocate = { homeId: number; amountFen: number; lines: readonly PaymentLine[]; lateFees?: readonly PaymentLine[] | undefined };
export type Payable = {
  /** Other homes of the same owner, whose bills the payment may pay too. */ alsoHomes?: ReadonlySet<number>;
  /** The late fee that paying a bill now bills, by the late bill. */ lateFen?: ReadonlyMap<number, number>;
};

/**
 * Checks a payment's lines against the bills they pay, its late fees against those it bills, and returns what is left
 * over as prepayment. Throws NO_SUCH_BILL, BILL_REPEATED, BILL_OF_ANOTHER_HOME, PAYMENT_EXCEEDS_BALANCE,
 * LATE_FEE_EXCEEDS, LINES_EXCEED_AMOUNT.
 */
export function allocatePayment(payment: PaymentToAllocate, bills: readonly OpenBill[], { alsoHomes, lateFen }: Payable = {}): Fen {
  const byId = new Map(bills.map((bill) => [bill.billId, bill]));
  checkNotRepeated(payment.lines);
  for (const { billId, amountFen } of payment.lines) {
    const bill = byId.get(billId);
    if (!bill) throw new AppError('NO_SUCH_BILL', { billId });
    if (bill.homeId !== payment.homeId && !alsoHomes?.has(bill.homeId)) throw new AppError('BILL_OF_ANOTHER_HOME', { billId });
    if (amountFen > bill.openFen) throw new AppError('PAYMENT_EXCEEDS_BALANCE', { billId, balanceFen: bill.openFen });
  }
  const lateFees = payment.lateFees ?? [];
  checkNotRepeated(lateFees);
  for (const { billId, amountFen } of lateFees) {
    const most = lateFen?.get(billId) ?? 0;
    if (amountFen > most) throw new AppError('LATE_FEE_EXCEEDS', { billId, lateFen: most });
  }
  const linesFen = sumFen([...payment.lines, ...lateFees].map((line) => line.amountFen));
  if (linesFen > payment.amountFen) throw new AppError('LINES_EXCEED_AMOUNT', { amountFen: payment.amountFen, linesFen });
  return fen(payment.amountFen - linesFen);
}

function checkNotRepeated(lines: readonly PaymentLine[]): void {
  const seen = new Set<number>();
  for (const { billId } of lines) {
    if (seen.has(billId)) throw new AppError('BILL_REPEATED', { billId });
    seen.add(billId);
  }
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
