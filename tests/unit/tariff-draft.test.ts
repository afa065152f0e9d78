import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { badFields, draftOf, readRows, termsOf, tidyClock, withRow, type PeriodRow, type Tariff } from '../../renderer/pages/charging/tariffs/tariff-draft.ts';
import { contract } from '../../shared/contract/index.ts';
import { clockOf } from '../../shared/domain/charging-tariff.ts';

const TODAY = '2026-11-05';
const row = (from: string, to: string, change: Partial<PeriodRow> = {}): PeriodRow => ({ from, to, code: 'flat', energy: '0.9', service: '0.3', ...change });
const spans = (rows: readonly PeriodRow[]) => rows.map(({ from, to }) => `${from}–${to}`);

/** Days covered exactly once, as versions have them. */
const days = fc.record({ edges: fc.uniqueArray(fc.integer({ min: 1, max: 1439 }), { maxLength: 6 }), codes: fc.array(fc.constantFrom('peak', 'flat', 'valley', '峰', '晚高峰', 'Flat night'), { minLength: 7, maxLength: 7 }), prices: fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 14, maxLength: 14 }) }).map(({ edges, codes, prices }) => {
  const cuts = [0, ...edges.sort((one, other) => one - other), 1440];
  return cuts.slice(0, -1).map((from, index) => ({ from: clockOf(from), to: clockOf(cuts[index + 1] ?? 1440), code: codes[index] ?? 'flat', energyPrice: prices[index] ?? 0, servicePrice: prices[index + 7] ?? 0 }));
});
const fen = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 }));
const minutes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10_080 }));
const some = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: max });
const tariffs: fc.Arbitrary<Tariff> = fc.record({
  tariffId: fc.constant(1), name: fc.constantFrom('汽车分时', 'A'), version: fc.constant(3), kind: fc.constantFrom('ev', 'ebike' as const), from: fc.constantFrom('2025-01-01', '2027-01-01'), basis: fc.constantFrom('energy', 'hour', 'power' as const), periods: days,
  variants: fc.array(fc.record({ months: some(12), weekdays: some(7), periods: days }), { maxLength: 3 }), tiers: fc.array(fc.record({ uptoW: fc.integer({ min: 1, max: 2_000_000 }), hourFen: fen }), { maxLength: 3 }),
  minimumFen: fen, capFen: fc.option(fen), startFee: fen, idleFenPerMinute: fen, idleGraceMinutes: minutes, parkingFenPerHour: fen, parkingFreeMinutes: minutes, note: fc.constantFrom('', '按发改价格〔2024〕537号'), by: fc.constant('陈经理'), at: fc.constant(''), devices: fc.constant(0), sessions: fc.constant(0),
}).map((one) => ({ ...one, tiers: one.basis === 'energy' ? [] : one.basis === 'hour' ? [{ uptoW: null, hourFen: one.startFee }] : [...one.tiers, { uptoW: null, hourFen: one.minimumFen }] }));

describe('the form of a tariff', () => {
  it('says all that the version says which it begins with', () => {
    fc.assert(fc.property(tariffs, (tariff) => {
      const terms = termsOf(draftOf(tariff, TODAY));
      const { tariffId: _id, version: _version, by: _by, at: _at, devices: _devices, sessions: _sessions, from, ...said } = tariff;
      expect(terms).toEqual({ ...said, from: from > TODAY ? from : TODAY });
      expect(contract['charging.defineTariff'].input.safeParse(terms).success).toBe(true);
    }));
  });

  it('is complete with a name, prices and a day that is covered', () => {
    const fresh = draftOf(undefined, TODAY);
    expect(termsOf(fresh)).toBeUndefined();
    const filled = { ...fresh, name: ' 新价 ', rows: [row('0', '8'), row('8:00', '24：00', { code: ' 晚 ' })] };
    expect(termsOf(filled)).toMatchObject({ name: '新价', basis: 'energy', periods: [{ from: '00:00', to: '08:00' }, { from: '08:00', to: '24:00', code: '晚', energyPrice: 90_000, servicePrice: 30_000 }], capFen: null, minimumFen: 0 });
    expect(termsOf({ ...filled, rows: [row('0', '8'), row('9', '24')] })).toBeUndefined();
    expect(termsOf({ ...filled, variants: [{ key: 1, months: [7], weekdays: [], rows: [row('0', '23')] }] })).toBeUndefined();
    expect(termsOf({ ...filled, rows: [row('0', '24', { energy: '' })] })).toBeUndefined();
    expect([...badFields({ ...filled, cap: 'x', grace: '10081', free: '1.5', idle: '0.05' })]).toEqual(['cap', 'grace', 'free']);
  });

  it('of one by time needs prices of hours, and leaves the periods of one by energy behind', () => {
    const byHour = { ...draftOf(undefined, TODAY), name: '按小时', basis: 'hour' as const };
    expect(termsOf(byHour)).toBeUndefined();
    expect(termsOf({ ...byHour, tiers: [{ upto: '', hour: '0.25' }] })).toMatchObject({ basis: 'hour', tiers: [{ uptoW: null, hourFen: 25 }] });
    expect(termsOf({ ...byHour, basis: 'power', tiers: [{ upto: '200', hour: '0.25' }, { upto: '9', hour: '0.5' }] })).toMatchObject({ tiers: [{ uptoW: 200, hourFen: 25 }, { uptoW: null, hourFen: 50 }] });
  });

  it.each([['8', '08:00'], ['8:30', '08:30'], ['830', '08:30'], ['０８：３０', '08:30'], ['8点', '08:00'], ['8点30分', '08:30'], ['24', '24:00'], ['25:00', '25:00'], ['8:5', '8:5'], ['', ''], ['早上', '早上']])('reads the clock %s as %s', (text, clock) => {
    expect(tidyClock(text)).toBe(clock);
  });

  it('names the first gap and the first overlap', () => {
    expect(readRows([row('0', '8'), row('8:01', '24')]).fault).toEqual({ fault: 'GAP', from: '08:00', to: '08:01' });
    expect(readRows([row('0', '8'), row('7:00', '24')]).fault).toEqual({ fault: 'OVERLAP', from: '07:00', to: '08:00' });
    expect(readRows([row('22', '8'), row('8', '22')]).fault).toBeUndefined();
  });
});

describe('one more period', () => {
  it('fills the hole after its row, then any other, with the service price taken over', () => {
    const { rows, at } = withRow([row('0', '8'), row('20', '22')], 0, true);
    expect([spans(rows), at, rows[1]?.service, rows[1]?.code]).toEqual([['0–8', '08:00–20:00', '20–22'], 1, '0.3', '']);
    expect(spans(withRow([row('8', '24')], 0, true).rows)).toEqual(['8–24', '00:00–08:00']);
  });

  it('cuts its row in two where the day has no hole, unless only holes are asked for', () => {
    expect(withRow([row('0', '24')], 0, true)).toEqual({ rows: [row('0', '24')], at: -1 });
    expect(spans(withRow([row('0', '8'), row('8', '24')], 1, false).rows)).toEqual(['0–8', '8–16:00', '16:00–24']);
    expect(spans(withRow([row('8', '22'), row('22', '8')], 1, false).rows)).toEqual(['8–22', '22–03:00', '03:00–8']);
    expect(withRow([row('0', '00:01'), row('00:01', '24')], 0, false).at).toBe(-1);
  });

  it('leaves a covered day covered, and never makes an overlap', () => {
    fc.assert(fc.property(days, fc.nat(6), (periods, place) => {
      const rows = periods.map(({ from, to }) => row(from, to));
      expect(readRows(withRow(rows, Math.min(place, rows.length - 1), false).rows).fault).toBeUndefined();
      const without = rows.toSpliced(Math.min(place, rows.length - 1), 1);
      const filled = withRow(without, without.length - 1, true);
      expect(readRows(filled.rows).fault).toBeUndefined();
      expect(filled.rows).toHaveLength(rows.length);
    }));
  });
});
