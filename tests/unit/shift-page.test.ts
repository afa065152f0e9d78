import { describe, expect, it } from 'vitest';
import { dayPage, shiftPage } from '../../electron/print/shift-page.ts';
import type { DayReport, ShiftReport } from '../../shared/contract/shifts.ts';

const sums = { cash: 10_050, wechat: 0, alipay: 0, card: 0, transfer: -200, totalFen: 9_850 };
const facts = {
  entries: 3, cashInFen: 10_050, cashOutFen: 0, totals: sums,
  matrix: [{ kind: 'receipt', item: 'property', itemName: '物业费<b>', fund: 'property', byMethod: sums }] as ShiftReport['matrix'],
  series: [{ series: 'SJ-2026', count: 2, runs: [{ first: 'SJ-2026-000001', last: 'SJ-2026-000001' }, { first: 'SJ-2026-000003', last: 'SJ-2026-000003' }], missing: ['SJ-2026-000002'] }],
  documents: [{ kind: 'void', no: 'ZF-2026-000001', ofNo: 'SJ-2026-000001', at: '2026-11-05T07:20:00.000Z', label: '3-2-501', method: 'cash', amountFen: -5, reason: '<script>alert(1)</script>', entryId: 9 }] as ShiftReport['documents'],
};
const shift: ShiftReport = {
  ...facts, reportNo: 'JB-2026-000001', shiftId: 1, estateName: '汇悦新天地', officeName: '服务中心 & 公司', userName: '刘晓燕', closedBy: '刘晓燕', witness: '周可', openedAt: '2026-11-05T00:02:00.000Z', closedAt: '2026-11-05T09:35:00.000Z', fromEntry: 7, toEntry: 12,
  floatFen: 20_000, expectedFen: 30_050, countedFen: 30_000, overShortFen: -50, notes: [{ faceFen: 10_000, pieces: 3 }], bankedFen: 10_050, slipNo: '77', banked: [{ fund: 'common', account: '1002.02', amountFen: 10_050 }], keptFen: 19_950, note: '',
};
const day: DayReport = {
  ...facts, reportNo: 'RJ-2026-000001', on: '2026-11-05', estateName: '汇悦新天地', officeName: '服务中心', userName: '陈经理', witness: '', closedAt: '2026-11-05T10:00:00.000Z', toEntry: 12, overShortFen: -50, bankedFen: 0, note: '',
  shifts: [{ reportNo: 'JB-2026-000001', userName: '刘晓燕', openedAt: shift.openedAt, closedAt: shift.closedAt, floatFen: 20_000, expectedFen: 30_050, countedFen: 30_000, overShortFen: -50, bankedFen: 10_050, totalFen: 9_850 }],
  others: [{ userName: '文书', fromEntry: 7, toEntry: 12, cashFen: 0, totalFen: 3 }],
};
const textOf = (html: string): string => html.replace(/<style[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('shiftPage', () => {
  const html = shiftPage(shift);
  const text = textOf(html);

  it.each([
    ['its number', 'JB-2026-000001'], ['both names', '周可'], ['the time, its day once', '2026-11-05 08:02 至 17:35'], ['the shortage', '短款 −0.50'], ['what is banked in capitals', '人民币壹佰元零伍角整'], ['where it went', '公共 100.50 存公共收益专户'],
    ['its broken range', 'SJ-2026-000001，SJ-2026-000003'], ['the number that is missing', 'SJ-2026-000002'], ['the notes', '100 元 3 300.00'],
  ])('says %s', (_, words) => {
    expect(text).toContain(words);
  });

  it('escapes what people wrote, and runs nothing', () => {
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('服务中心 &amp; 公司');
    expect(html).toContain('物业费&lt;b&gt;');
  });

  it('names who closed it for the cashier', () => {
    expect(text).not.toContain('代交人');
    expect(textOf(shiftPage({ ...shift, closedBy: '陈经理' }))).toContain('代交人 陈经理');
  });

  it('says what there is not', () => {
    const empty = textOf(shiftPage({ ...shift, matrix: [], series: [], documents: [], notes: [], banked: [], bankedFen: 0, overShortFen: 0, slipNo: '' }));
    for (const words of ['本班没有收付款', '未按面额清点', '解款大写 无', '差额 —']) expect(empty).toContain(words);
  });
});

describe('dayPage', () => {
  it('lists its shifts and who had none, with totals', () => {
    const text = textOf(dayPage(day));
    for (const words of ['日结报告', 'RJ-2026-000001', '刘晓燕 2026-11-05 08:02 至 17:35 98.50 300.50 300.00 −0.50 100.50', '未开班的收付', '文书 8 至 12 — 0.03', '合计 98.50']) expect(text).toContain(words);
    expect(textOf(dayPage({ ...day, shifts: [], others: [] }))).toContain('当日没有班次');
  });
});
