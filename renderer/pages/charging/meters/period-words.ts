import { useTranslation } from 'react-i18next';

const CODES = ['critical', 'peak', 'flat', 'valley', 'deep'] as const;

/** Codes of periods that everybody knows are shown and written as words; the rest stay as the office wrote them. */
export function usePeriodWords(): { wordOf: (code: string) => string; codeOf: (word: string) => string } {
  const { t } = useTranslation('charging');
  return {
    wordOf: (code) => { const known = CODES.find((one) => one === code); return known ? t(`period.${known}`) : code; },
    codeOf: (word) => CODES.find((one) => t(`period.${one}`) === word.trim()) ?? word.trim(),
  };
}
