/** Cost vouchers, contracts, and what costs come to. */
export const costs = {
  title: '收支', tabs: { vouchers: '凭单', contracts: '合同', analysis: '费用分析' },
  kind: { purchase: '支出', payroll: '工资', income: '其他公共收入', interest: '利息', maintenance: '转维修资金', transfer: '账户调拨' }, kindLabel: '种类', allKinds: '全部种类',
  state: { waiting: '待审批', approved: '已审批', rejected: '已退回', reversed: '已红冲' }, stateLabel: '状态', allStates: '全部状态', fundLabel: '归属', allFunds: '全部归属', month: '月份', search: '凭单号、对方、内容', searchLabel: '查找凭单',
  source: { 'parking-resident': '业主月租', 'parking-daytime': '日间商用停车', 'parking-other': '其他停车', 'charging-car': '汽车充电', 'charging-ebike': '电动车充电', advertising: '广告', telecom: '通信机柜', venue: '场地与其他', charging: '充电电费和佣金', spending: '其他支出' },
  column: { tax: '税费', energy: '能耗', direct: '直接成本' },
  fee: { staff: '人员费用', facilities: '设施运行维护', cleaning: '清洁卫生', greening: '绿化养护', order: '秩序维护', office: '办公费用', depreciation: '固定资产折旧', insurance: '公众责任保险', other: '其他约定' },
  otherSpending: '其他支出', dash: '—', joiner: '、', colon: '：',
  list: { name: '收支凭单', no: '凭单号', paidOn: '日期', kind: '种类', payee: '对方', what: '内容', target: '去向', amount: '金额 ¥', files: '附件', state: '状态', none: '没有这样的凭单', noneNote: '换一个条件，或登记一张。', first: '还没有凭单', sum: '合计', out: '支出 {{amount}}', in: '收入 {{amount}}', moved: '调拨 {{amount}}', rows: '{{count, number}} 张', filesCount: '{{count, number}} 件' },
  finding: { waiting: '{{count, number}} 张凭单等着审批，共 ¥{{amount}}', none: '没有等着审批的凭单' }, seeWaiting: '只看待审批',
  add: '登记凭单', back: '回到凭单', close: '关闭',
  form: {
    title: '登记凭单', note: '登记后由经理审批，审批后才入账，入账日是付款的那一天。', paidOn: '付款日', receivedOn: '到账日', payee: '对方', payeeHint: '单位名称', what: '内容', whatHint: '会印在公示上，不要写姓名、电话和车牌', whatPersonal: '像是有人的姓名、电话、房号或车牌：这行字会印在公示上，请改掉', invoiceNo: '发票号', account: '账户', from: '从账户', to: '到账户',
    accounts: { '1002_01': '基本户 1002.01', '1002_02': '公共收益专户 1002.02' }, resolutionNo: '决议文号', resolutionOn: '决议日期', instalment: '结 {{code}} 第 {{no}} 期（{{dueOn}}）', dropInstalment: '不结这一期',
    line: '第 {{no}} 行', target: '去向', chooseTarget: '选去向', amount: '金额 ¥', lineWhat: '说明', post: '岗位', headcount: '人数', share: '份额', addLine: '再加一行', removeLine: '去掉这行', split: '分摊到几个去向', single: '只记一个去向', addShare: '再加一个去向', removeShare: '去掉', gets: '得 ¥{{amount}}', badAmount: '写成 1,234.56 这样的金额', badCount: '写整数',
    total: '共 ¥{{amount}}', capitals: '{{words}}', evidence: '超过 ¥{{amount}} 要附发票', attach: '添加照片或 PDF', drop: '去掉', files: '附件', save: '登记', saved: '已登记 {{no}}，¥{{amount}}，等经理审批。',
  },
  panel: { title: '凭单 {{no}}', by: '登记', decided: '审批', own: '登记和审批是同一人', fund: '归属', account: '账户', invoice: '发票号', resolution: '决议', instalment: '合同', entry: '凭证', share: '占 {{share, number}}/{{of, number}}', people: '{{post}} {{count, number}} 人', approve: '审批入账', approved: '已审批，入账到 {{on}}。', reject: '退回', rejected: '已退回。', reverse: '红冲', reversed: '已红冲，冲账在今天。', reason: '原因（必填）', confirmReject: '确认退回', confirmReverse: '确认红冲', decision: { approve: '审批', reject: '退回', reverse: '红冲' }, noFiles: '没有附件', save: '另存', pdf: 'PDF 要另存后打开', kb: '{{size}} KB', onlyManager: '由经理审批。', loading: '正在读附件' },
  settings: { limit: '超过 ¥{{amount}} 的支出要附发票', change: '改', label: '要附发票的金额 ¥', save: '保存', saved: '已保存。' },
  contract: {
    add: '登记合同', back: '回到合同', title: '登记合同', note: '分期可以自动生成，也可以一期一期写；每一期由一张凭单结清，不会结两次。', code: '编号', codeHint: '印在公示上，如 GG-01', name: '名称', counterparty: '对方', direction: '方向', income: '收', cost: '付', target: '去向', from: '开始', to: '结束（最后一天）', place: '位置/数量', placeHint: '如 电梯轿厢 32 面', standard: '标准', standardHint: '如 每季 6,000', total: '总额 ¥', every: '分期', steps: { month: '每月', quarter: '每季', half: '每半年', year: '每年', once: '一次', typed: '自己写' }, dueOn: '第 {{no}} 期的日子', part: '第 {{no}} 期金额 ¥', addPart: '再加一期', preview: '分 {{count, number}} 期，第一期 {{dueOn}} ¥{{amount}}', sumDiffers: '各期合计 ¥{{sum}}，与总额差 ¥{{left}}', save: '登记合同', saved: '已登记 {{code}}，{{count, number}} 期。',
    list: '合同', term: '合同期', settled: '已结 ¥', overdue: '逾期 ¥', next: '下一期', stateLabel: '状态', state: { running: '在期', ahead: '未开始', ended: '已到期' }, none: '还没有合同', noneNote: '清洁、电梯维保、电梯和道闸广告、通信机柜这些合同登记在这里，到期的款不会漏。',
    finding: { overdue: '{{count, number}} 期款逾期未结，共 ¥{{amount}}', due: '30 天内有 {{count, number}} 期款到期，共 ¥{{amount}}', calm: '合同款都按期结了，30 天内没有到期的' }, instalments: '各期', no: '期', due: '日子', amount: '金额 ¥', settle: '登记凭单', partState: { paid: '已结', waiting: '待审批', overdue: '逾期', due: '快到期', ahead: '未到期' }, panel: '合同 {{code}}', badTerm: '结束要晚于开始',
  },
  analysis: {
    by: '怎么看', fee: '物业费九项', source: '公共收益来源', unit: '千元', name: '费用分析', chart: '每月的费用', month: '月份', key: '项目', total: '合计', note: '¥；照账上的分录，红冲的已减去', noteSource: '¥；照账上的分录：各来源的税费、能耗、直接成本，充电另有电网电费和平台佣金', none: '这 12 个月没有费用', noneNote: '登记凭单并审批后，这里看得到钱花在哪里。',
    finding: { top: '{{name}}花得最多：¥{{amount}}，占 {{share}}%；12 个月共 ¥{{total}}', one: '12 个月的费用都在{{name}}：¥{{total}}' }, rest: '其余',
  },
};
