import type { z } from 'zod';

/** An integer number of fen (0.01 yuan). Never a fraction, never a float sum. */
export type Fen = number & z.$brand<'Fen'>;

/** Checks that a number is a whole, safe number of fen. Throws RangeError: a bug, not a refusal. */
export function fen(value: number | bigint): Fen {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number of fen: ${String(value)}`);
  return number as Fen;
}

/** Sums fen exactly; an empty list is 0. */
export function sumFen(values: Iterable<number>): Fen {
  let total = 0;
  for (const value of values) total += value;
  return fen(total);
}

/**
 * Divides and rounds once, half up (away from zero for negatives, as a reversal mirrors its original).
 * Exact in BigInt; `denominator` is positive.
 * @example divideHalfUp(5n, 2n) // 3n
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/**
 * Prints fen as yuan with two decimals and thousands separators.
 * @example formatFen(1234567) // '12,345.67'
 */
export function formatFen(value: number, options: { separators?: boolean } = {}): string {
  const magnitude = Math.abs(value);
  const yuan = String((magnitude - (magnitude % 100)) / 100);
  const grouped = options.separators === false ? yuan : yuan.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 ? '-' : ''}${grouped}.${String(magnitude % 100).padStart(2, '0')}`;
}

/**
 * Reads yuan typed by a person ("1,234.5", full-width digits) as fen; undefined when it is not an
 * amount of at most two decimals.
 * @example parseYuan('1,234.5') // 123450
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥]/g, '');
  const match = /^(-?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match) return undefined;
  const [, sign, yuan, decimals = ''] = match;
  const value = BigInt(yuan ?? '0') * 100n + BigInt(decimals.padEnd(2, '0'));
  return fen(sign ? -value : value);
}

