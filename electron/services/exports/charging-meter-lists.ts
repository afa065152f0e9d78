import { formatFen } from '../../../shared/domain/money.ts';
import { margin } from '../charging/margin.ts';
import { reconcile } from '../charging/reconcile.ts';
import { exportOf } from './list-type.ts';

const PERIODS: Readonly<Record<string, string>> = { '': '全月', critical: '尖', peak: '峰', flat: '平', valley: '谷', deep: '深谷' };
/** Permille as percent; nothing where it is not known. */
const percent = (permille: number | null): string => (permille === null ? '' : `${formatFen(permille * 10, { separators: false })}%`);

export const chargingMeterLists = {
  'charging.reconcile': exportOf('charging.reconcile', reconcile, (add) => [
    add({
      name: '电表与订单对照', items: ({ rows }) => rows,
      columns: (c) => [
        // The month's own line is among them, so nothing is summed.
        c.text('时段', ({ period }) => PERIODS[period] ?? period), c.quantity('电表走字（度）', ({ metered }) => metered), c.quantity('售出（度）', ({ sold }) => sold), c.text('线损', ({ lossPermille }) => percent(lossPermille)), c.quantity('电网电量（度）', ({ gridEnergy }) => gridEnergy),
        c.balance('电网电费', ({ gridCostFen }) => gridCostFen), c.balance('按电网电价估', ({ expectedCostFen }) => expectedCostFen), c.balance('电费', ({ energyFen }) => energyFen), c.balance('电费差', ({ marginFen }) => marginFen), c.balance('服务费', ({ serviceFen }) => serviceFen), c.balance('服务费差', ({ serviceMarginFen }) => serviceMarginFen),
      ],
    }),
    add({
      name: '每块电表', items: ({ groups }) => groups,
      columns: (c) => [
        c.text('电表', ({ meter }) => meter), c.text('设备', ({ devices }) => devices.join('、'), { width: 40 }), c.quantity('电表走字（度）', ({ metered }) => metered, { sum: true }), c.quantity('售出（度）', ({ sold }) => sold, { sum: true }), c.text('线损', ({ lossPermille }) => percent(lossPermille)),
        c.yuan('分到的电网电费', ({ gridCostFen }) => gridCostFen), c.yuan('电费', ({ energyFen }) => energyFen), c.yuan('电费差', ({ marginFen }) => marginFen), c.yuan('服务费', ({ serviceFen }) => serviceFen),
      ],
    }),
  ]),
  'charging.margin': exportOf('charging.margin', margin, (add) => [add({
    name: '充电收支', items: ({ rows }) => rows,
    columns: (c) => [
      c.text('月份', ({ month }) => month, { width: 10 }), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.quantity('电量（度）', ({ energy }) => energy, { sum: true }), c.yuan('电费', ({ energyFen }) => energyFen), c.yuan('服务费', ({ serviceFen }) => serviceFen), c.yuan('占位停车', ({ extraFen }) => extraFen), c.yuan('电网电费', ({ gridCostFen }) => gridCostFen), c.yuan('平台佣金', ({ commissionFen }) => commissionFen), c.yuan('优惠和差异', ({ otherFen }) => otherFen),
      c.quantity('电表走字（度）', ({ metered }) => metered, { sum: true }), c.text('线损', ({ lossPermille }) => percent(lossPermille)), c.yuan('电费差', ({ energyMarginFen }) => energyMarginFen), c.yuan('服务费差', ({ serviceMarginFen }) => serviceMarginFen), c.yuan('余', ({ netFen }) => netFen),
    ],
  })]),
};
