import { describe, expect, it } from 'vitest';
import { readTables } from '../../electron/files/read-table.ts';
import { parseRoster } from '../../shared/domain/roster.ts';
import expected from '../fixtures/roster.expected.json' with { type: 'json' };

const SAMPLE = new URL('../fixtures/roster.xlsx', import.meta.url).pathname;
const STATUS: Record<string, string> = { 未售: 'unsold', 空置: 'vacant', 入住: 'occupied', 出租: 'let' };
const WHY: Record<string, string> = {
  ZERO: 'zero', NEGATIVE: 'negative', NOT_A_NUMBER: 'not a number', NO_SUCH_DAY: 'no such day', MISSING: 'missing',
  NOT_AN_AMOUNT: 'not an amount', CONTRADICTS: 'two rows for one home disagree',
};

const roster = parseRoster((await readTables(SAMPLE)).sheets);

describe("the office's own workbook", () => {
  it('is found under its titles, on its second sheet', () => {
    expect(roster).toMatchObject({ sheet: '业主台账', headerRow: 3 });
    expect(roster.headers).toMatchObject({ area: '建筑面积(㎡)', owner: '业主姓名' });
  });

  it('gives every home, field by field', () => {
    const homes = roster.homes.map((home) => ({
      label: home.label, owner: home.ownerName, phone: home.phone, area: home.areaDm2, handover: home.handoverOn,
      status: home.status, rate: home.rateE4, arrears: home.arrearsFen,
    }));
    const wanted = expected.homes.map((home) => ({
      label: `${home.building}-${home.unit}-${home.room}`, owner: home.owner, phone: home.phone,
      area: Number(home.area.replace('.', '')), handover: home.handover, status: STATUS[home.status],
      rate: Number(home.rate.replace('.', '')) * 100, arrears: Number(home.arrears.replace('.', '')),
    }));
    const byLabel = (left: { label: string }, right: { label: string }) => (left.label < right.label ? -1 : 1);
    expect(homes).toHaveLength(855);
    expect(homes.sort(byLabel)).toEqual(wanted.sort(byLabel));
  });

  it('sums to the totals of the office', () => {
    expect(roster.homes.reduce((sum, home) => sum + home.areaDm2, 0)).toBe(9_441_777);
    expect(roster.homes.reduce((sum, home) => sum + home.arrearsFen, 0)).toBe(46_390_178);
  });

  it('refuses exactly the faulty rows, in row order, and merges the repeat', () => {
    const issues = roster.issues.map(({ column, reason, value, label }) => ({
      room: column === 'room' && value === '' ? '' : (label.split('-').at(-1) ?? ''), field: column, why: WHY[reason],
    }));
    const byRoom = (left: { room: string }, right: { room: string }) => left.room.localeCompare(right.room);
    expect(issues.sort(byRoom)).toEqual([...expected.errors].sort(byRoom));
    expect(roster.issues.map(({ row }) => row)).toEqual([10, 267, 309, 367, 445, 617, 708, 730, 802, 877]);
    expect(roster.issues[0]).toEqual({
      row: 10, column: 'room', header: '房号', value: '801室', reason: 'CONTRADICTS', label: '1-1-801', otherRows: [267],
    });
    expect(roster.merged).toEqual([{ row: 442, intoRow: 208, label: '1-1-401' }]);
  });

  it('says which rows it skipped, and accounts for every row', () => {
    expect(roster.skippedRows.filter(({ kind }) => kind === 'total').map(({ row }) => row)).toEqual([205, 407, 609, 811, 878]);
    expect(roster.skippedRows.filter(({ kind }) => kind === 'blank')).toHaveLength(4);
    const accounted = roster.homes.length + roster.issues.length + roster.merged.length + roster.skippedRows.length;
    expect(accounted).toBe(878 - 3);
  });
});
