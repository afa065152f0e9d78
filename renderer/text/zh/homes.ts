/** Homes: tree, list, floors, and one home. */
export const homes = {
  title: '房屋', note: '{{count, number}} 户，{{owing, number}} 户欠费，共 ¥{{amount}}', allHomes: '全部房屋', tree: '楼栋', buildingName: '{{name}} 栋', unitName: '{{name}} 单元', owing: '欠 {{count, number}}', homesCount: '{{count, number}} 户',
  view: '显示方式', list: '列表', floors: '楼层', importRoster: '导入名册', search: '房号 / 姓名 / 拼音 / 手机尾号', searchLabel: '查找房屋', anyStatus: '全部状态', owingOnly: '只看欠费',
  label: '房号', owner: '业主', status: '状态', area: '建筑面积 m²', open: '欠费 ¥', prepaid: '预收 ¥', sum: '合计 {{count, number}} 户', rowsMore: '{{count, number}} 户以上，往下还有', rows: '{{count, number}} 户',
  none: '没有符合条件的房屋', noneNote: '换个条件再看。', noHomes: '还没有房屋', noHomesNote: '先导入业主名册。', noOwner: '没有登记', clearFilter: '清除条件',
  floor: '{{name}} 层', owes: '欠 {{amount}}', prepaidOf: '预收 {{amount}}', paidUp: '不欠', legend: '欠费的房屋写明金额',
  people: '住户', show: '显示', showPhone: '显示{{name}}的电话', noPhone: '没有电话', noPeople: '没有登记业主或租客', areaFact: '建筑面积', rateFact: '月标准', rateValue: '{{rate}} 元/m²', monthly: '每月物业费', handover: '交房', noRate: '没有收费标准', note_: '备注',
  bills: '未结账单 {{count, number}} 张', noBills: '没有未结账单', item: '费用项', period: '账期', due: '到期', openBill: '欠 ¥', payments: '缴费记录 {{count, number}} 笔，共 ¥{{amount}}', noPayments: '还没有缴过费', receipt: '票号', receivedOn: '日期', method: '方式', amount: '金额 ¥', reversed: '红冲', seeEntry: '看凭证',
  collect: '去收费', homeBook: '看房屋账', closeHome: '关闭房屋', before: '账簿开始以前',
  // Changes: who owns, who lives there, what it is.
  acts: '办理', comma: '，', act: { transfer: '过户', tenant: '租客', status: '状态', type: '类型', merge: '合并', vacancy: '空置优惠' }, formOf: '{{act}} {{label}}', on: '日期', noteOptional: '备注（可不填）', reason: '原因', tenantPays: '代缴', until: '至 {{date}}', mergedInto: '{{date}} 起并入 {{label}}', mergedSoon: '并入 {{label}}',
  formerOwes: '原业主 {{names}} 欠 ¥{{amount}}', formerUntil: '{{date}} 过户前的账单', former: '原业主', ofFormer: '原业主 {{names}}',
  transfer: { on: '过户日期', buyers: '新业主', name: '姓名', phone: '电话', addBuyer: '加一位共有人', removeBuyer: '去掉第 {{no}} 位', arrears: '过户日以前的欠费 ¥{{amount}}', seller: '原业主承担', buyer: '新业主承担', prepayment: '预收 ¥{{amount}}', keep: '留给新业主', refund: '退给原业主', refundBy: '退款方式', payee: '收款人', handover: '交房日期', status: '过户后', go: '办理过户', need: '新业主要写姓名', done: '已过户给 {{names}}。', sellerKeeps: '原业主还欠 ¥{{amount}}。', refunded: '已退预收 ¥{{amount}}，退款号 {{no}}。', note: '账期在过户日以前开始的账单是原业主的，以后的是新业主的。' },
  tenant: { present: '现在的租客', movesOut: '搬走日期', end: '登记搬走', name: '租客姓名', phone: '电话', from: '入住日期', to: '到期（可不填）', pays: '由租客缴费', go: '登记租客', change: '改租期', paysNote: '收据默认写租客；账单仍是业主的债。', need: '要写姓名和入住日期', done: '已登记租客 {{name}}。', ended: '{{name}} 已登记搬走。', noOne: '现在没有租客' },
  statusForm: { from: '从哪天起', status: '状态', go: '改状态', done: '{{date}} 起改为“{{status}}”。', note: '未售不出账；其余状态照常出账。' },
  type: { type: '房屋类型', go: '改类型', done: '已改为{{type}}。', note: '按类型定单价的费用项从下次出账起用新类型。' },
  merge: { homes: '并入本房的房屋', placeholder: '输入房号', on: '从哪天起', area: '合并后面积 m²', areaHint: '不填就是各房面积之和', go: '合并', done: '已合并，面积 {{area}} m²。', stays: '被并房屋还欠 ¥{{amount}}，仍在原房号上收。', note: '被并的房屋从这天起不再出账。', need: '先选要并入的房屋', badArea: '面积要写成 108.40' },
  vacancy: { from: '从', to: '到（不含）', off: '优惠 %', go: '提交申请', done: '已提交，等经理批准。', note: '批准以后出的账单按天数打折，已经出的账单不变。', badOff: '写 1 到 100，最多一位小数', needReason: '要写原因', needDates: '要选日期' },
  history: '历史', historyAll: '全部 {{count}} 条', noHistory: '没有记录', event: { begin: '登记为{{status}}', status: '状态改为{{status}}', owner: '{{name}} 成为业主', ownerUntil: '{{name}} 是业主，至 {{to}}', tenant: '{{name}} 入住', tenantUntil: '{{name}} 租住，至 {{to}}', pays: '（代缴）', transfer: '过户：{{sellers}} → {{buyers}}', firstSale: '出售给 {{buyers}}', arrears: { seller: '欠费 ¥{{amount}} 归原业主', buyer: '欠费 ¥{{amount}} 归新业主' }, prepayment: { buyer: '预收 ¥{{amount}} 留给新业主', refund: '预收 ¥{{amount}} 已退' }, merge: '{{homes}} 并入 {{into}}，{{before}} → {{after}} m²', by: '{{name}} 办理', since: '建档' },
};
