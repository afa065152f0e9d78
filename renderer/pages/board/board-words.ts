import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../shared/domain/board-findings.ts';
import type { MonthSpan } from '../../../shared/domain/board.ts';

/** How months, spans and the values of findings are said. */
export function useBoardWords() {
  const { t, i18n } = useTranslation('board');
  const nameOf = (month: number): string => new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month - 1, 1)));
  const monthNo = (month: number): string => t('monthNo', { month, name: nameOf(month) });
  const span = ({ from, to }: MonthSpan): string => {
    const [year, month] = [from.slice(0, 4), Number(from.slice(5))];
    if (from === to) return t('monthName', { year, month, name: nameOf(month) });
    if (from.endsWith('-01') && to === `${year}-12`) return t('yearName', { year });
    return month % 3 === 1 && to === `${year}-${String(month + 2).padStart(2, '0')}` ? t('quarterName', { year, quarter: (month + 2) / 3 }) : `${from} – ${to}`;
  };
  /** Months become words, and lists take the comma of the language. */
  const values = (given: Finding<string>['values']): Finding<string>['values'] => Object.fromEntries(Object.entries(given).map(([name, value]) => {
    if ((name === 'month' || name === 'before' || name === 'worstMonth') && typeof value === 'number') return [name, monthNo(value)];
    return [name, typeof value === 'string' ? value.replaceAll('、', t('listComma')) : value];
  }));
  return { span, values, monthNo, english: i18n.language === 'en' };
}
