import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDirection, readPlateCell } from '../../shared/domain/barrier-cells.ts';
import { findBarrierTable } from '../../shared/domain/barrier-columns.ts';
import { readBarrierLines } from '../../shared/domain/barrier-lines.ts';
import { daysOfLines, planStays } from '../../shared/domain/barrier-stays.ts';
import type { BarrierMapping } from '../../shared/domain/barrier-types.ts';
import type { Cell } from '../../shared/domain/cell-text.ts';
import { AppError } from '../../shared/errors.ts';
import { readStatementFile } from '../../electron/files/read-statement.ts';

const NOW = '2026-11-05 10:00:00';
const table = (rows: Cell[][], mapping?: BarrierMapping) => findBarrierTable([{ name: '', rows }], mapping);
const lines = (rows: Cell[][]) => readBarrierLines(table(rows), NOW);

function refused(work: () => unknown): { code: string; details: unknown } {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('not refused');
}

describe('a plate of a file', () => {
  it.each([
    ['贵J12345', '贵J12345'], ['贵j·12345', '贵J12345'], ['蓝贵J12345', '贵J12345'], ['贵J12345(蓝)', '贵J12345'], ['贵JD12345 绿牌', '贵JD12345'], ['绿色贵JD12345', '贵JD12345'], ['贵J12345_蓝', '贵J12345'], ['　贵Ｊ１２３４５\t', '贵J12345'], ["'贵J12345", '贵J12345'], ['黄 贵J12345', '贵J12345'],
  ])('%j is %s', (cell, plate) => { expect(readPlateCell(cell)).toEqual({ plate, fault: null }); });

  it.each(['', null, '-', '无牌车', '无牌', '_无_', '未识别', '无牌车001', '未知', 'unlicensed', '无', '临时车12'])('%j is none', (cell) => { expect(readPlateCell(cell)).toMatchObject({ fault: 'NO_PLATE' }); });
  it.each(['贵J1234', '贵J1O345', '12345', '贵JD1234567', '贵O12345', '贵A1234警', 'ABC', '蓝'])('%j cannot be read', (cell) => { expect(readPlateCell(cell)).toEqual({ plate: cell, fault: 'PLATE_UNREADABLE' }); });
});

it.each([['进', 'in'], ['入场', 'in'], ['驶入', 'in'], ['IN', 'in'], ['entry', 'in'], ['东门入口2', 'in'], ['出', 'out'], ['离场', 'out'], ['Exit', 'out'], ['北出口', 'out'], ['出入口', undefined], ['进出', undefined], ['', undefined], ['inside', undefined], ['1号岗亭', undefined]])('%j goes %s', (cell, direction) => { expect(readDirection(cell)).toBe(direction); });

describe('the columns', () => {
  it.each<[string, Cell[][], string, number]>([
    ['stays below a title', [['进出记录'], ['序号', '车牌号码', '入场时间', '入口', '出场时间', '出口']], 'stays', 2],
    ['stays in other words', [['车号', '进场时间', '离场时间', '通道']], 'stays', 1],
    ['stays in English', [['Plate No.', 'Entry Time', 'Exit Time', 'Lane']], 'stays', 1],
    ['passages with a direction', [['通行时间', '车牌', '进/出', '设备名称']], 'passages', 1],
    ['passages whose lane tells', [['抓拍时间', '号牌号码', '通道名称']], 'passages', 1],
  ])('are found for %s', (_, rows, shape, headerRow) => { expect(table([...rows, ['x']])).toMatchObject({ shape, headerRow }); });

  it('are refused by name where they are missing', () => {
    expect(refused(() => table([['车牌号', '入场时间'], ['贵J12345', '2026-10-01 08:00']]))).toEqual({ code: 'BARRIER_COLUMNS_MISSING', details: { missing: ['out'], headers: ['车牌号', '入场时间'] } });
    expect(refused(() => table([['入场时间', '出场时间']]))).toMatchObject({ details: { missing: ['plate'] } });
    expect(refused(() => table([['车牌号', '通行时间']]))).toMatchObject({ details: { missing: ['direction'] } });
    expect(refused(() => table([['a', 'b', 'c'], ['1', '2', '3']]))).toEqual({ code: 'BARRIER_COLUMNS_MISSING', details: { missing: ['plate', 'in', 'out'], headers: ['a', 'b', 'c'] } });
  });

  it('are those that a mapping names', () => {
    const rows: Cell[][] = [['标题'], ['牌', '来', '走', '门'], ['贵J12345', '2026-10-01 08:00', '2026-10-01 09:00', '东']];
    expect(refused(() => table(rows))).toMatchObject({ code: 'BARRIER_COLUMNS_MISSING', details: { headers: ['牌', '来', '走', '门'] } });
    expect(readBarrierLines(table(rows, { plate: '牌', in: '来', out: '走', lane: '门' }), NOW)).toMatchObject([{ row: 3, plate: '贵J12345', inAt: '2026-10-01 08:00:00', outAt: '2026-10-01 09:00:00', lane: '东', fault: null }]);
    expect(refused(() => table(rows, { plate: '牌', in: '来', out: '没有' }))).toMatchObject({ details: { missing: ['out'] } });
    expect(refused(() => table(rows, { plate: '没有', in: '来', out: '走' }))).toMatchObject({ details: { missing: ['plate', 'in', 'out'] } });
  });
});

describe('the lines', () => {
  const HEAD = ['车牌号', '入场时间', '出场时间'];
  it('leave out blank rows, sums, page ends and heads that come again', () => {
    expect(lines([HEAD, ['贵J12345', '2026-10-01 08:00', '2026-10-01 09:00'], [null, '', null], HEAD, ['合计：2条', null, null], ['导出时间：2026-11-01'], ['第1页/共2页'], ['共 2 条'], ['贵J67890', '2026-10-01 08:00', '2026-10-01 09:00']]).map(({ row }) => row)).toEqual([2, 9]);
  });

  it('name what is wrong: the plate first, then the times', () => {
    const faults = lines([HEAD, ['无牌车', 'x', 'y'], ['贵J1', 'x', 'y'], ['贵J12345', 'x', '2026-10-01 09:00'], ['贵J12345', '2026-10-01 09:00', 'y'], ['贵J12345', '', '-'], ['贵J12345', '', '2026-10-01 09:00'], ['贵J12345', '2026-10-01 09:00', '未出场'], ['贵J12345', '2026-10-01 09:00', '2026-10-01 08:59'], ['贵J12345', '2026-11-05 09:59:59', '2026-11-05 10:00:01'], ['贵J12345', '2026-11-05 09:00', '2026-11-05 10:00']]);
    expect(faults.map(({ fault, value }) => [fault, value])).toEqual([
      ['NO_PLATE', '无牌车'], ['PLATE_UNREADABLE', '贵J1'], ['TIME_UNREADABLE', 'x'], ['TIME_UNREADABLE', 'y'], ['TIME_UNREADABLE', '-'], ['ENTRY_LOST', '2026-10-01 09:00:00'], ['EXIT_LOST', '2026-10-01 09:00:00'], ['EXIT_BEFORE_ENTRY', '2026-10-01 09:00:00 → 2026-10-01 08:59:00'], ['IN_FUTURE', '2026-11-05 10:00:01'], [null, ''],
    ]);
  });

  it('are all read, whatever stands in them', () => {
    const cell = fc.oneof(fc.constantFrom(null, '', '贵J12345', '无牌车', '2026-10-01 08:00', '进', '出', '东门入口', '2027-01-01 00:00'), fc.string({ maxLength: 12 }));
    fc.assert(fc.property(fc.boolean(), fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), (stays, rows) => {
      const head = stays ? HEAD : ['车牌号', '通行时间', '方向'];
      const filled = rows.filter((cells) => cells.some((one) => (one ?? '').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '') !== ''));
      // Marked as lines, so that none begins like a sum.
      const marked = filled.map((cells): Cell[] => [`x${cells[0] ?? ''}`, cells[1], cells[2]]);
      const read = lines([head, ...marked]);
      expect(read.map(({ row }) => row)).toEqual(marked.map((_, index) => index + 2));
      const { stays: planned, repeats } = planStays(read, stays ? 'stays' : 'passages');
      expect(planned.reduce((sum, { outRow }) => sum + (outRow === null ? 1 : 2), repeats.length)).toBe(marked.length);
    }));
  });
});

type Expected = { rows: number; stays: object[]; repeats: number[]; faults: object[]; from: string; to: string };

describe.each(['barrier-stays', 'barrier-passages'])('the file %s', (name) => {
  it('is read as a person reads it', async () => {
    const fixture = (end: string) => fileURLToPath(new URL(`../fixtures/${name}.${end}`, import.meta.url));
    const expected = JSON.parse(readFileSync(fixture('expected.json'), 'utf8')) as Expected;
    const { sheets } = await readStatementFile(fixture('csv'));
    const found = findBarrierTable(sheets.map((rows) => ({ name: '', rows })));
    const read = readBarrierLines(found, NOW);
    const plan = planStays(read, found.shape);
    const { stays, repeats } = plan;
    const sound = stays.filter(({ fault }) => fault === null).map(({ row, outRow, plate, inAt, outAt, lane }) => ({ row, outRow, plate, inAt, outAt, lane }));
    const faults = stays.flatMap(({ row, plate, fault, value }) => (fault === null ? [] : [{ row, plate, fault, value }]));
    expect({ rows: read.length, stays: sound, repeats, faults, ...daysOfLines(read, plan) }).toEqual(expected);
  });
});
