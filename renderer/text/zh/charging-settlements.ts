/** What platforms settled, day by day. */
export const chargingSettlements = {
  column: { on: '日期', orders: '订单数', order: '订单号', gross: '交易金额', commission: '手续费', net: '结算金额', paidOn: '到账日期', reference: '流水号' },
  state: { equal: '一致', differs: '有差异', unsettled: '未结算', unbooked: '没有订单', decided: '已处理' }, all: '全部', stateLabel: '状态',
  platform: '平台', every: '全部平台', from: '从', to: '到', on: '日期', booked: '账上应收 ¥', gross: '平台结算 ¥', commission: '手续费 ¥', difference: '少结 ¥', owed: '还应收 ¥', paidOn: '到账', name: '充电结算', sum: '合计',
  finding: { none: '平台应付的都已结清', owed: '平台还应付 ¥{{amount}}', over: '平台多付 ¥{{amount}}', tail: '这段时间 {{differs, number}} 天有差异，{{unsettled, number}} 天未结算' }, findingLink: '；',
  none: '这段时间没有要结算的', noneNote: '导入订单以后，每个平台每天应收多少列在这里，再导入平台的结算文件来对。', import: '导入结算', type: '手工记结算', choose: '选一天来看',
  detail: '{{platform}} {{on}}', close: '关闭', decided: '已处理 ¥', reference: '流水号', reason: '处理原因', seeSessions: '看这天的订单', settled: '第 {{no}} 笔结算',
  decide: '处理差异', decideNote: '把剩下的 ¥{{amount}} 记入结算差异（公共收益少得），写明原因。以后这天再有变动，会重新列出来。', decideOver: '平台多付的 ¥{{amount}} 记入结算差异（公共收益多得），写明原因。以后这天再有变动，会重新列出来。', decideReason: '原因（必填）', decideDo: '确认处理', decideDone: '已处理 ¥{{amount}}。',
  undo: '撤销这笔结算', undoNote: '记错了才撤销：整笔结算的凭证今天冲正，它的每一天重新等结算。', undoDo: '确认撤销', undoDone: '已撤销，凭证已冲正。', leave: '放弃', back: '返回',
  importTitle: '导入平台结算', importNote: '平台给的结算单 .csv 或 .xlsx，一天一行（按订单的会按天加起来）：日期、订单数、交易金额、手续费、结算金额、到账日期、流水号。先看结果再入账。', needPlatform: '先选平台', pick: '选择文件', another: '换一份文件', paidOnHint: '文件里没有到账日期时填', checking: '正在核对', missing: '还缺：{{columns}}', mapping: '每一列是什么', check: '看结果',
  days: '新的天数', repeats: '重复', conflicts: '矛盾', issues: '有误', net: '到账 ¥', issueRows: '有误的行，改好文件再导入；有一行不对就一行也不入账', issueRow: '第 {{row, number}} 行 {{field}} {{reason}} {{value}}', fault: { MISSING: '没有写', UNREADABLE: '读不懂', TOO_MANY_DECIMALS: '比分还小', NOT_NET: '不等于交易金额减手续费', COMMISSION: '不在零和交易金额之间', IN_FUTURE: '还没有到', AFTER_PAYMENT: '早于充电那天', REPEATED: '重复了', DIFFERS: '和同一天的其他行不一样' },
  conflictDays: '和已记的不一样，没有入账的日子', differenceRows: '和账上不一样的日子', commit: '入账 {{count, number}} 天', preview: '还没有写入任何东西。', seen: '这份文件 {{at}} 已经导入过（{{file}}）。', nothing: '没有新的日子可以入账。', done: '已入账 {{count, number}} 天，到账 ¥{{amount}}。', more: '还有 {{count, number}} 条。',
  typeTitle: '手工记一笔结算', typeNote: '平台一次打来的款：到账日、流水号，里面每一天的交易金额和手续费。', addDay: '加一天', removeDay: '去掉', save: '记账', badAmount: '写成 59.90 这样的金额', total: '交易 ¥{{gross}}－手续费 ¥{{commission}}＝到账 ¥{{net}}', typed: '已记 {{count, number}} 天，到账 ¥{{amount}}。', typedNothing: '没有新的日子：重复 {{repeats, number}} 天，矛盾 {{conflicts, number}} 天。',
};
