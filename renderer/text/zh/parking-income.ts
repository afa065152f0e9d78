/** The subsidy account, income and occupancy. */
export const parkingIncome = {
  view: { account: '补贴账', simulate: '试算', prices: '价格与决议' }, viewLabel: '补贴', viewNote: { account: '业主车位按市场价记收入，少收的部分记补贴；每个数字都来自凭证', simulate: '按今天的租约和车位算一年；不改动任何账', prices: '价格按日期生效，已经收过的月份不变' },
  year: { until: '截至月份', of: '至 {{until}} 的 12 个月', before: '往前一个月', after: '往后一个月' },
  kind: { resident: '业主月租', daytime: '日间商用', other: '其他' }, account: { resident: '业主月租（市场价）', daytime: '日间商用', other: '超时及其他', subsidy: '停车补贴' },
  weekday: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' }, title: { owner: '业主', developer: '开发商', common: '公共', 'civil-defence': '人防' },
  legend: '图例', paidBy: '业主自付', month: '月份', market: '市场价 ¥', resident: '业主价 ¥', residentMonths: '业主车位月', residentPaid: '业主自付 ¥', subsidy: '停车补贴 ¥', daytime: '日间商用 ¥', other: '其他 ¥', left: '结余 ¥', carried: '够补（月）', noData: '无数据', noPrice: '未定价', total: '12 个月', sum: '合计 ¥',
  subsidyFinding: {
    none: '这 12 个月没有停车收入', covered: '12 个月里日间商用和其他收入盖过停车补贴，结余 {{left}}', short: '12 个月里停车补贴比日间商用和其他收入多 {{left}}', noSubsidy: '12 个月没有发停车补贴，日间商用和其他收入 {{left}}',
  },
  subsidyList: '停车补贴账', subsidyNote: '¥，按凭证日期；业主车位月 = 公共车位上收了几个月的业主租金', openMonth: '看 {{month}} 怎么算',
  sums: {
    panel: '{{month}} 怎么算', atMarket: '业主车位按市场价', paid: '业主自付', spent: '停车补贴', times: '{{months}} 个月 × {{price}}', parts: '{{months}} 个月，含按天或不同价的', daytime: '日间商用', other: '超时及其他', less: '减：停车补贴', left: '结余',
    carried: '日间商用 {{daytime}} ÷ 每个业主月补 {{one}} = 够补 {{count, number}} 个业主月，实际补了 {{months}} 个', carriedNone: '业主价不低于市场价，这个月没有补贴', noPrice: '这个月还没有定市场价和业主价，不计补贴', entries: '凭证', entriesNote: '贷方为正；合计等于这个月停车科目的变动', none: '这个月没有停车的凭证', noneNote: '出了停车账单以后，这里列出每一张凭证。', date: '日期', memo: '摘要', amount: '金额 ¥', change: '科目变动',
  },
  prices: {
    list: '价格', from: '起', difference: '每月补贴', resolution: '决议', by: '经手', none: '还没有定过价格', noneNote: '定了市场价和业主价以后，公共车位的业主月租才计补贴。', coming: '未生效', inForce: '执行中', past: '已过', noResolution: '没有写决议',
    form: '定新价格', day: '从哪天起', marketField: '市场价（元 / 月）', residentField: '业主价（元 / 月）', resolutionField: '决议编号', resolutionHint: '没有可以不写', set: '定价', bad: '写成 200 或 200.00', needDay: '要选一天', needNo: '要写决议编号', done: '已定：{{from}} 起市场价 {{market}}，业主价 {{resident}}。', onlyManager: '价格由经理来定。',
    reprice: '业主租约改用新价', repriceNote: '把公共车位的业主租约一起改成那天的业主价；已经收过的月份不变。', look: '看看改哪些', commit: '改 {{count, number}} 份租约', repriced: '已改 {{count, number}} 份租约，{{from}} 起按新价收。', nothing: '都已经是这个价。', home: '房号', space: '车位', before: '现价 ¥', after: '新价 ¥',
  },
  decisions: { list: '决议', none: '还没有记录决议', noneNote: '在“试算”里看好一年，再把业主的决议记下来。', no: '决议', on: '决议日期', from: '起', daytimePrice: '日间价', share: '日间出租', yearDaytime: '全年日间 ¥', yearSubsidy: '全年补贴 ¥', yearLeft: '全年结余 ¥' },
  simulator: {
    controls: '试一试', resident: '业主价', daytime: '日间价', share: '公共车位日间出租', perMonth: '元 / 月', percent: '%', now: '现在 {{value}}', reset: '回到现在', badYuan: '写 0 到 {{most}} 的金额', badPercent: '写 0 到 100', spaces: '租出 {{let, number}} 个，共 {{all, number}} 个公共车位',
    basis: '按今天算：市场价 {{market}}，公共车位 {{spaces, number}} 个，业主租约 {{leases, number}} 份，日间租出 {{daytime, number}} 个', noPrices: '还没有定市场价和业主价，算不出补贴', toPrices: '去定价',
    compare: '一年比一年', present: '现在', tried: '试算', difference: '相差', spacesLet: '日间租出车位', daytimeYear: '日间收入', subsidyYear: '停车补贴', leftYear: '结余', lineNote: '¥，照这样过 12 个月，结余累计到多少', chart: '12 个月的累计结余', list: '停车试算', cumulated: '累计结余 ¥', presentCumulated: '现在累计 ¥',
    finding: { same: '和现在一样：一年结余 {{left}}', moreLeft: '一年结余 {{left}}，比现在多 {{difference}}', lessLeft: '一年结余 {{left}}，比现在少 {{difference}}', moreShort: '一年要倒贴 {{left}}，比现在少贴 {{difference}}', lessShort: '一年要倒贴 {{left}}，比现在多贴 {{difference}}', turnsShort: '现在一年结余 {{present}}，试算要倒贴 {{left}}', turnsLeft: '现在一年倒贴 {{present}}，试算结余 {{left}}', sameShort: '和现在一样：一年要倒贴 {{left}}' },
    decide: '记录决议', decideNote: '记下决议和这一年的数字，并从那天起执行这个市场价和业主价。', day: '从哪天起执行', no: '决议编号', on: '决议日期', market: '市场价（元 / 月）', note: '备注', save: '记录决议', decided: '决议 {{no}} 已记录，{{from}} 起执行。', seeDecisions: '看决议', onlyManager: '决议由经理来记录。',
  },
  income: {
    hint: '点任何数字或图形，看它背后的凭证、租约和平面图', name: '停车收益', note: '¥，按凭证月份；收入向上，补贴向下，月份下是净收益（千元）', chart: '每月停车收入和补贴', thousand: '千元', net: '净收益', netYuan: '净收益 ¥', spacesLet: '租出车位', residentMarket: '业主月租（市场价）¥', down: '（向下）', openMonth: '看 {{month}} 的补贴账和凭证',
    finding: { none: '这 12 个月没有停车收入', coversOnce: '{{month}} 日间收入盖过停车补贴，净收益 {{net}}', covers: '日间收入连续 {{count}} 个月盖过停车补贴，{{month}} 净收益 {{net}}', short: '{{month}} 停车补贴比日间收入多 {{short}}，净收益 {{net}}', noSubsidy: '{{month}} 停车净收益 {{net}}，没有补贴' },
  },
  heat: {
    name: '车位占用', zone: '区域', note: '{{zone}} {{count, number}} 个车位，{{month}} 每个钟点租出的比例，%；点一格看那时的平面图', oclock: '点', cell: '{{weekday}} {{hour}} 点，{{percent}}%', table: '{{zone}}各钟点占用', hour: '钟点', scale: '占用', none: '还没有车位', noneNote: '先在“平面图”里导入车位。',
    finding: { none: '{{zone}} {{month}} 没有租出车位', flat: '{{zone}}一周里每个钟点都租出 {{percent}}%', peak: '{{weekday}} {{hour}} 点最满，{{percent}}%；工作日 9 至 17 点 {{day}}%，还空 {{free, number}} 个' },
  },
  yield: {
    name: '车位收益', note: '¥，至 {{until}} 的 12 个月开出的账单，含补贴；点车位看租约', space: '车位', title_: '产权', days: '出租天数', paid: '业主自付 ¥', spent: '补贴 ¥', daytime: '日间 ¥', total: '合计 ¥', rest: '其余 {{count, number}} 个车位，{{amount}}', none: '这 12 个月没有租出车位', noneNote: '签了租约、出了账单以后，这里按车位排名。', more: '再看 {{count, number}} 个',
    finding: { none: '这 12 个月没有车位带来收益', unlet: '租出的 {{let, number}} 个车位平均 {{average}}，还有 {{unlet, number}} 个没租出去', even: '{{let, number}} 个车位全部租出，平均 {{average}}', top: '最多的 {{space}} 收 {{most}}，是平均的 {{times}} 倍；{{unlet, number}} 个没租出去' },
  },
  expiring: {
    name: '到期租约', note: '¥ 每月，按租约的最后一天；点月份看租约', leases: '份数', monthly: '月租 ¥', who: '房号 / 公司', space: '车位', to: '最后一天', none: '12 个月内没有租约到期', noneNote: '没写结束日期的租约不会到期。', inMonth: '{{month}} 到期的租约', every: '全部月份',
    finding: { none: '12 个月内没有租约到期', one: '12 个月内 1 份租约到期，在 {{month}}，每月 {{amount}}', some: '12 个月内 {{count, number}} 份租约到期，每月 {{amount}}；{{month}} 最多，{{most}}', soon: '{{count, number}} 份租约 30 天内到期，每月 {{amount}}' },
  },
  arrears: {
    name: '停车欠费', note: '¥，截至今天，按到期日算；点一条看是谁', age: '账龄', owed: '欠 ¥', who: '房号 / 公司', kind: '类型', oldest: '最早到期', none: '停车没有欠费', noneNote: '停车账单都结清了。', every: '全部账龄',
    finding: { none: '停车没有欠费', notDue: '停车应收 {{total}}，都还没到期', mostly: '停车欠费 {{total}}，逾期 {{overdue}}，{{kind}}占 {{percent}}%' },
  },
};
