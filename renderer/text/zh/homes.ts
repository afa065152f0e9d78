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
};
