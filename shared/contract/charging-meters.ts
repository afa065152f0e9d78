import { z } from 'zod';
import { alarmEvidence, meterGroup } from './charging-grid.ts';
import { localMoment, periodCode } from './charging.ts';
import { command, count, everyRole, id, isoMonth, query, word } from './define.ts';

const register = z.int().nonnegative().max(1_000_000_000_000);
const reconciled = z.object({
  /** '' is the whole month. */ period: z.string(), metered: z.int().nullable(), sold: z.int(), lossPermille: z.int().nullable(), gridEnergy: count.nullable(), gridCostFen: count.nullable(), energyFen: z.int(), serviceFen: z.int(), marginFen: z.int().nullable(),
  serviceMarginFen: z.int().nullable(), /** Without a bill, at the grid's prices; null where they are not known. */ expectedCostFen: count.nullable(),
});

export const chargingMeters = {
  /** What a sub-meter's registers showed; `period` where it counts periods apart. The same reading again changes nothing. Refused: METER_READING_FUTURE, METER_READING_FALLS, METER_READING_DIFFERS. */
  'charging.addMeterReadings': command({ roles: ['manager', 'office'], input: z.object({ meter: word(30), readings: z.array(z.object({ at: localMoment, energy: register, period: periodCode.optional() })).min(1).max(5000) }), output: z.object({ added: count, unchanged: count }) }),
  /**
   * The grid's bill of a month for the chargers, whole or by period; entered again it replaces the one before, and as it stands changes nothing. Its cost (of the whole line, else of all) is booked
   * from the common fund's bank account on the month's last day, never after today nor before the books open; the entry of the version before is reversed. Refused: GRID_BILL_TWICE.
   */
  'charging.addGridBill': command({ roles: ['manager', 'office'], input: z.object({ month: isoMonth, lines: z.array(z.object({ period: periodCode.optional(), energy: register, costFen: count.max(1_000_000_000_000) })).min(1).max(50) }), output: z.object({ version: count }) }),
  /**
   * A month's meters and grid bill against what was sold, by period and (period '') together. The energy margin is the energy charge less what the grid charged; loss is what was metered and not sold;
   * the service margin is the service fee less the cost of the losses: grid cost × (metered − sold) ÷ grid energy, rounded once. `groups` are the devices of each meter.
   * Alarms: SOLD_ABOVE_METER (of a period, or of the `devices` of a `meter`), CHARGE_ABOVE_GRID (an energy charge above the grid's cost of the energy sold); `evidence` has the rows behind each of them, in their order.
   */
  'charging.reconcile': query({
    roles: everyRole, input: z.object({ month: isoMonth }),
    output: z.object({
      rows: z.array(reconciled), alarms: z.array(z.object({ kind: z.enum(['SOLD_ABOVE_METER', 'CHARGE_ABOVE_GRID']), period: z.string(), excess: count, meter: z.string().optional(), devices: z.array(z.string()).optional() })), evidence: z.array(alarmEvidence), groups: z.array(meterGroup),
      /** The version in force; not `booked`: entered before bills went into the books. */ bill: z.object({ version: count, costFen: count, entryId: id.nullable(), booked: z.boolean() }).nullable(),
      meters: z.array(z.object({ meter: z.string(), lastAt: z.string().nullable(), lastEnergy: count.nullable(), metered: z.int().nullable() })),
    }),
  }),
};
