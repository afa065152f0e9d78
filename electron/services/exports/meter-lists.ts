import { listMeters } from '../meters/list-meters.ts';
import { exportOf } from './list-type.ts';
import { SKIP_NAMES } from './words.ts';

const READING_NAMES = { base: '底数', normal: '读数', final: '止码' } as const;

export const meterLists = {
  'meters.list': exportOf('meters.list', listMeters, (add) => [add({
    name: '抄表', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.text('表号', ({ meterNo }) => meterNo, { width: 16 }), c.day('上次日期', ({ last }) => last?.readOn ?? null), c.quantity('上次读数', ({ last }) => last?.valueE4 ?? null),
      c.day('本次日期', ({ reading }) => reading?.readOn ?? null), c.quantity('本次读数', ({ reading }) => reading?.valueE4 ?? null), c.text('读数类别', ({ reading }) => (reading ? READING_NAMES[reading.kind] : ''), { width: 10 }),
      c.quantity('用量', ({ usedE4, bill }) => bill?.quantityE4 ?? usedE4), c.text('状态', ({ bill, skip }) => (bill ? '已出账' : skip ? SKIP_NAMES[skip] : '可以出账'), { width: 20 }), c.yuan('应收', ({ bill }) => bill?.amountFen ?? null),
    ],
  })]),
};
