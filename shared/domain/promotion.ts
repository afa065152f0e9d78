import { divideHalfUp, fen, type Fen } from './money.ts';

/** A rule: who pays `months` or more of the property fee ahead gets `bonusDays` of it. */
export type Promotion = { months: number; bonusDays: number };

/**
 * What a promotion's days are worth: that part of a year's property fee, rounded once, half up.
 * @example bonusWorth(16_260, 30) // 16_037
 */
export function bonusWorth(monthlyFeeFen: number, bonusDays: number): Fen {
  return fen(divideHalfUp(12n * BigInt(monthlyFeeFen) * BigInt(bonusDays), 365n));
}

/**
 * What paying ahead earns, in fen: once for a payment of at least the promotion's months, else 0.
 * @example bonusFor({ months: 12, bonusDays: 30 }, 195_120, 16_260) // 16_037
 */
export function bonusFor({ months, bonusDays }: Promotion, prepaidFen: number, monthlyFeeFen: number): Fen {
  return monthlyFeeFen > 0 && prepaidFen >= months * monthlyFeeFen ? bonusWorth(monthlyFeeFen, bonusDays) : fen(0);
}

/**
 * How much of a bonus lapses when prepayment is given back: its share, rounded half up; with the last of the
 * prepayment, all that is left.
 * @example lapsedBonus(16_037, 97_560, 195_120) // 8_019
 */
export function lapsedBonus(bonusLeftFen: number, refundedFen: number, prepaidLeftFen: number): Fen {
  if (refundedFen <= 0 || bonusLeftFen <= 0) return fen(0);
  if (refundedFen >= prepaidLeftFen) return fen(bonusLeftFen);
  return fen(divideHalfUp(BigInt(bonusLeftFen) * BigInt(refundedFen), BigInt(prepaidLeftFen)));
}

/** A change of what a home holds. `bonusFen` is the part that a promotion gave or took back, `returnedFen` what bills gave back. */
export type HeldChange = { amountFen: number; bonusFen: number; returnedFen: number };

/**
 * How much of what a home holds was given by promotions and not paid. Bills are paid from the owner's money first,
 * the bonus last; what a bill gives back restores the bonus first. `heldFen` is still there, `servedFen` went into bills.
 * @example bonusHeld([{ amountFen: 13_000, bonusFen: 1_000, returnedFen: 0 }, { amountFen: -12_500, bonusFen: 0, returnedFen: 0 }]) // { heldFen: 500, servedFen: 500 }
 */
export function bonusHeld(changes: readonly HeldChange[]): { heldFen: Fen; servedFen: Fen } {
  let totalFen = 0;
  let heldFen = 0;
  let servedFen = 0;
  for (const { amountFen, bonusFen, returnedFen } of changes) {
    totalFen += amountFen;
    const restoredFen = Math.min(returnedFen, servedFen);
    servedFen -= restoredFen;
    heldFen += restoredFen + bonusFen;
    // A bonus taken back that was served already is taken from what was served.
    if (heldFen < 0) {
      servedFen = Math.max(0, servedFen + heldFen);
      heldFen = 0;
    }
    if (heldFen > totalFen) {
      servedFen += heldFen - Math.max(0, totalFen);
      heldFen = Math.max(0, totalFen);
    }
  }
  return { heldFen: fen(heldFen), servedFen: fen(servedFen) };
}
