import { formatE4 } from '../../../shared/domain/meter.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import { dateTime } from '../formats.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { barrier } from './barrier.ts';
import { channels } from './channels.ts';
import { chargingAccountRefusals } from './charging-account-refusals.ts';
import { chargingChangeRefusals } from './charging-change-refusals.ts';
import { chargingRefusals } from './charging-refusals.ts';
import { costRefusals } from './cost-refusals.ts';
import { monthEndRefusals } from './month-end-refusals.ts';
import { common } from './common.ts';
import { roster } from './roster.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const name = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

const barrierColumns: Record<string, string> = barrier.column;
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const spaceFields: Record<string, string> = { zone: '区域', title: '产权', kind: '类型', floor: '楼层', ownerHomeId: '业主', row: '图上行', column: '图上列' };
const spaceWords: Record<string, string> = { owner: '业主', developer: '开发商', common: '公共', 'civil-defence': '人防', standard: '标准', wide: '加宽', charging: '充电', disabled: '无障碍', '': '空' };
const noticeKinds: Record<string, string> = { expiry: '到期通知', recall: '收回通知', price: '调价通知', end: '终止通知' };
const channelNames: Record<string, string> = channels.channel;

function channelBroken(what: string, row: number, expected: number, found: number): string {
  const amounts = `文件写的是 ${yuan(expected)}，逐行加起来是 ${yuan(found)}`;
  if (what === 'summary') return '文件不完整：末尾没有汇总。请重新下载，整份文件没有导入。';
  if (what === 'row') return `文件不完整：第 ${row} 行被截断。请重新下载，整份文件没有导入。`;
  if (what === 'count') return `文件不完整：汇总说有 ${expected} 笔，实际有 ${found} 笔。整份文件没有导入。`;
  if (what === 'balance') return `第 ${row} 行的余额接不上：应是 ${yuan(expected)}，写的是 ${yuan(found)}。中间缺了行，整份文件没有导入。`;
  return `文件不完整：${what === 'fee' ? '手续费' : what === 'refund' ? '退款' : '金额'}合计不符，${amounts}。整份文件没有导入。`;
}

const fields: Record<string, string> = {
  name: '名称', officeName: '收据抬头', phone: '电话', opensOn: '账簿开始日', 'manager.name': '经理姓名', 'manager.password': '经理密码', password: '密码', present: '现在的密码',
  month: '月份', from: '开始日', to: '结束日', on: '日期', receivedOn: '收款日期', method: '收款方式', transactionNo: '交易号', amountFen: '金额', tenderedFen: '实收现金',
  lines: '收款明细', payer: '缴款人', note: '备注', reason: '原因', rateE4: '收费标准', building: '楼栋', unit: '单元', search: '查找内容', text: '查找内容', homeId: '房屋', file: '文件', sheet: '工作表',
  floatFen: '备用金', countedFen: '实点', bankedFen: '解款', notes: '面额', witness: '复核人', slipNo: '缴款单号',
  code: '代码', fund: '归属', account: '科目', basis: '计费方式', cycle: '周期', rates: '分级单价', quantityE4: '数量', dueOn: '到期日', item: '费用项', items: '费用项', billId: '账单',
  dueDay: '到期日', idleMinutes: '自动锁屏分钟', firstMonthRule: '首月规则', role: '岗位', homes: '户数', years: '年数', until: '截止月',
  owners: '新业主', into: '并入的房屋', homeIds: '要合并的房屋', areaDm2: '面积', offPermille: '优惠', months: '月数', bonusDays: '天数',
};
const rules: Record<string, string> = {
  PHONE: '要填对电话号码',
  DATE: '要写成 2026-11-01 这样的日期', MONTH: '要写成 2026-11 这样的月份', too_small: '太小或没有填', too_big: '太大或太长', invalid_type: '没有填或类型不对',
  invalid_value: '不在可选范围内', invalid_format: '格式不对', unrecognized_keys: '有不认识的内容', not_multiple_of: '要是整数',
};

const collectionFigures: Record<string, string> = {
  billedFen: '当期应收', cancelledFen: '当期已取消', collectedFen: '当期已收', openingFen: '期初欠费', arrearsCollectedFen: '清欠实收', householdsBilled: '应缴户数', householdsPaid: '缴清户数',
};

/** A sentence for every refusal: what was refused, and what to do. */
export const refusals: RefusalWords = {
  BAD_INPUT: ({ issues }) =>
    issues.length === 0 ? '输入的内容不对。' : `${issues.slice(0, 3).map(({ path, rule }) => `“${fields[path] ?? fields[path.split('.')[0] ?? ''] ?? path}”${rules[rule] ?? '不对'}`).join('；')}。`,
  NO_SUCH_ENDPOINT: ({ endpoint }) => `程序里没有“${endpoint}”这项功能。`,
  INTERNAL: ({ reference }) => `程序出错，已记入日志，编号 ${reference}。没有写入任何东西。`,
  CANCELLED: () => '已取消，没有写入任何东西。',
  BUSY: () => '上一步还没有做完，请稍等。',
  NEEDS_WINDOW: ({ endpoint }) => `“${endpoint}”要在窗口里使用。`,

  NOT_SIGNED_IN: () => '还没有登录，或登录已经失效。',
  ROLE_NOT_ALLOWED: ({ allowed }) => `你的岗位不能做这件事，要由${allowed.map((role) => (common.roles as Record<string, string>)[role] ?? role).join('、')}来做。`,
  SESSION_LOCKED: () => '窗口已锁，先解锁。',
  WRONG_PASSWORD: ({ failures, waitSeconds }) => `密码不对，已错 ${failures} 次。${waitSeconds > 0 ? `${waitSeconds} 秒后可以再试。` : ''}`,
  TOO_MANY_FAILURES: ({ waitSeconds }) => `错得太多，${waitSeconds} 秒后可以再试。`,
  PASSWORD_TOO_SHORT: ({ minimum }) => `密码至少 ${minimum} 个字符。`,
  USER_EXISTS: ({ name: user }) => `已经有叫“${user}”的人。`,
  NO_SUCH_USER: () => '没有这个人，可能已被停用。',
  LAST_MANAGER: () => '这是最后一位经理，至少要留一位。',

  FOLDER_NOT_EMPTY: () => '数据文件夹里已经有账簿，不会覆盖。',
  NO_ESTATE: () => '还没有建立小区。',
  FOLDER_READ_ONLY: ({ folder }) => `数据文件夹不能写入：${folder}。请换文件夹或改权限。`,
  DISK_FULL: () => '磁盘满了，没有写入任何东西。腾出空间再试。',
  DATABASE_BUSY: () => '另一个程序正在写账簿，请稍后再试。',
  // What SQLite and Chromium say of a failure is English; it stands in the log.
  DATABASE_DAMAGED: ({ file }) => `账簿文件 ${name(file)} 已损坏，没有改动它。可用备份恢复，详情记在日志里。`,
  DATABASE_FOREIGN: ({ file }) => `${name(file)} 不是明白账的账簿，没有改动它。`,
  DATABASE_TOO_NEW: ({ file, version, supported }) => `${name(file)} 是更新版本的账簿（${version}），这个程序只认到 ${supported}。请更新程序。`,
  MIGRATION_FAILED: ({ file, migration, backup }) => `升级账簿 ${name(file)} 时在“${migration}”一步失败，账簿保持原样。升级前的备份：${name(backup)}。`,

  FILE_NOT_FOUND: ({ file }) => `找不到文件 ${name(file)}。`,
  FILE_NOT_PICKED: ({ file }) => `请重新选择文件 ${name(file)}。`,
  FILE_TOO_LARGE: ({ file, bytes, limitBytes }) => `${name(file)} 有 ${Math.ceil(bytes / 1_048_576)} MB，最多 ${Math.floor(limitBytes / 1_048_576)} MB。`,
  FILE_ENCRYPTED: ({ file }) => `${name(file)} 加了密码。在 Excel 里去掉密码另存一份再导入。`,
  FILE_NOT_WORKBOOK: ({ file, hint }) => `${name(file)} 不是能读的表格。${hint === 'OLD_XLS' ? '这是旧的 .xls，请在 Excel 里另存为 .xlsx。' : '请用 .xlsx 或 .csv。'}`,
  FILE_NOT_WRITABLE: ({ file }) => `写不了 ${name(file)}。可能正在别的程序里打开，关掉再试。`,
  NO_HEADER_ROW: ({ sheets, missing }) => `在工作表 ${sheets.join('、')} 里没有找到表头，缺少：${missing.map((field) => (roster.field as Record<string, string>)[field] ?? field).join('、')}。`,
  NO_SUCH_SHEET: ({ sheet, sheets }) => `没有工作表“${sheet}”，只有 ${sheets.join('、')}。`,
  ROSTER_HAS_ERRORS: ({ errors }) => {
    const [first] = errors;
    return `名册有 ${errors.length} 处错误，没有导入。${first ? `第一处：第 ${first.row} 行“${first.header}”。` : ''}`;
  },

  NO_SUCH_HOME: () => '没有这户房屋。',
  NO_SUCH_PERSON: () => '这户没有这个人。',
  HOME_MERGED: ({ label, into, on }) => `${label} 从 ${on} 起已并入 ${into}，请到 ${into} 办理。`,
  TRANSFER_BEFORE_ISSUED_BILL: ({ on, billedFrom }) => `${billedFrom} 起的账单已经出给原业主，过户日期 ${on} 不能早于它。请先作废那些账单，或改用 ${billedFrom} 及以后的日期。`,
  TRANSFER_BEFORE_OWNER: ({ on, ownerFrom }) => `现业主从 ${ownerFrom} 起才是业主，过户日期不能早于它（${on}）。`,
  OWNER_REPEATED: ({ name: owner }) => `新业主“${owner}”写了两次。`,
  SAME_OWNERS: ({ names }) => `新业主和现业主相同：${names}。`,
  PREPAYMENT_HELD: ({ label, prepaidFen }) => `${label} 还有预收 ${yuan(prepaidFen)}，请先选好退款方式，或先退还预收。`,
  TENANCY_OVERLAPS: ({ name: tenant, from, to }) => `与租客“${tenant}”的租期（${from} 起${to ? `，${to} 止` : ''}）重叠。`,
  STATUS_BEFORE_ISSUED_BILL: ({ from, billedFrom }) => `${billedFrom} 起的账单已经按原状态出账，状态不能从 ${from} 起改。请先作废那些账单，或改用以后的日期。`,
  SAME_STATUS: ({ status, from }) => `从 ${from} 起本来就是“${(common.homeStatus as Record<string, string>)[status] ?? status}”。`,
  MERGE_INTO_ITSELF: ({ label }) => `${label} 不能并入自己。`,
  MERGE_BEFORE_ISSUED_BILL: ({ label, on, billedTo }) => `${label} 的账单已经出到 ${billedTo}（不含），合并日期不能是 ${on}。请改用 ${billedTo} 及以后，或先作废账单。`,
  MERGE_BEFORE_MERGE: ({ on, mergedOn }) => `${mergedOn} 已有一次合并，新的合并不能早于它（${on}）。`,
  DATES_REVERSED: ({ from, to }) => `结束日期 ${to} 要晚于开始日期 ${from}。`,

  NO_SUCH_WAIVER: () => '没有这份减免申请。',
  NO_SUCH_VACANCY: () => '没有这份空置申请。',
  ALREADY_DECIDED: ({ state, by }) => `${by} 已经${state === 'approved' ? '批准' : '驳回'}过，不能再改。`,
  WAIVER_EXCEEDS_BALANCE: ({ balanceFen }) => `超过这张账单还能减免的金额，最多 ${yuan(balanceFen)}（已扣除待批的申请）。`,
  VACANCY_OVERLAPS: ({ from, to }) => `与 ${from} 至 ${to} 的空置申请重叠。`,
  PROMOTION_OVERLAPS: ({ name: rule, from, to }) => `与优惠“${rule}”（${from} 至 ${to}）的日期重叠，同一天只能有一个。`,
  MONTH_BEFORE_OPENING: ({ month, opensOn }) => `${month} 在账簿开始（${opensOn}）以前，不能出账。`,
  MONTH_TOO_FAR: ({ month, latest }) => `${month} 太早，最多出到 ${latest}。`,
  RATE_VERSION_EXISTS: ({ from }) => `从 ${from} 起已经有一个标准。`,
  RATE_BEFORE_ISSUED_BILL: ({ from, billedTo }) => `账单已出到 ${billedTo}，标准不能从 ${from} 起改。`,

  NO_SUCH_BUILDING: ({ building }) => `没有楼栋“${building}”。`,
  NO_SUCH_HOME_TYPE: ({ type }) => `没有房屋类型“${type}”。`,
  NO_HOME_OF_LABEL: ({ label }) => `没有房号 ${label}。`,
  VERSION_OVERLAPS: ({ from, to }) => `与 ${from} 起${to ? `、${to} 止（不含）` : ''}的标准重叠。`,
  VERSION_BEFORE_ISSUED_BILL: ({ from, billedTo }) => `账单已出到 ${billedTo}，新标准不能从 ${from} 起。请改用以后的日期，或先作废那些账单。`,
  ITEM_IS_FIXED: () => '期初欠费、违约金、停车费和充电费由程序自己出账，不能改。',
  ITEM_FUND_DIFFERS: ({ item, fund, account }) => `费用项“${item}”归属“${(common.fund as Record<string, string>)[fund] ?? fund}”、科目 ${account}，不能改。要换归属请另建费用项。`,
  ITEM_NAME_DIFFERS: ({ name: known }) => `这个费用项出过账，名称“${known}”不能再改。`,
  ITEM_BY_AREA: () => '物业费只能按面积计费。',
  ACCOUNT_NOT_OF_FUND: ({ account, fund }) => `科目 ${account} 不属于“${(common.fund as Record<string, string>)[fund] ?? fund}”。`,
  RATE_MISSING: () => '没有填单价。',
  RATE_REPEATED: ({ key }) => `“${key}”的单价写了两次。`,
  SPLIT_MISSING: () => '公摊要选分摊方式；按用量分摊还要选哪个表。',
  POOL_HAS_NO_RATE: () => '公摊按总额分摊，不填单价。',
  CYCLE_NOT_OF_BASIS: () => '按表计费和公摊不能按交房日算年度。',
  NOT_A_POOL: ({ month }) => `这个费用项在 ${month} 不是公摊。`,
  POOL_NOT_DUE: ({ month, due }) => `这项公摊的总额记在账期的最后一个月 ${due}，不是 ${month}。`,
  POOL_ALREADY_BILLED: ({ month, billedFen }) => `${month} 的公摊已经出账 ${yuan(billedFen)}，总额不能再改。`,
  POOL_EXCEEDED: ({ month, remainingFen }) => `${month} 的公摊只剩 ${yuan(remainingFen)} 没有分，不能超过它。`,
  NOT_ONE_OFF: () => '这个费用项今天不是一次性收费，请在出账里收。',
  AMOUNT_OR_QUANTITY: () => '金额和数量填一个，也只填一个。',
  AMOUNT_TOO_SMALL: () => '这个数量按单价不到一分钱。',
  DUE_BEFORE_TODAY: ({ dueOn, today }) => `到期日 ${dueOn} 早于今天（${today}）。`,
  NO_SUCH_ITEM: ({ item }) => `没有费用项“${item}”。`,
  ITEM_NOT_METERED: ({ item }) => `费用项“${item}”不按表计费。`,
  METER_READINGS_HAVE_ERRORS: ({ errors }) => {
    const [first] = errors;
    return `抄表记录有 ${errors.length} 处错误，没有导入。${first ? `第一处：第 ${first.row} 行${first.header ? `“${first.header}”` : ''}。` : ''}`;
  },
  NO_METER: () => '这户还没有这种表，先录入底数。',
  NO_SUCH_READING: () => '没有这条读数。',
  READING_ALREADY_CORRECTED: () => '这条读数已经更正过，请更正最新的那一条。',
  READING_BILLED: ({ billId }) => `第 ${billId} 号账单是按这条读数出的，不能直接改。请先作废那张账单，改好读数再重新出账。`,
  READING_FALLS: ({ lastE4, lastOn }) => `比 ${lastOn} 的读数 ${formatE4(lastE4)} 小。换了表请用“换表”，抄错了请先更正。`,
  READING_BEFORE_LAST: ({ on, lastOn }) => `${lastOn} 已经有读数，${on} 的读数要晚于它；要改读数请用“更正”。`,
  METER_NO_DIFFERS: ({ meterNo, ours }) => `表号 ${meterNo} 与登记的 ${ours} 不同。换了表请用“换表”。`,

  NO_SUCH_PAYMENT: () => '没有这笔收款。',
  BILL_ALREADY_CANCELLED: () => '这张账单已经作废过了。',
  NO_SUCH_BILL: () => '没有这张账单，可能刚被别处改过。重新打开这户再试。',
  BILL_OF_ANOTHER_HOME: () => '这张账单是另一户的。',
  BILL_REPEATED: () => '同一张账单列了两次。',
  PAYMENT_EXCEEDS_BALANCE: ({ balanceFen }) => `超过这张账单的欠费，最多 ${yuan(balanceFen)}。`,
  LINES_EXCEED_AMOUNT: ({ amountFen, linesFen }) => `各张账单共 ${yuan(linesFen)}，超过收款额 ${yuan(amountFen)}。`,
  PREPAYMENT_TOO_FAR: ({ maximumFen, months }) => `预收最多 ${months} 个月，这户还能预收 ${yuan(maximumFen)}。`,
  PAYMENT_ID_REUSED: () => '这张表单已经入过账，内容不同。请重新打开这户。',
  TRANSACTION_NO_MISSING: ({ method }) => `${(common.method as Record<string, string>)[method] ?? method}要填交易号。`,
  TRANSACTION_NO_USED: ({ transactionNo, receiptNo }) => `交易号 ${transactionNo} 已用在收据 ${receiptNo}。`,
  CASH_TENDERED_TOO_SMALL: ({ amountFen, tenderedFen }) => `实收 ${yuan(tenderedFen)} 不够，要 ${yuan(amountFen)}。`,
  DATE_IN_FUTURE: ({ date, today }) => `${date} 还没有到，今天是 ${today}。`,
  DATE_BEFORE_OPENING: ({ date, opensOn }) => `${date} 在账簿开始（${opensOn}）以前。`,
  PAYMENT_ALREADY_REVERSED: ({ reversalNo }) => `这张收据已经作废、红冲或退款，单号 ${reversalNo}。`,
  PAYMENT_PARTLY_REFUNDED: ({ refundedFen }) => `这笔收款已有 ${yuan(refundedFen)} 退还给住户，不能再作废或红冲。余下的可以退款。`,
  PAYMENT_OF_ANOTHER: ({ cashier }) => `这张收据是${cashier}收的，只能由本人或经理作废。`,
  NOT_TODAY: ({ registeredOn }) => `这张收据是 ${registeredOn} 开的，作废只限当天。请经理红冲或退款。`,
  DAY_CLOSED: ({ reportNo }) => `这张收据已交班（${reportNo}），不能作废。请经理红冲或退款。`,
  LATE_FEE_EXCEEDS: ({ lateFen }) => (lateFen === 0 ? '这张账单今天没有违约金可收。' : `超过这张账单的违约金，最多 ${yuan(lateFen)}。`),
  REFUND_EXCEEDS_PAYMENT: ({ refundableFen }) => (refundableFen === 0 ? '这笔收款已全部退还。' : `超过这笔收款还能退的钱，最多 ${yuan(refundableFen)}。`),
  REFUND_EXCEEDS_PREPAYMENT: ({ refundableFen }) => (refundableFen === 0 ? '这户没有可以退的预收。' : `超过这户可退的预收，最多 ${yuan(refundableFen)}。赠送的部分不退现金。`),
  INVOICE_NO_USED: ({ invoiceNo, receiptNo }) => `发票号 ${invoiceNo} 已用在收据 ${receiptNo}。`,
  ALREADY_INVOICED: ({ invoiceNo }) => `这张收据已经换开发票 ${invoiceNo}。`,
  NO_SUCH_DEPOSIT: () => '没有这笔押金。',
  RETURN_EXCEEDS_DEPOSIT: ({ heldFen }) => (heldFen === 0 ? '这笔押金已全部退还或扣留。' : `超过还押着的金额，最多 ${yuan(heldFen)}。`),

  CHANNEL_FILE_SEEN: ({ file, at }) => `这份文件在 ${at.slice(0, 10)} 已经导入过，文件名是 ${name(file)}。没有再写入。`,
  CHANNEL_FILE_EMPTY: ({ file }) => `${name(file)} 里没有一笔交易，也没有写明是哪几天的。`,
  CHANNEL_FILE_WRONG_CHANNEL: ({ channel, found }) => `这份文件看来是${channelNames[found] ?? found}的，不是${channelNames[channel] ?? channel}的。请换渠道再导。`,
  CHANNEL_FILE_WRONG_MONTH: ({ month, row, on }) => `第 ${row} 行的日期 ${on} 不在 ${month}，或在账簿开始以前，或还没有到。整份文件没有导入。`,
  CHANNEL_FILE_TRUNCATED: ({ what, row, expected, found }) => channelBroken(what, row, expected, found),
  CHANNEL_COLUMNS_MISSING: ({ missing }) => `文件里找不到需要的列${missing.length > 0 ? `：${missing.map((column) => (channels.column as Record<string, string>)[column] ?? column).join('、')}` : ''}。请指明各列，或换一份文件。`,
  CHANNEL_LINE_UNREADABLE: ({ row, column, value }) => `第 ${row} 行“${column}”写的是“${value}”，读不懂。整份文件没有导入。`,
  CHANNEL_LINE_SEEN: ({ row, transactionNo, file }) => `第 ${row} 行${transactionNo ? `（${transactionNo}）` : ''}已经在 ${name(file)} 里导入过。整份文件没有导入。`,
  CHANNEL_LINE_RESOLVED: () => '这一行已经处理过。要改先撤回。',
  CHANNEL_LINE_SETTLED: () => '这一行已经结算到银行。要改先撤销那次结算。',
  NO_SUCH_CHANNEL_LINE: () => '没有这一行，可能列表已经变了。',
  ACTION_NOT_FOR_LINE: ({ action, kind }) => `“${(channels.kind as Record<string, string>)[kind] ?? kind}”的行不能这样处理（${(channels.action as Record<string, string>)[action] ?? action}）。`,
  ENTRY_ALREADY_MATCHED: ({ file, row }) => `这笔已经对上了 ${name(file)} 第 ${row} 行。`,
  ENTRY_OF_OTHER_CHANNEL: () => '这笔不是这个渠道的钱。',
  MATCH_AMOUNT_DIFFERS: ({ lineFen, entriesFen }) => `金额不等：文件是 ${yuan(lineFen)}，账里是 ${yuan(entriesFen)}。收据金额错了要冲销重开，不能硬对。`,
  NOTHING_TO_SETTLE: ({ through }) => `到 ${through} 没有等着结算的。`,
  SETTLEMENT_HAS_EXCEPTIONS: ({ lines }) => `这几天还有 ${lines} 笔异常没有处理，处理完才能结算。`,
  SETTLEMENT_DIFFERS: ({ expectedFen }) => `到账金额和这几天对不上，应到 ${yuan(expectedFen)}。`,
  NO_SUCH_SETTLEMENT: () => '没有这次结算。',
  SETTLEMENT_ALREADY_UNDONE: () => '这次结算已经撤销过。',

  SHIFT_ALREADY_OPEN: ({ openedAt }) => `你的班次已经开着，${dateTime(openedAt)} 开班。先交班，再开新班。`,
  SHIFT_NOT_OPEN: () => '你没有开着的班次，不用交班。',
  SHIFT_CLOSED: ({ reportNo }) => `这个班次已经交过班，报告 ${reportNo}，不能再改。`,
  SHIFT_NOT_CLOSED: () => '这个班次还没有交班，还没有报告。',
  SHIFT_OF_ANOTHER: ({ userName }) => `这是${userName}的班次，要由本人来交。`,
  NO_SUCH_SHIFT: () => '没有这个班次。',
  NO_SUCH_REPORT: ({ reportNo }) => `没有编号为 ${reportNo} 的报告。`,
  COUNT_DIFFERS: ({ countedFen, notesFen }) => `各面额合计 ${yuan(notesFen)}，和填的实点 ${yuan(countedFen)} 不符，请重新点一遍。`,
  BANKED_EXCEEDS_CASH: ({ bankedFen, cashFen }) => `要解款 ${yuan(bankedFen)}，但现金只有 ${yuan(cashFen)}。`,
  WITNESS_IS_CASHIER: () => '复核人要是另一个人。',
  SHIFTS_STILL_OPEN: ({ names }) => `${names.join('、')}还没有交班，交班后才能日结。`,
  DAY_ALREADY_CLOSED: ({ on, reportNo }) => `${on} 已经日结，报告 ${reportNo}。之后的收款计入下一个日结。`,
  NOTHING_TO_CLOSE: ({ on }) => `${on} 没有班次也没有收款，不用日结。`,

  RATES_DISAGREE: ({ from, to, figure, key, documents, ledger }) => {
    const show = (value: number) => (figure.startsWith('households') ? `${value} 户` : yuan(value));
    return `${from === to ? from : `${from} 至 ${to}`}的收缴率没有显示：“${collectionFigures[figure] ?? figure}”${key ? `（${key}）` : ''}按单据算是 ${show(documents)}，按账簿算是 ${show(ledger)}。请到“账簿”里核对。`;
  },
  NOTHING_TO_DUN: () => '没有符合条件的逾期欠费，没有做通知。',
  NO_SUCH_NOTICE: ({ noticeNo }) => `没有编号为 ${noticeNo} 的催缴通知。`,
  SERVED_BEFORE_NOTICE: ({ noticeNo, on }) => `${noticeNo} 是 ${on} 做的，不能在那之前送达。`,
  PROMISE_DATE_MISSING: ({ outcome }) => (outcome === 'promised' ? '答应缴费的，请填答应的日期。' : '只有答应缴费的才填日期。'),
  PROMISE_IN_PAST: ({ promisedOn }) => `答应的日期 ${promisedOn} 已经过了。`,

  NO_SUCH_SPACE: ({ space }) => `没有车位 ${space}。`,
  SPACE_DIFFERS: ({ space, field, ours, given }) => `车位 ${space} 的${spaceFields[field] ?? field}已经登记为“${spaceWords[ours] ?? ours}”，和“${spaceWords[given] ?? given}”不符。`,
  SPACES_HAVE_ERRORS: ({ errors }) => `${errors.length} 行有问题，没有导入。改好再导，或只导入没有问题的行。`,
  TITLE_OF_LET_SPACE: ({ space }) => `车位 ${space} 已经按现在的产权收过费，产权不能再改。`,
  SPACE_BLOCKED: ({ space, from, to, reason }) => `车位 ${space} 从 ${from} 起${to === null ? '' : `到 ${to} 前`}停用（${reason}），不能出租。`,
  NO_SUCH_BLOCK: ({ blockId }) => `没有第 ${blockId} 号停用记录。`,
  SPACE_TAKEN: ({ weekday, from, to, space }) => `车位 ${space} 已经租出：${weekdays[weekday - 1] ?? ''} ${from}–${to} 和另一份租约冲突。`,
  PLATE_TAKEN: ({ plate }) => `${plate} 在这些日子已经在另一份租约上。`,
  PLATE_INVALID: ({ plate }) => `“${plate}”不是车牌。蓝牌 7 位，绿牌 8 位，第一个字是省份。`,
  PLATE_REPEATED: ({ plate }) => `${plate} 写了两次。`,
  RESOLUTION_NEEDED: ({ space }) => `${space} 是公共车位，租给小区以外的人要填业主共同决定的文号。`,
  CONSENT_NEEDED: ({ space }) => `${space} 是业主自己的车位，租给别人要填业主怎样同意的。`,
  LESSEE_NOT_OF_KIND: ({ kind }) => (kind === 'resident' ? '业主月租要选一户房屋，不能租给公司。' : '日间租约要选一家公司或一户房屋，只能选一个。'),
  HOME_UNSOLD: ({ label }) => `${label} 还没有售出，不能租车位。`,
  WINDOW_EMPTY: ({ from, to }) => `时段 ${from}–${to} 没有长度。`,
  WINDOWS_OVERLAP: ({ weekday, from, to }) => `${weekdays[weekday - 1] ?? ''} ${from}–${to} 在两个时段里都有。`,
  PRICES_EXIST: ({ from }) => `从 ${from} 起的价格已经有了。`,
  PRICES_REVERSED: ({ marketFen, residentFen }) => `业主价 ${yuan(residentFen)} 高于市场价 ${yuan(marketFen)}。`,
  NO_PRICES: ({ from }) => `${from} 还没有定市场价和业主价。`,
  PRICE_BEFORE_CHARGE: ({ from, chargedTo }) => `${chargedTo} 以前的停车费已经按原价收了，新价格不能从 ${from} 起。`,
  NO_SUCH_LEASE: ({ leaseId }) => `没有第 ${leaseId} 号租约。`,
  LEASE_NOT_DRAFT: () => '这份租约已经签了，不是草稿。',
  LEASE_NOT_SIGNED: () => '这份租约还没有签，只是草稿。',
  LEASE_ENDED: ({ on }) => `这份租约到 ${on} 已经结束。`,
  LEASE_DAY_OUTSIDE: ({ on, from, to }) => `${on} 不在租期里：租期从 ${from} 起${to === null ? '' : `，到 ${to} 止（不含）`}。`,
  LEASE_SUSPENDED: ({ from, to }) => `这份租约从 ${from} 起${to === null ? '' : `到 ${to} 前`}已经停租。`,
  LEASE_NOT_SUSPENDED: () => '这份租约没有停租。',
  NOTICE_TOO_SHORT: ({ earliest }) => `提前通知的天数不够，最早从 ${earliest} 起收回。`,
  SAME_SPACE: ({ space }) => `租约本来就在 ${space}。`,
  COMPANY_EXISTS: ({ name: company }) => `已经有公司“${company}”。`,
  NO_SUCH_COMPANY: ({ companyId }) => `没有第 ${companyId} 号公司。`,
  VEHICLE_KNOWN: ({ plate, label }) => `${plate} 已经登记在 ${label}。`,
  NO_SUCH_VEHICLE: ({ vehicleId }) => `没有第 ${vehicleId} 号车辆。`,
  NO_SUCH_VOUCHER: ({ voucherNo }) => `没有停车券 ${voucherNo}。`,
  VOUCHER_USED: ({ voucherNo, at }) => `停车券 ${voucherNo} 在 ${dateTime(at)} 用过了。`,
  VOUCHER_EXPIRED: ({ voucherNo, through }) => `停车券 ${voucherNo} 只能用到 ${through}。`,
  VOUCHER_NOT_YET: ({ voucherNo, from }) => `停车券 ${voucherNo} 从 ${from} 起才能用。`,
  VOUCHER_WITHDRAWN: ({ voucherNo }) => `停车券 ${voucherNo} 已经作废。`,
  VOUCHER_OF_OTHER_PLATE: ({ voucherNo, plate }) => `停车券 ${voucherNo} 是给 ${plate} 的。`,
  BARRIER_FILE_SEEN: ({ file, at }) => `这份文件在 ${dateTime(at)} 已经导入过，文件名是 ${name(file)}。没有再写入。`,
  BARRIER_FILE_EMPTY: ({ file }) => `${name(file)} 里没有一行进出记录。`,
  BARRIER_COLUMNS_MISSING: ({ missing, headers }) => `没有找到这些列：${missing.map((column) => barrierColumns[column] ?? column).join('、')}。${headers.length > 0 ? `文件的列是：${headers.join('、')}。` : ''}`,
  NO_SUCH_FINDING: ({ findingId }) => `没有第 ${findingId} 号核对结果。`,
  FINDING_DECIDED: ({ state }) => (state === 'charged' ? '这一条已经开了账单。' : '这一条已经记为不处理。'),
  FINDING_NOT_CHARGEABLE: ({ kind }) => (kind === 'unused' ? '车位没有用过，没有可收的。' : '不知道这车是谁的，开不了账单。'),
  NOTICE_NOT_DUE: ({ leaseNo, kind }) => `租约 ${leaseNo} 现在不用发${noticeKinds[kind] ?? '通知'}。`,

  ENTRY_NOT_BALANCED: ({ fund, sumFen }) => `凭证不平（${fund} 差 ${yuan(sumFen)}），没有入账。`,
  NO_SUCH_ENTRY: ({ entryId }) => `没有第 ${entryId} 号凭证。`,
  NO_SUCH_ACCOUNT: ({ account }) => `没有科目 ${account}。`,
  BACKUP_NOT_USABLE: ({ file }) => `${name(file)} 不能用来恢复：它不是完好的明白账备份，或来自更新的程序。账簿没有改动。`,
  ...chargingRefusals,
  ...monthEndRefusals,
  ...costRefusals,
  ...chargingAccountRefusals, ...chargingChangeRefusals,
  PRINT_FAILED: () => '没有打印成功，请检查打印机。也可以存为 PDF。',
};
