import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readTables } from '../../electron/files/read-table.ts';
import type { SheetTable } from '../../shared/domain/cell-text.ts';
import { formatE4, formatEnergy, LARGEST_E4, parseE4, usageOf, type Reading } from '../../shared/domain/meter.ts';
import { itemOf, planReadings, type MeterBooks } from '../../shared/domain/meter-plan.ts';
import { parseReadings, readRegister } from '../../shared/domain/meter-sheet.ts';
import { EXPECTED_READINGS, FIRST_READINGS, READ_HOMES, readingsWorkbook } from '../fixtures/readings.ts';
import { decimalSpelling } from '../fixtures/spellings.ts';

const folder = await mkdtemp(join(tmpdir(), 'mingbai-meter-'));
afterAll(() => rm(folder, { recursive: true }));

const ITEMS = [{ feeItemId: 7, code: 'water', name: '水费' }, { feeItemId: 8, code: 'heat', name: '热力费' }];

/** Books that hold the first readings of the fixture, or none. */
function booksOf(readings: readonly (readonly [string, string, string, number])[]): MeterBooks {
  const idOf = (label: string): number => READ_HOMES.indexOf(label as (typeof READ_HOMES)[number]) + 1;
  const known = new Map(readings.map(([label, item, meterNo, lastE4]) => [`${item} ${String(idOf(label))}`, { meterNo, lastOn: '2026-10-04', lastE4 }]));
  const codeOf = (feeItemId: number): string => ITEMS.find((item) => item.feeItemId === feeItemId)?.code ?? '';
  return {
    items: ITEMS,
    findHome: ({ place: { building, unit, room }, compact }) => {
      const label = READ_HOMES.find((home) => home === `${building}-${unit}-${room}` || home.replaceAll('-', '') === compact);
      return label && { homeId: idOf(label), label };
    },
    stateOf: (feeItemId, homeId) => known.get(`${codeOf(feeItemId)} ${String(homeId)}`),
    isKnown: (feeItemId, homeId, readOn, valueE4) => readOn === '2026-10-04' && known.get(`${codeOf(feeItemId)} ${String(homeId)}`)?.lastE4 === valueE4,
  };
}

const plan = (rows: SheetTable['rows'], books = booksOf(FIRST_READINGS), options: { readOn?: string; item?: string } = {}) => planReadings(parseReadings([{ name: '抄表', rows }], '2026-11-05'), books, { today: '2026-11-05', ...options });

describe('a list of readings', () => {
  it('comes out row by row as the faulty workbook must', async () => {
    const file = join(folder, 'readings.xlsx');
    await writeFile(file, readingsWorkbook());
    const { sheets } = await readTables(file);
    const read = parseReadings(sheets, '2026-11-05');
    expect([read.sheet, read.headerRow]).toEqual(['11月', 4]);
    const rows = planReadings(read, booksOf(FIRST_READINGS), { today: '2026-11-05' });
    expect(rows.map(({ row, action, issues, label, usedE4 }) => ({ row, action, reasons: issues.map(({ reason }) => reason), label, usedE4 }))).toEqual(EXPECTED_READINGS);
    expect(rows.flatMap(({ issues }) => issues).find(({ reason }) => reason === 'PREVIOUS_DIFFERS')).toEqual({ row: 9, column: 'previous', header: '上期读数（吨）', value: '290', reason: 'PREVIOUS_DIFFERS', label: '3-2-505', ours: '300' });
    expect(rows.find(({ action }) => action === 'replace')?.write).toEqual({ feeItemId: 7, homeId: 8, readOn: '2026-11-03', valueE4: 310_000, meterNo: 'W0102B', note: '旧表止码10005，新表起码0', replaces: { finalE4: 100_050_000, baseE4: 0, newMeterNo: 'W0102B' } });
  });

  it('takes the day from the table, the title, the caller or today, in this order of the surest', () => {
    const head = ['房号', '表号', '本次读数'];
    const row = ['3-2-501', 'W0001', '130'];
    const onOf = (rows: SheetTable['rows'], readOn?: string) => plan(rows, booksOf(FIRST_READINGS), { item: 'water', ...(readOn ? { readOn } : {}) })[0]?.readOn;
    expect(onOf([[...head, '抄表日期'], [...row, '2026-11-01']])).toBe('2026-11-01');
    expect(onOf([['抄表日期：2026年10月31日'], head, row])).toBe('2026-10-31');
    expect(onOf([['10月 水表抄表（2026年10月）'], head, row])).toBe('2026-10-31');
    expect(onOf([['2026年11月'], head, row])).toBe('2026-11-05');
    expect(onOf([['2026年10月'], head, row], '2026-11-02')).toBe('2026-11-02');
    expect(onOf([head, row])).toBe('2026-11-05');
    expect(onOf([[...head, '月份'], [...row, '2026-10']])).toBe('2026-10-31');
  });

  it('refuses both of two rows where one cannot be read, and takes a sheet without days only once', () => {
    const head = ['房号', '费用项', '读数'];
    expect(plan([head, ['3-2-501', '水费', '130'], ['3-2-501', '水费', '一三〇?']]).map(({ action, issues }) => [action, issues[0]?.reason])).toEqual([['refused', 'REPEATED'], ['refused', 'NOT_A_NUMBER']]);
    expect(plan([head, ['3-2-501', '水费', '120']]).map(({ action }) => action)).toEqual(['unchanged']);
  });

  it('reads a meter that was replaced with as little as the sheet says', () => {
    const head = ['房号', '表号', '上次', '本次', '换表'];
    const of = (...row: string[]) => plan([head, row], booksOf(FIRST_READINGS), { item: 'water' })[0];
    expect(of('3-2-501', 'W77', '120', '3', '√')?.write?.replaces).toEqual({ finalE4: 1_200_000, baseE4: 0, newMeterNo: 'W77' });
    expect(of('3-2-501', 'W77', '2', '3', '是')).toMatchObject({ action: 'replace', usedE4: 10_000 });
    expect(of('3-2-501', 'W77', '119', '3', '是')?.issues[0]?.reason).toBe('PREVIOUS_DIFFERS');
    expect(of('3-2-501', 'W0001', '120', '3', '否')?.issues[0]?.reason).toBe('READING_FALLS');
    const ends = ['房号', '新表号', '旧表止码', '新表底数', '读数'];
    const ended = (...row: string[]) => plan([ends, row], booksOf(FIRST_READINGS), { item: 'water' })[0];
    expect(ended('3-2-501', 'W77', '125', '10', '11')).toMatchObject({ action: 'replace', usedE4: 60_000, meterNo: 'W77' });
    expect(ended('3-2-501', 'W77', '119', '10', '11')?.issues[0]).toMatchObject({ column: 'final', reason: 'READING_FALLS', ours: '120' });
    expect(ended('3-2-501', 'W77', '125', '10', '9')?.issues[0]).toMatchObject({ column: 'current', reason: 'READING_FALLS', ours: '10' });
    expect(ended('3-2-501', 'W77', '125', '10', '')).toMatchObject({ action: 'replace', usedE4: 50_000, valueE4: 100_000 });
  });

  it('finds the item by code, name or the word for its kind, where only one fits', () => {
    const items = [...ITEMS, { feeItemId: 9, code: 'hot', name: '生活热水费' }];
    const code = (text: string, asked?: string) => itemOf(text, items, asked)?.code;
    expect(['water', '水费', '水', '自来水', '水表', '热力', '暖气费', '热水', '生活热水', '电', ''].map((text) => code(text))).toEqual(['water', 'water', 'water', 'water', 'water', 'heat', 'heat', 'hot', 'hot', undefined, undefined]);
    expect([code('', 'heat'), code('水', 'heat'), itemOf('', ITEMS.slice(0, 1), undefined)?.code, itemOf('煤气', [{ feeItemId: 1, code: 'a', name: '燃气费' }, { feeItemId: 2, code: 'b', name: '天然气费' }], undefined)?.code]).toEqual(['heat', 'water', 'water', undefined]);
  });

  it('never throws on what a table may hold, and stores nothing from a refused row', () => {
    const cell = fc.oneof(fc.constantFrom(null, '', '3-2-501', '32502', '水', '热力', '128', '-1', '１２', '是', '换表', '2026-11-01', '46329', '合计', '旧表止码9', 'W0001', '#REF!'), fc.string({ maxLength: 8 }));
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 }), (rows) => {
      for (const row of plan([['房号', '费用项', '表号', '上次读数', '本次读数', '抄表日期', '换表', '备注'], ...rows])) {
        expect(row.write === undefined).toBe(['refused', 'unread', 'unchanged'].includes(row.action));
        expect(row.issues.length > 0).toBe(row.action === 'refused');
        if (row.write) expect(row.usedE4).toBeGreaterThanOrEqual(0);
      }
    }), { numRuns: 500 });
  });
});

describe('a register', () => {
  it('is read in any spelling', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_99 }).chain((hundredths) => fc.tuple(fc.constant(hundredths), decimalSpelling(hundredths, '吨'))), ([hundredths, text]) => {
      expect(readRegister(text)).toEqual({ valueE4: hundredths * 100 });
    }));
    expect(['一百零二', '102方', '1.5 GJ', '-3', '1.23456', '12345678', '', '无人'].map((text) => readRegister(text)))
      .toEqual([{ valueE4: 1_020_000 }, { valueE4: 1_020_000 }, { valueE4: 15_000 }, { fault: 'NEGATIVE' }, { fault: 'TOO_MANY_DECIMALS' }, { fault: 'TOO_LARGE' }, undefined, { fault: 'NOT_A_NUMBER' }]);
  });

  it('is written so that it is read back', () => {
    expect([formatE4(12_345_000), formatE4(0), formatE4(5), formatE4(-15_000)]).toEqual(['1234.5', '0', '0.0005', '-1.5']);
    expect([formatEnergy(-12_345_000), formatEnergy(12_345_000, { separators: false }), formatEnergy(5)]).toEqual(['-1,234.5000', '1234.5000', '0.0005']);
    expect([parseE4('１，２３４.5'), parseE4('-1'), parseE4('1.23456'), parseE4('99999999')]).toEqual([12_345_000, undefined, undefined, undefined]);
    fc.assert(fc.property(fc.integer({ min: 0, max: LARGEST_E4 }), (value) => parseE4(formatE4(value)) === value));
  });
});

describe('usageOf', () => {
  const read = (place: number, meterId: number, valueE4: number): Reading => ({ readingId: place, place, meterId, readOn: `2026-${String(Math.min(place, 12)).padStart(2, '0')}-03`, valueE4 });

  it('never bills a base, and says why else it bills nothing', () => {
    expect(usageOf([])).toEqual({ skip: 'NO_READING' });
    expect(usageOf([read(1, 1, 1_000_000)])).toEqual({ skip: 'NO_READING' });
    expect(usageOf([read(1, 1, 1_000_000), read(2, 1, 1_000_000)])).toEqual({ skip: 'NO_USE' });
    expect(usageOf([read(1, 1, 1_000_000), read(2, 1, 999_999)])).toEqual({ skip: 'READING_FALLS' });
    // A fall in between is no usage even where the last reading is above the first.
    expect(usageOf([read(1, 1, 10), read(2, 1, 30), read(3, 1, 20)])).toEqual({ skip: 'READING_FALLS' });
  });

  it('sums over successive months to what the meters ran from base to last, replacements included, however the months are cut', () => {
    // Each meter: its base and what it runs between readings; the next one begins where its predecessor ends.
    const meter = fc.record({ base: fc.nat(5_000_000), runs: fc.array(fc.nat(400_000), { minLength: 1, maxLength: 12 }) });
    fc.assert(fc.property(fc.array(meter, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(40), { maxLength: 8 }), (meters, cuts) => {
      let place = 0;
      const readings = meters.flatMap(({ base, runs }, index) => {
        let valueE4 = base;
        return [base, ...runs].map((run, at) => read(++place, index, at === 0 ? base : (valueE4 += run)));
      });
      const ran = meters.flatMap(({ runs }) => runs).reduce((sum, run) => sum + run, 0);
      const ends = [...new Set([0, ...cuts.map((cut) => cut % readings.length), readings.length - 1])].sort((left, right) => left - right);
      let billed = 0;
      for (let index = 1; index < ends.length; index += 1) {
        const used = usageOf(readings.slice(ends[index - 1], (ends[index] ?? 0) + 1));
        if (!('skip' in used)) billed += used.quantityE4;
        else expect(used.skip).toBe('NO_USE');
      }
      expect(billed).toBe(ran);
    }), { numRuns: 500 });
  });
});
