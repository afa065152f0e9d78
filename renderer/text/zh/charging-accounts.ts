/** Money paid ahead for charging, its cards and products, and bills of homes. */
export const chargingAccounts = {
  view: '看什么', views: { accounts: '账户', products: '月卡和额度', bills: '住户账单' },
  search: '卡号、手机尾号、姓名或房号', low: '只看余额不足 ¥{{amount}} 的', lowUnder: '不足多少 ¥', open: '开户', name: '充电预存账户', none: '没有账户', noneNote: '点“开户”登记一张卡，就可以预存了。', rows: '{{count, number}} 个账户，余额共 ¥{{amount}}',
  card: '卡号', holder: '持卡人', phone: '电话', home: '房号', noHome: '不填房号', balance: '余额 ¥', toppedUp: '预存 ¥', charged: '充电和月卡 ¥', paidBack: '退还 ¥', plans: '在用', last: '最近', overdrawn: '欠',
  save: '保存', leave: '放弃', opened: '已开户，卡号 {{card}}。', close: '关闭', print: '打印', savePdf: '存 PDF', printed: '已送去打印', saved: '已存到 {{file}}',
  topUp: '预存', amount: '金额 ¥', topUpPrint: '收款并打印', topUpDone: '已预存 ¥{{amount}}', receipt: '收据号', again: '再存一笔', taking: '正在收款', badAmount: '写成 50 或 50.00', payer: '付款人',
  voidTopUp: '作废预存', voidNote: '当天交班前收错了的，可以作废；票号保留，盖作废章。', voided: '已作废 {{no}}。',
  acts: '办理', payBack: '退余额', payBackAmount: '退多少 ¥（空为全退）', reason: '原因', payBackNote: '按原来的付款方式退回，先退最近预存的；每一笔有自己的退款单。', payBackConfirm: '退 ¥{{amount}}', paidBackDone: '已退：{{parts}}', and: '，', semicolon: '；', part: '{{method}} ¥{{amount}}（{{no}}）', tooMuch: '最多 ¥{{amount}}', noBalance: '没有余额可退',
  replace: '换卡', newCard: '新卡号', replaceNote: '旧卡停用，余额和记录都跟着账户走。', change: '改资料', changeNote: '卡号不变；已经打印的收据也不变。', sell: '买月卡', product: '买哪一种', sellNote: '从余额里扣 ¥{{price}}，{{days}} 天内有效。', sold: '已买，可用到 {{until}}。', quota: '给免费额度', quotaNote: '每月 {{energy}} 度，由公共收益承担，公示时单独列出。', endQuota: '停免费额度', lastDay: '最后一天', granted: '已办好。', noProduct: '还没有这类产品，请经理先定。',
  statement: '对账单', from: '从', to: '到', opening: '期初', closing: '期末', noMoves: '这些天没有收支', day: '日期', what: '事项', no: '单号', moveAmount: '金额 ¥', after: '余额 ¥', kind: { topup: '预存', charge: '充电', product: '月卡', payback: '退款', void: '作废', change: '更正' }, cards: '卡', ended: '{{card}}（{{on}} 停用：{{note}}）',
  plan: { title: '月卡和额度', until: '到 {{until}}', open: '{{from}} 起', left: '还剩 {{energy}} 度', unlimited: '不限电量' },
  products: { add: '新的产品', none: '还没有产品', noneNote: '月卡从余额买，免费额度由经理按户给；它们抵掉的钱记作公共收益的支出，公示时看得见。', name: '名称', kind: '种类', kinds: { card: '月卡', quota: '免费额度' }, price: '价格 ¥', energy: '电量（度）', energyCard: '能抵多少度（空为不限）', energyQuota: '每月多少度', days: '能用几天', covers: '抵什么', coversOf: { service: '只抵服务费', all: '电费和服务费' }, used: '用过', note: '备注', saved: '已定“{{name}}”。', onlyManager: '产品由经理定。' },
  bills: { month: '月份', before: '前一个月', after: '后一个月', issue: '出 {{month}} 的账单', none: '没有待出的充电账单', noneNote: '由物业收钱的平台，订单写明房号或业主车牌的，到月底在这里出账单。', done: '已出 {{bills, number}} 张账单，{{homes, number}} 户，¥{{amount}}。', sessions: '单数', energy: '电量（度）', energyFee: '电费 ¥', serviceFee: '服务费 ¥', extraFee: '占位停车 ¥', total: '合计 ¥', sum: '合计', name: '充电待出账单', note: '电费和服务费分开出账，欠费和收款与物业费一样办理。' },
  collects: { title: '平台由谁收钱', which: '平台', sessions: '订单', none: '还没有平台，导入订单或在设备里写明平台后就有了。', add: '新的平台', addHint: '例如 本小区主机', office: '物业收钱', platform: '平台收钱', toOffice: '改为物业收钱', toPlatform: '改为平台收钱', note: '只有还没有订单的平台能改。' },
};
