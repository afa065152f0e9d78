import { useTranslation } from 'react-i18next';
import { period } from './formats.ts';

/** The period format in the language of the window. */
export function usePeriod(): (from: string, to: string) => string {
  const { t } = useTranslation();
  return (from, to) => period(from, to, t('until'));
}
