import type { CommonSource, CostColumn, FeeCost } from '../../../shared/domain/common-sources.ts';
import type { CostKind } from '../../../shared/domain/cost-target.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { listContracts } from '../costs/contracts.ts';
import { analyseCosts, listCosts } from '../costs/list-costs.ts';
import { exportOf } from './list-type.ts';

const KINDS: Readonly<Record<CostKind, string>> = { purchase: '支出', payroll: '工资', income: '其他公共收入', interest: '利息', maintenance: '转维修资金', transfer: '账户调拨' };
const STATES = { waiting: '待审批', approved: '已审批', rejected: '已退回', reversed: '已红冲' } as const;
const FUNDS = { property: '物业费', common: '公共收益' } as const;
const SOURCES: Readonly<Record<CommonSource | 'charging' | 'spending', string>> = { 'parking-resident': '业主月租', 'parking-daytime': '日间商用停车', 'parking-other': '其他停车', 'charging-car': '汽车充电', 'charging-ebike': '电动车充电', advertising: '广告', telecom: '通信机柜', venue: '场地与其他', charging: '充电电费和佣金', spending: '其他支出' };
const COLUMNS: Readonly<Record<CostColumn, string>> = { tax: '税费', energy: '能耗', direct: '直接成本' };
const FEES: Readonly<Record<FeeCost, string>> = { staff: '人员费用', facilities: '设施运行维护', cleaning: '清洁卫生', greening: '绿化养护', order: '秩序维护', office: '办公费用', depreciation: '固定资产折旧', insurance: '公众责任保险', other: '其他约定' };

/** `parking-resident.energy` as 业主月租 能耗, `fee.cleaning` as 清洁卫生. */
function targetName(word: string): string {
  const [head = '', tail = ''] = word.split('.');
  return word === 'other' ? SOURCES.spending : head === 'fee' ? FEES[tail as FeeCost] : [SOURCES[head as CommonSource], COLUMNS[tail as CostColumn]].filter(Boolean).join(' ');
}

export const costLists = {
  'costs.list': exportOf('costs.list', listCosts, (add) => [add({
    name: '收支凭单', items: ({ items }) => items,
    columns: (c) => [
      c.text('凭单号', ({ costNo }) => costNo, { width: 18 }), c.day('日期', ({ paidOn }) => paidOn), c.text('种类', ({ kind }) => KINDS[kind]), c.text('归属', ({ fund }) => FUNDS[fund], { width: 10 }), c.text('对方', ({ payee }) => payee, { width: 22 }), c.text('内容', ({ what }) => what, { width: 26 }), c.text('去向', ({ targets }) => targets.split(' ').map(targetName).join('、'), { width: 30 }),
      c.whole('附件', ({ attachments }) => attachments), c.text('状态', ({ state }) => STATES[state], { width: 10 }), c.text('登记', ({ by }) => by, { width: 10 }), c.text('审批', ({ decidedBy }) => decidedBy, { width: 10 }), c.balance('金额', ({ amountFen }) => amountFen),
    ],
  })]),
  'costs.listContracts': exportOf('costs.listContracts', listContracts, (add) => [add({
    name: '收支合同', items: ({ items }) => items,
    columns: (c) => [
      c.text('编号', ({ code }) => code), c.text('名称', ({ title }) => title, { width: 22 }), c.text('对方', ({ counterparty }) => counterparty, { width: 24 }), c.text('方向', ({ direction }) => (direction === 'income' ? '收' : '付'), { width: 6 }), c.text('去向', ({ target }) => targetName(target), { width: 18 }), c.day('开始', ({ from }) => from), c.day('结束', ({ to }) => addDays(to, -1)), c.text('位置/数量', ({ place }) => place, { width: 26 }), c.text('标准', ({ standard }) => standard, { width: 16 }),
      c.whole('期数', ({ instalments }) => instalments.length), c.day('下一期', ({ nextDueOn }) => nextDueOn), c.balance('总额', ({ totalFen }) => totalFen), c.balance('已结', ({ settledFen }) => settledFen), c.balance('逾期', ({ overdueFen }) => overdueFen),
    ],
  })]),
  'costs.analysis': exportOf('costs.analysis', analyseCosts, (add) => [add({
    name: '费用分析', items: ({ rows }) => rows,
    columns: (c) => [c.text('月份', ({ month }) => month), c.text('项目', ({ key }) => FEES[key as FeeCost] ?? SOURCES[key as CommonSource] ?? key, { width: 24 }), c.yuan('金额', ({ amountFen }) => amountFen)],
  })]),
};
