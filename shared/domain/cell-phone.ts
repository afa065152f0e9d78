import { foldCell, isNothing, type Cell } from './cell-text.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const FIXED = /^(?:0\d{2,3})?[2-9]\d{6,7}$|^[48]00\d{7}$/;
const FLOAT = /^(\d{7,12})\.0+$/;
const EXPONENT = /^(\d)\.(\d{1,11})e\+?(\d{1,2})$/i;

/**
 * Reads one phone number, or several parted by 、 , ; or /, as plain digits ('/' between several).
 * Spaces, dashes, brackets and +86 are dropped. Answers '' for an empty cell, undefined for no number.
 * @example readPhone('+86 138-0000 0000') // '13800000000'
 */
export function readPhone(cell: Cell | undefined): string | undefined {
  if (cell && MOBILE.test(cell)) return cell;
  const text = foldCell(cell);
  if (isNothing(text)) return '';
  const phones: string[] = [];
  for (const part of text.split(/[、,;/]+/)) {
    const phone = oneNumber(part.replace(/[\s()‐-―-]/g, ''));
    if (phone === undefined) return undefined;
    if (phone !== '' && !phones.includes(phone)) phones.push(phone);
  }
  return phones.join('/');
}

function oneNumber(part: string): string | undefined {
  const exponent = EXPONENT.exec(part); // Excel shows and sometimes saves 1.8792765212E10
  const written = exponent
    ? `${exponent[1] ?? ''}${exponent[2] ?? ''}`.padEnd(Number(exponent[3]) + 1, '0')
    : (FLOAT.exec(part)?.[1] ?? part);
  const digits = written.replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9})/, '');
  return digits === '' || MOBILE.test(digits) || FIXED.test(digits) ? digits : undefined;
}
