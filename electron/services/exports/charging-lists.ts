import type { ReviewReason } from '../../../shared/domain/charging-line.ts';
import { listDevices } from '../charging/devices.ts';
import { income } from '../charging/income.ts';
import { listReview, listSessions } from '../charging/sessions.ts';
import { listSettlements } from '../charging/settlements.ts';
import { exportOf } from './list-type.ts';

const KIND_NAMES = { ev: '汽车充电桩', ebike: '电瓶车插座' } as const;
const METHOD_NAMES = { reported: '平台分时电量', metered: '电表读数', uniform: '只有一个价', prorata: '按时间分摊（估算）' } as const;
const STATE_NAMES = { open: '待处理', accepted: '已入账', rejected: '不入账' } as const;
const KEY_NAMES = { day: '日期', month: '月份', device: '设备', period: '时段', hour: '钟点' } as const;
const REASON_NAMES: Readonly<Record<ReviewReason, string>> = {
  NO_END: '没有结束时间', ENDS_AT_START: '开始就结束', ENDS_BEFORE_START: '结束早于开始', TOO_LONG: '超过七天', TIME_UNREADABLE: '时间读不出', IN_FUTURE: '时间在将来', ENERGY_UNREADABLE: '电量读不出', ENERGY_ZERO: '电量是零', ENERGY_NEGATIVE: '电量是负数', ENERGY_ABOVE_RATED: '超过额定功率能充的',
  UNKNOWN_DEVICE: '没有这个设备', UNKNOWN_CONNECTOR: '没有这个枪（插座）', OUT_OF_SERVICE: '设备那天不在用', NO_TARIFF: '那天没有电价', AMOUNT_UNREADABLE: '金额读不出', PREPAID_MISMATCH: '消费加退款不等于预付', NOT_FINISHED: '订单没有完成', UNKNOWN_PAYER: '不知道谁付（没有这张卡、房号或车牌）', MONTH_CLOSED: '那个月已经月结，反结账后才能入账', CONFLICT: '同一订单号两种内容',
};

const SETTLED_NAMES = { equal: '一致', differs: '有差异', unsettled: '未结算', unbooked: '没有订单', decided: '已处理' } as const;

export const chargingLists = {
  'charging.listSettlements': exportOf('charging.listSettlements', listSettlements, (add) => [add({
    name: '充电结算', items: ({ items }) => items,
    columns: (c) => [
      c.text('平台', ({ platform }) => platform, { width: 16 }), c.day('日期', ({ on }) => on), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.yuan('账上应收', ({ bookedFen }) => bookedFen), c.yuan('平台结算', ({ grossFen }) => grossFen), c.yuan('手续费', ({ commissionFen }) => commissionFen), c.yuan('少结', ({ differenceFen }) => differenceFen), c.yuan('已处理', ({ decidedFen }) => decidedFen), c.yuan('还应收', ({ owedFen }) => owedFen),
      c.text('状态', ({ state }) => SETTLED_NAMES[state], { width: 10 }), c.day('到账', ({ paidOn }) => paidOn), c.text('流水号', ({ reference }) => reference, { width: 24 }), c.text('处理原因', ({ reason }) => reason, { width: 28 }),
    ],
  })]),
  'charging.income': exportOf('charging.income', income, (add) => [add({
    name: '充电收益', items: ({ rows }) => rows,
    columns: (c) => [
      c.text(Object.values(KEY_NAMES).join('／'), ({ key }) => key, { width: 26 }), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.quantity('电量（度）', ({ energy }) => energy, { sum: true }), c.yuan('电费', ({ energyFen }) => energyFen), c.yuan('服务费', ({ serviceFen }) => serviceFen), c.yuan('占位停车', ({ extraFen }) => extraFen),
      c.yuan('合计', ({ energyFen, serviceFen, extraFen }) => energyFen + serviceFen + extraFen),
    ],
  })]),
  'charging.listSessions': exportOf('charging.listSessions', listSessions, (add) => [add({
    name: '充电订单', items: ({ items }) => items,
    columns: (c) => [
      c.text('平台', ({ platform }) => platform, { width: 16 }), c.text('订单号', ({ orderNo }) => orderNo, { width: 28 }), c.text('设备', ({ device }) => device, { width: 10 }), c.whole('枪／插座', ({ connector }) => connector), c.text('开始', ({ start }) => start, { width: 20 }), c.text('结束', ({ end }) => end, { width: 20 }), c.quantity('电量（度）', ({ energy }) => energy, { sum: true }),
      c.text('分时段的办法', ({ method }) => METHOD_NAMES[method], { width: 20 }), c.yuan('电费', ({ energyFen }) => energyFen), c.yuan('服务费', ({ serviceFen }) => serviceFen), c.yuan('占位停车', ({ extraFen }) => extraFen), c.yuan('合计', ({ totalFen }) => totalFen), c.yuan('更正和退款', ({ changedFen }) => changedFen), c.yuan('更正后账单', ({ billedFen }) => billedFen), c.yuan('平台收', ({ theirFen }) => theirFen),
      c.yuan('平台多收', ({ theirFen, billedFen }) => (theirFen === null ? null : theirFen - billedFen)), c.text('用户', ({ customer }) => customer), c.text('车牌', ({ plate }) => plate), c.text('支付', ({ paidBy }) => paidBy), c.text('停止原因', ({ stop }) => stop, { width: 18 }), c.text('与哪一单重叠', ({ overlaps }) => overlaps ?? '', { width: 28 }),
    ],
  })]),
  'charging.listReview': exportOf('charging.listReview', listReview, (add) => [add({
    name: '充电待核清单', items: ({ items }) => items,
    columns: (c) => [
      c.text('平台', ({ platform }) => platform, { width: 16 }), c.text('文件', ({ file }) => file, { width: 28 }), c.whole('行', ({ row }) => row), c.text('订单号', ({ orderNo }) => orderNo, { width: 28 }), c.text('原因', ({ reason }) => REASON_NAMES[reason], { width: 24 }), c.text('原文', ({ value }) => value, { width: 24 }), c.text('状态', ({ state }) => STATE_NAMES[state], { width: 10 }),
      c.text('设备', ({ cells }) => cells.device ?? '', { width: 10 }), c.text('开始', ({ cells }) => cells.start ?? '', { width: 20 }), c.text('结束', ({ cells }) => cells.end ?? '', { width: 20 }), c.text('电量', ({ cells }) => cells.energy ?? '', { width: 12 }), c.text('经手', ({ by }) => by), c.text('处理原因', ({ note }) => note, { width: 28 }),
    ],
  })]),
  'charging.listDevices': exportOf('charging.listDevices', listDevices, (add) => [add({
    name: '充电设备', items: ({ items }) => items,
    columns: (c) => [
      c.text('编号', ({ code }) => code), c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.whole('枪／插座数', ({ connectors }) => connectors, { sum: true }), c.whole('额定功率 W', ({ ratedW }) => ratedW), c.text('位置', ({ place }) => place, { width: 24 }), c.text('平台', ({ platform }) => platform), c.text('电表', ({ meter }) => meter), c.day('启用', ({ from }) => from), c.day('停用', ({ to }) => to),
      c.text('电价', ({ tariff }) => tariff ?? ''), c.text('消防说明', ({ fireNote }) => fireNote, { width: 28 }), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.day('最近', ({ lastOn }) => lastOn),
    ],
  })]),
};
