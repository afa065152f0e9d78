import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { meteredBetween } from '../../shared/domain/charging-meter.ts';
import { temporaryFile } from '../support/builders.ts';
import { givenChargers, sessionCsv } from '../support/charging.ts';
import { openOffice, refusal, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());

async function open(): Promise<void> {
  office = await openOffice();
  await givenChargers(office);
  const file = temporaryFile('csv');
  // 8.0000 kWh at 359 fen of energy, and 10.0000 at the peak for 1206.
  writeFileSync(file, sessionCsv([{ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000' }, { order: '2', start: '2026-10-09 19:10:00', end: '2026-10-09 20:30:00', kwh: '10.0000' }]));
  await office.get('charging.importSessions', { file, platform: '某平台', commit: true });
}
const read = (at: string, energy: number, period?: string) => ({ at, energy, ...(period !== undefined && { period }) });
const total = async () => (await office.get('charging.reconcile', { month: '2026-10' })).rows.at(-1);

describe('meters against sessions', () => {
  it('count a month from edge to edge, by period and together', async () => {
    await open();
    expect(await total()).toMatchObject({ period: '', metered: null, sold: 180_000, lossPermille: null, gridCostFen: null, energyFen: 1565, marginFen: null });
    expect(await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-10-01T00:00', 1_000_000), read('2026-11-01T00:00', 1_200_000)] })).toEqual({ added: 2, unchanged: 0 });
    expect(await total()).toMatchObject({ metered: 200_000, lossPermille: 100 });
    await office.get('charging.addGridBill', { month: '2026-10', lines: [{ energy: 200_000, costFen: 1800 }] });
    expect(await office.get('charging.reconcile', { month: '2026-10' })).toMatchObject({ rows: [{ period: 'flat', sold: 10_667 }, { period: 'peak', sold: 100_000 }, { period: 'valley', sold: 69_333 }, { period: '', gridCostFen: 1800, marginFen: -235 }], alarms: [] });
  });
  it('raise an alarm for more sold than metered, and for an energy charge above the grid’s', async () => {
    await open();
    await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-10-01T00:00', 0), read('2026-11-01T00:00', 170_000)] });
    await office.get('charging.addGridBill', { month: '2026-10', lines: [{ energy: 200_000, costFen: 1800 }, { period: 'peak', energy: 100_000, costFen: 1206 }] });
    expect((await office.get('charging.reconcile', { month: '2026-10' })).alarms).toEqual([{ kind: 'SOLD_ABOVE_METER', period: '', excess: 10_000 }]);
    // A bill entered again replaces the one before: at 8.50 for 100 the sold 180 may cost 15.30.
    expect(await office.get('charging.addGridBill', { month: '2026-10', lines: [{ energy: 200_000, costFen: 1700 }] })).toEqual({ version: 2 });
    expect((await office.get('charging.reconcile', { month: '2026-10' })).alarms).toEqual([{ kind: 'SOLD_ABOVE_METER', period: '', excess: 10_000 }, { kind: 'CHARGE_ABOVE_GRID', period: '', excess: 35 }]);
  });
  it('refuse a falling register, a reading in the future, another one for the same moment, and write nothing', async () => {
    await open();
    await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-10-01T00:00', 1000)] });
    const add = (...readings: ReturnType<typeof read>[]) => office.call('charging.addMeterReadings', { meter: 'M-1', readings });
    expect(await add(read('2026-10-02T00:00', 1500), read('2026-10-03T00:00', 1499))).toEqual(refusal('METER_READING_FALLS', { meter: 'M-1', at: '2026-10-03 00:00:00', energy: 1499, before: 1500 }));
    expect(await add(read('2026-09-30T00:00', 1001))).toMatchObject({ ok: false, code: 'METER_READING_FALLS' });
    expect(await add(read('2027-01-01T00:00', 2000))).toEqual(refusal('METER_READING_FUTURE', { meter: 'M-1', at: '2027-01-01 00:00:00' }));
    expect(await add(read('2026-10-01T00:00', 1001))).toEqual(refusal('METER_READING_DIFFERS', { meter: 'M-1', at: '2026-10-01 00:00:00', ours: 1000, given: 1001 }));
    expect(await add(read('2026-10-01T00:00', 1000))).toMatchObject({ ok: true, value: { added: 0, unchanged: 1 } });
    expect(await add(read('2026-10-01T00:00', 0, 'peak'), read('2026-10-04T00:00', 10, 'peak'))).toMatchObject({ ok: true });
    expect(await office.call('charging.addGridBill', { month: '2026-10', lines: [{ energy: 1, costFen: 1 }, { energy: 2, costFen: 2 }] })).toEqual(refusal('GRID_BILL_TWICE', { month: '2026-10', period: '' }));
    expect((await office.get('charging.reconcile', { month: '2026-10' })).meters).toMatchObject([{ meter: 'M-1' }]);
  });
  it('count a stretch as the sum of its parts, wherever the readings are', async () => {
    office = await openOffice();
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 })), { minLength: 2, maxLength: 8 }), fc.tuple(fc.nat(), fc.nat(), fc.nat()), (steps, edges) => {
      let [second, energy] = [0, 0];
      const readings = [{ second, energy }, ...steps.map(([seconds, units]) => ({ second: (second += seconds), energy: (energy += units) }))];
      const [from = 0, middle = 0, to = 0] = edges.map((edge) => edge % (second + 1)).sort((one, other) => one - other);
      expect((meteredBetween(readings, from, middle) ?? 0) + (meteredBetween(readings, middle, to) ?? 0)).toBe(meteredBetween(readings, from, to));
      expect(meteredBetween(readings, 0, second)).toBe(energy);
    }), { numRuns: 300 });
  });
});

describe('a file of devices', () => {
  const take = (text: string, commit = true) => {
    const file = temporaryFile('csv');
    writeFileSync(file, text);
    return office.get('charging.importDevices', { file, commit });
  };
  it('adds what it lists, once; with a wrong row nothing', async () => {
    office = await openOffice();
    const head = '充电设备台账\r\n编号,类型,枪数,额定功率(kW),位置,平台,电表,启用,消防说明\r\n';
    expect(await take(`${head}EV-01,直流快充,2,60,地面,特来电,M-1,2026年1月5日,距建筑 6 米\r\nEB-01,电瓶车插座,10,0.8,架空层,,,2026/1/5,\r\n`)).toEqual({ added: 2, unchanged: 0, written: true, issues: [] });
    expect((await office.get('charging.listDevices', {})).items).toMatchObject([{ code: 'EB-01', kind: 'ebike', connectors: 10, ratedW: 800 }, { code: 'EV-01', kind: 'ev', connectors: 2, ratedW: 60_000, platform: '特来电', meter: 'M-1', from: '2026-01-05', fireNote: '距建筑 6 米' }]);
    expect(await take(`${head}EV-01,直流快充,2,60,地面,特来电,M-1,2026年1月5日,\r\n`)).toMatchObject({ added: 0, unchanged: 1 });
    const wrong = await take(`${head}EV-02,直流快充,2,60,地面,,,,\r\nEV-03,直流快充,两,约六十,地面,,,,\r\nEV-01,直流快充,3,60,,,,,\r\nEV-02,直流快充,2,60,地面,,,,\r\n`);
    expect(wrong).toMatchObject({ written: false, issues: [{ row: 4, field: 'connectors', reason: 'UNREADABLE' }, { row: 4, field: 'rated', reason: 'UNREADABLE' }, { row: 5, field: 'connectors', reason: 'DIFFERS' }, { row: 6, field: 'code', reason: 'REPEATED' }] });
    expect((await office.get('charging.listDevices', {})).items).toHaveLength(2);
  });
});
