import { z } from 'zod';
import { chargerKind } from './charging.ts';
import { count, everyRole, isoDate, isoMonth, query } from './define.ts';

const permille = count.nullable();
const usedDevice = z.object({
  device: z.string(), kind: chargerKind, place: z.string(), connectors: count, sessions: count, energy: count, seconds: count, /** Seconds in use of connectors × seconds in service within the months, up to now; null without any. */ utilisationPermille: permille,
  lastOn: z.string().nullable(), /** Days since the last session of all; null when there never was one. */ idleDays: count.nullable(),
  /** The most frequent first. */ stops: z.array(z.object({ reason: z.string(), sessions: count })), failures: count, failurePermille: permille, /** The same of the other devices of its kind together. */ neighboursPermille: permille, state: z.enum(['FAILING', 'IDLE']).nullable(),
});
const earned = z.object({ sessions: count, energy: z.int(), energyFen: z.int(), serviceFen: z.int(), extraFen: z.int() });
const spread = z.array(z.object({ kind: chargerKind, from: count, /** Null: without an end. */ to: count.nullable(), sessions: count }));

export const chargingUse = {
  /**
   * How chargers were used by sessions that ended within months (both included): utilisation, hours of the week, length, power, reasons of stopping. Energy is 0.0001 kWh. Devices that were not in service then and had no session are left out.
   * `heat` has every hour of the week of each kind, weekday 1 being Monday: the seconds in use within it, the sessions that started in it, permille of the connectors in service. `lengths` are in minutes, `powers` are averages in W, both with every class, half-open.
   * FAILING: at least 20 sessions and 3 failures, twice as often as the other devices of its kind and more than chance explains (shared/domain/charging-use.ts). IDLE: in service today, and for 30 days or more without a session.
   */
  'charging.usage': query({
    roles: everyRole, input: z.object({ from: isoMonth, to: isoMonth, kind: chargerKind.optional() }),
    output: z.object({
      /** All devices of a kind together. */ kinds: z.array(z.object({ kind: chargerKind, devices: count, connectors: count, sessions: count, utilisationPermille: permille })), devices: z.array(usedDevice),
      heat: z.array(z.object({ kind: chargerKind, weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), seconds: count, sessions: count, permille: count })), lengths: spread, powers: spread,
      /** The most frequent first; `failing` are those that count as failures. */ reasons: z.array(z.object({ reason: z.string(), sessions: count, failing: z.boolean() })),
    }),
  }),
  /**
   * `charging.income` of days up to today beside the same days a year before, by the same keys (of a month or day this year's): what only one of the years has stands beside zeros.
   * A 29 February that this year lacks counts with the 28th.
   */
  'charging.compareIncome': query({
    roles: everyRole, input: z.object({ from: isoDate, to: isoDate, by: z.enum(['day', 'month', 'device', 'period', 'hour']), kind: chargerKind.optional() }),
    output: z.object({ /** The days compared, both included. */ from: z.string(), to: z.string(), lastFrom: z.string(), lastTo: z.string(), /** The first of last year's days that has a session; null without any. */ lastSince: z.string().nullable(), rows: z.array(z.object({ key: z.string(), now: earned, last: earned })) }),
  }),
};
