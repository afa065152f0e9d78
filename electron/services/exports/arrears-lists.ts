import type { Output } from '../../../shared/contract/index.ts';
import type { ageBuckets } from '../../../shared/domain/arrears.ts';
import { ageing, arrearsTable } from '../arrears/ageing.ts';
import { arrearsBills, listArrears, listLapsing } from '../arrears/list-arrears.ts';
import { exportOf, type Columns, type ListColumn } from './list-type.ts';
import { fundName } from './words.ts';

type OwedBill = Output<'arrears.bills'>['items'][number];

export const AGE_NAMES: Readonly<Record<(typeof ageBuckets)[number], string>> = {
  notDue: '未到期', 'd1-30': '1–30 天', 'd31-60': '31–60 天', 'd61-90': '61–90 天', 'd91-180': '91–180 天', 'd181-365': '181–365 天', 'y1-2': '1–2 年', 'y2-3': '2–3 年', 'y3+': '3 年以上',
};
const LIMITATION_NAMES = { running: '', lapsing: '快到期', lapsed: '已过' } as const;

function ageColumns<Item extends { amounts: readonly number[] }>(c: Columns<Item>): ListColumn<Item>[] {
  return Object.values(AGE_NAMES).map((name, index) => c.yuan(name, ({ amounts }) => amounts[index] ?? 0));
}

const billColumns = (c: Columns<OwedBill>): ListColumn<OwedBill>[] => [
  c.text('房号', ({ label }) => label), c.text('费用项', ({ itemName }) => itemName, { width: 18 }), c.text('归属', ({ fund }) => fundName(fund), { width: 10 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.day('到期', ({ dueOn }) => dueOn), c.whole('逾期天数', ({ overdueDays }) => overdueDays), c.text('账龄', ({ bucket }) => AGE_NAMES[bucket], { width: 12 }),
  c.day('诉讼时效至', ({ lapsesOn }) => lapsesOn), c.whole('凭证号', ({ entryId }) => entryId), c.yuan('应收', ({ amountFen }) => amountFen), c.yuan('欠', ({ openFen }) => openFen),
];

export const arrearsLists = {
  'arrears.ageing': exportOf('arrears.ageing', ageing, (add) => [add({
    name: '欠费账龄', items: ({ buckets }) => buckets, columns: (c) => [c.text('账龄', ({ bucket }) => AGE_NAMES[bucket]), c.whole('户数', ({ homes }) => homes), c.yuan('欠', ({ amountFen }) => amountFen)],
  })]),
  'arrears.table': exportOf('arrears.table', arrearsTable, (add) => [add({
    name: '欠费分布', items: ({ items }) => items, columns: (c) => [c.text('楼栋／费用项', ({ name }) => name, { width: 18 }), c.whole('户数', ({ homes }) => homes), ...ageColumns(c), c.yuan('合计', ({ amountFen }) => amountFen)],
  })]),
  'arrears.list': exportOf('arrears.list', listArrears, (add) => [add({
    name: '欠费房屋', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.text('欠费人', ({ debtor }) => debtor, { width: 20 }), c.text('原业主', ({ former }) => (former ? '是' : ''), { width: 8 }), c.text('电话', ({ maskedPhone }) => maskedPhone), c.text('代缴租客', ({ payer }) => payer),
      c.day('最早到期', ({ oldestDueOn }) => oldestDueOn), c.day('最近催缴', ({ lastNoticeOn }) => lastNoticeOn), c.day('最近送达', ({ lastServedOn }) => lastServedOn), c.day('答应付款', ({ promisedOn }) => promisedOn), c.day('诉讼时效至', ({ lapsesOn }) => lapsesOn), c.text('时效', ({ limitation }) => LIMITATION_NAMES[limitation], { width: 8 }),
      ...ageColumns(c), c.yuan('欠', ({ amountFen }) => amountFen),
    ],
  })]),
  'arrears.bills': exportOf('arrears.bills', arrearsBills, (add) => [add({ name: '未结账单', items: ({ items }) => items, columns: billColumns })]),
  'arrears.lapsing': exportOf('arrears.lapsing', listLapsing, (add) => [add({ name: '快过时效', items: ({ items }) => items, columns: billColumns })]),
};
