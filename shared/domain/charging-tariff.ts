import { AppError } from '../errors.ts';

/** Minutes of a local day, half-open; prices are 10⁻⁵ yuan per kWh. */
export type TariffPeriod = { fromMinute: number; toMinute: number; code: string; energyPrice: number; servicePrice: number };
/** The periods of days of some months and weekdays (Monday is 1); empty lists mean every one. */
export type TariffVariant = { months: readonly number[]; weekdays: readonly number[]; periods: readonly TariffPeriod[] };
/** Of basis `power`: the price of an hour at an average power of at most `uptoW`; null has no end. Of basis `hour` there is one. */
export type PowerTier = { uptoW: number | null; hourFen: number };
export const tariffBases = ['energy', 'hour', 'power'] as const;
export type TariffBasis = (typeof tariffBases)[number];
/** What a version of a tariff says. The first variant that a day belongs to holds for it; the last holds for every day. */
export type TariffTerms = {
  basis: TariffBasis; variants: readonly TariffVariant[]; tiers: readonly PowerTier[];
  minimumFen: number; capFen: number | null; startFen: number;
  /** For each minute begun after the grace, while a full car stays plugged in. */
  idleFen: number; idleGraceMinutes: number;
  /** For each hour begun of charging, after the free minutes. */
  parkingFen: number; parkingFreeMinutes: number;
};

export const DAY_MINUTES = 1440;
const CLOCK = /^(\d{2}):(\d{2})$/;

/** Minutes since midnight of `HH:MM`; 24:00 is the day's end. Undefined for what is none. */
export function minuteOf(clock: string): number | undefined {
  const match = CLOCK.exec(clock);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  return match && Number(match[2]) < 60 && minute <= DAY_MINUTES ? minute : undefined;
}

/** The inverse of `minuteOf`. */
export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two((minute - (minute % 60)) / 60)}:${two(minute % 60)}`;
}

export type WrittenPeriod = { from: string; to: string; code: string; energyPrice: number; servicePrice: number };
/** What is wrong with the periods of a day, and where. */
export type PeriodFault = { fault: 'GAP' | 'OVERLAP' | 'EMPTY' | 'CLOCK'; from: string; to: string };

/**
 * Periods as they are typed, in the order of the day: one that runs over midnight is parted there, and 00:00 as an end is 24:00.
 * Unless they cover the day exactly once the first fault is answered instead.
 */
export function readPeriods(written: readonly WrittenPeriod[]): { periods: TariffPeriod[] } | PeriodFault {
  const periods: TariffPeriod[] = [];
  for (const { from, to, ...rest } of written) {
    const [begin, end] = [minuteOf(from), to === '00:00' ? DAY_MINUTES : minuteOf(to)];
    if (begin === undefined || end === undefined || begin === DAY_MINUTES) return { fault: 'CLOCK', from, to };
    if (begin === end) return { fault: 'EMPTY', from, to };
    if (begin < end) periods.push({ fromMinute: begin, toMinute: end, ...rest });
    else periods.push({ fromMinute: begin, toMinute: DAY_MINUTES, ...rest }, { fromMinute: 0, toMinute: end, ...rest });
  }
  periods.sort((left, right) => left.fromMinute - right.fromMinute || left.toMinute - right.toMinute);
  let reached = 0;
  for (const { fromMinute, toMinute } of periods) {
    if (fromMinute > reached) return { fault: 'GAP', from: clockOf(reached), to: clockOf(fromMinute) };
    if (fromMinute < reached) return { fault: 'OVERLAP', from: clockOf(fromMinute), to: clockOf(Math.min(reached, toMinute)) };
    reached = toMinute;
  }
  return reached < DAY_MINUTES ? { fault: 'GAP', from: clockOf(reached), to: '24:00' } : { periods };
}

/** The periods of a day. Throws TARIFF_GAP, TARIFF_OVERLAP, TARIFF_PERIOD_EMPTY, TARIFF_CLOCK; `variant` names which of them. */
export function needPeriods(written: readonly WrittenPeriod[], variant: string): TariffPeriod[] {
  const read = readPeriods(written);
  if ('periods' in read) return read.periods;
  const details = { from: read.from, to: read.to, variant };
  switch (read.fault) {
    case 'GAP': throw new AppError('TARIFF_GAP', details);
    case 'OVERLAP': throw new AppError('TARIFF_OVERLAP', details);
    case 'EMPTY': throw new AppError('TARIFF_PERIOD_EMPTY', details);
    case 'CLOCK': throw new AppError('TARIFF_CLOCK', details);
  }
}

/** A price of a period, by which a session's seconds are gathered. */
export type PriceLine = { code: string; energyPrice: number; servicePrice: number };
/** A tariff made ready to be applied to many sessions. */
export type ReadyTariff = { terms: TariffTerms; lines: readonly PriceLine[]; /** Which line holds in each minute of a day of each variant. */ minutes: readonly Uint16Array[]; /** When the line of a minute ends. */ ends: readonly Uint16Array[]; /** A variant for month × 8 + weekday. */ variantOf: Uint8Array };

/** Draws each variant's day minute by minute. */
export function readyTariff(terms: TariffTerms): ReadyTariff {
  const lines: PriceLine[] = [];
  const minutes: Uint16Array[] = [];
  const ends: Uint16Array[] = [];
  for (const { periods } of terms.variants) {
    const [lineOf, endOf] = [new Uint16Array(DAY_MINUTES), new Uint16Array(DAY_MINUTES)];
    for (const { fromMinute, toMinute, code, energyPrice, servicePrice } of periods) {
      let line = lines.findIndex((known) => known.code === code && known.energyPrice === energyPrice && known.servicePrice === servicePrice);
      if (line < 0) line = lines.push({ code, energyPrice, servicePrice }) - 1;
      lineOf.fill(line, fromMinute, toMinute);
      endOf.fill(toMinute, fromMinute, toMinute);
    }
    minutes.push(lineOf);
    ends.push(endOf);
  }
  const variantOf = new Uint8Array(13 * 8);
  for (let month = 1; month <= 12; month += 1) {
    for (let weekday = 1; weekday <= 7; weekday += 1) variantOf[month * 8 + weekday] = variantOn(terms.variants, month, weekday);
  }
  return { terms, lines, minutes, ends, variantOf };
}

/** Which variant holds on days of a month and weekday. */
export function variantOn(variants: readonly TariffVariant[], month: number, weekday: number): number {
  const found = variants.findIndex(({ months, weekdays }) => (months.length === 0 || months.includes(month)) && (weekdays.length === 0 || weekdays.includes(weekday)));
  return found < 0 ? variants.length - 1 : found;
}

const DAY_SECONDS = 86_400;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

/**
 * The line that holds in a local second, and the second in which its period ends. Seconds are since 1970 as if local time were UTC.
 */
export function lineAt({ minutes, ends, variantOf }: ReadyTariff, second: number): { line: number; ends: number } {
  const inDay = second % DAY_SECONDS;
  const midnight = second - inDay;
  const day = midnight / DAY_SECONDS;
  const variant = minutes.length === 1 ? 0 : (variantOf[(new Date(midnight * 1000).getUTCMonth() + 1) * 8 + ((day + FIRST_WEEKDAY - 1) % 7) + 1] ?? 0);
  const minute = (inDay - (inDay % 60)) / 60;
  return { line: minutes[variant]?.[minute] ?? 0, ends: midnight + (ends[variant]?.[minute] ?? DAY_MINUTES) * 60 };
}

/** The hours of a day in which a line holds, as people read them: 00:00–08:00. Of the first kind of days that has it. */
export function hoursOf({ minutes }: ReadyTariff, line: number): string[] {
  const day = minutes.find((one) => one.includes(line));
  if (!day) return [];
  const found: string[] = [];
  for (let from = day.indexOf(line); from >= 0;) {
    let to = from;
    while (to < DAY_MINUTES && day[to] === line) to += 1;
    found.push(`${clockOf(from)}–${clockOf(to)}`);
    from = day.indexOf(line, to);
  }
  return found;
}
