/** A session that an account pays: energy in 0.0001 kWh. */
export type Covered = { energy: number; energyFen: number; serviceFen: number };
/** What a plan may still cover; `left` is 0.0001 kWh, null without a limit. */
export type OpenPlan = { planId: number; covers: 'service' | 'all'; left: number | null };
export type Cover = { planId: number; energy: number; discountFen: number };

/**
 * Which plans cover how much of a session, and what they take off its fee. Plans are used in their order until all energy is covered; a plan takes off
 * its share of the service fee, or of the energy charge as well, by energy. Shares are the steps of one sum that is rounded half up, so that a session that
 * is covered whole costs exactly nothing of what is covered. Idle and parking are never covered.
 * @example coverSession({ energy: 80_000, energyFen: 359, serviceFen: 240 }, [{ planId: 1, covers: 'service', left: 20_000 }]) // [{ planId: 1, energy: 20_000, discountFen: 60 }]
 */
export function coverSession({ energy, energyFen, serviceFen }: Covered, plans: readonly OpenPlan[]): Cover[] {
  const covers: Cover[] = [];
  let begun = 0;
  for (const { planId, covers: what, left } of plans) {
    const taken = Math.min(energy - begun, left ?? energy);
    if (taken <= 0) continue;
    const step = (fen: number): number => shareOf(fen, begun + taken, energy) - shareOf(fen, begun, energy);
    covers.push({ planId, energy: taken, discountFen: step(serviceFen) + (what === 'all' ? step(energyFen) : 0) });
    begun += taken;
  }
  return covers;
}

/** fen × part ÷ whole, half up. */
function shareOf(fen: number, part: number, whole: number): number {
  const [numerator, denominator] = [2n * BigInt(fen) * BigInt(part) + BigInt(whole), 2n * BigInt(whole)];
  return Number(numerator / denominator);
}

/** How a change of a session's fee falls on who pays it and on what plans took off: nobody gets back more than was paid. */
export function partsOfChange(changeFen: number, paidFen: number): { amountFen: number; discountFen: number } {
  const amountFen = Math.max(changeFen, -paidFen);
  return { amountFen, discountFen: changeFen - amountFen };
}

/** What goes back of a balance, and of which top-ups: the latest first, since the earlier money is used up. Parts sum to `amountFen`; each is at most what is left of its top-up. */
export function partsOfPayback<TopUp extends { leftFen: number }>(amountFen: number, latestFirst: readonly TopUp[]): { topUp: TopUp; amountFen: number }[] {
  const parts: { topUp: TopUp; amountFen: number }[] = [];
  let rest = amountFen;
  for (const topUp of latestFirst) {
    const part = Math.min(rest, topUp.leftFen);
    if (part <= 0) continue;
    parts.push({ topUp, amountFen: part });
    rest -= part;
  }
  return parts;
}
