/**
 * Reads a rate typed by a person as 0.0001 yuan; undefined when it is not one above zero with four decimals at most.
 * @example parseRate('1.5') // 15000
 */
export function parseRate(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{0,4}))?$/.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const rateE4 = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  return rateE4 > 0 ? rateE4 : undefined;
}
