import { formatFen } from '../../../shared/domain/money.ts';

/** Words of the saved preview: a workbook goes back to the office that wrote the roster, in its language. */
export const STATUS_NAMES: Readonly<Record<string, string>> = { unsold: '未售', vacant: '空置', occupied: '入住', let: '出租' };

export const COLUMN_NAMES: Readonly<Record<string, string>> = {
  building: '楼栋', unit: '单元', room: '房号', owner: '业主姓名', phone: '联系电话', area: '建筑面积', handover: '交房日期', status: '房屋状态', rate: '物业费单价', arrears: '历史欠费', note: '备注',
};

const ACTIONS: Readonly<Record<string, string>> = { create: '新建', update: '更新', unchanged: '不变', merged: '合并', refused: '拒绝' };

const REASONS: Readonly<Record<string, string>> = {
  MISSING: '没有填写', ZERO: '不能为零', NEGATIVE: '不能为负', NOT_A_NUMBER: '不是数字', NOT_AN_AMOUNT: '不是金额', NO_SUCH_DAY: '没有这一天', UNKNOWN_STATUS: '不认识的房屋状态',
  TOO_MANY_DECIMALS: '小数位太多', TOO_LARGE: '数值太大', CONTRADICTS: '同一房屋有两行，内容互相矛盾', BAD_PHONE: '电话格式不对', OPENING_ARREARS_FIXED: '期初欠费已入账，不能再改',
};

export function describeAction(action: string): string {
  return ACTIONS[action] ?? action;
}

export function describeIssue({ reason, value }: { reason: string; value: string }): string {
  return value ? `${REASONS[reason] ?? reason}：“${value}”` : (REASONS[reason] ?? reason);
}

export function describeChange({ field, from, to }: { field: string; from: string; to: string }): string {
  return `${COLUMN_NAMES[field] ?? field} ${plain(field, from)} → ${plain(field, to)}`;
}

function plain(field: string, value: string): string {
  if (value === '') return '无';
  if (field === 'area' || field === 'arrears') return formatFen(Number(value));
  if (field === 'rate') return (Number(value) / 10_000).toString();
  return STATUS_NAMES[value] ?? value;
}
