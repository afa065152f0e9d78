/** Millionths as percent with as many decimals as they have: 425000 is `42.5`. */
export function percent(shareE6: number): string {
  const decimals = String(shareE6 % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${String((shareE6 - (shareE6 % 10_000)) / 10_000)}${decimals === '' ? '' : `.${decimals}`}`;
}

/** Percent typed by a person as millionths; undefined when it is not 0 to 100 with at most four decimals. */
export function readPercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{0,4}))?$/.exec(text.normalize('NFKC').replace(/[\s%]/g, ''));
  if (!match) return undefined;
  const shareE6 = Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
  return shareE6 <= 1_000_000 ? shareE6 : undefined;
}
