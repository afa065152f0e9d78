/** Fen as thousands of yuan with one decimal, rounded half away from zero, for figures under and beside charts: 401000000 is `4,010.0`. */
export function thousands(fen: number): string {
  const tenths = Math.floor((Math.abs(fen) + 5000) / 10_000);
  const whole = String((tenths - (tenths % 10)) / 10).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 && tenths > 0 ? '−' : ''}${whole}.${String(tenths % 10)}`;
}
