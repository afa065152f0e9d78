import { listItems } from '../fees/define-item.ts';
import { previewBills } from '../fees/issue-bills.ts';
import { listBills, listMonths, listRates } from '../fees/list-fees.ts';
import { listPools } from '../fees/pools.ts';
import { listPromotions } from '../fees/promotions.ts';
import { listReductions } from '../fees/reductions.ts';
import { listVacancies } from '../fees/vacancies.ts';
import { listWaivers } from '../fees/waivers.ts';
import { exportOf } from './list-type.ts';
import { BASIS_NAMES, CYCLE_NAMES, fundName, REDUCTION_NAMES, SKIP_NAMES, STATE_NAMES } from './words.ts';

const percentOf = (permille: number): string => `${String((permille - (permille % 10)) / 10)}${permille % 10 ? `.${String(permille % 10)}` : ''}%`;

export const feeLists = {
  'fees.listMonths': exportOf('fees.listMonths', listMonths, (add) => [add({
    name: '各月账单', items: ({ items }) => items,
    columns: (c) => [c.text('月份', ({ month }) => month, { width: 10 }), c.whole('张数', ({ bills }) => bills, { sum: true }), c.yuan('欠', ({ openFen }) => openFen), c.yuan('应收', ({ billedFen }) => billedFen)],
  })]),
  'fees.listBills': exportOf('fees.listBills', listBills, (add) => [add({
    name: '账单', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.text('费用项', ({ itemName }) => itemName, { width: 18 }), c.text('归属', ({ fund }) => fundName(fund), { width: 10 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.text('计费', ({ basis }) => BASIS_NAMES[basis], { width: 10 }),
      c.area('面积 m²', ({ areaDm2 }) => areaDm2), c.quantity('用量', ({ quantityE4 }) => quantityE4), c.text('单位', ({ unit }) => unit, { width: 8 }), c.rate('单价 元', ({ rateE4 }) => rateE4), c.whole('月数', ({ months }) => months, { width: 6 }), c.text('备注', ({ note }) => note, { width: 20 }), c.day('到期', ({ dueOn }) => dueOn),
      c.text('状态', ({ cancelled }) => (cancelled ? `作废：${cancelled.reason}` : '有效'), { width: 20 }), c.whole('凭证号', ({ entryId }) => entryId),
      c.yuan('应收', ({ amountFen }) => amountFen), c.yuan('作废', ({ amountFen, cancelled }) => (cancelled ? amountFen : 0)), c.yuan('减免', ({ waivedFen }) => waivedFen), c.yuan('已收', ({ paidFen }) => paidFen), c.yuan('欠', ({ openFen }) => openFen),
    ],
  })]),
  'fees.previewBills': exportOf('fees.previewBills', previewBills, (add) => [
    add({
      name: '草稿', items: ({ lines }) => lines,
      columns: (c) => [
        c.text('房号', ({ label }) => label), c.text('费用项', ({ itemName }) => itemName, { width: 18 }), c.text('计费', ({ basis }) => BASIS_NAMES[basis], { width: 10 }), c.area('面积 m²', ({ areaDm2 }) => areaDm2), c.quantity('用量', ({ quantityE4 }) => quantityE4), c.text('单位', ({ unit }) => unit, { width: 8 }), c.rate('单价 元', ({ rateE4 }) => rateE4), c.whole('月数', ({ months }) => months, { width: 6 }),
        c.text('份额', ({ share: { numerator, denominator } }) => (numerator === denominator ? '' : `${String(numerator)}/${String(denominator)}`), { width: 12 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.yuan('空置优惠', ({ reducedFen }) => reducedFen), c.yuan('应收', ({ amountFen }) => amountFen),
      ],
    }),
    add({ name: '跳过', items: ({ skipped }) => skipped, columns: (c) => [c.text('房号', ({ label }) => label), c.text('费用项', ({ item }) => item), c.text('原因', ({ reason }) => SKIP_NAMES[reason], { width: 28 })] }),
  ]),
  'fees.listItems': exportOf('fees.listItems', listItems, (add) => [add({
    name: '费用项', items: ({ items }) => items.flatMap(({ versions, ...item }) => versions.map((version) => ({ ...item, ...version }))),
    columns: (c) => [
      c.text('代码', ({ code }) => code), c.text('名称', ({ name }) => name, { width: 18 }), c.text('归属', ({ fund }) => fundName(fund), { width: 10 }), c.text('科目', ({ account }) => account, { width: 10 }), c.whole('版本', ({ version }) => version, { width: 6 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.text('计费', ({ basis }) => BASIS_NAMES[basis], { width: 10 }),
      c.rate('单价 元', ({ rateE4 }) => rateE4), c.text('单位', ({ unit }) => unit, { width: 8 }), c.text('分级单价', ({ rates }) => rates.map(({ key, rateE4 }) => `${key} ${String(rateE4 / 10_000)}`).join('；'), { width: 30 }), c.text('周期', ({ cycle }) => CYCLE_NAMES[cycle], { width: 14 }), c.text('空置优惠', ({ vacancy }) => (vacancy ? '是' : '否'), { width: 10 }), c.text('违约金', ({ lateFee }) => (lateFee ? '是' : '否'), { width: 8 }),
    ],
  })]),
  'fees.listRates': exportOf('fees.listRates', listRates, (add) => [add({
    name: '物业费标准', items: ({ items }) => items, columns: (c) => [c.day('起', ({ from }) => from), c.rate('单价 元', ({ rateE4 }) => rateE4), c.whole('户数', ({ homes }) => homes)],
  })]),
  'fees.listPools': exportOf('fees.listPools', listPools, (add) => [add({
    name: '公摊', items: ({ items }) => items,
    columns: (c) => [c.text('月份', ({ month }) => month, { width: 10 }), c.text('费用项', ({ name }) => name, { width: 18 }), c.whole('张数', ({ bills }) => bills), c.text('说明', ({ note }) => note, { width: 30 }), c.yuan('已分', ({ billedFen }) => billedFen), c.yuan('公摊总额', ({ amountFen }) => amountFen)],
  })]),
  'fees.listWaivers': exportOf('fees.listWaivers', listWaivers, (add) => [add({
    name: '减免申请', items: ({ items }) => items,
    columns: (c) => [
      c.text('房号', ({ label }) => label), c.text('费用项', ({ itemName }) => itemName, { width: 18 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.text('原因', ({ reason }) => reason, { width: 30 }), c.text('申请人', ({ requestedBy }) => requestedBy), c.text('状态', ({ state }) => STATE_NAMES[state], { width: 10 }), c.text('审批人', ({ decidedBy }) => decidedBy), c.text('审批意见', ({ decisionNote }) => decisionNote, { width: 20 }),
      c.yuan('应收', ({ billedFen }) => billedFen), c.yuan('减免', ({ amountFen }) => amountFen),
    ],
  })]),
  'fees.listVacancies': exportOf('fees.listVacancies', listVacancies, (add) => [add({
    name: '空置优惠', items: ({ items }) => items,
    columns: (c) => [c.text('房号', ({ label }) => label), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.text('优惠', ({ offPermille }) => percentOf(offPermille), { width: 8 }), c.text('原因', ({ reason }) => reason, { width: 30 }), c.text('申请人', ({ requestedBy }) => requestedBy), c.text('状态', ({ state }) => STATE_NAMES[state], { width: 10 }), c.text('审批人', ({ decidedBy }) => decidedBy), c.text('审批意见', ({ decisionNote }) => decisionNote, { width: 20 })],
  })]),
  'fees.listPromotions': exportOf('fees.listPromotions', listPromotions, (add) => [add({
    name: '预缴优惠', items: ({ items }) => items,
    columns: (c) => [c.text('名称', ({ name }) => name, { width: 20 }), c.day('起', ({ from }) => from), c.day('止（不含）', ({ to }) => to), c.whole('预缴月数', ({ months }) => months), c.whole('赠送天数', ({ bonusDays }) => bonusDays), c.text('设定人', ({ by }) => by), c.whole('笔数', ({ payments }) => payments, { sum: true }), c.yuan('赠送', ({ givenFen }) => givenFen)],
  })]),
  'fees.listReductions': exportOf('fees.listReductions', listReductions, (add) => [add({
    name: '减免汇总', items: ({ items }) => items, columns: (c) => [c.text('种类', ({ kind }) => REDUCTION_NAMES[kind]), c.text('费用项', ({ itemName }) => itemName, { width: 18 }), c.text('批准人', ({ by }) => by), c.whole('笔数', ({ count }) => count, { sum: true }), c.yuan('金额', ({ amountFen }) => amountFen)],
  })]),
};
