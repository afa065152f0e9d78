import type { ShiftReport } from '../../shared/contract/shifts.ts';
import { localDay, localTime } from '../../shared/domain/period.ts';

/** The words of the printed shift and day reports: Chinese, as all paper. */
export const words = {
  shiftTitle: '交班报告', dayTitle: '日结报告', cashier: '交班人', witness: '接班／复核人', maker: '制表人', doer: '经手人', checker: '复核人', shift: '班次', day: '日期', entries: '凭证', closedAt: '结账时间', closedBy: '代交人',
  taken: '收款', takenTip: '单位：元；作废、红冲、退款另起行，为负数', item: '项目', fund: '归属', total: '合计', nothingTaken: '本班没有收付款',
  cash: '现金', float: '备用金', cashIn: '加　现金收入', cashOut: '减　现金支出', expected: '应有现金', counted: '实点现金', over: '长款', short: '短款', noDifference: '差额', banked: '减　解款', kept: '留存备用金',
  count: '点钞', face: '面额', pieces: '张／枚', amount: '金额', notCounted: '未按面额清点',
  series: '票号', seriesName: '票种', numbers: '号码', sheets: '张数', missing: '断号', none: '无',
  documents: '作废、红冲、退款与押金', kind: '类别', no: '编号', ofNo: '原收据', time: '时间', who: '房号', method: '方式', reason: '原因', noDocuments: '本班没有作废、红冲、退款，也没有收退押金',
  bankedCapitals: '解款大写', figures: '小写', slip: '缴款单号', bankedOf: '其中', note: '备注', signature: '签名', date: '日期',
  shifts: '各班', report: '报告', opened: '开班', closed: '交班', noShifts: '当日没有班次', others: '未开班的收付', othersTip: '没有开班的人直接计入当日', cashNet: '现金',
} as const;

export const kindWords: Record<ShiftReport['matrix'][number]['kind'], string> = { receipt: '', void: '作废', reversal: '红冲', refund: '退款', 'deposit-return': '退押金', 'charging-payback': '退充电预存', other: '其他' };
export const documentWords: Record<ShiftReport['documents'][number]['kind'], string> = { void: '作废', reversal: '红冲', refund: '退款', deposit: '收押金', 'deposit-return': '退押金', 'charging-payback': '退充电预存' };

const SERIES = new Map([['SJ', '收据'], ['ZF', '作废'], ['HC', '红冲'], ['TK', '退款'], ['YJ', '押金收据'], ['YT', '押金退还'], ['CZ', '充电预存'], ['CT', '退充电预存']]);
/** A series by the letters before its year. */
export const seriesWord = (series: string): string => SERIES.get(series.slice(0, 2)) ?? series;

const ACCOUNTS = new Map([['1002.01', '基本户'], ['1002.02', '公共收益专户']]);
export const bankWord = (account: string): string => ACCOUNTS.get(account) ?? account;

/** A face as it is said. @example faceWord(50) // '5 角' */
export const faceWord = (faceFen: number): string => (faceFen >= 100 ? `${String(faceFen / 100)} 元` : `${String(faceFen / 10)} 角`);

/** A local day and time. */
export const instantWords = (instant: string): string => `${localDay(new Date(instant))} ${localTime(new Date(instant))}`;

/** From and to; the day is not said twice. */
export function spanOfShift(openedAt: string, closedAt: string): string {
  const [from, to] = [instantWords(openedAt), instantWords(closedAt)];
  return `${from} 至 ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

/** The range of entries that were read; whose they are stands beside it. */
export const entriesWords = (count: number, fromEntry: number, toEntry: number): string => (count === 0 ? '无' : `${String(fromEntry + 1)} 至 ${String(toEntry)} 之内 ${String(count)} 张`);

export const FROZEN = '本报告全部数字由账簿凭证算出，交班时冻结，不可修改；可凭编号在程序中核对。交班之后收的款计入下一班。';
export const FROZEN_DAY = '本报告全部数字由账簿凭证算出，日结时冻结，不可修改；可凭编号在程序中核对。日结之后当日不再作废，之后的收款计入下一个日结。';
