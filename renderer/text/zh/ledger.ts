/** The books: journal, account and home ledgers, trial balance, verification, audit. */
export const ledger = {
  title: '账簿',
  book: { journal: '凭证簿', account: '科目账', home: '房屋账', trial: '试算平衡', verify: '核对', audit: '审计记录' },
  note: { journal: '按凭证号顺序，点一行看凭证', account: '一个科目逐笔，余额在借方为正', home: '一户逐笔，正数是欠，负数是预收', trial: '各归属的科目余额，合计应为 0.00', verify: '把账从头核对一遍', audit: '谁在什么时候做了什么' },
  entryNo: '凭证', day: '日期', kindHead: '类型', memo: '摘要', account: '科目', fund: '归属', home: '房号', debit: '借方 ¥', credit: '贷方 ¥', balance: '余额 ¥', balanceOwed: '欠 / 预收(−) ¥',
  from: '开始日', to: '结束日', on: '截至', allFunds: '全部归属', chooseAccount: '选一个科目', chooseHome: '找一户：房号 / 姓名 / 拼音', search: '摘要、房号、金额', searchLabel: '在凭证簿里查找', homeFound: '{{label}} {{owner}}',
  openingBalance: '期初余额', rows: '{{count, number}} 行', rowsMore: '{{count, number}} 行以上，往下还有', needAccount: '先选一个科目', needHome: '先找一户房屋', needHomeNote: '输入房号、姓名或拼音首字母，再选中。',
  noRows: '这个范围里没有分录', clearFilter: '清除条件',
  exportHledger: '导出 hledger', exported: '已导出 {{entries, number}} 张凭证、{{postings, number}} 行分录到 {{file}}', exporting: '正在导出',
  entry: '凭证 {{no}}', postedAt: '入账时间', by: '经手', reverses: '冲正凭证 {{no}}', reversedBy: '已被凭证 {{no}} 冲正', hash: '校验链', system: '程序', closeEntry: '关闭凭证', homeBook: '看房屋账', accountBook: '看科目账',
  trialSum: '合计', trialDebit: '借方余额 ¥', trialCredit: '贷方余额 ¥', trialBalanced: '借贷相等，差额 0.00', trialUnbalanced: '差额 {{amount}}，请马上核对', fundSum: '{{fund}}小计', trialEmpty: '账里还没有分录',
  verifyRun: '重新核对', verifyStart: '开始核对', verifyIdle: '还没有核对', verifyIdleNote: '核对会从第一张凭证起重算校验链，并把账单、收款、票号与分录逐一比对。', verifyOk: '账目完好', verifyOkNote: '核对了 {{count, number}} 张凭证：借贷相等、账单和收款与分录一致、票号不断号、校验链完整。', verifyBad: '发现 {{count, number}} 处问题', verifyBadNote: '核对了 {{count, number}} 张凭证。先不要继续收款，请用备份比对，并联系维护人员。', verifying: '正在逐张核对，凭证多时要几秒', problem: '问题', subject: '对象', detail: '详情',
  auditAt: '时间', auditWho: '谁', auditWhat: '做了什么', auditInput: '内容', noAudit: '还没有审计记录', auditNotAllowed: '审计记录只给经理和审计看。', nobody: '（登录以前）',
  kind: { opening: '期初', bill: '出账', payment: '收款', 'prepayment-use': '预收抵扣', 'prepayment-return': '退回预收', reversal: '冲正', cancel: '账单作废', reduction: '减免', 'late-fee': '违约金', refund: '退款', deposit: '收押金', 'deposit-return': '退押金', shift: '长短款', banking: '解款', settlement: '渠道结算', subsidy: '停车补贴' },
  problemKind: {
    HASH: '凭证被改动过，校验值不符', CHAIN: '校验链断了', ENTRY_GAP: '凭证号不连续', UNBALANCED: '凭证借贷不等', BILL: '账单与分录不符', OVERPAID: '账单收款超过应收', PAYMENT: '收款与分录不符', DEPOSIT: '押金与分录不符', PREPAYMENT: '预收与分录不符', POOL: '公摊收的超过总额', RECEIPT_GAP: '票号不连续', SHIFT: '班报或日结与分录不符', CHANNEL: '渠道的行与分录不符', PARKING: '停车的租约、收费与分录不符', SUM: '汇总与明细不符',
  },
  accountName: {
    '1001': '库存现金', '1002': '银行存款', '1002_01': '银行存款—基本户', '1002_02': '银行存款—公共收益专户', '1012': '其他货币资金', '1012_01': '其他货币资金—微信', '1012_02': '其他货币资金—支付宝',
    '1122': '应收账款', '2203': '预收账款', '2241': '其他应付款', '2241_01': '其他应付款—押金', '2241_02': '其他应付款—代收代付', '2241_03': '其他应付款—公共收益', '2241_03_01': '其他应付款—公共收益—停车（业主月租）', '2241_03_02': '其他应付款—公共收益—停车（日间商用）', '2241_03_03': '其他应付款—公共收益—停车（其他）', '2241_03_09': '其他应付款—公共收益—停车补贴', '2241_09': '其他应付款—待查款项', '3999': '期初平衡',
    '5001': '主营业务收入', '5051': '其他业务收入', '5301': '营业外收入', '5401': '主营业务成本', '5402': '其他业务成本', '5711': '营业外支出',
  },
  inputComma: '，', inputInner: '（{{parts}}）', inputCount: '{{count, number}} 项', inputDestination: '输出到', inputYes: '是', inputNo: '否',
  input: {
    name: '名称', password: '密码', present: '原密码', role: '岗位', userId: '人员号', active: '在用', homeId: '房屋号', personId: '人员号', month: '月份', commit: '入账', onError: '有误时', file: '文件', sheet: '工作表', from: '起', to: '止', rateE4: '单价', building: '楼栋',
    paymentId: '收款号', receivedOn: '收款日', method: '方式', transactionNo: '交易号', amountFen: '金额', tenderedFen: '实收现金', lines: '明细', payer: '缴款人', payerRole: '身份', note: '备注', reason: '原因', paper: '纸张', selection: '范围', format: '格式',
    book: '账簿', account: '科目', fund: '归属', on: '截至', search: '查找', opensOn: '账簿开始日', manager: '经理', homes: '户数', years: '年数', seed: '种子', until: '截至', officeName: '收据抬头', phone: '电话', firstMonthRule: '首月规则', dueDay: '到期日', idleMinutes: '锁屏分钟',
    channel: '渠道', lineId: '行号', action: '处理', through: '结算到', netFen: '到账', profile: '银行', mapping: '各列', entryIds: '凭证', feeFen: '手续费', settlementId: '结算号', folder: '文件夹',
  },
  inputValue: {
    manager: '经理', cashier: '收费员', office: '内勤', auditor: '审计', skip: '跳过', refuse: '全部不导', cash: '现金', wechat: '微信', alipay: '支付宝', card: '银行卡', transfer: '转账', owner: '业主', tenant: '租客', other: '其他',
    journal: '凭证簿', account: '科目账', home: '房屋账', trialBalance: '试算平衡', property: '物业费', common: '公共收益', agency: '代收代付', deposit: '押金', maintenance: '维修资金', full: '整月', half: '半月', days: '按天', a5: 'A5', printer: '打印机', pdf: 'PDF',
    bank: '银行', match: '对上', register: '补登', reissue: '冲销重开', hold: '暂收', fee: '记费用', settle: '结算', ignore: '不处理', reopen: '撤回', refund: '退款',
  },
  act: {
    'estate.create': '建账', 'estate.createSample': '生成样板小区', 'estate.changeSettings': '改设置', 'users.add': '新增人员', 'users.change': '改人员', 'users.setPassword': '改密码', 'users.signIn': '登录', 'users.signOut': '退出', 'users.lock': '锁屏', 'users.unlock': '解锁',
    'roster.import': '导入名册', 'homes.revealPhone': '看电话', 'fees.issueBills': '出账', 'fees.setRate': '改收费标准', 'payments.register': '收款', 'payments.reverse': '红冲', 'payments.printReceipt': '打印收据',
    'channels.rematch': '重新对账', 'channels.import': '导入渠道文件', 'channels.resolve': '处理对账异常', 'channels.settle': '记渠道到账', 'channels.undoSettlement': '撤销渠道结算', 'estate.writeSampleFiles': '写样板渠道文件',
    'ledger.export': '导出账簿', 'ledger.exportHledger': '导出 hledger', 'backup.create': '备份', 'backup.restore': '恢复备份',
  },
};
