import { formatFen } from '../../../../shared/domain/money.ts';
import { lastDay, firstDay } from '../../../../shared/domain/period.ts';

/** Public sheets are in Chinese, whatever the language of the screen. */

/** An amount in a sentence; a true minus sign, as on the sheet. */
export const yuan = (fen: number): string => formatFen(fen).replace('-', '−');
/** An amount that a sentence stresses. */
export const bold = (fen: number): string => `**${yuan(fen)}** 元`;
/** Without decimals where there are none: 50, 120.50. */
export const plainYuan = (fen: number): string => formatFen(fen).replace(/\.00$/, '').replace('-', '−');

export const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** 0.0001 kWh with two decimals, as meters are read. */
export const kwh = (energy: number): string => `${yuan(Number((BigInt(energy) + 50n) / 100n))} kWh`;

/** A price of 10⁻⁵ yuan: at least two decimals, at most four. */
export function price(units: number): string {
  const digits = String(units).padStart(6, '0');
  return `${digits.slice(0, -5)}.${digits.slice(-5)}`.replace(/(\.\d{2}\d*?)0+$/, '$1');
}

const NUMERALS = ['', '一', '二', '三', '四'];

/** How many months, both included. */
export const monthCount = (from: string, to: string): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

/** 2026 年第三季度, 2026 年 7 月, 2026 年, or from month to month. */
export function periodName(from: string, to: string): string {
  const [year, first, count] = [from.slice(0, 4), Number(from.slice(5)), monthCount(from, to)];
  if (count === 1) return `${year} 年 ${first} 月`;
  if (count === 12 && first === 1) return `${year} 年`;
  if (count === 3 && first % 3 === 1) return `${year} 年第${NUMERALS[(first + 2) / 3] ?? ''}季度`;
  return to.slice(0, 4) === year ? `${year} 年 ${first} 月至 ${Number(to.slice(5))} 月` : `${year} 年 ${first} 月至 ${to.slice(0, 4)} 年 ${Number(to.slice(5))} 月`;
}

export const periodDays = (from: string, to: string): string => `${firstDay(from)} 至 ${lastDay(to)}`;

/** How a sentence calls the period. */
export function thisPeriod(from: string, to: string): string {
  const count = monthCount(from, to);
  if (count === 1) return '这个月';
  if (count === 3) return '这三个月';
  return count === 12 ? '这一年' : `这 ${count} 个月`;
}

export const monthWord = (month: string): string => `${Number(month.slice(5))} 月`;
/** A share in percent with one decimal, from thousandths. */
export const percent = (permille: number): string => `${Math.trunc(permille / 10)}.${Math.abs(permille % 10)}%`.replace('-', '−');
