import { foldCell, isNothing, type Cell } from './cell-text.ts';

/** Why a cell is not the quantity it should be. */
export type NumberFault = 'NOT_A_NUMBER' | 'TOO_MANY_DECIMALS' | 'TOO_LARGE';

/** A quantity in whole units (0.01 m², fen, 0.0001 yuan), nothing at all, or the fault. */
export type NumberCell = { units: number } | { fault: NumberFault } | undefined;

/** How a quantity is written: digits kept after the point, its units on paper, its largest value in units. */
export type Quantity = { decimals: number; prefix: RegExp; suffix: RegExp; maximum: number };

const MONEY_PREFIX = /^(?:¥|rmb|cny|人民币)/i;
// NFKC has already made m2 of ㎡ and m²; the sign before the area is a slash, a dot or 每.
const AREA_UNIT = 'm2|m\\^2|平方米|平方|平米|平|sqm|sq\\.m\\.?';

/** Built-up area in 0.01 m², below 100,000 m². */
export const AREA: Quantity = {
  decimals: 2, prefix: /^(?!)/, suffix: new RegExp(`(?:${AREA_UNIT})$`, 'i'), maximum: 9_999_999,
};
/** Fee rate in 0.0001 yuan per m² and month, below 1,000 yuan. */
export const RATE: Quantity = {
  decimals: 4, prefix: MONEY_PREFIX,
  suffix: new RegExp(`(?:元|圆|块|yuan|rmb|cny)?(?:[/每·.*]*(?:${AREA_UNIT}|月|month))*$`, 'i'), maximum: 9_999_999,
};
/** Opening arrears in fen, below 100 million yuan. */
export const ARREARS: Quantity = {
  decimals: 2, prefix: MONEY_PREFIX, suffix: /(?:元|圆|块|yuan|rmb|cny)整?$/i, maximum: 9_999_999_999,
};

const NUMBER = /^([+-]?)(\d{1,3}(?:[, ]\d{3})+|\d+|(?=\.\d))(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/**
 * Reads a quantity from a cell, in the units of its kind, exactly: no floating point is involved.
 * Excel's float noise (118.72000000000001) is dropped; real further decimals are a fault, never rounded.
 * @example readQuantity('１，１８８.72 元', ARREARS) // { units: 118872 }
 */
export function readQuantity(cell: Cell | undefined, kind: Quantity): NumberCell {
  return readPlain(cell, kind) ?? readSpelled(cell, kind);
}

const [ZERO, NINE, POINT] = [48, 57, 46] as const;
const [MOST_WHOLE, MOST_DECIMALS] = [7, 4] as const;

/** The usual case, fast: up to seven digits and four decimals, without sign, units or separators. */
function readPlain(cell: Cell | undefined, { decimals, maximum }: Quantity): NumberCell {
  if (!cell || cell.length > MOST_WHOLE + 1 + MOST_DECIMALS) return undefined;
  let [units, point] = [0, cell.length];
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= ZERO && code <= NINE) units = units * 10 + code - ZERO;
    else if (code === POINT && point === cell.length && at < cell.length - 1) point = at;
    else return undefined;
  }
  const fraction = Math.max(0, cell.length - point - 1);
  if (point === 0 || point > MOST_WHOLE || fraction > Math.min(decimals, MOST_DECIMALS)) return undefined;
  units *= 10 ** (decimals - fraction);
  return units <= maximum ? { units } : undefined;
}

function readSpelled(cell: Cell | undefined, kind: Quantity): NumberCell {
  const folded = foldCell(cell);
  if (isNothing(folded)) return undefined;
  const text = signed(folded.replace(kind.prefix, '').replace(kind.suffix, '').trim());
  const match = NUMBER.exec(text.replace(kind.prefix, ''));
  if (!match) return { fault: 'NOT_A_NUMBER' };
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole.replace(/[, ]/g, '');
  const units = scaled(digits, fraction, Number(exponent), kind.decimals);
  if (units === undefined) return { fault: 'TOO_MANY_DECIMALS' };
  if (units > BigInt(kind.maximum)) return { fault: 'TOO_LARGE' };
  return { units: sign === '-' && units !== 0n ? -Number(units) : Number(units) };
}

/** Gives the minus signs of print and of accountants, −5 and (5), as the plain one. */
function signed(text: string): string {
  const bracketed = /^\((.+)\)$/.exec(text);
  return bracketed ? `-${bracketed[1] ?? ''}` : text.replace(/^[−–—] ?/, '-').replace(/^([+-]) /, '$1');
}

function scaled(whole: string, fraction: string, exponent: number, decimals: number): bigint | undefined {
  const shift = whole.length + exponent; // where the point stands in `digits`
  const digits = whole + fraction;
  const point = shift + decimals;
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 0);
  const kept = BigInt(padded.slice(0, at) || '0');
  const rest = padded.slice(at);
  if (/^0*$/.test(rest) || /^0{6}/.test(rest)) return kept;
  return /^9{6}/.test(rest) ? kept + 1n : undefined;
}
