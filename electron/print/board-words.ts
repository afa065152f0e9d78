import type { AgeBucket } from '../../shared/domain/arrears.ts';
import type { BalanceSource } from '../../shared/domain/board.ts';
import type { ageingFinding, cashFinding, chargingFinding, deviceFinding, expiringFinding, Finding, heatFinding, parkingFinding, rateFinding, shopFinding, sourceFinding } from '../../shared/domain/board-findings.ts';

type Words<Of extends (...args: never[]) => Finding<string>> = Record<ReturnType<Of>['kind'], string>;

/** The findings on paper; `{name}` is filled in. */
export const FINDINGS: { charging: Words<typeof chargingFinding>; parking: Words<typeof parkingFinding>; ageing: Words<typeof ageingFinding>; heat: Words<typeof heatFinding>; devices: Words<typeof deviceFinding>; expiring: Words<typeof expiringFinding>; rates: Words<typeof rateFinding>; sources: Words<typeof sourceFinding>; cash: Words<typeof cashFinding>; shop: Words<typeof shopFinding> } = {
  charging: { none: '这些月没有充电收支', lacks: '{month} 月充电收 {income} 元，缺电网电费单；{before} 月净赚 {net} 元', lacksFirst: '{month} 月充电收 {income} 元，缺电网电费单，算不出净收益', run: '充电连赚 {count} 个月，{month} 月净赚 {net} 元', gain: '{month} 月充电净赚 {net} 元', loss: '{month} 月充电亏 {net} 元', even: '{month} 月充电不赚不亏' },
  parking: { none: '这些月没有停车收支', noSubsidy: '{month} 月停车没有用到补贴，日间商用收 {daytime} 元', run: '日间商用连续 {count} 个月盖过停车补贴，{month} 月结余 {left} 元', covered: '{month} 月日间商用盖过停车补贴，结余 {left} 元', short: '{month} 月日间商用不够停车补贴，差 {left} 元' },
  ageing: { none: '没有欠费', old: '欠费 {total} 元，{percent}% 超过一年', largest: '欠费 {total} 元，{percent}% 欠了 {bucket}', notDue: '欠费 {total} 元，{percent}% 还没有到期' },
  heat: { none: '还没有充电记录，看不出忙闲', peak: '{hour} 点最挤，占用 {share}%', peakQuiet: '{hour} 点最挤，占用 {share}%；工作日 {from} 至 {to} 点不到三成，还有空位' },
  devices: { none: '这些月设备没有服务费', top: '{best} 挣走 {percent}% 服务费', topIdle: '{best} 挣走 {percent}% 服务费，{device} 已 {days} 天没人用', topFailing: '{best} 挣走 {percent}% 服务费，{device} 故障偏多' },
  expiring: { none: '30 天内没有租约到期', some: '{count} 份车位租约 30 天内到期，其中日间 {daytime} 份' },
  rates: { none: '还没有账单，算不出收缴率', above: '{month} 月当期收缴率 {rate}%，达到目标 {target}%', below: '{month} 月当期收缴率 {rate}%，离目标 {target}% 还差 {points} 个百分点', same: '{month} 月当期收缴率 {rate}%，和 {before} 月一样', up: '{month} 月当期收缴率 {rate}%，比 {before} 月高 {points} 个百分点', down: '{month} 月当期收缴率 {rate}%，比 {before} 月低 {points} 个百分点', only: '{month} 月当期收缴率 {rate}%' },
  sources: { none: '公共收益还没有收支', top: '公共收益余额 {balance} 元，最多来自{source}', short: '公共收益余额 {balance} 元' },
  cash: { none: '手上没有钱', some: '手上 {total} 元，{percent}% 是全体业主的公共收益' },
  shop: { none: '惠民超市没有免租，也没有销售', rentOnly: '惠民超市免租 {rent} 元，没有销售记录', saved: '惠民超市免租 {rent} 元，替居民省 {saving} 元', dearer: '惠民超市免租 {rent} 元，售价比参考价多收 {saving} 元' },
};

export const SOURCES: Readonly<Record<BalanceSource, string>> = { 'parking-resident': '业主月租（市价）', 'parking-daytime': '日间商用', 'parking-other': '停车其他', subsidy: '停车补贴', charging: '充电', advertising: '广告', telecom: '通信机柜', venue: '场地与其他', interest: '利息', maintenance: '转维修资金', spending: '其他支出', rest: '其他', owed: '其中还没有收到' };
export const BUCKETS: Readonly<Record<AgeBucket, string>> = { notDue: '未到期', 'd1-30': '1–30 天', 'd31-60': '31–60 天', 'd61-90': '61–90 天', 'd91-180': '91–180 天', 'd181-365': '181–365 天', 'y1-2': '1–2 年', 'y2-3': '2–3 年', 'y3+': '3 年以上' };
export const FUNDS = { property: '物业费', common: '公共收益', agency: '代收代付', deposit: '押金', maintenance: '维修资金' } as const;
export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Fills a sentence in. @example fill('{a} 元', { a: 3 }) // '3 元' */
export function fill(sentence: string, values: Finding<string>['values']): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
