/**
 * A second, slow way to a session's bill, minute by minute and second by second in BigInt, that shares nothing with the program.
 * Seconds are local; energy in 0.0001 kWh; prices in 10⁻⁵ yuan per kWh.
 */
export type SlowPeriod = { from: number; to: number; code: string; energyPrice: bigint; servicePrice: bigint };
export type SlowTariff = { days: { months: number[]; weekdays: number[]; periods: SlowPeriod[] }[]; minimumFen: bigint; capFen: bigint | null; startFen: bigint };
export type SlowLine = { code: string; energyPrice: bigint; servicePrice: bigint; energy: bigint };

function periodOfSecond(tariff: SlowTariff, second: number): SlowPeriod {
  const at = new Date(second * 1000);
  const weekday = ((at.getUTCDay() + 6) % 7) + 1;
  const minute = at.getUTCHours() * 60 + at.getUTCMinutes();
  const day = tariff.days.find(({ months, weekdays }) => (months.length === 0 || months.includes(at.getUTCMonth() + 1)) && (weekdays.length === 0 || weekdays.includes(weekday))) ?? tariff.days[tariff.days.length - 1];
  const period = day?.periods.find(({ from, to }) => from <= minute && minute < to);
  if (!period) throw new Error(`no period at ${at.toISOString()}`);
  return period;
}

const same = (one: SlowPeriod | SlowLine, other: SlowPeriod | SlowLine): boolean => one.code === other.code && one.energyPrice === other.energyPrice && one.servicePrice === other.servicePrice;

/** How many seconds of an interval each price has, walking from minute to minute. */
function timesOf(tariff: SlowTariff, from: number, to: number): { line: SlowLine; seconds: bigint }[] {
  const times: { line: SlowLine; seconds: bigint }[] = [];
  let second = from;
  while (second < to) {
    const next = Math.min(to, Math.floor(second / 60) * 60 + 60);
    const { code, energyPrice, servicePrice } = periodOfSecond(tariff, second);
    const line = { code, energyPrice, servicePrice, energy: 0n };
    const known = times.find((one) => same(one.line, line));
    if (known) known.seconds += BigInt(next - second);
    else times.push({ line, seconds: BigInt(next - second) });
    second = next;
  }
  return times;
}

/** Gives each its floor, then one more to the largest remainders, the earlier first. */
export function slowShare(units: bigint, weights: bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? units : 0n));
  const parts = weights.map((weight) => (units * weight) / total);
  const order = weights.map((weight, index) => ({ index, rest: (units * weight) % total })).sort((one, other) => (one.rest === other.rest ? one.index - other.index : one.rest > other.rest ? -1 : 1));
  let left = units - parts.reduce((sum, part) => sum + part, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

export function slowSplit(tariff: SlowTariff, from: number, to: number, energy: bigint, readings: { second: number; energy: bigint }[] = []): SlowLine[] {
  const lines: SlowLine[] = [];
  let last = { second: from, energy: 0n };
  for (const reading of [...readings, { second: to, energy }]) {
    const times = timesOf(tariff, last.second, reading.second);
    slowShare(reading.energy - last.energy, times.map(({ seconds }) => seconds)).forEach((part, index) => {
      const line = times[index]?.line;
      if (!line) return;
      const known = lines.find((one) => same(one, line));
      if (known) known.energy += part;
      else lines.push({ ...line, energy: part });
    });
    last = reading;
  }
  return lines;
}

const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

export function slowPrice(tariff: SlowTariff, lines: SlowLine[]): { energyFen: bigint; serviceFen: bigint } {
  let energyFen = halfUp(lines.reduce((sum, line) => sum + line.energy * line.energyPrice, 0n), 10_000_000n);
  let serviceFen = halfUp(lines.reduce((sum, line) => sum + line.energy * line.servicePrice, 0n), 10_000_000n) + tariff.startFen;
  if (energyFen + serviceFen < tariff.minimumFen) serviceFen = tariff.minimumFen - energyFen;
  if (tariff.capFen !== null && energyFen + serviceFen > tariff.capFen) {
    serviceFen = tariff.capFen > energyFen ? tariff.capFen - energyFen : 0n;
    if (energyFen > tariff.capFen) energyFen = tariff.capFen;
  }
  return { energyFen, serviceFen };
}
