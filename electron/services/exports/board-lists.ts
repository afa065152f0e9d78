import { collectionRatios, permille } from '../../../shared/domain/collection.ts';
import { summary } from '../board/summary.ts';
import { SOURCES } from '../../print/board-words.ts';
import { exportOf } from './list-type.ts';
import { AGE_NAMES } from './arrears-lists.ts';
import { fundName } from './words.ts';

/** Thousandths of a whole as percent, in 0.0001 of one. */
const PERCENT = 1000;

export const boardLists = {
  'board.summary': exportOf('board.summary', summary, (add) => [add({
    name: '充电', items: ({ charging }) => charging.months,
    columns: (c) => [
      c.text('月份', ({ month }) => month), c.yuan('电费', ({ energyFen }) => energyFen), c.yuan('服务费', ({ serviceFen }) => serviceFen), c.yuan('占位停车', ({ extraFen }) => extraFen), c.yuan('收入', ({ incomeFen }) => incomeFen),
      c.yuan('电网电费', ({ gridCostFen }) => gridCostFen), c.yuan('平台佣金', ({ commissionFen }) => commissionFen), c.yuan('优惠和差异', ({ otherFen }) => otherFen), c.yuan('另记的成本', ({ bookedFen }) => bookedFen), c.balance('净收益', ({ netFen }) => netFen), c.text('缺电费单', ({ missing }) => missing.join('、')),
    ],
  }), add({
    name: '停车', items: ({ parking }) => parking.months,
    columns: (c) => [
      c.text('月份', ({ month }) => month), c.yuan('住户自付', ({ residentPaidFen }) => residentPaidFen), c.yuan('日间商用', ({ daytimeFen }) => daytimeFen), c.yuan('其他', ({ otherFen }) => otherFen), c.yuan('停车补贴', ({ subsidyFen }) => subsidyFen), c.yuan('成本', ({ costFen }) => costFen), c.yuan('结余（日间和其他减补贴）', ({ leftFen }) => leftFen), c.yuan('净收益', ({ netFen }) => netFen),
    ],
  }), add({
    name: '收缴率', items: ({ collection }) => collection.trend.map((one) => ({ ...one, rate: permille(collectionRatios(one).current) })),
    columns: (c) => [c.text('月份', ({ month }) => month), c.yuan('应收', ({ current }) => current.billedFen - current.cancelledFen), c.yuan('已收', ({ current }) => current.collectedFen), c.quantity('当期收缴率 %', ({ rate }) => (rate === undefined ? null : rate * PERCENT)), c.whole('出账户数', ({ households }) => households.billed), c.whole('缴清户数', ({ households }) => households.paid)],
  }), add({
    name: '公共收益余额', items: ({ common }) => common.months, columns: (c) => [c.text('月末', ({ month }) => month), c.balance('余额', ({ balanceFen }) => balanceFen)],
  }), add({
    name: '公共收益来源', items: ({ common }) => common.sources, columns: (c) => [c.text('来源', ({ source }) => SOURCES[source], { width: 20 }), c.yuan('本期', ({ movedFen }) => movedFen), c.yuan('累计', ({ balanceFen }) => balanceFen)],
  }), add({
    name: '手上的钱', items: ({ cash }) => cash, columns: (c) => [c.text('归属', ({ fund }) => fundName(fund)), c.yuan('现金', ({ cashFen }) => cashFen), c.yuan('银行', ({ bankFen }) => bankFen), c.yuan('渠道在途', ({ transitFen }) => transitFen), c.yuan('合计', ({ totalFen }) => totalFen)],
  }), add({
    name: '欠费账龄', items: ({ ageing }) => ageing.buckets, columns: (c) => [c.text('账龄', ({ bucket }) => AGE_NAMES[bucket]), c.whole('户数', ({ homes }) => homes), c.yuan('欠费', ({ amountFen }) => amountFen)],
  }), add({
    name: '惠民超市', items: ({ shop }) => shop?.months ?? [], columns: (c) => [c.text('月份', ({ month }) => month), c.yuan('免收租金', ({ waivedRentFen }) => waivedRentFen), c.yuan('居民省下', ({ savingFen }) => savingFen), c.yuan('销售', ({ salesFen }) => salesFen), c.yuan('付给菜农', ({ growersFen }) => growersFen)],
  }), add({
    name: '充电设备', items: ({ devices }) => devices, columns: (c) => [c.text('设备', ({ device }) => device), c.text('位置', ({ place }) => place, { width: 24 }), c.whole('单数', ({ sessions }) => sessions, { sum: true }), c.yuan('服务费', ({ serviceFen }) => serviceFen), c.quantity('使用率 %', ({ utilisationPermille }) => (utilisationPermille === null ? null : utilisationPermille * PERCENT)), c.whole('没有订单的天数', ({ idleDays }) => idleDays, { width: 14 })],
  })]),
};
