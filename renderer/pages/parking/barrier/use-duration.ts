import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Says minutes as people do: `45 分钟`, `1 小时 5 分`. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation('barrier');
  return useCallback((minutes: number) => (minutes < 60 ? t('minutes', { count: minutes }) : t(minutes % 60 === 0 ? 'wholeHours' : 'hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })), [t]);
}
