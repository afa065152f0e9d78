import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, SheetTable } from '../../shared/domain/cell-text.ts';
import { parseRoster, type RosterIssue } from '../../shared/domain/roster.ts';
import { AppError } from '../../shared/errors.ts';
import { daySpelling, decimalSpelling, placeSpelling } from '../fixtures/spellings.ts';

const HEADER = ['序号', '楼栋', '单元', '房号', '业主姓名', '联系电话', '建筑面积(㎡)', '交房日期', '房屋状态', '物业费单价', '历史欠费', '备注'];
const HOME: Cell[] = ['1', '3', '2', '501', '王明', '13800000000', '100.5', '2018-06-30', '入住', '1.5', '12.30', null];

function sheet(rows: Cell[][], header: Cell[] = HEADER): SheetTable {
  return { name: '台账', rows: [header, ...rows] };
}
function homeWith(changes: Partial<Record<number, Cell>>): Cell[] {
  return HOME.map((cell, column) => (column in changes ? (changes[column] ?? null) : cell));
}
function parse(...rows: Cell[][]) {
  return parseRoster([sheet(rows)]);
}
function brief({ row, column, reason, value }: RosterIssue) {
  return { row, column, reason, value };
}
function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, details: error.details };
    throw error;
  }
  return undefined;
}

const READ = {
  row: 2, building: '3', unit: '2', room: '501', label: '3-2-501', ownerName: '王明', phone: '13800000000', areaDm2: 10_050,
  handoverOn: '2018-06-30', status: 'occupied', rateE4: 15_000, arrearsFen: 1_230, note: '',
};

describe('the table', () => {
  it('reads a home', () => expect(parse(HOME).homes).toEqual([READ]));

  it('stands in any column order, under any title, on any sheet', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...HEADER.keys()], { minLength: HEADER.length }), fc.integer({ min: 0, max: 30 }), (order, titles) => {
      const above: Cell[][] = Array.from({ length: titles }, () => ['某某小区业主台账', null, '单位：元']);
      const rows = [...above, order.map((column) => HEADER[column] ?? null), order.map((column) => HOME[column] ?? null)];
      const roster = parseRoster([{ name: '说明', rows: [['请勿外传'], ['房号', '备注']] }, { name: '台账', rows }]);
      expect(roster).toMatchObject({ sheet: '台账', headerRow: titles + 1, issues: [], homes: [{ ...READ, row: titles + 2 }] });
    }), { numRuns: 50 });
  });

  it.each([
    [['楼 号', '单　元', '室号', '户主', '手机', '面积（平方米）', '接房日期', '状态', '收费标准（元/㎡·月）', '期初欠费(元)', '备注']],
    [['幢', '单元号', '门牌', '业主', '电话', '建筑面积㎡', '交付日期', '入住状态', '单价元/㎡', '欠费/元', '说明']],
    [['Building', 'Unit', 'Room No.', 'Owner', 'Phone', 'Area (m²)', 'Handover date', 'Status', 'Rate (yuan/m²)', 'Opening arrears', 'Note']],
    [['*座', '*单元', '*房间号', '姓名：', '联系\n电话', '建筑\n面积', '交房时间', '房态', '物业费标准', '欠费', '备注']],
  ])('knows the headers %j', (header) => {
    expect(parseRoster([sheet([HOME.slice(1)], header)])).toMatchObject({ issues: [], homes: [READ] });
  });

  it('prefers the surer of two columns for one field', () => {
    const header = ['面积', '房屋编号', ...HEADER];
    expect(parseRoster([sheet([['9', 'X-77', ...HOME]], header)]).homes).toEqual([READ]);
  });

  it('reads a header of two lines, and building cells merged downwards', () => {
    const rows: Cell[][] = [
      ['楼栋', '单元', '房号', '业主信息', null, '面积', '状态', '单价'],
      [null, null, null, '姓名', '电话', null, null, null],
      ['3栋', '2单元', '501', '王明', '13800000000', '100.5', '入住', '1.5'],
      [null, null, '502', '李明', '13800000001', '90', '出租', '1.5'],
    ];
    const merges = [{ column: 0, firstRow: 2, lastRow: 3 }, { column: 1, firstRow: 2, lastRow: 3 }];
    const roster = parseRoster([{ name: 'a', rows, merges }]);
    expect(roster.homes.map(({ label, ownerName, phone }) => [label, ownerName, phone])).toEqual([
      ['3-2-501', '王明', '13800000000'], ['3-2-502', '李明', '13800000001'],
    ]);
    expect(parseRoster([{ name: 'a', rows }]).issues.map(({ column, reason }) => [column, reason])).toEqual([['building', 'MISSING'], ['unit', 'MISSING']]);
  });

  it('refuses a workbook without a header row, and says what is missing', () => {
    expect(refusalOf(() => parseRoster([{ name: 'a', rows: [['房号', '状态', '姓名'], ['1', '2', '3']] }, { name: 'b', rows: [] }])))
      .toEqual({ code: 'NO_HEADER_ROW', details: { sheets: ['a', 'b'], missing: ['area', 'rate'] } });
    expect(refusalOf(() => parseRoster([]))).toMatchObject({ code: 'NO_HEADER_ROW' });
  });

  it('reads the sheet it is told to, or refuses', () => {
    const sheets = [sheet([HOME]), { ...sheet([homeWith({ 3: '502' })]), name: '二期' }];
    expect(parseRoster(sheets, { sheet: '二期' }).homes[0]?.label).toBe('3-2-502');
    expect(refusalOf(() => parseRoster(sheets, { sheet: '三期' }))).toEqual({ code: 'NO_SUCH_SHEET', details: { sheet: '三期', sheets: ['台账', '二期'] } });
  });
});

describe('rows that are no homes', () => {
  it.each([
    ['blank', Array.from({ length: 12 }, () => null)], ['blank', ['　', ...Array.from({ length: 11 }, () => '')]], ['blank', ['867']],
    ['total', [null, null, null, '小计', null, null, '12345.67']], ['total', ['合计', null, null, null, null, null, '99999.99']],
    ['total', [null, '1栋小计', null, null, null, null, '99']], ['total', [null, '本页合计：', null, '-', null, null, '99', null, null, '1.5', '3']],
    ['total', ['总计', '855户']], ['total', [null, null, null, null, '合 计', null, '99']], ['total', ['Total', null, null, null, null, null, '99']],
    ['header', HEADER], ['note', ['制表人：张三', null, null, null, '审核：李四', null, null, '日期：2024-1-1']],
    ['note', ['注：空置房按七折收取，以合同为准']], ['note', [null, '本表由物业服务中心维护，请勿外传']],
  ] as [string, Cell[]][])('skips a %s row %j', (kind, row) => {
    expect(parse(HOME, row, homeWith({ 3: '502' }))).toMatchObject({ issues: [], homes: [{}, {}], skippedRows: [{ row: 3, kind }] });
  });

  it.each([
    [homeWith({ 3: null })], [homeWith({ 11: '合计两套' })], [homeWith({ 4: '总计' })], [[null, '3', '2', '501']], [[null, null, null, '501']],
    [[null, null, null, null, '王明', '13800000000']],
  ] as [Cell[]][])('never loses the home in %j', (row) => {
    const { homes, issues, skippedRows } = parse(row);
    expect(skippedRows).toEqual([]);
    expect(homes.length + issues.length).toBeGreaterThan(0);
  });
});

describe('addresses', () => {
  it.each([
    [{ 1: '三号楼', 2: '二单元', 3: '５０１室' }], [{ 1: '03#', 2: '02', 3: '0501' }], [{ 1: '3 栋', 2: '第2单元', 3: '501号' }], [{ 3: '3-2-501' }],
    [{ 1: null, 2: null, 3: '3-2-501' }], [{ 1: null, 2: null, 3: '3栋2单元501' }], [{ 1: null, 2: null, 3: '３号楼 2单元 501室' }],
    [{ 1: null, 2: null, 3: '3—2—501' }], [{ 1: null, 2: null, 3: '3#-2-501' }], [{ 1: null, 2: null, 3: '三栋二单元五百零一' }],
    [{ 1: '3栋2单元', 2: null }], [{ 2: null, 3: '2-501' }], [{ 2: null, 3: '2单元501' }], [{ 1: null, 3: '3栋501' }],
    [{ 1: 'Building 3', 2: 'Unit 2', 3: 'Room 501' }], [{ 1: '3.0', 2: '2.0', 3: '501.0' }],
  ])('reads %j', (changes) => expect(parse(homeWith(changes)).homes).toEqual([READ]));

  it.each([
    [{ 1: 'a座', 3: '501-1' }, 'A-2-501-1'], [{ 1: '东区3栋' }, '东区3-2-501'], [{ 3: '商铺1' }, '3-2-商铺1'],
    [{ 3: 'b12' }, '3-2-B12'],
  ])('keeps what is no number in %j', (changes, label) => expect(parse(homeWith(changes)).homes[0]?.label).toBe(label));

  it('refuses a room that names another building', () => {
    expect(parse(homeWith({ 3: '4-2-501' })).issues.map(brief)).toEqual([{ row: 2, column: 'room', reason: 'CONTRADICTS', value: '4-2-501' }]);
  });
});

describe('bad cells', () => {
  it.each([
    [{ 1: null }, 'building', 'MISSING'], [{ 2: '-' }, 'unit', 'MISSING'], [{ 3: '' }, 'room', 'MISSING'], [{ 6: null }, 'area', 'MISSING'],
    [{ 9: '无' }, 'rate', 'MISSING'], [{ 8: null }, 'status', 'MISSING'], [{ 8: '不知道' }, 'status', 'UNKNOWN_STATUS'], [{ 8: 'constructor' }, 'status', 'UNKNOWN_STATUS'],
    [{ 6: '0' }, 'area', 'ZERO'], [{ 6: '-1' }, 'area', 'NEGATIVE'], [{ 6: '约百平' }, 'area', 'NOT_A_NUMBER'], [{ 6: '1.234' }, 'area', 'TOO_MANY_DECIMALS'],
    [{ 9: '0' }, 'rate', 'ZERO'], [{ 9: '1.00001' }, 'rate', 'TOO_MANY_DECIMALS'], [{ 9: '1000' }, 'rate', 'TOO_LARGE'],
    [{ 10: '1,2,3' }, 'arrears', 'NOT_AN_AMOUNT'], [{ 10: '#REF!' }, 'arrears', 'NOT_AN_AMOUNT'], [{ 10: '-5' }, 'arrears', 'NEGATIVE'], [{ 10: '1.005' }, 'arrears', 'TOO_MANY_DECIMALS'],
    [{ 7: '2018-02-30' }, 'handover', 'NO_SUCH_DAY'], [{ 5: '123' }, 'phone', 'BAD_PHONE'], [{ 3: 'x'.repeat(21) }, 'room', 'TOO_LARGE'],
  ])('%j is an issue of %s: %s', (changes, column, reason) => {
    const roster = parse(homeWith(changes));
    expect(roster.homes).toEqual([]);
    expect(roster.issues.map(({ row, ...issue }) => [row, issue.column, issue.reason])).toEqual([[2, column, reason]]);
  });

  it('gives one issue for each bad cell, and the rest of the row its label', () => {
    const { issues } = parse(homeWith({ 6: '0', 9: 'x', 10: 'y' }));
    expect(issues.map(({ column, label }) => [column, label])).toEqual([['area', '3-2-501'], ['rate', '3-2-501'], ['arrears', '3-2-501']]);
  });

  it('does without owner, phone, handover, arrears and note', () => {
    expect(parse(homeWith({ 4: null, 5: '-', 7: null, 10: '—', 11: '/' })).homes).toEqual([{ ...READ, ownerName: '', phone: '', handoverOn: null, arrearsFen: 0 }]);
  });

  it.each([['未出售', 'unsold'], ['空 置', 'vacant'], ['自住', 'occupied'], ['已入住', 'occupied'], ['租赁', 'let'], ['Let', 'let']])('reads the status %s', (text, status) => {
    expect(parse(homeWith({ 8: text })).homes[0]?.status).toBe(status);
  });

  it('never throws, whatever the cells say', () => {
    const cell = fc.oneof(fc.constant(null), fc.string({ unit: 'binary' }), fc.constantFrom(...HEADER, '合计', '-1e999', '９'.repeat(50), '3-2-501'));
    fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 6 }), (rows) => {
      const roster = parse(...rows);
      const seen = new Set([...roster.homes, ...roster.issues, ...roster.merged, ...roster.skippedRows].map(({ row }) => row));
      expect(seen.size).toBe(rows.length);
    }));
  });
});

describe('two rows for one home', () => {
  it('merge when they say the same in other words', () => {
    const again: Cell[] = ['99', '三栋', '2单元', '501室', '王 明', '138-0000-0000', '100.50㎡', '2018年6月30日', '已入住', '1.50元', '12.3', '-'];
    expect(parse(HOME, again, HOME)).toMatchObject({
      homes: [READ], issues: [], merged: [{ row: 3, intoRow: 2, label: '3-2-501' }, { row: 4, intoRow: 2, label: '3-2-501' }],
    });
  });

  it.each([{ 4: '李明' }, { 5: '13900000000' }, { 6: '99' }, { 7: null }, { 8: '出租' }, { 9: '1.6' }, { 10: null }, { 11: '两套合并' }])(
    'are all refused when one differs: %j', (changes) => {
      const { homes, merged, issues } = parse(HOME, HOME, homeWith(changes));
      expect([homes, merged]).toEqual([[], []]);
      expect(issues.map(({ row, column, reason, otherRows }) => [row, column, reason, otherRows])).toEqual([
        [2, 'room', 'CONTRADICTS', [3, 4]], [3, 'room', 'CONTRADICTS', [2, 4]], [4, 'room', 'CONTRADICTS', [2, 3]],
      ]);
    });

  it('are both refused when one cannot be read', () => {
    expect(parse(HOME, homeWith({ 6: '0' })).issues.map(brief)).toEqual([
      { row: 2, column: 'room', reason: 'CONTRADICTS', value: '501' }, { row: 3, column: 'area', reason: 'ZERO', value: '0' },
    ]);
  });
});

it('reads the same home from any spelling', () => {
  const home = fc.record({
    building: fc.integer({ min: 1, max: 150 }), unit: fc.integer({ min: 1, max: 20 }), room: fc.integer({ min: 101, max: 3999 }),
    area: fc.integer({ min: 1, max: 9_999_999 }), arrears: fc.integer({ min: 0, max: 99_999_999 }), rate: fc.integer({ min: 1, max: 99_999 }),
    day: fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  });
  fc.assert(fc.property(home.chain((values) => fc.tuple(
    fc.constant(values), placeSpelling(values.building, ['栋', '号楼', '幢', '座', '#']), placeSpelling(values.unit, ['单元']),
    placeSpelling(values.room, ['室', '号']), decimalSpelling(values.area, '㎡'), daySpelling(values.day), decimalSpelling(values.rate, '元'),
    decimalSpelling(values.arrears, '元'),
  )), ([values, building, unit, room, area, day, rate, arrears]) => {
    expect(parse(['1', building, unit, room, '王明', '13800000000', area, day, '入住', rate, arrears, null])).toMatchObject({
      issues: [], homes: [{
        label: `${values.building}-${values.unit}-${values.room}`, areaDm2: values.area, handoverOn: values.day,
        rateE4: values.rate * 100, arrearsFen: values.arrears,
      }],
    });
  }), { numRuns: 300 });
});
