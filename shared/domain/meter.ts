/** A living reading as usage is counted from it; the value is 0.0001 of the item's unit. */
export type Reading = { readingId: number; /** Order among the readings of one home and item; a correction keeps it. */ place: number; meterId: number; readOn: string; valueE4: number };

export type Usage = { quantityE4: number; fromOn: string; toOn: string; from: Reading; to: Reading };
export type NoUsage = { skip: 'NO_METER' | 'NO_READING' | 'READING_FALLS' | 'NO_USE' };

/**
 * What was used between the first and the last of successive living readings of one home, in 0.0001 of the unit.
 * Where the meter changes, the new one's base adds nothing: (final − last) + (new − base). One reading alone is a
 * base, and never billed.
 * @example usageOf([read(1_000_000), read(1_120_000)]) // { quantityE4: 120_000, … }
 */
export function usageOf(readings: readonly Reading[]): Usage | NoUsage {
  const [from] = readings;
  const to = readings.at(-1);
  if (!from || !to || from === to) return { skip: 'NO_READING' };
  let quantityE4 = 0;
  for (let index = 1; index < readings.length; index += 1) {
    const [before, after] = [readings[index - 1], readings[index]];
    if (!before || !after || before.meterId !== after.meterId) continue;
    if (after.valueE4 < before.valueE4) return { skip: 'READING_FALLS' };
    quantityE4 += after.valueE4 - before.valueE4;
  }
  return quantityE4 === 0 ? { skip: 'NO_USE' } : { quantityE4, fromOn: from.readOn, toOn: to.readOn, from, to };
}
