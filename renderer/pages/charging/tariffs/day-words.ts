import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindowWords, weekdayRuns } from '../../parking/leases/windows-words.ts';

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const periodCodes = ['critical', 'peak', 'flat', 'valley', 'deep'] as const;
type Days = { months: readonly number[]; weekdays: readonly number[] };

/** The name of a month among the words. */
export const monthKey = (month: number): `m${(typeof MONTHS)[number]}` => `m${MONTHS.find((one) => one === month) ?? 1}`;

/** Says which days a variant of a tariff holds for: 7 月至 9 月的周六、周日. */
export function useDayWords(): (days: Days) => string {
  const { t } = useTranslation(['charging', 'parking']);
  const { weekdays: weekdayWords } = useWindowWords();
  return useCallback(({ months, weekdays }) => {
    const name = (month: number): string => t(`terms.month.${monthKey(month)}`);
    const year = months.length === 0 || months.length === MONTHS.length;
    const spoken = weekdayRuns(months).map(([first, last]) => (first === last ? name(first) : t('terms.run', { first: name(first), last: name(last) }))).join(t('parking:comma'));
    const week = weekdays.length === 0 || weekdays.length === WEEKDAYS.length;
    if (year) return week ? t('terms.everyDay') : weekdayWords(weekdays);
    return week ? t('terms.allOf', { months: spoken }) : t('terms.someOf', { months: spoken, weekdays: weekdayWords(weekdays) });
  }, [t, weekdayWords]);
}

/** Codes of periods that everybody knows are shown and typed as words. */
export function usePeriodWords(): { wordOf: (code: string) => string; codeOf: (word: string) => string } {
  const { t } = useTranslation('charging');
  const wordOf = (code: string): string => { const known = periodCodes.find((one) => one === code); return known ? t(`period.${known}`) : code; };
  return { wordOf, codeOf: (word) => periodCodes.find((one) => t(`period.${one}`) === word) ?? word };
}
