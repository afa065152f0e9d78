import { divideHalfUp } from './money.ts';
import { addDays, firstDay, lastDay } from './period.ts';
import { variantOn, type TariffVariant } from './charging-tariff.ts';

/** The grid's prices from a day on; service prices are 0. */
export type GridPrices = { from: string; variants: readonly TariffVariant[] };
/** Where a tariff takes more for energy than the grid: prices are 10⁻⁵ yuan per kWh. */
export type AboveGrid = { fromMinute: number; code: string; energyPrice: number; gridPrice: number };

/** The prices in force on a day; `list` has the latest version first. */
export function gridPricesOn<Prices extends GridPrices>(list: readonly Prices[], on: string): Prices | undefined {
  return list.find(({ from }) => from <= on);
}

/** The first minute of any kind of day at which a tariff's energy price is above the grid's (转供电不得加价). */
export function aboveGrid(tariff: readonly TariffVariant[], grid: readonly TariffVariant[]): AboveGrid | undefined {
  const seen = new Set<string>();
  for (let month = 1; month <= 12; month += 1) {
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const [own, theirs] = [variantOn(tariff, month, weekday), variantOn(grid, month, weekday)];
      if (seen.has(`${own}|${theirs}`)) continue;
      seen.add(`${own}|${theirs}`);
      const found = aboveOnDay(tariff[own], grid[theirs]);
      if (found) return found;
    }
  }
  return undefined;
}

/** Two periods meet where both began and neither has ended. */
function aboveOnDay(tariff: TariffVariant | undefined, grid: TariffVariant | undefined): AboveGrid | undefined {
  for (const { fromMinute, toMinute, code, energyPrice } of tariff?.periods ?? []) {
    const dearer = grid?.periods.find((one) => one.fromMinute < toMinute && one.toMinute > fromMinute && energyPrice > one.energyPrice);
    if (dearer) return { fromMinute: Math.max(fromMinute, dearer.fromMinute), code, energyPrice, gridPrice: dearer.energyPrice };
  }
  return undefined;
}

/** A period's price of a month: what its minutes would cost together, over how many there are. */
export type MeanPrice = { sum: number; minutes: number };

/** The grid's mean price of each period over the days of a month that have prices, weighted by minutes; `list` has the latest version first. */
export function meanPrices(list: readonly GridPrices[], month: string): Map<string, MeanPrice> {
  const found = new Map<string, MeanPrice>();
  for (let day = firstDay(month); day <= lastDay(month); day = addDays(day, 1)) {
    const variants = gridPricesOn(list, day)?.variants ?? [];
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    for (const { fromMinute, toMinute, code, energyPrice } of variants[variantOn(variants, Number(month.slice(5)), weekday)]?.periods ?? []) {
      const known = found.get(code) ?? { sum: 0, minutes: 0 };
      found.set(code, { sum: known.sum + (toMinute - fromMinute) * energyPrice, minutes: known.minutes + toMinute - fromMinute });
    }
  }
  return found;
}

/** 0.0001 kWh × 10⁻⁵ yuan per kWh is 10⁻⁹ yuan: 10⁷ of them are a fen. */
const PER_FEN = 10_000_000n;

/**
 * What energy would cost at a mean price, rounded half up once; nothing without a price, unless there is no energy.
 * @example expectedCost(1_000_000, { sum: 37_840 * 1440, minutes: 1440 }) // 3784
 */
export function expectedCost(energy: number, price: MeanPrice | undefined): number | null {
  if (energy === 0) return 0;
  return price ? Number(divideHalfUp(BigInt(energy) * BigInt(price.sum), BigInt(price.minutes) * PER_FEN)) : null;
}
