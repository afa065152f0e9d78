/** Meters: readings by item and month, typed, imported, replaced, corrected. */
export const meters = {
  item: '费用项', month: '月份', building: '楼栋', everyBuilding: '全部楼栋', buildingName: '{{name}} 栋', search: '房号 / 姓名', searchLabel: '查找房屋', readOn: '抄表日期', needReadOn: '选一个抄表日期',
  only: '只看', show: { all: '全部', metered: '有表', unread: '未抄', blocked: '读数异常', none: '无表' }, rows: '{{count, number}} 户', rowsMore: '{{count, number}} 户以上，往下还有',
  noItems: '还没有按表计费的费用项', noItemsNote: '水、电、热力这类费用，先在“费用项”里定义为“按表”，再来抄表。', toItems: '去定义费用项', nothing: '没有符合条件的房屋', nothingNote: '换个条件再看。',
  home: '房号', meterNo: '表号', last: '上次读数', reading: '本次读数', used: '用量', usedUnit: '用量（{{unit}}）', state: '状态',
  typeHint: '在“本次读数”里逐户输入，回车存下并到下一户', typeLabel: '{{home}} 本次读数', typeBase: '底数', saving: '正在存', badReading: '写成 128.5，最多四位小数', wouldFall: '比上次小：换了表请用“换表”',
  skip: { NO_METER: '没有表，先录底数', NO_READING: '本月未抄', READING_FALLS: '读数倒走，先更正', NO_USE: '没有用量' }, base: '底数，不收费', billedAt: '已出账 ¥{{amount}}', ready: '可以出账', unreadUse: '未抄，有以前的用量', newMeter: '换表后的新表',
  panel: '{{home}} {{item}}', historyNote: '读数从不删改，更正会另记一条', noHistory: '还没有读数', noHistoryNote: '录入的第一次读数是底数，从下一次起计费。', day: '日期', value: '读数', source: '来源', typed: '{{by}} 录入', corrected: '已更正', correctedNote: '更正：{{reason}}', onBill: '第 {{no}} 号账单', kind: { base: '底数', normal: '读数', final: '止码' }, falls: '倒走', meterChanged: '表 {{no}}', noNumber: '无表号',
  correct: '更正', correctTitle: '更正 {{on}} 的读数', newValue: '正确读数', reason: '原因', needReason: '写明为什么更正', correctDone: '已更正为 {{value}}。', correctBlocks: '已更正为 {{value}}。它比 {{on}} 的读数 {{next}} 大，那一条也更正以前，这户不能出账。', willFall: '比后一次读数 {{next}} 大，后一次也要更正',
  replace: '换表', replaceTitle: '换表', replaceOn: '换表日期', finalValue: '旧表止码', newMeterNo: '新表号', baseValue: '新表底数', replaceDone: '已换表。旧表走了 {{used}}，与新表用量一起出账。', replaceNote: '用量 =（旧表止码 − 上次读数）+（下次读数 − 新表底数）', onlyOffice: '抄表由经理或内勤录入',
  import: '导入抄表', importTitle: '导入抄表表格', importStart: '选一份抄表表格', importNote: '.xlsx 或 .csv。先看预览，点导入以前什么都不会写入。', importColumns: '需要房号和本次读数；还可以有楼栋、单元、表号、费用项、上次读数、抄表日期、换表、旧表止码、新表底数、备注。', importFaults: '全角数字、中文数字、带单位的数、合并的楼栋、小计和合计都没有关系。第一次读数是底数，不收费。',
  pick: '选择文件', pickAnother: '换一份文件', readAgain: '重新读这份文件', readingFile: '正在读 {{file}}', sheet: '工作表', file: '{{file}}，工作表“{{sheet}}”，表头在第 {{row}} 行', back: '回到抄表', defaultItem: '没写费用项的行', defaultDay: '没写日期的行',
  accepted: '可导入', acceptedDone: '已导入', bases: '其中底数', replaced: '其中换表', unchanged: '已有', unread: '没有读数', refused: '拒绝', rowsValue: '{{count, number}} 行', totalUsed: '用量合计',
  filter: '按结果筛选', all: '全部', action: { base: '底数', reading: '读数', replace: '换表', unchanged: '已有', unread: '未抄', refused: '拒绝' }, row: '行', result: '结果', note: '说明', column: '列', says: '写的是', why: '原因', empty: '（空）', noMatch: '没有符合条件的行', noRows: '这份表格里没有读数', clear: '清除条件',
  reasons: {
    READING_FALLS: '比上次读数 {{ours}} 小，又没有写换表', PREVIOUS_DIFFERS: '账里上次读数是 {{ours}}', METER_DIFFERS: '账里的表号是 {{ours}}，又没有写换表', UNKNOWN_HOME: '找不到这户房屋', UNKNOWN_ITEM: '找不到这种按表费用', IN_FUTURE: '还没有到，今天是 {{ours}}', BEFORE_LAST: '账里 {{ours}} 已有读数', NO_SUCH_DAY: '没有这一天',
    MISSING: '没有填', NOT_A_NUMBER: '不是数字', NEGATIVE: '不能是负数', TOO_MANY_DECIMALS: '小数位太多', TOO_LARGE: '太大', REPEATED: '同一户同一天有几行，说法不一（第 {{ours}} 行）',
  },
  field: { building: '楼栋', unit: '单元', room: '房号', meter: '表号', item: '费用项', previous: '上次读数', current: '本次读数', readOn: '抄表日期', replaced: '换表', final: '旧表止码', base: '新表底数', newMeter: '新表号', note: '备注' },
  noHeader: '工作表 {{sheets}} 里没有找到抄表表头。还缺：{{missing}}。', noItemColumn: '表格里没有“费用项”一列，请在上面选“没写费用项的行”算哪一项。',
  doImport: '导入 {{count, number}} 条读数', importClean: '只导入无误的 {{count, number}} 条', hasErrors: '{{count, number}} 行有问题。可以改好表格再导，也可以只导入无误的行。', importing: '正在导入', noChange: '这份表格里的读数账里都有了，不用导入。', done: '导入完成', again: '再导入一份', toReadings: '看抄表', refusedLeft: '{{count, number}} 行没有导入，改好再导入一次，已导入的不会重复。',
};
