/** Corrections and refunds of a session. */
export const chargingChanges = {
  correct: '更正', refund: '退款', print: '打印说明', savePdf: '存 PDF', printed: '已送打印机', pdfName: '充电账单 {{order}}',
  list: '更正和退款', on: '日期', kind: '事由', amount: '增减 ¥', by: '经办', reasonOf: '{{reason}}（{{by}}）', entry: '第 {{no}} 号凭证', kinds: { correction: '更正', refund: '退款' },
  stands: '现在算 ¥{{amount}}', corrected: '更正后这样算', at: '那时在充', atHint: '2026-09-16 20:30', badMoment: '写成 2026-09-16 20:30',
  start: '开始', end: '结束', energy: '电量（度）', reason: '原因（必填）', note: '按这一单当时的电价重算，差额今天入账，原来的凭证不变。', trial: '现在 ¥{{stands}}，更正后 ¥{{becomes}}，今天入账 {{amount}}。', same: '还没有改动。', badEnergy: '写成 22.9980 这样的度数', doCorrect: '确认更正', doRefund: '确认退款', leave: '放弃',
  refundAmount: '退多少 ¥', refundNote: '最多 ¥{{most}}。先退服务费，再退占位停车，最后退电费；钱经平台退回。', badAmount: '写成 5.99 这样的金额，不超过 ¥{{most}}', changed: '更正和退款 {{amount}}，现在算 ¥{{stands}}', refunded: '退',
  doneCorrect: '已更正，入账 {{amount}}，现在算 ¥{{stands}}。', doneRefund: '已退 ¥{{amount}}，现在算 ¥{{stands}}。',
};
