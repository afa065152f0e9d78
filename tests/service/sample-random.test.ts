import { describe, expect, it } from 'vitest';
import { createRandom } from '../../electron/services/estate/sample/random.ts';
import { makeName, makePhone } from '../../electron/services/estate/sample/people.ts';

const take = (seed: number, purpose: string): number[] => {
  const random = createRandom(seed, purpose);
  return Array.from({ length: 20 }, () => random.below(1_000_000));
};

describe('the sample\'s choices', () => {
  it('are the same for the same seed and purpose on every machine', () => {
    expect(take(7, 'homes')).toEqual(take(7, 'homes'));
    expect(take(7, 'homes').slice(0, 4)).toEqual([124_098, 897_257, 133_491, 280_843]);
  });

  it('differ by seed and by purpose', () => {
    expect(take(7, 'homes')).not.toEqual(take(8, 'homes'));
    expect(take(7, 'homes')).not.toEqual(take(7, 'desk'));
  });

  it('spread evenly below their bound', () => {
    const random = createRandom(7, 'spread');
    const counts = new Map<number, number>();
    for (let index = 0; index < 60_000; index += 1) {
      const face = random.below(6);
      counts.set(face, (counts.get(face) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('follow their weights, and refuse an empty list', () => {
    const random = createRandom(7, 'weights');
    const heads = Array.from({ length: 10_000 }, () => random.weighted([['heads', 3], ['tails', 1], ['never', 0]]));
    expect(Math.abs(heads.filter((face) => face === 'heads').length - 7_500)).toBeLessThan(200);
    expect(heads).not.toContain('never');
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('make identifiers, names and numbers of the right form that reach nobody', () => {
    const random = createRandom(7, 'forms');
    for (let index = 0; index < 200; index += 1) {
      expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(makeName(random)).toMatch(/^\p{Script=Han}{2,3}$/u);
      expect(makePhone(random)).toMatch(/^1[56]\d0000\d{4}$/);
    }
  });
});
