import { chargingCompare } from './charging-compare.ts';
import { chargingForms } from './charging-forms.ts';
import { chargingGrid } from './charging-grid.ts';
import { chargingChanges } from './charging-changes.ts';
import { chargingSettlements } from './charging-settlements.ts';

/** Chargers, tariffs, sessions and their income. */
export const charging = {
  ...chargingCompare, ...chargingGrid,
  title: '充电', tabs: { income: '收益', use: '使用', sessions: '订单', review: '待核', accounts: '预存', settlements: '结算', meters: '对表', tariffs: '电价', devices: '设备' },
  change: chargingChanges, settle: chargingSettlements,
  kind: { ev: '汽车充电桩', ebike: '电瓶车插座' }, allKinds: '全部',
  column: { order: '订单号', device: '设备编号', connector: '枪（插座）号', start: '开始时间', end: '结束时间', energy: '电量', theirEnergy: '平台电费', theirService: '平台服务费', theirTotal: '平台金额', prepaid: '预付', refund: '退款', customer: '用户', plate: '车牌', card: '卡号', paidBy: '支付方式', stop: '停止原因', status: '状态', unplugged: '拔枪时间', critical: '尖电量', peak: '峰电量', flat: '平电量', valley: '谷电量', deep: '深谷电量' },
  reason: { NO_END: '没有结束时间', ENDS_AT_START: '开始就结束', ENDS_BEFORE_START: '结束早于开始', TOO_LONG: '超过七天', TIME_UNREADABLE: '时间读不出', IN_FUTURE: '时间在将来', ENERGY_UNREADABLE: '电量读不出', ENERGY_ZERO: '电量是零', ENERGY_NEGATIVE: '电量是负数', ENERGY_ABOVE_RATED: '超过额定功率能充的', UNKNOWN_DEVICE: '没有这个设备', UNKNOWN_CONNECTOR: '没有这个枪（插座）', OUT_OF_SERVICE: '设备那天不在用', NO_TARIFF: '那天没有电价', AMOUNT_UNREADABLE: '金额读不出', PREPAID_MISMATCH: '消费加退款不等于预付', NOT_FINISHED: '订单没有完成', UNKNOWN_PAYER: '不知道谁付（没有这张卡、房号或车牌）', MONTH_CLOSED: '那个月已经月结，反结账后才能入账', CONFLICT: '同一订单号两种内容' },
  method: { reported: '平台分时电量', metered: '电表读数', uniform: '只有一个价', prorata: '按时间分摊（估算）' },
  period: { critical: '尖', peak: '峰', flat: '平', valley: '谷', deep: '深谷' }, extra: { idle: '占位', parking: '停车' },
  kwh: '{{energy}} 度', sessions: '单数', energy: '电量（度）', energyFee: '电费 ¥', serviceFee: '服务费 ¥', extraFee: '占位停车 ¥', total: '合计 ¥', sum: '合计',
  income: {
    unit: '千元', by: { month: '按月', day: '按天', device: '按设备', period: '按时段', hour: '按钟点' }, key: { month: '月份', day: '日期', device: '设备', period: '时段', hour: '钟点' }, byLabel: '怎么看', kindLabel: '哪一类', name: '充电收益', note: '¥，按结束那天；电费和服务费分开记，都进公共收益', noteUse: '按结束那天', chart: '充电收益的电费和服务费', list: '充电收益表',
    finding: { top: '{{key}} 最多：{{amount}}，占 {{share}}%；12 个月共 {{count, number}} 单、{{energy}} 度、¥{{total}}', one: '{{key}}：¥{{total}}，{{count, number}} 单、{{energy}} 度', none: '这 12 个月还没有充电收益' },
    noneNote: '到“订单”里导入平台的订单文件，账就出来了。', legendEnergy: '电费', legendService: '服务费', legendExtra: '占位停车', orders: '{{count, number}} 单', measureLabel: '看什么', measure: { money: '收益', energy: '电量', sessions: '单数' }, hourNote: '按结束的钟点；时段的单数算在电量最多的时段',
  },
  list: {
    search: '手机尾号 4 位、车牌或整个订单号', device: '设备', differs: '只看与平台不一致的', end: '结束', minutes: '时长', who: '用户 / 车牌', order: '订单号', ours: '我们算 ¥', theirs: '平台收 ¥', difference: '相差 ¥', none: '没有订单', noneNote: '导入平台的订单文件，或换一个查找内容。', import: '导入订单', over: '多收', under: '少收', overlap: '与 {{order}} 时间重叠',
    platforms: '平台 {{name}}：{{count, number}} 单，最近 {{last}}，应收 ¥{{amount}}', name: '充电订单', from: '从', to: '到',
  },
  detail: {
    title: '这一单怎么算的', close: '关闭', device: '设备', times: '充电', energy: '电量', method: '怎么分到时段', tariff: '电价', version: '{{name}} 第 {{version}} 版', platform: '平台', file: '来自', fileRow: '{{file}} 第 {{row, number}} 行', stop: '停止原因', paid: '支付', prepaid: '预付 / 退款', entry: '凭证', entryNo: '第 {{no}} 号（{{on}}）',
    line: '时段', deviceOf: '{{device}}（{{kind}}）', minutes: '{{count, number}} 分钟', price: '单价（电+服务）', theirs: '平台收的', equal: '与平台一致', over: '平台多收 ¥{{amount}}，要告诉住户', under: '平台少收 ¥{{amount}}', minimum: '服务费含最低消费、起步费或封顶的调整。', rule: '电费＝各时段电量×电价，合计后四舍五入到分，服务费一样；各时段的数是分摊的，加起来正好。',
  },
  import: {
    title: '导入充电订单', platform: '哪个平台', platformHint: '同一个平台每次写一样的名字', pick: '选择文件', another: '换一份文件', start: '平台导出的 .csv 或 .xlsx，原样导入。编码、分隔符、列名、单位自动认出；先看结果再入库，认不准的进待核清单。', needPlatform: '先写平台的名字', checking: '正在逐单计算', importing: '正在入账', accepted: '入账', repeats: '重复', review: '进待核', conflicts: '前后矛盾', differences: '与平台不一致', overlaps: '时间重叠', commit: '入账 {{count, number}} 单', done: '已入账 {{count, number}} 单，¥{{amount}}。', seen: '这份文件 {{at}} 已经导入过（{{file}}），不会重复入账。', preview: '还没有写入任何东西。', nothing: '没有可以入账的新订单。',
    month: '月份', mapping: '每一列是什么', missing: '还缺：{{columns}}', check: '看结果', unit: '电量单位', reviewRows: '进待核的行', row: '行', why: '原因', value: '原文', differenceRows: '与平台不一致的订单（平台多收 ¥{{amount}}）', more: '还有 {{count, number}} 条，入账后在订单里看。', seeReview: '看待核清单', seeSessions: '看订单', conflictRows: '前后矛盾的订单号（两边都没有入账）',
  },
  review: {
    note: '这些行没有入账，也没有丢：改好再入账，或写明原因不要。', none: '没有待核的订单', noneNote: '导入时认不准的行会留在这里，等人处理。', open: '待处理', accepted: '已入账', rejected: '不入账', all: '全部', state: '状态', file: '文件', row: '行', order: '订单号', why: '原因', value: '原文', cells: '内容', accept: '入账', reject: '不入账', reason: '原因（必填）', fix: '改成', done: '已入账，¥{{amount}}。', doneReject: '已记为不入账。', platform: '平台', by: '{{who}}：{{note}}', choose: '选一行来处理', name: '充电待核清单', energyHint: '度', count: '{{count, number}} 条待处理',
  },
  meters: {
    month: '月份', before: '前一个月', after: '后一个月', note: '电表走了多少、卖了多少、电网收了多少', addReading: '记电表读数', addBill: '记电网电费单', billOf: '{{month}} 的电网电费单', metered: '电表走字（度）', sold: '售出（度）', loss: '线损', gridEnergy: '电网电量（度）', gridCost: '电网电费 ¥', margin: '电费差 ¥', whole: '全月', list: '电表与订单对照', meters: '电表', none: '还没有电表读数', noneNote: '每月 1 日零点记一次分表读数，再记电网的电费单，这里就能对出线损和电费差。', lastAt: '最近一次读数', lastEnergy: '读数（度）', noEdges: '缺月初或月末读数', at: '时间', period: '时段（空为总表）', register: '读数（度）',
    alarm: { SOLD_ABOVE_METER: '{{period}}：售出比电表走字多 {{excess}} 度，请查表或查订单。', CHARGE_ABOVE_GRID: '{{period}}：收的电费比电网收的多 ¥{{excess}}，转供电不能加价，请改电价。' },
  },
  tariffs: {
    add: '新的电价', change: '改成新的一版', none: '还没有电价', noneNote: '先定电价，再导入订单。', version: '第 {{version}} 版，{{from}} 起', used: '{{devices, number}} 个设备在用，已算 {{sessions, number}} 单', name: '名称', kind: '哪一类', from: '从哪天起', periods: '时段', addPeriod: '加一段', remove: '去掉', start: '开始', end: '结束', code: '时段名', energyPrice: '电价 元/度', servicePrice: '服务费 元/度', minimum: '最低消费 ¥', cap: '封顶 ¥（空为不封顶）', startFee: '起步费 ¥', save: '保存这一版', leave: '放弃', assigned: '从 {{from}} 起用 {{name}}。', trial: '试算一单', trialStart: '开始', trialEnd: '结束', trialEnergy: '电量（度）', fault: { GAP: '{{from}} 到 {{to}} 没有时段', OVERLAP: '{{from}} 到 {{to}} 有两个时段', EMPTY: '从 {{from}} 开始的时段没有长度', CLOCK: '时间要写成 08:00' }, saved: '已保存 {{name}} 第 {{version}} 版。', byHour: '电瓶车应按度收费（发改办价格〔2024〕537号），按小时的只用于历史订单。', badNumber: '写成 0.3784 这样的数', onlyManager: '定价由经理办理。', frozen: '改价是新的一版，已经算过的订单不变。', band: '一天的电价',
  },
  devices: {
    import: '导入设备', importNote: '有一行不对就一个也不登记：先改好文件。', imported: '已导入 {{count, number}} 个，{{unchanged, number}} 个已有。', importIssue: '第 {{row, number}} 行 {{code}}：{{field}} {{reason}} {{value}}', field: { code: '编号', kind: '类型', connectors: '枪（插座）数', rated: '额定功率', place: '位置', platform: '平台', meter: '电表', from: '启用', to: '停用', stops: '充满自停', fireNote: '消防说明' }, issue: { MISSING: '没有写', UNREADABLE: '读不懂', REPEATED: '重复了', DIFFERS: '和已登记的不一样' },
    add: '登记设备', none: '还没有设备', noneNote: '先登记充电桩和插座，再导入订单。', code: '编号', kind: '类型', connectors: '枪（插座）数', rated: '额定功率 W', place: '位置', platform: '平台', meter: '电表', service: '在用', tariff: '电价', sessions: '单数', last: '最近', noTariff: '没有电价', warning: { LOBBY_OR_STAIRS: '不能设在大堂、楼梯、过道', NO_FULL_STOP: '充满不会自停' }, save: '保存', leave: '放弃', fireNote: '消防说明', added: '已登记 {{count, number}} 个。', howMany: '几台', howManyHint: '编号末尾的数往上加', since: '{{from}} 起', until: '{{to}} 停用', name: '充电设备', badNumber: '写一个整数', always: '一直',
  },
  ...chargingForms,
};
