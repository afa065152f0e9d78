/** Forms of charging: terms of a tariff and who has it, devices, a file's columns, overlaps, the work list. */
export const chargingForms = {
  terms: {
    basisLabel: '按什么收', basis: { energy: '按度', hour: '按小时', power: '按功率档' }, idle: '占位费 ¥/分钟', grace: '占位宽限 分钟', parking: '停车费 ¥/小时', free: '停车免费 分钟', note: '说明', badAmount: '写成 12.50 这样的数', badMinutes: '写整数分钟，最多 10,080',
    upto: '功率不超过 W', above: '再高都算这一档', hourPrice: '每小时 ¥', addTier: '加一档',
    variant: '第 {{number}} 种日子：{{days}}', otherDays: '其余的日子', everyDay: '每天', allOf: '{{months}}', someOf: '{{months}}的{{weekdays}}', run: '{{first}}至{{last}}', months: '月份', weekdays: '星期', copy: '照抄其余日子的时段', earlier: '提前', removeVariant: '去掉这种日子', addVariant: '加一种日子', addVariantNote: '周末、夏季等另有时段的日子', order: '一天归第一种合得上的日子。',
    allDays: '没有选月份和星期：这种日子就是每一天，后面的都用不上。', ofDays: '{{days}}：', bandOf: '{{days}}的电价', rowsHint: '回车到下一行；一天没排满就补上缺的一段', unpriced: '还有时段没有写全名称和价。', trialWaits: '时段排满、价格写全后，这里就算出一单。', badMoment: '写成 {{day}} 21:50', unplugged: '拔枪（空为充完就拔）', extra: '{{name}} ¥{{amount}}（{{minutes, number}} 分钟）', plus: '＋', equals: '＝', comma: '，', list: '、', stop: '。', colon: '：', how: '（{{method}}）。', usedOld: '已算 {{sessions, number}} 单',
    month: { m1: '1 月', m2: '2 月', m3: '3 月', m4: '4 月', m5: '5 月', m6: '6 月', m7: '7 月', m8: '8 月', m9: '9 月', m10: '10 月', m11: '11 月', m12: '12 月' },
    said: { minimum: '最低消费 ¥{{amount}}', cap: '封顶 ¥{{amount}}', start: '起步费 ¥{{amount}}', idle: '占位费每分钟 ¥{{amount}}', idleGrace: '占位费每分钟 ¥{{amount}}，充满后宽限 {{minutes, number}} 分钟', parking: '停车费每小时 ¥{{amount}}', parkingFree: '停车费每小时 ¥{{amount}}，前 {{minutes, number}} 分钟免费', hour: '每小时 ¥{{amount}}', tier: '{{upto, number}} W 以内每小时 ¥{{amount}}', tierAbove: '再高每小时 ¥{{amount}}' },
  },
  assign: {
    open: '给设备用', title: '{{name}}给谁用', from: '从哪天起', whom: '给谁', kind: '所有{{kind}}', devices: '挑选设备', kindNote: '以后登记的也用它；从那天或以后单独安排过的设备不变。', devicesNote: '已经算过的订单不变。', noDevices: '这一类还没有设备。', now: '今天在用：', nowOf: '{{name}} {{count, number}} 台', all: '全选', without: '没有电价的（{{count, number}} 台）', others: '不是这个电价的', none: '都不选', next: '{{from}} 起用 {{tariff}}', before: '{{from}} 之前它还没有生效，那几天的订单会进待核。', saveKind: '从这天起都用', save: '给 {{count, number}} 台用', done: '{{count, number}} 台设备从 {{from}} 起用 {{name}}。',
  },
  deviceChange: {
    title: '改设备', rated: '额定功率 W（一个枪或插座）', from: '启用日', to: '停用日（当天不再用）', open: '不限', stops: '充满自停', mustStop: '电瓶车插座要充满自停。', badNumber: '写一个整数', toBeforeFrom: '停用日要晚于启用日', save: '保存', back: '还原', done: '{{code}} 已改。', stands: '编号和类型不能改；已经算过的订单不变。', next: '以后的电价', sessions: '{{count, number}} 单，看订单', safety: '消防', search: '编号、位置、平台、电表', noneFound: '没有这样的设备', count: '{{count, number}} 台',
  },
  sheet: {
    head: '文件里的列', is: '是什么', samples: '样本', unused: '不用', needed: '{{column}}（必需）', times: '时间', local: '北京时间', utc: 'UTC', unit: { kWh: '电量按度（kWh）', Wh: '电量按瓦时（Wh）' }, workbook: 'Excel 工作簿', delimiter: { comma: '逗号分隔', semicolon: '分号分隔', tab: '制表符分隔' }, readBy: { mapping: '按这里指定的列', profile: '按这个平台记住的列', heads: '按列名认出', nothing: '没有认全' }, remembered: '入账后记为平台“{{platform}}”的格式，下次不用再指。', touched: '列的意思改了：点“看结果”重新计算，再入账。',
  },
  overlap: { only: '只看时间重叠的', with: '同一个枪同时在充', short: '重叠' },
  fix: { yuan: '元', anyReason: '全部原因', count: '{{count, number}} 行', noneOfReason: '没有这个原因的行', others: '其他列', inKwh: '{{column}}（度）', inYuan: '{{column}} ¥' },
};
