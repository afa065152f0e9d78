import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';
import { postEntry } from '../../db/ledger.ts';
import { rows, run } from '../../db/sql.ts';
import type { CallInput } from '../../shared/contract/index.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { balanceOf, temporaryFile } from '../support/builders.ts';
import { EV_PERIODS, EV_TARIFF, givenChargers, sessionCsv, type SheetSession } from '../support/charging.ts';
import { hasHledger, hledger } from '../support/hledger.ts';
import { openOffice, refusal, temporaryFolder, type TestOffice } from '../support/open-office.ts';

let office: TestOffice;
afterEach(() => office.close());

const COST = '2241.03.19';
const read = (at: string, energy: number, period?: string) => ({ at, energy, ...(period !== undefined && { period }) });
const bill = (month: string, ...lines: { period?: string; energy: number; costFen: number }[]) => office.get('charging.addGridBill', { month, lines });
const entries = () => rows<{ on: string; kind: string; fen: number }>(office.raw, `select e.on_date as "on", e.kind, p.amount_fen as fen from entry e join posting p using (entry_id) where p.account = '${COST}' order by e.entry_id`);
const problems = async () => (await office.get('ledger.verify', {})).problems;
async function sell(...sessions: SheetSession[]): Promise<void> {
  const file = temporaryFile('csv');
  writeFileSync(file, sessionCsv(sessions));
  await office.get('charging.importSessions', { file, platform: '某平台', commit: true });
}
/** 8.0000 kWh at 359 fen of energy and 240 of service on EV-01, and 10.0000 at the peak for 1206 and 300 on EV-02. */
const TWO: readonly SheetSession[] = [{ order: '1', start: '2026-10-08 21:50:00', end: '2026-10-08 23:05:00', kwh: '8.0000' }, { order: '2', device: 'EV-02', start: '2026-10-09 19:10:00', end: '2026-10-09 20:30:00', kwh: '10.0000' }];
async function open(opensOn?: string): Promise<void> {
  office = await openOffice(opensOn === undefined ? {} : { opensOn });
  await givenChargers(office);
}

describe('the grid’s bill', () => {
  it('is a cost of the common fund on the month’s last day, out of its bank account; again it is reversed and posted anew, and the same changes nothing', async () => {
    await open();
    expect(await bill('2026-10', { energy: 200_000, costFen: 1800 })).toEqual({ version: 1 });
    expect([await balanceOf(office, COST), await balanceOf(office, '1002.02')]).toEqual([1800, -1800]);
    expect(await bill('2026-10', { energy: 200_000, costFen: 1800 })).toEqual({ version: 1 });
    expect(await bill('2026-10', { energy: 200_000, costFen: 1700 })).toEqual({ version: 2 });
    expect(await entries()).toEqual([{ on: '2026-10-31', kind: 'charging-grid', fen: 1800 }, { on: '2026-10-31', kind: 'reversal', fen: -1800 }, { on: '2026-10-31', kind: 'charging-grid', fen: 1700 }]);
    expect((await office.get('charging.reconcile', { month: '2026-10' })).bill).toMatchObject({ version: 2, costFen: 1700, booked: true });
    expect(await problems()).toEqual([]);
  });
  it('is dated today while its month runs, and the day the books open when it is older', async () => {
    await open('2026-10-20');
    await bill('2026-11', { energy: 10, costFen: 5 });
    await bill('2026-09', { energy: 10, costFen: 7 });
    expect((await entries()).map(({ on }) => on)).toEqual(['2026-11-05', '2026-10-20']);
  });
  it('posts nothing for a cost of nothing, and takes an earlier cost back', async () => {
    await open();
    await bill('2026-10', { energy: 0, costFen: 0 });
    expect(await entries()).toEqual([]);
    await bill('2026-10', { energy: 10, costFen: 9 });
    await bill('2026-10', { energy: 10, costFen: 0 });
    expect(await bill('2026-10', { energy: 10, costFen: 8 })).toEqual({ version: 4 });
    expect([await balanceOf(office, COST), await problems()]).toEqual([8, []]);
  });
  it('costs what its line of the whole says, else its periods together', async () => {
    await open();
    await bill('2026-09', { period: 'peak', energy: 10, costFen: 30 }, { period: 'valley', energy: 10, costFen: 12 });
    await bill('2026-10', { period: 'peak', energy: 10, costFen: 30 }, { energy: 25, costFen: 50 });
    expect(await balanceOf(office, COST)).toBe(92);
    expect((await office.get('charging.margin', { from: '2026-09', to: '2026-10' })).rows.map(({ gridCostFen }) => gridCostFen)).toEqual([42, 50]);
  });
  it('is booked when it is entered again, where it was entered before bills were', async () => {
    await open();
    await run(office.raw, `insert into charging_grid_bill (month, version, period, energy, cost_fen, user_name, at) values ('2026-10', 1, '', 10, 9, '', '')`);
    expect([await problems(), (await office.get('charging.reconcile', { month: '2026-10' })).bill]).toEqual([[], { version: 1, costFen: 9, entryId: null, booked: false }]);
    expect(await bill('2026-10', { energy: 10, costFen: 9 })).toEqual({ version: 2 });
    expect([await balanceOf(office, COST), await problems()]).toEqual([9, []]);
  });
  it('stands on its account with every bill in force, and no other fen, whatever was entered in whatever order', async () => {
    await open();
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ month: fc.constantFrom('2026-07', '2026-08', '2026-09', '2026-11'), costs: fc.array(fc.nat(5000), { minLength: 1, maxLength: 3 }) }), { minLength: 1, maxLength: 4 }), async (list) => {
      for (const { month, costs } of list) await bill(month, ...costs.map((costFen, index) => ({ energy: 10, costFen, ...(index > 0 && { period: `p${index}` }) })));
      const { rows: months } = await office.get('charging.margin', { from: '2026-07', to: '2026-12' });
      const inForce = months.reduce((sum, { gridCostFen }) => sum + (gridCostFen ?? 0), 0);
      const byMonth = await rows<{ month: string; fen: number }>(office.raw, `select substr(on_date, 1, 7) as month, sum(amount_fen) as fen from posting where account = '${COST}' group by 1 having fen <> 0 order by 1`);
      expect(await balanceOf(office, COST)).toBe(inForce);
      expect(byMonth).toEqual(months.filter(({ gridCostFen }) => (gridCostFen ?? 0) > 0).map(({ month, gridCostFen }) => ({ month, fen: gridCostFen })));
      expect(await problems()).toEqual([]);
    }), { numRuns: 12 });
  });
  it.each([
    ['a line of the bill', `update charging_grid_bill set cost_fen = 99 where version = 2`, 'grid 2026-10'],
    ['a version taken out', `delete from charging_grid_bill where version = 2`, 'grid 2026-10'],
    ['a tie taken out', `delete from charging_grid_entry`, 'entry 1'],
    ['a tie to another entry', `update charging_grid_entry set entry_id = 2 where version = 1`, 'grid 2026-10'],
  ])('is found to differ after tampering: %s', async (_, sql, subject) => {
    await open();
    await bill('2026-10', { energy: 10, costFen: 9 });
    await bill('2026-10', { energy: 10, costFen: 8 });
    for (const { name } of await rows<{ name: string }>(office.raw, `select name from sqlite_master where type = 'trigger'`)) await run(office.raw, `drop trigger ${name}`);
    await run(office.raw, 'pragma foreign_keys = off');
    await run(office.raw, sql);
    expect((await problems()).map((one) => `${one.kind} ${one.subject}`)).toContain(`CHARGING ${subject}`);
  });
  it.skipIf(!hasHledger)('comes to the same in hledger', async () => {
    await open();
    await sell(...TWO);
    await bill('2026-10', { energy: 10, costFen: 1800 });
    await bill('2026-10', { energy: 10, costFen: 1700 });
    const file = join(temporaryFolder(), 'books.journal');
    await office.get('ledger.exportHledger', { file });
    hledger(file, 'check', '--strict');
    const line = hledger(file, 'balance', '--flat', '--no-total', '-O', 'csv').split('\n').find((one) => one.includes(COST)) ?? '';
    expect(line).toContain(formatFen(1700, { separators: false }));
  });
});

type GridPeriod = CallInput<'charging.defineGridPrices'>['periods'][number];
const gridPeriods = (more = 0): GridPeriod[] => EV_PERIODS.map(({ from, to, code, energyPrice }) => ({ from, to, code, energyPrice: energyPrice + more }));

describe('the grid’s prices', () => {
  it('are versions that cover the day, none before the latest', async () => {
    await open();
    const define = (from: string, periods = gridPeriods(), variants: { months?: number[]; periods: GridPeriod[] }[] = []) => office.call('charging.defineGridPrices', { from, periods, variants });
    expect(await define('2026-05-01', [{ from: '00:00', to: '08:00', code: 'valley', energyPrice: 1 }, { from: '08:01', to: '24:00', code: 'flat', energyPrice: 2 }])).toEqual(refusal('TARIFF_GAP', { from: '08:00', to: '08:01', variant: '' }));
    expect(await define('2026-05-01', gridPeriods(), [{ months: [7], periods: [{ from: '00:00', to: '08:00', code: 'flat', energyPrice: 1 }, { from: '07:00', to: '24:00', code: 'flat', energyPrice: 1 }] }])).toEqual(refusal('TARIFF_OVERLAP', { from: '07:00', to: '08:00', variant: '1' }));
    expect(await define('2026-05-01')).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await define('2026-04-30')).toEqual(refusal('GRID_PRICE_BEFORE', { from: '2026-04-30', latest: '2026-05-01' }));
    expect(await define('2026-12-01', gridPeriods(1), [{ months: [7, 8], periods: gridPeriods(9) }])).toMatchObject({ ok: true, value: { version: 2 } });
    const { items, above } = await office.get('charging.listGridPrices', {});
    expect(items).toMatchObject([{ version: 2, from: '2026-12-01', inForce: false, periods: gridPeriods(1), variants: [{ months: [7, 8], weekdays: [], periods: gridPeriods(9) }] }, { version: 1, inForce: true, periods: gridPeriods(), variants: [] }]);
    // One price all day is above the grid's at night.
    expect(above).toEqual(['电瓶车']);
  });
  it('are not reached by a tariff at the same price; one unit above, in any minute of any kind of day, is warned of', async () => {
    await open();
    const warn = async (change: Partial<typeof EV_TARIFF>) => (await office.get('charging.defineTariff', { ...EV_TARIFF, name: '再定', from: '2026-06-01', ...change })).warnings;
    const dearer = (code: string) => EV_PERIODS.map((period) => (period.code === code ? { ...period, energyPrice: period.energyPrice + 1 } : period));
    expect(await warn({ periods: dearer('valley') })).toEqual([]);
    await office.get('charging.defineGridPrices', { from: '2026-05-01', periods: gridPeriods() });
    expect(await warn({})).toEqual([]);
    expect(await warn({ periods: dearer('valley') })).toEqual(['ABOVE_GRID']);
    expect(await warn({ variants: [{ weekdays: [7], periods: dearer('peak') }] })).toEqual(['ABOVE_GRID']);
    // One minute that is dear in the tariff and cheap at the grid.
    expect(await warn({ periods: EV_PERIODS.map((period) => (period.to === '08:00' ? { ...period, to: '07:59' } : period.from === '08:00' ? { ...period, from: '07:59' } : period)) })).toEqual(['ABOVE_GRID']);
    await office.get('charging.defineGridPrices', { from: '2026-06-02', periods: gridPeriods(1) });
    // What counts is the grid's price on the tariff's first day, in its own season.
    expect(await warn({ periods: dearer('valley') })).toEqual(['ABOVE_GRID']);
    expect(await warn({ from: '2026-06-02', periods: dearer('valley') })).toEqual([]);
    await office.get('charging.defineGridPrices', { from: '2026-07-01', periods: gridPeriods(1), variants: [{ months: [8], periods: gridPeriods(-1) }] });
    expect(await warn({ from: '2026-07-01' })).toEqual(['ABOVE_GRID']);
    expect(await warn({ from: '2026-07-01', variants: [{ months: [8], periods: EV_PERIODS.map((period) => ({ ...period, energyPrice: period.energyPrice - 1 })) }] })).toEqual([]);
    expect((await office.get('charging.listGridPrices', {})).above).toEqual(['汽车分时', '电瓶车']);
  });
  it('tell what a month without a bill should cost, and a bill silences them', async () => {
    await open();
    await sell(...TWO);
    const expected = async () => (await office.get('charging.reconcile', { month: '2026-10' })).rows.map(({ period, expectedCostFen }) => [period, expectedCostFen]);
    expect(await expected()).toEqual([['flat', null], ['peak', null], ['valley', null], ['', null]]);
    await office.get('charging.defineGridPrices', { from: '2026-01-01', periods: gridPeriods() });
    // 1.0667 × 0.9014, 10 × 1.2064, 6.9333 × 0.3784.
    expect(await expected()).toEqual([['flat', 96], ['peak', 1206], ['valley', 262], ['', 1564]]);
    // What the meters counted together, 20, is parted as the energy sold.
    await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-10-01T00:00', 0), read('2026-11-01T00:00', 200_000)] });
    expect(await expected()).toEqual([['flat', 107], ['peak', 1340], ['valley', 292], ['', 1739]]);
    await bill('2026-10', { energy: 200_000, costFen: 1800 });
    expect(await expected()).toEqual([['flat', null], ['peak', null], ['valley', null], ['', null]]);
  });
});

describe('devices of a meter', () => {
  it('are held against it, with the rows behind an alarm', async () => {
    await open();
    for (const [code, meter] of [['EV-01', 'M-1'], ['EV-02', 'M-2']] as const) await office.get('charging.changeDevice', { code, meter });
    await sell(...TWO);
    await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-09-30T12:00', 900), read('2026-10-01T12:00', 1100), read('2026-10-15T00:00', 50_000), read('2026-11-01T00:00', 91_000)] });
    await office.get('charging.addMeterReadings', { meter: 'M-2', readings: [read('2026-10-01T00:00', 0), read('2026-11-01T00:00', 95_000)] });
    await bill('2026-10', { energy: 190_000, costFen: 1500 });
    const answer = await office.get('charging.reconcile', { month: '2026-10' });
    // The register of M-1 at the month's beginning lies between two readings: 1000.
    expect(answer.groups).toMatchObject([
      { meter: 'M-1', devices: ['EV-01'], metered: 90_000, sold: 80_000, lossPermille: 111, energyFen: 359, serviceFen: 240, gridCostFen: 730, marginFen: -371 },
      { meter: 'M-2', devices: ['EV-02'], metered: 95_000, sold: 100_000, lossPermille: -53, energyFen: 1206, serviceFen: 300, gridCostFen: 770, marginFen: 436 },
      { meter: '', metered: null, sold: 0, lossPermille: null, gridCostFen: 0, marginFen: 0 },
    ]);
    expect(answer.groups[2]?.devices).toHaveLength(16);
    expect(answer.alarms).toEqual([{ kind: 'CHARGE_ABOVE_GRID', period: '', excess: 143 }, { kind: 'SOLD_ABOVE_METER', period: '', excess: 5000, meter: 'M-2', devices: ['EV-02'] }]);
    const [entry] = await rows<{ entryId: number }>(office.raw, `select entry_id as entryId from entry where kind = 'charging-grid'`);
    expect(answer.evidence).toEqual([
      { readings: [], sessions: { from: '2026-10-01', to: '2026-10-31', devices: [] }, bill: { month: '2026-10', version: 1, entryId: entry?.entryId } },
      { readings: [{ meter: 'M-2', period: '', at: '2026-10-01 00:00:00', energy: 0 }, { meter: 'M-2', period: '', at: '2026-11-01 00:00:00', energy: 95_000 }], sessions: { from: '2026-10-01', to: '2026-10-31', devices: ['EV-02'] }, bill: null },
    ]);
    // 185,000 metered, 180,000 sold: 5000 were lost, 39 fen of 1500 for 190,000.
    expect(answer.rows.at(-1)).toMatchObject({ metered: 185_000, lossPermille: 27, serviceFen: 540, serviceMarginFen: 501 });
  });
  it('names the readings around an edge, of each register that counts', async () => {
    await open();
    await sell(...TWO);
    for (const period of ['peak', 'valley']) await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-09-30T12:00', 0, period), read('2026-10-01T12:00', 20, period), read('2026-10-15T00:00', 30, period), read('2026-11-01T00:00', 40, period)] });
    const { alarms, evidence } = await office.get('charging.reconcile', { month: '2026-10' });
    expect(alarms.map(({ kind, period, excess }) => [kind, period, excess])).toEqual([['SOLD_ABOVE_METER', 'peak', 99_970], ['SOLD_ABOVE_METER', 'valley', 69_303], ['SOLD_ABOVE_METER', '', 179_940]]);
    const around = (period: string) => [['2026-09-30 12:00:00', 0], ['2026-10-01 12:00:00', 20], ['2026-11-01 00:00:00', 40]].map(([at, energy]) => ({ meter: 'M-1', period, at, energy }));
    expect(evidence.map(({ readings }) => readings)).toEqual([around('peak'), around('valley'), [...around('peak'), ...around('valley')]]);
  });
  it('sum to the whole: metered, sold, fees and cost', async () => {
    await open();
    let order = 0;
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('', 'M-1', 'M-2', 'M-3'), { minLength: 4, maxLength: 4 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9000 })), { maxLength: 5 }), fc.array(fc.nat(9000), { minLength: 3, maxLength: 3 }), fc.nat(100_000), async (meters, sold, counted, costFen) => {
      // Each run adds to October: its sessions, and a reading later in the month after the counts so far.
      for (const [index, meter] of meters.entries()) await run(office.raw, `update charging_device set meter_id = (select meter_id from charging_meter where code = ?) where code = ?`, [meter, `EV-0${index + 1}`]);
      if (sold.length > 0) await sell(...sold.map(([device, energy]) => ({ order: `N${(order += 1)}`, device: `EV-0${device}`, start: '2026-10-09 19:10:00', end: '2026-10-09 20:30:00', kwh: `${(energy - (energy % 1000)) / 1000}.${String(energy % 1000).padStart(3, '0')}` })));
      for (const [index, count] of counted.entries()) {
        const meter = `M-${index + 1}`;
        await run(office.raw, 'insert into charging_meter (code, place, at) values (?, ?, ?) on conflict (code) do nothing', [meter, '', '']);
        await run(office.raw, 'drop trigger if exists charging_reading_no_delete');
        await run(office.raw, 'delete from charging_reading where meter_id = (select meter_id from charging_meter where code = ?)', [meter]);
        await office.get('charging.addMeterReadings', { meter, readings: [read('2026-10-01T00:00', 0), read('2026-11-01T00:00', count)] });
      }
      await bill('2026-10', { energy: 100, costFen });
      const { rows: list, groups } = await office.get('charging.reconcile', { month: '2026-10' });
      const whole = list.at(-1);
      const sum = (field: 'metered' | 'sold' | 'energyFen' | 'serviceFen' | 'gridCostFen') => groups.reduce((total, group) => total + (group[field] ?? 0), 0);
      expect([sum('metered'), sum('sold'), sum('energyFen'), sum('serviceFen')]).toEqual([whole?.metered, whole?.sold, whole?.energyFen, whole?.serviceFen]);
      expect(groups.some(({ metered, sold: own }) => (metered ?? own) > 0) ? sum('gridCostFen') : costFen).toBe(costFen);
    }), { numRuns: 20 });
  });
});

describe('a file of readings', () => {
  const take = (text: string, commit = true) => {
    const file = temporaryFile('csv');
    writeFileSync(file, text);
    return office.get('charging.importReadings', { file, commit });
  };
  const HEAD = '充电分表抄表\r\n电表,时间,读数,时段\r\n';
  it('adds what it lists, once, after a look that writes nothing', async () => {
    await open();
    const text = `${HEAD}M-1,2026-10-01,1000.5,\r\nM-1,2026/11/1 0:00,"1,200.1234",总\r\nM-1,2026-11-01 00:00:00,12,峰\r\nM-1,2026-10-01 00:00,10,峰\r\n合计,,,\r\n`;
    expect(await take(text, false)).toEqual({ added: 4, unchanged: 0, written: false, issues: [] });
    expect((await office.get('charging.reconcile', { month: '2026-10' })).meters).toEqual([]);
    expect(await take(text)).toEqual({ added: 4, unchanged: 0, written: true, issues: [] });
    expect(await take(text)).toEqual({ added: 0, unchanged: 4, written: true, issues: [] });
    const { rows: list, meters } = await office.get('charging.reconcile', { month: '2026-10' });
    expect(meters).toMatchObject([{ meter: 'M-1', metered: 1_996_234 }]);
    expect(list).toMatchObject([{ period: 'peak', metered: 20_000 }, { period: '' }]);
  });
  it('may be a workbook, whose dates keep their time of day', async () => {
    await open();
    const file = temporaryFile('xlsx');
    const at = (moment: string) => ({ type: Date, value: new Date(`${moment}Z`), format: 'yyyy-mm-dd hh:mm' });
    await writeExcelFile([[{ value: '电表' }, { value: '时间' }, { value: '读数' }, { value: '时段' }], [{ value: 'M-1' }, at('2026-10-01T00:00:00'), { type: Number, value: 1000.1234 }, null], [{ value: 'M-1' }, at('2026-10-31T12:00:00'), { type: Number, value: 1200 }, null]]).toFile(file);
    expect(await office.get('charging.importReadings', { file, commit: true })).toEqual({ added: 2, unchanged: 0, written: true, issues: [] });
    expect((await office.get('charging.reconcile', { month: '2026-10' })).meters).toEqual([{ meter: 'M-1', lastAt: '2026-10-31 12:00:00', lastEnergy: 12_000_000, metered: null }]);
  });
  it('with an issue writes nothing, and names each row', async () => {
    await open();
    await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-10-15T00:00', 5000), read('2026-10-20T00:00', 9000)] });
    expect(await take(`${HEAD}M-2,2026-10-01,1,\r\n,2026-10-01,1,\r\nM-3,昨天,1,\r\nM-3,2026-10-01,1.23456,\r\nM-3,2026-10-01,,\r\nM-3,2026-10-01,-1,\r\nM-3,2027-01-01,1,\r\nM-1,2026-10-20,0.8,\r\nM-2,2026-10-02,0.9999,\r\nM-1,2026-10-16,2,\r\n`)).toMatchObject({
      written: false,
      issues: [
        { row: 4, field: 'meter', reason: 'MISSING', value: '' }, { row: 5, field: 'at', reason: 'UNREADABLE', value: '昨天' }, { row: 6, field: 'energy', reason: 'UNREADABLE', value: '1.23456' }, { row: 7, field: 'energy', reason: 'MISSING' }, { row: 8, field: 'energy', reason: 'UNREADABLE', value: '-1' },
        { row: 9, field: 'at', reason: 'FUTURE', value: '2027-01-01' }, { row: 10, field: 'energy', reason: 'DIFFERS', value: '0.8' }, { row: 11, field: 'energy', reason: 'FALLS', value: '0.9999' }, { row: 12, field: 'energy', reason: 'FALLS', value: '2' },
      ],
    });
    expect((await office.get('charging.reconcile', { month: '2026-10' })).meters.map(({ meter }) => meter)).toEqual(['M-1']);
    const file = temporaryFile('csv');
    writeFileSync(file, '电表,时间\r\nM-1,2026-10-01\r\n');
    expect(await office.call('charging.importReadings', { file, commit: true })).toMatchObject({ ok: false, code: 'NO_HEADER_ROW', details: { missing: ['energy'] } });
  });
});

describe('the margin of months', () => {
  it('is income less the grid’s cost and what platforms kept, and not known without a bill', async () => {
    await open();
    await sell(...TWO);
    await office.get('charging.addMeterReadings', { meter: 'M-1', readings: [read('2026-10-01T00:00', 0), read('2026-11-01T00:00', 200_000)] });
    const months = async () => (await office.get('charging.margin', { from: '2026-09', to: '2026-11' })).rows;
    const nothing = { sessions: 0, energy: 0, energyFen: 0, serviceFen: 0, extraFen: 0, gridCostFen: null, commissionFen: 0, otherFen: 0, metered: null, lossPermille: null, energyMarginFen: null, serviceMarginFen: null, netFen: null };
    const sold = { month: '2026-10', sessions: 2, energy: 180_000, energyFen: 1565, serviceFen: 540, extraFen: 0, commissionFen: 0, otherFen: 0, metered: 200_000, lossPermille: 100 };
    expect(await months()).toEqual([{ ...nothing, month: '2026-09' }, { ...sold, gridCostFen: null, energyMarginFen: null, serviceMarginFen: null, netFen: null }, { ...nothing, month: '2026-11' }]);
    await bill('2026-10', { energy: 200_000, costFen: 1800 });
    expect((await months())[1]).toEqual({ ...sold, gridCostFen: 1800, energyMarginFen: -235, serviceMarginFen: 360, netFen: 305 });
    expect((await office.get('charging.margin', { from: '2026-11', to: '2026-10' })).rows).toEqual([]);
  });
  it('takes what platforms kept from the ledger, by the day of its entries', async () => {
    await open();
    await run(office.raw, `insert into account (account, name) values ('2241.03.18', '佣金') on conflict (account) do nothing`);
    await office.office.database.write((db) => postEntry(db, { on: '2026-10-31', kind: 'charging', memo: '佣金', by: 1, at: office.ctx.now, postings: [{ account: '2241.03.18', fund: 'common', amountFen: 33 }, { account: '1122.01', fund: 'common', amountFen: -33 }] }));
    await bill('2026-10', { energy: 10, costFen: 100 });
    expect((await office.get('charging.margin', { from: '2026-10', to: '2026-11' })).rows).toMatchObject([{ commissionFen: 33, netFen: -133 }, { commissionFen: 0, netFen: null }]);
  });
});
