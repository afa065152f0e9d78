/** Arrears: ages, notices, calls, collection rates. */
export const arrears = {
  title: '欠费', view: { ageing: '账龄', dunning: '催缴', calls: '电话', rates: '收缴率' },
  viewNote: { ageing: '按到期日算，含期初欠费，合计等于应收账款', dunning: '只送到欠费的那一户；送达才中断诉讼时效', calls: '先打答应了没付的，再按欠费多少', rates: '由单据和分录各算一遍，一致才显示' },
  rates: {
    period: '期间', periodName: { month: '月', quarter: '季', year: '年' }, named: { month: '{{year}} 年 {{month}} 月', quarter: '{{year}} 年 {{month}} 季度', year: '{{year}} 年' }, before: '前一期', after: '后一期', keys: '换一期', hint: '点任何数字，看它背后的房屋；单据和分录各算一遍，一致才显示', verify: '到“账簿”里核对',
    name: { current: '当期收缴率', arrears: '清欠率', combined: '综合收缴率', households: '户数收缴率' }, short: { current: '当期', arrears: '清欠率', combined: '综合', households: '户数' },
    numerator: { current: '已收', arrears: '已清回', combined: '共收', households: '已结清' }, denominator: { current: '应收', arrears: '期初欠费', combined: '共应收', households: '有账单' },
    means: { current: '本期账单至今收到的 ÷（本期出账 − 作废）；减免不扣除，不含违约金和期初欠费。', arrears: '期初以前的欠费在本期内收到的 ÷ 期初欠费。', combined: '（当期已收 + 清欠已收）÷（期初欠费 + 当期应收）。', households: '本期账单全部结清的户数 ÷ 有本期账单的户数。' },
    homes: '{{count, number}} 户', seeHomes: '看背后的房屋', seeHome: '看这户', seeLedger: '看这户的账', noHomes: '没有房屋', bills: '账单', total: '合计', building: '{{name}} 栋',
    by: '分组', byName: { building: '按楼栋', item: '按费用项' }, byHead: { building: '楼栋', item: '费用项' }, billed: '出账 ¥', cancelled: '作废 ¥', collected: '已收 ¥', opening: '期初欠费 ¥', arrearsCollected: '清回 ¥', settled: '结清户 / 户',
    part: { billed: '当期出账', cancelled: '当期作废', collected: '当期已收', opening: '期初欠费', arrearsCollected: '清欠已收', householdsBilled: '有账单的户', householdsPaid: '已结清的户', householdsOwing: '未结清的户' },
    empty: '这段时间没有账单，也没有旧欠费', emptyNote: '换一期再看；分母是零的收缴率写作“—”。',
    finding: { none: '这 12 个月没有账单，算不出收缴率', only: '{{month}} 当期收缴率 {{rate}}%，还没有别的月份可比', same: '{{month}} 当期收缴率 {{rate}}%，与 {{before}} 持平', up: '{{month}} 当期收缴率 {{rate}}%，比 {{before}} 高 {{points}} 个百分点', down: '{{month}} 当期收缴率 {{rate}}%，比 {{before}} 低 {{points}} 个百分点' },
    trendNote: '至 {{until}} 的 12 个月，%；晚交的会让当期收缴率继续上升', trendLabel: '12 个月的收缴率', trendName: '收缴率走势', show: { chart: '图', table: '表' }, owing: '未结清',
  },
};
