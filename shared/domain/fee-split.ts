import { priceFee, type FeeFacts } from './fee.ts';
import { divideHalfUp, fen, type Fen } from './money.ts';
import { daysBetween } from './period.ts';

/**
 * Splits an amount by weights with the largest remainder: the parts sum to it, ties go to the earlier part. All are 0
 * where no weight is above zero.
 * @example splitFen(100, [1, 1, 1]) // [34, 33, 33]
 */
export function splitFen(totalFen: number, weights: readonly number[]): Fen[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return weights.map(() => fen(0));
  const shares = weights.map((weight, index) => {
    const product = BigInt(totalFen) * BigInt(weight);
    return { index, whole: product / total, rest: product % total };
  });
  let left = Number(BigInt(totalFen) - shares.reduce((sum, { whole }) => sum + whole, 0n));
  const parts = shares.map(({ whole }) => Number(whole));
  for (const { index } of shares.toSorted((one, other) => (one.rest > other.rest ? -1 : one.rest < other.rest ? 1 : one.index - other.index))) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts.map(fen);
}

/**
 * The charge for the share of a period that a home is there, and what its rest would have cost: together the whole
 * period to the fen. The first is rounded once, half up; the rest is what is left.
 * @example splitMonth({ basis: 'area', areaDm2: 10_000, quantityE4: null, rateE4: 15_000, months: 1, share: { numerator: 1, denominator: 31 } }) // { firstFen: 484, restFen: 14_516 }
 */
export function splitMonth(facts: FeeFacts): { firstFen: Fen; restFen: Fen } {
  const firstFen = priceFee(facts);
  return { firstFen, restFen: fen(priceFee({ ...facts, share: { numerator: 1, denominator: 1 } }) - firstFen) };
}

export type Vacancy = { vacancyId: number; from: string; to: string; /** Thousandths taken off. */ offPermille: number };

/**
 * What approved vacancies take off a bill, each rounded once, half up: amount × off × days covered ÷ days of the
 * period. Together never more than the bill; those that come to nothing are left out.
 * @example cutByVacancy(15_000, { from: '2026-04-01', to: '2026-05-01' }, [{ vacancyId: 1, from: '2026-04-16', to: '2026-06-01', offPermille: 300 }]) // [{ vacancyId: 1, amountFen: 2_250 }]
 */
export function cutByVacancy(amountFen: number, period: { from: string; to: string }, vacancies: readonly Vacancy[]): { vacancyId: number; amountFen: Fen }[] {
  const days = daysBetween(period.from, period.to);
  let left = amountFen;
  return vacancies.flatMap(({ vacancyId, from, to, offPermille }) => {
    const covered = daysBetween(from > period.from ? from : period.from, to < period.to ? to : period.to);
    if (covered <= 0 || days <= 0) return [];
    const off = divideHalfUp(BigInt(amountFen) * BigInt(offPermille) * BigInt(covered), 1000n * BigInt(days));
    const cut = fen(Math.min(left, Number(off)));
    left -= cut;
    return cut > 0 ? [{ vacancyId, amountFen: cut }] : [];
  });
}
