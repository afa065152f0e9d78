import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonusFor, bonusHeld, bonusWorth, lapsedBonus, type HeldChange } from '../../shared/domain/promotion.ts';

describe('a bonus', () => {
  it.each([[16_260, 30, 16_037], [16_260, 365, 195_120], [15_000, 1, 493], [0, 30, 0], [1, 15, 0], [1, 16, 1]])('at %i a month for %i days is worth %i', (monthlyFen, days, expected) => {
    expect(bonusWorth(monthlyFen, days)).toBe(expected);
  });

  it.each([[195_120, 16_037], [195_119, 0], [300_000, 16_037], [0, 0]])('of twelve months is earned by %i: %i', (prepaidFen, expected) => {
    expect(bonusFor({ months: 12, bonusDays: 30 }, prepaidFen, 16_260)).toBe(expected);
  });

  it('is never earned by a home without a fee', () => {
    expect(bonusFor({ months: 1, bonusDays: 30 }, 1, 0)).toBe(0);
  });

  it('lapses in proportion, and whole with the last of the prepayment', () => {
    expect(lapsedBonus(16_037, 97_560, 195_120)).toBe(8_019); // its example
    expect(lapsedBonus(16_037, 195_120, 195_120)).toBe(16_037);
    expect(lapsedBonus(16_037, 0, 195_120)).toBe(0);
    expect(lapsedBonus(0, 100, 100)).toBe(0);
  });

  it('given back in any parts lapses whole, never more at a step than is left', () => {
    fc.assert(fc.property(fc.nat({ max: 100_000 }), fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 12 }), (bonusFen, parts) => {
      let [bonusLeft, prepaidLeft] = [bonusFen, parts.reduce((sum, part) => sum + part, 0)];
      for (const part of parts) {
        const lapsed = lapsedBonus(bonusLeft, part, prepaidLeft);
        expect(lapsed).toBeLessThanOrEqual(bonusLeft);
        bonusLeft -= lapsed;
        prepaidLeft -= part;
      }
      expect(bonusLeft).toBe(0);
    }));
  });
});

describe('what is held of a bonus', () => {
  const paid = (amountFen: number, bonusFen = 0): HeldChange => ({ amountFen: amountFen + bonusFen, bonusFen, returnedFen: 0 });
  const undone = (amountFen: number, bonusFen = 0): HeldChange => ({ amountFen: -amountFen - bonusFen, bonusFen: -bonusFen, returnedFen: 0 });
  const used = (amountFen: number): HeldChange => ({ amountFen: -amountFen, bonusFen: 0, returnedFen: 0 });
  const returned = (amountFen: number): HeldChange => ({ amountFen, bonusFen: 0, returnedFen: amountFen });

  it.each([
    ['nothing', [], 0, 0],
    ['all of it, while the own money lasts', [paid(1_000, 100), used(1_000)], 100, 0],
    ['what bills left of it (its example)', [paid(12_000, 1_000), used(12_500)], 500, 500],
    ['nothing of a bonus that was served, whatever is paid later', [paid(1_000, 100), used(1_100), paid(500)], 0, 100],
    ['what a bill gives back, bonus first', [paid(1_000, 100), used(1_100), returned(60)], 60, 40],
    ['nothing after the payment was undone', [paid(1_000, 100), used(1_100), returned(1_100), undone(1_000, 100)], 0, 0],
    ['that of the other payment', [paid(1_000, 100), paid(1_000, 100), undone(1_000, 100)], 100, 0],
    ['what did not lapse with a refund', [paid(1_000, 100), undone(500, 50)], 50, 0],
  ] as [string, HeldChange[], number, number][])('is %s', (_, changes, heldFen, servedFen) => {
    expect(bonusHeld(changes)).toEqual({ heldFen, servedFen });
  });

  it('is never more than is held, and never below nothing', () => {
    const step = fc.tuple(fc.constantFrom('pay', 'use', 'return', 'refund'), fc.nat({ max: 2_000 }), fc.nat({ max: 300 }));
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const changes: HeldChange[] = [];
      let [totalFen, usedFen] = [0, 0];
      for (const [kind, amountFen, bonusFen] of steps) {
        const before = bonusHeld(changes);
        const change = kind === 'pay' ? paid(amountFen, bonusFen) : kind === 'use' ? used(Math.min(amountFen, totalFen)) : kind === 'return' ? returned(Math.min(amountFen, usedFen)) : undone(Math.min(amountFen, totalFen - before.heldFen), Math.min(bonusFen, before.heldFen));
        if (kind === 'use') usedFen -= change.amountFen;
        if (kind === 'return') usedFen -= change.amountFen;
        totalFen += change.amountFen;
        changes.push(change);
        const { heldFen, servedFen } = bonusHeld(changes);
        expect(heldFen).toBeGreaterThanOrEqual(0);
        expect(heldFen).toBeLessThanOrEqual(totalFen);
        expect(servedFen).toBeGreaterThanOrEqual(0);
        expect(servedFen).toBeLessThanOrEqual(usedFen);
        expect(heldFen + servedFen).toBe(changes.reduce((sum, one) => sum + one.bonusFen, 0));
      }
    }));
  });
});
