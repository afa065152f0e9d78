/** How chargers are used. */
export const chargingUse = {
  kindLabel: '哪一类', weekday: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' }, hourOf: '{{weekday}} {{hour}} 点', minutes: '{{from}}–{{to}} 分钟', below: '不到 {{to}}', above: '{{from}} 以上', minute: '{{value}} 分钟', hours: '{{from}}–{{to}} 小时', hour: '{{value}} 小时', unknown: '没有写',
  state: { FAILING: '故障偏多', IDLE: '闲置' }, sessions: '单数', device: '设备', place: '位置', share: '占比', total: '合计',
  use: {
    name: '设备使用', note: '在用时间 ÷ 枪（插座）数 × 在用时长，到现在为止；全部 {{devices, number}} 台 {{connectors, number}} 个枪（插座），平均 {{mean}}', list: '每台设备的使用率', used: '使用率', energy: '电量（度）', hours: '在用（小时）', last: '最近', connectors: '枪（插座）',
    finding: { none: '这 12 个月没有用过', one: '{{device}} 的使用率 {{most}}', even: '各台用得差不多：{{device}} 最多 {{most}}，{{leastDevice}} 最少 {{least}}', spread: '{{device}} 用得最多，{{most}}；{{leastDevice}} 最少，{{least}}', unused: '{{device}} 用得最多，{{most}}；{{count, number}} 台一次也没有用' },
  },
  heat: {
    name: '忙闲', note: '每个钟点在用的枪（插座）占全部的 %；12 个月平均', table: '一周各钟点的使用率', oclock: '点', cell: '{{at}}：{{percent}} 在用，开始 {{count, number}} 单', scale: '在用 %', none: '没有在用', point: '移到一格上，或用方向键，看那个钟点', weekdayHead: '星期', started: '开始的单数',
    finding: { none: '这 12 个月没有充电', flat: '各个钟点一样忙：{{most}} 在用', peak: '充电最忙是{{at}}，{{most}} 的枪（插座）在用；最闲是{{leastAt}}，{{least}}', peakEmpty: '充电最忙是{{at}}，{{most}} 的枪（插座）在用；一周有 {{count, number}} 个钟点没有人充' },
  },
  lengths: { name: '时长', note: '每次充电的时长，单数', list: '充电时长', class: '时长', finding: { none: '这 12 个月没有充电', top: '{{class}}的最多，占 {{share}}%', half: '{{class}}的最多，占 {{share}}%；一半的充电不到 {{half}}' } },
  powers: { name: '功率', note: '每次充电的平均功率（电量 ÷ 时长），单数', list: '平均功率', class: '平均功率', finding: { none: '这 12 个月没有充电', top: '{{class}} 的最多，占 {{share}}%', half: '{{class}} 的最多，占 {{share}}%；一半的充电不到 {{half}}' } },
  reasons: {
    name: '停止原因', note: '每单为什么停；带斜线的算故障：过载、故障、异常、断电、离线、急停、过流、过温、通信等', list: '停止原因', reason: '停止原因', failing: '算故障', other: '其余 {{count, number}} 种',
    finding: { none: '这 12 个月没有充电', sound: '没有一单是因为故障停的', failing: '{{percent}} 的充电因故障停下（{{count, number}} 单），最多的是{{reason}}' },
  },
  trouble: {
    name: '要看一看的设备', note: '故障偏多：至少 20 单、3 次故障，比其余同类设备高一倍以上，不是碰巧；闲置：在用的设备 30 天以上没有订单', failures: '故障停止', rate: '故障率', neighbours: '其余同类', idle: '没有订单', days: '{{count, number}} 天', never: '从来没有', stops: '停止原因', list: '要看一看的设备', all: '每台设备的故障和闲置', seeSessions: '看订单', none: '没有要看的设备', noneNote: '没有哪台故障明显偏多，在用的设备 30 天内都有人用。', state: '状态',
    finding: { none: '没有哪台故障明显偏多，也没有闲置的', failing: '{{failing, number}} 台故障明显比同类多，最多的 {{device}} 每 100 单有 {{rate}} 单是故障', idle: '{{idle, number}} 台 30 天以上没有人用', both: '{{failing, number}} 台故障明显比同类多（{{device}} 每 100 单有 {{rate}} 单是故障），{{idle, number}} 台 30 天以上没有人用' },
  },
};
