import { compareIncome } from '../charging/compare-income.ts';
import { usage } from '../charging/usage.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { exportOf } from './list-type.ts';

type Earned = Output<'charging.compareIncome'>['rows'][number]['now'];

const KIND_NAMES = { ev: '汽车充电桩', ebike: '电瓶车插座' } as const;
const STATE_NAMES = { FAILING: '故障偏多', IDLE: '闲置' } as const;
const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
/** Thousandths of a whole as percent, in 0.0001 of one. */
const PERCENT = 1000;
const percent = (permille: number | null): number | null => (permille === null ? null : permille * PERCENT);

const totalOf = ({ energyFen, serviceFen, extraFen }: Earned): number => energyFen + serviceFen + extraFen;

export const chargingUseLists = {
  'charging.compareIncome': exportOf('charging.compareIncome', compareIncome, (add) => [add({
    name: '充电收益同比', items: ({ rows }) => rows,
    columns: (c) => [
      c.text('日期／月份／设备／时段／钟点', ({ key }) => key, { width: 26 }), c.whole('单数', ({ now }) => now.sessions, { sum: true }), c.quantity('电量（度）', ({ now }) => now.energy, { sum: true }), c.yuan('电费', ({ now }) => now.energyFen), c.yuan('服务费', ({ now }) => now.serviceFen), c.yuan('占位停车', ({ now }) => now.extraFen), c.yuan('合计', ({ now }) => totalOf(now)),
      c.whole('去年单数', ({ last }) => last.sessions, { sum: true }), c.quantity('去年电量（度）', ({ last }) => last.energy, { sum: true }), c.yuan('去年电费', ({ last }) => last.energyFen), c.yuan('去年服务费', ({ last }) => last.serviceFen), c.yuan('去年占位停车', ({ last }) => last.extraFen), c.yuan('去年合计', ({ last }) => totalOf(last)),
      c.yuan('相差', ({ now, last }) => totalOf(now) - totalOf(last)),
    ],
  })]),
  'charging.usage': exportOf('charging.usage', usage, (add) => [add({
    name: '设备使用', items: ({ devices }) => devices,
    columns: (c) => [
      c.text('设备', ({ device }) => device), c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.text('位置', ({ place }) => place, { width: 24 }), c.whole('枪／插座数', ({ connectors }) => connectors, { sum: true }), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.quantity('电量（度）', ({ energy }) => energy, { sum: true }),
      c.whole('在用秒数', ({ seconds }) => seconds, { sum: true }), c.quantity('使用率 %', ({ utilisationPermille }) => percent(utilisationPermille)), c.day('最近', ({ lastOn }) => lastOn), c.whole('没有订单的天数', ({ idleDays }) => idleDays, { width: 14 }), c.whole('故障停止', ({ failures }) => failures, { sum: true }),
      c.quantity('故障率 %', ({ failurePermille }) => percent(failurePermille)), c.quantity('同类其余设备 %', ({ neighboursPermille }) => percent(neighboursPermille), { width: 16 }), c.text('状态', ({ state }) => (state === null ? '' : STATE_NAMES[state])), c.text('停止原因', ({ stops }) => stops.map(({ reason, sessions }) => `${reason || '没有写'} ${sessions}`).join('，'), { width: 40 }),
    ],
  }), add({
    name: '忙闲', items: ({ heat }) => heat,
    columns: (c) => [c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.text('星期', ({ weekday }) => WEEKDAYS[weekday - 1] ?? ''), c.whole('钟点', ({ hour }) => hour), c.whole('在用秒数', ({ seconds }) => seconds, { sum: true }), c.quantity('使用率 %', ({ permille }) => percent(permille)), c.whole('开始的单数', ({ sessions }) => sessions, { sum: true })],
  }), add({
    name: '时长', items: ({ lengths }) => lengths, columns: (c) => [c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.whole('从（分钟）', ({ from }) => from), c.whole('到（不含）', ({ to }) => to), c.whole('单数', ({ sessions }) => sessions, { sum: true })],
  }), add({
    name: '功率', items: ({ powers }) => powers, columns: (c) => [c.text('类型', ({ kind }) => KIND_NAMES[kind]), c.whole('从（W）', ({ from }) => from), c.whole('到（不含）', ({ to }) => to), c.whole('单数', ({ sessions }) => sessions, { sum: true })],
  }), add({
    name: '停止原因', items: ({ reasons }) => reasons, columns: (c) => [c.text('停止原因', ({ reason }) => reason || '没有写', { width: 24 }), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.text('算故障', ({ failing }) => (failing ? '是' : ''))],
  })]),
};
