/** The manager's board. */
export const board = {
  title: '经营看板', hint: '点任何数字，看它背后的账单与凭证', previous: '往前', next: '往后', unit: '多长', units: { month: '月', quarter: '季', year: '年' }, compare: '和什么比', comparisons: { before: '比上期', year: '比去年', none: '不比' },
  monthName: '{{year}} 年 {{month}} 月', quarterName: '{{year}} 年第 {{quarter}} 季', yearName: '{{year}} 年', monthNo: '{{month}} 月', listComma: '、',
  savePdf: '存为 PDF', printed: '已存到 {{file}}', exportAll: '导出 Excel', save: '导出', fileName: '经营看板 {{period}}',
  waitingLabel: '等经理办的', waiting: { chargingReview: '充电待核', channelExceptions: '渠道未匹配', lapsing: '时效将满（户）', waivers: '减免待批', vacancies: '空置待批', unclosed: '未月结（月）', costs: '费用待批', objections: '异议待答', complaints: '超市投诉待答', instalments: '合同逾期（期）', notPosted: '公示未张贴', hangingOld: '作废公示未取下' },
  wall: { common: '{{period}}公共收益公示', fees: '{{period}}物业费公示', day: '张贴第 {{workdays}}/{{wanted}} 个工作日' },
  skipped: '先看账目齐全的月；{{months}}还缺电网电费单',
  was: { before: '上期 {{amount}}', year: '去年同期 {{amount}}' },
  than: { before: '比上期', year: '比去年同期' }, same: '没有变', more: '多 {{amount}}', less: '少 {{amount}}', share: '（{{percent}}%）', higher: '高 {{points}} 个百分点', lower: '低 {{points}} 个百分点',
  key: {
    rate: '当期收缴率', households: '按户 {{rate}}', rateOf: '已收 {{paid}} ÷ 应收 {{due}}', charging: '充电净收益', chargingOf: '收入 {{income}} − 全部成本 {{cost}}；按订单和电费单的月份，公示表按记账日', chargingLacks: '收入 {{income}}，缺 {{months}} 的电网电费单', lacksShort: '缺电费单',
    parking: '停车净收益', parkingOf: '住户自付 {{paid}} + 日间 {{daytime}} − 成本 {{cost}}；按账单月份，公示表按收款日', parkingOther: '住户自付 {{paid}} + 日间 {{daytime}} + 其他 {{other}} − 成本 {{cost}}；按账单月份，公示表按收款日', common: '公共收益余额',
    special: '专户 {{amount}}', basic: '基本户 {{amount}}', cash: '现金 {{amount}}', transit: '渠道在途 {{amount}}', held: '预收 {{amount}}', sameAsSheet: '；即公示表的期末余额',
  },
  thousandYuan: '千元', monthHead: '月', yuan: '元', total: '合计',
  charging: {
    name: '充电收支', note: '{{devices}}每月收入与全部成本，千元', ev: '汽车 {{count, number}} 枪、', ebike: '电动自行车 {{count, number}} 口、', service: '服务费', energy: '电费（平进平出）', extra: '占位停车', cost: '全部成本', net: '净收益', lacks: '缺单', chart: '充电收入与成本，每月', loss: '亏 {{amount}}', noneNote: '导入订单、记下电网的电费单，这里就能看出每月余多少。',
    finding: { none: '这些月没有充电收支', lacks: '{{month}}充电收 {{income}} 元，缺电网电费单；{{before}}净赚 {{net}} 元', lacksFirst: '{{month}}充电收 {{income}} 元，缺电网电费单，算不出净收益', run: '充电连赚 {{count}} 个月，{{month}}净赚 {{net}} 元', gain: '{{month}}充电净赚 {{net}} 元', loss: '{{month}}充电亏 {{net}} 元', even: '{{month}}充电不赚不亏' }, worst: '；{{worstMonth}}亏 {{worst}} 元',
    head: { income: '收入 ¥', grid: '电网电费 ¥', commission: '平台佣金 ¥', other: '优惠和差异 ¥', booked: '另记的成本 ¥', net: '净收益 ¥' },
  },
  parking: {
    name: '停车收支', note: '公共车位，千元/月', daytime: '日间商用和其他收入（向上）', subsidy: '停车补贴（向下）', left: '结余', chart: '日间商用收入与停车补贴，每月', since: '{{month}}起盖过', noneNote: '签了租约、出了账，这里就能看出日间租金够不够补贴。',
    finding: { none: '这些月没有停车收支', noSubsidy: '{{month}}停车没有用到补贴，日间商用收 {{daytime}} 元', run: '日间商用连续 {{count}} 个月盖过停车补贴，{{month}}结余 {{left}} 元', covered: '{{month}}日间商用盖过停车补贴，结余 {{left}} 元', short: '{{month}}日间商用不够停车补贴，差 {{left}} 元' },
    head: { paid: '住户自付 ¥', daytime: '日间 ¥', other: '其他 ¥', subsidy: '补贴 ¥', cost: '成本 ¥', left: '结余 ¥', net: '净收益 ¥' },
  },
  ageing: { name: '欠费账龄', note: '{{on}}，按账龄', lapsing: '{{on}}；{{count, number}} 户 90 天内过时效', age: '账龄', owed: '欠费 元', homes: '户数', none: '没有欠费', finding: { none: '没有欠费', old: '欠费 {{total}} 元，{{percent}}% 超过一年', largest: '欠费 {{total}} 元，{{percent}}% 欠了 {{bucket}}', notDue: '欠费 {{total}} 元，{{percent}}% 还没有到期' } },
  heat: { name: '忙闲', note: '{{kind}}，{{period}}平均占用率 {{mean}}，格内为 %', ebike: '电动自行车 {{count, number}} 口', ev: '汽车 {{count, number}} 枪', oclock: '点', scale: '占用', finding: { none: '还没有充电记录，看不出忙闲', peak: '{{what}} {{hour}} 点最挤，占用 {{share}}%', peakQuiet: '{{what}} {{hour}} 点最挤，占用 {{share}}%；工作日 {{from}} 至 {{to}} 点不到三成，还有空位' }, what: { ebike: '插座', ev: '充电桩' } },
  devices: { name: '充电设备', note: '{{period}}服务费，首尾各几台，共 {{count, number}} 台', device: '设备', service: '服务费 ¥', state: '状态', used: '占用 {{percent}}%', idle: '{{count, number}} 天没人用', failing: '故障偏多', rest: '其余 {{count, number}} 台，服务费 {{amount}}', energy: '电量（度）', sessions: '单数', utilisation: '占用 %', place: '位置', none: '没有登记充电设备',
    finding: { none: '这些月设备没有服务费', top: '{{best}} 挣走 {{percent}}% 服务费', topIdle: '{{best}} 挣走 {{percent}}% 服务费，{{device}} 已 {{days}} 天没人用', topFailing: '{{best}} 挣走 {{percent}}% 服务费，{{device}} 故障偏多' } },
  expiring: { name: '将到期租约', note: '含日间 {{daytime, number}} 份，占日间月租 {{percent}}%', noneShort: '从今天起 30 天', who: '对方', today: '今天', left: '剩余', days: '{{count, number}} 天', ends: '今天到期', monthly: '月租 ¥', space: '车位', to: '到期', finding: { none: '30 天内没有租约到期', some: '{{count}} 份租约 30 天内到期' }, noneNote: '租约都还有 30 天以上。' },
  rates: { name: '收缴率', note: '当期收缴率，%；柱下是当期收缴率', current: '当期', combined: '综合', target: '目标 {{rate}}%', chart: '当期收缴率，每月', finding: { none: '还没有账单，算不出收缴率', above: '{{month}}当期收缴率 {{rate}}%，达到目标 {{target}}%', below: '{{month}}当期收缴率 {{rate}}%，离目标 {{target}}% 还差 {{points}} 个百分点', same: '{{month}}当期收缴率 {{rate}}%，和{{before}}一样', up: '{{month}}当期收缴率 {{rate}}%，比{{before}}高 {{points}} 个百分点', down: '{{month}}当期收缴率 {{rate}}%，比{{before}}低 {{points}} 个百分点', only: '{{month}}当期收缴率 {{rate}}%' } },
  sources: {
    name: '公共收益来源', note: '开账以来收入减成本，元；实心是增加，斜线是减少', source: '来源', moved: '本期 ¥', balance: '累计 ¥', left: '余额', finding: { none: '公共收益还没有收支', top: '公共收益余额 {{balance}} 元，最多来自{{source}}', short: '公共收益余额 {{balance}} 元' },
    names: { 'parking-resident': '业主月租（市价）', 'parking-daytime': '日间商用', 'parking-other': '停车其他', subsidy: '停车补贴', charging: '充电', advertising: '广告', telecom: '通信机柜', venue: '场地与其他', interest: '利息', maintenance: '转维修资金', spending: '其他支出', rest: '其他', owed: '其中还没收到' },
  },
  cash: { name: '手上的钱', note: '{{on}}，按归属，元', fund: '归属', drawer: '现金 ¥', bank: '银行 ¥', transit: '渠道在途 ¥', finding: { none: '手上没有钱', some: '手上 {{total}} 元，{{percent}}% 是业主的公共收益' } },
  shop: { name: '惠民超市', finding: { none: '惠民超市这些月没有免租，也没有销售', rentOnly: '惠民超市免租 {{rent}} 元，没有销售记录', saved: '惠民超市免租 {{rent}} 元，替居民省 {{saving}} 元', dearer: '惠民超市免租 {{rent}} 元，售价比参考价多收 {{saving}} 元' }, head: { rent: '免租 ¥', saving: '居民省下 ¥', sales: '销售 ¥', growers: '付给菜农 ¥' }, note: '按约定的市场租金和参考价算，不是现金', rent: '免收租金', sales: '销售', saving: '居民省下', grower: '{{village}}的菜农' },
  changes: {
    title: '上次看以后', first: '第一次看：离开时记下看到凭证 {{no, number}}，下次从它以后说起。', nothing: '上次（{{when}}）以后没有新的凭证。', some: '上次（{{when}}）以后 {{count, number}} 张凭证', open: '看原因', close: '收起', rest: '其余 {{count, number}} 项见试算平衡', homes: '{{count, number}} 户', bills: '{{count, number}} 笔', entries: '{{count, number}} 张凭证', top: '其中 {{label}} {{amount}}', more: '还有 {{count, number}} 种', idle: '充电 {{device}} 已 {{count, number}} 天没人用', closed: '{{month}} 已月结', published: '{{sheet}}已公布（第 {{version}} 版）', superseded: '{{sheet}}第 {{version}} 版已作废', reopened: '{{month}} 反结账：{{reason}}', colon: '：', comma: '，', semicolon: '；', auditor: '审计看板不记看到哪里。',
    subject: { arrears: '欠费', platforms: '平台欠款', prepaid: '预收', deposits: '押金', agency: '代收代付', income: '物业费和其他收入', costs: '物业成本', other: '其他', money: '{{fund}}的钱', common: '公共收益：{{source}}' },
  },
};
