/** Reconciling WeChat, Alipay and the bank with the books. */
export const channels = {
  title: '对账', part: { overview: '概况', work: '异常', lines: '明细', settle: '结算' }, note: { overview: '收据和渠道文件逐笔相对，在途的钱应等于账上余额', work: '用 ↑↓ 选一笔，再按右边的键处理', lines: '渠道文件的每一笔，和它对上的收据', settle: '渠道把钱转到银行：按整天结算，手续费记财务费用' },
  channel: { wechat: '微信', alipay: '支付宝', bank: '银行' }, month: '月份', allChannels: '全部渠道', importFile: '导入文件',
  kind: { payment: '收款', refund: '退款', fee: '费用', transfer: '转账结算', out: '支出' },
  state: { matched: '已对上', exception: '异常', held: '暂收', ignored: '不处理', unsettled: '未结算' }, allStates: '全部',
  reason: {
    NOT_REGISTERED: '钱到了，没有收据', AMOUNT_DIFFERS: '号码相同，金额不等', AMBIGUOUS: '同日同额不止一笔', REFUND_UNKNOWN: '渠道退了款，账里没有', PAYMENT_UNDONE: '收据已冲销，钱没有退', NOT_SETTLED: '到账对不上整天', BANK_FEE: '银行自己收付的', OUTGOING: '支出，账里没有', MISSING_IN_FILE: '账里有，文件没有',
  },
  action: { match: '对上', register: '补登收款', reissue: '冲销重开', refund: '账里退款', hold: '先暂收', fee: '记银行费用', settle: '按天结算', ignore: '不处理', reopen: '撤回' },
  column: { date: '日期', time: '时间', income: '收入（贷方）', outgo: '支出（借方）', amount: '金额', flag: '借贷标志', counterparty: '对方户名', summary: '摘要', note: '附言', serial: '流水号', balance: '余额', transactionNo: '交易号', state: '交易状态', fee: '手续费', type: '业务类型', done: '完成时间' },
  overview: {
    head: '渠道', taken: '收据收款 ¥', byFile: '文件收款 ¥', back: '文件退款 ¥', fee: '手续费 ¥', matched: '对上', exceptions: '异常', missing: '文件没有', transit: '在途 ¥', noFile: '这个月还没有导入文件', lines: '{{count, number}} 笔',
    books: '在途怎么来的', opening: '月初在途', plusTaken: '收款', minusReturned: '退款、冲销', held: '暂收', minusSettled: '结算到银行', closing: '月末余额', check: '逐笔加起来', equal: '相等', differs: '差 {{amount}}，请核对账目', banked: '到账', due: '等着结算', dueThrough: '到 {{day}}',
    toWork: '处理异常', files: '已导入的文件', noFiles: '还没有导入过文件', noFilesNote: '从微信商户平台、支付宝商家中心和网银下载账单，原样导入。', file: '文件', days: '哪几天', importedBy: '{{who}} {{when}}',
  },
  list: { day: '日期', clock: '时间', no: '交易号', amount: '金额 ¥', fee: '手续费 ¥', party: '对方', what: '种类', state: '结果', receipt: '收据', none: '没有记录', noneNote: '换个月份、渠道或结果看看。', noExceptions: '没有异常', noExceptionsNote: '文件里的每一笔都有了着落。', rows: '{{count, number}} 笔', sum: '合计 ¥{{amount}}', search: '交易号 / 对方 / 房号 / 金额', searchLabel: '在明细里查找', seeEntry: '看凭证' },
  decide: {
    none: '选一笔异常', noneNote: '在左边选一笔，右边给出可能的收据和房屋。', fromFile: '{{file}} 第 {{row}} 行', order: '商户单号', refundNo: '退款单号', fee: '手续费', note: '摘要', net: '到手',
    candidates: '可能是这些收据', noCandidates: '没有可能的收据', sameNumber: '同号', sameDay: '同日', days: '差 {{count}} 天', diff: '差 {{amount}}',
    homeOwes: '欠 {{amount}}', findHome: '补登到房屋', findHomePlaceholder: '房号 / 姓名 / 拼音', registerNote: '先交最早的账单，余下作预收。收据用渠道的交易号。', noHome: '没有找到房屋',
    refundOf: '退的是收据 {{no}}（{{label}}，{{amount}}）', refundNone: '账里没有这个交易号的收款。可以先暂收。', refundNote: '账里照样退款，账单重新欠上。', holdNote: '记入待查款项，结算照常；找到付款人再补登。', feeNote: '记财务费用 5603。', settleNote: '到这天为止还没结算的整天合在一起，要分毫不差。', waiting: '{{days}} 还没有结算，净额 {{amount}}。', waitingFor: '其中 {{count}} 笔异常，处理完会自动结算。', settleThrough: '结算到', ignoreNote: '写明原因，不入账。', reason: '原因', confirm: '确定', needReason: '要写原因',
    again: '重新对一遍', againNote: '收据在收费台改好以后，把没人动过的异常再对一遍',
    differsNote: '收据 {{no}}（{{label}}）开的是 {{amount}}。金额错了只能冲销重开。', reissueNote: '红冲原收据，按到账金额给同一户重开。', undoneNote: '等渠道退款的文件来了会自动对上；钱若留下，补登一张收据。', missingNote: '渠道没有这笔钱。可能还没有到账、收款方式选错或收据开错。', onlyManager: '动钱的事由经理来做，你可以对上和不处理。', done: '已处理', settledToo: '另有 {{count}} 次到账随之结算', feePart: '差额 {{amount}} 是刷卡手续费，一并记账', reopenReason: '撤回的原因',
  },
  import: {
    title: '导入渠道文件', start: '选一份账单文件', startNote: '微信商户账单（.csv）、支付宝业务明细或账务明细（.csv）、网银账户明细（.xlsx 或 .csv）。原样导入，不要用 Excel 改过再存。', startRules: '先看结果再入账。文件不全、月份不对、渠道不对、以前导过，整份都不会导入。',
    pick: '选择文件', another: '换一份文件', reading: '正在读 {{file}}', whose: '这是谁的文件', guessed: '看来是{{channel}}的', notGuessed: '认不出来，请选择', expectMonth: '应是哪个月', anyMonth: '不限', profile: '记住这家银行', profileHint: '例如 建行基本户。下次同样的表头自动认出。', known: '已认出 {{name}}',
    mapping: '每一列是什么', mappingNote: '按表头猜的。不对就改：每列上面选它是什么。', ignoreColumn: '不用', headerRow: '表头在第 {{row}} 行', needed: '还缺：{{columns}}', check: '看结果', checking: '正在逐笔核对', lines: '笔数', matched: '对上', exceptions: '异常', missing: '文件没有', gross: '收款', refund: '退款', feeSum: '手续费', net: '净额', netBank: '收支净额（含结算）', settled: '到账结算', settledValue: '{{count, number}} 次', days: '{{from}} 至 {{to}}', commit: '入账 {{count, number}} 笔', nothing: '还没有写入任何东西', exceptionList: '异常和文件没有的', allMatched: '每一笔都对上了', done: '已导入 {{file}}', doneNote: '{{lines, number}} 笔，对上 {{matched, number}} 笔，异常 {{exceptions, number}} 笔。', toWork: '处理异常', toOverview: '看概况',
  },
  settle: {
    head: '结算记录', none: '还没有结算', noneNote: '导入银行明细时，渠道的到账会自动结算；没有银行文件也可以手工记。', days: '哪几天', on: '到账日', gross: '收款 ¥', refund: '退款 ¥', fee: '手续费 ¥', net: '到账 ¥', by: '经手', state: '状态', shown: '银行已见', byHand: '手工', undone: '已撤销', undo: '撤销', undoReason: '为什么撤销', undoNote: '用相反的凭证冲回，这几天重新算在途。',
    form: '手工记到账', through: '结算到哪天（含）', net2: '实际到账 ¥', post: '记到账', expected: '这些天应到 {{amount}}', useExpected: '填入', badAmount: '写成 1234.56', done: '已结算 {{days}}，凭证 {{no}}', nothingDue: '没有等着结算的', onlyManager: '结算由经理做。',
  },
};
