import type { Output } from '../../../shared/contract/index.ts';
import { listAgreements } from '../market/agreements.ts';
import { board } from '../market/board.ts';
import { listSuppliers } from '../market/deliveries.ts';
import { listComplaints, listDeliveries, listInspections, listSales, listWaste } from '../market/lists.ts';
import { trend } from '../market/summary.ts';
import { exportOf } from './list-type.ts';

const CHECKS = { price: '价格', hygiene: '卫生' } as const;
/** Grams as 0.0001 kg. */
const kg = (grams: number): number => grams * 10;
const state = ({ voided }: { voided: Output<'market.listSales'>['items'][number]['voided'] }): string => (voided === null ? '' : `作废：${voided.reason}`);
/** What is void is listed, and not in the totals. */
const standing = <Row extends { voided: unknown }, Value>(of: (row: Row) => Value) => (row: Row): Value | null => (row.voided === null ? of(row) : null);

export const marketLists = {
  'market.trend': exportOf('market.trend', trend, (add) => [add({
    name: '惠民超市每月', items: ({ rows }) => rows,
    columns: (c) => [
      c.text('月份', ({ month }) => month, { width: 10 }), c.yuan('免租（实物，不是现金）', ({ waivedRentFen }) => waivedRentFen), c.yuan('销售额', ({ salesFen }) => salesFen), c.yuan('替居民省', ({ savingFen }) => savingFen), c.yuan('付给菜农', ({ boughtFen }) => boughtFen), c.yuan('没有参考价的销售', ({ uncomparedFen }) => uncomparedFen),
      c.whole('销售笔数', ({ sales }) => sales, { sum: true }), c.quantity('卖出 kg', ({ soldGrams }) => kg(soldGrams), { sum: true }), c.quantity('进货 kg', ({ boughtGrams }) => kg(boughtGrams), { sum: true }), c.quantity('损耗 kg', ({ wastedGrams }) => kg(wastedGrams), { sum: true }), c.whole('价高笔数', ({ aboveReference }) => aboveReference, { sum: true }),
    ],
  }), add({
    name: '菜农收入', items: ({ rows }) => rows.flatMap(({ month, growers }) => growers.map((one) => ({ month, ...one }))),
    columns: (c) => [c.text('月份', ({ month }) => month, { width: 10 }), c.text('村', ({ village }) => village, { width: 20 }), c.yuan('付给菜农', ({ fen }) => fen)],
  })]),
  'market.listDeliveries': exportOf('market.listDeliveries', listDeliveries, (add) => [add({
    name: '超市进货', items: ({ items }) => items,
    columns: (c) => [c.day('日期', ({ on }) => on), c.text('菜农', ({ supplier }) => supplier), c.text('村', ({ village }) => village), c.text('品名', ({ product }) => product), c.quantity('重量 kg', standing(({ grams }) => kg(grams)), { sum: true }), c.balance('进价 元/kg', ({ priceFen }) => priceFen), c.yuan('付款', standing(({ paidFen }) => paidFen)), c.text('备注', ({ note }) => note, { width: 24 }), c.text('经手', ({ by }) => by), c.text('状态', state, { width: 24 })],
  })]),
  'market.listSales': exportOf('market.listSales', listSales, (add) => [add({
    name: '超市销售', items: ({ items }) => items,
    columns: (c) => [c.day('日期', ({ on }) => on), c.text('品名', ({ product }) => product), c.quantity('重量 kg', standing(({ grams }) => kg(grams)), { sum: true }), c.balance('售价 元/kg', ({ priceFen }) => priceFen), c.yuan('金额', standing(({ amountFen }) => amountFen)), c.balance('参考价 元/kg', ({ referenceFen }) => referenceFen), c.yuan('省', standing(({ savingFen }) => savingFen)), c.text('文件', ({ file }) => file ?? '', { width: 24 }), c.text('经手', ({ by }) => by), c.text('状态', state, { width: 24 })],
  })]),
  'market.listSuppliers': exportOf('market.listSuppliers', listSuppliers, (add) => [add({
    name: '菜农', items: ({ items }) => items,
    columns: (c) => [c.text('村', ({ village }) => village), c.text('菜农', ({ name }) => name), c.text('电话', ({ maskedPhone }) => maskedPhone), c.whole('进货笔数', ({ deliveries }) => deliveries, { sum: true }), c.quantity('重量 kg', ({ grams }) => kg(grams), { sum: true }), c.yuan('付款', ({ paidFen }) => paidFen), c.day('最近', ({ lastOn }) => lastOn)],
  })]),
  'market.board': exportOf('market.board', board, (add) => [add({
    name: '价牌', items: ({ items }) => items,
    columns: (c) => [c.text('品名', ({ product }) => product), c.balance('每斤', ({ jinFen }) => jinFen), c.balance('每公斤', ({ priceFen }) => priceFen), c.balance('市场参考每斤', ({ referenceJinFen }) => referenceJinFen), c.balance('比市场便宜每斤', ({ cheaperJinFen }) => cheaperJinFen), c.text('产地', ({ villages }) => villages.join('、'), { width: 24 }), c.day('价格日', ({ pricedOn }) => pricedOn), c.day('参考价日', ({ referenceOn }) => referenceOn), c.text('参考价来源', ({ source }) => source, { width: 24 })],
  })]),
  'market.listWaste': exportOf('market.listWaste', listWaste, (add) => [add({
    name: '超市损耗', items: ({ items }) => items,
    columns: (c) => [c.day('日期', ({ on }) => on), c.text('品名', ({ product }) => product), c.quantity('重量 kg', standing(({ grams }) => kg(grams)), { sum: true }), c.text('原因', ({ reason }) => reason, { width: 24 }), c.text('经手', ({ by }) => by), c.text('状态', state, { width: 24 })],
  })]),
  'market.listAgreements': exportOf('market.listAgreements', listAgreements, (add) => [add({
    name: '超市协议', items: ({ items }) => items,
    columns: (c) => [
      c.whole('协议', ({ agreementId }) => agreementId), c.whole('版本', ({ version }) => version), c.text('经营者', ({ shopkeeper }) => shopkeeper), c.text('地点', ({ place }) => place, { width: 20 }), c.area('面积 m²', ({ areaDm2 }) => areaDm2), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.yuan('市场月租', standing(({ imputedRentFen }) => imputedRentFen), { sum: false }), c.yuan('全期免租', standing(({ waivedFen }) => waivedFen)),
      c.text('依据', ({ source }) => source, { width: 28 }), c.text('决议', ({ resolutionNo }) => resolutionNo, { width: 20 }), c.day('决议日', ({ resolutionOn }) => resolutionOn), c.text('义务', ({ duties }) => duties.join('；'), { width: 40 }), c.text('状态', state, { width: 24 }),
    ],
  })]),
  'market.listInspections': exportOf('market.listInspections', listInspections, (add) => [add({
    name: '超市检查', items: ({ items }) => items,
    columns: (c) => [c.day('日期', ({ on }) => on), c.text('类型', ({ kind }) => CHECKS[kind]), c.text('结果', ({ passed }) => (passed ? '合格' : '不合格')), c.text('检查人', ({ inspector }) => inspector), c.text('说明', ({ note }) => note, { width: 40 }), c.text('经手', ({ by }) => by), c.text('状态', state, { width: 24 })],
  })]),
  'market.listComplaints': exportOf('market.listComplaints', listComplaints, (add) => [add({
    name: '超市投诉', items: ({ items }) => items,
    columns: (c) => [c.day('日期', ({ on }) => on), c.text('投诉', ({ complaint }) => complaint, { width: 40 }), c.text('答复', ({ answer }) => answer ?? '', { width: 40 }), c.day('答复日', ({ answeredOn }) => answeredOn), c.text('经手', ({ by }) => by), c.text('状态', state, { width: 24 })],
  })]),
};
