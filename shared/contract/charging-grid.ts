import { z } from 'zod';
import { readingFields, readingReasons } from '../domain/reading-sheet.ts';
import { periodCode } from './charging.ts';
import { command, count, everyRole, filePath, id, isoDate, isoMonth, query } from './define.ts';

/** Of the day, or of days of some months (1 to 12) or weekdays (Monday is 1); prices are 10⁻⁵ yuan per kWh. */
const period = z.object({ from: z.string(), /** 24:00, or 00:00, is the day's end. */ to: z.string(), code: periodCode, energyPrice: z.int().nonnegative().max(2_000_000) });
const periods = z.array(period).min(1).max(48);
const variant = z.object({ months: z.array(z.int().min(1).max(12)).max(12).default([]), weekdays: z.array(z.int().min(1).max(7)).max(7).default([]), periods });

export const chargingGrid = {
  /**
   * What the grid takes for a kWh from a day on, a new version each time; the periods of each kind of day cover it exactly once.
   * Refused: TARIFF_GAP, TARIFF_OVERLAP, TARIFF_PERIOD_EMPTY, TARIFF_CLOCK, GRID_PRICE_BEFORE (a version may not begin before the latest).
   */
  'charging.defineGridPrices': command({ roles: ['manager'], input: z.object({ from: isoDate, periods, variants: z.array(variant).max(12).default([]) }), output: z.object({ version: count }) }),
  /** Versions of the grid's prices, the latest first; `above` names the tariffs that today take more for energy than the grid at some minute. */
  'charging.listGridPrices': query({ roles: everyRole, input: z.object({}), output: z.object({ items: z.array(z.object({ version: count, from: z.string(), inForce: z.boolean(), periods: z.array(period), variants: z.array(variant), by: z.string(), at: z.string() })), above: z.array(z.string()) }) }),
  /** Reads registers' readings from an .xlsx or .csv (电表, 时间, 读数, 时段) in kWh with up to four decimals; a day alone is its midnight. With any issue nothing is written. Refused: those of files and NO_HEADER_ROW. */
  'charging.importReadings': command({ roles: ['manager', 'office'], input: z.object({ file: filePath, commit: z.boolean() }), output: z.object({ added: count, unchanged: count, written: z.boolean(), issues: z.array(z.object({ row: count, field: z.enum(readingFields), value: z.string(), reason: z.enum(readingReasons) })) }) }),
  /**
   * Each month of a stretch (both ends included), in fen: income, what the grid charged (null without a bill), what platforms kept (as booked by its day), and what is left.
   * `energyMarginFen` is the energy charge less the grid's cost; `serviceMarginFen` the service fee less the cost of the losses, grid cost × (metered − sold) ÷ grid energy;
   * `otherFen` is what plans took off less what cards brought, and settlement differences; `netFen` all income less the grid's cost, the commission and that. The losses are in the grid's cost already: the two margins do not add up to the net.
   */
  'charging.margin': query({
    roles: everyRole, input: z.object({ from: isoMonth, to: isoMonth }),
    output: z.object({ rows: z.array(z.object({ month: z.string(), sessions: count, energy: count, energyFen: z.int(), serviceFen: z.int(), extraFen: z.int(), gridCostFen: count.nullable(), commissionFen: z.int(), otherFen: z.int(), metered: z.int().nullable(), lossPermille: z.int().nullable(), energyMarginFen: z.int().nullable(), serviceMarginFen: z.int().nullable(), netFen: z.int().nullable() })) }),
  }),
};

/** The devices of a sub-meter in a month; `meter` '' are those without one. `gridCostFen` is the bill's share by what was metered (by what was sold, where no meter tells). */
export const meterGroup = z.object({ meter: z.string(), devices: z.array(z.string()), metered: z.int().nullable(), sold: count, lossPermille: z.int().nullable(), energyFen: z.int(), serviceFen: z.int(), gridCostFen: z.int().nullable(), marginFen: z.int().nullable() });
/** The rows behind an alarm: readings that its count rests on (local moments), days and devices of its sessions (none is all), the bill that it compares with. */
export const alarmEvidence = z.object({ readings: z.array(z.object({ meter: z.string(), period: z.string(), at: z.string(), energy: count })), sessions: z.object({ from: z.string(), to: z.string(), devices: z.array(z.string()) }), bill: z.object({ month: z.string(), version: count, entryId: id.nullable() }).nullable() });
