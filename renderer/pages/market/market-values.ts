import { parseYuan } from '../../../shared/domain/money.ts';

const DECIMALS = 3;

/** Reads kilograms of at most three decimals as grams above zero; undefined when it is none. */
export function readGrams(text: string): number | undefined {
  const match = /^(\d{1,6})(?:\.(\d*))?$/.exec(text.normalize('NFKC').trim());
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > DECIMALS) return undefined;
  const grams = Number((match[1] ?? '0') + fraction.padEnd(DECIMALS, '0'));
  return grams > 0 ? grams : undefined;
}

/** Reads yuan as fen, not below zero; undefined when it is none, null when nothing is written. */
export function readFen(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const fen = parseYuan(text);
  return fen === undefined || fen < 0 ? undefined : fen;
}
