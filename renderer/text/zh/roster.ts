/** Importing an owner workbook. */
export const roster = {
  title: '名册导入', start: '选一份业主名册', startNote: '.xlsx 或 .csv。先看预览，点导入以前什么都不会写入。', columns: '需要这些列：房号、建筑面积、房屋状态、物业费单价。还可以有楼栋、单元、业主、电话、交房日期、历史欠费、备注。', faults: '标题和说明行、小计和合计、全角数字、带单位的数都没有关系。',
  pick: '选择文件', pickAnother: '换一份文件', readAgain: '重新读这份文件', reading: '正在读 {{file}}', sheet: '工作表', file: '{{file}}，工作表“{{sheet}}”，表头在第 {{row}} 行',
  homes: '可导入房屋', homesDone: '已导入房屋', homesValue: '{{count, number}} 户', area: '建筑面积', areaValue: '{{area}} m²', arrears: '期初欠费', merged: '合并重复', refused: '拒绝', rowsValue: '{{count, number}} 行',
  filter: '按结果筛选', all: '全部', action: { create: '新建', update: '更新', unchanged: '不变', merged: '合并', refused: '拒绝' },
  search: '房号 / 业主', searchLabel: '在预览里查找', saveXlsx: '存为 Excel', saveName: '导入预览',
  row: '行', result: '结果', home: '房号', owner: '业主', areaHead: '建筑面积 m²', rate: '单价', arrearsHead: '期初欠费 ¥', handover: '交房', status: '状态', note: '说明', column: '列', says: '写的是', why: '原因', noMatch: '没有符合条件的行', clear: '清除条件', noRows: '这份名册里没有房屋',
  issue: '“{{header}}”写的是“{{value}}”：{{reason}}', issueEmpty: '“{{header}}”：{{reason}}', change: '{{field}} {{from}} → {{to}}', nothing: '（空）', mergedNote: '与另一行完全相同，合成一户',
  reason: { MISSING: '没有填', ZERO: '不能是零', NEGATIVE: '不能是负数', NOT_A_NUMBER: '不是数字', NOT_AN_AMOUNT: '不是金额', NO_SUCH_DAY: '没有这一天', UNKNOWN_STATUS: '不认识的状态', TOO_MANY_DECIMALS: '小数位太多', TOO_LARGE: '太大或太长', CONTRADICTS: '同一户有几行说法不一，都没有导入', BAD_PHONE: '不是电话号码', OPENING_ARREARS_FIXED: '期初欠费已经入账，不能从名册再改' },
  field: { building: '楼栋', unit: '单元', room: '房号', owner: '业主', phone: '电话', area: '建筑面积', handover: '交房日期', status: '状态', rate: '单价', arrears: '历史欠费', note: '备注' },
  noHeader: '工作表 {{sheets}} 里没有找到表头。还缺：{{missing}}。请给表格加一行列名，再选一次。',
  import: '导入 {{count, number}} 户', importClean: '只导入无误的 {{count, number}} 户', hasErrors: '{{count, number}} 行有问题。可以先存成 Excel 交给做表的人改好再导，也可以只导入无误的行。', importing: '正在导入', notAllowed: '导入名册由经理做；内勤和审计可以预览。', onlyManager: '只有经理可以导入；你可以预览并存成 Excel。', noChange: '这份名册和账里完全一样，不用导入。',
  done: '导入完成', doneNote: '{{file}}', created: '新建', updated: '更新', unchanged: '不变', toHomes: '看房屋', toFees: '去出账', again: '再导入一份', refusedLeft: '{{count, number}} 行没有导入。存成 Excel 交给做表的人，改好再导入一次，已导入的不会重复。', saveRefused: '把没导入的行存为 Excel',
};
