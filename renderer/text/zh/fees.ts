/** Bills: months, draft, issued bills, rates. */
export const fees = {
  title: '账单', bills: '账单', rates: '收费标准', months: '月份', allMonths: '全部账单', month: '{{month}} 物业费', notIssued: '未出账', billed: '应收 ¥', open: '欠 ¥', issuedAt: '{{when}} 出账', noMonths: '账簿还没有开始',
  search: '房号 / 姓名', searchLabel: '查找账单', openOnly: '只看未结清', home: '房号', item: '费用项', period: '账期', basis: '面积 × 单价', due: '到期', paid: '已收 ¥', rows: '{{count, number}} 张', rowsMore: '{{count, number}} 张以上，往下还有', none: '没有符合条件的账单', noneNote: '换个条件再看。', sum: '合计', before: '账簿开始以前', itemName: { 物业费: '物业费', 期初欠费: '期初欠费', 预收物业费: '预收物业费' }, itemComma: '、', seeEntry: '看凭证',
  another: '补出这个月', makeDraft: '生成账单', draft: '{{month}} 账单草稿', draftNote: '草稿只是预览，发布以前什么都不会入账', close: '放弃草稿',
  count: '账单', countValue: '{{count, number}} 张', amount: '应收合计', prepaid: '其中预收抵扣', skipped: '跳过', skippedValue: '{{count, number}} 户',
  by: '草稿内容', byBuilding: '按楼栋', byHome: '逐户 {{count, number}}', bySkipped: '跳过 {{count, number}}', building: '楼栋', buildingName: '{{name}} 栋', homes: '户数', amountYuan: '金额 ¥', reason: '原因', anyReason: '全部原因', noSkipped: '没有跳过的房屋', nothing: '这个月没有可以出的账单', nothingNote: '跳过的房屋都写了原因。',
  issue: '发布 {{count, number}} 张账单 ¥{{amount}}', issuing: '正在发布账单', issued: '已发布 {{count, number}} 张账单，应收 ¥{{amount}}；跳过 {{skipped, number}} 户。', seeBills: '看账单', issuedNone: '没有新账单：该出的都出过了。', onlyManager: '只有经理可以发布账单',
  ratesNote: '每个版本从生效日起用于以后的账单，已经发布的账单不变', from: '生效日', rate: '单价（元/m²·月）', rateHomes: '户数', noRates: '还没有收费标准', noRatesNote: '导入名册会带来每户的单价。', newRate: '新标准', scope: '用于', everyHome: '全部房屋', setRate: '设定新标准', rateDone: '已为 {{count, number}} 户设定 {{from}} 起 {{rate}} 元。', badRate: '要写成 1.50 这样的单价，最多四位小数', needFrom: '选一个生效日', ratesOnlyManager: '只有经理可以改收费标准', rateHint: '单价最多四位小数',
};
