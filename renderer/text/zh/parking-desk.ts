/** Companies, vehicles and visitor vouchers. */
export const parkingDesk = {
  view: { vehicles: '车辆', vouchers: '访客券', companies: '企业' }, viewLabel: '车辆、访客券、企业', search: '车牌 / 房号 / 姓名', searchVoucher: '券号 / 房号 / 车牌', searchCompany: '企业 / 联系人 / 电话', searchLabel: '查找', by: '经手 {{name}}',
  vehicle: {
    none: '还没有登记车辆', noneNote: '按“登记车辆”，或在收费台登记。', noMatch: '没有符合条件的', count: '{{count, number}} 辆', add: '登记车辆', addDo: '登记', added: '{{plate}} 已登记。', plate: '车牌', bad: '不是车牌：要像 贵JA1234 或 贵JD12345', blue: '蓝牌', green: '绿牌', whose: '谁的车', needed: '选一户', from: '从哪天起', note: '备注', leave: '离开', left: '{{plate}} 已离开。', label: '房号／企业', owner: '车主', space: '车位', noLease: '没有租约', since: '登记', presentOnly: '只看在册', until: '至 {{day}}',
  },
  voucher: {
    none: '还没有发过访客券', noneNote: '按“发券”，给住户的客人。', no: '券号', state: { issued: '未用', used: '已用', expired: '过期', withdrawn: '收回' }, every: '全部', hours: '小时', hoursWords: '{{count, number}} 小时', valid: '有效期', for: '给哪户', count: '张数', through: '最后一天', issue: '发券', issueDo: '发出', issued: '已发 {{count, number}} 张：{{list}}', use: '用券', useDo: '核销', used: '{{no}} 已用，{{hours}} 小时，{{label}}。', plate: '车牌', plateOptional: '限定车牌（可不填）', withdraw: '收回', withdrawDo: '收回', withdrawn: '{{no}} 已收回。', reason: '原因', usedBy: '用券车牌', badCount: '写 1 到 100', badHours: '写 1 到 168',
  },
  company: {
    none: '还没有企业', noneNote: '按“新增企业”，签日间租约时也能新增。', name: '企业', contact: '联系人', phone: '电话', note: '备注', leases: '租约', spaces: '车位', monthly: '月租 ¥', open: '欠 ¥', prepaid: '预存 ¥', deposit: '押金 ¥', add: '新增企业', addDo: '新增', added: '{{name}} 已新增。', change: '改联系人', changeDo: '保存', changed: '已保存。', owing: '只看欠费', total: '合计 {{count, number}} 家', toDesk: '去收费台', toLeases: '看租约', statement: '对账单', statementOf: '{{name}} {{month}} 对账单', month: '账期', print: '打印', pdf: '存 PDF', opening: '月初欠款', charged: '本月收费', paid: '本月付款', closing: '月末欠款', noLines: '本月没有收费', nameNeeded: '写企业名称',
    line: { lease: '租约', space: '车位', item: '项目', days: '起止', amount: '金额 ¥', open: '未付 ¥' },
  },
  charges: {
    month: '账期', draft: '草稿', issued: '要出账', amount: '金额', subsidy: '补贴', skippedCount: '不出账', issue: '出账', issueCount: '出账 {{count, number}} 张', done: '{{month}} 已出账 {{count, number}} 张，{{amount}}，补贴 {{subsidy}}。', confirm: '出账后账单和补贴一起入账，改动只能冲减。', sure: '确认出账', leave: '放弃', none: '这个月没有要出账的租约', noneNote: '下面写明每份租约为什么不出账。', noMarket: '{{count, number}} 份业主租约没有市场价，不记补贴。先到“补贴”里定价格。', lease: '租约', who: '房号／企业', space: '车位', days: '起止（止不含）', part: '{{from}} 至 {{to}}：{{price}} × {{days}}/{{monthDays}} 天', market: '，市场价 {{price}}', parts: '怎么算的', skipped: '不出账的 {{count, number}} 份', reason: { ALREADY_CHARGED: '这个月已经出过账', DRAFT: '草稿，还没有签', SUSPENDED: '暂停中', MONTH_COVERED: '这个月已由前一份租约整月付清', NOT_DUE: '已随前面的月份预收', NOTHING_TO_CHARGE: '没有金额' }, statements: '企业对账单', statementsNote: '每家一张，交费在收费台或转账。', noCompanies: '还没有企业', onlyManager: '出账由经理办理。', issuing: '正在出账', more: '再显示 {{count, number}} 份',
  },
};
