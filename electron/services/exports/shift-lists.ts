import { localDay, localTime } from '../../../shared/domain/period.ts';
import { listDays, listShifts } from '../shifts/list-shifts.ts';
import { exportOf } from './list-type.ts';

const instantText = (instant: string | null): string => (instant === null ? '' : `${localDay(new Date(instant))} ${localTime(new Date(instant))}`);

export const shiftLists = {
  'shifts.list': exportOf('shifts.list', listShifts, (add) => [add({
    name: '班次', items: ({ items }) => items,
    columns: (c) => [
      c.text('报告', ({ reportNo }) => reportNo ?? '未交班', { width: 18 }), c.text('收费员', ({ userName }) => userName), c.text('接班／复核', ({ witness }) => witness), c.text('开班', ({ openedAt }) => instantText(openedAt), { width: 18 }), c.text('交班', ({ closedAt }) => instantText(closedAt), { width: 18 }),
      c.yuan('备用金', ({ floatFen }) => floatFen, { sum: false }), c.yuan('收款', ({ totalFen }) => totalFen), c.yuan('应有现金', ({ expectedFen }) => expectedFen), c.yuan('实点现金', ({ countedFen }) => countedFen), c.yuan('长短款', ({ overShortFen }) => overShortFen), c.yuan('解款', ({ bankedFen }) => bankedFen), c.text('日结', ({ dayNo }) => dayNo, { width: 18 }),
    ],
  })]),
  'shifts.listDays': exportOf('shifts.listDays', listDays, (add) => [add({
    name: '日结', items: ({ items }) => items,
    columns: (c) => [
      c.day('日期', ({ on }) => on), c.text('报告', ({ reportNo }) => reportNo, { width: 18 }), c.text('制表人', ({ userName }) => userName), c.text('结账时间', ({ closedAt }) => instantText(closedAt), { width: 18 }), c.whole('班次', ({ shifts }) => shifts, { sum: true }),
      c.yuan('收款', ({ totalFen }) => totalFen), c.yuan('长短款', ({ overShortFen }) => overShortFen), c.yuan('解款', ({ bankedFen }) => bankedFen),
    ],
  })]),
};
