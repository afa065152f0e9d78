import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverSession, partsOfPayback } from '../../shared/domain/charging-plan.ts';

const session = fc.record({ energy: fc.integer({ min: 1, max: 5_000_000 }), energyFen: fc.nat(100_000), serviceFen: fc.nat(100_000) });
const plan = fc.record({ planId: fc.nat(9), covers: fc.constantFrom('service' as const, 'all' as const), left: fc.option(fc.nat(3_000_000)) });

describe('coverSession', () => {
  it('takes off its share, rounded once', () => {
    expect(coverSession({ energy: 80_000, energyFen: 359, serviceFen: 240 }, [{ planId: 1, covers: 'service', left: 20_000 }])).toEqual([{ planId: 1, energy: 20_000, discountFen: 60 }]); // its example
  });
  it('covers a session whole with plans that are large enough, never more than its fee, and in their order', () => {
    fc.assert(fc.property(session, fc.array(plan, { maxLength: 4 }), (one, plans) => {
      const covers = coverSession(one, plans);
      const energy = covers.reduce((sum, cover) => sum + cover.energy, 0);
      const discountFen = covers.reduce((sum, cover) => sum + cover.discountFen, 0);
      expect(energy).toBe(Math.min(one.energy, plans.reduce((sum, { left }) => sum + (left ?? one.energy), 0)));
      expect(discountFen).toBeLessThanOrEqual(one.energyFen + one.serviceFen);
      if (energy === one.energy && plans.every(({ covers: what }) => what === 'all')) expect(discountFen).toBe(one.energyFen + one.serviceFen);
      if (plans.every(({ covers: what }) => what === 'service')) expect(discountFen).toBeLessThanOrEqual(one.serviceFen);
      for (const cover of covers) expect(cover.discountFen).toBeGreaterThanOrEqual(0);
    }));
  });
});

it('partsOfPayback gives back what was asked, the latest first, never more than a top-up holds', () => {
  fc.assert(fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }), fc.nat(), (left, seed) => {
    const whole = left.reduce((sum, fen) => sum + fen, 0);
    const asked = seed % (whole + 1);
    const parts = partsOfPayback(asked, left.map((leftFen) => ({ leftFen })));
    expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(asked);
    for (const { topUp, amountFen } of parts.slice(0, -1)) expect(amountFen).toBe(topUp.leftFen);
    for (const { topUp, amountFen } of parts) expect(amountFen).toBeLessThanOrEqual(topUp.leftFen);
  }));
});
