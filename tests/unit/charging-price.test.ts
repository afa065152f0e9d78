import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceSession } from '../../shared/domain/charging-price.ts';
import { splitSession, splitUnits, type Reading } from '../../shared/domain/charging-split.ts';
import { readPeriods, readyTariff, type TariffTerms, type WrittenPeriod } from '../../shared/domain/charging-tariff.ts';
import { slowPrice, slowShare, slowSplit, type SlowTariff } from '../support/charging-slow.ts';

/** How many random sessions are compared with the slow way. */
const SESSIONS = Number(process.env.SESSIONS ?? 5000);

const PRICES = { valley: 37_840, flat: 90_140, peak: 120_640 } as const;
const DAY: WrittenPeriod[] = ([['00:00', '08:00', 'valley'], ['08:00', '11:00', 'flat'], ['11:00', '13:00', 'valley'], ['13:00', '19:00', 'flat'], ['19:00', '21:00', 'peak'], ['21:00', '22:00', 'flat'], ['22:00', '24:00', 'valley']] as const)
  .map(([from, to, code]) => ({ from, to, code, energyPrice: PRICES[code], servicePrice: 30_000 }));

const PLAIN = { basis: 'energy', tiers: [], minimumFen: 0, capFen: null, startFen: 0, idleFen: 0, idleGraceMinutes: 0, parkingFen: 0, parkingFreeMinutes: 0 } as const;
function terms(written: readonly WrittenPeriod[], more: Partial<TariffTerms> = {}): TariffTerms {
  const read = readPeriods(written);
  if (!('periods' in read)) throw new Error(JSON.stringify(read));
  return { ...PLAIN, variants: [{ months: [], weekdays: [], periods: read.periods }], ...more };
}
const ev = readyTariff(terms(DAY));
const at = (clock: string, day = '2026-10-08'): number => Date.parse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}Z`) / 1000;

describe('the table of the domain', () => {
  it.each([
    ['21:50–23:05, total only', { from: at('21:50'), to: at('23:05'), energy: 80_000 }, 'prorata', { flat: 10_667, valley: 69_333 }, 359, 240],
    ['the same, read at 22:00', { from: at('21:50'), to: at('23:05'), energy: 80_000, readings: [{ second: at('22:00'), energy: 11_670 }] }, 'metered', { flat: 11_670, valley: 68_330 }, 364, 240],
    ['23:30–00:30', { from: at('23:30'), to: at('00:30', '2026-10-09'), energy: 70_001 }, 'uniform', { valley: 70_001 }, 265, 210],
    ['18:00–21:00, a hundredth', { from: at('18:00'), to: at('21:00'), energy: 100 }, 'prorata', { flat: 33, peak: 67 }, 1, 0],
    ['19:00–21:00', { from: at('19:00'), to: at('21:00'), energy: 123_456 }, 'uniform', { peak: 123_456 }, 1489, 370],
  ])('%s', (_, session, method, split, energyFen, serviceFen) => {
    const bill = priceSession(ev, session);
    expect(bill.method).toBe(method);
    expect(Object.fromEntries(bill.lines.map(({ code, energy }) => [code, energy]))).toEqual(split);
    expect([bill.energyFen, bill.serviceFen, bill.totalFen]).toEqual([energyFen, serviceFen, energyFen + serviceFen]);
  });
});

describe('the examples of the docstrings', () => {
  it('hold', () => {
    expect(splitUnits(80_000, [600, 3900])).toEqual([10_667, 69_333]);
    expect(splitSession(ev, { from: at('21:50'), to: at('23:05'), energy: 80_000 }).lines.map(({ energy }) => energy)).toEqual([10_667, 69_333]);
  });
});

describe('the ways of parting energy', () => {
  const session = { from: at('21:50'), to: at('23:05'), energy: 80_000 };
  it('takes what the platform reports when it sums to the total, and nothing else of it', () => {
    expect(splitSession(ev, { ...session, reported: [{ code: 'flat', energy: 12_000 }, { code: 'valley', energy: 68_000 }] })).toMatchObject({ method: 'reported', lines: [{ code: 'flat', energy: 12_000 }, { code: 'valley', energy: 68_000 }] });
    expect(splitSession(ev, { ...session, reported: [{ code: 'flat', energy: 12_000 }, { code: 'valley', energy: 67_999 }] }).method).toBe('prorata');
    expect(splitSession(ev, { ...session, reported: [{ code: 'deep', energy: 80_000 }] }).method).toBe('prorata');
    expect(splitSession(ev, { ...session, reported: [{ code: 'flat', energy: 90_000 }, { code: 'valley', energy: -10_000 }] }).method).toBe('prorata');
  });
  it('reads a register from what it shows at the start', () => {
    const readings: Reading[] = [{ second: session.from, energy: 5_000_000 }, { second: at('22:00'), energy: 5_011_670 }, { second: session.to, energy: 5_080_000 }];
    expect(splitSession(ev, { ...session, readings }).lines.map(({ energy }) => energy)).toEqual([11_670, 68_330]);
  });
  it.each([
    ['REGISTER_TIME_FALLS', [{ second: at('22:30'), energy: 1 }, { second: at('22:10'), energy: 2 }]],
    ['REGISTER_FALLS', [{ second: at('22:10'), energy: 20 }, { second: at('22:30'), energy: 19 }]],
    ['REGISTER_OUTSIDE', [{ second: at('21:10'), energy: 20 }]],
    ['REGISTER_ABOVE_TOTAL', [{ second: at('22:10'), energy: 80_001 }]],
    ['REGISTER_ABOVE_TOTAL', [{ second: session.to, energy: 79_999 }]],
  ])('%s', (code, readings) => {
    expect(() => splitSession(ev, { ...session, readings })).toThrow(expect.objectContaining({ code }));
  });
});

describe('minimum, cap, start, idle and parking', () => {
  const flat = [{ from: '00:00', to: '24:00', code: 'flat', energyPrice: 55_930, servicePrice: 40_000 }];
  const day = { from: at('08:00'), to: at('12:00') };
  it('a minimum raises the service fee, a cap lowers it first', () => {
    expect(priceSession(readyTariff(terms(flat, { minimumFen: 50, capFen: 300 })), { ...day, energy: 1_000 })).toMatchObject({ energyFen: 6, serviceFen: 44 });
    expect(priceSession(readyTariff(terms(flat, { minimumFen: 50, capFen: 300 })), { ...day, energy: 40_000 })).toMatchObject({ energyFen: 224, serviceFen: 76 });
    expect(priceSession(readyTariff(terms(flat, { capFen: 200 })), { ...day, energy: 40_000 })).toMatchObject({ energyFen: 200, serviceFen: 0 });
    expect(priceSession(readyTariff(terms(flat, { startFen: 20 })), { ...day, energy: 10_000 })).toMatchObject({ energyFen: 56, serviceFen: 60 });
  });
  it('idle and parking are lines of their own', () => {
    const tariff = readyTariff(terms(flat, { idleFen: 10, idleGraceMinutes: 15, parkingFen: 200, parkingFreeMinutes: 60 }));
    expect(priceSession(tariff, { ...day, energy: 10_000 }, day.to + 20 * 60)).toMatchObject({ extras: [{ kind: 'idle', minutes: 5, amountFen: 50 }, { kind: 'parking', minutes: 180, amountFen: 600 }], extraFen: 650, totalFen: 56 + 40 + 650 });
    expect(priceSession(tariff, { ...day, energy: 10_000 }, day.to + 15 * 60).extras).toMatchObject([{ kind: 'parking' }]);
  });
  it('history by the hour and by power has no energy charge', () => {
    expect(priceSession(readyTariff(terms(flat, { basis: 'hour', tiers: [{ uptoW: null, hourFen: 25 }] })), { from: at('08:00'), to: at('10:30'), energy: 5_000 })).toMatchObject({ energyFen: 0, serviceFen: 63 });
    const tiers = [{ uptoW: 200, hourFen: 25 }, { uptoW: null, hourFen: 40 }];
    const by = readyTariff(terms(flat, { basis: 'power', tiers }));
    expect(priceSession(by, { ...day, energy: 8_000 }).serviceFen).toBe(100);
    expect(priceSession(by, { ...day, energy: 8_001 }).serviceFen).toBe(160);
  });
});

describe('the periods of a day', () => {
  it('must cover it exactly once, and say where they do not', () => {
    expect(readPeriods([{ ...flatOf('00:00', '08:00') }, flatOf('08:01', '24:00')])).toEqual({ fault: 'GAP', from: '08:00', to: '08:01' });
    expect(readPeriods([flatOf('00:00', '08:01'), flatOf('08:00', '24:00')])).toEqual({ fault: 'OVERLAP', from: '08:00', to: '08:01' });
    expect(readPeriods([flatOf('00:00', '23:59')])).toEqual({ fault: 'GAP', from: '23:59', to: '24:00' });
    expect(readPeriods([])).toEqual({ fault: 'GAP', from: '00:00', to: '24:00' });
    expect(readPeriods([flatOf('08:00', '08:00')])).toEqual({ fault: 'EMPTY', from: '08:00', to: '08:00' });
    expect(readPeriods([flatOf('0:00', '24:00')])).toEqual({ fault: 'CLOCK', from: '0:00', to: '24:00' });
  });
  it('may run over midnight', () => {
    expect(readPeriods([flatOf('22:00', '08:00'), flatOf('08:00', '22:00')])).toMatchObject({ periods: [{ fromMinute: 0, toMinute: 480 }, { fromMinute: 480, toMinute: 1320 }, { fromMinute: 1320, toMinute: 1440 }] });
    expect(readPeriods([flatOf('00:00', '00:00')])).toMatchObject({ periods: [{ fromMinute: 0, toMinute: 1440 }] });
  });
});
function flatOf(from: string, to: string): WrittenPeriod {
  return { from, to, code: 'flat', energyPrice: 1, servicePrice: 1 };
}

const edges = fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 8 }).map((list) => [0, ...list.sort((one, other) => one - other), 1440]);
const price = fc.integer({ min: 0, max: 200_000 });
const codes = ['critical', 'peak', 'flat', 'valley', 'deep'] as const;
const dayPeriods = edges.chain((list) => fc.tuple(...list.slice(1).map((toMinute, index) => fc.record({ fromMinute: fc.constant(list[index] ?? 0), toMinute: fc.constant(toMinute), code: fc.constantFrom(...codes), energyPrice: price, servicePrice: price }))));
const tariffs = fc.record({
  summer: dayPeriods, weekend: dayPeriods, other: dayPeriods, minimumFen: fc.constantFrom(0, 0, 50, 100), capFen: fc.constantFrom(null, null, 300, 5_000), startFen: fc.constantFrom(0, 0, 20),
}).map(({ summer, weekend, other, ...limits }): TariffTerms => ({ ...PLAIN, ...limits, variants: [{ months: [6, 7, 8], weekdays: [], periods: summer }, { months: [], weekdays: [6, 7], periods: weekend }, { months: [], weekdays: [], periods: other }] }));
const START = at('00:00', '2026-01-01');
const sessions = fc.record({ from: fc.integer({ min: START, max: START + 365 * 86_400 }), seconds: fc.oneof(fc.integer({ min: 1, max: 36_000 }), fc.integer({ min: 1, max: 7 * 86_400 })), energy: fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 2_000_000_000 })) })
  .map(({ from, seconds, energy }) => ({ from, to: from + seconds, energy }));

function slowOf({ variants, minimumFen, capFen, startFen }: TariffTerms): SlowTariff {
  return {
    days: variants.map(({ months, weekdays, periods }) => ({ months: [...months], weekdays: [...weekdays], periods: periods.map(({ fromMinute, toMinute, code, energyPrice, servicePrice }) => ({ from: fromMinute, to: toMinute, code, energyPrice: BigInt(energyPrice), servicePrice: BigInt(servicePrice) })) })),
    minimumFen: BigInt(minimumFen), capFen: capFen === null ? null : BigInt(capFen), startFen: BigInt(startFen),
  };
}

/** Readings of a session at some of its seconds, rising. */
function readingsOf({ from, to, energy }: { from: number; to: number; energy: number }, shares: readonly (readonly [number, number])[]): Reading[] {
  const seconds = [...new Set(shares.map(([time]) => from + Math.floor(((to - from) * time) / 1000)))].filter((second) => second > from && second < to).sort((one, other) => one - other);
  const counts = shares.map(([, share]) => Math.floor((energy * share) / 1000)).sort((one, other) => one - other);
  return seconds.map((second, index) => ({ second, energy: counts[index] ?? energy }));
}

describe('laws of random sessions', () => {
  const PER_TARIFF = 50;
  it(`the slow way comes to the same bill (${SESSIONS} sessions)`, { timeout: 3_600_000 }, () => {
    fc.assert(fc.property(tariffs, fc.array(fc.tuple(sessions, fc.array(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 1000 })), { maxLength: 4 })), { minLength: PER_TARIFF, maxLength: PER_TARIFF }), (tariff, list) => {
      const [ready, slow] = [readyTariff(tariff), slowOf(tariff)];
      for (const [session, shares] of list) {
        const readings = readingsOf(session, shares);
        const bill = priceSession(ready, { ...session, readings });
        const lines = slowSplit(slow, session.from, session.to, BigInt(session.energy), readings.map(({ second, energy }) => ({ second, energy: BigInt(energy) })));
        expect(bill.lines.map(({ code, energyPrice, servicePrice, energy }) => [code, energyPrice, servicePrice, energy])).toEqual(lines.map((line) => [line.code, Number(line.energyPrice), Number(line.servicePrice), Number(line.energy)]));
        const { energyFen, serviceFen } = slowPrice(slow, lines);
        expect([bill.energyFen, bill.serviceFen]).toEqual([Number(energyFen), Number(serviceFen)]);
        const shares4 = slowShare(energyFen, weightsOf(lines, 'energyPrice'));
        expect(bill.lines.map((line) => line.energyFen)).toEqual(shares4.map(Number));
        expect(bill.lines.map((line) => line.serviceFen)).toEqual(slowShare(serviceFen, weightsOf(lines, 'servicePrice')).map(Number));
      }
    }), { numRuns: Math.ceil(SESSIONS / PER_TARIFF) });
  });

  function weightsOf(lines: ReturnType<typeof slowSplit>, price: 'energyPrice' | 'servicePrice'): bigint[] {
    const weights = lines.map((line) => line.energy * line[price]);
    return weights.some((weight) => weight > 0n) ? weights : lines.map(({ energy }) => energy);
  }

  it('units sum to the session, lines to the fee, and the charge lies between the lowest and the highest price', () => {
    fc.assert(fc.property(tariffs, sessions, (tariff, session) => {
      const { lines, energyFen, serviceFen } = priceSession(readyTariff({ ...tariff, capFen: null }), session);
      expect(lines.reduce((sum, { energy }) => sum + energy, 0)).toBe(session.energy);
      expect(lines.reduce((sum, line) => sum + line.energyFen, 0)).toBe(energyFen);
      expect(lines.reduce((sum, line) => sum + line.serviceFen, 0)).toBe(serviceFen);
      const bounds = lines.map((line) => BigInt(line.energyPrice) * BigInt(session.energy)).sort((one, other) => (one < other ? -1 : 1));
      expect(BigInt(energyFen)).toBeGreaterThanOrEqual((bounds[0] ?? 0n) / 10_000_000n);
      expect(BigInt(energyFen)).toBeLessThanOrEqual((bounds.at(-1) ?? 0n) / 10_000_000n + 1n);
    }), { numRuns: 300 });
  });

  it('a session read in between is the sum of its two parts', () => {
    fc.assert(fc.property(tariffs, sessions, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 1000 }), (tariff, session, time, share) => {
      const middle = session.from + Math.floor(((session.to - session.from) * time) / 1000);
      fc.pre(middle > session.from && middle < session.to);
      const count = Math.floor((session.energy * share) / 1000);
      const ready = readyTariff(tariff);
      const sums = new Map<string, number>();
      const add = (sign: number, part: { from: number; to: number; energy: number }, readings?: Reading[]) => {
        for (const line of splitSession(ready, { ...part, readings }).lines) {
          const key = `${line.code} ${line.energyPrice} ${line.servicePrice}`;
          sums.set(key, (sums.get(key) ?? 0) + sign * line.energy);
        }
      };
      add(1, session, [{ second: middle, energy: count }]);
      add(-1, { from: session.from, to: middle, energy: count });
      add(-1, { from: middle, to: session.to, energy: session.energy - count });
      expect([...sums.values()].filter((left) => left !== 0)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('readings on the edges leave nothing to estimate', () => {
    fc.assert(fc.property(dayPeriods, fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 10, maxLength: 10 }), (periods, counts) => {
      const ready = readyTariff({ ...PLAIN, capFen: null, variants: [{ months: [], weekdays: [], periods }] });
      const start = at('00:00', '2026-05-05');
      const expected = new Map<string, number>();
      let register = 0;
      const readings = periods.map(({ toMinute, code, energyPrice, servicePrice }, index) => {
        const drawn = counts[index] ?? 0;
        const key = `${code} ${energyPrice} ${servicePrice}`;
        expected.set(key, (expected.get(key) ?? 0) + drawn);
        register += drawn;
        return { second: start + toMinute * 60, energy: register };
      });
      const { lines } = splitSession(ready, { from: start, to: start + 86_400, energy: register, readings });
      expect(new Map(lines.map((line) => [`${line.code} ${line.energyPrice} ${line.servicePrice}`, line.energy]))).toEqual(expected);
    }), { numRuns: 300 });
  });
});
