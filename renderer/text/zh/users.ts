/** Who may use the program, and as what. */
export const users = {
  title: '人员', note: '每人一个账号，岗位决定能做什么', name: '姓名', role: '岗位', state: '状态', since: '加入', active: '在用', off: '已停用', switchOff: '停用', switchOn: '恢复', setPassword: '设密码', setPasswordOf: '给{{name}}设密码', newPassword: '新密码', passwordHint: '至少 8 个字符', passwordSet: '{{name}}的密码已改。', you: '（自己）', actions: '操作',
  add: '新增人员', addButton: '新增', added: '已新增{{name}}。', needName: '请填写姓名', tooShort: '至少 8 个字符', notAllowed: '人员名单只给经理和审计看。', none: '还没有人员',
  own: '改我的密码', present: '现在的密码', again: '再输一遍', mismatch: '两遍密码不一样', changeOwn: '改密码', ownDone: '密码已改，下次登录用新密码。',
  duty: { manager: '全部权限', cashier: '收费、打印收据', office: '打印、导出、备份', auditor: '只看不改，含审计记录' },
};
