import type { Output } from '../../../shared/contract/index.ts';
import { ageBuckets } from '../../../shared/domain/arrears.ts';
import { shareE6Of } from '../../../shared/domain/parking-simulation.ts';
import { listDecisions } from '../parking/decide.ts';
import { expiring } from '../parking/expiring.ts';
import { income } from '../parking/income.ts';
import { occupancy } from '../parking/occupancy.ts';
import { parkingArrears } from '../parking/parking-arrears.ts';
import { simulate } from '../parking/simulate.ts';
import { subsidy } from '../parking/subsidy.ts';
import { spaceYield } from '../parking/yield.ts';
import { AGE_NAMES } from './arrears-lists.ts';
import { exportOf } from './list-type.ts';

const KIND_NAMES = { resident: '业主月租', daytime: '日间商用', other: '其他' } as const;
const TITLE_NAMES = { owner: '业主', developer: '开发商', common: '公共', 'civil-defence': '人防' } as const;
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type SubsidyMonth = Output<'parking.subsidy'>['months'][number];
type Bucket = Output<'parking.arrears'>['buckets'][number];

/** Days of the week of each zone, with the 24 hours of each. */
function daysOf({ zones }: Output<'parking.occupancy'>): { zone: string; spaces: number; weekday: string; permille: number[] }[] {
  return zones.flatMap(({ zone, spaces, permille }) => WEEKDAYS.map((weekday, day) => ({ zone, spaces, weekday, permille: permille.slice(day * 24, day * 24 + 24) })));
}

const sumOf = ({ residentFen, daytimeFen, otherFen }: Bucket): number => residentFen + daytimeFen + otherFen;
/** Thousandths as quantities are kept, in 0.0001. */
const TENFOLD = 10;
/** Thousandths of a whole as percent, in 0.0001 of one. */
const PERCENT = 1000;

export const parkingIncomeLists = {
  'parking.income': exportOf('parking.income', income, (add) => [add({
    name: '停车收益', items: ({ months }) => months,
    columns: (c) => [
      c.text('月份', ({ month }) => month), c.whole('有租约的车位', ({ spacesLet }) => spacesLet), c.yuan('业主月租（按市场价）', ({ residentFen }) => residentFen, { width: 22 }), c.yuan('日间商用', ({ daytimeFen }) => daytimeFen), c.yuan('其他', ({ otherFen }) => otherFen), c.yuan('停车补贴', ({ subsidyFen }) => subsidyFen),
      c.yuan('净收益', ({ residentFen, daytimeFen, otherFen, subsidyFen }) => residentFen + daytimeFen + otherFen - subsidyFen),
    ],
  })]),
  'parking.subsidy': exportOf('parking.subsidy', subsidy, (add) => [add({
    name: '停车补贴账', items: ({ months }) => months,
    columns: (c) => [
      c.text('月份', ({ month }) => month), c.balance('市场价', ({ marketFen }) => marketFen), c.balance('业主价', ({ residentFen }) => residentFen), c.quantity('业主车位月', ({ residentMonthsPermille }) => residentMonthsPermille * TENFOLD), c.whole('日间收入够补', ({ carriedMonths }) => carriedMonths, { width: 14 }), c.yuan('业主自付', ({ residentPaidFen }) => residentPaidFen), c.yuan('日间商用', ({ daytimeFen }) => daytimeFen), c.yuan('其他', ({ otherFen }) => otherFen),
      c.yuan('停车补贴', ({ subsidyFen }) => subsidyFen), c.yuan('结余', ({ leftFen }) => leftFen),
    ],
  }), add({
    name: '凭证', items: ({ months }) => months.flatMap(({ entries }) => entries),
    columns: (c) => [c.whole('凭证号', ({ entryId }) => entryId), c.day('日期', ({ on }) => on), c.text('摘要', ({ memo }) => memo, { width: 36 }), c.text('科目', ({ account }) => account), c.yuan('贷方为正', ({ amountFen }: SubsidyMonth['entries'][number]) => amountFen)],
  })]),
  'parking.simulate': exportOf('parking.simulate', simulate, (add) => [add({
    name: '停车试算', items: ({ months }) => months, columns: (c) => [c.text('月份', ({ month }) => month), c.yuan('日间收入', ({ daytime }) => daytime), c.yuan('停车补贴', ({ subsidy: spent }) => spent), c.yuan('结余', ({ left }) => left)],
  })]),
  'parking.listDecisions': exportOf('parking.listDecisions', listDecisions, (add) => [add({
    name: '停车定价决议', items: ({ items }) => items,
    columns: (c) => [
      c.day('起', ({ from }) => from), c.text('决议', ({ resolutionNo }) => resolutionNo, { width: 24 }), c.day('决议日期', ({ resolutionOn }) => resolutionOn), c.balance('市场价', ({ marketFen }) => marketFen), c.balance('业主价', ({ residentFen }) => residentFen), c.balance('日间价', ({ daytimeFen }) => daytimeFen), c.quantity('日间出租 %', ({ daytimeShare }) => shareE6Of(daytimeShare)),
      c.balance('全年日间收入', ({ yearFen }) => yearFen.daytime), c.balance('全年停车补贴', ({ yearFen }) => yearFen.subsidy), c.balance('全年结余', ({ yearFen }) => yearFen.left), c.text('经手', ({ by }) => by), c.text('备注', ({ note }) => note, { width: 28 }),
    ],
  })]),
  'parking.occupancy': exportOf('parking.occupancy', occupancy, (add) => [add({
    name: '车位占用', items: daysOf,
    columns: (c) => [c.text('区域', ({ zone }) => zone), c.whole('车位', ({ spaces }) => spaces), c.text('星期', ({ weekday }) => weekday), ...HOURS.map((hour) => c.quantity(`${hour} 点 %`, ({ permille }) => (permille[hour] ?? 0) * PERCENT))],
  })]),
  'parking.yield': exportOf('parking.yield', spaceYield, (add) => [add({
    name: '车位收益', items: ({ items }) => items,
    columns: (c) => [
      c.text('车位', ({ space }) => space), c.text('区域', ({ zone }) => zone), c.text('产权', ({ title }) => TITLE_NAMES[title]), c.whole('出租天数', ({ daysLet }) => daysLet), c.yuan('业主自付', ({ residentPaidFen }) => residentPaidFen), c.yuan('停车补贴', ({ subsidyFen }) => subsidyFen), c.yuan('日间商用', ({ daytimeFen }) => daytimeFen), c.yuan('合计', ({ totalFen }) => totalFen),
    ],
  }), add({
    name: '按区域', items: ({ zones }) => zones,
    columns: (c) => [c.text('区域', ({ zone }) => zone), c.whole('车位', ({ spaces }) => spaces), c.whole('出租过', ({ let: held }) => held), c.balance('每个车位', ({ perSpaceFen }) => perSpaceFen), c.yuan('合计', ({ totalFen }) => totalFen)],
  })]),
  'parking.expiring': exportOf('parking.expiring', expiring, (add) => [add({
    name: '到期租约', items: ({ items }) => items,
    columns: (c) => [
      c.day('到期（不含）', ({ to }) => to, { width: 14 }), c.text('租约', ({ leaseNo }) => leaseNo, { width: 18 }), c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('承租人', ({ lessee }) => lessee, { width: 18 }), c.text('车位', ({ space }) => space), c.yuan('月租', ({ monthlyFen }) => monthlyFen),
    ],
  }), add({
    name: '按月', items: ({ months }) => months,
    columns: (c) => [c.text('月份', ({ month }) => month), c.whole('租约', ({ leases }) => leases, { sum: true }), c.yuan('业主月租', ({ residentFen }) => residentFen), c.yuan('日间商用', ({ daytimeFen }) => daytimeFen), c.yuan('合计', ({ residentFen, daytimeFen }) => residentFen + daytimeFen)],
  })]),
  'parking.arrears': exportOf('parking.arrears', parkingArrears, (add) => [add({
    name: '停车欠费', items: ({ items }) => items,
    columns: (c) => [c.text('房号／公司', ({ label }) => label, { width: 18 }), c.text('承租人', ({ lessee }) => lessee, { width: 18 }), c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.day('最早到期', ({ oldestDueOn }) => oldestDueOn), ...ageBuckets.map((bucket, index) => c.yuan(AGE_NAMES[bucket], ({ amounts }) => amounts[index] ?? 0)), c.yuan('欠', ({ openFen }) => openFen)],
  }), add({
    name: '按账龄', items: ({ buckets }) => buckets,
    columns: (c) => [
      c.text('账龄', ({ bucket }) => AGE_NAMES[bucket]), c.yuan('业主月租', ({ residentFen }) => residentFen), c.yuan('日间商用', ({ daytimeFen }) => daytimeFen), c.yuan('其他', ({ otherFen }) => otherFen), c.yuan('合计', sumOf),
    ],
  })]),
};
