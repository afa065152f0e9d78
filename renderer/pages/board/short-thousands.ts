import { thousands } from '../parking/thousands.ts';

/** Ten thousand yuan: from there on no decimal is worth its place under a column. */
const LARGE = 1_000_000;

/** Fen as thousands of yuan, short enough to stand under a column: 401000 is `4.0`, −1538000 is `−15`. */
export function shortThousands(fen: number): string {
  if (Math.abs(fen) < LARGE) return thousands(fen);
  const whole = Math.floor((Math.abs(fen) + 50_000) / 100_000);
  return `${fen < 0 ? '−' : ''}${whole.toLocaleString('en-US')}`;
}
