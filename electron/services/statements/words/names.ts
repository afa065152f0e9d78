import type { StatementLine } from '../../../../shared/contract/statement-content.ts';
import type { FeeCost } from '../../../../shared/domain/common-sources.ts';

/** How sources stand on the sheet: the name, and what is written under it. */
export const SOURCE_NAMES: Readonly<Record<string, readonly [name: string, detail: string]>> = {
  'parking-resident': ['住户月租', '住户自付'], 'parking-subsidy': ['住户月租', '补贴入账'], 'parking-daytime': ['日间商用', ''], 'parking-other': ['停车其他', '超时等'], 'charging-car': ['汽车充电', ''], 'charging-ebike': ['电动自行车充电', ''],
  advertising: ['广告', ''], telecom: ['通信机柜', ''], venue: ['场地与其他', ''],
};

/** How a chart or a sentence calls a source. */
export function sourceName(source: string): string {
  if (source === 'parking-resident') return '住户月租自付';
  return source === 'parking-subsidy' ? '住户月租补贴' : (SOURCE_NAMES[source]?.[0] ?? source);
}

export const SECTION_NAMES: Readonly<Record<StatementLine['section'], string>> = {
  income: '收入', tax: '税费', energy: '能耗', direct: '直接成本', cost: '成本', interest: '专户利息', toMaintenance: '转维修资金', subsidy: '停车补贴', other: '其他支出',
};

/** The nine lines of the fee regulation, in its order. */
export const FEE_COSTS: Readonly<Record<FeeCost, string>> = {
  staff: '管理服务人员工资、社保和福利', facilities: '共用部位和设施设备运行维护', cleaning: '清洁卫生', greening: '绿化养护', order: '秩序维护', office: '办公费用', depreciation: '固定资产折旧', insurance: '公众责任保险', other: '业主同意的其他费用',
};

/** Costs of the company that no line of the regulation holds. */
export const OTHER_COSTS: Readonly<Record<string, string>> = { '5401': '未分类的物业成本', '5402': '其他业务成本', '5603': '银行和渠道手续费', '5711': '短款等' };

/** Income that no fee item brought. */
export const OTHER_INCOME: Readonly<Record<string, string>> = { '5001.93': '预缴优惠（少收）', '5051': '其他业务收入', '5301': '长款等', '3999': '期初欠费收回' };

/** The last part of an account's name: 其他应付款—公共收益—充电电费 is 充电电费. */
export const shortName = (name: string): string => name.split('—').at(-1) ?? name;

/** What a line is called where two versions are compared. */
export function lineTitle({ line, source, section, account }: StatementLine, accountNames: ReadonlyMap<string, string>, itemNames: ReadonlyMap<string, string>): string {
  const part = line.slice(account.length + 1);
  if (itemNames.has(part)) return itemNames.get(part) ?? part;
  const own = shortName(accountNames.get(account) ?? account);
  return SOURCE_NAMES[source] ? `${sourceName(source)} ${SECTION_NAMES[section]}（${own}）` : own;
}
