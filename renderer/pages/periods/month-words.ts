import { useTranslation } from 'react-i18next';

/** How months are written: `2026 年 9 月`, stretches by their first and last. */
export function useMonthWords(): { nameOf: (month: string) => string; spanOf: (months: readonly string[]) => string } {
  const { t, i18n } = useTranslation('periods');
  const nameOf = (month: string): string => (i18n.language === 'en' ? month : t('monthName', { year: month.slice(0, 4), month: Number(month.slice(5)) }));
  const spanOf = (months: readonly string[]): string => (months.length < 2 ? nameOf(months[0] ?? '') : t('to', { from: nameOf(months[0] ?? ''), to: nameOf(months.at(-1) ?? '') }));
  return { nameOf, spanOf };
}
