/** The grid's bill and prices, the devices of a meter, readings from a file, and what months leave. */
export const chargingGrid = {
  grid: {
    title: '电网电价', add: '定新的电网电价', none: '还没有电网电价', noneNote: '照电网的电价表定一次：以后每定一版充电电价都和它比，转供电不能加价；没有电费单的月份也能先估。', version: '第 {{version}} 版，{{from}} 起', inForce: '现在用', later: '到时用', older: '以前的 {{count, number}} 版', above: '电价“{{names}}”有的时段比电网高，转供电不能加价，请改电价。', price: '电网电价 元/度', saved: '已保存电网电价第 {{version}} 版。', onlyManager: '电网电价由经理定。', by: '{{who}}，{{at}}',
    tariffAbove: '{{from}} 起“{{code}}”的电价 {{price}} 高于电网的 {{grid}}：转供电不能加价。', variants: '另有 {{count}} 种日子（季节或周末），照旧',
  },
  bill: { of: '电网电费单第 {{version}} 版 ¥{{amount}}', entry: '凭证 {{no}}', nothing: '没有费用，不用入账', notBooked: '还没有入账：照原样再记一次就入账。', expected: '约 {{amount}}', expectedNote: '还没有电费单，按电网电价估的' },
  group: { title: '每块电表', devices: '管着的设备', none: '没有电表', more: '等 {{count, number}} 个', share: '分到的电网电费 ¥', note: '电网电费按每块表走的字分（没有读数的按售出分）', serviceMargin: '服务费差 ¥', serviceMarginNote: '服务费减去线损的电费：电网电费 ×（走字 − 售出）÷ 电网电量', alarm: '电表 {{meter}}：管着的设备（{{devices}}）售出比走字多 {{excess}} 度，请查表或查订单。' },
  evidence: { title: '依据', sessions: '{{from}} 至 {{to}} 的订单', sessionsOf: '{{device}} 的订单', bill: '{{month}} 电网电费单第 {{version}} 版', reading: '{{meter}} {{period}} {{at}} 读数 {{energy}}' },
  readings: { import: '导入读数', note: '有一行不对就一个也不记：先改好文件。列：电表、时间、读数、时段。', done: '已导入 {{count, number}} 个读数，{{unchanged, number}} 个已有。', issue: '第 {{row, number}} 行：{{field}}{{reason}} {{value}}', field: { meter: '电表', at: '时间', energy: '读数', period: '时段' }, reason: { MISSING: '没有写', UNREADABLE: '读不懂', FUTURE: '还没有到', FALLS: '倒走了', DIFFERS: '和已记的不一样' } },
  margin: {
    name: '充电收支', chart: '每月的充电收入、电网电费和平台佣金', unit: '千元', list: '充电收支表', income: '收入', cost: '支出', grid: '电网电费', commission: '平台佣金', other: '优惠和差异', otherCost: '优惠和差异 ¥', net: '余 ¥', energyMargin: '电费差 ¥', serviceMargin: '服务费差 ¥', gridCost: '电网电费 ¥', commissionCost: '平台佣金 ¥', loss: '线损', noBill: '缺单', noData: '无数据',
    note: '¥；收入按结束那天，电网电费按账单的月份，佣金按记账那天；柱下是每月的余额；缺电费单的月份不算在内',
    finding: { left: '{{count, number}} 个月收 ¥{{income}}，付电网、平台和优惠 ¥{{cost}}，余 ¥{{net}}（{{share}}%）', lost: '{{count, number}} 个月收 ¥{{income}}，付电网和平台 ¥{{cost}}，亏 ¥{{net}}', noBill: '收了 ¥{{income}}，没有电网电费单，算不出余额', none: '这 12 个月还没有充电收支' }, missing: '；缺 {{months}} 的电网电费单', missingMore: '；缺 {{months}} 等 {{count, number}} 个月的电网电费单', noneNote: '导入订单、记下电网的电费单，这里就能看出每月余多少。',
  },
};
