/** The barrier system's file. */
export const barrier = {
  view: { findings: '核对结果', byLease: '按租约', faults: '问题记录', files: '已导入' }, viewLabel: '道闸核对', month: '月份', allMonths: '全部月份', importFile: '导入道闸记录',
  kind: { 'no-lease': '没有租约', overstay: '超出时段', 'outside-lease': '租期以外', unused: '租了没来' }, allKinds: '全部情况',
  state: { open: '待处理', charged: '已收费', dismissed: '不处理' }, allStates: '全部',
  fault: { NO_PLATE: '无牌车', PLATE_UNREADABLE: '车牌认不出', TIME_UNREADABLE: '时间读不出', DIRECTION_UNREADABLE: '不知是进是出', EXIT_BEFORE_ENTRY: '出场早于入场', EXIT_LOST: '没有出场', ENTRY_LOST: '没有入场', STAYS_OVERLAP: '同一车牌同时在场两次', CLOCK_SET_BACK: '时钟倒拨', TOO_LONG: '停放超过 31 天', IN_FUTURE: '时间在将来' },
  column: { plate: '车牌', in: '入场时间', out: '出场时间', lane: '通道', direction: '进出方向', at: '通行时间' },
  hours: '{{hours, number}} 小时 {{minutes}} 分', wholeHours: '{{hours, number}} 小时', minutes: '{{count, number}} 分钟',
  list: {
    day: '日期', kind: '情况', plate: '车牌', who: '房号 / 公司', lease: '租约', space: '车位', in: '入场', out: '出场', lane: '通道', minutes: '超出', proposed: '建议收 ¥', state: '状态', rows: '{{count, number}} 条', sum: '{{time}}，建议收 ¥{{amount}}', unknown: '不知道是谁的车', search: '车牌 / 房号 / 姓名 / 租约 / 车位', searchLabel: '在核对结果里查找', oneLease: '只看租约 {{no}}', allLeases: '看全部租约',
    none: '没有要处理的', noneNote: '这里列出没有租约的停放、超出时段的停放和租了没来的车位。', noFile: '还没有导入过道闸记录', noFileNote: '从道闸系统导出进出记录（车牌、入场、出场、通道），原样导入。', filtered: '没有符合的记录', filteredNote: '换个月份、情况或状态看看。',
    finding: '{{count, number}} 条待处理：{{time}}没有租约管着，建议收 ¥{{amount}}', findingPlain: '{{count, number}} 条待处理',
  },
  panel: {
    stay: '停放', outside: '超出', proposal: '建议收', byHours: '{{hours}} 小时 × {{fee}}', noFee: '租约没有定超时费', unusedNote: '文件这几天里没有这份租约的车进出。', 
    charge: '收费', chargeNote: '开一张超时账单，在收费台收', amount: '改金额', amountNote: '按商定的金额开', dismiss: '不处理', dismissNote: '写明原因，不收费', amountLabel: '金额 ¥', badAmount: '写成 12.50', reason: '原因', needReason: '要写原因', confirm: '确定', nobody: '不知道这车是谁的。在“车辆”里登记以后，再导入的记录就会写出房号。', onlyDesk: '收费和不处理由经理、收费员来做。', charged: '已开账单 {{bill}}，¥{{amount}}', dismissed: '不处理：{{reason}}', by: '{{who}}经手', seeLease: '看租约', week: '约定时段', done: '已处理', doneBill: '已开账单 {{bill}}，¥{{amount}}',
    bulk: '这 {{count, number}} 条都不处理', bulkNote: '把筛选出来、还没处理的 {{count, number}} 条一次记为不处理', bulkDone: '已把 {{count, number}} 条记为不处理',
  },
  byLease: { lease: '租约', who: '房号 / 公司', lessee: '承租人', space: '车位', stays: '停放', overstays: '超出', minutes: '超出时间', proposed: '建议收 ¥', charged: '已收费 ¥', lastSeen: '最近', times: '{{count, number}} 次', none: '这个月没有租约的进出记录', noneNote: '导入这个月的道闸记录后，这里按租约列出超出的时间。', finding: '{{month}} 有 {{count, number}} 份租约超出约定，共 {{time}}', findingNone: '{{month}} 每份租约都停在约定里', unit: '按租约，由多到少' },
  faults: { file: '文件', row: '行', plate: '车牌', fault: '问题', value: '原文', in: '入场', out: '出场', lane: '通道', all: '全部文件', none: '没有问题记录', noneNote: '文件里的每一行都读得出、对得上。', note: '这些行留在这里，不参加核对。没有出场的，等下一份文件补上就会自己消失。', rows: '{{count, number}} 行' },
  files: { file: '文件', days: '哪几天', rows: '行数', stays: '停放', faults: '问题', by: '导入', none: '还没有导入过道闸记录', importedBy: '{{who}} {{when}}', span: '{{from}} 至 {{to}}', noDays: '没有能读的时间' },
  import: {
    title: '导入道闸记录', start: '选一份进出记录', startNote: '道闸系统导出的 .csv 或 .xlsx：一行一次停放（入场、出场），或一行一次通行（进、出）。编码、分隔符和列名自动认出。', startRules: '先看结果再入库。认不出的行列出来，一行也不丢；重复的行跳过；同一份文件只能导入一次。不会自己开账单。',
    pick: '选择文件', another: '换一份文件', checking: '正在逐行核对', importing: '正在导入', result: '结果', rows: '行数', stays: '停放', repeats: '重复', faults: '问题', days: '哪几天', spans: '{{from}} 至 {{to}}', nothing: '还没有写入任何东西', commit: '导入 {{count, number}} 行', noLease: '没有租约', overstay: '超出时段', outsideLease: '租期以外', unused: '租了没来', proposed: '建议收 ¥', faultList: '认不出、对不上的行', noFaults: '每一行都读得出、对得上', found: '核对出来的', done: '已导入 {{file}}', doneNote: '{{stays, number}} 次停放，{{repeats, number}} 行重复，{{faults, number}} 个问题。', toFindings: '处理核对结果', toFaults: '看问题记录',
    mapping: '每一列是什么', mappingNote: '有的列没有认出来。选好以后再看结果；一行一次停放要入场和出场，一行一次通行要通行时间和进出方向。', missing: '还缺：{{columns}}', check: '看结果',
  },
};
