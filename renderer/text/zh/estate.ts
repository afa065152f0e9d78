/** First start, and the page shown when the books cannot be opened. */
export const estate = {
  wizard: {
    title: '第一次使用',
    estateTitle: '小区和账簿', estateName: '小区名称', estateNameHint: '印在收据上，以后可以在设置里改',
    opensOn: '账簿从哪一天开始', opensOnHint: '这一天以前的欠费作为期初欠费录入',
    managerTitle: '经理账号', managerName: '姓名', password: '密码', passwordAgain: '再输一遍密码', passwordHint: '至少 8 个字符。忘了没有人能找回，请记好。',
    choiceTitle: '从哪里开始',
    import: '导入业主名册', importNote: '选一份 Excel 或 CSV 名册，先预览，再导入',
    sample: '打开样板小区', sampleNote: '855 户、三年账，用来试用和学习',
    empty: '从空账开始', emptyNote: '以后再录房屋',
    samplePassword: '样板小区的经理名叫 manager，给他设一个密码', openSample: '生成样板小区', skipToSample: '先看看样板小区',
    making: '正在生成样板小区', dataFolder: '数据存放在 {{folder}}',
    needName: '请填写', needDay: '请填写日期，如 2026-11-01', mismatch: '两遍密码不一样', tooShort: '至少 8 个字符',
  },
  recovery: {
    title: '账簿打不开', kept: '原来的文件没有改动，仍在原处。',
    file: '文件', detail: '详情', logFile: '日志', dataFolder: '数据文件夹',
    restoreTitle: '用备份恢复', restoreNote: '先把现在的文件另存一份，再换上备份。', restore: '用这份恢复', noBackups: '没有找到备份',
    chooseFile: '选择别的文件…', retry: '再试一次', showLog: '打开日志所在文件夹', bytes: '{{size}} MB', confirm: '确定用 {{when}} 的备份恢复？',
  },
};
