import { z } from 'zod';
import { splitMethods } from '../domain/charging-split.ts';
import { tariffBases } from '../domain/charging-tariff.ts';
import { command, count, everyRole, filePath, id, isoDate, query, word } from './define.ts';

export const chargerKind = z.enum(['ev', 'ebike']);
export type ChargerKind = z.infer<typeof chargerKind>;
const note = z.string().trim().max(200).refine((text) => !/\p{Cc}/u.test(text), { error: 'CONTROL' });
/** Local `YYYY-MM-DDTHH:MM[:SS]`, without a zone. */
export const localMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/, { error: 'MOMENT' });
/** 0.0001 kWh. */
export const energyUnits = z.int().positive().max(2_000_000_000);
/** 10⁻⁵ yuan per kWh, at most 20 yuan. */
const price = z.int().nonnegative().max(2_000_000);
const smallFen = z.int().nonnegative().max(1_000_000);
const minutes = z.int().nonnegative().max(10_080);
/** What tells the energy of a period: peak, flat, valley, or a name of the office's own. */
export const periodCode = z.string().trim().min(1).max(20).regex(/^[^\p{Cc}|]+$/u, { error: 'CONTROL' });

export const newDevice = z.object({
  code: word(30).transform((code) => code.toUpperCase()), kind: chargerKind, connectors: z.int().min(1).max(1000), /** Of one connector. */ ratedW: z.int().min(1).max(2_000_000), place: note.default(''),
  platform: note.default(''), /** The sub-meter that feeds it. */ meter: note.default(''), /** In service from a day to before another. */ from: isoDate.optional(), to: isoDate.optional(),
  stopsWhenFull: z.boolean().default(true), fireNote: note.default(''),
});
/** What is left out stands as it is; null clears a day. */
const changedDevice = z.object({
  code: newDevice.shape.code, connectors: newDevice.shape.connectors.optional(), ratedW: newDevice.shape.ratedW.optional(), place: note.optional(), platform: note.optional(), meter: note.optional(),
  from: isoDate.nullable().optional(), to: isoDate.nullable().optional(), stopsWhenFull: z.boolean().optional(), fireNote: note.optional(),
});
const deviceItem = z.object({
  deviceId: id, code: z.string(), kind: chargerKind, connectors: count, ratedW: count, place: z.string(), platform: z.string(), meter: z.string(), from: z.string().nullable(), to: z.string().nullable(), stopsWhenFull: z.boolean(), fireNote: z.string(),
  /** Where it may not be: 大堂, 楼梯间, 过道, or it does not stop when full. */ warnings: z.array(z.enum(['LOBBY_OR_STAIRS', 'NO_FULL_STOP'])), /** In force today; null without one. */ tariff: z.string().nullable(), /** The next one that was given to it. */ nextTariff: z.object({ tariff: z.string(), from: z.string() }).nullable(), sessions: count, lastOn: z.string().nullable(),
});

const period = z.object({ from: z.string(), /** 24:00, or 00:00, is the day's end. */ to: z.string(), code: periodCode, energyPrice: price, servicePrice: price });
/** Of days of some months (1 to 12) or weekdays (Monday is 1). */
const variant = z.object({ months: z.array(z.int().min(1).max(12)).max(12).default([]), weekdays: z.array(z.int().min(1).max(7)).max(7).default([]), periods: z.array(period).min(1).max(48) });
export const tariffInput = z.object({
  name: word(40), kind: chargerKind, from: isoDate, /** Of every day that no variant names. */ periods: z.array(period).max(48).default([]), variants: z.array(variant).max(12).default([]),
  basis: z.enum(tariffBases).default('energy'), tiers: z.array(z.object({ uptoW: z.int().positive().max(2_000_000).nullable().default(null), hourFen: smallFen })).max(20).default([]),
  minimumFen: smallFen.default(0), capFen: smallFen.nullable().default(null), /** Fen. */ startFee: smallFen.default(0),
  idleFenPerMinute: smallFen.default(0), idleGraceMinutes: minutes.default(0), parkingFenPerHour: smallFen.default(0), parkingFreeMinutes: minutes.default(0), note: note.default(''),
});
const tariffItem = z.object({
  tariffId: id, name: z.string(), version: count, kind: chargerKind, from: z.string(), basis: z.enum(tariffBases), periods: z.array(period), variants: z.array(variant), tiers: z.array(z.object({ uptoW: count.nullable(), hourFen: count })),
  minimumFen: count, capFen: count.nullable(), startFee: count, idleFenPerMinute: count, idleGraceMinutes: count, parkingFenPerHour: count, parkingFreeMinutes: count, note: z.string(), by: z.string(), at: z.string(), devices: count, sessions: count,
});

const register = z.object({ at: localMoment, energy: z.int().nonnegative().max(1_000_000_000_000) });
const trial = { start: localMoment, end: localMoment, energy: energyUnits, readings: z.array(register).max(2000).optional(), reported: z.union([z.array(z.object({ code: periodCode, energy: z.int() })).max(50), z.record(periodCode, z.int())]).optional(), unpluggedAt: localMoment.optional() };
export const billLine = z.object({ code: z.string(), energy: count, energyFen: count, serviceFen: count, energyPrice: count, servicePrice: count });
export const extraLine = z.object({ kind: z.enum(['idle', 'parking']), minutes: count, amountFen: count });
const quoted = z.object({ method: z.enum(splitMethods), periods: z.array(billLine), energyFen: count, serviceFen: count, extras: z.array(extraLine), extraFen: count, totalFen: count });

export const charging = {
  /** Adds chargers; the same ones again change nothing. Refused: DEVICE_DIFFERS, DEVICE_DAYS. */
  'charging.addDevices': command({ roles: ['manager', 'office'], input: z.object({ devices: z.array(newDevice).min(1).max(2000) }), output: z.object({ added: count, unchanged: count }) }),
  /** Connectors, rated power, place, platform, meter, days in service and fire notes of a device; what is left out stands, a day that is null is cleared. Its code, kind and what was billed stand. Refused: NO_SUCH_DEVICE, DEVICE_DAYS. */
  'charging.changeDevice': command({ roles: ['manager', 'office'], input: changedDevice, output: z.object({}) }),
  /** Reads devices from an .xlsx or .csv (编号, 类型, 枪数, 额定功率, 位置, 平台, 电表, 启用, 停用, 充满自停, 消防说明). With any issue nothing is added. Refused: those of files and NO_HEADER_ROW. */
  'charging.importDevices': command({ roles: ['manager', 'office'], input: z.object({ file: filePath, commit: z.boolean() }), output: z.object({ added: count, unchanged: count, written: z.boolean(), issues: z.array(z.object({ row: count, field: z.enum(['code', 'kind', 'connectors', 'rated', 'place', 'platform', 'meter', 'from', 'to', 'stops', 'fireNote']), value: z.string(), reason: z.enum(['MISSING', 'UNREADABLE', 'REPEATED', 'DIFFERS']), code: z.string() })) }) }),
  'charging.listDevices': query({ roles: everyRole, input: z.object({ kind: chargerKind.optional() }), output: z.object({ items: z.array(deviceItem) }) }),
  /**
   * A version of a tariff: the periods of each variant cover the day exactly once. Prices are 10⁻⁵ yuan per kWh. A change makes a new version and touches no bill.
   * `warnings`: BY_HOUR (e-bikes are billed by kWh, 发改办价格〔2024〕537号), ABOVE_GRID (at some minute of some kind of day its energy price is above the grid's in force on its first day).
   * Refused: TARIFF_GAP, TARIFF_OVERLAP, TARIFF_PERIOD_EMPTY, TARIFF_CLOCK, TARIFF_KIND, TARIFF_LIMITS, TARIFF_TIERS, TARIFF_VERSION_BEFORE.
   */
  'charging.defineTariff': command({ roles: ['manager'], input: tariffInput, output: z.object({ tariffId: id, version: count, warnings: z.array(z.enum(['BY_HOUR', 'ABOVE_GRID'])) }) }),
  'charging.listTariffs': query({ roles: everyRole, input: z.object({ name: z.string().max(40).optional(), kind: chargerKind.optional() }), output: z.object({ items: z.array(tariffItem) }) }),
  /** Gives devices, or all of a kind, a tariff from a day on. Refused: NO_SUCH_TARIFF, NO_SUCH_DEVICE, TARIFF_KIND, ASSIGN_WHAT. */
  'charging.assignTariff': command({ roles: ['manager'], input: z.object({ tariff: word(40), devices: z.array(z.string().trim().max(30)).max(2000).optional(), kind: chargerKind.optional(), from: isoDate }), output: z.object({}) }),
  /** What a session would cost by the version of a tariff in force when it starts. Refused: NO_SUCH_TARIFF, SESSION_TIMES, REGISTER_…. */
  'charging.quote': query({ roles: everyRole, input: z.object({ tariff: word(40), ...trial }), output: quoted }),
  /** The same by a tariff that is being written: `fault` says where its day is not covered, and nothing is priced. */
  'charging.tryTariff': query({
    roles: everyRole, input: z.object({ terms: tariffInput, ...trial }),
    output: z.object({ fault: z.object({ fault: z.enum(['GAP', 'OVERLAP', 'EMPTY', 'CLOCK']), from: z.string(), to: z.string(), variant: z.string() }).nullable(), quote: quoted.nullable() }),
  }),
};
