/** Deposits: taken at the desk, held, returned or retained. */
export const deposits = {
  title: '押金', take: '收押金', takePrint: '收押金并打印', takeNote: '押金是要退的钱，不算收入，另编号 YJ。', backToBills: '回到账单', amount: '押金金额', kind: '种类', kinds: { renovation: '装修押金', card: '门禁卡押金', other: '其他押金' }, ofLease: '停车押金 {{space}} ¥{{amount}}', noteHint: '如装修期、卡号', receipt: '押金收据', heldIs: '这户现有押金 {{amount}}',
  search: '查找押金', searchHint: '票号 / 房号 / 缴款人', every: '也看已退清的', rows: '{{count, number}} 笔', none: '还没有收过押金', noneHeld: '没有在押的押金', noneNote: '在收费台找到房屋后按 D 收押金。',
  receivedOn: '收取日', returned: '已退 ¥', retained: '已扣 ¥', held: '在押 ¥', heldTag: '在押', settled: '已退清', returns: '退还与扣留', returnNo: '单号', toPayee: '交 {{name}}', printReceipt: '打印收据', printReturn: '打印退还单 {{no}}',
  giveBack: '退还', giveBackAmount: '退 ¥', retain: '扣留 ¥', retainReason: '扣留原因', confirm: '确认退 {{amount}}', returnNote: '不填金额就是全退。', retainNote: '扣留 {{amount}} 转作收入，原因印在退还单上。',
};
