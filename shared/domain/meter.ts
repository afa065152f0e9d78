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

/**
 * A quantity as it is written, without needless decimals and without separators.
 * @example formatE4(12_345_000) // '1234.5'
 */
export function formatE4(value: number): string {
  const magnitude = Math.abs(value);
  const decimals = String(magnitude % 10_000).padStart(4, '0').replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${String((magnitude - (magnitude % 10_000)) / 10_000)}${decimals ? `.${decimals}` : ''}`;
}

/**
 * Energy in 0.0001 kWh with all four decimals, as meters and platforms print it, with thousands separators unless without.
 * @example formatEnergy(-12_345_000) // '-1,234.5000'
 */
export function formatEnergy(energy: number, options: { separators?: boolean } = {}): string {
  const units = Math.abs(energy);
  const whole = String((units - (units % 10_000)) / 10_000);
  const grouped = options.separators === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${energy < 0 ? '-' : ''}${grouped}.${String(units % 10_000).padStart(4, '0')}`;
}

/** The largest quantity that is read or typed, in 0.0001 of a unit: below ten million units. */
export const LARGEST_E4 = 99_999_999_999;

/**
 * Reads a quantity typed by a person (full-width digits, separators) in 0.0001 of its unit; undefined when it is
 * none, is negative, or has more than four decimals.
 * @example parseE4('1,234.5') // 12_345_000
 */
export function parseE4(text: string): number | undefined {
  const match = /^(\d{1,7})(?:\.(\d{0,4}))?$/.exec(text.normalize('NFKC').replace(/[,\s]/g, ''));
  return match ? Number((match[1] ?? '') + (match[2] ?? '').padEnd(4, '0')) : undefined;
}
