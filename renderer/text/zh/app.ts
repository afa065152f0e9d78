/** The frame around all screens: index tabs, status bar, signing in, locking. */
export const app = {
  tabs: {
    payments: { sign: '收', name: '收费台' },
    homes: { sign: '房', name: '房屋' },
    fees: { sign: '单', name: '账单' },
    arrears: { sign: '欠', name: '欠费' },
    parking: { sign: '停', name: '车位' },
    charging: { sign: '电', name: '充电' },
    shifts: { sign: '班', name: '班次' },
    channels: { sign: '对', name: '对账' },
    ledger: { sign: '簿', name: '账簿' },
    settings: { sign: '设', name: '设置' },
    roster: { sign: '册', name: '名册导入' },
  },
  mainNavigation: '主导航',
  lock: '锁屏', signOut: '退出',
  statusBar: '今日情况',
  today: '今日', sheets: '{{count}} 张', reversed: '（已撤销 {{count}}）', total: '合计', balanced: '试算平衡', unbalanced: '试算差 ¥{{amount}}', backup: '备份', noBackup: '还没有备份', backupAt: '{{when}} 已完成',
  signedInAs: '当班', shift: '班次', shiftSince: '{{when}} 开班', float: '备用金', noShift: '还没有开班',
  signIn: '登录', signInTitle: '谁在当班？', password: '密码', user: '姓名', noNames: '还没有可以登录的人', waiting: '再等 {{seconds}} 秒可以重试',
  locked: '已锁屏', unlock: '解锁', lockedBy: '{{name}} 锁着这个窗口。没有入账的内容都还在。', otherUser: '换人登录',
  broken: '窗口出错了', brokenNote: '已经入账的都在账里。重新打开这一页再试。', reopen: '重新打开',
};
