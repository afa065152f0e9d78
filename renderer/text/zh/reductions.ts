/** What is given away: waivers, vacancy discounts, promotions, and their sums. */
export const reductions = {
  parts: '减免', part: { waivers: '减免', vacancies: '空置优惠', promotions: '预缴优惠', summary: '减免汇总' },
  home: '房号', item: '费用项', period: '账期', billed: '应收 ¥', open: '欠 ¥', amount: '减免 ¥', reason: '原因', asked: '申请', decided: '审批', state: '结果', note: '审批意见', by: '{{name}} {{when}}', from: '从', to: '到（不含）', off: '优惠', percent: '{{value}}%', seeHome: '看房屋',
  stateOf: { pending: '待批', approved: '已批准', rejected: '已驳回' }, anyState: '全部结果',
  waiting: '待批 {{count, number}} 份', noneWaiting: '没有待批的申请', noneWaitingWaiver: '在收费台账单上按“减免”提出申请。', noneWaitingVacancy: '在房屋里按“空置优惠”提出申请。', approve: '批准', reject: '驳回', decisionNote: '审批意见（可不填，随下一次审批记下）', keys: '在行上按 A 批准，R 驳回，↑↓ 换行', onlyManager: '只有经理可以审批', over: '已超过欠费',
  done: '全部申请', noneDone: '还没有申请', rows: '{{count, number}} 份', rowsMore: '{{count, number}} 份以上，往下还有',
  promotion: { name: '名称', from: '开始', to: '结束（不含）', rule: '规则', ruleOf: '预缴 {{months}} 个月送 {{days}} 天', payments: '笔数', given: '已送 ¥', by: '设定人', none: '还没有预缴优惠', noneNote: '设一条规则，收款时按它自动赠送。', add: '新优惠', months: '预缴满几个月', days: '送几天', go: '设定', done: '已设定“{{name}}”。', need: '名称、日期、月数（1–12）和天数（1–366）都要填对', onlyManager: '只有经理可以设预缴优惠', note: '送的天数按全年物业费折成钱，加进预收；优惠期不能重叠，设定以后不能改。', now: '进行中', later: '未开始', past: '已结束' },
  summary: { from: '从', to: '到', kind: '种类', kinds: { waiver: '减免', vacancy: '空置优惠', promotion: '预缴优惠' }, by: '批准人', count: '笔数', amount: '金额 ¥', none: '这段时间没有减免', noneNote: '换一段时间再看。', total: '合计', finding: '{{from}} 至 {{to}} 共减免 ¥{{amount}}', note: '与科目 5001.91 空置优惠、5001.92 减免、5001.93 预缴优惠一致；作废或退回的在当天冲减。', seeAccount: '看科目' },
};
