import { AppError } from '../errors.ts';
import { fen, sumFen, type Fen } from './money.ts';
import type { PaymentLine } from './payment.ts';

/** What of a payment has not been given back. */
export type Refundable = { prepaidFen: number; /** In the order of the receipt. */ lines: readonly PaymentLine[] };
export type RefundPart = { prepaidFen: Fen; lines: PaymentLine[] };

/** The most that can still be given back. */
export function refundableOf({ prepaidFen, lines }: Refundable): Fen {
  return fen(prepaidFen + sumFen(lines.map(({ amountFen }) => amountFen)));
}

/**
 * Spreads a refund over what a payment did: its prepayment first, then its lines from the last backwards. The parts
 * sum to the amount. Throws REFUND_EXCEEDS_PAYMENT.
 * @example splitRefund(500, { prepaidFen: 200, lines: [{ billId: 1, amountFen: 400 }, { billId: 2, amountFen: 100 }] }) // { prepaidFen: 200, lines: [{ billId: 2, amountFen: 100 }, { billId: 1, amountFen: 200 }] }
 */
export function splitRefund(amountFen: number, left: Refundable): RefundPart {
  const refundableFen = refundableOf(left);
  if (amountFen > refundableFen || refundableFen === 0) throw new AppError('REFUND_EXCEEDS_PAYMENT', { refundableFen });
  const prepaidFen = Math.min(amountFen, left.prepaidFen);
  const lines: PaymentLine[] = [];
  let restFen = amountFen - prepaidFen;
  for (const { billId, amountFen: lineFen } of [...left.lines].reverse()) {
    const partFen = Math.min(restFen, lineFen);
    if (partFen <= 0) continue;
    lines.push({ billId, amountFen: partFen });
    restFen -= partFen;
  }
  return { prepaidFen: fen(prepaidFen), lines };
}

export type Used = { billId: number; usedFen: number };

/**
 * Which bills give back prepayment so that a home holds enough to give it back in turn: the newest first, as listed.
 * `missingFen` is what even they cannot give.
 * @example planReturns(500, 100, [{ billId: 9, usedFen: 300 }, { billId: 7, usedFen: 300 }]) // { returns: [{ billId: 9, amountFen: 300 }, { billId: 7, amountFen: 100 }], missingFen: 0 }
 */
export function planReturns(neededFen: number, heldFen: number, uses: readonly Used[]): { returns: PaymentLine[]; missingFen: Fen } {
  let missingFen = Math.max(0, neededFen - heldFen);
  const returns: PaymentLine[] = [];
  for (const { billId, usedFen } of uses) {
    const amountFen = Math.min(missingFen, usedFen);
    if (amountFen <= 0) break;
    returns.push({ billId, amountFen });
    missingFen -= amountFen;
  }
  return { returns, missingFen: fen(missingFen) };
}
