/** Settings of the estate, backups, this machine. */
export const settings = {
  title: '设置', part: { estate: '小区', users: '人员', backups: '备份', machine: '本机' },
  note: { estate: '印在收据上的名称、出账规则、锁屏', users: '谁能用、能做什么', backups: '每天第一次打开时自动备份一份，留最近三十份', machine: '语言、我的密码、数据存放处' },
  name: '小区名称', officeName: '收据抬头', officeNameHint: '收据上的开具单位', phone: '客服电话', opensOn: '账簿开始日', opensOnHint: '定了就不能改',
  firstMonthRule: '首月物业费', firstMonth: { days: '按天：从交房日算到月底', half: '按半月：十五日后交房收半月', full: '整月' }, dueDay: '每月几日到期', dueDayHint: '1 至 28', idleMinutes: '无人操作几分钟后锁屏', idleHint: '0 为不锁，最多 240', target: '当期收缴率的目标 %', targetHint: '看板上的目标线；0 为不定',
  late: { title: '违约金', rate: '每天收欠费的 %', rateHint: '0 为不收；0.05 即万分之五', badRate: '要填 0 到 10 的百分数，最多四位小数', grace: '宽限天数', graceHint: '到期后几天内缴清不收；过了从到期次日算起', cap: '最多收到账单金额的 %', capHint: '一张账单的违约金合计不超过这个数', badCap: '要填 0 到 1000 的百分数，最多一位小数', off: '现在不收违约金。', example: '例：100 元的账单，{{list}}。', exampleDays: '逾期 {{count}} 天收 {{amount}} 元', comma: '，' },
  save: '保存设置', saved: '已保存。', readOnly: '只有经理可以改这些设置。', badNumber: '要填 {{from}} 到 {{to}} 的整数', needed: '请填写',
  backupNow: '马上备份', backupTo: '另存一份到…', backingUp: '正在备份', backupDone: '已备份到 {{file}}，{{size}} MB，打开检查过。', backupAt: '时间', backupFile: '文件', backupSize: '大小 MB', noBackups: '还没有备份', noBackupsNote: '点“马上备份”做第一份。', folder: '存放在 {{folder}}',
  restore: '恢复', restoreFile: '用别的文件恢复…', restoreAsk: '用“{{file}}”换下现在的账？', restoreNote: '备份以后入的账会不在新账里。现在的账不会丢，另存在旁边。所有人要重新登录。', restoreYes: '换上这份备份', restoring: '正在恢复', restored: '已恢复。原来的账另存为 {{file}}。请重新登录。', restoreOnlyManager: '只有经理可以恢复备份。',
  language: '界面语言', languages: { zh: '中文', en: 'English' }, dataFolder: '数据文件夹', version: '版本', today: '今天',
};
