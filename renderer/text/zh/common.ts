/** Words that several screens share. */
export const common = {
  product: '明白账',
  ok: '确定', cancel: '取消', close: '关闭', save: '保存', back: '返回', retry: '重试', next: '下一步', change: '修改', add: '新增',
  search: '查找', all: '全部', none: '—', loading: '正在读取', empty: '没有记录', more: '再看一些',
  print: '打印', reprint: '补打', savePdf: '存为 PDF', export: '导出', exportXlsx: '导出 Excel', exportCsv: '导出 CSV', saved: '已存到 {{file}}',
  total: '合计', month: '月份', date: '日期', amountYuan: '金额 ¥', home: '房号', owner: '业主', tenant: '租客', area: '建筑面积', rate: '月标准',
  building: '楼栋', unit: '单元', status: '状态', note: '备注', reason: '原因', progress: '{{done}} / {{total}}',
  password: '密码', role: '岗位', language: '语言 Language',
  until: '至', error: '出错了',
  show: { chart: '图', table: '表' },
  method: { cash: '现金', wechat: '微信', alipay: '支付宝', card: '银行卡', transfer: '转账' },
  roles: { manager: '经理', cashier: '收费员', office: '内勤', auditor: '审计' },
  homeStatus: { unsold: '未售', vacant: '空置', occupied: '入住', let: '出租' },
  homeType: { residence: '住宅', villa: '别墅', shop: '商铺', office: '写字楼', garage: '车库', other: '其他' },
  fund: { property: '物业', common: '公共', agency: '代收', deposit: '押金', maintenance: '维修' },
  fundLong: { property: '物业费', common: '公共收益', agency: '代收代付', deposit: '押金', maintenance: '维修资金' },
  skip: { UNSOLD: '未售，由开发商承担', NOT_HANDED_OVER: '还没有交房', NO_RATE: '没有收费标准', ALREADY_ISSUED: '这个月已经出账', MERGED: '已并入别的房屋', NOT_DUE: '这个月不到期', NO_METER: '没有表', NO_READING: '没有新读数', READING_FALLS: '读数倒走，要先更正', NO_USE: '没有用量', NO_POOL: '还没有填公摊总额', POOL_SPENT: '公摊总额已经分完', NO_SHARE: '分到的不足一分钱' },
};
