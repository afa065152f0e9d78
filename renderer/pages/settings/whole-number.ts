/** Reads a whole number within bounds (both included); undefined for anything else. */
export function wholeNumber(text: string, { from, to }: { from: number; to: number }): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (!/^\d{1,4}$/.test(plain)) return undefined;
  const value = Number(plain);
  return value >= from && value <= to ? value : undefined;
}
