import { readMoment } from '../../../shared/domain/cell-moment.ts';
import { money } from '../../text/formats.ts';

const UNITS = 10_000;

/** A difference with its sign: +3.00, −0.50. */
export function signed(fen: number): string {
  return `${fen > 0 ? '+' : fen < 0 ? '−' : ''}${money(Math.abs(fen))}`;
}

/** Energy in whole kWh, rounded half up, for sentences. */
export function wholeKwh(energy: number): string {
  return Math.floor((energy + UNITS / 2) / UNITS).toLocaleString('en-US');
}

/** A price of a kWh in yuan: 37840 is 0.3784. */
export function priceText(price: number): string {
  const rest = String(price % 100_000).padStart(5, '0').replace(/0$/, '');
  return `${(price - (price % 100_000)) / 100_000}.${rest}`;
}

/** Reads a decimal as whole units; undefined when it is none or has more decimals. */
export function readUnits(text: string, decimals: number): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(text.normalize('NFKC').trim());
  const fraction = match?.[2] ?? '';
  return match && fraction.length <= decimals ? Number((match[1] ?? '0') + fraction.padEnd(decimals, '0')) : undefined;
}

/** Permille as percent with one decimal: -53 is `−5.3%`. */
export function permilleText(permille: number): string {
  return `${permille < 0 ? '−' : ''}${Math.floor(Math.abs(permille) / 10).toLocaleString('en-US')}.${Math.abs(permille) % 10}%`;
}

/** A moment as people write it, in the form of calls; undefined when it is none. */
export function readLocal(text: string): string | undefined {
  const moment = readMoment(text);
  return moment === undefined || moment === '' ? undefined : moment.replace(' ', 'T');
}
