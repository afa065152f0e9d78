/**
 * Reads a percentage typed by a person as a whole number of `10 ** -decimals` percent, within 0 and `most` (the same
 * unit); undefined for anything else. A percent sign may follow.
 * @example parsePercent('0.05', { decimals: 4, most: 100_000 }) // 500
 */
export function parsePercent(text: string, { decimals, most }: { decimals: number; most: number }): number | undefined {
  const match = /^(\d{1,5})(?:\.(\d*))?%?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  const fraction = match?.[2] ?? '';
  if (!match || fraction.length > decimals) return undefined;
  const value = Number(match[1]) * 10 ** decimals + Number(fraction.padEnd(decimals, '0'));
  return value <= most ? value : undefined;
}

/**
 * The reverse, without zeros that say nothing.
 * @example percentText(500, 4) // '0.05'
 */
export function percentText(value: number, decimals: number): string {
  const unit = 10 ** decimals;
  const fraction = String(value % unit).padStart(decimals, '0').replace(/0+$/, '');
  return `${String(Math.floor(value / unit))}${fraction === '' ? '' : `.${fraction}`}`;
}
