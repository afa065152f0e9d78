import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOfSecond, readMoment, secondOf } from '../../shared/domain/cell-moment.ts';
import { againstOrder, checkClock } from '../../shared/domain/barrier-order.ts';
import { daysOfLines, planStays, type BarrierPlan } from '../../shared/domain/barrier-stays.ts';
import type { BarrierLine, KnownStay } from '../../shared/domain/barrier-types.ts';

const A = '贵J12345';
const B = '贵J67890';

/** A line: `A 03 08:00 - 03 17:00` of October; an empty side is not there. */
function lines(...texts: [plate: string, inAt: string, outAt: string][]): BarrierLine[] {
  return texts.map(([plate, inAt, outAt], index) => ({ row: index + 2, plate, inAt: moment(inAt), outAt: moment(outAt), lane: '东门', fault: null, value: '', raw: '' }));
}
function moment(text: string): string | null {
  return text === '' ? null : `2026-10-${text}:00`;
}
const known = (stayId: number, plate: string, inAt: string, outAt: string, fault: KnownStay['fault'] = null): KnownStay => ({ stayId, plate, inAt: moment(inAt), outAt: moment(outAt), fault, joined: false });
const said = ({ stays }: BarrierPlan) => stays.map(({ row, outRow, fault, joins }) => [row, outRow, fault, ...joins]);

describe('moments', () => {
  it.each([
    ['2026-10-03 08:05:09', '2026-10-03 08:05:09'], ['2026/10/3 8:05', '2026-10-03 08:05:00'], ['2026.10.03 8:05:09', '2026-10-03 08:05:09'], ['2026-10-03T08:05:09', '2026-10-03 08:05:09'], ['20261003080509', '2026-10-03 08:05:09'], ['20261003 080509', '2026-10-03 08:05:09'],
    ['2026年10月3日 8时5分9秒', '2026-10-03 08:05:09'], ['2026年10月3日8:05', '2026-10-03 08:05:00'], ['2026-10-03 08:05:09.0', '2026-10-03 08:05:09'], ['2026/10/3 下午 3:05:09', '2026-10-03 15:05:09'], ['2026/10/3 上午12:05', '2026-10-03 00:05:00'], ['2026/10/3 3:05 PM', '2026-10-03 15:05:00'],
    ['２０２６－１０－０３　０８：０５', '2026-10-03 08:05:00'], ['\t2026-10-03 08:05:09', '2026-10-03 08:05:09'], ['46298.336909722', '2026-10-03 08:05:09'], ['', ''], ['-', ''], ['未出场', ''], ['在场', ''], ['无入场记录', ''],
  ])('%j is %j', (cell, expected) => { expect(readMoment(cell)).toBe(expected); });

  it.each(['2026-10-03', '2026-02-30 08:00', '2026-10-03 24:00:00', '2026-10-03 08:60', '08:05:09', '昨天', '2026-10-03T08:05:09Z', '46298', '2026/13/1 8:00', '2026/10/3 上午 13:05', '#VALUE!'])('%j is none', (cell) => { expect(readMoment(cell)).toBeUndefined(); });

  it('come back from their seconds', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6_000_000_000 }), (second) => { expect(secondOf(momentOfSecond(second))).toBe(second); }));
  });
});

describe('the barrier’s clock', () => {
  it('went back where the fewest times fall against the order', () => {
    expect(againstOrder([0, 600, 1200, 300, 1800])).toEqual([3]);
    expect(againstOrder([0, 9000, 600, 1200, 1800])).toEqual([1]);
    expect(againstOrder([0, 600, 540, 1200, 1800])).toEqual([]);
    expect(againstOrder([5, 5, 5])).toEqual([]);
  });

  it('is not judged where a file is in no order of time, or by plate', () => {
    const passages = lines([A, '03 08:00', ''], [A, '', '03 17:00'], [B, '03 09:00', ''], [B, '', '03 12:00'], ['贵J00001', '03 07:00', '']);
    expect(checkClock(passages, 'passages').setBack.size).toBe(0);
    const stays = lines([A, '03 08:00', '03 09:00'], [B, '03 07:00', '03 07:30'], [A, '01 08:00', '01 09:00'], [B, '05 08:00', '05 09:00'], [A, '02 08:00', '02 09:00'], [B, '01 08:00', '01 09:00'], [A, '04 08:00', '04 09:00']);
    expect(checkClock(stays, 'stays').setBack.size).toBe(0);
  });

  it('names as many places as a quadratic search must leave out', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }).map((step) => step * 1_000), { maxLength: 14 }), (seconds) => {
      const longest = seconds.map(() => 1);
      seconds.forEach((value, index) => { for (let before = 0; before < index; before += 1) if ((seconds[before] ?? 0) <= value) longest[index] = Math.max(longest[index] ?? 1, (longest[before] ?? 0) + 1); });
      const left = againstOrder(seconds);
      expect(left).toHaveLength(seconds.length - Math.max(0, ...longest));
      expect(seconds.filter((_, index) => !left.includes(index))).toEqual(seconds.filter((_, index) => !left.includes(index)).sort((one, other) => one - other));
    }));
  });
});

describe('a file of stays', () => {
  it('keeps those that end first where a car is in twice at once', () => {
    expect(said(planStays(lines([A, '01 08:00', '20 09:00'], [A, '02 08:00', '02 09:00'], [A, '02 09:00', '02 10:00'], [B, '02 08:30', '02 09:00']), 'stays'))).toEqual([[2, null, 'STAYS_OVERLAP'], [3, null, null], [4, null, null], [5, null, null]]);
  });

  it('skips what was there before, in it or in the books, and completes lost halves', () => {
    const plan = planStays(lines([A, '01 08:00', '01 09:00'], [A, '01 08:00', '01 09:00'], [A, '02 08:00', '02 09:00'], [A, '03 08:00', ''], [A, '05 08:00', '05 09:00']), 'stays', [known(1, A, '02 08:00', '02 09:00'), known(2, A, '03 08:00', '03 10:00'), known(3, A, '05 08:00', '', 'EXIT_LOST')]);
    expect(said(plan)).toEqual([[2, null, null], [6, null, null, 3]]);
    expect(plan.repeats).toEqual([3, 4, 5]);
  });

  it('lets what the books have stand, and names what is too long', () => {
    expect(said(planStays(lines([A, '02 08:30', '02 09:30'], [A, '02 09:00', '02 09:45'], [B, '01 08:00', '31 08:00']), 'stays', [known(1, A, '02 08:00', '02 09:00')]))).toEqual([[2, null, 'STAYS_OVERLAP'], [3, null, null], [4, null, null]]);
    const [month] = lines([B, '01 08:00', '31 08:00']);
    if (!month) throw new Error('no line');
    expect(said(planStays([{ ...month, inAt: '2026-09-30 07:59:00' }], 'stays'))).toEqual([[2, null, 'TOO_LONG']]);
  });

  it('finds a line against the order of entries, though exits have none', () => {
    const rows = Array.from({ length: 20 }, (_, index): [string, string, string] => [`贵J${10_000 + index}`, `0${1 + Math.floor(index / 10)} ${String(8 + (index % 10)).padStart(2, '0')}:00`, `1${index % 10} 1${(index * 7) % 10}:00`]);
    rows.splice(12, 0, [A, '01 03:00', '01 04:00']);
    expect(said(planStays(lines(...rows), 'stays')).filter(([, , fault]) => fault !== null)).toEqual([[14, null, 'CLOCK_SET_BACK']]);
  });
});

describe('a file of passages', () => {
  it('makes stays of entries and exits and names the halves that are lost', () => {
    const plan = planStays(lines([A, '03 08:00', ''], [B, '03 08:10', ''], [A, '', '03 09:00'], [A, '', '03 10:00'], [B, '03 11:00', ''], [B, '', '03 12:00'], [A, '03 13:00', '']), 'passages');
    expect(said(plan)).toEqual([[2, 4, null], [3, null, 'EXIT_LOST'], [5, null, 'ENTRY_LOST'], [6, 7, null], [8, null, 'EXIT_LOST']]);
    expect(plan.stays[0]).toMatchObject({ inAt: '2026-10-03 08:00:00', outAt: '2026-10-03 09:00:00', lane: '东门' });
  });

  it('is read the other way round where the newest line comes first', () => {
    const plan = planStays(lines([A, '', '03 12:00'], [A, '03 12:00', ''], [B, '', '03 10:00'], [B, '03 09:00', ''], [A, '', '03 08:30'], [A, '03 08:00', '']), 'passages');
    expect(said(plan)).toEqual([[3, 2, null], [5, 4, null], [7, 6, null]]);
  });

  it('finds the other half of a stay in an earlier file, but not across a stay that stands', () => {
    expect(said(planStays(lines([A, '', '03 07:00']), 'passages', [known(5, A, '02 18:00', '', 'EXIT_LOST')]))).toEqual([[2, null, null, 5]]);
    expect(said(planStays(lines([A, '02 18:00', '']), 'passages', [known(5, A, '', '03 07:00', 'ENTRY_LOST')]))).toEqual([[2, null, null, 5]]);
    expect(said(planStays(lines([A, '', '03 07:00']), 'passages', [known(5, A, '01 18:00', '', 'EXIT_LOST'), known(6, A, '02 08:00', '02 09:00')]))).toEqual([[2, null, 'ENTRY_LOST']]);
    expect(said(planStays(lines([A, '', '03 07:00']), 'passages', [{ ...known(5, A, '02 18:00', '', 'EXIT_LOST'), joined: true }]))).toEqual([[2, null, 'ENTRY_LOST']]);
    expect(planStays(lines([A, '02 18:00', ''], [A, '', '03 07:00']), 'passages', [known(5, A, '02 18:00', '', 'EXIT_LOST')])).toMatchObject({ repeats: [2], stays: [{ row: 3, inAt: '2026-10-02 18:00:00', joins: [5] }] });
  });

  it('names a passage after the clock went back, and the half that it leaves', () => {
    const plan = planStays(lines([A, '03 08:00', ''], [B, '03 09:00', ''], [A, '', '03 08:30'], [B, '', '03 10:00'], ['贵J00001', '03 11:00', '']), 'passages');
    expect(said(plan)).toEqual([[2, null, 'EXIT_LOST'], [3, 5, null], [4, null, 'CLOCK_SET_BACK'], [6, null, 'EXIT_LOST']]);
  });
});

it('speaks for the days by which it was exported, of its own lines', () => {
  const own = lines([A, '01 08:00', '20 09:00'], [B, '21 08:00', '22 09:00'], [B, '23 08:00', ''], [A, '', '24 09:00']);
  const plan = { ...planStays(own, 'passages'), stays: own.map((line) => ({ ...line, outRow: null, joins: [] })) };
  expect(daysOfLines(own, { ...plan, sortedBy: 'in' })).toEqual({ from: '2026-10-01', to: '2026-10-23' });
  expect(daysOfLines(own, { ...plan, sortedBy: 'out' })).toEqual({ from: '2026-10-20', to: '2026-10-24' });
  expect(daysOfLines(own, { ...plan, sortedBy: undefined })).toEqual({ from: '2026-10-01', to: '2026-10-24' });
  expect(daysOfLines(own, { ...plan, stays: plan.stays.map((stay) => ({ ...stay, fault: 'IN_FUTURE' })) })).toBeUndefined();
  const exit = lines([A, '', '03 07:00']);
  expect(daysOfLines(exit, planStays(exit, 'passages', [known(5, A, '02 18:00', '', 'EXIT_LOST')]))).toEqual({ from: '2026-10-03', to: '2026-10-03' });
});

const at = fc.integer({ min: 0, max: 4_000 }).map((minute) => momentOfSecond(secondOf('2026-10-01 00:00:00') + minute * 60 * 15));
const plate = fc.constantFrom('贵J00001', '贵J00002', '贵J00003');
const stayLine = fc.record({ plate, inAt: fc.option(at, { freq: 6 }), outAt: fc.option(at, { freq: 6 }), lost: fc.boolean() });
const KNOWN: KnownStay[] = [known(1, '贵J00001', '05 08:00', '05 09:00'), known(2, '贵J00002', '06 08:00', '', 'EXIT_LOST'), known(3, '贵J00003', '', '07 08:00', 'ENTRY_LOST')];

it('loses nothing: every line is in one stay, one fault or the repeats, whatever stands in the file', () => {
  fc.assert(fc.property(fc.constantFrom('stays' as const, 'passages' as const), fc.array(stayLine, { maxLength: 60 }), fc.boolean(), (shape, made, sorted) => {
    const drawn = made.map(({ plate: one, inAt, outAt, lost }, index): BarrierLine => {
      const [entry, exit] = shape === 'passages' ? (lost ? [inAt ?? '2026-10-09 08:00:00', null] : [null, outAt ?? '2026-10-09 09:00:00']) : [inAt, outAt];
      const fault = shape === 'passages' ? null : entry === null ? (exit === null ? 'TIME_UNREADABLE' : 'ENTRY_LOST') : exit === null ? 'EXIT_LOST' : exit < entry ? 'EXIT_BEFORE_ENTRY' : null;
      return { row: index + 2, plate: one, inAt: entry, outAt: exit, lane: '', fault, value: '', raw: fault === 'TIME_UNREADABLE' ? `${one}|` : '' };
    });
    const given = sorted ? [...drawn].sort((left, right) => ((left.inAt ?? left.outAt ?? '') < (right.inAt ?? right.outAt ?? '') ? -1 : 1)).map((line, index) => ({ ...line, row: index + 2 })) : drawn;
    const { stays, repeats } = planStays(given, shape, KNOWN);
    const used = [...stays.flatMap(({ row, outRow }) => (outRow === null ? [row] : [row, outRow])), ...repeats];
    expect([...used].sort((left, right) => left - right)).toEqual(given.map(({ row }) => row));
    const sound = stays.filter(({ fault }) => fault === null);
    for (const { inAt, outAt } of sound) expect(inAt !== null && outAt !== null && inAt <= outAt).toBe(true);
    for (const { plate: one, inAt, outAt } of sound) {
      const others = [...sound, ...KNOWN.filter(({ fault }) => fault === null)].filter((other) => other.plate === one && !(other.inAt === inAt && other.outAt === outAt));
      expect(others.filter((other) => (inAt ?? '') < (other.outAt ?? '') && (other.inAt ?? '') < (outAt ?? ''))).toEqual([]);
    }
    const joins = stays.flatMap((stay) => stay.joins);
    expect(new Set(joins).size).toBe(joins.length);
  }), { numRuns: 500 });
});
