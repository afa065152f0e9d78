/** Closing months. */
export const periods = {
  title: '月结', monthName: '{{year}} 年 {{month, number}} 月', months: '各月', year: '{{year}} 年', yearBefore: '前一年', yearAfter: '后一年',
  none: '还没有月结过：第一次可以从任意一个过完的月份开始，它和前面的月份一起结。', through: '已结到 {{month}}，它和前面的月份不能再记账',
  state: { closed: '已月结', open: '未结', running: '进行中' }, closedBy: '{{by}} {{at}}', noMonths: '这一年没有账',
  finding: { closed: '{{month}} 已月结，不能再记账', running: '{{month}} 还没过完，先看看到时要处理什么', ready: '{{month}} 可以月结', waiting: '{{month}} 还有 {{count, number}} 项要处理' },
  list: '月结检查', again: '重新检查', checking: '正在检查', ok: '通过', todo: '要处理', note: '提示', look: '查看', mend: { earlierMonths: '去结', daysClosed: '去日结', channelsSettled: '去对账', sessionsReviewed: '去处理', meterBill: '去录电费单', platformsSettled: '看结算', costsApproved: '去审批', bankProperty: '看明细账', bankCommon: '看明细账', crossTotals: '看试算', booksVerified: '看核验' },
  bank: '银行对账单余额', bankOf: '{{month}} 月末银行对账单余额 {{account}}', books: '账上', difference: '差', equal: '一致', save: '保存', badAmount: '金额写成 1,234.56 的样子',
  close: '月结 {{month}}', closeNote: '结了以后，{{month}} 和前面的月份都不能再记账；要改先反结账。', closeFirst: '第一次月结：{{month}} 和前面的 {{count, number}} 个月一起结。', onlyManager: '月结和反结账由经理做。',
  done: '{{month}} 已月结。', reopen: '反结账', reopenMonths: '反结账会打开：{{months}}；这些月份已公示的表从此标为失效，要重新公示。', reason: '原因', confirmReopen: '确认反结账', leave: '不反结账', reopened: '已打开 {{months}}。',
  history: '月结记录', noHistory: '还没有月结记录', event: { close: '月结', reopen: '反结账' }, at: '时间', what: '事项', span: '月份', by: '经办',
  to: '{{from}} 至 {{to}}',
};
